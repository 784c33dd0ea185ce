/*
 * What the tests of text/ share: an engine over the project's locked fonts,
 * and short ways to set a paragraph and read it back.
 */
#ifndef TEXT_CASE_H
#define TEXT_CASE_H

#include "text/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include <glib.h>

#define LOCK HANJI_SOURCE "/fonts/fonts.lock"
#define CASES HANJI_SOURCE "/tests/cases/text/"

enum { SERIF, SANS, NANUM, MIXED, ROLES };

typedef struct Case {
    Arena *run, *arena;
    Sources *sources;
    Diags *diags;
    Fonts *fonts;
    Text *text;
    TextStyle style; /* serif, 15pt */
} Case;

static inline FontRoleSpec role_of(const char *name, const char *family)
{
    return (FontRoleSpec) {.name = str_of(name), .family = str_of(family),
        .weight = 400};
}

static inline int case_setup(void **state)
{
    static const Str hanja = {"NanumGothic", 11};
    FontRoleSpec roles[ROLES] = {
        [SERIF] = role_of("serif", "Noto Serif CJK KR"),
        [SANS] = role_of("sans", "Noto Sans CJK KR"),
        [NANUM] = role_of("nanum", "NanumMyeongjo"),
        [MIXED] = role_of("mixed", "NanumMyeongjo"),
    };
    roles[MIXED].fallbacks = &hanja;
    roles[MIXED].nfallbacks = 1;
    Str dir = STR("/usr/share/fonts");
    Case *c = g_new0(Case, 1);
    c->run = arena_new(0);
    c->arena = arena_new(0);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->fonts = fonts_open(roles, ROLES, STR(LOCK), &dir, 1, c->diags);
    if (!c->fonts)
        return -1;
    c->text = text_new(c->fonts, c->run);
    c->style = (TextStyle) {.role = SERIF, .size = LEN_PT(15),
        .glyph_width = 1000};
    *state = c;
    return 0;
}

static inline int case_teardown(void **state)
{
    Case *c = *state;
    text_free(c->text);
    fonts_free(c->fonts);
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
    arena_free(c->run);
    g_free(c);
    return 0;
}

static inline const Para *set_para(Case *c, const char *text, ParaSpec spec)
{
    TextSpan span = {.text = str_of(text), .style = &c->style};
    return text_para(c->text, &span, 1, &spec, c->arena, c->diags);
}

static inline Len width_of(Case *c, const char *text)
{
    return text_width(c->text, str_of(text), &c->style, POS_NONE, c->diags);
}

/* As the text layer of the file has it: spaces that close lines, too. */
static inline char *line_of(Case *c, const Para *p, uint32_t i)
{
    GString *g = g_string_new("");
    for (uint32_t k = 0; i < p->nlines && k < p->lines[i].nruns; k++) {
        Str s = dlrun_text(&p->lines[i].runs[k], c->arena);
        g_string_append_len(g, s.p, (gssize)s.n);
    }
    char *text = arena_strndup(c->arena, g->str, g->len);
    g_string_free(g, TRUE);
    return text;
}

/* The lines with '/' between them. */
static inline char *lines_of(Case *c, const Para *p)
{
    char *all = line_of(c, p, 0);
    for (uint32_t i = 1; i < p->nlines; i++)
        all = arena_printf(c->arena, "%s/%s", all, line_of(c, p, i));
    return all;
}

/* The bullets of the sample book; to be freed with g_strfreev. */
static inline char **read_bullets(void)
{
    char *all;
    assert_true(g_file_get_contents(CASES "bullets.txt", &all, NULL, NULL));
    char **bullets = g_strsplit(g_strchomp(all), "\n", -1);
    g_free(all);
    return bullets;
}

static inline void assert_pt(Len l, double pt, double tolerance)
{
    if (len_pt(l) < pt - tolerance || len_pt(l) > pt + tolerance)
        fail_msg("%.3f pt, expected %.3f", len_pt(l), pt);
}

#define CASE_TEST(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)

#endif
