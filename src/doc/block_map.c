/*
 * Tile-grid maps: a figure for each district, at its place in a grid. The grid
 * is that of the 17 시도, found by their names, or stands in two columns.
 */
#include "data/unit.h"
#include "doc/chart_figure.h"
#include "doc/map_words.h"

#include <glib.h>

typedef struct MapPlan {
    TablePlan data; /* rows, caption, unit and the one column of figures */
    size_t name;    /* columns; SIZE_MAX: none */
    size_t row, column;
    const Template *alt;
    const BlockFit *fit; /* of the caption */
} MapPlan;

/* ---- the grid of the provinces ---- */

typedef struct Province {
    const char *name, *full, *older; /* older: before it was renamed */
    uint32_t row, column;
} Province;

static const Province provinces[] = {
    {"인천", "인천광역시", NULL, 1, 1},
    {"서울", "서울특별시", NULL, 1, 2},
    {"경기", "경기도", NULL, 1, 3},
    {"강원", "강원특별자치도", "강원도", 1, 4},
    {"충남", "충청남도", NULL, 2, 1},
    {"세종", "세종특별자치시", NULL, 2, 2},
    {"충북", "충청북도", NULL, 2, 3},
    {"경북", "경상북도", NULL, 2, 4},
    {"전북", "전북특별자치도", "전라북도", 3, 1},
    {"대전", "대전광역시", NULL, 3, 2},
    {"대구", "대구광역시", NULL, 3, 3},
    {"울산", "울산광역시", NULL, 3, 4},
    {"전남", "전라남도", NULL, 4, 1},
    {"광주", "광주광역시", NULL, 4, 2},
    {"경남", "경상남도", NULL, 4, 3},
    {"부산", "부산광역시", NULL, 4, 4},
    {"제주", "제주특별자치도", "제주도", 5, 1},
};

static const Province *province_find(Str name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
        const Province *p = &provinces[i];
        if (str_eq_c(name, p->name) || str_eq_c(name, p->full) ||
            (p->older && str_eq_c(name, p->older)))
            return p;
    }
    return NULL;
}

/* ---- planning ---- */

static size_t plan_key_column(Planner *p, const Table *t, const Node *keys,
                              const char *key)
{
    const Node *name = node_find(keys, key);
    return name ? plan_column(p, t, name->text, name->pos) : SIZE_MAX;
}

const void *plan_map(Planner *p, const BlockNode *block)
{
    MapPlan *plan = ARENA_NEW(p->arena, MapPlan);
    const Node *keys = block->value, *value = node_find(keys, "value");
    plan->data.rows = rows_plan_drawn(p, node_find(keys, "rows"), keys);
    const Table *t = plan->data.rows.table;
    ColumnPlan *figure = ARENA_NEW(p->arena, ColumnPlan);
    figure->col = SIZE_MAX;
    if (value)
        plan_drawn_column(p, t, value, figure);
    plan->data.columns = figure;
    plan->data.n = 1;
    plan->data.caption = plan_template(p, keys, "caption");
    plan->data.unit = plan_unit_text(p, keys);
    plan->name = plan_key_column(p, t, keys, "name");
    plan->row = plan_key_column(p, t, keys, "row");
    plan->column = plan_key_column(p, t, keys, "column");
    plan->alt = plan_words(p, keys, "alt");
    plan->fit = plan_fit(p, keys);
    return plan;
}

/* ---- places ---- */

/* A row or column of the grid: 1, 2, … It is a code, no amount: read from its
 * text whatever the type of the column. */
static bool run_index(Binder *b, const ExprScope *scope, size_t col,
                      uint32_t *out)
{
    enum { MOST = 40 };
    Str text = table_text(scope->rows.table, scope->row, col);
    Decimal n;
    bool number = decimal_parse(text, &n);
    for (uint32_t i = 1; number && i <= MOST; i++)
        if (decimal_cmp(n, decimal_from_int(i)) == 0) {
            *out = i;
            return true;
        }
    diag(b->diags, DIAG_MAP_GRID, table_pos(scope->rows.table, scope->row, col),
         diag_arg(b->diags, "%d", MOST));
    return false;
}

