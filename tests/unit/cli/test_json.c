/* The JSON writer. */
#include "cli/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void test_nesting_commas_and_lines(void **state)
{
    (void)state;
    Arena *a = arena_new(0);
    JsonWriter *j = json_new(a);
    json_open(j, '{');
    json_put_int(j, "n", -3);
    json_key(j, "flat");
    json_open_inline(j, '[');
    json_bool(j, true);
    json_open(j, '{');
    json_put_len(j, "x", LEN_PT(7.484));
    json_close(j, '}');
    json_close(j, ']');
    json_key(j, "empty");
    json_open(j, '[');
    json_close(j, ']');
    json_put_text(j, "left out", STR(""));
    json_key(j, "list");
    json_open(j, '[');
    json_text(j, STR("따옴표 \" 와\n줄"));
    json_text(j, STR(""));
    json_close(j, ']');
    json_close(j, '}');
    Str text = json_finish(j);
    assert_string_equal(str_c(text, a), "{\n"
                                        "  \"n\": -3,\n"
                                        "  \"flat\": [true, {\"x\": 7.484}],\n"
                                        "  \"empty\": [],\n"
                                        "  \"list\": [\n"
                                        "    \"따옴표 \\\" 와\\n줄\",\n"
                                        "    \"\"\n"
                                        "  ]\n"
                                        "}\n");
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nesting_commas_and_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
