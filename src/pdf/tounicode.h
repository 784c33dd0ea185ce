/*
 * ToUnicode: the map from codes to text that copying and reading aloud use.
 *
 * A range never crosses a 256 boundary, in codes or in characters (ISO 32000-1
 * 9.10.3; K-169): readers that only count the low byte would lose the carry.
 */
#ifndef PDF_TOUNICODE_H
#define PDF_TOUNICODE_H

#include "pdf/buf.h"

typedef struct CodeText {
    uint16_t code;
    Str text; /* UTF-8; empty for a code without text of its own */
} CodeText;

/* Writes the CMap of these codes, ascending and without repeats. */
void tounicode_write(const CodeText *codes, size_t n, Buf *out);

#endif
