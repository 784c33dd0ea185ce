/* One reader per column type, in a table. */
#include "data/cell.h"
#include "data/date.h"
#include "data/number.h"
#include "data/period.h"

#include <string.h>

static Value text_value(Str text)
{
    return (Value){.kind = text.n ? VALUE_TEXT : VALUE_BLANK, .text = text};
}

static void set_fault(CellFault *fault, DiagCode code)
{
    fault->found = true;
    fault->code = code;
}

static Value fail(Str text, CellFault *fault, DiagCode code)
{
    set_fault(fault, code);
    return text_value(text);
}

/* The marks of missing values (K-199). */
static const struct Missing {
    const char *text;
    ValueKind kind;
} missing[] = {
    {"-", VALUE_DASH},
    {"－", VALUE_DASH},
    {"−", VALUE_DASH},
    {"–", VALUE_DASH},
    {"—", VALUE_DASH},
    {"―", VALUE_DASH},
    {"…", VALUE_UNKNOWN},
    {"...", VALUE_UNKNOWN},
    {"⋯", VALUE_UNKNOWN},
    {"x", VALUE_SUPPRESSED},
    {"X", VALUE_SUPPRESSED},
    {"해당없음", VALUE_NOT_APPLICABLE},
    {"해당 없음", VALUE_NOT_APPLICABLE},
    {"N/A", VALUE_NOT_APPLICABLE},
    {"n/a", VALUE_NOT_APPLICABLE},
};

enum { MISSING_MAX = 13 /* bytes of 해당 없음 */ };

static bool read_missing(Str text, Value *out)
{
    if (text.n == 0) {
        *out = (Value){.kind = VALUE_BLANK};
        return true;
    }
    bool figure = text.p[0] >= '0' && text.p[0] <= '9'; /* most cells */
    if (figure || text.n > MISSING_MAX)
        return false;
    for (size_t i = 0; i < sizeof missing / sizeof *missing; i++) {
        if (str_eq_c(text, missing[i].text)) {
            *out = (Value){.kind = missing[i].kind, .text = text};
            return true;
        }
    }
    return false;
}

/* What spreadsheets leave behind (K-205). */
static bool is_error_mark(Str s)
{
    static const char *const marks[] = {"#REF!",   "#N/A",    "#VALUE!",
                                        "#DIV/0!", "#NAME?",  "#NUM!",
                                        "#NULL!",  "#SPILL!", "#CALC!"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_eq_c(s, marks[i]))
            return true;
    return str_starts(s, STR("####"));
}

static size_t skip_digits(Str s, size_t at)
{
    while (at < s.n && s.p[at] >= '0' && s.p[at] <= '9')
        at++;
    return at;
}

/* 1.23E+11: digits were lost. */
static bool is_scientific(Str s)
{
    size_t at = skip_digits(s, s.n && s.p[0] == '-' ? 1 : 0);
    if (at == 0 || at == s.n)
        return false;
    if (s.p[at] == '.')
        at = skip_digits(s, at + 1);
    if (at + 2 >= s.n || s.p[at] != 'E' ||
        (s.p[at + 1] != '+' && s.p[at + 1] != '-'))
        return false;
    return skip_digits(s, at + 2) == s.n;
}

static bool is_formula(Str s)
{
    return s.n > 1 && s.p[0] == '=' &&
           ((s.p[1] | 0x20) >= 'a'
                ? (s.p[1] | 0x20) <= 'z'
                : strchr("+-(@\"0123456789", s.p[1]) != NULL);
}

static bool is_damaged(Str s)
{
    if (s.n == 0)
        return false;
    if (s.p[0] == '#')
        return is_error_mark(s);
    if (s.p[0] == '=')
        return is_formula(s);
    return is_scientific(s);
}

static DiagCode number_fault(NumberForm form)
{
    switch (form) {
    case NUMBER_GROUPS:
        return DIAG_CELL_GROUPS;
    case NUMBER_TRIANGLE:
        return DIAG_CELL_TRIANGLE;
    case NUMBER_RANGE:
        return DIAG_CELL_RANGE;
    default:
        return DIAG_CELL_NUMBER;
    }
}

