/*
 * Heads: the name and unit of a column from its head cell (K-196), and the
 * way in which names of columns and totals are compared.
 */
#ifndef DATA_HEAD_H
#define DATA_HEAD_H

#include "base/str.h"

/* "예산액\n(단위: 천원)" → name 예산액, unit 천원. A bracket that names no
 * unit, as in 재정자립도(시), stays in the name. */
void head_read(Str cell, Arena *a, Str *name, Str *unit);

/* Equal but for spaces and line breaks: "예 산 액" is 예산액. */
bool head_matches(Str a, Str b);
/* Equal for texts that match. */
uint32_t head_hash(Str s);

/* "합   계", 소계 …: a row that sums others (K-201). `cell` is trimmed. */
bool head_is_total(Str cell);

#endif
