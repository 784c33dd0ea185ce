/* Any bytes as a layout and as a theme. */
#include "fuzz.h"
#include "memory_file.h"

#include "layout/layout.h"
#include "layout/theme.h"

static void read_both(Str path, Arena *a, Sources *sources, Diags *diags)
{
    bool read = layout_read(path, STR(""), NULL, 0, sources, a, diags);
    if (!read && diags_ok(diags))
        abort(); /* refused without a word */
    read = theme_read(path, STR(""), POS_NONE, sources, a, diags);
    if (!read && diags_ok(diags))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    MemoryFile file = memory_file_open(bytes, n);
    Arena *a = arena_new(0);
    Sources *sources = sources_new();
    Diags *diags = diags_new(sources);
    read_both(str_of(file.path), a, sources, diags);
    diags_free(diags);
    sources_free(sources);
    arena_free(a);
    memory_file_close(&file);
    return 0;
}
