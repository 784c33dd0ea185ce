/*
 * Tree: where in the tag tree the next block belongs.
 *
 * Headings open sections inside one another; items open lists nested like
 * their levels (K-165): L > LI > (Lbl, LBody > L …). Tags are made when a
 * block is set, so the tree is in reading order whatever is drawn first; the
 * text of an item stands before what is under it (K-167).
 */
#ifndef PAGE_TREE_H
#define PAGE_TREE_H

#include "dlist/tag.h"

struct Book;

enum { SECTION_LEVELS = 3, LIST_LEVELS = 8 };

typedef struct Tree {
    Tag *section[SECTION_LEVELS + 1]; /* by heading level; 0 is the root */
    unsigned numbers[SECTION_LEVELS + 1];
    Tag *list[LIST_LEVELS];
    Tag *body[LIST_LEVELS]; /* of the last item of each list */
} Tree;

typedef struct ListTags {
    Tag *label, *body;
} ListTags;

void tree_init(struct Book *b);

/* The tag that blocks go into. */
Tag *tree_here(struct Book *b);

/* Opens a section of level 1 … 3, closing those at or under it. Its depth,
 * 1 for the outermost: headings never skip a level (K-164). */
int tree_open(struct Book *b, int level, unsigned number);
int tree_depth(const struct Book *b);

/* A new item of list level 0 … 7. */
ListTags tree_item(struct Book *b, int level);
/* The body of the last item, or the section when no list is open. */
Tag *tree_item_body(struct Book *b);
void tree_end_lists(struct Book *b);

/* A list with items of its own, away from the levels: facts, boxes. */
ListTags list_item(struct Book *b, Tag *list);

/* A tag in the current section. */
Tag *tree_tag(struct Book *b, Role role);
Tag *tag_in(struct Book *b, Tag *parent, Role role);

#endif
