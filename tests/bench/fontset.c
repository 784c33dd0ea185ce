/* The private fontconfig configuration and the Pango map on it. */
#include "fontset.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

struct Fontset {
    const Fonts *fonts;
    FcConfig *config;
    PangoFontMap *map;
};

/* The family and weight of the lock replace those of the file, so that a
 * description finds the face by the words of the theme. */
static bool face_add(FcFontSet *set, const Face *face)
{
    char *path = g_strndup(face->path.p, face->path.n);
    char *family = g_strndup(face->family.p, face->family.n);
    int count;
    FcPattern *pattern =
        FcFreeTypeQuery((const FcChar8 *)path, face->index, NULL, &count);
    bool ok = pattern != NULL;
    if (ok) {
        FcPatternDel(pattern, FC_FAMILY);
        FcPatternDel(pattern, FC_FAMILYLANG);
        FcPatternDel(pattern, FC_WEIGHT);
        FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
        FcPatternAddInteger(pattern, FC_WEIGHT,
                            FcWeightFromOpenType(face->weight));
        ok = FcFontSetAdd(set, pattern);
    }
    g_free(family);
    g_free(path);
    return ok;
}

/* A configuration of no files has an empty set of system fonts, which is then
 * filled by hand: fontconfig scans no folder and no other face of a
 * collection. It becomes the current one because Pango starts a thread that
 * would otherwise load the system's. */
static FcConfig *config_new(const Fonts *fonts)
{
    FcConfig *config = FcConfigCreate();
    bool ok =
        config && FcConfigBuildFonts(config) && FcConfigSetCurrent(config);
    FcFontSet *set = ok ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    ok = set != NULL;
    for (size_t i = 0; ok && i < fonts_face_count(fonts); i++)
        ok = face_add(set, fonts_face(fonts, (uint16_t)i));
    if (!ok && config)
        FcConfigDestroy(config);
    return ok ? config : NULL;
}

Fontset *fontset_new(const Fonts *fonts)
{
    FcConfig *config = config_new(fonts);
    if (!config)
        return NULL;
    Fontset *s = g_new0(Fontset, 1);
    s->fonts = fonts;
    s->config = config;
    s->map = pango_ft2_font_map_new();
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(s->map), 72, 72);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(s->map), config);
    return s;
}

/* Pango 1.50 forgets its reference to the configuration unless it is taken
 * away, and fontconfig holds one to the current configuration. */
void fontset_free(Fontset *s)
{
    if (!s)
        return;
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(s->map), NULL);
    g_object_unref(s->map);
    FcConfigSetCurrent(NULL);
    FcConfigDestroy(s->config);
    g_free(s);
}

PangoFontMap *fontset_map(Fontset *s)
{
    return s->map;
}

const Face *fontset_face(const Fontset *s, PangoFont *font)
{
    FcChar8 *file;
    int index;
    if (!PANGO_IS_FC_FONT(font))
        return NULL;
    FcPattern *pattern = pango_fc_font_get_pattern(PANGO_FC_FONT(font));
    if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch ||
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index) != FcResultMatch)
        return NULL;
    for (size_t i = 0; i < fonts_face_count(s->fonts); i++) {
        const Face *face = fonts_face(s->fonts, (uint16_t)i);
        if (face->index == (unsigned)index &&
            str_eq_c(face->path, (const char *)file))
            return face;
    }
    return NULL;
}

PangoFontDescription *fontset_describe(const Fontset *s, FontRole role)
{
    const Face *face = fonts_role_face(s->fonts, role);
    GString *families = g_string_new(NULL);
    PangoFontDescription *d = pango_font_description_new();
    pango_font_description_set_weight(d, (PangoWeight)face->weight);
    for (size_t i = 0; face; face = fonts_role_fallback(s->fonts, role, i++))
        g_string_append_printf(families, "%s" STR_FMT,
                               families->len > 0 ? "," : "",
                               STR_ARG(face->family));
    pango_font_description_set_family(d, families->str);
    g_string_free(families, TRUE);
    return d;
}
