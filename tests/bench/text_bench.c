/*
 * How fast paragraphs are set, beside PangoLayout on the same text, fonts and
 * measure in the same run.
 *
 *   text_bench FONTS.LOCK FONT_FOLDER BULLETS.TXT [PASSES]
 *
 * Two texts: the bullets again and again (their words are in the cache), and
 * the bullets with every Hangul syllable replaced by another of theirs at each
 * pass (every word is new). Ours is with optimum breaking and fitting; Pango's is its own breaking
 * with all runs read.
 */
#include "fontset.h"
#include "text/text.h"

#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MEASURE LEN_PT(450)

enum { SYLLABLES = 11172, FIRST = 0xAC00 };

typedef struct Bench {
    char **lines;
    GArray *syllables;       /* those of the lines */
    uint32_t at[SYLLABLES];  /* where each of them stands in it */
    Fonts *fonts;
    Arena *run;
    Text *text;
    TextStyle style;
    Diags *diags;
    PangoLayout *layout;
    size_t passes;
} Bench;

typedef struct Result {
    double seconds;
    size_t glyphs;
} Result;

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool is_syllable(gunichar c)
{
    return c >= FIRST && c < FIRST + SYLLABLES;
}

static void find_syllables(Bench *b)
{
    bool used[SYLLABLES] = {false};
    b->syllables = g_array_new(FALSE, FALSE, sizeof(gunichar));
    for (char **l = b->lines; *l; l++)
        for (const char *p = *l; *p; p = g_utf8_next_char(p))
            if (is_syllable(g_utf8_get_char(p)))
                used[g_utf8_get_char(p) - FIRST] = true;
    for (gunichar c = FIRST; c < FIRST + SYLLABLES; c++)
        if (used[c - FIRST]) {
            b->at[c - FIRST] = b->syllables->len;
            g_array_append_val(b->syllables, c);
        }
}

/* Replaces every syllable by the one `by` places on. */
static char *shift_line(const Bench *b, const char *line, size_t by)
{
    GString *out = g_string_new("");
    for (const char *p = line; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_syllable(c))
            c = g_array_index(b->syllables, gunichar,
                (b->at[c - FIRST] + by) % b->syllables->len);
        g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

static char **shift_lines(const Bench *b, size_t by)
{
    guint n = g_strv_length(b->lines);
    char **out = g_new0(char *, n + 1);
    for (guint i = 0; i < n; i++)
        out[i] = shift_line(b, b->lines[i], by);
    return out;
}

static size_t para_glyphs(const Para *p)
{
    size_t n = 0;
    for (uint32_t i = 0; i < p->nlines; i++)
        for (uint32_t k = 0; k < p->lines[i].nruns; k++)
            for (uint32_t j = 0; j < p->lines[i].runs[k].npieces; j++)
                n += p->lines[i].runs[k].pieces[j].shaped->n;
    return n;
}

static size_t set_ours(Bench *b, char **lines, Arena *a)
{
    const ParaSpec spec = {.measure = MEASURE, .fit = FIT_BODY};
    size_t glyphs = 0;
    for (char **l = lines; *l; l++) {
        TextSpan span = {.text = str_of(*l), .style = &b->style};
        glyphs += para_glyphs(text_para(b->text, &span, 1, &spec, a, b->diags));
    }
    return glyphs;
}

static size_t set_pango(Bench *b, char **lines, Arena *a)
{
    size_t glyphs = 0;
    (void)a;
    for (char **l = lines; *l; l++) {
        pango_layout_set_text(b->layout, *l, -1);
        PangoLayoutIter *iter = pango_layout_get_iter(b->layout);
        do {
            PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);
            glyphs += run ? (size_t)run->glyphs->num_glyphs : 0;
        } while (pango_layout_iter_next_run(iter));
        pango_layout_iter_free(iter);
    }
    return glyphs;
}

typedef size_t (*SetLines)(Bench *b, char **lines, Arena *a);

/* One warm-up pass with the fonts' own tables, then the measured ones. */
static Result measure(Bench *b, SetLines set, bool fresh)
{
    Result r = {0};
    Arena *a = arena_new(0);
    set(b, b->lines, a);
    for (size_t pass = 1; pass <= b->passes; pass++) {
        char **lines = fresh ? shift_lines(b, pass)
                             : g_strdupv(b->lines);
        double from = seconds();
        r.glyphs += set(b, lines, a);
        r.seconds += seconds() - from;
        arena_reset(a);
        g_strfreev(lines);
    }
    arena_free(a);
    return r;
}

static double rate(Result r)
{
    return (double)r.glyphs / r.seconds;
}

static void compare(Bench *b, const char *name, bool fresh)
{
    Result ours = measure(b, set_ours, fresh);
    Result pango = measure(b, set_pango, fresh);
    printf("%-12s %8.2f M glyphs/s %7.1f ns/glyph   PangoLayout %6.2f M "
           "glyphs/s   x %.1f\n",
        name, rate(ours) / 1e6, 1e9 / rate(ours), rate(pango) / 1e6,
        rate(ours) / rate(pango));
}

static PangoLayout *layout_new(Fontset *set)
{
    PangoContext *context = pango_font_map_create_context(fontset_map(set));
    pango_context_set_language(context, pango_language_from_string("ko-kr"));
    pango_context_set_round_glyph_positions(context, FALSE);
    PangoLayout *layout = pango_layout_new(context);
    PangoFontDescription *font = fontset_describe(set, 0);
    pango_font_description_set_size(font, 15 * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (int)(len_pt(MEASURE) * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_font_description_free(font);
    g_object_unref(context);
    return layout;
}

static void bench_family(Bench *b, const char *family, const char *lock,
    const char *folder)
{
    FontRoleSpec role = {.name = STR("body"), .family = str_of(family),
        .weight = 400};
    Str dir = str_of(folder);
    b->fonts = fonts_open(&role, 1, str_of(lock), &dir, 1, b->diags);
    if (!b->fonts)
        return;
    Fontset *set = fontset_new(b->fonts);
    b->run = arena_new(0);
    b->text = text_new(b->fonts, b->run);
    b->layout = layout_new(set);
    printf("%s\n", family);
    compare(b, "  cached", false);
    compare(b, "  all new", true);
    g_object_unref(b->layout);
    text_free(b->text);
    arena_free(b->run);
    fontset_free(set);
    fonts_free(b->fonts);
}

int main(int argc, char **argv)
{
    char *all;
    if (argc < 4 || !g_file_get_contents(argv[3], &all, NULL, NULL)) {
        fprintf(stderr, "usage: text_bench LOCK FOLDER BULLETS [PASSES]\n");
        return 2;
    }
    Sources *sources = sources_new();
    Bench b = {.lines = g_strsplit(g_strchomp(all), "\n", -1),
        .diags = diags_new(sources),
        .style = {.size = LEN_PT(15), .glyph_width = 1000},
        .passes = argc > 4 ? (size_t)atoi(argv[4]) : 40};
    find_syllables(&b);
    bench_family(&b, "Noto Serif CJK KR", argv[1], argv[2]);
    bench_family(&b, "Noto Sans CJK KR", argv[1], argv[2]);
    bench_family(&b, "NanumGothic", argv[1], argv[2]);
    diags_print(b.diags, &(DiagPrint) {0}, stderr);
    g_array_free(b.syllables, TRUE);
    g_strfreev(b.lines);
    g_free(all);
    diags_free(b.diags);
    sources_free(sources);
    return 0;
}
