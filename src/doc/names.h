/* Lists of names in messages, "가, 나, 다 …", and the nearest of them. */
#ifndef DOC_NAMES_H
#define DOC_NAMES_H

#include "base/diag.h"

/* The first names, with … when there are more. Lives as long as `diags`. */
const char *names_list(const Str *names, size_t n, Diags *diags);

#endif
