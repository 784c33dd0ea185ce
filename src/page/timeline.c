/*
 * Timelines on pages: the parts that the chart folder cuts them into, each a
 * figure that says which months it covers and, after the first, that it goes
 * on.
 */
#include "chart/timeline.h"
#include "doc/timeline_words.h"
#include "page/figure.h"

static const ChartEvent *chart_events(Book *b, const BlockTimeline *t)
{
    ChartEvent *events = ARENA_ARRAY(b->scrap->arena, ChartEvent, t->n);
    for (uint32_t i = 0; i < t->n; i++)
        events[i] = (ChartEvent){t->events[i].date, t->events[i].day,
                                 chart_text(b, t->events[i].text)};
    return events;
}

/* "(계 50개)" of a whole, "(1~6월 25개, 계 50개)" of a part. */
static Str count_words(Book *b, const BlockTimeline *t,
                       const TimelinePart *part)
{
    Arena *a = b->scrap->arena;
    if (part->n == t->n)
        return str_printf(a, "(계 %u개)", t->n);
    Str months = months_words(part->from, part->to, a);
    return str_printf(a, "(" STR_FMT " %u개, 계 %u개)", STR_ARG(months),
                      part->n, t->n);
}

static void part_add(Book *b, const BlockTimeline *t, const TimelinePart *parts,
                     unsigned i, unsigned n)
{
    const TimelinePart *part = &parts[i];
    Figure *f = ARENA_NEW(b->scrap->arena, Figure);
    EventRange range = {part->first, part->n};
    Str alt = t->alt;
    f->drawing = part->drawing;
    f->goes_on = i + 1 < n;
    caption_set(b, i == 0 ? t->caption : caption_continued(b, t->caption),
                count_words(b, t, part), f);
    if (n > 1)
        alt = timeline_part_words(t, range, part->from, part->to, i + 1, n,
                                  b->scrap->arena);
    chart_add(b, f, alt);
}

void timeline_set(Book *b, const Block *block)
{
    const BlockTimeline *t = block->timeline;
    const TimelinePart *parts;
    ChartTools tools = chart_tools(b, caption_height(b));
    FlowRoom room = flow_room(b->flow, space_before(b, &b->theme->chart));
    Len caption = caption_height(b);
    TimelineSpec spec = {
        .pos = block->pos,
        .n = t->n,
        .events = chart_events(b, t),
        .across = t->across,
        .split = (TimelineSplit)t->split,
        .from = t->from,
        .to = t->to,
        .here_depth = room.here > caption ? room.here - caption : 0,
        .first_depth = room.fresh - caption,
    };
    tree_end_lists(b);
    unsigned n = timeline_make(&spec, &tools, &parts);
    for (unsigned i = 0; i < n; i++)
        part_add(b, t, parts, i, n);
}
