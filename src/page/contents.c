/*
 * Contents: headings with leaders and page numbers (K-82).
 *
 * Every entry is set before the body, so the number of contents pages and
 * with it every page index is known at once; the page numbers are filled in
 * when the sheets are drawn, last of all. Three voices tell three levels:
 * chapters in bold serif, fields in bold gothic, the rest in light serif.
 */
#include "page/set.h"

typedef struct Voice {
    StyleId style;
    int column;  /* of contents_number and contents_indent */
    bool strong; /* page number */
} Voice;

static const Voice VOICES[] = {
    {STYLE_CONTENTS_1, 0, true},
    {STYLE_CONTENTS_2, 1, true},
    {STYLE_CONTENTS_3, 2, false},
};

/* A dot of a leader, and its middle above the baseline. */
#define LEADER_DOT LEN_PT(1.1)
#define LEADER_RISE LEN_PT(1.7)

typedef struct Entry {
    const Heading *heading;
    const Voice *voice;
    const Type *type;
    const Para *label, *title;
    Len label_x, title_x; /* both on the baseline of the title */
    Tag *tag, *label_tag; /* the link and the number in it */
} Entry;

typedef struct ContentsTitle {
    const Para *para;
    const Type *type;
    Tag *tag;
    Str text;
} ContentsTitle;

/* ---- drawing ---- */

static void title_draw(const Piece *piece, Pen *pen, Len top)
{
    const ContentsTitle *c = piece->data;
    const Theme *t = pen->book->theme;
    pen_para_actual(pen, c->para, c->type, c->tag, pen->left, top, c->text);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    pen_rule(pen, pen->left,
             top + para_height(c->para, c->type) + t->contents_rule_gap,
             pen->width, t->chapter_rule, colour_of(t->accent));
}

/* Dots stand on one grid counted from the right margin, so that every dot
 * stands under a dot: one dashed line of round caps, drawn leftwards. */
static void leader_draw(Pen *pen, Len title_end, Len y)
{
    const Theme *t = pen->book->theme;
    Len right = pen->left + pen->width - t->leader_margin;
    Len room = right - (title_end + t->leader_gap);
    if (room < t->leader_pitch)
        return;
    Len left = right - room / t->leader_pitch * t->leader_pitch;
    const uint8_t segs[] = {SEG_MOVE, SEG_LINE};
    const Point points[] = {{right, y}, {left - 1, y}};
    DlPath path = {.nsegs = 2, .segs = segs, .points = points};
    DlPaint paint = {
        .stroke = true,
        .stroke_colour = colour_of(t->ink),
        .line_width = LEADER_DOT,
        .round_cap = true,
        .dash = {1, t->leader_pitch - 1},
    };
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_add_path(pen->page, &path, &paint);
}

/* Page numbers are known only now: they live on the page they stand on. */
static void number_draw(const Entry *e, Pen *pen, Len top)
{
    Book *b = pen->book;
    Arena *a = pen->page->arena;
    Type type = b->types[STYLE_CONTENTS_PAGE];
    if (e->voice->strong)
        type.text.role = type.strong.role;
    Str number = str_printf(a, "%u", e->heading->number);
    const Para *p = set_label(b, number, &type, e->heading->block->pos, a);
    /* One baseline with the title, whatever the sizes. */
    Point at = {pen->left + pen->width - p->width, type_baseline(e->type, top)};
    if (p->nlines == 0)
        return;
    pen_tag_actual(pen, e->tag, str_printf(a, " " STR_FMT, STR_ARG(number)));
    pen_bare_line(pen, p, 0, at);
}

static void label_draw(const Entry *e, Pen *pen, Len top)
{
    if (e->label->nlines == 0)
        return;
    pen_tag_actual(pen, e->label_tag,
                   heading_label(e->heading->block, pen->page->arena));
    pen_bare_line(pen, e->label, 0,
                  (Point){pen->left + e->label_x, type_baseline(e->type, top)});
    pen_lift(pen);
}

static void link_add(const Entry *e, Pen *pen, Len top, Len height)
{
    Arena *a = pen->page->arena;
    Str text = book_said(pen->book, heading_text(e->heading->block, a), a);
    DlLink link = {
        .rect = {pen->left, top, pen->width, height},
        .target = e->heading->dest,
        .contents =
            str_printf(a, STR_FMT ", %u쪽", STR_ARG(text), e->heading->number),
        .tag = e->tag,
    };
    dlpage_add_link(pen->page, pen->book->out, link);
}

static void entry_draw(const Piece *piece, Pen *pen, Len top)
{
    const Entry *e = piece->data;
    const TextLine *last = &e->title->lines[e->title->nlines - 1];
    Len last_top = top + (Len)(e->title->nlines - 1) * e->type->pitch;
    label_draw(e, pen, top);
    pen_para(pen, e->title, e->type, e->tag, pen->left + e->title_x, top);
    leader_draw(pen, pen->left + e->title_x + last->width,
                type_baseline(e->type, last_top) - LEADER_RISE);
    number_draw(e, pen, last_top);
    link_add(e, pen, top, piece->height);
    pen_lift(pen);
}