static bool has_line_end(Str s)
{
    return memchr(s.p, '\n', s.n) || memchr(s.p, '\r', s.n);
}

/* A cell that spells its own scale, in a column with a unit: 11조 under 억 원
 * is 110,000. */
static bool fit_unit(Number *n, Str unit)
{
    int power;
    if (!n->scaled || unit.n == 0 || !unit_power(unit, &power) || power <= 0)
        return true;
    return decimal_shift(n->value, -power, &n->value);
}

/* 54,677원 in a column of 억 원: written out or in the unit of the column?
 * Nobody can tell, and the two are far apart. */
static bool is_other_unit(const Number *n, Str unit)
{
    int power;
    if (n->counter.n == 0 || unit.n == 0 || !unit_power(unit, &power))
        return false;
    return (power > 0 && !n->scaled) ||
           str_eq_c(n->counter, "원") != str_ends(unit, STR("원"));
}

static Value read_number(Str text, Str unit, CellFault *fault)
{
    Number n;
    NumberForm form = number_read(text, &n);
    if (form == NUMBER_FINE && is_other_unit(&n, unit))
        return fail(text, fault, DIAG_CELL_UNIT);
    if (form == NUMBER_FINE && !fit_unit(&n, unit))
        form = NUMBER_RANGE;
    if (form != NUMBER_FINE)
        return fail(text, fault,
                    has_line_end(text) ? DIAG_CELL_LINES : number_fault(form));
    return (Value){.kind = VALUE_NUMBER,
                   .ratio = n.ratio,
                   .number = n.value,
                   .unit = unit.n ? unit : n.counter};
}

typedef Value TypeReader(Str text, Str unit, int year, CellFault *fault);

static Value as_text(Str text, Str unit, int year, CellFault *fault)
{
    (void)unit, (void)year, (void)fault;
    return text_value(text);
}

static Value as_decimal(Str text, Str unit, int year, CellFault *fault)
{
    (void)year;
    return read_number(text, unit, fault);
}

static Value as_integer(Str text, Str unit, int year, CellFault *fault)
{
    (void)year;
    Value v = read_number(text, unit, fault);
    if (v.kind == VALUE_NUMBER && decimal_trim(v.number).scale > 0)
        return fail(text, fault, DIAG_CELL_INTEGER); /* K-103 */
    return v;
}

static Value as_ratio(Str text, Str unit, int year, CellFault *fault)
{
    (void)year;
    Value v = read_number(text, STR(""), fault);
    if (v.kind != VALUE_NUMBER)
        return v;
    int power;
    bool percent = unit_power(unit, &power) && power == -2;
    if (percent && !v.ratio)
        decimal_shift(v.number, power, &v.number);
    v.ratio = true;
    v.unit = STR("");
    return v;
}

static Value as_date(Str text, Str unit, int year, CellFault *fault)
{
    static const DiagCode codes[] = {[DATE_TEXT] = DIAG_CELL_DATE,
                                     [DATE_YEAR] = DIAG_CELL_YEAR,
                                     [DATE_NO_DAY] = DIAG_CELL_DAY,
                                     [DATE_SERIAL] = DIAG_CELL_SERIAL,
                                     [DATE_DAMAGED] = DIAG_CELL_FRACTION,
                                     [DATE_WEEKDAY] = DIAG_CELL_WEEKDAY};
    (void)unit;
    Date d = {0};
    DateForm form = date_read(text, year, &d);
    fault->date = d;
    if (form != DATE_FINE)
        return fail(text, fault, codes[form]);
    return (Value){.kind = VALUE_DATE, .date = d};
}

