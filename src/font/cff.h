/*
 * Cff: the facts about a CFF table that embedding and choosing need.
 *
 * A CID-keyed CFF (all CJK faces of Noto) numbers its glyphs twice: by *glyph
 * id*, the order in the file, and by *CID*, the number that a PDF content
 * stream shows. The charset maps the first to the second. Internal to font/.
 */
#ifndef FONT_CFF_H
#define FONT_CFF_H

#include "base/arena.h"
#include "font/bytes.h"

typedef struct Cff {
    bool cid_keyed;
    const uint16_t *cid; /* of each glyph; NULL when CID = glyph id */
    Bytes outlines;      /* the INDEX of charstrings, whole; may be empty */
} Cff;

/* False when the table is damaged: an offset outside it, charstrings or a
 * charset that do not cover `nglyphs`. */
bool cff_read(Bytes table, unsigned nglyphs, Arena *a, Cff *out);

/* Bytes of the charstring of a glyph; 0 when there is none. */
size_t cff_outline_size(Bytes outlines, uint32_t glyph);

#endif
