/* The table directory of a font file, and the two tables vetting reads. */
#include "font/sfnt.h"

#include <glib.h>
#include <string.h>

enum { HEADER = 12, RECORD = 16, COLLECTION_HEADER = 12 };

static bool is_collection(Bytes file)
{
    return bytes_have(file, 0, COLLECTION_HEADER) &&
           memcmp(file.p, "ttcf", 4) == 0;
}

static bool is_sfnt(Bytes file, size_t at)
{
    uint32_t version = bytes_u32(file, at);
    return version == 0x00010000 || version == 0x4F54544F /* OTTO */
           || version == 0x74727565 /* true */;
}

unsigned sfnt_faces(Bytes file)
{
    if (!is_collection(file))
        return is_sfnt(file, 0) ? 1 : 0;
    uint32_t n = bytes_u32(file, 8);
    return bytes_have(file, COLLECTION_HEADER, (size_t)n * 4) ? n : 0;
}

static bool tables_inside(Bytes file, Bytes directory)
{
    for (size_t at = HEADER; at < directory.n; at += RECORD) {
        size_t offset = bytes_u32(directory, at + 8);
        size_t length = bytes_u32(directory, at + 12);
        if (!bytes_have(file, offset, length))
            return false;
    }
    return true;
}

bool sfnt_directory(Bytes file, unsigned index, Bytes *directory)
{
    if (index >= sfnt_faces(file))
        return false;
    size_t at = is_collection(file)
                    ? bytes_u32(file, COLLECTION_HEADER + (size_t)index * 4)
                    : 0;
    size_t size = HEADER + (size_t)bytes_u16(file, at + 4) * RECORD;
    if (!is_sfnt(file, at) || !bytes_have(file, at, size))
        return false;
    *directory = bytes_sub(file, at, size);
    return tables_inside(file, *directory);
}

Bytes sfnt_table(Bytes file, Bytes directory, const char *tag)
{
    for (size_t at = HEADER; at < directory.n; at += RECORD) {
        if (memcmp(directory.p + at, tag, 4) == 0)
            return bytes_sub(file, bytes_u32(directory, at + 8),
                             bytes_u32(directory, at + 12));
    }
    return (Bytes){file.p, 0};
}

Str sfnt_fingerprint(Bytes directory, Arena *a)
{
    gchar *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, directory.p,
                                             directory.n);
    Str fingerprint = str_dup((Str){hex, SFNT_FINGERPRINT}, a);
    g_free(hex);
    return fingerprint;
}

/* UTF-16BE to UTF-8; names that are no valid UTF-16 count as missing. */
static Str name_decode(Bytes raw, Arena *a)
{
    gsize n = 0;
    gchar *utf8 = g_convert((const gchar *)raw.p, (gssize)raw.n, "UTF-8",
                            "UTF-16BE", NULL, &n, NULL);
    if (!utf8)
        return (Str){"", 0};
    Str name = str_dup((Str){utf8, n}, a);
    g_free(utf8);
    return name;
}

Str sfnt_name(Bytes file, Bytes directory, unsigned id, Arena *a)
{
    enum { WINDOWS = 3, UNICODE = 1, ENGLISH = 0x0409, ENTRY = 12 };

    Bytes table = sfnt_table(file, directory, "name");
    unsigned count = bytes_u16(table, 2);
    size_t strings = bytes_u16(table, 4);
    for (size_t at = 6; count > 0; count--, at += ENTRY) {
        if (bytes_u16(table, at) == WINDOWS &&
            bytes_u16(table, at + 2) == UNICODE &&
            bytes_u16(table, at + 4) == ENGLISH &&
            bytes_u16(table, at + 6) == id)
            return name_decode(bytes_sub(table,
                                         strings + bytes_u16(table, at + 10),
                                         bytes_u16(table, at + 8)),
                               a);
    }
    return (Str){"", 0};
}
