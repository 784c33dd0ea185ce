/* Words of timelines. */
#include "doc/timeline_words.h"

#include <glib.h>

static bool same_month(Date a, Date b)
{
    return a.year == b.year && a.month == b.month;
}

/* Of the month that the event `i` stands in. */
static uint32_t month_count(const BlockTimeline *t, uint32_t i)
{
    uint32_t n = 0;
    for (uint32_t k = 0; k < t->n; k++)
        n += same_month(t->events[k].date, t->events[i].date);
    return n;
}

/* "2023년 5월", or "5월" when the year was said before. */
static Str month_words(Date d, int year_said, Arena *a)
{
    return d.year == year_said ? str_printf(a, "%d월", d.month)
                               : str_printf(a, "%d년 %d월", d.year, d.month);
}

/* "2023년 1월 2개, 2월 3개임. " Months without events are left out; answers
 * the first event of the busiest month. */
static uint32_t say_months(GString *out, const BlockTimeline *t,
                           EventRange range, Arena *a)
{
    uint32_t most = range.first, end = range.first + range.n;
    int year = 0;
    for (uint32_t i = range.first; i < end; i += month_count(t, i)) {
        Date d = t->events[i].date;
        g_string_append_printf(out, "%s" STR_FMT " %u개", year ? ", " : "",
                               STR_ARG(month_words(d, year, a)),
                               month_count(t, i));
        year = d.year;
        if (month_count(t, i) > month_count(t, most))
            most = i;
    }
    g_string_append(out, "임. ");
    return most;
}

/* "1월 6일 바이오벤처 오픈랩 개소" */
static Str event_words(const BlockEvent *e, int year_said, Arena *a)
{
    return str_printf(a, STR_FMT " %d일 " STR_FMT,
                      STR_ARG(month_words(e->date, year_said, a)), e->date.day,
                      STR_ARG(rich_plain(e->text, a)));
}

static void say_range(GString *out, const BlockTimeline *t, EventRange range,
                      Arena *a)
{
    const BlockEvent *first = &t->events[range.first];
    const BlockEvent *last = first + range.n - 1;
    uint32_t most = say_months(out, t, range, a);
    bool one_year = first->date.year == last->date.year;
    int year = one_year ? first->date.year : 0; /* goes without saying */
    if (!same_month(first->date, last->date) && month_count(t, most) > 1)
        g_string_append_printf(
            out, "가장 많은 달은 " STR_FMT "(%u개)임. ",
            STR_ARG(month_words(t->events[most].date, year, a)),
            month_count(t, most));
    g_string_append_printf(out, "처음은 " STR_FMT,
                           STR_ARG(event_words(first, year, a)));
    if (range.n > 1)
        g_string_append_printf(out, ", 마지막은 " STR_FMT,
                               STR_ARG(event_words(last, year, a)));
    g_string_append(out, "임.");
}

static Str words_take(GString *out, Arena *a)
{
    Str all = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return all;
}

Str timeline_words(const BlockTimeline *t, const Filler *f)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, STR_FMT ". ",
                           STR_ARG(rich_plain(t->caption, f->arena)));
    if (t->n > 0) {
        g_string_append_printf(out, "모두 %u개로 ", t->n);
        say_range(out, t, (EventRange){0, t->n}, f->arena);
    }
    return words_take(out, f->arena);
}

Str months_words(Date from, Date to, Arena *a)
{
    if (same_month(from, to))
        return str_printf(a, "%d월", from.month);
    if (from.year == to.year)
        return str_printf(a, "%d~%d월", from.month, to.month);
    return str_printf(a, "%d. %d.~%d. %d.", from.year, from.month, to.year,
                      to.month);
}

Str timeline_part_words(const BlockTimeline *t, EventRange range, Date from,
                        Date to, unsigned part, unsigned parts, Arena *a)
{
    GString *out = g_string_new(NULL);
    g_string_append_printf(
        out, STR_FMT ". 모두 %u개를 %u개로 나눈 그림 가운데 %u번째로, ",
        STR_ARG(rich_plain(t->caption, a)), t->n, parts, part);
    g_string_append_printf(out, STR_FMT, STR_ARG(month_words(from, 0, a)));
    if (!same_month(from, to))
        g_string_append_printf(out, "부터 " STR_FMT "까지",
                               STR_ARG(month_words(to, from.year, a)));
    g_string_append_printf(out, "의 %u개를 보임. ", range.n);
    say_range(out, t, range, a);
    return words_take(out, a);
}
