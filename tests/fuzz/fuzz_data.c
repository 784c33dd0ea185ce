/* Any bytes as a CSV file: encodings, separators, quotes, types, and the
 * table held against itself. */
#include "fuzz.h"
#include "memory_file.h"

#include "data/agree.h"
#include "data/table.h"

static void touch_cells(const Table *t)
{
    for (size_t row = 0; row < table_rows(t); row++) {
        for (size_t col = 0; col < table_columns(t); col++) {
            Str text = table_text(t, row, col);
            table_value(t, row, col);
            /* Behind the border everything is UTF-8. */
            if (utf8_check(text) >= 0)
                abort();
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    MemoryFile file = memory_file_open(bytes, n);
    Arena *a = arena_new(0);
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    TableSpec spec = {.name = STR("t"),
                      .path = str_of(file.path),
                      .year = 2024,
                      .pad = n % 2 == 0};
    const Table *t = table_read(&spec, sources, a, diags);
    if (!t && diags_ok(diags))
        abort(); /* refused without a word */
    if (t) {
        touch_cells(t);
        table_agree(t, NULL, a, diags);
    }
    diags_free(diags);
    sources_free(sources);
    arena_free(a);
    memory_file_close(&file);
    return 0;
}
