/*
 * Face: a locked font file opened, vetted and measured. Internal to font/.
 */
#ifndef FONT_FACE_H
#define FONT_FACE_H

#include "font/find.h"
#include "font/font.h"

/* Opens the face into `out` and takes its place in the set from `id`.
 * Reports at `pos` and answers false when the file is missing, differs from
 * the lock, forbids embedding or is of a kind hanji cannot embed. */
bool face_open(const LockFace *lock, const Str *dirs, size_t ndirs, uint16_t id,
               Pos pos, Arena *a, Diags *diags, Face *out);
void face_close(Face *f);

/* Reports why a locked face was not found; `path` is the file that differs. */
void face_report_missing(FindResult result, const LockFace *lock, Str path,
                         Pos pos, Diags *diags);

/* Whether the glyph leaves ink on paper (K-146: mapped is not drawn). */
bool face_has_ink(const Face *f, uint32_t glyph);

#endif
