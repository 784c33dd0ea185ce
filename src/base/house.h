/*
 * House: the signs a book prints, where Unicode has several for one thing: the
 * middle dot (K-04), the range mark (K-05), units of measure (K-124).
 *
 * Read from `document:` by layout/. Inside, all text keeps its one form, so
 * that names, checks, particles and breaks know nothing of this; what is
 * printed or said of it changes last: words when they are shaped, and the
 * texts that are never drawn (outline, alternative texts, metadata) where page/
 * hands them on. All zero: nothing changes, and nobody asks further.
 */
#ifndef BASE_HOUSE_H
#define BASE_HOUSE_H

#include "base/str.h"

typedef enum UnitForm {
    UNIT_AS_TYPED,
    UNIT_SIGNS,  /* ㎡ ㎞ ℃ */
    UNIT_LETTERS /* m² km °C */
} UnitForm;

typedef struct House {
    uint32_t middot, range;           /* 0: the form they have inside */
    UnitForm square, metric, degree;
    bool keeps_middot, keeps_range;   /* print each as it was typed */
} House;

/* What the signs of text inside are: · and ~. */
#define HOUSE_MIDDOT 0xB7u
#define HOUSE_RANGE ((uint32_t)'~')

/* Whether house_text would ever change a text. */
bool house_changes(const House *h);
/* Whether signs are printed as they were typed. */
bool house_keeps(const House *h);

/* `s` with the signs of the house: itself when it has none to change, else a
 * copy in `a`. */
Str house_text(const House *h, Str s, Arena *a);

/* · for ㆍ ∙ ・ ‧, ~ for ∼ 〜 ～, anything else as it is: how signs that are
 * printed as typed are compared and judged. */
uint32_t house_plain(uint32_t cp);
Str house_fold(Str s, Arena *a);

/* `s` as texts are compared with what a book prints, whichever signs that has:
 * units in letters, too. */
Str house_read(Str s, Arena *a);

#endif
