/*
 * Lead-ins: the keyword in brackets that begins an item, (복지정책) 복지수요 …,
 * where somebody typed it into a cell or a text instead of giving it as `lead`
 * (K-75).
 */
#ifndef DOC_LEAD_H
#define DOC_LEAD_H

#include "doc/rich.h"

/* The bytes of the lead-in at the head of `text`, brackets and all; 0 when it
 * has none. A keyword is of Hangul and Latin letters, at most 24 characters,
 * and a space and more text follow: (주)한밭, (가칭) …, (2024. 1. 5.) …, (단위:
 * 명) and long brackets are none. */
size_t lead_typed(Str text);

/* Marks the lead-in at the head of what the builder holds. */
void lead_mark(RichBuilder *rich);

#endif
