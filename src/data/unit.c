#include "data/unit.h"

#include <glib.h>

static const struct {
    const char *name;
    int power;
} powers[] = {{"십", 1}, {"백", 2}, {"천", 3},
              {"만", 4}, {"억", 8}, {"조", 12}};

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
    for (int power; (power = power_take(&unit.counter)) > 0;)
        unit.power += power;
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
