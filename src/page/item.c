/* Items of the levels □ ○ - ·, notes ※ under them, and plain prose. */
#include "page/lines.h"
#include "page/set.h"

typedef struct ItemLook {
    const ThemeMarker *marker;
    const ThemeSpace *space;
    StyleId style;
    const Para *number; /* instead of the marker's own text; may be NULL */
} ItemLook;

/* How deep a block stands in the list: □ is above, ○ 1, - 2, · 3. */
static int item_depth(BlockKind kind)
{
    switch (kind) {
    case BLOCK_ITEM:
        return 1;
    case BLOCK_SUBITEM:
        return 2;
    case BLOCK_POINT:
        return 3;
    default:
        return 0;
    }
}

/* An item stays with what it introduces (K-78): the first item under it, a
 * table, its note. */
static bool introduces(const Book *b)
{
    const Block *next = b->after;
    if (!next)
        return false;
    if (next->kind == BLOCK_NUMBERED)
        return next->level > b->block->level;
    return block_clings(next) || next->kind == BLOCK_TABLE ||
           next->kind == BLOCK_FACTS ||
           item_depth(next->kind) > item_depth(b->block->kind);
}

static Lines item_lines(Book *b, const Block *block, const ItemLook *look)
{
    const Type *type = &b->types[look->style];
    Len x = look->marker->text_x;
    ParaSpec spec = set_body(b, type, block->fit, b->measure - x);
    return (Lines){
        .para = set_rich(b, block->text, type, &spec),
        .type = type,
        .x = x,
        .mark = look->number ? (Mark){look->marker, type, look->number}
                             : mark_set(b, look->marker, type),
        .mark_x = look->marker->x,
    };
}

static void list_item_set(Book *b, const Block *block, const ItemLook *look,
                          int level)
{
    Lines lines = item_lines(b, block, look);
    ListTags tags = tree_item(b, level);
    lines.tag = tags.body;
    lines.mark_tag = tags.label;
    lines_add(b, &lines, look->space, introduces(b));
}

void item_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->item_marker, &t->item, STYLE_ITEM, NULL};
    list_item_set(b, block, &look, 0);
}

void subitem_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->subitem_marker, &t->subitem, STYLE_SUBITEM, NULL};
    list_item_set(b, block, &look, 1);
}

void point_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->point_marker, &t->point, STYLE_POINT, NULL};
    list_item_set(b, block, &look, 2);
}

/* K-71: a level begins one em further in; half an em stands between number
 * and text. An only item has no number (K-73). */
static const ThemeMarker *number_place(Book *b, const Block *block,
                                       const Type *type, const Para *number)
{
    ThemeMarker *m = ARENA_NEW(b->scrap->arena, ThemeMarker);
    Len em = type->text.size, x = (block->level - 1) * em;
    *m = (ThemeMarker){.x = x, .text_x = x};
    if (number)
        m->text_x += number->width + em / 2;
    return m;
}

void numbered_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    const Type *type = &b->types[STYLE_ITEM];
    Type figures = *type;
    figures.text.tabular = true; /* texts of 1. and 2. begin together */
    const Para *number = block->label.n > 0
                             ? set_label(b, block->label, &figures,
                                         block->pos, b->scrap->arena)
                             : NULL;
    ItemLook look = {
        .marker = number_place(b, block, type, number),
        .space = block->level == 1 ? &t->item : &t->subitem,
        .style = STYLE_ITEM,
        .number = number,
    };
    list_item_set(b, block, &look, block->level - 1);
}

static void note_lines_set(Book *b, const Block *block, const ItemLook *look,
                           Tag *parent)
{
    Lines lines = item_lines(b, block, look);
    Tag *note = tag_in(b, parent, ROLE_NOTE);
    lines.mark_tag = tag_in(b, note, ROLE_LABEL);
    lines.tag = note;
    lines_add(b, &lines, look->space, block_clings(b->after));
}

/* In the body of the item that it explains. */
void item_note_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->item_note_marker, &t->item_note, STYLE_ITEM_NOTE, NULL};
    note_lines_set(b, block, &look, tree_item_body(b));
}

void note_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->note_marker, &t->note, STYLE_NOTE, NULL};
    tree_end_lists(b);
    ThemeSpace space = t->note;
    if (b->before && b->before->kind == BLOCK_TABLE)
        space.after = t->table.after; /* the table's own, put off */
    look.space = &space;
    note_lines_set(b, block, &look, tree_here(b));
}

/* K-76: none right after a heading unless the theme asks for it. */
static Len first_indent(const Book *b)
{
    bool opens = b->before && block_is_heading(b->before);
    return opens && b->theme->after_heading == AFTER_HEADING_NONE
               ? 0
               : b->theme->first_line;
}

void paragraph_set(Book *b, const Block *block)
{
    const Type *type = &b->types[STYLE_PARAGRAPH];
    ParaSpec spec = set_body(b, type, block->fit, b->measure);
    spec.first_indent = first_indent(b);
    tree_end_lists(b);
    Lines lines = {
        .para = set_rich(b, block->text, type, &spec),
        .type = type,
        .tag = tree_tag(b, ROLE_PARA),
    };
    lines_add(b, &lines, &b->theme->paragraph, block_clings(b->after));
}
