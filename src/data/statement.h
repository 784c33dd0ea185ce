/*
 * Statements: what a typed figure speaks of, judged from the words right
 * before and after it. (인 구) 1,442천 명 speaks of 인구 and of nothing else;
 * 인구 5만 명 증가 and 신도시 인구 5만 명 do not. Only words that say exactly
 * one thing are taken; all else is no statement, so that no honest text is
 * held against a table it does not speak of.
 */
#ifndef DATA_STATEMENT_H
#define DATA_STATEMENT_H

#include "base/arena.h"
#include "base/str.h"

enum { STATEMENT_NAMES = 3 };

typedef struct Statement {
    Str names[STATEMENT_NAMES]; /* without spaces, the closest first: 시,
                                   예산규모시, 예산규모(시) */
    size_t nnames;              /* 0: nothing but perhaps 총 stands there */
    bool own;                   /* they stand in the clause of the figure, not
                                   in a bracket before it */
    bool total;                 /* 총, 합계: of all */
    int year;                   /* 2023년 …; 0: none */
} Statement;

/* `before` is the text up to the figure, a label first. */
Statement statement_read(Str before, Arena *a);

/* Whether the words after a figure and its counter leave it as it is: the end
 * of the clause, 임, 이며, 규모; not 증가, 이상, 시대. A bracket of words alone
 * says which figure it is, and so does not: (국비), (기금 제외), (추경 반영);
 * nor does one with an arrow behind: 8조 5,500억 원(2023) → 8조 9,655억 원. */
bool statement_ends(Str after);

/* The year in the bracket that follows a figure and its counter: (2022년),
 * (’22.12.31.), (2030년 추계); 0 when there is none. */
int statement_year_after(Str after);

/* Whether they speak of a change, a limit or an aim: 1,446천 명 시대, 35명
 * 증원.
 */
bool statement_aims(Str after);

/* Whether a name says `row`, `column`, or one after the other. */
bool statement_names(Str name, Str row, Str column);

#endif
