/*
 * Saver: the objects to bytes.
 *
 * libharu can only write a classic cross-reference table, one object after
 * the other, and does not look whether its file closed well. Tagged documents
 * are mostly small dictionaries: packed into object streams (ISO 32000-1
 * 7.5.7) the file is less than half as large. The file identifier is a hash
 * of the checksums of all bytes before it, so equal documents are equal files.
 */
#ifndef PDF_SAVER_H
#define PDF_SAVER_H

#include "base/file.h"
#include "pdf/objects.h"

/* Objects that follow all others and are written straight from where they
 * are (the structure elements: too many for libharu). Their numbers run from
 * objects_last() + 1 on. */
typedef struct LateObjects {
    uint32_t count;
    /* Appends the whole object `i`, "<<…>>". */
    void (*write)(void *context, uint32_t i, Buf *out);
    void *context;
} LateObjects;

/* Writes the whole file to `f` (committed by the caller). Reports and answers
 * false when libharu failed or the file would pass 2 GiB; a failing FileOut
 * tells by itself when it is committed. `stopped` is asked now and then, when
 * not NULL: true answers false in silence. */
bool objects_save(Objects *o, const LateObjects *late, FileOut *f,
                  bool (*stopped)(void), Diags *diags);

#endif
