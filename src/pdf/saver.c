/*
 * Saver: streams first, as they are; then everything else in object streams;
 * then the cross-reference stream.
 */
#include "pdf/saver.h"

#include "pdf/deflate.h"
#include "pdf/syntax.h"

#include <glib.h>

enum {
    PACK_OBJECTS = 500,         /* objects in one object stream */
    BUFFER_SIZE = 64 * 1024,    /* bytes handed to the file at once */
    FILE_LIMIT = INT32_MAX - 1, /* what all readers can address */
    XREF_WIDTH = 7              /* of an entry: type 1, place 4, index 2 */
};

/* Where an object stands. */
typedef struct Place {
    uint32_t at;    /* byte offset, or number of its object stream */
    uint16_t index; /* in the object stream */
    uint8_t type;   /* 0 unused, 1 at an offset, 2 packed */
} Place;

typedef struct Saver {
    Objects *objects;
    FileOut *file;
    Buf buffer;
    uint64_t written; /* bytes that left the buffer */
    GChecksum *hash;
    Deflater *deflater;
    Place *places;
    uint32_t count; /* of all objects, 0 included */
    bool too_large;
    bool (*asked)(void); /* whether to stop; may be NULL */
    bool stopped;
} Saver;

/* ---- the way out ---- */

static uint64_t saver_tell(const Saver *s)
{
    return s->written + s->buffer.n;
}

/* The hash is taken of checksums: of all bytes it would cost a thirtieth of
 * the whole run, and must only tell one file from another. */
static bool saver_pass(Saver *s, const char *p, size_t n)
{
    guint64 sum = GUINT64_TO_LE(bytes_checksum(p, n));

    g_checksum_update(s->hash, (const guchar *)&sum, sizeof sum);
    s->written += n;
    return file_write(s->file, p, n);
}

/* A few hundred times for a long book. */
static bool saver_flush(Saver *s)
{
    bool ok = saver_pass(s, s->buffer.p, s->buffer.n);

    s->buffer.n = 0;
    s->stopped = s->stopped || (s->asked && s->asked());
    return ok && !s->stopped;
}

/* Large data passes the buffer by; nothing beyond the limit is written. */
static bool saver_add(Saver *s, Str data)
{
    s->too_large = s->too_large || saver_tell(s) + data.n > FILE_LIMIT;
    if (s->too_large)
        return false;
    if (s->buffer.n + data.n > BUFFER_SIZE && !saver_flush(s))
        return false;
    if (data.n > BUFFER_SIZE)
        return saver_pass(s, data.p, data.n);
    buf_add(&s->buffer, data.p, data.n);
    return true;
}

static void begin_object(Saver *s, uint32_t number)
{
    s->places[number] = (Place){.at = (uint32_t)saver_tell(s), .type = 1};
    put_int(&s->buffer, number);
    buf_add_c(&s->buffer, " 0 obj\n");
}

static bool write_stream(Saver *s, uint32_t number, Str body, Str data)
{
    Buf *b = &s->buffer;
    bool ok;

    begin_object(s, number);
    buf_add_c(b, "<<");
    buf_add(b, body.p, body.n);
    buf_printf(b, "/Length %zu>>\nstream\n", data.n);
    ok = saver_add(s, data);
    buf_add_c(b, "\nendstream\nendobj\n");
    return ok;
}

/* ---- object streams ---- */

typedef struct Pack {
    Buf index; /* "number offset" pairs */
    Buf bodies;
    uint32_t count, number; /* number of the object stream itself */
    Buf raw, packed;
} Pack;

static bool pack_flush(Pack *p, Saver *s)
{
    Buf body = {0};
    bool ok;

    if (!p->count)
        return true;
    p->raw.n = p->packed.n = 0;
    buf_add(&p->raw, p->index.p, p->index.n);
    buf_add(&p->raw, p->bodies.p, p->bodies.n);
    deflater_pack(s->deflater, p->raw.p, p->raw.n, &p->packed);
    buf_printf(&body, "/Type/ObjStm/N %u/First %zu/Filter/FlateDecode",
               p->count, p->index.n);
    ok = write_stream(s, p->number, buf_str(&body), buf_str(&p->packed));
    buf_release(&body);
    p->index.n = p->bodies.n = p->count = 0;
    p->number++;
    return ok;
}

static bool pack_add(Pack *p, Saver *s, uint32_t number, Str object)
{
    s->places[number] =
        (Place){.at = p->number, .index = (uint16_t)p->count, .type = 2};
    put_int(&p->index, number);
    buf_add_char(&p->index, ' ');
    put_int(&p->index, (int64_t)p->bodies.n);
    buf_add_char(&p->index, ' ');
    buf_add(&p->bodies, object.p, object.n);
    buf_add_char(&p->bodies, ' ');
    return ++p->count < PACK_OBJECTS || pack_flush(p, s);
}

static void pack_release(Pack *p)
{
    buf_release(&p->index);
    buf_release(&p->bodies);
    buf_release(&p->raw);
    buf_release(&p->packed);
}

/* ---- the parts of the file ---- */

static bool is_stream(const Saver *s, uint32_t number)
{
    const ObjectBody *b = object_body(s->objects, number);

    return b && b->is_stream;
}

static void write_header(Saver *s)
{
    /* Four bytes over 127 tell transfer programs that the file is binary. */
    buf_add_c(&s->buffer, "%PDF-1.7\n%\xED\x95\x9C\xEC\n");
}

