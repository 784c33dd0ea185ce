/* Words of schedules. */
#include "doc/schedule_words.h"

#include "base/name.h"
#include "data/date.h"

#include <glib.h>

/* "2024년 3월 1일"; the year goes without saying when it was said. */
static Str day_words(Date d, int year_said, bool months, Arena *a)
{
    Str year = d.year == year_said ? STR("") : str_printf(a, "%d년 ", d.year);
    return months ? str_printf(a, STR_FMT "%d월", STR_ARG(year), d.month)
                  : str_printf(a, STR_FMT "%d월 %d일", STR_ARG(year), d.month,
                               d.day);
}

static bool ends_month(Date d)
{
    return date_cmp(d, date_last((Date){d.year, d.month, 0})) == 0;
}

/* "2024년 1월부터 6월까지", or by days where they are no whole months. */
static Str span_words(const BlockTask *t, Arena *a)
{
    bool months = t->from.day == 1 && ends_month(t->to);
    Str from = day_words(t->from, 0, months, a);
    Str to = day_words(t->to, t->from.year, months, a);
    if (t->milestone)
        return from;
    if (months && t->from.year == t->to.year && t->from.month == t->to.month)
        return str_printf(a, STR_FMT "%s", STR_ARG(from),
                          t->vague ? " 중" : "");
    return str_printf(a, STR_FMT "부터 " STR_FMT "%s", STR_ARG(from),
                      STR_ARG(to), t->vague ? " 사이" : "까지");
}

/* "실시설계 2024년 1월부터 6월까지(진행)" */
static void say_task(GString *out, const BlockSchedule *s, const BlockTask *t,
                     Arena *a)
{
    static const char *const states[] = {
        [JOB_DONE] = "완료", [JOB_RUNNING] = "진행", [JOB_AHEAD] = "예정"};
    Str text = rich_plain(t->text, a), progress = rich_plain(t->progress, a);
    if (text.n > 0)
        g_string_append_printf(out, STR_FMT " ", STR_ARG(text));
    g_string_append_printf(out, STR_FMT, STR_ARG(span_words(t, a)));
    if (progress.n > 0)
        g_string_append_printf(out, "(진척 " STR_FMT ")", STR_ARG(progress));
    else if (s->base.year)
        g_string_append_printf(out, "(%s)", states[t->state]);
}

static bool same_name(const BlockTask *x, const BlockTask *y, Arena *a)
{
    return name_same(rich_plain(x->name, a), rich_plain(y->name, a)) &&
           name_same(rich_plain(x->group, a), rich_plain(y->group, a));
}

/* "도시철도 2호선 트램: 실시설계 …, 사업계획 승인 …. " */
static void say_tasks(GString *out, const BlockSchedule *s, uint32_t first,
                      uint32_t n, Arena *a)
{
    for (uint32_t i = first; i < first + n; i++) {
        const BlockTask *t = &s->tasks[i];
        bool goes_on = i > first && same_name(t - 1, t, a);
        if (!goes_on)
            g_string_append_printf(out, "%s" STR_FMT ": ",
                                   i > first ? ". " : "",
                                   STR_ARG(rich_plain(t->name, a)));
        else
            g_string_append(out, ", ");
        say_task(out, s, t, a);
    }
    if (n > 0)
        g_string_append_c(out, '.');
}

/* "기준일 2023년 12월 31일에 완료 2개, 진행 3개, 예정 1개임. " */
static void say_states(GString *out, const BlockSchedule *s, Arena *a)
{
    unsigned counts[3] = {0};
    for (uint32_t i = 0; i < s->n; i++)
        counts[s->tasks[i].state]++;
    if (s->base.year)
        g_string_append_printf(
            out, "기준일 " STR_FMT "에 완료 %u개, 진행 %u개, 예정 %u개임. ",
            STR_ARG(day_words(s->base, 0, false, a)), counts[JOB_DONE],
            counts[JOB_RUNNING], counts[JOB_AHEAD]);
}

Str schedule_words(const BlockSchedule *s, uint32_t first, uint32_t n,
                   unsigned part, unsigned parts, Arena *a)
{
    if (s->alt.n > 0)
        return parts > 1 ? str_printf(a, STR_FMT " (그림 %u개 가운데 %u번째)",
                                      STR_ARG(s->alt), parts, part)
                         : s->alt;
    GString *out = g_string_new(NULL);
    g_string_append_printf(out, STR_FMT ". 일정은 모두 %u개임. ",
                           STR_ARG(rich_plain(s->caption, a)), s->n);
    if (parts > 1)
        g_string_append_printf(
            out, "%u개로 나눈 그림 가운데 %u번째로, %u개를 보임. ", parts, part,
            n);
    say_states(out, s, a);
    say_tasks(out, s, first, n, a);
    Str all = str_dup((Str){out->str, out->len}, a);
    g_string_free(out, TRUE);
    return all;
}
