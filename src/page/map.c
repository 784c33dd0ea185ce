/* Maps on pages. */
#include "chart/map.h"

#include "page/figure.h"

static ChartTilePlace chart_place(Book *b, const BlockPlace *p)
{
    ChartText name = chart_text(b, p->name);
    return (ChartTilePlace){
        .name = name,
        .row = p->row,
        .column = p->column,
        .value = {.known = p->figure.known,
                  .number = p->figure.number,
                  .text = rich_plain(p->figure.text, b->scrap->arena),
                  .pos = p->figure.pos},
    };
}

void map_set(Book *b, const Block *block)
{
    const BlockMap *m = block->map;
    Arena *a = b->scrap->arena;
    Figure *f = ARENA_NEW(a, Figure);
    ChartTilePlace *places = ARENA_ARRAY(a, ChartTilePlace, m->n);
    for (uint32_t i = 0; i < m->n; i++)
        places[i] = chart_place(b, &m->places[i]);
    MapSpec spec = {.pos = block->pos,
                    .n = m->n,
                    .places = places,
                    .power = m->power,
                    .after = m->after};
    tree_end_lists(b);
    caption_set(b, m->caption, unit_words(b, m->unit, STR("")), f);
    ChartTools tools = chart_tools(b, f->above);
    f->drawing = map_make(&spec, &tools);
    chart_add(b, f, m->alt);
}
