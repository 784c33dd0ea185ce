/* Tags: building the tree. */
#include "dlist/tag.h"

#include "dlist/tag_int.h"

#include <assert.h>

static const char *const names[ROLE_COUNT] = {
    [ROLE_DOCUMENT] = "document",
    [ROLE_PART] = "part",
    [ROLE_SECTION] = "section",
    [ROLE_TITLE] = "title",
    [ROLE_H1] = "h1",
    [ROLE_H2] = "h2",
    [ROLE_H3] = "h3",
    [ROLE_H4] = "h4",
    [ROLE_H5] = "h5",
    [ROLE_H6] = "h6",
    [ROLE_PARA] = "para",
    [ROLE_LIST] = "list",
    [ROLE_LIST_ITEM] = "list-item",
    [ROLE_LABEL] = "label",
    [ROLE_LIST_BODY] = "list-body",
    [ROLE_TABLE] = "table",
    [ROLE_CAPTION] = "caption",
    [ROLE_TABLE_HEAD] = "table-head",
    [ROLE_TABLE_BODY] = "table-body",
    [ROLE_ROW] = "row",
    [ROLE_HEADER_CELL] = "header-cell",
    [ROLE_CELL] = "cell",
    [ROLE_FIGURE] = "figure",
    [ROLE_CONTENTS] = "contents",
    [ROLE_CONTENTS_ITEM] = "contents-item",
    [ROLE_REFERENCE] = "reference",
    [ROLE_LINK] = "link",
    [ROLE_NOTE] = "note",
    [ROLE_BOX] = "box",
    [ROLE_STRONG] = "strong",
    [ROLE_EMPHASIS] = "emphasis",
    [ROLE_UNDERLINE] = "underline",
    [ROLE_SPAN] = "span",
};

const char *role_name(Role r)
{
    assert(r < ROLE_COUNT);
    return names[r];
}

static Tag *tag_new(TagTree *t, Tag *parent, Role role)
{
    Tag *tag = ARENA_NEW(t->arena, Tag);
    tag->id = ++t->count;
    tag->role = (uint8_t)role;
    tag->parent = parent;
    tag->tail = &tag->kids;
    return tag;
}

static TagKid *add_kid(Tag *tag, TagKidKind kind, Arena *a)
{
    TagKid *kid = ARENA_NEW(a, TagKid);
    kid->kind = kind;
    *tag->tail = kid;
    tag->tail = &kid->next;
    return kid;
}

TagTree *tagtree_new(Arena *document)
{
    TagTree *t = ARENA_NEW(document, TagTree);
    t->arena = document;
    t->root = tag_new(t, NULL, ROLE_DOCUMENT);
    return t;
}

Tag *tag_add(TagTree *t, Tag *parent, Role role)
{
    Tag *tag = tag_new(t, parent, role);
    add_kid(parent, KID_TAG, t->arena)->tag = tag;
    return tag;
}

void tag_add_content(TagTree *t, Tag *tag, uint32_t page, uint32_t mark)
{
    TagKid *kid = add_kid(tag, KID_CONTENT, t->arena);
    kid->content.page = page;
    kid->content.mark = mark;
}

void tag_add_link(TagTree *t, Tag *tag, uint32_t page, uint32_t link)
{
    TagKid *kid = add_kid(tag, KID_LINK, t->arena);
    kid->link.page = page;
    kid->link.link = link;
}

TagExtra *tag_extra(TagTree *t, Tag *tag)
{
    if (!tag->extra)
        tag->extra = ARENA_NEW(t->arena, TagExtra);
    return tag->extra;
}

void tag_drop_empty(TagTree *t, Tag *tag)
{
    Tag *parent = tag->parent;
    if (tag->kids || !parent)
        return;
    TagKid **at = &parent->kids;
    while ((*at)->next)
        at = &(*at)->next;
    if ((*at)->kind != KID_TAG || (*at)->tag != tag)
        return;
    *at = NULL;
    parent->tail = at;
    if (tag->id == t->count)
        t->count--;
}
