/*
 * The table of formats, reading one from the layout, and the sifting that all
 * of them share: only values of the right sort reach a format.
 */
#include "doc/format.h"

#include "data/unit.h"
#include "doc/format_int.h"
#include "doc/names.h"

#include <glib.h>

/* What may stand in the brackets of a format. */
typedef enum FormatArgument {
    ARGUMENT_NONE,
    ARGUMENT_DIGITS,  /* percent(2) */
    ARGUMENT_POWER,   /* 조억(만) */
    ARGUMENT_WEEKDAY, /* date(요일) */
    ARGUMENT_EXPR     /* period(종료일): must be there */
} FormatArgument;

struct FormatKind {
    const char *ko, *en;
    ValueKind suits;
    FormatArgument argument;
    FormatPrint *print;
    JosaField josa;
    bool figure;
};

static bool print_text(const Format *f, const Value *v, const FormatContext *c,
                       Str *out)
{
    (void)f;
    (void)c;
    *out = v->text;
    return true;
}

/* The text as it is; who adds it reads its signs (doc/marks.h). */
static bool print_marked(const Format *f, const Value *v,
                         const FormatContext *c, Str *out)
{
    return print_text(f, v, c, out);
}

/* Figures, and numbers in words or signs. */
#define FIGURE(ko, en, print)                                                  \
    {                                                                          \
        ko, en, VALUE_NUMBER, ARGUMENT_DIGITS, print, JOSA_TEXT, true          \
    }
#define AMOUNT(ko, en, print)                                                  \
    {                                                                          \
        ko, en, VALUE_NUMBER, ARGUMENT_POWER, print, JOSA_TEXT, false          \
    }
#define WORDS(ko, en, print)                                                   \
    {                                                                          \
        ko, en, VALUE_NUMBER, ARGUMENT_NONE, print, JOSA_TEXT, false           \
    }
#define DATE(ko, en, argument, print, josa)                                    \
    {                                                                          \
        ko, en, VALUE_DATE, argument, print, josa, false                       \
    }
#define TEXT(ko, en, print, josa)                                              \
    {                                                                          \
        ko, en, VALUE_TEXT, ARGUMENT_NONE, print, josa, false                  \
    }

static const FormatKind kinds[] = {
    FIGURE("수", "number", print_comma),
    FIGURE("천단위", "comma", print_comma),
    FIGURE("숫자", "plain", print_plain),
    FIGURE("빼기", "minus", print_minus),
    FIGURE("괄호", "brackets", print_brackets),
    FIGURE("증감", "signed", print_signed),
    FIGURE("백분율", "percent", print_percent),
    FIGURE("%p", "points", print_points),
    FIGURE("단위", "unit", print_with_unit),
    AMOUNT("조억", "jo-eok", print_jo_eok),
    WORDS("금액", "amount", print_amount),
    WORDS("한글", "hangul", print_hangul),
    WORDS("읽기", "reading", print_reading),
    WORDS("동그라미", "circled", print_circled),
    WORDS("로마", "roman", print_roman),
    DATE("날짜", "date", ARGUMENT_WEEKDAY, print_date, JOSA_DATE),
    DATE("월일", "month-day", ARGUMENT_NONE, print_month_day, JOSA_DATE),
    DATE("연월", "year-month", ARGUMENT_NONE, print_year_month, JOSA_DATE),
    DATE("연도", "year", ARGUMENT_NONE, print_year, JOSA_TEXT),
    DATE("요일", "weekday", ARGUMENT_NONE, print_weekday, JOSA_TEXT),
    DATE("기간", "period", ARGUMENT_EXPR, print_period, JOSA_DATE),
    TEXT("시각", "time", print_time, JOSA_TIME),
    TEXT("글", "text", print_text, JOSA_TEXT),
    TEXT("꾸밈글", "marked", print_marked, JOSA_TEXT),
};

/* ---- reading a format ---- */

