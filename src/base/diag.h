/*
 * Diag: what hanji says about its input.
 *
 * A message is a code plus a position plus arguments. Codes are listed once in
 * base/diag_codes.def with their level, exit class, both texts and the long
 * explanation; a code keeps its meaning for ever. Who detects a fault reports
 * it, where its author can mend it; who merely receives `false` passes it on
 * in silence. Not thread-safe: only the main thread reports.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include "base/source.h"

#include <stdio.h>

typedef enum DiagLevel {
    LEVEL_NOTE,
    LEVEL_WARNING,
    LEVEL_ERROR, /* this document fails, the next is tried */
    LEVEL_FATAL  /* the run ends */
} DiagLevel;

/* Exit status classes, see DiagExit values = process exit codes. */
typedef enum DiagExit {
    EXIT_OK = 0,
    EXIT_FINDINGS = 1,
    EXIT_USAGE = 2,
    EXIT_DATA = 3,
    EXIT_LAYOUT = 4,
    EXIT_SURROUNDINGS = 5,
    EXIT_BUG = 6,
    EXIT_PARTLY = 7,
    /* Of a message, no status: that of the source where the text was typed. */
    EXIT_TEXT
} DiagExit;

typedef enum DiagCode {
#define X(code, slug, level, exit, ko, en, why_ko, why_en) code,
#include "base/diag_codes.def"
#undef X
    DIAG_CODE_COUNT
} DiagCode;

typedef enum DiagLanguage { DIAG_KOREAN, DIAG_ENGLISH } DiagLanguage;

typedef struct DiagInfo {
    const char *slug; /* "csv-ragged": stable, printed in brackets */
    DiagLevel level;
    DiagExit exit;
    const char *ko, *en; /* one line; {0}, {1} … are the arguments, {1?} a
                          * suggestion: " (did you mean …?)" unless empty */
    const char *why_ko, *why_en; /* for `hanji explain` */
} DiagInfo;

typedef struct Diags Diags;

typedef enum DiagFormat {
    DIAG_HUMAN,  /* file:line:col: level: text [slug], caret on a terminal */
    DIAG_JSON,   /* one object a line */
    DIAG_SARIF,  /* one SARIF 2.1.0 document */
    DIAG_GITHUB  /* workflow commands */
} DiagFormat;

const DiagInfo *diag_info(DiagCode code);
/* By slug; false when there is none. */
bool diag_find(Str slug, DiagCode *out);
/* The text of a code without arguments: "…" stands for each. */
Str diag_outline(DiagCode code, DiagLanguage l, Arena *a);

/* `sources` is borrowed and must outlive the Diags. */
Diags *diags_new(const Sources *sources);
void diags_free(Diags *d);

/*
 * Reports. Arguments are C strings, copied; they fill {0}, {1} … of the text.
 * Answers whether to go on: false once a fatal was reported or the limit of
 * 1,000 errors is reached. A message equal in code, position and arguments to
 * an earlier one is counted but kept once.
 */
#define diag(d, code, pos, ...)                                                \
    diag_add((d), (code), (pos), (const char *const[]) {__VA_ARGS__, NULL})
bool diag_add(Diags *d, DiagCode code, Pos pos, const char *const *args);
/* Without arguments (C17 has no empty __VA_ARGS__). */
bool diag0(Diags *d, DiagCode code, Pos pos);

/* A printf'd argument that lives as long as the Diags. */
const char *diag_arg(Diags *d, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
const char *diag_str(Diags *d, Str s);
/* What somebody typed, cut after 40 characters: "11111…". */
const char *diag_clip(Diags *d, Str s);
/* "budget.csv:3:12", a further place that the message names. */
const char *diag_place(Diags *d, Pos pos);

/* Where `cp` stands for the n-th time (from 1) in the text of `chars` characters
 * that begins at `from`, as far as that is one line of the file, which may have
 * more of them (doubled quotes); POS_NONE when it is not there. */
Pos diag_char_place(const Diags *d, Pos from, uint32_t cp, size_t nth,
                    size_t chars);

/* Whether an error was reported at just this place of a file. What follows from
 * it there need not be said again. */
bool diags_blamed(const Diags *d, Pos pos);
/* … or in the text of `chars` characters that begins there. */
bool diags_blamed_in(const Diags *d, Pos pos, size_t chars);

/* How many of at least this level. */
size_t diags_count(const Diags *d, DiagLevel at_least);
/* True when nothing of level error or above was reported. */
bool diags_ok(const Diags *d);
/* The exit status: the class of the worst message of at least `fail`. When
 * several errors differ, the first error's class wins. A fault in a value of
 * the command line is one of usage. */
DiagExit diags_exit(const Diags *d, DiagLevel fail);

typedef struct DiagPrint {
    DiagFormat format;
    DiagLanguage language;
    bool caret; /* show the source line and a caret (a terminal) */
    bool colour;
} DiagPrint;

/* Prints all messages in order of report; returns false on a write error. */
bool diags_print(const Diags *d, const DiagPrint *how, FILE *to);
/* The text of message i, without position. For tests and SARIF. */
Str diags_text(const Diags *d, size_t i, DiagLanguage l, Arena *a);
DiagCode diags_code(const Diags *d, size_t i);
Pos diags_pos(const Diags *d, size_t i);

#endif