static bool write_streams(Saver *s, uint32_t last)
{
    for (uint32_t i = 1; i <= last; i++) {
        if (!is_stream(s, i))
            continue;
        const ObjectBody *b = object_body(s->objects, i);
        if (!write_stream(s, i, b->body, b->data))
            return false;
    }
    return true;
}

static bool pack_late(Saver *s, uint32_t first, const LateObjects *late,
                      Pack *pack)
{
    Buf object = {0};
    bool ok = true;

    for (uint32_t i = 0; ok && i < late->count; i++) {
        object.n = 0;
        late->write(late->context, i, &object);
        ok = pack_add(pack, s, first + i, buf_str(&object));
    }
    buf_release(&object);
    return ok;
}

static bool write_packed(Saver *s, uint32_t last, const LateObjects *late,
                         Pack *pack)
{
    for (uint32_t i = 1; i <= last; i++)
        if (!is_stream(s, i) &&
            !pack_add(pack, s, i, object_text(s->objects, i)))
            return false;
    return pack_late(s, last + 1, late, pack) && pack_flush(pack, s);
}

/* The entries in rows, each as difference to the row above (PNG filter Up,
 * predictor 12): most become zeros and a step. */
static void xref_rows(const Saver *s, Buf *out)
{
    unsigned char above[XREF_WIDTH] = {0};

    for (uint32_t i = 0; i < s->count; i++) {
        Place p = s->places[i];
        unsigned char row[XREF_WIDTH] = {p.type,
                                         (unsigned char)(p.at >> 24),
                                         (unsigned char)(p.at >> 16),
                                         (unsigned char)(p.at >> 8),
                                         (unsigned char)p.at,
                                         (unsigned char)(p.index >> 8),
                                         (unsigned char)p.index};
        buf_add_char(out, 2);
        for (int k = 0; k < XREF_WIDTH; k++)
            buf_add_char(out, (char)(row[k] - above[k]));
        memcpy(above, row, sizeof above);
    }
}

static void put_identifier(Saver *s, Buf *body)
{
    GChecksum *so_far;
    const char *hex;

    saver_flush(s); /* all bytes so far into the hash */
    so_far = g_checksum_copy(s->hash);
    hex = g_checksum_get_string(so_far); /* closes it */
    buf_printf(body, "/ID[<%s><%s>]", hex, hex);
    g_checksum_free(so_far);
}

static bool write_xref(Saver *s)
{
    uint32_t number = s->count - 1;
    uint64_t start = saver_tell(s);
    const HPDF_Doc doc = s->objects->doc;
    Buf rows = {0}, packed = {0}, body = {0};
    bool ok;

    s->places[0] = (Place){.index = 65535};
    s->places[number] = (Place){.at = (uint32_t)start, .type = 1};
    xref_rows(s, &rows);
    deflater_pack(s->deflater, rows.p, rows.n, &packed);
    buf_printf(&body, "/Type/XRef/Size %u/W[1 4 2]/Root %u 0 R/Info %u 0 R",
               s->count, object_number(doc->catalog), object_number(doc->info));
    buf_printf(&body,
               "/Filter/FlateDecode/DecodeParms<</Predictor 12"
               "/Columns %d>>",
               XREF_WIDTH);
    put_identifier(s, &body);
    ok = write_stream(s, number, buf_str(&body), buf_str(&packed));
    buf_printf(&s->buffer, "startxref\n%llu\n%%%%EOF\n",
               (unsigned long long)start);
    buf_release(&rows);
    buf_release(&packed);
    buf_release(&body);
    return ok && saver_flush(s);
}

static uint32_t count_packed(const Saver *s, uint32_t last)
{
    uint32_t n = 0;

    for (uint32_t i = 1; i <= last; i++)
        n += !is_stream(s, i);
    return n;
}

static bool write_file(Saver *s, const LateObjects *late)
{
    uint32_t last = objects_last(s->objects);
    uint32_t packs =
        (count_packed(s, last) + late->count + PACK_OBJECTS - 1) / PACK_OBJECTS;
    Pack pack = {.number = last + 1 + late->count};
    bool ok;

    s->count = pack.number + packs + 1;
    s->places = g_new0(Place, s->count);
    write_header(s);
    ok = write_streams(s, last) && write_packed(s, last, late, &pack) &&
         write_xref(s);
    pack_release(&pack);
    return ok;
}

bool objects_save(Objects *o, const LateObjects *late, FileOut *f,
                  bool (*stopped)(void), Diags *diags)
{
    Saver s = {.objects = o,
               .file = f,
               .hash = g_checksum_new(G_CHECKSUM_MD5),
               .deflater = deflater_new(DEFLATE_FAST),
               .asked = stopped};

    /* A FileOut that failed tells so itself when it is committed. */
    (void)write_file(&s, late);
    if (!objects_ok(o))
        diag(diags, DIAG_PDF_LIBRARY, POS_NONE,
             diag_arg(diags, "0x%04lX", objects_error(o)));
    if (s.too_large)
        diag0(diags, DIAG_PDF_TOO_LARGE, POS_NONE);

    deflater_free(s.deflater);
    g_checksum_free(s.hash);
    g_free(s.places);
    buf_release(&s.buffer);
    return objects_ok(o) && !s.too_large && !s.stopped;
}
