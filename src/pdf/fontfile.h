/*
 * Font files: a face as the PDF objects that draw and read it.
 */
#ifndef PDF_FONTFILE_H
#define PDF_FONTFILE_H

#include "pdf/deflate.h"
#include "pdf/glyphuse.h"
#include "pdf/objects.h"

/* Embeds the used glyphs of a face and answers the number of its Type0 font;
 * 0 when reported. */
uint32_t font_embed(Objects *o, const FaceUse *use, Deflater *d, Diags *diags);

#endif
