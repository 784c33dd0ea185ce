/* Characters that no face of a role has (K-146). */
#include "text/text_int.h"

enum {
    PLACED_MAX = 200, /* errors; looking for columns without end takes long */
    PLACED_BYTES = 4096 /* of a text */
};

typedef struct Substitute {
    uint32_t missing, instead;
} Substitute;

/* What Korean office text uses for the same thing, best first. */
static const Substitute substitutes[] = {
    {0x2010, '-'}, {0x2015, 0x2014}, {0x2022, 0xB7}, {0x2024, '.'},
    {0x2027, 0xB7}, {0x2043, '-'}, {0x2212, '-'}, {0x2219, 0xB7},
    {0x223C, '~'}, {0x231B, 0x203B}, {0x25AA, 0x25A0}, {0x25B8, 0x25B6},
    {0x25E6, 0x25CB}, {0x25EF, 0x25CB}, {0x25FB, 0x25A1}, {0x2605, 0x203B},
    {0x2611, 0x25A0}, {0x2612, 'X'}, {0x2713, 'V'}, {0x2714, 'V'},
    {0x2717, 'X'}, {0x2726, 0x25C6}, {0x2734, 0x203B}, {0x2736, 0x2605},
    {0x2739, 0x203B}, {0x274D, 0x25CB}, {0x2751, 0x25A1}, {0x2752, 0x25A1},
    {0x2794, 0x2192}, {0x27A1, 0x2192}, {0x27A2, 0x25B6}, {0x27A4, 0x25B6},
    {0x301C, '~'},
    {0x30FB, 0xB7}, {0x318D, 0xB7}, {0xFF5E, '~'}, {0xFFE6, 0x20A9},
};

static uint32_t substitute_of(Text *t, FontRole role, uint32_t cp)
{
    for (size_t i = 0; i < sizeof substitutes / sizeof *substitutes; i++)
        if (substitutes[i].missing == cp
            && fonts_choose(t->fonts, role, substitutes[i].instead))
            return substitutes[i].instead;
    return 0;
}

static const char *char_arg(Diags *d, uint32_t cp)
{
    char utf8[4];
    return diag_arg(d, "%.*s", (int)utf8_put(utf8, cp), utf8);
}

/* How often a character stands in a text. */
static size_t times(Str text, uint32_t cp)
{
    size_t n = 0;
    for (size_t at = 0; at < text.n;)
        n += str_next(text, &at) == cp;
    return n;
}

/* The column of its own, where the file has it in the line of its text. It is
 * missing[i] of the word at byte `at`. */
static Pos place_of(const TextSpan *span, size_t at, const Word *w, uint32_t i,
    Diags *diags)
{
    uint32_t cp = w->missing[i];
    if (at + w->info.text.n > PLACED_BYTES
        || diags_count(diags, LEVEL_ERROR) > PLACED_MAX)
        return span->source;
    size_t nth = times(str_sub(span->text, 0, at), cp) + 1;
    for (uint32_t k = 0; k < i; k++)
        nth += w->missing[k] == cp;
    Pos found =
        diag_char_place(diags, span->source, cp, nth, str_count(span->text));
    return found.line ? found : span->source;
}

void missing_report(Text *t, const Word *w, const TextSpan *span, size_t at,
    Diags *diags)
{
    FontRole role = span->style->role;
    if (!diags)
        return;
    const char *name = diag_str(diags, fonts_role_name(t->fonts, role));
    for (uint32_t i = 0; i < w->nmissing; i++) {
        uint32_t cp = w->missing[i], instead = substitute_of(t, role, cp);
        const char *shown = char_arg(diags, cp);
        Pos source = place_of(span, at, w, i, diags);
        const char *code = diag_arg(diags, "U+%04X", (unsigned)cp);
        if (instead)
            diag(diags, DIAG_GLYPH_SUBSTITUTE, source, shown, code, name,
                char_arg(diags, instead));
        else
            diag(diags, DIAG_GLYPH_MISSING, source, shown, code, name);
    }
}
