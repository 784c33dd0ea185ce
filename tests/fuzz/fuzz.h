/*
 * Fuzz targets: one function that any bytes may be given to (reliability R1).
 *
 * In the Fuzz tree libFuzzer calls it; in every other tree replay.c gives it
 * the seeds and the same few thousand damaged copies of them each time, so
 * that a target is also a plain test.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

#endif
