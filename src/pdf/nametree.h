/*
 * Name trees: sorted strings to values (ISO 32000-1 7.9.6). libharu's own
 * sorts by length first, which no reader finds its way in.
 */
#ifndef PDF_NAMETREE_H
#define PDF_NAMETREE_H

#include "pdf/objects.h"

typedef struct NameTreeEntry {
    Str key, value;
} NameTreeEntry;

/* Sorts the entries and writes them as leaves of 64 under one root, whose
 * number it answers. Keys are bytes, values PDF syntax. */
uint32_t nametree_write(Objects *o, NameTreeEntry *entries, size_t n);

/* "/Names[(key)value …]" of sorted entries. */
void put_names(Buf *b, const NameTreeEntry *entries, size_t n);

#endif
