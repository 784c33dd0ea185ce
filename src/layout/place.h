/*
 * Places: which files a layout may read (reliability R8).
 *
 * A layout reads files beneath its *project folder*, the parent of the folder
 * it lies in, so that layouts/ and data/ can stand side by side; nothing above
 * it, no absolute path, no address, and no link that leads out.
 */
#ifndef LAYOUT_PLACE_H
#define LAYOUT_PLACE_H

#include "base/diag.h"

/* The project folder of a layout file. */
Str place_root(Str layout_path, Arena *a);

/* The path that `written` in a file of folder `dir` means, or an empty Str when
 * it may not be read, which is reported at `pos`. Whether there is such a file
 * is not looked at. */
Str place_resolve(Str written, Str dir, Str root, Pos pos, Arena *a,
                  Diags *diags);

#endif
