/* Curly quotes in text that comes with straight ones (K-56). */
#ifndef TEXT_CURL_H
#define TEXT_CURL_H

#include "base/str.h"

/* The text itself when it has none, else a copy in `a`. */
Str text_curl(Str text, Arena *a);

#endif
