#include "pdf/subset.h"

#include <hb-subset.h>

/* Tables that shape or name text: an embedded program only draws. */
static const char dropped[][5] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF",
    "name", "OS/2", "post", "cmap", "kern", "VORG", "vhea", "vmtx", "gasp",
    "DSIG", "meta", "STAT", "MATH", "hdmx", "VDMX", "LTSH", "PCLT", "FFTM"};

static bool is_cff(const Face *face)
{
    return face->kind != FACE_GLYF;
}

static hb_subset_input_t *make_input(
    const Face *face, const uint16_t *glyphs, size_t n)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING;
    hb_set_t *set, *drop;

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
    drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (size_t i = 0; i < sizeof dropped / sizeof *dropped; i++)
        hb_set_add(drop, HB_TAG(dropped[i][0], dropped[i][1], dropped[i][2],
                             dropped[i][3]));
    return input;
}

static bool copy_program(const Face *face, hb_face_t *subset, Buf *out)
{
    hb_blob_t *blob = is_cff(face)
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

bool subset_make(
    const Face *face, const uint16_t *glyphs, size_t n, Subset *out)
{
    hb_subset_input_t *input = make_input(face, glyphs, n);
    hb_subset_plan_t *plan = input
        ? hb_subset_plan_create_or_fail(face->hb_face, input)
        : NULL;
    hb_face_t *made = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;
    bool ok = made && copy_program(face, made, &out->program);

    if (ok && !is_cff(face))
        make_cid_map(plan, glyphs, n, &out->cid_map);
    hb_face_destroy(made);
    hb_subset_plan_destroy(plan);
    hb_subset_input_destroy(input);
    return ok;
}

void subset_release(Subset *s)
{
    buf_release(&s->program);
    buf_release(&s->cid_map);
}
