/* From the layout's path to set pages. */
#include "cli/book.h"

#include "cli/attach.h"
#include "cli/options.h"
#include "cli/place.h"

#include <glib.h>
#include <stdlib.h>

/* Notes the files of the fonts as read. */
static void note_files(const Fonts *fonts, Run *run)
{
    const Face *f;
    for (size_t i = 0; i < fonts_role_count(fonts); i++) {
        FontRole role = (FontRole)i;
        sources_add(run->others, fonts_role_face(fonts, role)->path);
        for (size_t k = 0; (f = fonts_role_fallback(fonts, role, k)); k++)
            sources_add(run->others, f->path);
    }
}

Fonts *book_fonts(const Theme *theme, Run *run)
{
    FontRoleSpec *roles = ARENA_ARRAY(run->arena, FontRoleSpec, theme->nfonts);
    for (size_t i = 0; i < theme->nfonts; i++) {
        const ThemeFont *f = &theme->fonts[i];
        roles[i] = (FontRoleSpec){f->name,      f->family,     f->weight,
                                  f->fallbacks, f->nfallbacks, f->pos};
    }
    const Str *dirs;
    size_t ndirs = place_font_dirs(run->options, run->arena, &dirs);
    Str lock = place_font_lock(run->options, run->arena);
    sources_add(run->others, lock);
    Fonts *fonts =
        fonts_open(roles, theme->nfonts, lock, dirs, ndirs, run->diags);
    if (fonts)
        note_files(fonts, run);
    return fonts;
}

/* SOURCE_DATE_EPOCH: the only clock there is. */
static bool time_read(Run *run, int64_t *out)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    *out = INT64_MIN;
    if (!epoch || !*epoch)
        return true;
    /* Years 1970 to 9999, what a PDF date can say. */
    guint64 seconds = g_ascii_strtoull(epoch, &end, 10);
    if (*end == '\0' && g_ascii_isdigit(*epoch) &&
        seconds <= G_GUINT64_CONSTANT(253402300799)) {
        *out = (int64_t)seconds;
        return true;
    }
    diag(run->diags, DIAG_EPOCH, POS_NONE, epoch);
    return false;
}

Text *book_text(const Theme *theme, Fonts *fonts, Arena *run)
{
    Text *text = text_new(fonts, run);
    text_set_gaps(text, (TextGaps){theme->latin_gap, theme->operator_gap});
    text_set_short(text, (TextShort){theme->short_chars, theme->short_share});
    return text;
}

static bool open_book(Book *b, Run *run, Str layout, bool traced)
{
    const Options *o = run->options;
    *b = (Book){.provenance = traced ? provenance_new(run->arena) : NULL};
    int64_t time;
    bool timed = time_read(run, &time);
    const Layout *read =
        layout_read(layout, place_themes(run->arena), o->sets, o->nsets,
                    run->sources, run->arena, run->diags);
    if (!read || !timed)
        return false;
    b->bound = document_trace(read, o->pages_max, run->sources, b->provenance,
                              run->arena, run->diags);
    b->fonts = book_fonts(read->theme, run);
    if (!b->bound || !b->fonts)
        return false;
    b->shown = b->bound;
    if (o->only.n > 0)
        b->shown = document_part(b->bound, o->only, run->arena, run->diags);
    if (!b->shown)
        return false;
    b->text = book_text(read->theme, b->fonts, run->arena);
    text_set_house(b->text, &read->document.house);
    text_set_phrases(b->text, read->phrases, read->nphrases);
    b->doc = dldoc_new(run->arena);
    b->doc->meta.time = time;
    return true;
}

bool book_open(Book *b, Run *run, Str layout)
{
    return open_book(b, run, layout, false);
}

bool book_open_traced(Book *b, Run *run, Str layout)
{
    return open_book(b, run, layout, true);
}

bool book_set(Book *b, Run *run, PageSink sink)
{
    return pages_set(b->shown, b->bound->layout->theme, b->text, b->fonts,
                     b->doc, sink, &b->report, run->diags) &&
           (b->shown->alone || attach_sources(b->bound, b->doc, run->diags));
}

bool book_has_pages(const Book *b, const Run *run)
{
    const Options *o = run->options;
    if (o->npages == 0 || o->pages[o->npages - 1] < b->report.pages)
        return true;
    diag(run->diags, DIAG_PAGES_RANGE, POS_NONE,
         diag_arg(run->diags, "%u", o->pages[o->npages - 1] + 1),
         diag_arg(run->diags, "%u", b->report.pages));
    return false;
}

void book_release(Book *b)
{
    if (b->text)
        text_free(b->text);
    fonts_free(b->fonts);
    provenance_free(b->provenance);
}
