/*
 * Outputs: no result is written over a file that it is made from, nor over
 * another result of the same run; no book takes the name of another kind of
 * file.
 *
 * Asked once the inputs are known and before anything is written.
 */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "cli/options.h"

typedef struct Output {
    OptionId option; /* that names it, for the message */
    Str path;        /* "-": standard output */
} Output;

/* False when reported. */
bool outputs_check(const Run *run, const Output *outputs, size_t n);

/* The same of --output alone, by default standard output. */
bool outputs_check_own(const Run *run);

/* False when reported: --output ends as files of another kind do, as
 * `book.docx`, which no program would open. */
bool outputs_check_suffix(const Run *run);

#endif
