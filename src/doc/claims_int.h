/* The steps of claims.c. */
#ifndef DOC_CLAIMS_INT_H
#define DOC_CLAIMS_INT_H

#include "data/agree_text.h"
#include "doc/claims.h"

#include <glib.h>

typedef struct Claims {
    TextAgreement text;
    bool read; /* the facts; not before a figure asks for them */
    const Inputs *in;
    GHashTable *seen; /* figures of the layout that loops repeat */
    Arena *arena;
    Diags *diags;
} Claims;

/* The facts of all tables. */
const Facts *claims_facts(Claims *c);

/* claims_text.c: whether a text holds a digit that was typed, and the typed
 * span at a byte of it, NULL when that was computed. */
bool claims_has_typed(RichText text);
const Span *claims_typed_at(RichText text, size_t at);
/* True when that was told of this place before: loops repeat what the layout
 * types. */
bool claims_seen(Claims *c, Pos pos, Str typed);
/* claims_weekday.c: the weekdays in a text; `plain` is all of it. */
void claims_weekdays(Claims *c, RichText text, Str plain);
/* The figures typed in every text of a block. */
void claims_texts(Claims *c, const Block *block);
/* claims_count.c: the counts that headings and captions claim. */
void claims_counts(Claims *c, const Block *blocks, size_t n);

#endif
