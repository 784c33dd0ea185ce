/* `hanji text breaks` and `hanji text lines`: line breaking to look at. */
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "data/normal.h"
#include "doc/typography.h"

#include <glib.h>

/* A line may be longer than a book takes (TEXT_MAX of doc/rich.h), as long as
 * it is shown at once. Setting one takes some hundred times its bytes. */
enum { PARAGRAPH_MAX = 1024 * 1024 };

/* The next line of the text; one that is too long is reported, and empty. */
static Str line_take(Run *run, Str *text, Pos pos)
{
    Str line = str_take_line(text);
    if (line.n <= PARAGRAPH_MAX)
        return line;
    diag(run->diags, DIAG_TEXT_LONG, pos,
         diag_arg(run->diags, "%zu", (line.n + 1023) / 1024),
         diag_arg(run->diags, "%d", PARAGRAPH_MAX / 1024));
    return STR("");
}

void command_text_breaks(Run *run, const Str *args, size_t nargs)
{
    Str text, path = nargs > 0 ? args[0] : STR("-");
    if (!run_read_text(run, path, &text))
        return;
    GString *out = g_string_new(NULL);
    for (Pos pos = {sources_add(run->sources, path), 1, 1}; text.n > 0;
         pos.line++) {
        Typography typography = {.folded = false}; /* K-56, as in a book */
        Str line =
            typography_set(line_take(run, &text, pos), &typography, run->arena);
        Str marked = text_breaks(line, run->options->mode, run->arena);
        g_string_append_len(out, marked.p, (gssize)marked.n);
        g_string_append_c(out, '\n');
    }
    run_print(run, (Str){out->str, out->len});
    g_string_free(out, TRUE);
}

/* Each line as a build would take it in (K-01 … K-11) and set it (K-55, K-56).
 * What cannot be set is reported and left out; the other lines go on. */
static Str text_admit(Run *run, uint32_t file, Str text)
{
    GString *out = g_string_new(NULL);
    for (Pos pos = {file, 1, 1}; text.n > 0; pos.line++) {
        Str line;
        text_normalise(line_take(run, &text, pos), NORMAL_AUTHOR, pos,
                       run->arena, run->diags, &line);
        line = typography_cell(line, &(House){0}, pos, run->arena, run->diags);
        g_string_append_len(out, line.p, (gssize)line.n);
        g_string_append_c(out, '\n');
    }
    Str admitted = str_dup((Str){out->str, out->len}, run->arena);
    g_string_free(out, TRUE);
    return admitted;
}

/* The role that --font names, by default the theme's first. */
static bool role_find(Run *run, const Fonts *fonts, FontRole *out)
{
    Str name = run->options->font;
    *out = 0;
    if (name.n == 0 || fonts_find_role(fonts, name, out))
        return true;
    size_t n = fonts_role_count(fonts);
    Str *names = ARENA_ARRAY(run->arena, Str, n);
    for (size_t i = 0; i < n; i++)
        names[i] = fonts_role_name(fonts, (FontRole)i);
    Str near = str_nearest(name, names, n);
    diag(run->diags, DIAG_ROLE_UNKNOWN, POS_NONE, diag_str(run->diags, name),
         diag_str(run->diags, near));
    return false;
}

/* Each line of the text is a paragraph. */
static Str lines_set(Run *run, Text *engine, FontRole role, Str text,
                     uint32_t file)
{
    const Options *o = run->options;
    const TextStyle style = {.role = role,
                             .size = o->size,
                             .colour = COLOUR_BLACK,
                             .glyph_width = 1000};
    /* K-35: bullets are ragged, running prose is justified. */
    bool prose = o->mode == BREAK_SYLLABLE;
    const ParaSpec spec = {.mode = o->mode,
                           .align = prose ? ALIGN_JUSTIFY : ALIGN_LEFT,
                           .fit = o->no_fit ? FIT_NONE : FIT_BODY,
                           .measure = o->width};
    return text_lines_json(engine, text, &style, &spec, file, run->arena,
                           run->diags);
}

static void lines_print(Run *run, const Theme *theme, Fonts *fonts, Str text,
                        uint32_t file)
{
    FontRole role;
    if (!role_find(run, fonts, &role))
        return;
    Text *engine = book_text(theme, fonts, run->arena);
    Str json = lines_set(run, engine, role, text, file);
    text_free(engine);
    run_print(run, json);
}

void command_text_lines(Run *run, const Str *args, size_t nargs)
{
    Str text, path = nargs > 0 ? args[0] : STR("-");
    if (!run_read_text(run, path, &text))
        return;
    uint32_t file = sources_add(run->sources, path);
    text = text_admit(run, file, text);
    const Theme *theme = theme_read(place_theme(run->options, run->arena),
                                    place_themes(run->arena), POS_NONE,
                                    run->sources, run->arena, run->diags);
    Fonts *fonts = theme ? book_fonts(theme, run) : NULL;
    if (fonts)
        lines_print(run, theme, fonts, text, file);
    fonts_free(fonts);
}
