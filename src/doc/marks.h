/*
 * Marks: emphasis that an author types into a text.
 *
 *   **굵게**   a real bold face (K-66)
 *   __밑줄__   a line below (K-213)
 *   ^^드러냄표^^   a dot above each letter (K-212)
 *   계획^(1)    raised and small (K-50)
 *   CO_(2)    lowered and small
 *
 * A sign stands twice and only twice: "*", "***" and "____" are text. Marks may
 * stand inside one another. A lowered text is figures and Latin letters at
 * those before it: "보고서_(안)" and "( _(x)" are text. Read in templates of the layout; in a cell only
 * where the layout asks for it with the format `marked`, so that what a table
 * says is never changed by accident.
 */
#ifndef DOC_MARKS_H
#define DOC_MARKS_H

#include "doc/rich.h"

/* Those from PAIR_SIGNS on close with a bracket. */
enum { PAIR_SIGNS = 3, MARK_SIGNS = 5, SIGN_LENGTH = 2 };

/* What stands at a byte of a text. */
typedef enum SignKind {
    SIGN_NONE,
    SIGN_KNOWN,
    SIGN_UNKNOWN /* a pair from other languages: ~~글~~, ==글== */
} SignKind;

typedef struct Sign {
    SignKind kind;
    unsigned index; /* known ones: 0 … MARK_SIGNS - 1 */
} Sign;

Sign sign_at(Str text, size_t at);
/* The bracket that closes the one before `from`; the end of the text when there
 * is none. Fields of templates hide theirs. */
size_t sign_bracket(Str text, size_t from);
/* The SpanMark of a known sign, and how it is typed. */
unsigned sign_flag(unsigned index);
const char *sign_text(unsigned index);

/* The first sign of ours that encloses a part of the text as typed, or NULL. */
const char *marks_typed(Str text);

/* All span marks that signs make. */
unsigned signs_all(void);

/* Adds a text of a cell, its signs read, to `rich`. False when one is unknown
 * or not closed: reported at the cell. */
bool marks_add(RichBuilder *rich, Str text, Pos source, Diags *diags);

#endif
