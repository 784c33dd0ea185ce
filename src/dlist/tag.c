/*
 * Tags: building the tree.
 *
 * Blocks are drawn after later blocks are set, so a tag may hold the tags of
 * what follows its text before the text is drawn. Kids hang in one chain that
 * grows at two places: its end, and where the text of the tag stands.
 */
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

/* Hangs a kid in at `at`; answers where the next one after it goes. */
static TagKid **hang(Tag *tag, TagKid **at, TagKid *kid)
{
    kid->next = *at;
    *at = kid;
    if (tag->tail == at)
        tag->tail = &kid->next;
    return &kid->next;
}

static TagKid *kid_new(TagTree *t, TagKidKind kind)
{
    TagKid *kid = ARENA_NEW(t->arena, TagKid);
    kid->kind = kind;
    return kid;
}

/* Among the text of the tag: before the tags that follow it. */
static TagKid *add_drawn(TagTree *t, Tag *tag, TagKidKind kind)
{
    TagKid *kid = kid_new(t, kind);
    TagKid **after = hang(tag, tag->text ? tag->text : tag->tail, kid);
    if (tag->text)
        tag->text = after;
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
    TagKid *kid = kid_new(t, KID_TAG);
    kid->tag = tag;
    hang(parent, parent->tail, kid);
    return tag;
}

void tag_text_here(Tag *tag)
{
    tag->text = tag->tail;
}

Tag *tag_add_drawn(TagTree *t, Tag *parent, Role role)
{
    Tag *tag = tag_new(t, parent, role);
    add_drawn(t, parent, KID_TAG)->tag = tag;
    return tag;
}

void tag_add_content(TagTree *t, Tag *tag, uint32_t page, uint32_t mark)
{
    TagKid *kid = add_drawn(t, tag, KID_CONTENT);
    kid->content.page = page;
    kid->content.mark = mark;
}

void tag_add_link(TagTree *t, Tag *tag, uint32_t page, uint32_t link)
{
    TagKid *kid = add_drawn(t, tag, KID_LINK);
    kid->link.page = page;
    kid->link.link = link;
}

TagExtra *tag_extra(TagTree *t, Tag *tag)
{
    if (!tag->extra)
        tag->extra = ARENA_NEW(t->arena, TagExtra);
    return tag->extra;
}
