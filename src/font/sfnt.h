/*
 * Sfnt: the container of TrueType and OpenType fonts, as far as vetting needs.
 *
 * An sfnt begins with a table directory: for each table its tag, checksum,
 * offset and length. The directory is thus a digest of the whole face in some
 * 200 bytes, and its hash (the *fingerprint*) tells in microseconds whether a
 * font file of 25 MB is the one the lock names. Internal to font/.
 */
#ifndef FONT_SFNT_H
#define FONT_SFNT_H

#include "base/arena.h"
#include "base/str.h"
#include "font/bytes.h"

/* Hexadecimal digits of a fingerprint: 64 bits of a SHA-256. */
#define SFNT_FINGERPRINT 16

/* Number of faces in the file, 0 when it is no sfnt. */
unsigned sfnt_faces(Bytes file);

/* The table directory of face `index`. False when the file is no sfnt, has no
 * such face, or a table lies outside the file. */
bool sfnt_directory(Bytes file, unsigned index, Bytes *directory);

/* The table `tag` ("OS/2") of the directory, empty when there is none. */
Bytes sfnt_table(Bytes file, Bytes directory, const char *tag);

/* The fingerprint of a directory. */
Str sfnt_fingerprint(Bytes directory, Arena *a);

/* What the face says about itself, in English: name id 1 family, 6 PostScript
 * name, 16 typographic family. Empty when it does not. */
Str sfnt_name(Bytes file, Bytes directory, unsigned id, Arena *a);

#endif
