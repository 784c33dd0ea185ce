/* Times of day, 24 hours with leading zeros (K-116). */
#include "doc/format_int.h"

#include <glib.h>

/* Takes digits off the head; -1 when there are none. */
static int digits_take(Str *s)
{
    int n = -1;
    for (; s->n && g_ascii_isdigit(s->p[0]) && n < 1000; s->p++, s->n--)
        n = (n < 0 ? 0 : n * 10) + (s->p[0] - '0');
    return n;
}

static bool word_take(Str *s, const char *word)
{
    Str w = str_of(word);
    if (!str_starts(*s, w))
        return false;
    *s = str_trim(str_sub(*s, w.n, s->n));
    return true;
}

/* "15:20", "8:09", "오전 8시 9분", "오후 3시". */
static bool time_parse(Str s, int *hour, int *minute)
{
    s = str_trim(s);
    bool morning = word_take(&s, "오전");
    bool afternoon = !morning && word_take(&s, "오후");
    *hour = digits_take(&s);
    *minute = 0;
    if (word_take(&s, ":")) {
        *minute = digits_take(&s);
    } else if (!word_take(&s, "시")) {
        return false;
    } else if (s.n) {
        *minute = digits_take(&s);
        if (!word_take(&s, "분"))
            return false;
    }
    if ((morning || afternoon) && (*hour < 1 || *hour > 12))
        return false;
    if (morning || afternoon)
        *hour = *hour % 12 + (afternoon ? 12 : 0);
    return s.n == 0 && *hour >= 0 && *hour <= 24 && *minute >= 0 &&
           *minute < (*hour == 24 ? 1 : 60);
}

bool print_time(const Format *f, const Value *v, const FormatContext *c,
                Str *out)
{
    int hour, minute;
    if (!time_parse(v->text, &hour, &minute))
        return format_refuse(f, v, c);
    *out = str_printf(c->arena, "%02d:%02d", hour, minute);
    return true;
}
