/*
 * Words of a timeline: what it tells to somebody who cannot see it (K-174),
 * and the months of its parts when it goes on over several drawings. All
 * particles follow words that are known here.
 */
#ifndef DOC_TIMELINE_WORDS_H
#define DOC_TIMELINE_WORDS_H

#include "doc/block.h"
#include "doc/template.h"

/* Some events that follow one another. */
typedef struct EventRange {
    uint32_t first, n;
} EventRange;

/* How many in which month, the busiest one, the first and the last event. */
Str timeline_words(const BlockTimeline *timeline, const Filler *f);

/* "1~6월" in one year, "2023. 7.~2024. 3." in two; the days are not read. */
Str months_words(Date from, Date to, Arena *a);

/* The alternative text of a part of several: which one it is (1, 2, …), the
 * months it covers, and the words of its own events. */
Str timeline_part_words(const BlockTimeline *timeline, EventRange range,
                        Date from, Date to, unsigned part, unsigned parts,
                        Arena *a);

#endif
