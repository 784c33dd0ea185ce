/*
 * Figure names: what the name of a column says of its figures. Some speak of
 * their own row alone, as 단가, 순위, 집행률; whatever row they stand in, their
 * sum says nothing, and a wrong total is worse than a blank one (K-99).
 *
 * The one list of such names: total rows and formulas (addition.h) ask it, and
 * the checks (figures.h) claim nothing of what it does not call an amount.
 */
#ifndef DATA_FIGURE_NAME_H
#define DATA_FIGURE_NAME_H

#include "data/table.h"

/* From what adds up to what never does. */
typedef enum FigureName {
    FIGURE_NAME_AMOUNT, /* 예산, 가로등수: nothing speaks against it */
    FIGURE_NAME_LOOSE, /* 점수, 누계: added up where asked, claims nothing */
    FIGURE_NAME_DOUBT, /* 경도, 전년대비: a type of the layout decides */
    FIGURE_NAME_RATE,  /* 단가, 집행률: money only tells its unit */
    FIGURE_NAME_LABEL  /* 연도, 코드: no amounts at all (K-121) */
} FigureName;

FigureName figure_name(Str name);
/* The same with what else is known of the column: its unit, cells in percent,
 * and the type that the layout gives it. */
FigureName figure_name_of(const Column *c);

#endif
