/*
 * Find: where the file of a locked face lies below the font folders.
 *
 * Looked for, in this order, in each folder: at the path the lock names, under
 * its bare file name, and at last anywhere below. The first file whose
 * fingerprint is the locked one is taken; others of the same name are passed
 * over. Internal to font/.
 */
#ifndef FONT_FIND_H
#define FONT_FIND_H

#include "font/bytes.h"
#include "font/lock.h"

#include <hb.h>

typedef enum FindResult { FIND_OK, FIND_MISSING, FIND_CHANGED } FindResult;

typedef struct FoundFile {
    Str path;        /* of the file, or of one that differs */
    hb_blob_t *blob; /* the mapped file; the finder's caller owns it */
    Bytes bytes;     /* of the blob */
    Bytes directory; /* of the face */
} FoundFile;

FindResult font_find(const LockFace *face, const Str *dirs, size_t ndirs,
                     Arena *a, FoundFile *out);

#endif
