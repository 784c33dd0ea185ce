#include "data/unit.h"

#include <glib.h>

enum { TRILLION = 12 };

static const struct {
    const char *name;
    int power;
} powers[] = {{"십", 1}, {"백", 2}, {"천", 3},
              {"만", 4}, {"억", 8}, {"조", TRILLION}};

/* What is counted in thousands, written in one word: 천명, 만㎡, 백만원. Other
 * words only begin like a power: 조각, 천막, 백신. 조 goes before money alone,
 * as 조건 and 조명 are words. */
static const char *const money[] = {"원",   "달러", "불", "엔",
                                    "위안", "유로", NULL};
static const char *const counted[] = {
    "가구",         "가마", "개",     "개소",     "개월",     "건",
    "곳",           "구좌", "권",     "그램",     "그루",     "대",
    "동",           "두",   "리터",   "마리",     "매",       "면",
    "명",           "미터", "배",     "병상",     "본",       "부",
    "상자",         "석",   "세대",   "수",       "시간",     "실",
    "와트",         "인",   "일",     "입방미터", "제곱미터", "세제곱미터",
    "제곱킬로미터", "좌석", "주",     "척",       "킬로그램", "킬로미터",
    "킬로와트",     "톤",   "편",     "평",       "평방미터", "포",
    "포기",         "필지", "헥타르", "호",       "회",       NULL};

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

/* The Hangul word at the head. */
static Str word_of(Str text)
{
    size_t end = 0;
    for (size_t at = 0; at < text.n; end = at) {
        uint32_t cp = str_next(text, &at);
        if (cp < 0xAC00 || cp > 0xD7A3)
            break;
    }
    return str_sub(text, 0, end);
}

/* Whether powers of ten, the last of them `last`, may stand before `rest`. */
static bool is_counted(int last, Str rest)
{
    Str word = word_of(rest);
    if (word.n == 0 || is_any(word, money))
        return true;
    return last != TRILLION && is_any(word, counted);
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
    if (!is_counted(last, unit.counter))
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
