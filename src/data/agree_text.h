/*
 * Figures typed in texts held against what tables say of the same thing: in
 * 조 and 억, rounded, or word for word (K-119). A typed figure is accused only
 * when the words around it name a fact and nothing else (statement.h), when it
 * counts the same things, and when no fact of that name can have been rounded
 * to it (K-100). Of figures without such words, only those are doubted that
 * come nearer to a fact than chance allows.
 */
#ifndef DATA_AGREE_TEXT_H
#define DATA_AGREE_TEXT_H

#include "base/diag.h"
#include "data/fact.h"
#include "data/quantity.h"
#include "data/waiver.h"

typedef struct TextAgreement {
    Facts facts;
    int years[2]; /* that the document speaks of: its own, that of its data */
    Waivers *waivers; /* may be NULL */
    Arena *arena;
    Diags *diags;
} TextAgreement;

/* One typed figure of `text`; a label (a lead, the name of a tile) is part of
 * the text. Reported at `pos`. */
void text_agree(TextAgreement *g, Str text, const Quantity *typed, Pos pos);

#endif