static Value as_period(Str text, Str unit, int year, CellFault *fault)
{
    static const DiagCode codes[] = {[PERIOD_TEXT] = DIAG_CELL_PERIOD,
                                     [PERIOD_NO_DAY] = DIAG_CELL_DAY,
                                     [PERIOD_WEEKDAY] = DIAG_CELL_WEEKDAY,
                                     [PERIOD_BACKWARDS] = DIAG_CELL_BACKWARDS};
    (void)unit;
    Value v = {.kind = VALUE_DATE};
    PeriodForm form = period_read(text, year, &v.date, &v.until);
    fault->date = v.date;
    return form == PERIOD_FINE ? v : fail(text, fault, codes[form]);
}

static Value as_yesno(Str text, Str unit, int year, CellFault *fault)
{
    static const struct {
        const char *text;
        bool flag;
    } words[] = {{"예", true},     {"아니오", false}, {"아니요", false},
                 {"Y", true},      {"N", false},      {"y", true},
                 {"n", false},     {"O", true},       {"X", false},
                 {"○", true},      {"×", false},      {"유", true},
                 {"무", false},    {"yes", true},     {"no", false},
                 {"true", true},   {"false", false},  {"TRUE", true},
                 {"FALSE", false}, {"1", true},       {"0", false}};
    (void)unit, (void)year;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_c(text, words[i].text))
            return (Value){.kind = VALUE_BOOL, .flag = words[i].flag};
    return fail(text, fault, DIAG_CELL_YESNO);
}

static const struct Type {
    TypeReader *read;
    bool missing; /* has values that are missing in several ways */
} types[] = {
    [TYPE_AUTO] = {as_text, false},      [TYPE_TEXT] = {as_text, false},
    [TYPE_CODE] = {as_text, false},      [TYPE_INTEGER] = {as_integer, true},
    [TYPE_DECIMAL] = {as_decimal, true}, [TYPE_MONEY] = {as_decimal, true},
    [TYPE_RATIO] = {as_ratio, true},     [TYPE_DATE] = {as_date, true},
    [TYPE_PERIOD] = {as_period, true},   [TYPE_YESNO] = {as_yesno, false},
};

Value cell_read(Str text, ColumnType type, Str unit, int year, CellFault *fault)
{
    Value v;
    *fault = (CellFault){0};
    if (text.n == 0)
        return text_value(text);
    if (is_damaged(text))
        return fail(text, fault, DIAG_CELL_DAMAGED);
    if (types[type].missing && read_missing(text, &v))
        return v;
    return types[type].read(text, unit, year, fault);
}

/* 00123: a number that is no amount. */
static bool has_leading_zero(Str s)
{
    return s.n > 1 && s.p[0] == '0' && s.p[1] >= '0' && s.p[1] <= '9';
}

bool guess_cell(CellGuess *g, Str text)
{
    Value v;
    if (!g->number && !g->date)
        return false;
    if (read_missing(text, &v))
        return true;
    g->seen++;
    Number n;
    Date d;
    if (g->number && number_read(text, &n) != NUMBER_FINE)
        g->number = false;
    if (g->number && decimal_trim(n.value).scale > 0)
        g->integer = false;
    if (g->number) {
        g->percent = g->percent || n.ratio;
        g->bare = g->bare || (!n.ratio && decimal_sign(n.value) != 0);
    }
    g->code = g->code || (has_leading_zero(text) && date_is_bare(text));
    if (g->date && date_read(text, 0, &d) != DATE_FINE)
        g->date = false;
    return g->number || g->date;
}

static bool is_label(Str name)
{
    static const char *const tails[] = {"연도", "년도", "코드", "번호"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (str_ends(name, str_of(tails[i])))
            return true;
    return false;
}

ColumnType guess_type(const CellGuess *g, Str name)
{
    if (g->seen == 0 || !(g->number || g->date))
        return TYPE_TEXT;
    if (!g->number) /* 20230118 and 2023.1 read as numbers first */
        return TYPE_DATE;
    if (g->code || is_label(name))
        return TYPE_CODE;
    if (g->date && (str_ends(name, STR("일자")) || str_ends(name, STR("날짜"))))
        return TYPE_DATE;
    if (g->percent && !g->bare)
        return TYPE_RATIO;
    return g->integer ? TYPE_INTEGER : TYPE_DECIMAL;
}
