/*
 * Out: the JSON of a dump on its way to the writer, through a buffer. For
 * csvdump.c.
 */
#ifndef DATA_CSVDUMP_OUT_H
#define DATA_CSVDUMP_OUT_H

#include "data/csvdump.h"

enum { BUFFER = 64 << 10 };

typedef struct Out {
    CsvDumpWrite *write;
    void *context;
    size_t n;
    bool stopped; /* by the writer: nothing more is given to it */
    char buffer[BUFFER];
} Out;

void out_bytes(Out *o, const char *p, size_t n);
void out_text(Out *o, const char *c);
/* The inside of a JSON string. */
void out_string(Out *o, Str s);
void out_flush(Out *o);

#endif
