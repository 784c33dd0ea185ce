/*
 * Particle pairs: which spelling names which pair, and what each class gets.
 * A pair may be written in either order or in bracket form and always means
 * the same pair (J-03).
 */
#include "doc/josa.h"

#include <string.h>

/* J-02. The ㄹ column differs from the consonant one only in the 으로 family.
 */
typedef struct Pair {
    const char *consonant, *rieul, *vowel, *dual;
} Pair;

#define PLAIN(c, v)                                                            \
    {                                                                          \
        c, c, v, c "(" v ")"                                                   \
    }
#define RO(tail)                                                               \
    {                                                                          \
        "으로" tail, "로" tail, "로" tail, "(으)로" tail                       \
    }
#define I(tail)                                                                \
    {                                                                          \
        "이" tail, "이" tail, tail, "(이)" tail                                \
    }

static const Pair pairs[] = {
    PLAIN("은", "는"),
    PLAIN("이", "가"),
    PLAIN("을", "를"),
    PLAIN("과", "와"),
    RO(""),
    RO("서"),
    RO("써"),
    RO("부터"),
    RO("는"),
    RO("도"),
    RO("의"),
    I("라"),
    I("라고"),
    I("라는"),
    I("란"),
    I("나"),
    I("며"),
    I("고"),
    I("든지"),
    I("랑"),
    I("야"),
    I("자"),
    I("여"),
    PLAIN("아", "야"),
    {"이었", "이었", "였", "(이)었"},
    PLAIN("이에요", "예요"),
    {"은커녕", "은커녕", "는커녕", "은(는)커녕"},
    {"과의", "과의", "와의", "과(와)의"},
    {"과는", "과는", "와는", "과(와)는"},
};

/* The copula keeps its 이 in formal Korean unless asked otherwise (J-05). */
static const Pair copula = {"이다", "이다", "이다", "이다"};
static const Pair copula_contracted = {"이다", "이다", "다", "(이)다"};

/* J-04. */
static const char *const invariant[] = {
    "의",   "에",   "에서", "에게",   "께",   "께서", "도",
    "만",   "까지", "부터", "마다",   "처럼", "보다", "만큼",
    "하고", "조차", "마저", "입니다", "임",   "인"};

static bool is_joined(Str token, const char *a, const char *between,
                      const char *b, const char *after)
{
    const char *const parts[] = {a, between, b, after};
    for (size_t i = 0; i < 4; i++) {
        Str part = str_of(parts[i]);
        if (!str_starts(token, part))
            return false;
        token = str_sub(token, part.n, token.n);
    }
    return token.n == 0;
}

static bool pair_named(const Pair *p, Str token)
{
    const char *c = p->consonant, *v = p->vowel;
    return str_eq_c(token, c) || str_eq_c(token, v) ||
           str_eq_c(token, p->dual) || is_joined(token, c, "/", v, "") ||
           is_joined(token, v, "/", c, "") ||
           is_joined(token, c, "(", v, ")") ||
           is_joined(token, v, "(", c, ")") ||
           is_joined(token, "(", c, ")", v) || is_joined(token, "(", v, ")", c);
}

static const Pair *pair_find(Str token, bool contract)
{
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pair_named(&pairs[i], token))
            return &pairs[i];
    if (pair_named(&copula_contracted, token))
        return contract ? &copula_contracted : &copula;
    return NULL;
}

static Str invariant_find(Str token)
{
    for (size_t i = 0; i < sizeof invariant / sizeof *invariant; i++)
        if (str_eq_c(token, invariant[i]))
            return str_of(invariant[i]);
    return (Str){"", 0};
}

bool josa_known(Str token)
{
    token = str_trim(token);
    return pair_find(token, false) || invariant_find(token).n > 0;
}

Str josa_choose(Str token, JosaClass cls, const JosaOptions *options)
{
    token = str_trim(token);
    const Pair *p = pair_find(token, options && options->contract_copula);
    if (!p)
        return invariant_find(token);
    switch (cls) {
    case JOSA_CONSONANT:
        return str_of(p->consonant);
    case JOSA_RIEUL:
        return str_of(p->rieul);
    case JOSA_VOWEL:
        return str_of(p->vowel);
    case JOSA_UNKNOWN:
        break;
    }
    return str_of(p->dual);
}
