/*
 * Printed: the texts of set pages with where each came from. Gathered from
 * display lists for `where` and `--map`; in the run's arena.
 */
#ifndef CLI_PRINTED_H
#define CLI_PRINTED_H

#include "cli/json.h"
#include "cli/run.h"
#include "dlist/dlist.h"
#include "doc/provenance.h"

/* What hanji itself adds to a page says so: it comes from no cell. */
typedef enum PrintedKind {
    PRINTED_VALUE,       /* of a cell or of the layout */
    PRINTED_PAGE_NUMBER, /* below a page, or in the contents */
    PRINTED_RUNNING_HEAD
} PrintedKind;

/* Runs that follow each other and show one source: a value, even where it is
 * broken over lines. */
typedef struct PrintedText {
    PrintedKind kind;
    uint32_t page;  /* from 0 */
    uint32_t order; /* on its page */
    Str text;
    Len x, y; /* of its first run */
    Pos source; /* no file: of what hanji adds */
} PrintedText;

typedef struct Printed Printed;

Printed *printed_new(Arena *a);
void printed_free(Printed *p);

/* Pages may come in any order; the page is only looked at. */
void printed_add(Printed *p, const DlPage *page);

/* All of them in order of the pages. */
const PrintedText *printed_list(Printed *p, size_t *n);

/* Writes "source" and, of a computed value, "expression" and "cells". */
void printed_put_origin(JsonWriter *j, const Run *run, const PrintedText *text,
                        const Origin *origin);

/* The whole map as JSON: every printed text that shows data. */
Str printed_map(Printed *p, const Run *run, const Provenance *provenance);

#endif
