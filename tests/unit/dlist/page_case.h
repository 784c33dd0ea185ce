/*
 * What the tests of dlist/ share: a document with one page, and a face and
 * words that need no font file.
 */
#ifndef PAGE_CASE_H
#define PAGE_CASE_H

#include "dlist/dlist.h"

#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

typedef struct Case {
    Arena *arena;
    DlDoc *doc;
    DlPage *page;
    Face face; /* units per em 1000 */
} Case;

static inline int case_setup(void **state)
{
    Arena *arena = arena_new(0);
    Case *c = ARENA_NEW(arena, Case);
    c->arena = arena;
    c->doc = dldoc_new(arena);
    c->page = dlpage_new(c->doc, 0, LEN_MM(210), LEN_MM(297));
    c->face.family = STR("Batang");
    c->face.weight = 400;
    c->face.upem = 1000;
    *state = c;
    return 0;
}

static inline int case_teardown(void **state)
{
    Case *c = *state;
    dlpage_free(c->page);
    arena_free(c->arena);
    return 0;
}

/* A word whose glyphs are all one em wide. */
static inline const Shaped *case_shape(Case *c, const char *text)
{
    Shaped *s = ARENA_NEW(c->arena, Shaped);
    s->face = &c->face;
    s->text = str_of(text);
    s->n = (uint32_t)str_count(s->text);
    s->width = (int32_t)s->n * 1000;
    return s;
}

#endif
