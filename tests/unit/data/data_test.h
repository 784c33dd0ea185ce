/* What the tests of data/ share: a run of its own for each case, tables made
 * from bytes, and short ways to say what must come out. */
#ifndef DATA_TEST_H
#define DATA_TEST_H

#include "base/diag.h"
#include "data/rowset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct Run {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Pos layout; /* a place to blame in a layout */
} Run;

static inline Run run_new(void)
{
    Run r = {.arena = arena_new(0), .sources = sources_new()};
    r.diags = diags_new(r.sources);
    r.layout = (Pos){sources_add(r.sources, STR("layout.yaml")), 1, 1};
    return r;
}

static inline void run_free(Run *r)
{
    diags_free(r->diags);
    sources_free(r->sources);
    arena_free(r->arena);
}

static inline Table *table_of_bytes(Run *r, TableSpec spec, const void *p,
                                    size_t n)
{
    char path[] = "/tmp/hanji-data-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, p, n), (ssize_t)n);
    close(fd);
    spec.path = str_dup(str_of(path), r->arena);
    if (spec.name.n == 0)
        spec.name = STR("t");
    spec.pos = r->layout;
    Table *t = table_read(&spec, r->sources, r->arena, r->diags);
    unlink(path);
    return t;
}

static inline Table *table_of(Run *r, TableSpec spec, const char *text)
{
    return table_of_bytes(r, spec, text, strlen(text));
}

/* Like table_of, with the types "money" … of its columns in order. */
static inline Table *table_typed(Run *r, const char *text, size_t n,
                                 const ColumnSpec *columns)
{
    return table_of(r, (TableSpec){.columns = columns, .ncolumns = n}, text);
}

#define assert_str(s, expected) assert_str_((s), (expected), __FILE__, __LINE__)
static inline void assert_str_(Str s, const char *expected, const char *file,
                               int line)
{
    if (str_eq_c(s, expected))
        return;
    print_error("\"" STR_FMT "\" != \"%s\"\n", STR_ARG(s), expected);
    _fail(file, line);
}

/* The only message of the run. */
#define assert_only(r, code) assert_only_((r), (code), __FILE__, __LINE__)
static inline void assert_only_(const Run *r, DiagCode code, const char *file,
                                int line)
{
    size_t n = diags_count(r->diags, LEVEL_NOTE);
    if (n == 1 && diags_code(r->diags, 0) == code)
        return;
    for (size_t i = 0; i < n; i++)
        print_error("%s: " STR_FMT "\n",
                    diag_info(diags_code(r->diags, i))->slug,
                    STR_ARG(diags_text(r->diags, i, DIAG_ENGLISH, r->arena)));
    print_error("expected only %s\n", diag_info(code)->slug);
    _fail(file, line);
}

#define assert_quiet(r) assert_quiet_((r), __FILE__, __LINE__)
static inline void assert_quiet_(const Run *r, const char *file, int line)
{
    size_t n = diags_count(r->diags, LEVEL_NOTE);
    for (size_t i = 0; i < n; i++)
        print_error("unexpected: " STR_FMT "\n",
                    STR_ARG(diags_text(r->diags, i, DIAG_ENGLISH, r->arena)));
    if (n)
        _fail(file, line);
}

#define assert_place(p, l, c)                                                  \
    do {                                                                       \
        assert_int_equal((p).line, (l));                                       \
        assert_int_equal((p).col, (c));                                        \
    } while (0)

static inline Str message(const Run *r, size_t i)
{
    return diags_text(r->diags, i, DIAG_KOREAN, r->arena);
}

#endif