static bool run_province(Binder *b, Pos pos, Str name, BlockPlace *out)
{
    const Province *p = province_find(name);
    if (!p) {
        diag(b->diags, DIAG_MAP_NAME, pos, diag_str(b->diags, name));
        return false;
    }
    out->row = p->row;
    out->column = p->column;
    rich_add(&b->filler.rich, str_of(p->name), pos, 0);
    out->name = rich_take(&b->filler.rich);
    return true;
}

static bool run_place(Binder *b, const MapPlan *plan, const ExprScope *scope,
                      BlockPlace *out)
{
    const Table *t = scope->rows.table;
    Str name = table_text(t, scope->row, plan->name);
    out->pos = table_pos(t, scope->row, plan->name);
    if (plan->row == SIZE_MAX)
        return run_province(b, out->pos, name, out);
    rich_add(&b->filler.rich, typed_text(b->filler.typed, name), out->pos, 0);
    out->name = rich_take(&b->filler.rich);
    bool row = run_index(b, scope, plan->row, &out->row);
    return run_index(b, scope, plan->column, &out->column) && row;
}

/* No two places share a tile. */
static bool is_taken(Binder *b, const BlockMap *map, const BlockPlace *p)
{
    for (uint32_t i = 0; i < map->n; i++) {
        const BlockPlace *o = &map->places[i];
        if (o->row != p->row || o->column != p->column)
            continue;
        diag(b->diags, DIAG_MAP_TWICE, p->pos,
             diag_str(b->diags, rich_plain(o->name, b->arena)));
        return true;
    }
    return false;
}

static bool run_places(Binder *b, const MapPlan *plan, ExprScope *scope,
                       BlockMap *map)
{
    BlockPlace *places = ARENA_ARRAY(b->arena, BlockPlace, scope->rows.n);
    bool ok = true;
    map->places = places;
    for (size_t i = 0; i < scope->rows.n; i++) {
        scope->row = rowset_row(scope->rows, i);
        if (table_is_total(scope->rows.table, scope->row))
            continue;
        BlockPlace *p = &places[map->n];
        Str after = STR("");
        bool fine = run_place(b, plan, scope, p) && !is_taken(b, map, p);
        ok &= run_figure(b, plan->data.columns, map->unit, scope, &p->figure,
                         &after) &&
              fine;
        map->after = after.n ? after : map->after;
        map->n += fine;
    }
    scope->row = SIZE_MAX;
    return ok;
}

/* Provinces that the data does not tell of. */
static void add_missing(Binder *b, BlockMap *map)
{
    BlockPlace *all =
        ARENA_ARRAY(b->arena, BlockPlace, map->n + G_N_ELEMENTS(provinces));
    uint32_t n = map->n;
    for (uint32_t i = 0; i < n; i++)
        all[i] = map->places[i];
    for (size_t i = 0; i < G_N_ELEMENTS(provinces); i++) {
        const Province *p = &provinces[i];
        bool told = false;
        for (uint32_t k = 0; k < map->n && !told; k++)
            told = all[k].row == p->row && all[k].column == p->column;
        if (told)
            continue;
        rich_add(&b->filler.rich, str_of(p->name), POS_NONE, 0);
        all[n++] = (BlockPlace){.name = rich_take(&b->filler.rich),
                                .row = p->row,
                                .column = p->column};
    }
    map->places = all;
    map->n = n;
}

/* ---- the block ---- */

void run_map(Binder *b, const Step *step, const ExprScope *scope)
{
    const MapPlan *plan = step->plan;
    RowSet rows;
    if (plan->name == SIZE_MAX || !rows_take(&plan->data.rows, b, scope, &rows))
        return;
    BlockMap *map = ARENA_NEW(b->arena, BlockMap);
    ExprScope inner = rows_scope(rows, scope);
    map->unit = common_unit(&plan->data, b->arena);
    map->power = unit_parse(map->unit).power;
    if (!run_places(b, plan, &inner, map))
        return;
    if (plan->row == SIZE_MAX && map->n > 0)
        add_missing(b, map);
    map->caption = template_take(plan->data.caption, &inner, &b->filler);
    map->alt =
        plan->alt
            ? rich_plain(template_take(plan->alt, &inner, &b->filler), b->arena)
            : map_words(map, b->arena);
    Block *block = binder_add(b, step);
    block->number = ++b->figures;
    block->label = str_printf(b->arena, "그림 %u", block->number);
    block->map = map;
    block->fit = plan->fit;
}
