/* Items of the levels □ ○ - ·, notes ※ under them, and plain prose. */
#include "page/lines.h"
#include "page/set.h"

typedef struct ItemLook {
    const ThemeMarker *marker;
    const ThemeSpace *space;
    StyleId style;
} ItemLook;

/* The item before a table, or before a note on it, stays with that. */
static bool introduces(const Book *b)
{
    const Block *next = b->after;
    return block_clings(next)
        || (next && (next->kind == BLOCK_TABLE || next->kind == BLOCK_FACTS));
}

static Lines item_lines(Book *b, const Block *block, const ItemLook *look)
{
    const Type *type = &b->types[look->style];
    Len x = look->marker->text_x;
    ParaSpec spec = {.fit = FIT_BODY, .measure = b->measure - x};
    return (Lines){
        .para = set_rich(b, block->text, type, &spec),
        .type = type,
        .x = x,
        .mark = mark_set(b, look->marker, type),
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
    ItemLook look = {&t->item_marker, &t->item, STYLE_ITEM};
    list_item_set(b, block, &look, 0);
}

void subitem_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->subitem_marker, &t->subitem, STYLE_SUBITEM};
    list_item_set(b, block, &look, 1);
}

void point_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->point_marker, &t->point, STYLE_POINT};
    list_item_set(b, block, &look, 2);
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
    ItemLook look = {&t->item_note_marker, &t->item_note, STYLE_ITEM_NOTE};
    note_lines_set(b, block, &look, tree_item_body(b));
}

void note_set(Book *b, const Block *block)
{
    const Theme *t = b->theme;
    ItemLook look = {&t->note_marker, &t->note, STYLE_NOTE};
    tree_end_lists(b);
    note_lines_set(b, block, &look, tree_here(b));
}

void paragraph_set(Book *b, const Block *block)
{
    const Type *type = &b->types[STYLE_PARAGRAPH];
    ParaSpec spec = {.fit = FIT_BODY, .measure = b->measure};
    tree_end_lists(b);
    Lines lines = {
        .para = set_rich(b, block->text, type, &spec),
        .type = type,
        .tag = tree_tag(b, ROLE_PARA),
    };
    lines_add(b, &lines, &b->theme->paragraph, introduces(b));
}
