/*
 * JSON strings: the one way in which text becomes JSON.
 *
 * Used by the message printers and by every command that answers in JSON.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

/* `s` in quotes, with what JSON needs escaped escaped. Hangul stays as it is;
 * a byte that is not UTF-8 becomes U+FFFD, so that the result is always JSON.
 */
Str json_quote(Str s, Arena *a);

#endif
