/*
 * Numbers are read in groups of four digits: inside a group by 천 백 십, after
 * it by the name of the group, 만 억 조 ….
 */
#include "doc/reading.h"

#include <glib.h>

static const char *const digit_names[] = {"영", "일", "이", "삼", "사",
                                          "오", "육", "칠", "팔", "구"};
static const char *const place_names[] = {"", "십", "백", "천"};
static const char *const group_names[] = {"",   "만", "억", "조", "경",
                                          "해", "자", "양", "구", "간"};

/* 일 is silent before 십, 백, 천 when spoken. */
static void group_read(GString *out, unsigned group, ReadingStyle style)
{
    unsigned place = 3, unit = 1000;
    for (;; place--, unit /= 10) {
        unsigned digit = group / unit % 10;
        bool silent = digit == 1 && place > 0 && style == READING_PLAIN;
        if (digit && !silent)
            g_string_append(out, digit_names[digit]);
        if (digit)
            g_string_append(out, place_names[place]);
        if (place == 0)
            return;
    }
}

static void integer_read(GString *out, unsigned __int128 n, ReadingStyle style)
{
    unsigned groups[G_N_ELEMENTS(group_names)];
    size_t count = 0;
    for (; n && count < G_N_ELEMENTS(groups); n /= 10000)
        groups[count++] = (unsigned)(n % 10000);
    if (count == 0)
        g_string_append(out, digit_names[0]);
    for (size_t i = count; i-- > 0;) {
        /* Spoken, a leading 만 has no 일; 일억 keeps it. */
        bool bare = style == READING_PLAIN && i == 1 && i + 1 == count &&
                    groups[i] == 1;
        if (!bare)
            group_read(out, groups[i], style);
        if (groups[i])
            g_string_append(out, group_names[i]);
    }
}

static void fraction_read(GString *out, unsigned __int128 fraction, int digits)
{
    unsigned __int128 unit = 1;
    for (int i = 1; i < digits; i++)
        unit *= 10;
    g_string_append(out, "점");
    for (; unit; unit /= 10)
        g_string_append(out, digit_names[(unsigned)(fraction / unit % 10)]);
}

Str reading_number(Decimal number, ReadingStyle style, Arena *a)
{
    Decimal d = decimal_trim(decimal_abs(number));
    unsigned __int128 coef = (unsigned __int128)d.coef, unit = 1;
    for (int i = 0; i < d.scale; i++)
        unit *= 10;
    GString *out = g_string_new(decimal_sign(number) < 0 ? "마이너스 " : "");
    integer_read(out, coef / unit, style);
    if (d.scale > 0)
        fraction_read(out, coef % unit, d.scale);
    Str text = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return text;
}
