/*
 * Deps: what a book was made from, as a rule for make (--deps).
 *
 * "book.pdf: a.yaml b.csv", and an empty rule for each input, so that make does
 * not stumble over one that was removed. Names are written as GNU make reads
 * them; a few it can read in no spelling.
 */
#ifndef CLI_DEPS_H
#define CLI_DEPS_H

#include "cli/outputs.h"

/* Whether make can read the names of all inputs and of `output`; those that it
 * cannot are reported. Nothing is asked without --deps. To be called when all
 * inputs are in run->sources. */
bool deps_check(const Run *run, Str output);

/* Writes the rule of `n` outputs. Several pictures are several targets. */
bool deps_write(const Run *run, const Output *outputs, size_t n);

#endif
