/* Sections and lists of the tag tree. */
#include "page/tree.h"

#include "page/book.h"

void tree_init(Book *b)
{
    b->tree = (Tree){.section[0] = b->out->tags->root};
}

Tag *tag_in(Book *b, Tag *parent, Role role)
{
    return tag_add(b->out->tags, parent, role);
}

Tag *tree_here(Book *b)
{
    Tree *s = &b->tree;
    for (int level = SECTION_LEVELS; level > 0; level--)
        if (s->section[level])
            return s->section[level];
    return s->section[0];
}

Tag *tree_tag(Book *b, Role role)
{
    return tag_in(b, tree_here(b), role);
}

int tree_depth(const Book *b)
{
    int depth = 0;
    for (int level = 1; level <= SECTION_LEVELS; level++)
        depth += b->tree.section[level] != NULL;
    return depth;
}

int tree_open(Book *b, int level, unsigned number)
{
    Tree *s = &b->tree;
    tree_end_lists(b);
    for (int l = level; l <= SECTION_LEVELS; l++) {
        s->section[l] = NULL;
        s->numbers[l] = 0;
    }
    Role role = level == 1 ? ROLE_PART : ROLE_SECTION;
    s->section[level] = tree_tag(b, role);
    s->numbers[level] = number;
    return tree_depth(b);
}

/* ---- lists ---- */

static void close_lists_below(Tree *s, int level)
{
    for (int l = level + 1; l < LIST_LEVELS; l++)
        s->list[l] = s->body[l] = NULL;
}

static Tag *list_parent(Book *b, int level)
{
    while (--level >= 0)
        if (b->tree.body[level])
            return b->tree.body[level];
    return tree_here(b);
}

ListTags list_item(Book *b, Tag *list)
{
    Tag *item = tag_in(b, list, ROLE_LIST_ITEM);
    Tag *label = tag_in(b, item, ROLE_LABEL);
    return (ListTags){label, tag_in(b, item, ROLE_LIST_BODY)};
}

ListTags tree_item(Book *b, int level)
{
    Tree *s = &b->tree;
    close_lists_below(s, level);
    if (!s->list[level])
        s->list[level] = tag_in(b, list_parent(b, level), ROLE_LIST);
    ListTags tags = list_item(b, s->list[level]);
    tag_text_here(tags.body); /* its notes and the lists under it follow */
    s->body[level] = tags.body;
    return tags;
}

Tag *tree_item_body(Book *b)
{
    return list_parent(b, LIST_LEVELS);
}

void tree_end_lists(Book *b)
{
    close_lists_below(&b->tree, -1);
}