/* ---- setting ---- */

/* A section with tasks under it speaks as loud as a field; one without is a
 * leaf like a task. */
static const Voice *voice_of(const Book *b, uint32_t i)
{
    const Heading *h = &b->outline.headings[i];
    if (h->block->kind == BLOCK_CHAPTER)
        return &VOICES[0];
    if (h->block->kind == BLOCK_FIELD)
        return &VOICES[1];
    bool parent = i + 1 < b->outline.n &&
                  b->outline.headings[i + 1].block->level > h->block->level;
    return parent ? &VOICES[1] : &VOICES[2];
}

/* No row lacks its leader: two dots at least. */
static Len title_measure(const Book *b, const Entry *e)
{
    const Theme *t = b->theme;
    return b->measure - e->title_x - t->leader_margin - t->leader_gap -
           2 * t->leader_pitch;
}

/* TOCI > Reference > Link > (Lbl, title, page number). */
static void entry_tag(Book *b, Entry *e, Tag *parent)
{
    Tag *item = tag_in(b, parent, ROLE_CONTENTS_ITEM);
    Tag *reference = tag_in(b, item, ROLE_REFERENCE);
    e->tag = tag_in(b, reference, ROLE_LINK);
    e->label_tag = tag_in(b, e->tag, ROLE_LABEL);
}

/* Figures above one another are in gothic, like the page numbers. */
static const Type *label_type(const Book *b, const Entry *e)
{
    bool figure = e->heading->block->kind == BLOCK_SECTION &&
                  e->voice->style == STYLE_CONTENTS_3;
    return figure ? &b->types[STYLE_CONTENTS_PAGE] : e->type;
}

static Entry *entry_new(Book *b, uint32_t i, Tag *parent)
{
    const Theme *t = b->theme;
    Entry *e = ARENA_NEW(b->scrap->arena, Entry);
    e->heading = &b->outline.headings[i];
    e->voice = voice_of(b, i);
    e->type = &b->types[e->voice->style];
    e->label_x = t->contents_indent[e->voice->column];
    e->title_x = e->label_x + t->contents_number[e->voice->column];
    e->label = set_label(b, e->heading->block->label, label_type(b, e),
                         e->heading->block->pos, b->scrap->arena);
    ParaSpec spec = {.fit = FIT_PROSE, .measure = title_measure(b, e)};
    e->title =
        set_rich(b, rich_bare(b, e->heading->block->text), e->type, &spec);
    entry_tag(b, e, parent);
    return e;
}

static void entry_add(Book *b, Entry *e, bool keep)
{
    Piece piece = {
        .draw = entry_draw,
        .data = e,
        .flags = keep ? PIECE_KEEP : 0,
        .lines = 1,
        .before = b->theme->contents_before[e->voice->column],
        .height = para_height(e->title, e->type),
        .pos = e->heading->block->pos,
    };
    flow_add(b->flow, piece);
}

static void title_set(Book *b, RichText title, Tag *contents)
{
    if (rich_is_empty(title))
        return;
    ContentsTitle *c = ARENA_NEW(b->scrap->arena, ContentsTitle);
    c->type = &b->types[STYLE_CONTENTS_TITLE];
    bool spread = c->type->spread > rich_width(b, title, c->type);
    ParaSpec spec = {
        .align = spread ? ALIGN_DISTRIBUTE : ALIGN_LEFT,
        .measure = spread ? c->type->spread : b->measure,
    };
    c->para = set_rich(b, title, c->type, &spec);
    c->tag = tag_in(b, contents, ROLE_CAPTION);
    c->text = rich_plain(title, b->scrap->arena);
    Piece piece = {
        .draw = title_draw,
        .data = c,
        .flags = PIECE_KEEP,
        .lines = 1,
        .height = para_height(c->para, c->type) + b->theme->contents_rule_gap +
                  b->theme->chapter_rule,
        .pos = b->block->pos,
    };
    flow_add(b->flow, piece);
}

/* The next heading that the contents name, or n. */
static uint32_t next_entry(const Book *b, uint32_t i, int depth)
{
    while (i < b->outline.n && b->outline.headings[i].block->level > depth)
        i++;
    return i;
}

void contents_set(Book *b, const Block *block)
{
    const BlockContents *c = block->contents;
    flow_break(b->flow, SHEET_CONTENTS);
    tree_end_lists(b);
    Tag *tag = tree_tag(b, ROLE_CONTENTS);
    title_set(b, c->title, tag);
    for (uint32_t i = next_entry(b, 0, c->depth); i < b->outline.n;) {
        uint32_t next = next_entry(b, i + 1, c->depth);
        Entry *e = entry_new(b, i, tag);
        /* An entry stays with the first one under it. */
        bool keep =
            next < b->outline.n && b->outline.headings[next].block->level >
                                       b->outline.headings[i].block->level;
        entry_add(b, e, keep);
        i = next;
    }
    flow_break(b->flow, SHEET_BODY);
}
