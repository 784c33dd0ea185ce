/*
 * Figures: charts with their captions, and rows of key figures. The chart
 * folder draws; here styles come from the theme, and the drawing gets its place
 * and its tags.
 */
#include "page/figure.h"

/* ---- styles ---- */

static const StyleId STYLES[CHART_ROLES] = {
    [CHART_NAME] = STYLE_CHART_NAME,
    [CHART_VALUE] = STYLE_CHART_VALUE,
    [CHART_LABEL] = STYLE_CHART_LABEL,
    [CHART_TICK] = STYLE_CHART_TICK,
    [CHART_TILE_LABEL] = STYLE_TILE_LABEL,
    [CHART_TILE_FIGURE] = STYLE_TILE_FIGURE,
    [CHART_TILE_UNIT] = STYLE_TILE_UNIT,
    [CHART_TILE_NOTE] = STYLE_TILE_NOTE,
};

static const ChartStyle *chart_style(Book *b)
{
    const Theme *t = b->theme;
    ChartStyle *s = ARENA_NEW(b->scrap->arena, ChartStyle);
    *s = (ChartStyle){
        .accent = colour_of(t->accent),
        .tint1 = colour_of(t->tint1),
        .tint2 = colour_of(t->tint2),
        .frame_top = t->rule_top,
        .frame_bottom = t->rule_bottom,
        .frame_inner = t->rule_inner,
    };
    for (int i = 0; i < CHART_ROLES; i++) {
        const Type *type = &b->types[STYLES[i]];
        s->types[i] = (ChartType){type->text, type->pitch, type->centre};
    }
    return s;
}

ChartTools chart_tools(Book *b, Len above)
{
    return (ChartTools){
        .text = b->text,
        .style = chart_style(b),
        .width = b->measure,
        .depth = b->theme->depth - above,
        .negative = b->document->figures.negative,
        .arena = b->scrap->arena,
        .diags = b->diags,
    };
}

ChartText chart_text(Book *b, RichText t)
{
    return (ChartText){rich_plain(t, b->scrap->arena), rich_source(t)};
}

/* ---- figures on the page ---- */

/* A note under it brings its own, smaller space. A figure is company enough
 * for the heading above it (K-78). */
static void figure_add(Book *b, Figure *f, const ThemeSpace *space,
                       void (*draw)(const Piece *, Pen *, Len))
{
    bool clings = !f->goes_on && block_clings(b->after);
    Piece piece = {
        .draw = draw,
        .data = f,
        .flags = clings ? PIECE_KEEP : 0,
        .lines = LINES_UNDER_HEADING,
        .before = space_before(b, space),
        .height = f->above + drawing_height(f->drawing),
        .after = clings ? 0 : space->after,
        .pos = b->block->pos,
    };
    flow_add(b->flow, piece);
}

/* ---- charts ---- */

/* A figure as the tables print it; what a table leaves blank has a word here,
 * so that nothing known is not taken for nothing (K-199). */
static Str figure_words(Book *b, const BlockFigure *f)
{
    Str text = rich_plain(f->text, b->scrap->arena);
    return f->known || text.n > 0 ? text : STR("자료 없음");
}

static ChartSeries chart_series(Book *b, const BlockChart *c,
                                const BlockSeries *s)
{
    ChartValue *values =
        ARENA_ARRAY(b->scrap->arena, ChartValue, c->ncategories);
    for (uint32_t k = 0; k < c->ncategories; k++) {
        const BlockFigure *f = &s->figures[k];
        values[k] = (ChartValue){
            .known = f->known,
            .number = f->number,
            .text = figure_words(b, f),
            .pos = f->pos,
        };
    }
    return (ChartSeries){chart_text(b, s->name), values};
}

static const ChartSeries *chart_series_list(Book *b, const BlockChart *c,
                                            const BlockSeries *list, uint32_t n)
{
    ChartSeries *series = ARENA_ARRAY(b->scrap->arena, ChartSeries, n);
    for (uint32_t i = 0; i < n; i++)
        series[i] = chart_series(b, c, &list[i]);
    return series;
}

