/* Words of a map: what it tells to somebody who cannot see it (K-174). */
#ifndef DOC_MAP_WORDS_H
#define DOC_MAP_WORDS_H

#include "doc/block.h"

/* Largest and smallest, every figure, and what is not known. */
Str map_words(const BlockMap *map, Arena *a);

#endif
