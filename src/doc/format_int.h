/*
 * The formats one by one; for this folder only. Each prints values of the
 * sort that its row in format.c names: the caller has sifted out blanks,
 * dashes and values of other sorts.
 */
#ifndef DOC_FORMAT_INT_H
#define DOC_FORMAT_INT_H

#include "doc/format.h"

typedef bool FormatPrint(const Format *f, const Value *v,
                         const FormatContext *c, Str *out);

/* format_number.c */
FormatPrint print_comma, print_plain, print_minus, print_brackets, print_signed,
    print_percent, print_points, print_with_unit, print_circled, print_roman;
/* A figure as the document writes it (K-110); `after` is % or a unit. */
Str figure_text(Decimal number, bool group, Str after, const FormatContext *c);

/* format_amount.c */
FormatPrint print_jo_eok, print_amount, print_hangul, print_reading;

/* format_date.c */
FormatPrint print_date, print_month_day, print_year_month, print_year,
    print_weekday, print_period;
Str date_text(Date d, bool weekday, Arena *a);

/* format_time.c */
FormatPrint print_time;

/* Reports that `v` cannot be written so; answers false. */
bool format_refuse(const Format *f, const Value *v, const FormatContext *c);

#endif
