/*
 * Hanja: how a character ends when read in Korean (J-22). Compatibility
 * ideographs U+F900 … U+FA0B stand for one reading each and are looked up as
 * they are.
 */
#ifndef DOC_HANJA_H
#define DOC_HANJA_H

#include "doc/josa.h"

bool hanja_is(uint32_t cp);

/* Unknown when Unihan gives no Korean reading, or several that end
 * differently: 樂 is 락, 악 or 요. */
JosaClass hanja_class(uint32_t cp);

#endif