static const FormatKind *kind_find(Str name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (str_eq_c(name, kinds[i].ko) || str_eq_c(name, kinds[i].en))
            return &kinds[i];
    return NULL;
}

const char *format_name(size_t i)
{
    if (i / 2 >= G_N_ELEMENTS(kinds))
        return NULL;
    return i % 2 ? kinds[i / 2].en : kinds[i / 2].ko;
}

/* "백분율(percent)" and so on. */
static const char *kind_shown(const FormatKind *kind, Diags *diags)
{
    return diag_arg(diags, "%s(%s)", kind->ko, kind->en);
}

static const char *kinds_list(Diags *diags)
{
    Str names[G_N_ELEMENTS(kinds)];
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        names[i] = str_of(kind_shown(&kinds[i], diags));
    return names_list(names, G_N_ELEMENTS(kinds), diags);
}

static void report_unknown(Str name, Pos pos, Diags *diags)
{
    Str names[2 * G_N_ELEMENTS(kinds)];
    size_t n = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        names[n++] = str_of(kinds[i].ko);
        names[n++] = str_of(kinds[i].en);
    }
    Str near = str_nearest(name, names, n);
    diag(diags, near.n ? DIAG_FORMAT_NEAR : DIAG_FORMAT_UNKNOWN, pos,
         diag_str(diags, name),
         near.n ? diag_str(diags, near) : kinds_list(diags));
}

static bool digits_parse(Str text, int *out)
{
    if (text.n == 0 || text.n > 2)
        return false;
    *out = 0;
    for (size_t i = 0; i < text.n; i++) {
        if (!g_ascii_isdigit(text.p[i]))
            return false;
        *out = *out * 10 + (text.p[i] - '0');
    }
    return *out <= 18;
}

/* 만, 천만, 십: one place of a figure, not 만만 or 억천. */
static bool is_place(Str powers)
{
    enum { SYLLABLE = 3 };
    ptrdiff_t first =
        str_find(STR("십백천만억조"), str_sub(powers, 0, SYLLABLE));
    Str second = str_sub(powers, SYLLABLE, powers.n - SYLLABLE);
    return second.n == 0 ||
           (first < 3 * SYLLABLE && str_find(STR("만억조"), second) >= 0);
}

/* 조, 억, 천만, 만 …, and 원 for the last place. */
static bool power_parse(Str text, int *out)
{
    Unit unit = unit_parse(text);
    *out = unit.power;
    if (unit.power == 0)
        return str_eq_c(text, "원");
    return str_eq(unit.powers, text) && is_place(text);
}

static bool is_weekday_word(Str text)
{
    return str_eq_c(text, "요일") || str_eq_c(text, "weekday");
}

/* False when it does not suit; an expression reports its own faults. */
static bool argument_parse(Str text, Pos pos, Arena *a, Diags *diags,
                           Format *out, bool *reported)
{
    switch (out->kind->argument) {
    case ARGUMENT_DIGITS:
        return digits_parse(text, &out->digits);
    case ARGUMENT_POWER:
        return power_parse(text, &out->power);
    case ARGUMENT_WEEKDAY:
        out->word = text;
        return is_weekday_word(text);
    case ARGUMENT_EXPR:
        out->other = expr_parse(text, pos, a, diags);
        *reported = !out->other;
        return out->other != NULL;
    case ARGUMENT_NONE:
        break;
    }
    return false;
}

bool format_parse(Str text, Pos pos, Arena *a, Diags *diags, Format *out)
{
    text = str_trim(text);
    ptrdiff_t open = str_find(text, STR("("));
    bool bracket = open > 0 && str_ends(text, STR(")"));
    size_t at = bracket ? (size_t)open : text.n;
    Str name = str_trim(str_sub(text, 0, at));
    *out = (Format){
        .kind = kind_find(name), .digits = -1, .power = -1, .pos = pos};
    if (!out->kind) {
        report_unknown(name, pos, diags);
        return false;
    }
    bool reported = false;
    bool fine =
        bracket
            ? argument_parse(str_trim(str_sub(text, at + 1, text.n - at - 2)),
                             pos, a, diags, out, &reported)
            : out->kind->argument != ARGUMENT_EXPR;
    if (!fine && !reported)
        diag(diags, DIAG_FORMAT_ARGUMENT, pos, kind_shown(out->kind, diags),
             diag_str(diags, text));
    return fine;
}

