/*
 * Tags: the logical structure of the document, in reading order.
 *
 * Roles are words of the trade, not PDF names; pdf/ maps them to structure
 * types (ISO 32000-1 14.8.4) and attributes. Built by page/ while it places
 * blocks, read by pdf/ and by `inspect`. One tree per document, in the
 * document arena; a content kid says "page p, marked content m".
 */
#ifndef DLIST_TAG_H
#define DLIST_TAG_H

#include "base/arena.h"
#include "base/len.h"
#include "base/str.h"

typedef enum Role {
    ROLE_DOCUMENT,
    ROLE_PART,       /* a chapter with all its blocks */
    ROLE_SECTION,    /* a section, field or task with all its blocks */
    ROLE_TITLE,      /* the cover title (a paragraph to PDF/UA-1) */
    ROLE_H1, ROLE_H2, ROLE_H3, ROLE_H4, ROLE_H5, ROLE_H6,
    ROLE_PARA,
    ROLE_LIST, ROLE_LIST_ITEM, ROLE_LABEL, ROLE_LIST_BODY,
    ROLE_TABLE, ROLE_CAPTION, ROLE_TABLE_HEAD, ROLE_TABLE_BODY, ROLE_ROW,
    ROLE_HEADER_CELL, ROLE_CELL,
    ROLE_FIGURE,
    ROLE_CONTENTS, ROLE_CONTENTS_ITEM, ROLE_REFERENCE,
    ROLE_LINK,
    ROLE_NOTE,
    ROLE_BOX,        /* a boxed aside: 당면사항 */
    ROLE_STRONG,     /* emphasis inside a line: lead-in keywords */
    ROLE_EMPHASIS,   /* dots above the letters */
    ROLE_UNDERLINE,  /* a line below the letters */
    ROLE_SPAN,
    ROLE_COUNT
} Role;

const char *role_name(Role r); /* "header-cell", for dumps */

typedef enum TagScope { SCOPE_NONE, SCOPE_ROW, SCOPE_COLUMN } TagScope;

typedef struct Tag Tag;

typedef enum TagKidKind { KID_TAG, KID_CONTENT, KID_LINK } TagKidKind;

typedef struct TagKid {
    struct TagKid *next;
    TagKidKind kind;
    union {
        Tag *tag;
        struct {
            uint32_t page, mark; /* page index; marked-content id */
        } content;
        struct {
            uint32_t page, link; /* page index; index in the page's links */
        } link;
    };
} TagKid;

/* Rare properties, so that plain tags stay small. */
typedef struct TagExtra {
    Str alt;            /* alternative text (figures) */
    Str actual;         /* replacement text */
    Str expansion;      /* of an abbreviation */
    Str language;       /* when not ko-KR */
    Str title;          /* of a section, for /T */
    TagScope scope;     /* header cells */
    uint16_t col_span, row_span; /* 0 = 1 */
    bool numbered;      /* lists: Decimal/…; otherwise by label */
    Rect bbox;          /* figures: on `bbox_page` */
    uint32_t bbox_page;
} TagExtra;

struct Tag {
    uint32_t id;        /* 1, 2, … in order of creation */
    uint8_t role;       /* Role */
    Tag *parent;
    TagKid *kids, **tail;
    TagKid **text;      /* where its next content goes, NULL = last */
    TagExtra *extra;    /* NULL when none */
};

typedef struct TagTree {
    Arena *arena;
    Tag *root;          /* ROLE_DOCUMENT */
    uint32_t count;     /* tags made, the root included */
} TagTree;

TagTree *tagtree_new(Arena *document);
/* Appended as the last kid of `parent`. */
Tag *tag_add(TagTree *t, Tag *parent, Role role);
/* The text of the tag stands here: after the tags it has, before those that
 * it gets. Without this, what is drawn comes last, as it would for a tag
 * whose kids are all made before it is drawn. */
void tag_text_here(Tag *tag);
/* A tag in the text of `parent`, made while that is drawn: emphasis. */
Tag *tag_add_drawn(TagTree *t, Tag *parent, Role role);
/* The extra of a tag, made when missing. */
TagExtra *tag_extra(TagTree *t, Tag *tag);

/* Indented text, one tag a line, with its extras; a content kid is
 * `page 3 mark 12`, pages counting from 1. For tests. */
char *tagtree_dump(const TagTree *t, Arena *a);

#endif
