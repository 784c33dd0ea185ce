/*
 * Progress: a bar on the terminal while pages are painted, for work that
 * takes long enough to wonder. Elsewhere it is silent.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/options.h"

typedef struct Progress {
    bool shown;          /* messages go to a terminal, in human form */
    bool drawn;          /* something stands on the line now */
    uint32_t total;      /* pages to come, 0 while unknown */
    int64_t begun, last; /* microseconds */
} Progress;

Progress progress_begin(const Options *o);
/* The PaintOptions.progress of `context`, a Progress. */
void progress_step(void *context, uint32_t done);
/* Clears the line. */
void progress_end(Progress *p);
/* Says on the terminal what was made. */
void progress_told(const Progress *p, Str output, uint32_t pages,
                   DiagLanguage l);

#endif
