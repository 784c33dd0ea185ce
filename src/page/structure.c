/* Sections and lists of the tag tree. */
#include "page/structure.h"

#include "page/book.h"

void structure_init(Book *b)
{
    b->structure = (Structure){.section[0] = b->out->tags->root};
}

Tag *tag_in(Book *b, Tag *parent, Role role)
{
    return tag_add(b->out->tags, parent, role);
}

Tag *structure_here(Book *b)
{
    Structure *s = &b->structure;
    for (int level = SECTION_LEVELS; level > 0; level--)
        if (s->section[level])
            return s->section[level];
    return s->section[0];
}

Tag *structure_tag(Book *b, Role role)
{
    return tag_in(b, structure_here(b), role);
}

int structure_depth(const Book *b)
{
    int depth = 0;
    for (int level = 1; level <= SECTION_LEVELS; level++)
        depth += b->structure.section[level] != NULL;
    return depth;
}

int structure_open(Book *b, int level, unsigned number)
{
    Structure *s = &b->structure;
    structure_end_lists(b);
    for (int l = level; l <= SECTION_LEVELS; l++) {
        s->section[l] = NULL;
        s->numbers[l] = 0;
    }
    Role role = level == 1 ? ROLE_PART : ROLE_SECTION;
    s->section[level] = structure_tag(b, role);
    s->numbers[level] = number;
    return structure_depth(b);
}

/* ---- lists ---- */

static void close_lists_below(Structure *s, int level)
{
    for (int l = level + 1; l < LIST_LEVELS; l++)
        s->list[l] = s->body[l] = NULL;
}

static Tag *list_parent(Book *b, int level)
{
    while (--level >= 0)
        if (b->structure.body[level])
            return b->structure.body[level];
    return structure_here(b);
}

ListTags list_item(Book *b, Tag *list)
{
    Tag *item = tag_in(b, list, ROLE_LIST_ITEM);
    Tag *label = tag_in(b, item, ROLE_LABEL);
    return (ListTags){label, tag_in(b, item, ROLE_LIST_BODY)};
}

ListTags structure_item(Book *b, int level)
{
    Structure *s = &b->structure;
    close_lists_below(s, level);
    if (!s->list[level])
        s->list[level] = tag_in(b, list_parent(b, level), ROLE_LIST);
    ListTags tags = list_item(b, s->list[level]);
    s->body[level] = tags.body;
    return tags;
}

Tag *structure_item_body(Book *b)
{
    return list_parent(b, LIST_LEVELS);
}

void structure_end_lists(Book *b)
{
    close_lists_below(&b->structure, -1);
}
