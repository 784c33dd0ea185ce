/* Themes inside this folder: reading by table, and the limits they keep. */
#ifndef LAYOUT_THEME_INT_H
#define LAYOUT_THEME_INT_H

#include "layout/schema.h"
#include "layout/theme.h"

/* The colours of the theme that styles may name; -1 when there is none. */
int theme_ink_find(Str name);
ThemeColour theme_ink_colour(const Theme *t, int ink);

/* 160%, 24pt, gap 9pt or least 20pt; false when it is none of these or out
 * of reason. */
bool theme_pitch_read(Str text, ThemePitch *out);
/* The least and the most that may be written in this way. */
void theme_pitch_range(Str text, const char **low, const char **high);
/* What it comes to at a size. */
Len theme_pitch_len(ThemePitch p, Len size);
/* As written, lengths in points without their unit. */
const char *theme_pitch_dump(ThemePitch p, Arena *a);

/* Fills the theme from a checked tree by the offsets of the shape. */
void theme_bind(Theme *t, const Node *root, Arena *a);

/* Reports what K-49, K-150 and K-182 forbid, and fonts that are not there. The
 * places are those of the tree the theme was bound from. */
bool theme_check_limits(const Theme *t, const Node *root, Diags *diags);

/* Where themes lie: those of the project beneath `root`, hanji's in `own`. */
typedef struct ThemeRoots {
    Str root, own;
} ThemeRoots;

/* Reads the theme that a file of folder `dir` names as `written` at `pos`. */
const Theme *theme_read_named(Str written, Str dir, ThemeRoots roots, Pos pos,
                              Sources *sources, Arena *document, Diags *diags);

/* Shapes that theme_bind treats by themselves. */
extern const Shape theme_fonts;
/* Of a ThemeText. */
extern const Shape theme_text;

#endif
