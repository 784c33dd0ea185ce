/* Facts: rows of ring, distributed label (K-53) and value. */
#include "page/mark.h"
#include "page/set.h"

typedef struct Fact {
    const Para *label, *text;
    const Type *text_type;
    Str label_text;    /* as read: without the spreading */
    ListTags tags;
    Tag *label_tag;
    Mark mark;
    Len label_x, text_x;
} Fact;

static void fact_draw(const Piece *piece, Pen *pen, Len top)
{
    const Fact *f = piece->data;
    /* Label and value share the baseline of the value. */
    Len base = type_baseline(f->text_type, top);
    mark_draw(&f->mark, pen, f->tags.label, pen->left + f->mark.marker->x,
        top);
    if (f->label->nlines > 0) {
        pen_tag_actual(pen, f->label_tag, f->label_text);
        pen_bare_line(pen, f->label, 0,
            (Point){pen->left + f->label_x, base});
        pen_lift(pen);
    }
    pen_para(pen, f->text, f->text_type, f->tags.body, pen->left + f->text_x,
        top);
}

/* The theme's width, or more when a label needs it. */
static Len label_width(Book *b, const BlockFacts *facts)
{
    Len width = b->theme->fact_label_width;
    for (uint32_t i = 0; i < facts->n; i++) {
        Len natural = rich_width(b, facts->rows[i].label,
            &b->types[STYLE_LEAD]);
        width = natural > width ? natural : width;
    }
    return width;
}

static Fact *fact_new(Book *b, const BlockFact *row, Len width, Tag *list)
{
    const Theme *t = b->theme;
    Fact *f = ARENA_NEW(b->scrap->arena, Fact);
    f->text_type = &b->types[STYLE_ITEM];
    f->label_x = t->item_marker.text_x;
    f->text_x = f->label_x + width + t->fact_gap;
    f->tags = list_item(b, list);
    f->label_tag = tag_in(b, f->tags.body, ROLE_STRONG);
    f->label_text = str_printf(b->scrap->arena, STR_FMT " ",
        STR_ARG(rich_plain(row->label, b->scrap->arena)));
    f->mark = mark_set(b, &t->item_marker, f->text_type);
    ParaSpec label = {.align = ALIGN_DISTRIBUTE, .measure = width};
    ParaSpec text = {.fit = FIT_BODY, .measure = b->measure - f->text_x};
    f->label = set_rich(b, row->label, &b->types[STYLE_LEAD], &label);
    f->text = set_rich(b, row->text, f->text_type, &text);
    return f;
}

static Len fact_height(const Fact *f)
{
    Len height = para_height(f->text, f->text_type);
    return height > f->text_type->pitch ? height : f->text_type->pitch;
}

/* The first two rows stay together, and so do the last two. */
static bool fact_keeps(uint32_t i, uint32_t n)
{
    return (i == 0 || i + 2 == n) && i + 1 < n;
}

void facts_set(Book *b, const Block *block)
{
    const BlockFacts *facts = block->facts;
    const ThemeSpace *space = &b->theme->facts;
    Len width = label_width(b, facts);
    tree_end_lists(b);
    Tag *list = tree_tag(b, ROLE_LIST);
    for (uint32_t i = 0; i < facts->n; i++) {
        Fact *f = fact_new(b, &facts->rows[i], width, list);
        flow_add(b->flow, (Piece){
            .draw = fact_draw,
            .data = f,
            .flags = fact_keeps(i, facts->n) ? PIECE_KEEP : 0,
            .lines = (uint8_t)(f->text->nlines < 9 ? f->text->nlines : 9),
            .before = i == 0 ? space_before(b, space) : 0,
            .height = fact_height(f),
            .after = i + 1 == facts->n ? space->after : 0,
            .pos = rich_source(facts->rows[i].label),
        });
    }
}
