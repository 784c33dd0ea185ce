#include "data/unit.h"

#include <glib.h>

enum { TRILLION = 12 };

static const struct {
    const char *name;
    int power;
} powers[] = {{"십", 1}, {"백", 2}, {"천", 3},
              {"만", 4}, {"억", 8}, {"조", TRILLION}};

/* What is counted in thousands is written in one word: 천명, 만㎡, 천점. Only
 * these words begin like a power and have none. */
static const char *const no_powers[] = {
    "만기",   "만남",   "만년필", "만두",   "만료",   "만점",   "만족",
    "만족도", "만찬",   "만화",   "만화책", "만원권", "백과",   "백내장",
    "백묵",   "백미",   "백반",   "백분율", "백분위", "백사장", "백서",
    "백설기", "백신",   "백업",   "백열등", "백일장", "백자",   "백지",
    "백합",   "백화점", "십자가", "억새",   "억제",   "억제제", "천막",
    "천문대", "천사",   "천식",   "천연",   "천연가스", "천일염",
    "천체",   "천혜향", NULL};

/* 조 goes before money alone: 조각, 조합, 조건 and many more are words. */
static const char *const money[] = {"원",   "달러", "불", "엔",
                                    "위안", "유로", NULL};

/* Takes one power of ten off the head; 0 when there is none. */
static int power_take(Str *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(powers); i++) {
        Str name = str_of(powers[i].name);
        if (!str_starts(*text, name))
            continue;
        *text = str_sub(*text, name.n, text->n);
        return powers[i].power;
    }
    return 0;
}

static bool is_any(Str word, const char *const *words)
{
    for (; *words; words++)
        if (str_eq_c(word, *words))
            return true;
    return false;
}

/* Whether the powers of ten at the head of a word, the last of them `last`, are
 * some; `rest` stands behind them. */
static bool is_counted(Str word, int last, Str rest)
{
    Str counter = str_hangul(rest);
    if (last == TRILLION)
        return counter.n == 0 || is_any(counter, money);
    return !is_any(str_hangul(word), no_powers);
}

/* "(단위 : 백만원)" or "[단위:백만원]" without its frame. */
static Str frame_strip(Str text)
{
    text = str_trim(text);
    if (text.n >= 2 && (text.p[0] == '(' || text.p[0] == '['))
        text = str_trim(str_sub(text, 1, text.n - 2));
    if (!str_starts(text, STR("단위")))
        return text;
    Str rest = str_trim(str_sub(text, STR("단위").n, text.n));
    return rest.n && rest.p[0] == ':' ? str_trim(str_sub(rest, 1, rest.n))
                                      : text;
}

Unit unit_parse(Str text)
{
    Str framed = frame_strip(text);
    Unit unit = {.power = 0, .counter = framed};
    int last = 0;
    for (int power; (power = power_take(&unit.counter)) > 0; last = power)
        unit.power += power;
    if (!is_counted(framed, last, unit.counter))
        return (Unit){.counter = framed};
    unit.powers = str_sub(framed, 0, framed.n - unit.counter.n);
    unit.counter = str_trim(unit.counter);
    return unit;
}

Str unit_spell(Str text, Arena *a)
{
    Str framed = frame_strip(text);
    Unit unit = unit_parse(framed);
    if (unit.powers.n == 0 || unit.counter.n == 0)
        return framed;
    return str_printf(a, STR_FMT " " STR_FMT, STR_ARG(unit.powers),
                      STR_ARG(unit.counter));
}
