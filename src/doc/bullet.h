/*
 * Bullets: the marker of each kind of line and the other ways offices type it
 * (K-69). The page draws markers; a typed one would stand beside it.
 */
#ifndef DOC_BULLET_H
#define DOC_BULLET_H

#include "doc/block.h"

/* "○" for "ㅇ", "❍" and their like; anything else is itself. */
Str bullet_usual(Str typed);

/* `text` without the marker of its kind and the spaces after it. A marker
 * without a space belongs to the text: "-5℃". */
Str bullet_drop(BlockKind kind, Str text);

#endif
