/*
 * Words of a chart: what it tells to somebody who cannot see it (K-174), made
 * from its figures as they are printed, with the particles that fit.
 */
#ifndef DOC_CHART_WORDS_H
#define DOC_CHART_WORDS_H

#include "doc/template.h"

/* As chart_form.c says for its kind. Lives in f->arena. */
Str chart_words(const BlockChart *chart, const Filler *f);

#endif
