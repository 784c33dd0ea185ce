/*
 * What the tests of font/ share: a run with its messages, a scratch folder,
 * and locks written for it.
 */
#ifndef FONT_CASE_H
#define FONT_CASE_H

#include "font/font.h"
#include "font/lock.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DEBIAN_FONTS "/usr/share/fonts"
#define NANUM DEBIAN_FONTS "/truetype/nanum/"
#define NOTO DEBIAN_FONTS "/opentype/noto/"
#define PROJECT_LOCK HANJI_SOURCE "/fonts/fonts.lock"

typedef struct Case {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    char *folder; /* scratch, removed with its files */
} Case;

static inline int case_setup(void **state)
{
    Case *c = g_new0(Case, 1);
    c->arena = arena_new(0);
    c->sources = sources_new();
    c->diags = diags_new(c->sources);
    c->folder = g_dir_make_tmp("hanji-font-XXXXXX", NULL);
    *state = c;
    return c->folder ? 0 : -1;
}

static inline int case_teardown(void **state)
{
    Case *c = *state;
    GDir *dir = g_dir_open(c->folder, 0, NULL);
    for (const char *name; (name = g_dir_read_name(dir));) {
        char *path = g_build_filename(c->folder, name, NULL);
        g_remove(path);
        g_free(path);
    }
    g_dir_close(dir);
    g_rmdir(c->folder);
    g_free(c->folder);
    diags_free(c->diags);
    sources_free(c->sources);
    arena_free(c->arena);
    g_free(c);
    return 0;
}

static inline void assert_said(const Case *c, DiagCode code)
{
    for (size_t i = 0; i < diags_count(c->diags, LEVEL_NOTE); i++) {
        if (diags_code(c->diags, i) == code)
            return;
    }
    fail_msg("not said: %s", diag_info(code)->slug);
}

/* The whole of a file; length in *n. */
static inline uint8_t *slurp(Case *c, const char *path, size_t *n)
{
    gchar *text;
    gsize length;
    assert_true(g_file_get_contents(path, &text, &length, NULL));
    uint8_t *copy = (uint8_t *)arena_strndup(c->arena, text, length);
    g_free(text);
    *n = length;
    return copy;
}

/* Writes NAME into the scratch folder and gives its path. */
static inline char *scratch_write(Case *c, const char *name, const void *bytes,
                                  size_t n)
{
    char *path = arena_printf(c->arena, "%s/%s", c->folder, name);
    assert_true(g_file_set_contents(path, bytes, (gssize)n, NULL));
    return path;
}

/* A lock in the scratch folder with the faces of one file, which the scratch
 * folder or DEBIAN_FONTS holds. */
static inline Str scratch_lock(Case *c, const char *font)
{
    Str lines;
    Str path = str_of(font);
    const char *base = strrchr(font, '/') + 1;
    assert_true(lock_describe(path, str_of(base), STR("fonts-test"), c->arena,
                              c->diags, &lines));
    return str_of(scratch_write(c, "test.lock", lines.p, lines.n));
}

#endif
