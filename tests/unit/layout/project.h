/*
 * A project folder of its own for each test: layouts/, data/ and the council
 * theme, in a temporary folder that is the working directory meanwhile. What a
 * test compares is the list of messages, "LINE:COL SLUG" each.
 */
#ifndef TESTS_LAYOUT_PROJECT_H
#define TESTS_LAYOUT_PROJECT_H

#include "layout/layout.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>
#include <glib.h>

typedef struct Project {
    char root[32];
    Arena *arena;
    Sources *sources;
    Diags *diags;
} Project;

static inline void write_file(const char *path, const char *text)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fwrite(text, 1, strlen(text), f);
    fclose(f);
}

static inline char *read_text(Arena *a, const char *path)
{
    Str text;
    assert_true(file_try_read(str_of(path), a, &text));
    return str_c(text, a);
}

/* Another run in the same project: no messages, no sources. */
static inline void project_reset(Project *p)
{
    if (p->diags)
        diags_free(p->diags);
    if (p->sources)
        sources_free(p->sources);
    p->sources = sources_new();
    p->diags = diags_new(p->sources);
}

static inline int project_open(void **state)
{
    Project *p = g_new0(Project, 1);
    strcpy(p->root, "/tmp/hanji-layout-XXXXXX");
    assert_non_null(mkdtemp(p->root));
    assert_int_equal(chdir(p->root), 0);
    assert_int_equal(mkdir("layouts", 0700), 0);
    assert_int_equal(mkdir("data", 0700), 0);
    p->arena = arena_new(0);
    write_file("data/t.csv", "a,b\n1,2\n");
    write_file("layouts/council.yaml",
        read_text(p->arena, HANJI_SOURCE "/layouts/themes/council.yaml"));
    project_reset(p);
    *state = p;
    return 0;
}

static inline int project_close(void **state)
{
    Project *p = *state;
    char *argv[] = {(char *)"rm", (char *)"-rf", p->root, NULL};
    assert_int_equal(chdir("/"), 0);
    g_spawn_sync(NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL,
        NULL, NULL);
    diags_free(p->diags);
    sources_free(p->sources);
    arena_free(p->arena);
    g_free(p);
    return 0;
}

#define PROJECT_TEST(f)                                                        \
    cmocka_unit_test_setup_teardown(f, project_open, project_close)

/* All messages so far: "3:5 layout-key, 4:1 yaml-tag". */
static inline const char *messages(const Project *p)
{
    const char *list = "";
    for (size_t i = 0; i < diags_count(p->diags, LEVEL_NOTE); i++) {
        Pos pos = diags_pos(p->diags, i);
        list = arena_printf(p->arena, "%s%s%u:%u %s", list, i ? ", " : "",
            pos.line, pos.col, diag_info(diags_code(p->diags, i))->slug);
    }
    return list;
}

/* The texts in one language, a line each. */
static inline const char *texts(const Project *p, DiagLanguage language)
{
    const char *list = "";
    for (size_t i = 0; i < diags_count(p->diags, LEVEL_NOTE); i++) {
        Str text = diags_text(p->diags, i, language, p->arena);
        list = arena_printf(p->arena, "%s%s" STR_FMT, list, i ? "\n" : "",
            STR_ARG(text));
    }
    return list;
}

/* hanji's own themes. */
#define OWN_THEMES STR(HANJI_SOURCE "/layouts/themes")

static inline const Layout *read_layout(Project *p, const char *text)
{
    write_file("layouts/book.yaml", text);
    return layout_read(STR("layouts/book.yaml"), OWN_THEMES, NULL, 0, p->sources,
        p->arena, p->diags);
}

/* A text and the messages it must bring, and no others. */
typedef struct Case {
    const char *text, *expected;
} Case;

/* Reads each case as a layout. */
static inline void check_cases(Project *p, const Case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        project_reset(p);
        const Layout *layout = read_layout(p, cases[i].text);
        if (strcmp(messages(p), cases[i].expected) != 0)
            fprintf(stderr, "---- case %zu\n%s\n%s\n", i, cases[i].text,
                texts(p, DIAG_KOREAN));
        assert_string_equal(messages(p), cases[i].expected);
        assert_true(!layout == !diags_ok(p->diags));
        assert_null(strstr(texts(p, DIAG_KOREAN), "{0}"));
        assert_null(strstr(texts(p, DIAG_ENGLISH), "{1}"));
    }
}

#endif
