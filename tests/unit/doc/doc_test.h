/* What the tests of doc/ share. */
#ifndef DOC_TEST_H
#define DOC_TEST_H

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static inline void assert_str_at(Str got, const char *expected,
                                 const char *file, int line)
{
    if (str_eq_c(got, expected))
        return;
    print_error("got      \"" STR_FMT "\"\nexpected \"%s\"\n", STR_ARG(got),
                expected);
    _fail(file, line);
}

#define assert_str(got, expected)                                              \
    assert_str_at((got), (expected), __FILE__, __LINE__)

#endif
