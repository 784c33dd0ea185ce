/*
 * Lock: the list of every face hanji may use, fonts/fonts.lock.
 *
 * One face a line, its fields divided by tabs:
 *
 *   family  weight  file  index  PostScript name  SHA-256  fingerprint  package
 *
 * `file` is the path below a font folder as the Debian package installs it,
 * `index` the face in a collection, SHA-256 that of the whole file,
 * `fingerprint` that of the face's table directory (sfnt.h). Lines that begin
 * with # are remarks. A face outside the list does not exist for hanji.
 */
#ifndef FONT_LOCK_H
#define FONT_LOCK_H

#include "base/diag.h"

typedef struct LockFace {
    Str family;
    int weight;
    Str file;
    unsigned index;
    Str ps_name;
    Str sha256;
    Str fingerprint;
    Str package; /* Debian's, for the message when the file is missing */
} LockFace;

typedef struct Lock {
    Str path;
    size_t n;
    const LockFace *faces;
} Lock;

/* Reads the list; false when reported. `out` lives in `a`. */
bool lock_read(Str path, Arena *a, Diags *diags, Lock *out);

/* The face of the family nearest to `weight` (the heavier of two equally
 * near), NULL when the family is not in the lock. */
const LockFace *lock_find(const Lock *lock, Str family, int weight);

/* The families of the lock, each once, in order. */
size_t lock_families(const Lock *lock, Arena *a, const Str **out);

/* The lines that lock the faces of a font file, for `hanji fonts --lock`: all
 * that its "name" and "OS/2" tables tell, `package` last. `name` is what to
 * write as `file`. False when reported. */
bool lock_describe(Str path, Str name, Str package, Arena *a, Diags *diags,
                   Str *out);

/* SHA-256 of a whole file in hexadecimal; empty when it cannot be read. */
Str lock_sha256(Str path, Arena *a);

#endif
