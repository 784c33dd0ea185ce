/*
 * Typed: how texts were typed whose signs have one form inside (K-04, K-05),
 * for documents that `keep` them.
 *
 * Tables and variables hold the one form, so that names, keys and figures are
 * compared and read as ever. Beside it stands here what was typed, found by
 * where the text lies in memory: parts of a text and cells taken over by
 * other tables are found, too; what an expression puts together is a new text
 * and has the form inside. Made by doc/ only where signs are kept: NULL
 * elsewhere, which every function takes.
 */
#ifndef DATA_TYPED_H
#define DATA_TYPED_H

#include "base/house.h"
#include "data/normal.h"

typedef struct Typed Typed;

/* NULL unless the house keeps signs. */
Typed *typed_new(const House *house);
/* Frees what it remembers, not the texts, which others own; NULL is fine. */
void typed_free(Typed *t);

/* NORMAL_KEEP_… of what the house keeps. */
unsigned typed_flags(const House *house);

/* text_normalise, which `t` remembers. */
bool typed_normalise(Typed *t, Str s, unsigned flags, Pos pos, Arena *a,
                     Diags *diags, Str *out);
/* `copy` was made of `text`, which may be known. */
void typed_copy(Typed *t, Str text, Str copy);

/* `text` as it was typed, itself when nothing else is known. */
Str typed_text(Typed *t, Str text);

#endif
