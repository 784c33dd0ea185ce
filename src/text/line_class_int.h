/* The generated table behind line_class(): where each range of one class
 * begins, as code point << 8 | class, rising. */
#ifndef TEXT_LINE_CLASS_INT_H
#define TEXT_LINE_CLASS_INT_H

#include "text/line_class.h"

#define C(start, name) ((uint32_t)(start) << 8 | LC_##name)

extern const uint32_t line_class_table[];
extern const size_t line_class_table_count;

#endif
