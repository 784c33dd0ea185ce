/*
 * Lint: notes on how a bound document is written (K-58 … K-65, K-126 … K-130,
 * K-211). It warns and never rewrites: everything is printed as it stands.
 *
 * One pass over the finished blocks. Notes on one spelling stand at its place;
 * notes on two spellings of one thing stand at the rarer one and name the
 * first place of the other. What a format wrote is left out: it has one style.
 */
#ifndef DOC_LINT_H
#define DOC_LINT_H

#include "doc/block.h"

void document_lint(const Document *d, const Sources *sources, Diags *diags);

#endif
