/*
 * What diag.c keeps and the printers read. For base/ alone.
 */
#ifndef BASE_DIAG_INT_H
#define BASE_DIAG_INT_H

#include "base/diag.h"

#include <glib.h>

typedef struct Message {
    DiagCode code;
    Pos pos;
    const char *const *args; /* ends with NULL */
    uint32_t times;          /* reported this often */
} Message;

struct Diags {
    Arena *arena;
    const Sources *sources;
    GPtrArray *messages; /* of Message, in order of report */
    GHashTable *known;   /* code, position and arguments -> Message */
    size_t by_level[LEVEL_FATAL + 1];
    bool stop;
};

const Message *diags_message(const Diags *d, size_t i);

/* "error", in English whatever the language: for machines. */
const char *diag_level_name(DiagLevel level);

bool diags_print_human(const Diags *d, const DiagPrint *how, FILE *to);
bool diags_print_json(const Diags *d, const DiagPrint *how, FILE *to);
bool diags_print_sarif(const Diags *d, const DiagPrint *how, FILE *to);
bool diags_print_github(const Diags *d, const DiagPrint *how, FILE *to);

#endif
