/*
 * ICC: the sRGB profile a PDF/A names as its output intent, made here so that
 * nothing has to be shipped.
 */
#ifndef PDF_ICC_H
#define PDF_ICC_H

#include "pdf/buf.h"

/* Appends a version 4 matrix/curve display profile of sRGB (IEC 61966-2-1),
 * adapted to D50. Always the same bytes. */
void icc_srgb(Buf *out);

#endif
