/*
 * Font files. One face becomes: the subset program, for glyf a CIDToGIDMap,
 * a descriptor, a CIDFont with widths, a ToUnicode map, and the Type0 font on
 * top. Codes are two bytes under Identity-H.
 */
#include "pdf/fontfile.h"

#include "pdf/subset.h"
#include "pdf/syntax.h"
#include "pdf/tounicode.h"

#include <libdeflate.h>
#include <stdlib.h>

/* A used glyph as the font's tables want it. */
typedef struct FontGlyph {
    uint16_t glyph, code;
    int advance;
    Str text;
} FontGlyph;

typedef struct FontJob {
    Objects *objects;
    Deflater *deflater;
    const FaceUse *use;
    const Face *face;
    FontGlyph *glyphs; /* by code */
    size_t n;
    Str name; /* ABCDEF+Name */
} FontJob;

static int compare_codes(const void *a, const void *b)
{
    return ((const FontGlyph *)a)->code - ((const FontGlyph *)b)->code;
}

static Str glyph_text(const FaceUse *use, unsigned id, Arena *a)
{
    const UsedGlyph *g = &use->glyphs[id];
    char utf8[4];

    if (use->chars[id])
        return str_dup(charmap_text(use->chars[id], utf8), a);
    return (Str){g->text, g->text_len};
}

static int compare_glyphs(const void *a, const void *b)
{
    return ((const FontGlyph *)a)->glyph - ((const FontGlyph *)b)->glyph;
}

/* In the order of their ids: who showed which first is chance. */
static void gather_glyphs(FontJob *j)
{
    const FaceUse *use = j->use;
    Arena *a = j->objects->arena;

    j->n = use->shown->len;
    j->glyphs = ARENA_ARRAY(a, FontGlyph, j->n);
    for (guint i = 0; i < j->n; i++) {
        uint16_t id = g_array_index(use->shown, uint16_t, i);
        j->glyphs[i] = (FontGlyph){.glyph = id,
                                   .code = face_code(j->face, id),
                                   .advance = use->glyphs[id].advance,
                                   .text = glyph_text(use, id, a)};
    }
    qsort(j->glyphs, j->n, sizeof *j->glyphs, compare_glyphs);
}

/* The tag of a subset name must differ between subsets: taken from the bytes,
 * so that it is the same on every run. */
static Str subset_name(const Face *f, const Subset *s, Arena *a)
{
    uint32_t hash = libdeflate_crc32(0, s->program.p, s->program.n);
    char tag[6];

    for (int i = 0; i < 6; i++, hash /= 26)
        tag[i] = (char)('A' + hash % 26);
    return str_printf(a, "%.6s+" STR_FMT, tag, STR_ARG(f->ps_name));
}

static uint32_t add_packed(FontJob *j, const char *entries, const Buf *data)
{
    Buf packed = {0}, body = {0};
    uint32_t number;

    deflater_pack(j->deflater, data->p, data->n, &packed);
    buf_printf(&body, "%s/Filter/FlateDecode", entries);
    number = object_add_stream(j->objects, &body,
                               buf_dup(&packed, j->objects->arena));
    buf_release(&packed);
    buf_release(&body);
    return number;
}

static uint32_t add_program(FontJob *j, const Subset *s)
{
    char entries[64] = "/Subtype/CIDFontType0C";

    if (j->face->kind == FACE_GLYF)
        snprintf(entries, sizeof entries, "/Length1 %zu", s->program.n);
    return add_packed(j, entries, &s->program);
}

/* Font units to thousandths of an em, in thousandths. */
static int64_t em_milli(const Face *f, int units)
{
    int64_t n = (int64_t)units * 1000000, half = f->upem / 2;

    return (n + (n < 0 ? -half : half)) / f->upem;
}

static void put_em(Buf *b, const char *key, const Face *f, int units)
{
    buf_add_c(b, key);
    put_milli(b, em_milli(f, units) / 1000 * 1000);
}

static uint32_t add_descriptor(FontJob *j, uint32_t program)
{
    const Face *f = j->face;
    Buf b = {0};
    uint32_t number;

    buf_add_c(&b, "/Type/FontDescriptor/FontName");
    put_name(&b, j->name);
    buf_add_c(&b, "/Flags 4/ItalicAngle 0/FontBBox[");
    for (int i = 0; i < 4; i++)
        put_em(&b, i ? " " : "", f, f->bbox[i]);
    buf_add_char(&b, ']');
    put_em(&b, "/Ascent ", f, f->ascent);
    put_em(&b, "/Descent ", f, f->descent);
    put_em(&b, "/CapHeight ", f, f->cap_height);
    /* No font says its stem width; readers only use it to imitate a font that
     * is missing, which an embedded one never is. */
    buf_printf(&b, "/StemV %d", f->weight / 5);
    buf_add_c(&b, f->kind == FACE_GLYF ? "/FontFile2 " : "/FontFile3 ");
    put_ref(&b, program);
    number = object_add_body(j->objects, &b);
    buf_release(&b);
    return number;
}

