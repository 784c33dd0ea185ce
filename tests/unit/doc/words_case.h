/*
 * WordsCase: what a test of alternative texts needs, and lets go of after it.
 */
#ifndef WORDS_CASE_H
#define WORDS_CASE_H

#include "doc_test.h"

#include "doc/template.h"

typedef struct WordsCase {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Filler filler;
} WordsCase;

static inline void words_case_init(WordsCase *w)
{
    w->arena = arena_new(0);
    w->sources = sources_new();
    w->diags = diags_new(w->sources);
    filler_init(&w->filler, w->arena, w->diags);
}

static inline void words_case_release(WordsCase *w)
{
    filler_release(&w->filler);
    diags_free(w->diags);
    sources_free(w->sources);
    arena_free(w->arena);
}

static inline RichText words_case_rich(WordsCase *w, const char *text)
{
    Span *s = ARENA_NEW(w->arena, Span);
    *s = (Span){.text = str_of(text)};
    return (RichText){s, 1};
}

#endif
