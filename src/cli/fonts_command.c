/* `hanji fonts`: what the roles of a theme resolve to, and the lock. */
#include "base/file.h"
#include "cli/book.h"
#include "cli/commands.h"
#include "cli/place.h"
#include "font/lock.h"

#include <glib.h>

static void put_face(GString *s, Str role, const Face *f)
{
    g_string_append_printf(s, "%-12.*s " STR_FMT " %d  " STR_FMT " (%u)\n",
                           STR_ARG(role), STR_ARG(f->family), f->weight,
                           STR_ARG(f->path), f->index);
}

static void put_role(GString *s, const Fonts *fonts, FontRole role)
{
    put_face(s, fonts_role_name(fonts, role), fonts_role_face(fonts, role));
    const Face *f;
    for (size_t i = 0; (f = fonts_role_fallback(fonts, role, i)); i++)
        put_face(s, STR(""), f);
}

static void fonts_print(Run *run)
{
    const Theme *theme = theme_read(place_theme(run->options, run->arena),
                                    place_themes(run->arena), POS_NONE,
                                    run->sources, run->arena, run->diags);
    Fonts *fonts = theme ? book_fonts(theme, run) : NULL;
    if (!fonts)
        return;
    GString *s = g_string_new(NULL);
    for (size_t i = 0; i < fonts_role_count(fonts); i++)
        put_role(s, fonts, (FontRole)i);
    if (!run->options->verify || fonts_verify(fonts, run->diags))
        run_print(run, (Str){s->str, s->len});
    g_string_free(s, TRUE);
    fonts_free(fonts);
}

/* Below a font folder the lock names the file by its path there, elsewhere by
 * its bare name. */
static Str name_in_lock(Str path, const Str *dirs, size_t ndirs)
{
    for (size_t i = 0; i < ndirs; i++) {
        if (str_starts(path, dirs[i]) && path.n > dirs[i].n &&
            path.p[dirs[i].n] == '/')
            return str_sub(path, dirs[i].n + 1, path.n);
    }
    return path_base(path);
}

static void lock_print(Run *run, const Str *files, size_t n)
{
    const Str *dirs;
    size_t ndirs = place_font_dirs(run->options, run->arena, &dirs);
    GString *s = g_string_new(NULL);
    for (size_t i = 0; i < n; i++) {
        Str lines;
        sources_add(run->others, files[i]);
        if (lock_describe(files[i], name_in_lock(files[i], dirs, ndirs),
                          STR("PACKAGE"), run->arena, run->diags, &lines))
            g_string_append_len(s, lines.p, (gssize)lines.n);
    }
    if (diags_ok(run->diags))
        run_print(run, (Str){s->str, s->len});
    g_string_free(s, TRUE);
}

static bool is_font_file(Str path)
{
    static const char *const ends[] = {".ttf", ".otf", ".ttc", ".otc"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (path.n > 4 &&
            g_ascii_strncasecmp(path.p + path.n - 4, ends[i], 4) == 0)
            return true;
    return false;
}

/* Words without --lock. */
static void fonts_refuse(Run *run, Str word)
{
    const char *shown = diag_str(run->diags, word);
    if (is_font_file(word))
        diag(run->diags, DIAG_FONTS_FILES, POS_NONE, shown);
    else
        diag(run->diags, DIAG_ARGUMENT_EXTRA, POS_NONE, shown, "fonts");
}

void command_fonts(Run *run, const Str *args, size_t nargs)
{
    if (run->options->lock && nargs == 0)
        diag(run->diags, DIAG_ARGUMENT_MISSING, POS_NONE, "fonts --lock",
             "FILE");
    else if (run->options->lock)
        lock_print(run, args, nargs);
    else if (nargs > 0)
        fonts_refuse(run, args[0]);
    else
        fonts_print(run);
}
