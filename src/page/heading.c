/*
 * Headings: chapter, section, field, task, and the □ head.
 *
 * Each is one piece kept with what follows (K-78): a shape with the number at
 * the left, the title on one line by fitting (K-45).
 */
#include "page/lines.h"
#include "page/outline.h"
#include "page/set.h"

typedef struct HeadingPiece {
    Heading *entry; /* NULL for □ */
    Tag *tag;
    Str label;          /* as read */
    const Para *number; /* NULL when it has none */
    const Para *title;
    Len title_x;      /* task: of the title */
    const Para *note; /* field: the committee */
    Len note_width;
    Tag *note_tag;
    const Type *title_type, *number_type, *note_type;
} HeadingPiece;

static Role heading_role(int depth)
{
    return (Role)(ROLE_H1 + (depth > 6 ? 6 : depth) - 1);
}

static HeadingPiece *heading_open(Book *b, const Block *block, StyleId title,
                                  StyleId number, Len measure)
{
    Arena *a = b->scrap->arena;
    int depth = tree_open(b, block->level, block->number);
    HeadingPiece *h = ARENA_NEW(a, HeadingPiece);
    h->entry = outline_enter(b, block, depth);
    h->tag = tree_tag(b, heading_role(depth));
    h->label = heading_label(block, a);
    h->title_type = &b->types[title];
    h->number_type = &b->types[number];
    if (block->label.n > 0)
        h->number = set_label(b, block->label, h->number_type, block->pos, a);
    h->title = set_heading(b, block->text, h->title_type, measure, block->fit);
    return h;
}

typedef void PieceDraw(const Piece *, Pen *, Len);

static void heading_add(Book *b, HeadingPiece *h, PieceDraw *draw, Len height,
                        const ThemeSpace *space)
{
    Piece piece = {
        .draw = draw,
        .data = h,
        .flags = PIECE_KEEP | PIECE_HEADING | PIECE_OPENS,
        .lines = 1,
        .before = space_before(b, space),
        .height = height,
        .after = space->after,
        .pos = b->block->pos,
    };
    flow_add(b->flow, piece);
}

/* The number with its left edge at x; reads with what parts it from the
 * title. */
static void number_draw(const HeadingPiece *h, Pen *pen, Len x, Len baseline)
{
    if (!h->number || h->number->nlines == 0)
        return;
    pen_tag_actual(pen, h->tag, h->label);
    pen_bare_line(pen, h->number, 0, (Point){x, baseline});
    pen_lift(pen);
}

static void number_draw_centred(const HeadingPiece *h, Pen *pen, Rect cell)
{
    Len width = h->number ? h->number->width : 0;
    Len middle = cell.y + cell.h / 2;
    number_draw(h, pen, cell.x + (cell.w - width) / 2,
                middle + h->number_type->centre);
}

static Len max_len(Len a, Len b)
{
    return a > b ? a : b;
}

/* ---- chapter: accent block, white numeral, rule ---- */

static Len chapter_height(const Theme *t, const HeadingPiece *h)
{
    return max_len(t->chapter_block, para_height(h->title, h->title_type));
}

static void chapter_draw(const Piece *piece, Pen *pen, Len top)
{
    const HeadingPiece *h = piece->data;
    const Theme *t = pen->book->theme;
    Colour accent = colour_of(t->accent);
    Len height = chapter_height(t, h);
    Len text = para_height(h->title, h->title_type);
    Rect block = {pen->left, top, t->chapter_block, height};
    outline_place(pen, h->entry, top);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_fill_rect(pen->page, block, accent);
    dlpage_fill_rect(
        pen->page, (Rect){pen->left, top + height, pen->width, t->chapter_rule},
        accent);
    number_draw_centred(h, pen, block);
    pen_para(pen, h->title, h->title_type, h->tag,
             pen->left + t->chapter_block + t->chapter_gap,
             top + (height - text) / 2);
}

/* A chapter begins a page. */
void chapter_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    flow_break(b->flow, SHEET_BODY);
    HeadingPiece *h =
        heading_open(b, block, STYLE_CHAPTER, STYLE_CHAPTER_NUMBER,
                     b->measure - t->chapter_block - t->chapter_gap);
    heading_add(b, h, chapter_draw, chapter_height(t, h) + t->chapter_rule,
                &t->chapter);
}

/* ---- section: number in a square ---- */

static void section_draw(const Piece *piece, Pen *pen, Len top)
{
    const HeadingPiece *h = piece->data;
    const Theme *t = pen->book->theme;
    Len side = t->section_square;
    Len inset = t->section_stroke;
    Rect square = {pen->left, top + (h->title_type->pitch - side) / 2, side,
                   side};
    Rect outline = {square.x + inset / 2, square.y + inset / 2, side - inset,
                    side - inset};
    outline_place(pen, h->entry, top);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_stroke_rect(pen->page, outline, inset, colour_of(t->ink));
    number_draw_centred(h, pen, square);
    pen_para(pen, h->title, h->title_type, h->tag,
             pen->left + side + t->section_gap, top);
}

