/*
 * Readings of a column in the making: what agree_columns.c and agree_shares.c
 * propose, for claim.c to believe or not.
 */
#ifndef DATA_PROPOSE_H
#define DATA_PROPOSE_H

#include "data/agree_int.h"

#include <glib.h>

/* A list of Claim; `propose_judge` takes it, and answers whether one of them is
 * believed. `unclear`: tell when none is. */
GArray *propose_new(void);
bool propose_judge(Agreement *g, GArray *claims, bool unclear);

Term term_operator(TermKind kind);

/* Adds the reading as it is (TERM_COLUMN), or times or through a hundred. */
void propose_scaled(Claim c, TermKind kind, bool certain, GArray *claims);
/* Adds a share: 0.643 where the column counts in percent, else that or 64.3. */
void propose_ratio(Claim c, bool percent, GArray *claims);

/* Readings grow with the square of the columns; wide tables keep to those
 * beside the first ones. */
enum { PARTNERS = 12 };

/* The columns that a share or change may be computed from: amounts, or shares
 * when `percents`. */
size_t propose_partners(const Agreement *g, size_t target, bool percents,
                        size_t out[PARTNERS]);

/* ---- agree_shares.c ---- */

/* 구성비, 집행률; 1인당; 누계. */
void agree_share(Agreement *g, size_t col);
void agree_per_head(Agreement *g, size_t col);
void agree_running(Agreement *g, size_t col);

#endif
