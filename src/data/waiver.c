#include "data/waiver.h"

#include "base/name.h"
#include "data/head.h"

static bool has_run_out(const Waivers *waivers, const Waiver *w)
{
    return waivers->today.year && date_cmp(w->until, waivers->today) < 0;
}

static bool covers(Str asked, Str given)
{
    return asked.n == 0 || head_matches(asked, given);
}

static bool applies(const Waiver *w, DiagCode finding, Str table, Str row,
                    Str column)
{
    return name_same(w->table, table) && covers(w->row, row) &&
           covers(w->column, column) &&
           (w->check.n == 0 || str_eq_c(w->check, diag_info(finding)->slug));
}

bool waivers_allow(Waivers *waivers, DiagCode finding, Str table, Str row,
                   Str column, Pos pos, Diags *diags)
{
    for (size_t i = 0; waivers && i < waivers->n; i++) {
        Waiver *w = &waivers->list[i];
        if (has_run_out(waivers, w) || !applies(w, finding, table, row, column))
            continue;
        w->used = true;
        diag(diags, DIAG_WAIVER_USED, pos, diag_info(finding)->slug,
             diag_str(diags, w->reason), diag_str(diags, w->owner));
        return true;
    }
    return false;
}

void waivers_end(const Waivers *waivers, Diags *diags)
{
    for (size_t i = 0; i < waivers->n; i++) {
        const Waiver *w = &waivers->list[i];
        const char *until = diag_arg(diags, "%04d-%02d-%02d", w->until.year,
                                     w->until.month, w->until.day);
        if (has_run_out(waivers, w))
            diag(diags, DIAG_WAIVER_EXPIRED, w->pos, until,
                 diag_str(diags, w->owner));
        else if (!w->used)
            diag(diags, DIAG_WAIVER_UNUSED, w->pos, diag_str(diags, w->reason));
    }
}
