/*
 * The separator of a CSV file (K-194): a `sep=` line says it, else the start
 * of the file shows it: the candidate that cuts most rows into the same number
 * of cells. Text in, one character out; nothing is split here.
 */
#ifndef DATA_DIALECT_H
#define DATA_DIALECT_H

#include "base/str.h"

/* How much of a file is looked at. */
enum { DIALECT_SAMPLE = 64 << 10 };

typedef struct Dialect {
    char delimiter;
    size_t width; /* cells that most of the first rows have */
    size_t skip;  /* bytes of a `sep=` line, with its end; 0 when none */
} Dialect;

/* `start`: the beginning of the decoded text. */
Dialect dialect_find(Str start);

/* The same for a file whose delimiter is told: how many cells most of the first
 * rows have. */
size_t dialect_width(Str start, char delimiter);

/* "," "tab" "\t" ";" "|" …: one ASCII character, no quote and no line end. */
bool delimiter_parse(Str s, char *out);
/* The same way round, for messages: "tab", ",". */
const char *delimiter_name(char delimiter);

#endif
