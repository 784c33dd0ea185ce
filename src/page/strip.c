/* Flow strips on pages. */
#include "chart/strip.h"

#include "page/figure.h"

void flow_strip_set(Book *b, const Block *block)
{
    const BlockFlow *flow = block->flow;
    Arena *a = b->scrap->arena;
    Figure *f = ARENA_NEW(a, Figure);
    StripStep *steps = ARENA_ARRAY(a, StripStep, flow->n);
    for (uint32_t i = 0; i < flow->n; i++)
        steps[i] = (StripStep){chart_text(b, flow->steps[i].title),
                               chart_text(b, flow->steps[i].text),
                               chart_text(b, flow->steps[i].by),
                               chart_text(b, flow->steps[i].with)};
    StripSpec spec = {.pos = block->pos, .n = flow->n, .steps = steps};
    tree_end_lists(b);
    caption_set(b, flow->caption, STR(""), f);
    ChartTools tools = chart_tools(b, f->above);
    f->drawing = strip_make(&spec, &tools);
    chart_add(b, f, flow->alt);
}
