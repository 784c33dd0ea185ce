/*
 * Subset: the part of a font file that a document embeds.
 *
 * Content streams show the original glyph ids (glyf, name-keyed CFF) or the
 * original CIDs (CID-keyed CFF), so pages never wait for the subset: a glyf
 * subset is renumbered and comes with a CIDToGIDMap, a CID-keyed one keeps its
 * CIDs, a name-keyed one keeps its glyph ids. Hints are dropped: they double a
 * Korean glyf font and no printer uses them.
 */
#ifndef PDF_SUBSET_H
#define PDF_SUBSET_H

#include "font/font.h"
#include "pdf/buf.h"

typedef struct Subset {
    Buf program; /* an sfnt (glyf) or a bare CFF table */
    Buf cid_map; /* CIDToGIDMap; empty for CFF */
} Subset;

/* The subset of `n` glyphs, ascending. False when HarfBuzz cannot. */
bool subset_make(const Face *face, const uint16_t *glyphs, size_t n,
                 Subset *out);
void subset_release(Subset *s);

#endif
