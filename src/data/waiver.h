/*
 * Waivers: findings that the layout allows, each with its reason, its owner
 * and its last day. A waiver that has run out no longer counts; one that
 * nothing needed should go. Both are warned of.
 */
#ifndef DATA_WAIVER_H
#define DATA_WAIVER_H

#include "base/diag.h"
#include "data/value.h"

typedef struct Waiver {
    Str table;
    Str check;  /* slug of the finding; empty: any check of agreement */
    Str row;    /* key of the row; empty: any */
    Str column; /* empty: any */
    Str reason, owner;
    Date until;
    Pos pos; /* in the layout */
    bool used;
} Waiver;

typedef struct Waivers {
    Waiver *list;
    size_t n;
    Date today; /* the base date of the document; year 0: not known */
} Waivers;

/* True when a finding is allowed; that is told as a note at `pos`. `waivers`
 * may be NULL. */
bool waivers_allow(Waivers *waivers, DiagCode finding, Str table, Str row,
                   Str column, Pos pos, Diags *diags);

/* Warns of waivers that have run out and, of the others, of those that allowed
 * nothing. To be called when all checks are done. */
void waivers_end(const Waivers *waivers, Diags *diags);

#endif