/* ---- printing ---- */

/* Values that mean "no figure here" print as what they are (K-199). */
static bool absence_text(const Value *v, Str *out)
{
    switch (v->kind) {
    case VALUE_BLANK:
        *out = STR("");
        return true;
    case VALUE_DASH:
        *out = STR("-");
        return true;
    case VALUE_UNKNOWN:
        *out = STR("…");
        return true;
    case VALUE_SUPPRESSED:
        *out = STR("x");
        return true;
    case VALUE_NOT_APPLICABLE:
        *out = v->text;
        return true;
    default:
        return false;
    }
}

/* How a share prints when nothing says how (K-123). */
static FormatPrint *share_print(const Value *v)
{
    return v->points ? print_points : print_percent;
}

bool format_default(const Value *v, bool plain, const FormatContext *c,
                    Str *out)
{
    static const Format bare = {.digits = -1};
    if (absence_text(v, out))
        return true;
    switch (v->kind) {
    case VALUE_NUMBER:
        if (v->ratio)
            return share_print(v)(&bare, v, c, out);
        return (plain ? print_plain : print_comma)(&bare, v, c, out);
    case VALUE_DATE:
        return print_date(&bare, v, c, out);
    case VALUE_BOOL:
        *out = v->flag ? STR("예") : STR("아니요");
        return true;
    default:
        *out = v->text;
        return true;
    }
}

bool format_in_hundredths(const Format *f, const Value *v, Str *after)
{
    FormatPrint *print = f ? f->kind->print : v->ratio ? share_print(v) : NULL;
    if (print != print_percent && print != print_points)
        return false;
    *after = print == print_points ? STR("%p") : STR("%");
    return v->ratio || !str_starts(v->unit, STR("%"));
}

bool format_print(const Format *f, const Value *v, const FormatContext *c,
                  Str *out)
{
    if (absence_text(v, out))
        return true;
    if (v->kind == f->kind->suits)
        return f->kind->print(f, v, c, out);
    if (f->kind->suits == VALUE_TEXT && f->kind->print == print_text)
        return format_default(v, true, c, out);
    return format_refuse(f, v, c);
}

bool format_refuse(const Format *f, const Value *v, const FormatContext *c)
{
    if (diags_blamed(c->diags, v->pos))
        return false;
    Str text = STR("");
    bool known = v->kind == VALUE_TEXT;
    if (known)
        text = v->text;
    else if (v->kind == VALUE_NUMBER)
        text = decimal_format(decimal_trim(v->number), false, c->arena);
    else if (v->kind == VALUE_DATE)
        text = date_text(v->date, false, c->arena);
    const FormatKind *kind = f->kind ? f->kind : &kinds[0];
    diag(c->diags, DIAG_FORMAT_VALUE, v->pos.file ? v->pos : c->pos,
         diag_str(c->diags, text), kind_shown(kind, c->diags));
    return false;
}

JosaField format_josa_field(const Format *f, const Value *v)
{
    if (f)
        return f->kind->josa;
    return v->kind == VALUE_DATE ? JOSA_DATE : JOSA_TEXT;
}

bool format_is_figure(const Format *f)
{
    return f->kind->figure;
}

bool format_is_padded_date(const Format *f)
{
    return f->kind->print == print_month_day;
}

bool format_names_unit(const Format *f)
{
    FormatPrint *print = f ? f->kind->print : NULL;
    return print == print_jo_eok || print == print_amount ||
           print == print_with_unit;
}

bool format_is_marked(const Format *f)
{
    return f->kind->print == print_marked;
}
