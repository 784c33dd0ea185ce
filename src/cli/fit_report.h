/*
 * FitReport: every decision of line fitting as JSON, for `build --report`
 * (K-46).
 *
 * An object with `paragraphs`, in the order of the book. Each tells where its
 * text comes from, how it was set (tightened, loosened, pinned, cut), and its values
 * in per cent: of the natural word space, of an em, of the natural width. Where
 * words were cut to fill lines (K-32), `words_cut` says how many.
 */
#ifndef CLI_FIT_REPORT_H
#define CLI_FIT_REPORT_H

#include "page/page.h"

typedef struct FitReport FitReport;

FitReport *fit_report_new(const Sources *sources, Arena *a);
void fit_report_add(FitReport *r, const FitNote *note);

/* May be NULL. */
void fit_report_free(FitReport *r);

/* Writes it; false when reported. */
bool fit_report_write(FitReport *r, const PageReport *pages, Str path,
                      Diags *diags);

#endif
