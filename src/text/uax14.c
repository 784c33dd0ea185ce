/*
 * The rules are one table of class sets, read from the top: the first row
 * that matches a pair decides it. Rules that need more than a pair (LB8a, LB9,
 * LB21a, LB25, LB30a) are functions; LB25 is the number pattern that the test
 * file of Unicode uses. Rules about spaces and line ends have no place
 * here: words contain neither.
 */
#include "text/uax14.h"

#define IN(name) (UINT64_C(1) << LC_##name)
#define ANY UINT64_MAX

#define LETTERS (IN(AL) | IN(HL))
#define HANGUL (IN(JL) | IN(JV) | IN(JT) | IN(H2) | IN(H3))
#define PICTURES (IN(ID) | IN(EB) | IN(EM))

typedef struct PairRule {
    uint64_t before, after;
    bool allow;
} PairRule;

static const PairRule rules[] = {
    /* LB11, LB12, LB12a */
    {ANY, IN(WJ), false}, {IN(WJ), ANY, false}, {IN(GL), ANY, false},
    {ANY & ~(IN(BA) | IN(HY)), IN(GL), false},
    /* LB13, LB14 */
    {ANY, IN(CL) | IN(CP) | IN(EX) | IN(IS) | IN(SY), false},
    {IN(OP) | IN(OW), ANY, false},
    /* LB15, LB16, LB17 */
    {IN(QU), IN(OP) | IN(OW), false}, {IN(CL) | IN(CP), IN(NS), false},
    {IN(B2), IN(B2), false},
    /* LB19, LB20 */
    {ANY, IN(QU), false}, {IN(QU), ANY, false},
    {ANY, IN(CB), true}, {IN(CB), ANY, true},
    /* LB21, LB21b, LB22 */
    {ANY, IN(BA) | IN(HY) | IN(NS), false}, {IN(BB), ANY, false},
    {IN(SY), IN(HL), false}, {ANY, IN(IN), false},
    /* LB23, LB23a, LB24 */
    {LETTERS, IN(NU), false}, {IN(NU), LETTERS, false},
    {IN(PR), PICTURES, false}, {PICTURES, IN(PO), false},
    {IN(PR) | IN(PO), LETTERS, false}, {LETTERS, IN(PR) | IN(PO), false},
    /* LB26, LB27 */
    {IN(JL), IN(JL) | IN(JV) | IN(H2) | IN(H3), false},
    {IN(JV) | IN(H2), IN(JV) | IN(JT), false},
    {IN(JT) | IN(H3), IN(JT), false},
    {HANGUL, IN(PO), false}, {IN(PR), HANGUL, false},
    /* LB28, LB29, LB30, LB30b */
    {LETTERS, LETTERS, false}, {IN(IS), LETTERS, false},
    {LETTERS | IN(NU), IN(OP), false}, {IN(CP), LETTERS | IN(NU), false},
    {IN(EB), IN(EM), false},
};

static bool is_mark(LineClass c)
{
    return c == LC_CM || c == LC_ZJ;
}

static bool takes_marks(LineClass c)
{
    return c != LC_BK && c != LC_CR && c != LC_LF && c != LC_NL && c != LC_SP
        && c != LC_ZW;
}

/* LB30a: regional indicators pair up from the left. */
static bool begins_flag(const BreakChar *c, size_t i)
{
    if (c[i].resolved != LC_RI)
        return false;
    if (is_mark(c[i].raw))
        return c[i - 1].odd_flag;
    return i == 0 || !c[i - 1].odd_flag;
}

static bool is_in(const BreakChar *c, uint64_t set)
{
    return set >> c->resolved & 1;
}

/* Past the character at i and its marks. */
static size_t next_base(const BreakChar *c, size_t n, size_t i)
{
    do
        i++;
    while (i < n && is_mark(c[i].raw));
    return i;
}

/* The character before i, marks skipped; i itself when there is none. */
static size_t base_before(const BreakChar *c, size_t i)
{
    size_t k = i;
    while (k > 0 && is_mark(c[--k].raw))
        ;
    return k < i && !is_mark(c[k].raw) ? k : i;
}

/* One step to the left when the character there is in the set. */
static size_t take_before(const BreakChar *c, size_t i, uint64_t set)
{
    size_t k = base_before(c, i);
    return k < i && is_in(&c[k], set) ? k : i;
}

/* LB25: (PR | PO)? (OP | HY)? IS? NU (NU | SY | IS)* (CL | CP)? (PR | PO)? */
static size_t mark_number(BreakChar *c, size_t n, size_t digit)
{
    const uint64_t affix = IN(PR) | IN(PO);
    size_t from = take_before(c, digit, IN(IS)), to = digit;
    from = take_before(c, from, IN(OP) | IN(OW) | IN(HY));
    from = take_before(c, from, affix);
    while (to < n && is_in(&c[to], IN(NU) | IN(SY) | IN(IS)))
        to = next_base(c, n, to);
    if (to < n && is_in(&c[to], IN(CL) | IN(CP)))
        to = next_base(c, n, to);
    size_t end = to;
    if (to < n && is_in(&c[to], affix))
        end = next_base(c, n, to);
    for (size_t i = from + 1; i < end; i++)
        c[i].in_number = true;
    return to; /* the affix may begin another number */
}

static void mark_numbers(BreakChar *c, size_t n)
{
    for (size_t i = 0; i < n;)
        i = c[i].resolved == LC_NU ? mark_number(c, n, i) : i + 1;
}

void uax14_resolve(BreakChar *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        c[i].resolved = c[i].raw;
        if (is_mark(c[i].raw)) {
            bool based = i > 0 && takes_marks(c[i - 1].resolved);
            c[i].resolved = based ? c[i - 1].resolved : LC_AL;
        }
        c[i].odd_flag = begins_flag(c, i);
        c[i].in_number = false;
    }
    mark_numbers(c, n);
}

/* LB21a: a Hebrew letter and a hyphen hold what follows. */
static bool after_hebrew_hyphen(const BreakChar *c, size_t i)
{
    return i >= 2 && (c[i - 1].resolved == LC_HY || c[i - 1].resolved == LC_BA)
        && c[i - 2].resolved == LC_HL;
}

bool uax14_allows(const BreakChar *c, size_t i)
{
    if (c[i - 1].raw == LC_ZJ)
        return false; /* LB8a */
    if (is_mark(c[i].raw) && takes_marks(c[i - 1].resolved))
        return false; /* LB9 */
    if (c[i].in_number || after_hebrew_hyphen(c, i))
        return false;
    if (c[i].resolved == LC_RI && c[i - 1].odd_flag)
        return false; /* LB30a */
    uint64_t before = UINT64_C(1) << c[i - 1].resolved;
    uint64_t after = UINT64_C(1) << c[i].resolved;
    for (size_t r = 0; r < sizeof rules / sizeof *rules; r++)
        if (rules[r].before & before && rules[r].after & after)
            return rules[r].allow;
    return true; /* LB31 */
}
