/* From a mapped file to a face that text, pdf and paint may trust. */
#include "font/face.h"

#include "font/cff.h"
#include "font/sfnt.h"

#include <hb-ot.h>

/* Bits of OS/2.fsType that forbid what hanji does: embed (0x0002), subset
 * (0x0100), embed outlines (0x0200). Preview and editing (4, 8) allow it. */
enum { FSTYPE_FORBIDS = 0x0002 | 0x0100 | 0x0200 };

static bool may_embed(const FoundFile *file)
{
    enum { FSTYPE = 8 };

    Bytes os2 = sfnt_table(file->bytes, file->directory, "OS/2");
    return (bytes_u16(os2, FSTYPE) & FSTYPE_FORBIDS) == 0;
}

/* CFF2 and bitmap faces fall through: HarfBuzz 6 subsets the first wrongly,
 * and the second has no outlines. */
static bool kind_find(const FoundFile *file, Arena *a, Face *f)
{
    Cff cff;
    if (sfnt_table(file->bytes, file->directory, "glyf").n > 0) {
        f->kind = FACE_GLYF;
        return true;
    }
    Bytes table = sfnt_table(file->bytes, file->directory, "CFF ");
    if (table.n == 0 || !cff_read(table, f->nglyphs, a, &cff))
        return false;
    f->kind = cff.cid_keyed ? FACE_CFF_CID : FACE_CFF_NAME;
    f->code = cff.cid;
    f->outlines = (Str){(const char *)cff.outlines.p, cff.outlines.n};
    return true;
}

static int digit_widest(const Face *f)
{
    int widest = 0;
    for (uint32_t cp = '0'; cp <= '9'; cp++) {
        hb_codepoint_t glyph;
        if (!hb_font_get_nominal_glyph(f->hb_font, cp, &glyph))
            continue;
        int advance = face_advance(f, glyph);
        widest = advance > widest ? advance : widest;
    }
    return widest;
}

/* Makers of fonts are of many minds about OS/2's offsets; what would leave the
 * line is replaced by what most of them say. In 1/1000 em. */
static int offset_read(Bytes os2, size_t at, const Face *f, int least, int most,
                       int usual)
{
    int offset = bytes_i16(os2, at) * 1000 / f->upem;
    return (offset < least || offset > most ? usual : offset) * f->upem / 1000;
}

static void small_text_read(const FoundFile *file, Face *f)
{
    enum { SUB_OFFSET = 16, SUPER_OFFSET = 24 };

    Bytes os2 = sfnt_table(file->bytes, file->directory, "OS/2");
    f->sub_drop = offset_read(os2, SUB_OFFSET, f, 60, 200, 75);
    f->super_rise = offset_read(os2, SUPER_OFFSET, f, 250, 400, 350);
}

static void metrics_read(const FoundFile *file, Face *f)
{
    enum { BBOX = 36 };

    hb_font_extents_t line = {0};
    hb_position_t cap = 0, under = 0, thick = 0;
    hb_font_get_h_extents(f->hb_font, &line);
    hb_ot_metrics_get_position_with_fallback(
        f->hb_font, HB_OT_METRICS_TAG_CAP_HEIGHT, &cap);
    hb_ot_metrics_get_position_with_fallback(
        f->hb_font, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, &under);
    hb_ot_metrics_get_position_with_fallback(
        f->hb_font, HB_OT_METRICS_TAG_UNDERLINE_SIZE, &thick);
    f->underline_top = -under;
    f->underline_thick = thick;
    f->ascent = line.ascender;
    f->descent = line.descender;
    f->cap_height = cap;
    f->digit = digit_widest(f);
    small_text_read(file, f);
    Bytes head = sfnt_table(file->bytes, file->directory, "head");
    for (size_t i = 0; i < 4; i++)
        f->bbox[i] = bytes_i16(head, BBOX + i * 2);
}

static void fonts_create(const FoundFile *file, Face *f)
{
    f->hb_face = hb_face_create(file->blob, f->index);
    f->upem = (int)hb_face_get_upem(f->hb_face);
    f->nglyphs = hb_face_get_glyph_count(f->hb_face);
    hb_face_make_immutable(f->hb_face);
    f->hb_font = hb_font_create(f->hb_face);
    hb_ot_font_set_funcs(f->hb_font);
    hb_font_set_scale(f->hb_font, f->upem, f->upem);
    hb_font_make_immutable(f->hb_font);
}

void face_report_missing(FindResult result, const LockFace *lock, Str path,
                         Pos pos, Diags *diags)
{
    const char *family = diag_str(diags, lock->family);
    const char *package = diag_str(diags, lock->package);
    if (result == FIND_MISSING)
        diag(diags, DIAG_FONT_MISSING, pos, family, diag_str(diags, lock->file),
             package);
    else
        diag(diags, DIAG_FONT_CHANGED, pos, family, diag_str(diags, path),
             package);
}

bool face_open(const LockFace *lock, const Str *dirs, size_t ndirs, uint16_t id,
               Pos pos, Arena *a, Diags *diags, Face *out)
{
    FoundFile file;
    FindResult result = font_find(lock, dirs, ndirs, a, &file);
    if (result != FIND_OK) {
        face_report_missing(result, lock, file.path, pos, diags);
        return false;
    }
    *out = (Face){.id = id,
                  .family = lock->family,
                  .weight = lock->weight,
                  .path = file.path,
                  .index = lock->index,
                  .ps_name = lock->ps_name};
    fonts_create(&file, out);
    hb_blob_destroy(file.blob); /* hb_face keeps its own reference */
    bool embeds = may_embed(&file);
    bool known = kind_find(&file, a, out);
    metrics_read(&file, out);
    if (!embeds)
        diag(diags, DIAG_FONT_RESTRICTED, pos, diag_str(diags, file.path));
    else if (!known)
        diag(diags, DIAG_FONT_BROKEN, pos, diag_str(diags, file.path));
    if (!embeds || !known)
        face_close(out);
    return embeds && known;
}

void face_close(Face *f)
{
    hb_font_destroy(f->hb_font);
    hb_face_destroy(f->hb_face);
}

int face_advance(const Face *f, uint32_t glyph)
{
    return hb_font_get_glyph_h_advance(f->hb_font, glyph);
}

bool face_has_ink(const Face *f, uint32_t glyph)
{
    /* A width, an empty path and endchar are shorter; to draw a charstring only
     * to see whether there is ink takes long. */
    enum { BLANK_MOST = 24 };
    hb_glyph_extents_t box;
    Bytes outlines = {(const uint8_t *)f->outlines.p, f->outlines.n};
    if (cff_outline_size(outlines, glyph) > BLANK_MOST)
        return true;
    return hb_font_get_glyph_extents(f->hb_font, glyph, &box) &&
           (box.width != 0 || box.height != 0);
}
