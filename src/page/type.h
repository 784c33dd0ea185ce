/*
 * Type: the theme's text styles, ready for the text engine, and where a line
 * of each stands in its box.
 *
 * A line box is one pitch high; the face of the syllables (글자면) is centred
 * in it, so that markers, squares and bands centre on the letters whatever
 * font the theme names. Made once per document, read by every setter.
 */
#ifndef PAGE_TYPE_H
#define PAGE_TYPE_H

#include "layout/theme.h"
#include "text/text.h"

typedef struct Type {
    TextStyle text;
    TextStyle strong; /* lead-in words and emphasis inside such text */
    TextStyle pad;    /* tabular text: a space as wide as a figure (K-113) */
    Len pitch;        /* baseline to baseline (K-48) */
    Len centre;       /* of the syllable face, above the baseline */
    Len spread;       /* > 0: distributed over this width (K-53) */
    BreakMode mode;   /* of running text (K-13) … */
    TextAlign align;  /* … and how its lines align (K-35) */
} Type;

void types_init(Type types[STYLE_COUNT], const Theme *theme, const Fonts *fonts,
                Text *engine, Diags *diags);

Colour colour_of(ThemeColour c);

/* The baseline of a line whose box begins at `top`. */
static inline Len type_baseline(const Type *t, Len top)
{
    return top + t->pitch / 2 + t->centre;
}

/* The face of a syllable that fills its square (글자면): its top and bottom
 * above the baseline, in font units. False when the face has no Hangul. */
bool face_square(const Face *face, int *top, int *bottom);

/* Letter spacing, in 1/1000 em, that puts the figures of `bold` into the
 * cells of those of `plain`, so that places align in a mixed column. */
int16_t figure_spacing(const Type *bold, const Type *plain, const Fonts *fonts);

#endif
