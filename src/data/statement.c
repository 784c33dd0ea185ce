#include "data/statement.h"
#include "data/figures.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- the clause before a figure ---- */

/* Where the clause begins that ends the text: behind a comma and its kin, or
 * behind another figure. */
static size_t clause_start(Str s)
{
    static const char *const ends[] = {", ", ".", ";", "(", ")", "\n", "※",
                                       "/",  "·", "→", "[", "]", "%"};
    for (size_t at = s.n; at-- > 0;) {
        Str rest = str_sub(s, at, s.n - at);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (str_starts(rest, str_of(ends[i])))
                return at + str_of(ends[i]).n;
    }
    return 0;
}

static bool cut_end(Str *s, const char *const *ends)
{
    for (; *ends; ends++)
        if (str_ends(*s, str_of(*ends)) && s->n > str_of(*ends).n) {
            *s = str_trim(str_sub(*s, 0, s->n - str_of(*ends).n));
            return true;
        }
    return false;
}

static bool cut_start(Str *s, const char *const *starts)
{
    for (; *starts; starts++)
        if (str_starts(*s, str_of(*starts))) {
            *s = str_trim(str_sub(*s, str_of(*starts).n, s->n));
            return true;
        }
    return false;
}

/* 2024년, 2024년도 */
static int cut_year(Str *s)
{
    int year = 0;
    static const char *const years[] = {"년도 말", "년도말", "년 말", "년말",
                                        "년도",    "년",     NULL};
    if (s->n < 4)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (!is_digit(s->p[i]))
            return 0;
        year = year * 10 + (s->p[i] - '0');
    }
    Str rest = str_sub(*s, 4, s->n - 4);
    if (!cut_start(&rest, years))
        return 0;
    *s = rest;
    return year;
}

/* The words that say of what, bare of 총, 약 and particles. */
static Str cut_clause(Str clause, Statement *out)
{
    static const char *const wholes[] = {"총",   "전체", "합계",
                                         "총계", "모두", NULL};
    static const char *const marks[] = {":", "：", "=", "약", NULL};
    Str s = str_trim(clause);
    while (cut_end(&s, marks) || str_eq_c(s, "약") || str_eq_c(s, ":"))
        if (str_eq_c(s, "약") || str_eq_c(s, ":"))
            s = STR("");
    int year = cut_year(&s);
    out->year = year ? year : out->year;
    for (size_t i = 0; wholes[i]; i++)
        if (str_eq_c(s, wholes[i])) {
            out->total = true;
            return STR("");
        }
    if (str_starts(s, STR("총 ")) ||
        cut_end(&s, (const char *const[]){" 총", NULL})) {
        out->total = true;
        cut_start(&s, (const char *const[]){"총 ", NULL});
    }
    return s;
}

/* The bracket that the text ends with, and the clause before it: the lead of an
 * item, or a name that a remark follows. */
typedef struct Bracket {
    Str before, inside;
} Bracket;

static Bracket read_bracket(Str s)
{
    ptrdiff_t open = -1;
    s = str_trim(s);
    for (size_t at = 0; at < s.n; at++)
        if (s.p[at] == '(')
            open = (ptrdiff_t)at;
    if (open < 0 || s.p[s.n - 1] != ')')
        return (Bracket){STR(""), STR("")};
    Str before = str_trim(str_sub(s, 0, (size_t)open));
    return (Bracket){str_trim(str_sub(before, clause_start(before), before.n)),
                     str_sub(s, (size_t)open + 1, s.n - (size_t)open - 2)};
}

static void add_name(Statement *out, Str name)
{
    if (name.n && out->nnames < STATEMENT_NAMES)
        out->names[out->nnames++] = name;
}

static Str join(Str a, const char *between, Str b, const char *after,
                Arena *arena)
{
    return str_printf(arena, STR_FMT "%s" STR_FMT "%s", STR_ARG(a), between,
                      STR_ARG(b), after);
}

/* 인구(외국인 포함), 예산(기금 제외): more or less than the name alone. */
static bool is_other_whole(Str inside)
{
    return str_ends(inside, STR("포함")) || str_ends(inside, STR("제외"));
}

/* 재정자립도(시) 36.9%: with and without the bracket; (인 구) 1,442천 명. */
static void add_bracket(Statement *out, Bracket b, Arena *a)
{
    Str before = name_without_spaces(cut_clause(b.before, out), a);
    Str inside = name_without_spaces(cut_clause(b.inside, out), a);
    if (before.n && inside.n)
        add_name(out, join(before, "(", inside, ")", a));
    if (!before.n || !is_other_whole(inside))
        add_name(out, before.n ? before : inside);
}

