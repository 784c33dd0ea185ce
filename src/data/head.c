/* Reading and comparing the cells at the head of columns and rows. */
#include "data/head.h"

#include "base/name.h"
#include "data/number.h"

static bool is_space(uint32_t cp)
{
    return cp <= ' ' || cp == 0xA0 || cp == 0x3000 ||
           (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F;
}

/* The next code point of a name that is no space, 0 at the end. */
static uint32_t next_visible(Str s, size_t *at)
{
    uint32_t cp;
    do
        cp = name_next(s, at);
    while (cp && is_space(cp));
    return cp;
}

bool head_matches(Str a, Str b)
{
    size_t i = 0, k = 0;
    if (str_eq(a, b))
        return true;
    for (;;) {
        uint32_t x = next_visible(a, &i), y = next_visible(b, &k);
        if (x != y)
            return false;
        if (x == 0)
            return true;
    }
}

uint32_t head_hash(Str s)
{
    uint32_t hash = 2166136261u; /* FNV-1a, a code point at a time */
    for (size_t at = 0; at < s.n;) {
        uint32_t cp = next_visible(s, &at);
        if (cp)
            hash = (hash ^ cp) * 16777619u;
    }
    return hash ^ hash >> 15;
}

bool head_is_total(Str cell)
{
    static const char *const words[] = {"계",   "합계", "소계", "총계",
                                        "누계", "평균", "총합"};
    /* Asked of every row: the last bytes of 계, 균 and 합 tell most apart. */
    unsigned char last = cell.n ? (unsigned char)cell.p[cell.n - 1] : 0;
    if (last != 0x84 && last != 0xA0 && last != 0xA9)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (head_matches(cell, str_of(words[i])))
            return true;
    return false;
}

/* Units that are no counts of 원 or 명 but stand in heads. */
static bool is_unit(Str s)
{
    static const char *const units[] = {
        "명", "개", "건", "원",  "회", "호", "개소", "가구", "세대", "대",
        "㎡", "m²", "㎢", "km²", "km", "ha", "톤",   "%",    "％",   "%p"};
    int power;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (head_matches(s, str_of(units[i])))
            return true;
    return unit_power(s, &power) && power > 0;
}

/* "단위: 천원" → 천원; false when it is not about a unit. */
static bool cut_unit_word(Str *s)
{
    if (!str_starts(*s, STR("단위")))
        return false;
    *s = str_trim(str_sub(*s, STR("단위").n, s->n));
    if (str_starts(*s, STR(":")) || str_starts(*s, STR("：")))
        *s = str_trim(str_sub(*s, s->p[0] == ':' ? 1 : 3, s->n));
    return s->n > 0;
}

static const struct Bracket {
    Str open, close;
} brackets[] = {
    {{"(", 1}, {")", 1}}, {{"[", 1}, {"]", 1}}, {{"（", 3}, {"）", 3}}};

/* Takes "(…)" off the end of `s`; the inside goes to *inside. */
static bool cut_bracket(Str *s, Str *inside)
{
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        const struct Bracket *b = &brackets[i];
        if (!str_ends(*s, b->close))
            continue;
        for (size_t at = s->n; at-- > 0;) {
            if (!str_starts(str_sub(*s, at, s->n), b->open))
                continue;
            size_t from = at + b->open.n;
            *inside = str_trim(str_sub(*s, from, s->n - b->close.n - from));
            *s = str_trim(str_sub(*s, 0, at));
            return true;
        }
    }
    return false;
}

/* Line breaks inside a head become one space. */
static Str join_lines(Str s, Arena *a)
{
    char *out = arena_strndup(a, s.p, s.n);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool end = s.p[i] == '\n' || s.p[i] == '\r';
        if (!end)
            out[n++] = s.p[i];
        else if (n && out[n - 1] != ' ')
            out[n++] = ' ';
    }
    return (Str){out, n};
}

void head_read(Str cell, Arena *a, Str *name, Str *unit)
{
    Str rest = str_trim(cell), inside;
    *unit = STR("");
    if (cut_bracket(&rest, &inside) && rest.n &&
        (cut_unit_word(&inside) || is_unit(inside)))
        *unit = inside;
    else
        rest = str_trim(cell);
    *name = join_lines(rest, a);
}