void section_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    HeadingPiece *h =
        heading_open(b, block, STYLE_SECTION, STYLE_SECTION_NUMBER,
                     b->measure - t->section_square - t->section_gap);
    heading_add(b, h, section_draw, para_height(h->title, h->title_type),
                &t->section);
}

/* ---- field: tinted band, accent bar, committee at the right ---- */

static Len field_height(const Theme *t, const HeadingPiece *h)
{
    Len text = para_height(h->title, h->title_type);
    Len note = h->note ? para_height(h->note, h->note_type) : 0;
    return max_len(t->field_height, max_len(text, note));
}

static void committee_draw(const HeadingPiece *h, Pen *pen, Len middle)
{
    if (!h->note)
        return;
    Len right = pen->left + pen->width - pen->book->theme->field_note_inset;
    pen_para(pen, h->note, h->note_type, h->note_tag, right - h->note_width,
             middle - para_height(h->note, h->note_type) / 2);
}

static void field_draw(const Piece *piece, Pen *pen, Len top)
{
    const HeadingPiece *h = piece->data;
    const Theme *t = pen->book->theme;
    Len height = field_height(t, h);
    Len text = para_height(h->title, h->title_type);
    Rect bar = {pen->left, top, t->field_bar, height};
    Rect number = {pen->left + t->field_bar, top, t->field_number_width,
                   height};
    outline_place(pen, h->entry, top);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    dlpage_fill_rect(pen->page, (Rect){pen->left, top, pen->width, height},
                     colour_of(t->tint1));
    dlpage_fill_rect(pen->page, bar, colour_of(t->accent));
    number_draw_centred(h, pen, number);
    pen_para(pen, h->title, h->title_type, h->tag, number.x + number.w,
             top + (height - text) / 2);
    committee_draw(h, pen, top + height / 2);
}

/* The committee takes half of the band at most. */
static Len committee_width(Book *b, const Block *block)
{
    Len natural = rich_width(b, block->note, &b->types[STYLE_FIELD_NOTE]);
    return natural < b->measure / 2 ? natural : b->measure / 2;
}

static void committee_set(Book *b, const Block *block, HeadingPiece *h)
{
    ParaSpec spec = {
        .align = ALIGN_RIGHT,
        .fit = FIT_LINE,
        .measure = h->note_width,
    };
    if (rich_is_empty(block->note))
        return;
    h->note_type = &b->types[STYLE_FIELD_NOTE];
    h->note = set_rich(b, block->note, h->note_type, &spec);
    h->note_tag = tree_tag(b, ROLE_PARA);
}

void field_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    Len note = committee_width(b, block);
    Len beside =
        t->field_bar + t->field_number_width + 2 * t->field_note_inset + note;
    HeadingPiece *h =
        heading_open(b, block, STYLE_FIELD, STYLE_FIELD, b->measure - beside);
    h->note_width = note;
    committee_set(b, block, h);
    heading_add(b, h, field_draw, field_height(t, h), &t->field);
}

/* ---- task: circled numeral, rule below ---- */

static void task_draw(const Piece *piece, Pen *pen, Len top)
{
    const HeadingPiece *h = piece->data;
    const Theme *t = pen->book->theme;
    Len text = para_height(h->title, h->title_type);
    Len middle = top + h->title_type->pitch / 2;
    outline_place(pen, h->entry, top);
    number_draw(h, pen, pen->left, middle + h->number_type->centre);
    pen_para(pen, h->title, h->title_type, h->tag, pen->left + h->title_x, top);
    pen_artifact(pen, ARTIFACT_LAYOUT);
    pen_rule(pen, pen->left, top + text + t->task_rule_gap, pen->width,
             t->task_rule, colour_of(t->ink));
}

/* A number wider than its column, as (12) is, moves the title. */
static Len task_title_x(Book *b, const Block *block)
{
    const Type *type = &b->types[STYLE_TASK_NUMBER];
    Len column = b->theme->task_number_width;
    Len number =
        text_width(b->text, block->label, &type->text, block->pos, b->diags);
    return max_len(column, number + column - type->text.size);
}

void task_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    Len x = task_title_x(b, block);
    HeadingPiece *h =
        heading_open(b, block, STYLE_TASK, STYLE_TASK_NUMBER, b->measure - x);
    h->title_x = x;
    heading_add(b, h, task_draw,
                para_height(h->title, h->title_type) + t->task_rule_gap +
                    t->task_rule,
                &t->task);
}

/* ---- □ head: a heading without number, below the numbered ones ---- */

void head_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    const ThemeMarker *marker = &t->head_marker;
    const Type *type = &b->types[STYLE_HEAD];
    tree_end_lists(b);
    Tag *tag = tree_tag(b, heading_role(tree_depth(b) + 1));
    Lines lines = {
        .para = set_heading(b, block->text, type, b->measure - marker->text_x,
                            block->fit),
        .type = type,
        .tag = tag,
        .x = marker->text_x,
        .mark = mark_set(b, marker, type),
        .mark_tag = tag,
        .mark_x = marker->x,
    };
    heading_lines_add(b, &lines, &t->head);
}
