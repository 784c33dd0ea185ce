/*
 * Hanja stand in brackets after their Hangul: 고(故) 이종수 (K-211). There is
 * no dictionary of readings here; the signs that reports use by themselves are
 * known.
 */
#include "doc/lint_int.h"

#include "doc/hanja.h"

static const struct {
    const char *hanja, *hangul;
} known[] = {
    {"故", "고"}, {"前", "전"}, {"現", "현"}, {"新", "신"}, {"舊", "구"},
    {"美", "미"}, {"日", "일"}, {"中", "중"}, {"英", "영"}, {"獨", "독"},
    {"佛", "불"}, {"對", "대"}, {"與", "여"}, {"野", "야"}, {"反", "반"},
    {"非", "비"}, {"無", "무"}, {"大", "대"}, {"小", "소"}, {"內", "내"},
    {"外", "외"}, {"全", "전"}, {"總", "총"}, {"本", "본"}, {"再", "재"},
};

static const char *reading_of(Str hanja)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (str_eq_c(hanja, known[i].hanja))
            return known[i].hangul;
    return "한글";
}

void lint_hanja(Lint *l, const LintText *t, size_t at)
{
    size_t end = at;
    if (!hanja_is(lint_here(t->text, at)) ||
        hanja_is(lint_before(t->text, at)) || lint_in_brackets(t->text, at))
        return;
    while (hanja_is(lint_here(t->text, end)))
        (void)str_next(t->text, &end);
    if (at == 0 && end == t->text.n)
        return; /* a column of hanja */
    Str hanja = str_sub(t->text, at, end - at);
    lint_propose(l, t, DIAG_LINT_HANJA, at, end,
                 str_printf(l->arena, "%s(" STR_FMT ")", reading_of(hanja),
                            STR_ARG(hanja)));
}
