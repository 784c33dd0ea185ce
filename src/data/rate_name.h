/*
 * Rate names: columns whose name says that each figure speaks of its own row
 * alone, as 단가, 순위, 집행률. What a column holds is told by its head where
 * nothing else tells; a wrong total is worse than a blank one (K-99).
 */
#ifndef DATA_RATE_NAME_H
#define DATA_RATE_NAME_H

#include "base/str.h"

bool name_is_rate(Str name);

#endif