static ChartSpec chart_spec(Book *b, const BlockChart *c)
{
    Arena *a = b->scrap->arena;
    ChartText *categories = ARENA_ARRAY(a, ChartText, c->ncategories);
    for (uint32_t k = 0; k < c->ncategories; k++)
        categories[k] = chart_text(b, c->categories[k]);
    ChartSpec spec = {
        .pos = b->block->pos,
        .ncategories = c->ncategories,
        .nseries = c->nseries,
        .categories = categories,
        .series = chart_series_list(b, c, c->series, c->nseries),
        .power = c->power,
        .after = c->after,
        .digits = c->digits,
        .percent = str_eq_c(c->after, "%") || str_eq_c(c->unit, "%"),
        .total = chart_text(b, c->total),
        .head = chart_text(b, c->head),
        .beside = chart_series_list(b, c, c->beside, c->nbeside),
        .nbeside = c->nbeside,
        .levels = c->levels,
    };
    if (c->target)
        spec.target = chart_series_list(b, c, c->target, 1);
    chart_kind_find(c->kind, &spec.kind);
    return spec;
}

/* A drawing has no rule above that would part it from its caption. */
static Len caption_gap(const Book *b)
{
    return 3 * b->theme->unit_gap;
}

void caption_set(Book *b, RichText text, Str right, Figure *f)
{
    Arena *a = b->scrap->arena;
    const Type *caption = &b->types[STYLE_CAPTION];
    if (right.n > 0)
        f->unit = set_label(b, right, &b->types[STYLE_UNIT], b->block->pos, a);
    Len beside = f->unit ? f->unit->width + caption->text.size : 0;
    ParaSpec spec = {.fit = FIT_LINE, .measure = b->measure - beside};
    spec = set_fit(b, b->block->fit, spec);
    Span *spans = ARENA_ARRAY(a, Span, text.n + 2);
    spans[0] =
        (Span){.text = str_printf(a, STR_FMT ". ", STR_ARG(b->block->label)),
               .source = b->block->pos};
    for (uint32_t i = 0; i < text.n; i++)
        spans[i + 1] = text.spans[i];
    /* Read on by the unit, as one paragraph (K-168). */
    spans[text.n + 1] = (Span){.text = STR(" "), .source = b->block->pos};
    RichText all = {spans, text.n + (f->unit ? 2 : 1)};
    f->caption = set_rich(b, all, caption, &spec);
    f->above = para_height(f->caption, caption) + caption_gap(b);
}

Len caption_height(const Book *b)
{
    return b->types[STYLE_CAPTION].pitch + caption_gap(b);
}

RichText caption_continued(Book *b, RichText text)
{
    Arena *a = b->scrap->arena;
    Span *spans = ARENA_ARRAY(a, Span, text.n + 1);
    for (uint32_t i = 0; i < text.n; i++)
        spans[i] = text.spans[i];
    spans[text.n] = (Span){.text = STR(" (계속)"), .source = b->block->pos};
    return (RichText){spans, text.n + 1};
}

static void caption_draw(const Figure *f, Pen *pen, Len top)
{
    const Book *b = pen->book;
    const Type *caption = &b->types[STYLE_CAPTION];
    const Type *unit = &b->types[STYLE_UNIT];
    pen_para(pen, f->caption, caption, f->caption_tag, pen->left, top);
    if (f->unit)
        pen_para(pen, f->unit, unit, f->caption_tag,
                 pen->left + pen->width - f->unit->width,
                 type_baseline(caption, top) - type_baseline(unit, 0));
}

static void chart_draw(const Piece *piece, Pen *pen, Len top)
{
    const Figure *f = piece->data;
    Len y = top + f->above;
    TagExtra *extra = tag_extra(pen->book->out->tags, f->tag);
    caption_draw(f, pen, top);
    pen_tag(pen, f->tag);
    drawing_put(f->drawing, pen->page, (Point){pen->left, y});
    pen_lift(pen);
    extra->bbox = (Rect){pen->left, y, pen->width, drawing_height(f->drawing)};
    extra->bbox_page = pen->page->index;
}

