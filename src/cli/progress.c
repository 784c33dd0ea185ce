/* Drawing the bar. */
#include "cli/progress.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    QUIET = 500000,   /* microseconds without a bar */
    INTERVAL = 50000, /* between two drawings */
    BAR = 30
};

Progress progress_begin(const Options *o)
{
    const char *term = g_getenv("TERM");
    return (Progress){.shown = o->diagnostics == DIAG_HUMAN &&
                               isatty(STDERR_FILENO) && term &&
                               strcmp(term, "dumb") != 0,
                      .begun = g_get_monotonic_time()};
}

static void draw(const Progress *p, uint32_t done)
{
    static const char full[] = "##############################";
    if (p->total == 0) {
        fprintf(stderr, "\r%u", done);
        return;
    }
    int filled = (int)((uint64_t)done * BAR / p->total);
    fprintf(stderr, "\r[%.*s%*s] %u/%u", filled, full, BAR - filled, "", done,
            p->total);
}

void progress_step(void *context, uint32_t done)
{
    Progress *p = context;
    if (!p->shown)
        return;
    int64_t now = g_get_monotonic_time();
    if (now - p->begun < QUIET || now - p->last < INTERVAL)
        return;
    draw(p, done);
    p->last = now;
    p->drawn = true;
}

void progress_end(Progress *p)
{
    if (p->drawn)
        fputs("\r\x1b[K", stderr);
    p->drawn = false;
}

void progress_told(const Progress *p, Str output, uint32_t pages,
                   DiagLanguage l)
{
    const char *unit = l == DIAG_KOREAN ? "쪽" : pages == 1 ? " page" : " pages";
    if (p->shown && !str_eq_c(output, "-"))
        fprintf(stderr, STR_FMT ": %u%s\n", STR_ARG(output), pages, unit);
}
