/*
 * Skeletons: a text without what does not matter to where its cells end.
 *
 * The *marks* of a CSV text are its delimiters, quotes and line ends. In a
 * skeleton each mark is one letter (the delimiter always ','), each plain
 * stretch between two marks one PLAIN, however long. Splitting the skeleton
 * splits the text, with a fraction of the bytes to look at. Made by csv.c,
 * a block of text at a time.
 */
#ifndef DATA_SKELETON_H
#define DATA_SKELETON_H

#include "base/str.h"

enum { SKELETON_PLAIN = 'x', SKELETON_DELIMITER = ',', SKELETON_QUOTE = '"' };

typedef struct Skeleton {
    char *letters;
    uint32_t *at; /* n + 1: where in the text each letter stands; its end */
    size_t n, room;
    char delimiter; /* of the text */
} Skeleton;

void skeleton_init(Skeleton *s, char delimiter);
void skeleton_release(Skeleton *s);

/* Appends the letters of text from byte `from` (where the letters so far end)
 * to the end of `text`. A stretch that goes on is given a second PLAIN. */
void skeleton_add(Skeleton *s, Str text, size_t from);

/* Drops the first `n` letters; places count from the first one left. */
void skeleton_drop(Skeleton *s, size_t n);

#endif
