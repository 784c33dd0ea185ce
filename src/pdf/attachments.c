/*
 * Attachments: the data behind the book, carried in it (PDF/A-3 6.8, K-176).
 */
#include "pdf/assembly.h"

#include "pdf/nametree.h"
#include "pdf/syntax.h"

#include <glib.h>

static void put_params(Buf *b, const DlAttachment *f, int64_t time)
{
    char *md5 = g_compute_checksum_for_data(
        G_CHECKSUM_MD5, (const guchar *)f->bytes.p, f->bytes.n);

    buf_printf(b, "/Params<</Size %zu/CheckSum<%s>", f->bytes.n, md5);
    g_free(md5);
    if (time != INT64_MIN) {
        buf_add_c(b, "/ModDate");
        put_date(b, time);
    }
    buf_add_c(b, ">>");
}

static uint32_t add_file(Assembly *a, const DlAttachment *f, Deflater *d)
{
    Buf entries = {0}, packed = {0};
    uint32_t number;

    buf_add_c(&entries, "/Type/EmbeddedFile/Subtype");
    put_name(&entries, f->mime);
    put_params(&entries, f, a->doc->meta.time);
    buf_add_c(&entries, "/Filter/FlateDecode");
    deflater_pack(d, f->bytes.p, f->bytes.n, &packed);
    number = object_add_stream(&a->objects, &entries,
                               buf_dup(&packed, a->objects.arena));
    buf_release(&entries);
    buf_release(&packed);
    return number;
}

static uint32_t add_filespec(Assembly *a, const DlAttachment *f, uint32_t file)
{
    Buf b = {0};
    uint32_t number;

    buf_add_c(&b, "/Type/Filespec/F");
    put_text(&b, f->name);
    buf_add_c(&b, "/UF");
    put_text(&b, f->name);
    buf_add_c(&b, "/AFRelationship");
    put_name(&b, f->relation);
    if (f->description.n) {
        buf_add_c(&b, "/Desc");
        put_text(&b, f->description);
    }
    buf_printf(&b, "/EF<</F %u 0 R/UF %u 0 R>>", file, file);
    number = object_add_body(&a->objects, &b);
    buf_release(&b);
    return number;
}

static Str name_key(Str name, Arena *arena)
{
    Buf b = {0};
    Str key;

    text_encode(&b, name);
    key = buf_dup(&b, arena);
    buf_release(&b);
    return key;
}

void add_attachments(Assembly *a)
{
    const DlDoc *doc = a->doc;
    Arena *arena = a->objects.arena;
    NameTreeEntry *entries =
        ARENA_ARRAY(arena, NameTreeEntry, doc->nattachments);
    Deflater *deflater;

    if (!doc->nattachments)
        return;
    deflater = deflater_new(DEFLATE_FAST);
    buf_add_c(&a->catalog, "/AF[");
    for (uint32_t i = 0; i < doc->nattachments; i++) {
        const DlAttachment *f = &doc->attachments[i];
        uint32_t spec = add_filespec(a, f, add_file(a, f, deflater));
        entries[i] = (NameTreeEntry){name_key(f->name, arena),
                                     str_printf(arena, "%u 0 R", spec)};
        buf_printf(&a->catalog, "%u 0 R ", spec);
    }
    buf_add_char(&a->catalog, ']');
    deflater_free(deflater);
    buf_add_c(&a->names, "/EmbeddedFiles ");
    put_ref(&a->names, nametree_write(&a->objects, entries, doc->nattachments));
}
