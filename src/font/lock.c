/* Reading, searching and writing the lock list. */
#include "font/lock.h"

#include "base/file.h"
#include "font/sfnt.h"

#include <glib.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>

enum { FIELDS = 8, SHA256_DIGITS = 64 };

/* The next piece of *rest before `mark`; *rest moves past the mark. */
static Str piece_take(Str *rest, char mark)
{
    const char *end = memchr(rest->p, mark, rest->n);
    size_t n = end ? (size_t)(end - rest->p) : rest->n;
    Str piece = {rest->p, n};
    *rest = str_sub(*rest, end ? n + 1 : n, rest->n);
    return piece;
}

static bool number_read(Str s, int max, int *out)
{
    int n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9' || n > max / 10)
            return false;
        n = n * 10 + (s.p[i] - '0');
    }
    *out = n;
    return s.n > 0 && n <= max;
}

static bool is_hex(Str s, size_t digits)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!g_ascii_isxdigit(s.p[i]))
            return false;
    }
    return s.n == digits;
}

static bool line_read(Str line, LockFace *face)
{
    Str field[FIELDS];
    int index = 0;
    for (int i = 0; i < FIELDS; i++)
        field[i] = str_trim(piece_take(&line, '\t'));
    *face = (LockFace){.family = field[0],
                       .file = field[2],
                       .ps_name = field[4],
                       .sha256 = field[5],
                       .fingerprint = field[6],
                       .package = field[7]};
    bool ok = face->family.n > 0 && face->file.n > 0 && face->ps_name.n > 0 &&
              face->package.n > 0 &&
              number_read(field[1], 1000, &face->weight) &&
              number_read(field[3], UINT16_MAX, &index) &&
              is_hex(face->sha256, SHA256_DIGITS) &&
              is_hex(face->fingerprint, SFNT_FINGERPRINT);
    face->index = (unsigned)index;
    return ok;
}

static size_t line_count(Str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.n; i++)
        n += text.p[i] == '\n';
    return n;
}

bool lock_read(Str path, Arena *a, Diags *diags, Lock *out)
{
    Str text;
    if (!file_try_read(path, a, &text)) {
        diag(diags, DIAG_FONT_LOCK_MISSING, POS_NONE, diag_str(diags, path));
        return false;
    }
    LockFace *faces = ARENA_ARRAY(a, LockFace, line_count(text));
    *out = (Lock){.path = path, .faces = faces};
    bool ok = true;
    for (int number = 1; text.n > 0; number++) {
        Str line = piece_take(&text, '\n');
        if (str_trim(line).n == 0 || str_starts(line, STR("#")))
            continue;
        if (line_read(line, &faces[out->n])) {
            out->n++;
            continue;
        }
        diag(diags, DIAG_FONT_LOCK_LINE, POS_NONE, diag_str(diags, path),
             diag_arg(diags, "%d", number));
        ok = false;
    }
    return ok;
}

const LockFace *lock_find(const Lock *lock, Str family, int weight)
{
    const LockFace *best = NULL;
    for (size_t i = 0; i < lock->n; i++) {
        const LockFace *face = &lock->faces[i];
        if (!str_eq(face->family, family))
            continue;
        int far = best ? abs(best->weight - weight) : INT32_MAX;
        int here = abs(face->weight - weight);
        if (here < far || (here == far && face->weight > best->weight))
            best = face;
    }
    return best;
}

size_t lock_families(const Lock *lock, Arena *a, const Str **out)
{
    Str *names = ARENA_ARRAY(a, Str, lock->n);
    size_t n = 0;
    for (size_t i = 0; i < lock->n; i++) {
        Str family = lock->faces[i].family;
        if (lock_find(lock, family, 0) == &lock->faces[i])
            names[n++] = family;
    }
    *out = names;
    return n;
}

static Str family_of(Bytes file, Bytes directory, Arena *a)
{
    enum { FAMILY = 1, TYPOGRAPHIC_FAMILY = 16 };

    Str name = sfnt_name(file, directory, TYPOGRAPHIC_FAMILY, a);
    return name.n > 0 ? name : sfnt_name(file, directory, FAMILY, a);
}

/* Nanum's bold faces claim 600; whoever calls himself bold counts as 700. */
static unsigned weight_of(Bytes file, Bytes directory)
{
    enum { WEIGHT_CLASS = 4, MAC_STYLE = 44, MAC_BOLD = 1 };

    Bytes os2 = sfnt_table(file, directory, "OS/2");
    Bytes head = sfnt_table(file, directory, "head");
    unsigned weight = bytes_u16(os2, WEIGHT_CLASS);
    bool bold = bytes_u16(head, MAC_STYLE) & MAC_BOLD;
    return bold && weight < 700 ? 700 : weight;
}

static Str line_write(Bytes file, unsigned index, Str name, Str sha256,
                      Str package, Arena *a)
{
    enum { PS_NAME = 6 };

    Bytes directory;
    if (!sfnt_directory(file, index, &directory))
        return (Str){"", 0};
    Str family = family_of(file, directory, a);
    Str ps_name = sfnt_name(file, directory, PS_NAME, a);
    Str fingerprint = sfnt_fingerprint(directory, a);
    return str_printf(a,
                      STR_FMT "\t%u\t" STR_FMT "\t%u\t" STR_FMT "\t" STR_FMT
                              "\t" STR_FMT "\t" STR_FMT "\n",
                      STR_ARG(family), weight_of(file, directory),
                      STR_ARG(name), index, STR_ARG(ps_name), STR_ARG(sha256),
                      STR_ARG(fingerprint), STR_ARG(package));
}

static hb_blob_t *blob_open(Str path, Arena *a, Bytes *out)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_c(path, a));
    if (!blob)
        return NULL;
    unsigned n;
    *out = (Bytes){(const uint8_t *)hb_blob_get_data(blob, &n), 0};
    out->n = n;
    return blob;
}

Str lock_sha256(Str path, Arena *a)
{
    Bytes file;
    hb_blob_t *blob = blob_open(path, a, &file);
    if (!blob)
        return (Str){"", 0};
    gchar *hex = g_compute_checksum_for_data(G_CHECKSUM_SHA256, file.p, file.n);
    Str sha256 = str_dup(str_of(hex), a);
    g_free(hex);
    hb_blob_destroy(blob);
    return sha256;
}

bool lock_describe(Str path, Str name, Str package, Arena *a, Diags *diags,
                   Str *out)
{
    Bytes file = {NULL, 0};
    hb_blob_t *blob = blob_open(path, a, &file);
    unsigned n = blob ? sfnt_faces(file) : 0;
    Str sha256 = lock_sha256(path, a);
    GString *lines = g_string_new(NULL);
    for (unsigned i = 0; i < n; i++) {
        Str line = line_write(file, i, name, sha256, package, a);
        g_string_append_len(lines, line.p, (gssize)line.n);
    }
    *out = str_dup((Str){lines->str, lines->len}, a);
    g_string_free(lines, TRUE);
    hb_blob_destroy(blob);
    if (out->n == 0)
        diag(diags, DIAG_FONT_BROKEN, POS_NONE, diag_str(diags, path));
    return out->n > 0;
}
