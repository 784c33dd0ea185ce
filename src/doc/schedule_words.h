/*
 * Words of a schedule: what it tells to somebody who cannot see it (K-174), for
 * each of the drawings that it goes on over. All particles follow words that
 * are known here.
 */
#ifndef DOC_SCHEDULE_WORDS_H
#define DOC_SCHEDULE_WORDS_H

#include "doc/block.h"

/* Of `n` jobs from `first` on, which stand in part 1, 2, … of `parts`. */
Str schedule_words(const BlockSchedule *s, uint32_t first, uint32_t n,
                   unsigned part, unsigned parts, Arena *a);

#endif
