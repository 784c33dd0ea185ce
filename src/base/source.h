/*
 * Sources: the input files of a run and positions in them.
 *
 * Every message, every printed value and every run on a page carries a Pos.
 * The registry keeps the path as the user wrote it and the bytes as long as
 * the run lives, so that a message can show the line.
 */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include "base/str.h"

typedef struct Sources Sources;

/* Whose text it is, and so who can mend it: the exit status tells. */
typedef enum SourceKind {
    SOURCE_DATA,   /* unless something else is said */
    SOURCE_LAYOUT, /* a layout or theme */
    SOURCE_OPTION  /* a value of the command line */
} SourceKind;

/* A place in a source. line and col count from 1, col in code points of the
 * decoded text (for CSV cells: the code point where the cell begins); `file` 0
 * is "no file" (command line, the program itself). Line 0: the whole file. */
typedef struct Pos {
    uint32_t file;
    uint32_t line;
    uint32_t col;
} Pos;

#define POS_NONE ((Pos){0, 0, 0})

Sources *sources_new(void);
void sources_free(Sources *s);

/* Registers a file by the path shown to the user, or finds it again. */
uint32_t sources_add(Sources *s, Str path);
/* Keeps the decoded text of a file for showing lines; copied by reference:
 * the bytes must live as long as the registry. */
void sources_set_text(Sources *s, uint32_t file, Str text);
/* As shown to the user; empty for no file. */
Str sources_path(const Sources *s, uint32_t file);
/* The file is a layout or theme, not data: who wrote it can mend what is at
 * fault in it. No file is left alone. */
void sources_set_layout(Sources *s, uint32_t file);
/* A value of the command line as a source of its own, under a name like
 * "--set title". It is no file: sources_count() leaves it out. */
uint32_t sources_add_option(Sources *s, Str name, Str text);
/* SOURCE_DATA, too, for no file: who asks tells that apart by itself. */
SourceKind sources_kind(const Sources *s, uint32_t file);
/* Whether the place is in a value of the command line. */
bool pos_is_option(Pos pos);
size_t sources_count(const Sources *s);
/* The line without its end, empty when the text is unknown. */
Str sources_line(const Sources *s, Pos pos);

#endif