Str unit_words(Book *b, Str unit, Str as_of)
{
    if (unit.n == 0 && as_of.n == 0)
        return unit;
    return str_printf(b->scrap->arena, "(%s" STR_FMT "%s" STR_FMT ")",
                      unit.n > 0 ? "단위: " : "", STR_ARG(unit),
                      unit.n > 0 && as_of.n > 0 ? ", " : "", STR_ARG(as_of));
}

void chart_add(Book *b, Figure *f, Str alt)
{
    if (!f->drawing)
        return;
    f->caption_tag = tree_tag(b, ROLE_PARA);
    f->tag = tree_tag(b, ROLE_FIGURE);
    tag_extra(b->out->tags, f->tag)->alt =
        book_said(b, str_dup(alt, b->out->arena), b->out->arena);
    figure_add(b, f, &b->theme->chart, chart_draw);
}

void chart_set(Book *b, const Block *block)
{
    const BlockChart *c = block->chart;
    Figure *f = ARENA_NEW(b->scrap->arena, Figure);
    ChartSpec spec = chart_spec(b, c);
    tree_end_lists(b);
    caption_set(b, c->caption, unit_words(b, c->unit, c->as_of), f);
    ChartTools tools = chart_tools(b, f->above);
    f->drawing = chart_make(&spec, &tools);
    chart_add(b, f, c->alt);
}

/* ---- key figures ---- */

static void tiles_draw(const Piece *piece, Pen *pen, Len top)
{
    const Figure *f = piece->data;
    Point at = {pen->left, top};
    pen_artifact(pen, ARTIFACT_LAYOUT);
    drawing_put_shapes(f->drawing, pen->page, at);
    for (uint32_t i = 0; i < f->n; i++) {
        pen_tag(pen, f->items[i].label);
        drawing_put_labels(f->drawing, (int)i * 3, pen->page, at);
        pen_tag(pen, f->items[i].figure);
        drawing_put_labels(f->drawing, (int)i * 3 + 1, pen->page, at);
        if (!f->items[i].note)
            continue;
        pen_tag(pen, f->items[i].note);
        drawing_put_labels(f->drawing, (int)i * 3 + 2, pen->page, at);
    }
}

static TileTags tile_tags(Book *b, Tag *list, const ChartTile *tile)
{
    TagTree *tree = b->out->tags;
    ListTags item = list_item(b, list);
    return (TileTags){
        .label = item.label,
        .figure = tag_add(tree, item.body, ROLE_PARA),
        .note = tile->note.text.n ? tag_add(tree, item.body, ROLE_PARA) : NULL,
    };
}

static ChartTile chart_tile(Book *b, const BlockTile *t)
{
    return (ChartTile){
        .label = chart_text(b, t->label),
        .figure = chart_text(b, t->figure),
        .unit = chart_text(b, t->unit),
        .note = chart_text(b, t->note),
    };
}

void tiles_set(Book *b, const Block *block)
{
    Arena *a = b->scrap->arena;
    const BlockTiles *t = block->tiles;
    ChartTile *tiles = ARENA_ARRAY(a, ChartTile, t->n);
    Figure *f = ARENA_NEW(a, Figure);
    ChartTools tools = chart_tools(b, 0);
    for (uint32_t i = 0; i < t->n; i++)
        tiles[i] = chart_tile(b, &t->tiles[i]);
    tree_end_lists(b);
    f->drawing = tiles_make(tiles, t->n, block->pos, &tools);
    if (!f->drawing)
        return;
    f->n = t->n;
    f->items = ARENA_ARRAY(a, TileTags, t->n);
    Tag *list = tree_tag(b, ROLE_LIST);
    for (uint32_t i = 0; i < t->n; i++)
        f->items[i] = tile_tags(b, list, &tiles[i]);
    figure_add(b, f, &b->theme->tiles, tiles_draw);
}
