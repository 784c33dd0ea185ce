/*
 * Places: where hanji looks for what belongs to it.
 *
 * Its own files stand in ../share/hanji beside the folder of the program, in
 * the build tree as in an installation, so nothing of the machine it was
 * built on is compiled in.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

#include "base/str.h"

struct Options;

/* The path of one of hanji's own files, "fonts.lock", "themes/council.yaml". */
Str place_share(const char *file, Arena *a);

/* --font-lock or hanji's own. */
Str place_font_lock(const struct Options *o, Arena *a);

/* The font folders in order: --fonts, HANJI_FONTS (divided by ":"), the
 * system's. Gives their number. */
size_t place_font_dirs(const struct Options *o, Arena *a, const Str **out);

/* The folder of hanji's own themes. */
Str place_themes(Arena *a);

/* --theme, a name or a file, or hanji's own council theme. */
Str place_theme(const struct Options *o, Arena *a);

#endif
