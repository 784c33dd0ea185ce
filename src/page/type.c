/* The theme's styles for the text engine. */
#include "page/type.h"

/* A syllable that fills its square from top to bottom. */
#define FULL_SYLLABLE 0xB97C /* 를 */

Colour colour_of(ThemeColour c)
{
    return (Colour){c.r, c.g, c.b};
}

bool face_square(const Face *face, int *top, int *bottom)
{
    hb_codepoint_t glyph;
    hb_glyph_extents_t e;
    if (!hb_font_get_nominal_glyph(face->hb_font, FULL_SYLLABLE, &glyph) ||
        !hb_font_get_glyph_extents(face->hb_font, glyph, &e) || e.height == 0)
        return false;
    *top = e.y_bearing;
    *bottom = e.y_bearing + e.height; /* negative: y goes up */
    return true;
}

/* The middle of the syllable face above the baseline, in font units. */
static int face_middle(const Face *face)
{
    int top, bottom;
    if (face_square(face, &top, &bottom))
        return top + (bottom - top) / 2;
    return face->cap_height / 2;
}

static FontRole role_of(const Theme *theme, StyleId id, const Fonts *fonts)
{
    FontRole role = 0;
    fonts_find_role(fonts, theme->styles[id].font, &role);
    return role;
}

static TextStyle text_style(const ThemeStyle *s, FontRole role)
{
    return (TextStyle){
        .role = role,
        .size = s->size,
        .colour = colour_of(s->colour),
        .letter_spacing = (int16_t)s->letter_spacing,
        .glyph_width = (int16_t)(s->glyph_width ? s->glyph_width : 1000),
    };
}

static bool is_figure_style(StyleId id)
{
    return id == STYLE_TABLE || id == STYLE_TABLE_TOTAL ||
           id == STYLE_CONTENTS_PAGE;
}

/* Emphasis takes the face of lead-in words, and of their size as much as
 * items do: 14.5 beside 15. */
static TextStyle strong_style(const Type *t, const Theme *theme, FontRole lead)
{
    TextStyle s = t->text;
    Len item = theme->styles[STYLE_ITEM].size;
    s.role = lead;
    if (item > 0)
        s.size = len_mul(s.size, theme->styles[STYLE_LEAD].size, item);
    return s;
}

/* A figure space is a space drawn wider, so that it still reads as one. The
 * engine is asked how wide: Korean takes another space than the face's own. */
static TextStyle pad_style(const TextStyle *text, Text *engine, Diags *diags)
{
    TextStyle s = *text;
    Len two = text_width(engine, STR("00"), text, POS_NONE, diags);
    Len space = text_width(engine, STR("0 0"), text, POS_NONE, diags) - two;
    if (space > 0)
        s.glyph_width = (int16_t)len_mul(s.glyph_width, two / 2, space);
    return s;
}

/* K-35: ragged when lines end between words, justified when between
 * syllables, unless the theme says otherwise. */
static TextAlign align_of(const ThemeStyle *s)
{
    static const TextAlign aligns[] = {
        [THEME_ALIGN_LEFT] = ALIGN_LEFT,
        [THEME_ALIGN_JUSTIFY] = ALIGN_JUSTIFY,
        [THEME_ALIGN_CENTRE] = ALIGN_CENTRE,
        [THEME_ALIGN_RIGHT] = ALIGN_RIGHT,
        [THEME_ALIGN_FORCE] = ALIGN_FORCE,
    };
    if (s->align == THEME_ALIGN_AUTO)
        return s->lines == THEME_BREAK_SYLLABLE ? ALIGN_JUSTIFY : ALIGN_LEFT;
    return aligns[s->align];
}

static void type_init(Type *t, StyleId id, const Theme *theme,
                      const Fonts *fonts, FontRole lead)
{
    const ThemeStyle *s = &theme->styles[id];
    FontRole role = role_of(theme, id, fonts);
    const Face *face = fonts_role_face(fonts, role);
    *t = (Type){
        .text = text_style(s, role),
        .pitch = s->pitch,
        .centre = len_mul(s->size, face_middle(face), face->upem),
        .spread = s->spread,
        .mode = s->lines == THEME_BREAK_SYLLABLE ? BREAK_SYLLABLE : BREAK_WORD,
        .align = align_of(s),
    };
    t->text.tabular = is_figure_style(id);
    t->strong = strong_style(t, theme, lead);
}

void types_init(Type types[STYLE_COUNT], const Theme *theme, const Fonts *fonts,
                Text *engine, Diags *diags)
{
    FontRole lead = role_of(theme, STYLE_LEAD, fonts);
    for (int id = 0; id < STYLE_COUNT; id++) {
        Type *t = &types[id];
        type_init(t, (StyleId)id, theme, fonts, lead);
        if (t->text.tabular)
            t->pad = pad_style(&t->text, engine, diags);
    }
}

/* Of a digit, in 1/1000 em; 0 when the face has none. */
static int figure_cell(const Face *face)
{
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph(face->hb_font, '0', &glyph))
        return 0;
    return face_advance(face, glyph) * 1000 / face->upem;
}

int16_t figure_spacing(const Type *bold, const Type *plain, const Fonts *fonts)
{
    int wide = figure_cell(fonts_role_face(fonts, bold->text.role));
    int cell = figure_cell(fonts_role_face(fonts, plain->text.role));
    if (wide == 0 || cell == 0 || bold->text.size != plain->text.size)
        return 0;
    return (int16_t)(cell - wide);
}
