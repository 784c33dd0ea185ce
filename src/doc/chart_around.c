/* Around a chart: base date, data table, source line. */
#include "doc/chart_around.h"

/* So many categories stand side by side in a table; more, one below another. */
enum { MOST_ACROSS = 7 };

ChartAround plan_around(Planner *p, const Node *keys)
{
    return (ChartAround){
        .base_date = plan_words(p, keys, "base_date"),
        .source = plan_template(p, keys, "source"),
        .table = node_find(keys, "data_table") != NULL,
    };
}

Str around_date(const ChartAround *around, Binder *b, const ExprScope *scope)
{
    RichText text = template_take(around->base_date, scope, &b->filler);
    Str date = rich_plain(text, b->arena);
    if (date.n == 0)
        return date;
    return str_printf(b->arena, STR_FMT " 기준", STR_ARG(date));
}

/* ---- the table ---- */

/* The figures of a chart as rows and columns, one way or the other. */
typedef struct Grid {
    const BlockChart *chart;
    bool across; /* categories are the columns */
    uint32_t rows, columns;
} Grid;

static Grid grid_of(const BlockChart *c)
{
    bool across = c->ncategories <= MOST_ACROSS;
    return (Grid){c, across, across ? c->nseries : c->ncategories,
                  across ? c->ncategories : c->nseries};
}

static RichText grid_head(const Grid *g, bool row, uint32_t i)
{
    return row == g->across ? g->chart->series[i].name
                            : g->chart->categories[i];
}

static RichText grid_cell(const Grid *g, uint32_t row, uint32_t column)
{
    uint32_t series = g->across ? row : column;
    uint32_t category = g->across ? column : row;
    return g->chart->series[series].figures[category].cell;
}

static const BlockColumn *grid_columns(const Grid *g, Arena *a)
{
    BlockColumn *columns = ARENA_ARRAY(a, BlockColumn, g->columns + 1);
    columns[0] = (BlockColumn){
        .head = g->chart->head, .align = CELL_CENTRE, .scope_row = true};
    for (uint32_t i = 0; i < g->columns; i++)
        columns[i + 1] = (BlockColumn){.head = grid_head(g, false, i),
                                       .align = CELL_DECIMAL};
    return columns;
}

static const BlockRow *grid_rows(const Grid *g, Arena *a)
{
    BlockRow *rows = ARENA_ARRAY(a, BlockRow, g->rows);
    for (uint32_t i = 0; i < g->rows; i++) {
        RichText *cells = ARENA_ARRAY(a, RichText, g->columns + 1);
        cells[0] = grid_head(g, true, i);
        for (uint32_t k = 0; k < g->columns; k++)
            cells[k + 1] = grid_cell(g, i, k);
        rows[i].cells = cells;
    }
    return rows;
}

static void table_add(Binder *b, const Step *step, const BlockChart *chart)
{
    Grid g = grid_of(chart);
    BlockTable *table = ARENA_NEW(b->arena, BlockTable);
    *table = (BlockTable){
        .ncolumns = g.columns + 1,
        .nrows = g.rows,
        .columns = grid_columns(&g, b->arena),
        .rows = grid_rows(&g, b->arena),
    };
    Block *block = binder_add(b, step);
    block->kind = BLOCK_TABLE;
    block->table = table;
}

/* ---- the whole ---- */

static void source_add(Binder *b, const Step *step, RichText source)
{
    Block *block = binder_add(b, step);
    block->kind = BLOCK_NOTE;
    rich_add(&b->filler.rich, STR("자료: "), step->pos, 0);
    for (uint32_t i = 0; i < source.n; i++)
        rich_add(&b->filler.rich, source.spans[i].text, source.spans[i].source,
                 source.spans[i].flags);
    block->text = rich_take(&b->filler.rich);
}

void around_add(const ChartAround *around, Binder *b, const Step *step,
                const BlockChart *chart, const ExprScope *scope)
{
    RichText source = template_take(around->source, scope, &b->filler);
    if (around->table)
        table_add(b, step, chart);
    if (source.n > 0)
        source_add(b, step, source);
}
