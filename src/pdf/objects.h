/*
 * Objects: the numbered objects of a file, kept by libharu.
 *
 * libharu numbers them, owns the page tree, the outline and the catalogue, and
 * serialises dictionaries. What it cannot write well (reals, long arrays,
 * text strings, compressed streams: see README.md) hangs on its dictionaries
 * as a *body*: bytes written after the entries and before `>>`. A dictionary
 * without entries but with a body is a raw object; with `data` it is a stream.
 *
 * Made by document.c, filled by the other files of this folder, written by
 * saver.c, which finds bodies by object number. One thread.
 */
#ifndef PDF_OBJECTS_H
#define PDF_OBJECTS_H

#include "pdf/buf.h"

#include <hpdf.h>

typedef struct ObjectBody {
    Str body;
    Str data; /* of a stream: already filtered */
    bool is_stream;
} ObjectBody;

typedef struct Objects {
    Arena *arena;
    HPDF_Doc doc;
    ObjectBody *bodies; /* by object number */
    size_t cap;
    HPDF_Stream serial; /* libharu serialises into `text` */
    Buf text;
} Objects;

void objects_init(Objects *o);
void objects_release(Objects *o);

/* The number of the last object made. */
uint32_t objects_last(const Objects *o);
/* False once libharu failed; what it was is in objects_error. */
bool objects_ok(const Objects *o);
unsigned long objects_error(const Objects *o);

/* The number of a libharu object made in the file. */
uint32_t object_number(const void *object);

/* A new raw object, still without body. */
uint32_t object_add(Objects *o);
/* A new raw object with a copy of this body. */
uint32_t object_add_body(Objects *o, const Buf *body);
/* A new stream. `body` (copied) holds the entries but /Length; `data` is
 * borrowed until the file is saved. */
uint32_t object_add_stream(Objects *o, const Buf *body, Str data);

/* The body of a raw object or of a libharu dictionary; copied. */
void object_set_body(Objects *o, uint32_t number, const Buf *body);
void dict_set_body(Objects *o, HPDF_Dict dict, const Buf *body);
/* Makes a libharu dictionary a stream with this borrowed data. */
void dict_set_stream(Objects *o, HPDF_Dict dict, Str body, Str data);

/* The whole object as libharu writes it, body included; valid until the next
 * call. Not for streams. */
Str object_text(Objects *o, uint32_t number);

/* The body of an object, NULL when it has none. */
const ObjectBody *object_body(const Objects *o, uint32_t number);

#endif
