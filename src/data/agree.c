#include "data/agree.h"
#include "data/agree_int.h"

bool table_agree(const Table *t, Waivers *waivers, Arena *a, Diags *diags)
{
    size_t before = diags_count(diags, LEVEL_ERROR);
    Agreement g = {.table = t,
                   .figures = figures_of(t, a),
                   .waivers = waivers,
                   .arena = a,
                   .diags = diags};
    agree_columns(&g);
    agree_rows(&g);
    agree_titles(&g);
    agree_cells(&g);
    return diags_count(diags, LEVEL_ERROR) == before;
}
