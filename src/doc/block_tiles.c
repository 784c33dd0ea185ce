/* Tiles: key figures, each a label, a figure, its unit and a note. */
#include "doc/plan.h"

typedef struct TilePlan {
    const Template *label, *figure, *unit, *note;
} TilePlan;

typedef struct TilesPlan {
    size_t n;
    const TilePlan *tiles;
} TilesPlan;

const void *plan_tiles(Planner *p, const BlockNode *block)
{
    TilesPlan *plan = ARENA_NEW(p->arena, TilesPlan);
    const Node *list = block->value;
    plan->n = list && list->kind == NODE_LIST ? list->n : 0;
    TilePlan *tiles = ARENA_ARRAY(p->arena, TilePlan, plan->n);
    for (size_t i = 0; i < plan->n; i++) {
        const Node *tile = list->entries[i].value;
        tiles[i] = (TilePlan){
            .label = plan_words(p, tile, "label"),
            .figure = plan_words(p, tile, "figure"),
            .unit = plan_words(p, tile, "unit"),
            .note = plan_words(p, tile, "note"),
        };
    }
    plan->tiles = tiles;
    return plan;
}

void run_tiles(Binder *b, const Step *step, const ExprScope *scope)
{
    const TilesPlan *plan = step->plan;
    BlockTile *tiles = ARENA_ARRAY(b->arena, BlockTile, plan->n);
    for (size_t i = 0; i < plan->n; i++) {
        const TilePlan *t = &plan->tiles[i];
        tiles[i] = (BlockTile){
            .label = template_take(t->label, scope, &b->filler),
            .figure = template_take(t->figure, scope, &b->filler),
            .unit = template_take(t->unit, scope, &b->filler),
            .note = template_take(t->note, scope, &b->filler),
        };
    }
    BlockTiles *list = ARENA_NEW(b->arena, BlockTiles);
    *list = (BlockTiles){.n = (uint32_t)plan->n, .tiles = tiles};
    binder_add(b, step)->tiles = list;
}
