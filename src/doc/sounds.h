/*
 * Sounds that a layout tells of (J-26): the words of `readings`. Read once for
 * a document, into the options by which its particles are chosen.
 */
#ifndef DOC_SOUNDS_H
#define DOC_SOUNDS_H

#include "doc/template.h"
#include "layout/layout.h"

/* A reading without a sound is reported. */
void sounds_take(const Layout *layout, Filler *f);

#endif
