/*
 * Run: what one call of hanji works with.
 *
 * Made by cli_main, handed to the command. Commands report through `diags`;
 * the exit status follows from what was reported.
 */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "base/diag.h"

struct Options;

typedef struct Run {
    Arena *arena; /* lives as long as the call */
    Sources *sources;
    Sources *others; /* read too, but no message shows a line: fonts, the lock */
    Diags *diags;
    const struct Options *options;
} Run;

/* Writes a result to --output, by default to standard output, but over nothing
 * that was read. False when reported. */
bool run_print(Run *run, Str text);

/* A text file of the command line, "-" or nothing being standard input: valid
 * UTF-8 without a mark. False when reported. */
bool run_read_text(Run *run, Str path, Str *out);

#endif