/* (재정자립도) 시 36.9% */
static void add_own(Statement *out, Str own, Bracket b, Arena *a)
{
    Statement ignored;
    Str around = b.before.n ? b.before : b.inside;
    around = name_without_spaces(cut_clause(around, &ignored), a);
    out->own = true;
    add_name(out, own);
    if (around.n) {
        add_name(out, join(around, "", own, "", a));
        add_name(out, join(around, "(", own, ")", a));
    }
}

Statement statement_read(Str before, Arena *a)
{
    Statement out = {.nnames = 0};
    size_t start = clause_start(before);
    Str own = name_without_spaces(
        cut_clause(str_sub(before, start, before.n - start), &out), a);
    Bracket bracket = read_bracket(str_sub(before, 0, start));
    if (own.n)
        add_own(&out, own, bracket, a);
    else
        add_bracket(&out, bracket, a);
    return out;
}

/* ---- after it ---- */

/* Takes the bracket that the text begins with; empty when there is none. */
static Str take_bracket(Str *s)
{
    ptrdiff_t close = str_find(*s, STR(")"));
    if (!str_starts(*s, STR("(")) || close < 0)
        return STR("");
    size_t end = (size_t)close;
    Str inside = str_trim(str_sub(*s, 1, end - 1));
    *s = str_trim(str_sub(*s, end + 1, s->n - end - 1));
    return inside;
}

/* 국비, 추경 반영; not 연말 기준, 전년 대비 0.3%. */
static bool says_which(Str inside)
{
    for (size_t i = 0; i < inside.n; i++)
        if (is_digit(inside.p[i]))
            return false;
    return inside.n > 0 && !str_ends(inside, STR("기준"));
}

bool statement_ends(Str after)
{
    static const char *const closing[] = {",",  ".", ")", "(", ";", "/",
                                          "\n", "[", "※", "]", "·", NULL};
    static const char *const plain[] = {"입니다", "이다", "이며", "이고",
                                        "임",     "규모", "수준", NULL};
    static const char *const arrows[] = {"→", "⇒", "➡", "->", "에서", NULL};
    Str rest = str_trim(after);
    cut_start(&rest, plain);
    Str behind = rest, inside = take_bracket(&behind);
    if (says_which(inside) || cut_start(&behind, arrows))
        return false;
    return rest.n == 0 || cut_start(&rest, closing);
}

/* 2022, ’22 */
int statement_year_after(Str after)
{
    static const char *const apostrophes[] = {"’", "‘", "'", NULL};
    Str rest = str_trim(after), inside = take_bracket(&rest);
    bool two = cut_start(&inside, apostrophes);
    size_t n = 0;
    int year = 0;
    for (; n < inside.n && n < 5 && is_digit(inside.p[n]); n++)
        year = year * 10 + (inside.p[n] - '0');
    if (two)
        return n == 2 ? 2000 + year : 0;
    return n == 4 && year >= 1900 && year < 2100 ? year : 0;
}

/* Up to the comma or stop that ends the clause; those of 1,441 and 3.5 do
 * not. */
static Str clause_of(Str s)
{
    for (size_t at = 0; at < s.n; at++) {
        bool inside = at + 1 < s.n && is_digit(s.p[at + 1]);
        if ((s.p[at] == ',' || s.p[at] == '.') && !inside)
            return str_sub(s, 0, at);
    }
    return s;
}

bool statement_aims(Str after)
{
    static const char *const words[] = {
        "시대", "달성", "돌파", "증가", "감소", "증원", "감원", "증액", "감액",
        "목표", "이상", "이하", "미만", "초과", "추가", "확보", "지원", "선발",
        "확대", "축소", "대비", "전망", "예상", "계획", "절감", "유치", "상승",
        "하락", "늘",   "줄",   "더",   "까지", "→",    "⇒"};
    Str clause = clause_of(after);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_find(clause, str_of(words[i])) >= 0)
            return true;
    return false;
}

/* ---- names ---- */

static bool is_both(Str name, Str first, Str second)
{
    static const char *const joints[] = {"", "의", "은", "는"};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        Str joint = str_of(joints[i]);
        if (first.n && second.n && name.n == first.n + joint.n + second.n &&
            str_starts(name, first) && str_ends(name, second) &&
            str_eq(str_sub(name, first.n, joint.n), joint))
            return true;
    }
    return false;
}

static bool says(Str name, Str row, Str column)
{
    return str_eq(name, row) || is_both(name, row, column) ||
           is_both(name, column, row);
}

bool statement_names(Str name, Str row, Str column)
{
    static const char *const particles[] = {"은", "는", "이", "가", "의", NULL};
    if (name.n == 0)
        return false;
    return says(name, row, column) ||
           (cut_end(&name, particles) && says(name, row, column));
}
