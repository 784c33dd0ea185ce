#include "pdf/subset.h"

#include <hb-subset.h>

/* The tables that draw. The subsetter sees no others: it would spend more time
 * on the character map of a Korean font than on its outlines. */
static const char drawing[][5] = {"head", "hhea", "hmtx", "maxp",
                                  "CFF ", "glyf", "loca"};

static hb_blob_t *drawing_table(hb_face_t *face, hb_tag_t tag, void *original)
{
    (void)face;
    for (size_t i = 0; i < sizeof drawing / sizeof *drawing; i++)
        if (tag ==
            HB_TAG(drawing[i][0], drawing[i][1], drawing[i][2], drawing[i][3]))
            return hb_face_reference_table(original, tag);
    return hb_blob_get_empty();
}

static hb_face_t *drawing_face(const Face *face)
{
    hb_face_t *f =
        hb_face_create_for_tables(drawing_table, face->hb_face, NULL);

    hb_face_set_glyph_count(f, face->nglyphs);
    hb_face_set_upem(f, (unsigned)face->upem);
    return f;
}

static bool is_cff(const Face *face)
{
    return face->kind != FACE_GLYF;
}

static hb_subset_input_t *make_input(const Face *face, const uint16_t *glyphs,
                                     size_t n)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
    hb_set_t *set;

    if (!input)
        return NULL;
    if (is_cff(face)) /* smaller once deflated */
        flags |= HB_SUBSET_FLAGS_DESUBROUTINIZE;
    if (face->kind == FACE_CFF_NAME)
        flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input, flags);
    set = hb_subset_input_glyph_set(input);
    for (size_t i = 0; i < n; i++)
        hb_set_add(set, glyphs[i]);
    return input;
}

static bool copy_program(const Face *face, hb_face_t *subset, Buf *out)
{
    hb_blob_t *blob =
        is_cff(face)
            ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
            : hb_face_reference_blob(subset);
    unsigned n;
    const char *p = hb_blob_get_data(blob, &n);

    buf_add(out, p, n);
    hb_blob_destroy(blob);
    return n != 0;
}

static void make_cid_map(hb_subset_plan_t *plan, const uint16_t *glyphs,
                         size_t n, Buf *out)
{
    const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
    uint32_t next = 0;

    for (size_t i = 0; i < n; i++) {
        for (; next < glyphs[i]; next++)
            buf_add_u16(out, 0);
        buf_add_u16(out, hb_map_get(map, glyphs[i]));
        next++;
    }
}

bool subset_make(const Face *face, const uint16_t *glyphs, size_t n,
                 Subset *out)
{
    hb_face_t *whole = drawing_face(face);
    hb_subset_input_t *input = make_input(face, glyphs, n);
    hb_subset_plan_t *plan =
        input ? hb_subset_plan_create_or_fail(whole, input) : NULL;
    hb_face_t *made = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool ok = made && copy_program(face, made, &out->program);

    if (ok && !is_cff(face))
        make_cid_map(plan, glyphs, n, &out->cid_map);
    hb_face_destroy(made);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    hb_face_destroy(whole);
    return ok;
}

void subset_release(Subset *s)
{
    buf_release(&s->program);
    buf_release(&s->cid_map);
}
