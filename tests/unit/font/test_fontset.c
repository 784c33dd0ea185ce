/* The set as a Pango font map. */
#include "font_case.h"

#include "font/fontset.h"

/* Pango 1.50 does not give back every fontconfig pattern it looked at. */
__attribute__((visibility("default"))) const char *
__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:libfontconfig";
}

static Fonts *open_chain(Case *c)
{
    static const Str fallback = {"Noto Serif CJK KR", 17};
    const FontRoleSpec spec = {.name = {"body", 4},
                               .family = {"NanumMyeongjo", 13},
                               .weight = 700,
                               .fallbacks = &fallback,
                               .nfallbacks = 1};
    const Str dir = STR(DEBIAN_FONTS);
    return fonts_open(&spec, 1, STR(PROJECT_LOCK), &dir, 1, c->diags);
}

/* Pango's choice for each character of `text`, as face numbers. */
static char *faces_of(Case *c, Fontset *set, const char *text)
{
    PangoContext *context = pango_font_map_create_context(fontset_map(set));
    PangoFontDescription *d = fontset_describe(set, 0);
    pango_context_set_font_description(context, d);
    PangoAttrList *none = pango_attr_list_new();
    GList *items =
        pango_itemize(context, text, 0, (int)strlen(text), none, NULL);
    char *out = arena_printf(c->arena, "%s", "");
    for (GList *i = items; i; i = i->next) {
        PangoItem *item = i->data;
        const Face *face = fontset_face(set, item->analysis.font);
        out = face ? arena_printf(c->arena, "%s%d:%d ", out, face->id,
                                  item->num_chars)
                   : arena_printf(c->arena, "%s?:%d ", out, item->num_chars);
        pango_item_free(item);
    }
    g_list_free(items);
    pango_attr_list_unref(none);
    pango_font_description_free(d);
    g_object_unref(context);
    return out;
}

/* K-147 through Pango: the same face as fonts_choose. */
static void test_itemize_stays_in_the_chain(void **state)
{
    Case *c = *state;
    Fonts *fonts = open_chain(c);
    Fontset *set = fontset_new(fonts);
    assert_non_null(set);
    assert_string_equal(faces_of(c, set, "이종수"), "0:3 ");
    assert_string_equal(faces_of(c, set, "故"), "1:1 ");
    fontset_free(set);
    fonts_free(fonts);
}

/* The map holds the set's faces and nothing else, whatever is installed. */
static void test_map_is_private(void **state)
{
    Case *c = *state;
    Fonts *fonts = open_chain(c);
    Fontset *set = fontset_new(fonts);
    PangoFontFamily **families;
    int n;
    pango_font_map_list_families(fontset_map(set), &families, &n);
    int ours = 0;
    for (int i = 0; i < n; i++) {
        const char *name = pango_font_family_get_name(families[i]);
        ours += strcmp(name, "NanumMyeongjo") == 0 ||
                strcmp(name, "Noto Serif CJK KR") == 0;
    }
    g_free(families);
    assert_int_equal(ours, 2);
    /* The others are Pango's aliases, which fontconfig resolves to ours. */
    PangoContext *context = pango_font_map_create_context(fontset_map(set));
    PangoFontDescription *d = pango_font_description_from_string("DejaVu Sans");
    PangoFont *font = pango_context_load_font(context, d);
    assert_non_null(fontset_face(set, font));
    g_object_unref(font);
    pango_font_description_free(d);
    g_object_unref(context);
    fontset_free(set);
    fonts_free(fonts);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_itemize_stays_in_the_chain),
        CASE(test_map_is_private),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
