/*
 * Facts that two tables tell: 인구 in an overview and as the sum of a table of
 * districts, or the same cell in a summary. They must agree as far as they
 * were rounded (K-100). Tables of two years look alike and differ honestly, so
 * an error needs proof that two tables repeat each other; the same digits
 * under units that are thousands apart are proof enough.
 */
#ifndef DATA_AGREE_FACTS_H
#define DATA_AGREE_FACTS_H

#include "base/diag.h"
#include "data/fact.h"
#include "data/waiver.h"

/* `waivers` may be NULL. */
void facts_agree(Facts facts, Waivers *waivers, Arena *a, Diags *diags);

#endif
