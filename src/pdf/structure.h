/*
 * Structure: the tags as a structure tree (ISO 32000-1 14.7).
 *
 * There are some forty elements to a page, so they never become libharu
 * objects: they are planned once, numbered after all other objects, and
 * written one by one while the file is saved.
 */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include "pdf/assembly.h"
#include "pdf/saver.h"

typedef struct Structure {
    const Assembly *assembly;
    const Tag **elements; /* in reading order */
    uint32_t count;
    uint32_t *ranks; /* tag id -> place in elements + 1, 0 = left out */
    uint8_t *levels; /* of the heading in the same place of elements */
    uint32_t first;  /* object number of elements[0] */
    Str *trees;      /* the objects after the elements */
    uint32_t ntrees;
} Structure;

/* Plans the tree. Call when all other objects are made: none may follow. */
void structure_init(Structure *s, const Assembly *a);

/* The object number of the structure tree root. */
uint32_t structure_root(const Structure *s);

/* The objects, for the saver. Valid as long as `s`. */
LateObjects structure_objects(Structure *s);

#endif