/* The advance most glyphs share, the Hangul em square, of those that are whole
 * thousandths of an em: /DW is an integer, and readers take another number for
 * the default of 1000. */
static int common_advance(const FontJob *j)
{
    enum { SPAN = 4096 };
    uint32_t *count = calloc(SPAN, sizeof *count);
    int best = 0;

    if (!count)
        abort();
    for (size_t i = 0; i < j->n; i++) {
        int a = j->glyphs[i].advance;
        if (a >= 0 && a < SPAN && em_milli(j->face, a) % 1000 == 0 &&
            ++count[a] > count[best])
            best = a;
    }
    free(count);
    return best;
}

/* /DW and /W: "code [w w w]" for each row of codes that differ from it. */
static void put_widths(Buf *b, const FontJob *j)
{
    int usual = common_advance(j), expected = -1;

    buf_add_c(b, "/DW ");
    put_milli(b, em_milli(j->face, usual));
    buf_add_c(b, "/W[");
    for (size_t i = 0; i < j->n; i++) {
        const FontGlyph *g = &j->glyphs[i];
        if (g->advance == usual)
            continue;
        if (g->code == expected) {
            buf_add_char(b, ' ');
        } else {
            buf_add_c(b, expected < 0 ? "" : "]");
            buf_printf(b, "%u[", g->code);
        }
        put_milli(b, em_milli(j->face, g->advance));
        expected = g->code + 1;
    }
    buf_add_c(b, expected < 0 ? "]" : "]]");
}

static uint32_t add_cid_font(FontJob *j, const Subset *s, uint32_t descriptor)
{
    Buf b = {0};
    uint32_t number;

    buf_add_c(&b, "/Type/Font/Subtype");
    buf_add_c(&b,
              j->face->kind == FACE_GLYF ? "/CIDFontType2" : "/CIDFontType0");
    buf_add_c(&b, "/BaseFont");
    put_name(&b, j->name);
    buf_add_c(&b, "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                  "/Supplement 0>>/FontDescriptor ");
    put_ref(&b, descriptor);
    put_widths(&b, j);
    if (s->cid_map.n) {
        buf_add_c(&b, "/CIDToGIDMap ");
        put_ref(&b, add_packed(j, "", &s->cid_map));
    }
    number = object_add_body(j->objects, &b);
    buf_release(&b);
    return number;
}

static uint32_t add_tounicode(FontJob *j)
{
    CodeText *codes = ARENA_ARRAY(j->objects->arena, CodeText, j->n);
    Buf map = {0};
    uint32_t number;

    for (size_t i = 0; i < j->n; i++)
        codes[i] = (CodeText){j->glyphs[i].code, j->glyphs[i].text};
    tounicode_write(codes, j->n, &map);
    number = add_packed(j, "", &map);
    buf_release(&map);
    return number;
}

static uint32_t add_type0(FontJob *j, uint32_t cid_font, uint32_t tounicode)
{
    Buf b = {0};
    uint32_t number;

    buf_add_c(&b, "/Type/Font/Subtype/Type0/BaseFont");
    put_name(&b, j->name);
    buf_add_c(&b, "/Encoding/Identity-H/DescendantFonts[");
    put_ref(&b, cid_font);
    buf_add_c(&b, "]/ToUnicode ");
    put_ref(&b, tounicode);
    number = object_add_body(j->objects, &b);
    buf_release(&b);
    return number;
}

static bool make_subset(FontJob *j, Subset *s)
{
    uint16_t *ids = ARENA_ARRAY(j->objects->arena, uint16_t, j->n);

    for (size_t i = 0; i < j->n; i++)
        ids[i] = j->glyphs[i].glyph;
    return subset_make(j->face, ids, j->n, s);
}

uint32_t font_embed(Objects *o, const FaceUse *use, Deflater *d, Diags *diags)
{
    FontJob j = {.objects = o, .deflater = d, .use = use, .face = use->face};
    Subset s = {0};
    uint32_t font = 0;

    gather_glyphs(&j);
    if (make_subset(&j, &s)) {
        j.name = subset_name(j.face, &s, o->arena);
        qsort(j.glyphs, j.n, sizeof *j.glyphs, compare_codes);
        uint32_t descriptor = add_descriptor(&j, add_program(&j, &s));
        uint32_t cid_font = add_cid_font(&j, &s, descriptor);
        font = add_type0(&j, cid_font, add_tounicode(&j));
    } else {
        diag(diags, DIAG_PDF_FONT, POS_NONE, diag_str(diags, j.face->ps_name),
             diag_str(diags, j.face->path));
    }
    subset_release(&s);
    return font;
}
