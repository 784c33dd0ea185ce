/*
 * Lines around the data that are no rows (K-202): a title or a unit above the
 * head, "※", "주:", "자료:", "출처:" below it.
 */
#ifndef DATA_NOTE_H
#define DATA_NOTE_H

#include "data/csv.h"

/* The only cell of a record that is not blank, where that makes it such a line;
 * else r->n. `usual_width`: cells that most rows of the file have. */
size_t note_cell(const Record *r, bool below_head, size_t usual_width);

#endif
