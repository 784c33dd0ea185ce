/*
 * Claims: what a table says about itself, believed only on its own evidence.
 *
 * A column called 합계 may be the sum of the columns to its right, or to its
 * left, or of nothing in the table. So several readings are proposed; the one
 * that most rows bear out is believed, and the rows that then do not fit are
 * the ones reported. When no reading fits, that is said in a note: an honest
 * table is never accused (K-99 … K-102).
 */
#ifndef DATA_CLAIM_H
#define DATA_CLAIM_H

#include "data/formula.h"
#include "data/waiver.h"

/* What the checks of one table share. */
typedef struct Agreement {
    const Table *table;
    Figures figures;
    Waivers *waivers; /* may be NULL */
    Arena *arena;
    Diags *diags;
} Agreement;

/* How the cells that a reading speaks of bear it out. */
typedef struct Tally {
    size_t tested, met;
    size_t digits; /* that agreed, in figures that are not 0: the evidence */
    size_t misses, wide_misses; /* as written; and were all cells rounded */
} Tally;

/* Adds one comparison; `wide` says whether they meet when all is rounded. */
void tally_add(Tally *t, Decimal written, bool meets, bool wide);
/* At least half of the cells fit, with `digits` of evidence. */
bool tally_believed(const Tally *t, size_t digits);
/* Whole numbers that miss by what rounding explains, more than once, and never
 * by more: they were rounded. */
bool tally_is_rounding(const Tally *t);

/* One reading of a column. */
typedef struct Claim {
    DiagCode code;
    size_t target;
    Formula formula;
    const Formula *instead; /* holds as well, NULL: a sum that begins anew */
    bool certain;           /* the head says so, or there is no other reading */
    size_t digits;          /* evidence needed to believe it */
} Claim;

/* Believes the best of `n` readings of one column and reports the rows that
 * miss it. `unclear`: tell when none is believed. Answers whether one is. */
bool claims_judge(Agreement *g, const Claim *claims, size_t n, bool unclear);

/* Whether the layout allows a finding at this cell; that is told as a note. */
bool finding_waived(const Agreement *g, DiagCode code, size_t row, size_t col);

/* Reports a figure that should be another, unless waived. */
void finding_report(Agreement *g, DiagCode code, size_t row, size_t col,
                    Decimal written, Range expected, Str parts);

#endif
