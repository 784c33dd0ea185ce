/*
 * Schedules on pages: what the page has left holds the first part when a few
 * rows fit there; the rest goes on under the same head.
 */
#include "chart/schedule.h"

#include "doc/schedule_words.h"
#include "page/figure.h"

static ScheduleTask chart_task(Book *b, const BlockTask *t)
{
    static const TaskState states[] = {[JOB_DONE] = TASK_DONE,
                                       [JOB_RUNNING] = TASK_RUNNING,
                                       [JOB_AHEAD] = TASK_AHEAD};
    return (ScheduleTask){
        .group = chart_text(b, t->group),
        .name = chart_text(b, t->name),
        .text = chart_text(b, t->text),
        .progress = chart_text(b, t->progress),
        .done = t->done,
        .from = t->from,
        .to = t->to,
        .day = t->day,
        .state = states[t->state],
        .milestone = t->milestone,
        .vague = t->vague,
    };
}

static const ScheduleTask *chart_tasks(Book *b, const BlockSchedule *s)
{
    ScheduleTask *tasks = ARENA_ARRAY(b->scrap->arena, ScheduleTask, s->n);
    for (uint32_t i = 0; i < s->n; i++)
        tasks[i] = chart_task(b, &s->tasks[i]);
    return tasks;
}

/* The legend stands on the line of the caption where both have room. */
static void caption_join(Book *b, Figure *f, const SchedulePart *part)
{
    const Type *caption = &b->types[STYLE_CAPTION];
    Len apart = 2 * caption->text.size;
    if (f->caption->width + apart + part->legend <= b->measure)
        f->above = caption->pitch / 2 - part->legend_middle;
}

static void part_add(Book *b, const BlockSchedule *s, const SchedulePart *part,
                     unsigned i, unsigned n)
{
    Figure *f = ARENA_NEW(b->scrap->arena, Figure);
    f->drawing = part->drawing;
    f->goes_on = i + 1 < n;
    caption_set(b, i == 0 ? s->caption : caption_continued(b, s->caption),
                STR(""), f);
    caption_join(b, f, part);
    chart_add(
        b, f,
        schedule_words(s, part->first, part->n, i + 1, n, b->scrap->arena));
}

void schedule_set(Book *b, const Block *block)
{
    const BlockSchedule *s = block->schedule;
    const SchedulePart *parts;
    Len caption = caption_height(b);
    ChartTools tools = chart_tools(b, caption);
    FlowRoom room = flow_room(b->flow, space_before(b, &b->theme->chart));
    ScheduleSpec spec = {
        .pos = block->pos,
        .n = s->n,
        .tasks = chart_tasks(b, s),
        .head = chart_text(b, s->head),
        .unit = (ScheduleUnit)s->unit,
        .base = s->base,
        .from = s->from,
        .to = s->to,
        .here_depth = room.here - caption,
        .fresh_depth = room.fresh - caption,
    };
    tree_end_lists(b);
    unsigned n = schedule_make(&spec, &tools, &parts);
    for (unsigned i = 0; i < n; i++)
        part_add(b, s, &parts[i], i, n);
}
