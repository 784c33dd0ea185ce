/*
 * Formats: how a value is written. `{합계 | 조억}` in templates, `as: percent`
 * in columns. One table of small functions, each with a Korean and an English
 * name; what no format is asked for is written by default: figures grouped,
 * dates in the official form (K-115, K-121).
 */
#ifndef DOC_FORMAT_H
#define DOC_FORMAT_H

#include "data/expr.h"
#include "data/figure_style.h"
#include "doc/josa.h"

typedef struct FormatKind FormatKind;

/* A format as asked for in a layout: `percent(2)`. */
typedef struct Format {
    const FormatKind *kind;
    int digits;        /* after the point; -1 as the format does */
    int power;         /* of ten that is rounded to; -1 as the format does */
    Str word;          /* an argument that is a word, e.g. 요일 */
    const Expr *other; /* the end of a period */
    Pos pos;           /* in the layout */
} Format;

/* What printing needs besides the value. */
typedef struct FormatContext {
    Pos pos;                /* of the format in the layout */
    const ExprScope *scope; /* for the end of a period; may be NULL */
    FigureStyle figures;    /* how negative figures and zeros look (K-110) */
    Arena *arena;           /* the printed text lives here */
    Diags *diags;
} FormatContext;

/* The names of all formats, Korean and English in turn; NULL after the last. */
const char *format_name(size_t i);

/* Reads "조억" or "percent(2)", which stands at `pos`. False when reported: an
 * unknown name gets a suggestion. */
bool format_parse(Str text, Pos pos, Arena *a, Diags *diags, Format *out);

/* Writes a value; blank gives an empty text, dash and its kin stay what they
 * are (K-199). False when the value does not suit: reported at its cell. */
bool format_print(const Format *f, const Value *v, const FormatContext *c,
                  Str *out);

/* Without a format. `plain` leaves figures ungrouped: years, codes. */
bool format_default(const Value *v, bool plain, const FormatContext *c,
                    Str *out);

/* What the printed form reads as, for particles (J-11, J-12). */
JosaField format_josa_field(const Format *f, const Value *v);

/* True when the format writes a figure, to be aligned by its places (K-96),
 * and when it writes compact dates (K-113). */
bool format_is_figure(const Format *f);
bool format_is_padded_date(const Format *f);
/* True when the format writes the unit itself: 6,250억 원, 금500원. Its value
 * stays in the unit of its column, whatever the table counts in. */
bool format_names_unit(const Format *f);
/* True for `marked`: the signs of emphasis in the text are read (K-66). */
bool format_is_marked(const Format *f);

/* Is the number printed in hundredths, as 64.3% of 0.643? What follows the
 * digits goes into `after`, also of a number that counts them already. `f` may
 * be NULL: printed by default. */
bool format_in_hundredths(const Format *f, const Value *v, Str *after);

#endif
