/*
 * Sounds that a layout tells of: its `particles`, the words of `readings` and
 * those of a lexicon file (J-05, J-09, J-10, J-20, J-21, J-26). Read once for a
 * document, into the options by which its particles are chosen.
 */
#ifndef DOC_SOUNDS_H
#define DOC_SOUNDS_H

#include "doc/template.h"
#include "layout/layout.h"

/* A reading without a sound is reported where it stands. */
void sounds_take(const Layout *layout, Sources *sources, Filler *f);

#endif
