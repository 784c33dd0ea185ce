/* Element: one structure element as a PDF dictionary. See structure.h. */
#ifndef PDF_ELEMENT_H
#define PDF_ELEMENT_H

#include "pdf/structure.h"

/* Appends the whole dictionary of a tag. */
void put_element(Buf *b, const Structure *s, const Tag *tag);

/* "12 0 R" of an element in the file. */
void put_element_ref(Buf *b, const Structure *s, const Tag *tag);

/* True when the tag is part of the file. */
bool structure_has(const Structure *s, const Tag *tag);

/* True when a content or a link is part of the file. */
bool has_drawn_kid(const Structure *s, const TagKid *k);

/* The /ID of a tag whose role needs one (notes, PDF/UA-1 7.9): "note-000012".
 */
Str element_id(const Structure *s, const Tag *tag, char buffer[24]);

#endif
