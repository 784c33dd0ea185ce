/* Templates: the grammar, segments, particles, where text comes from. */
#include "doc/template.h"
#include "doc_test.h"

#include <string.h>

typedef struct Fixture {
    Arena *arena;
    Sources *sources;
    Diags *diags;
    Filler filler;
    House house;
} Fixture;

static int setup(void **state)
{
    Fixture *f = calloc(1, sizeof *f);
    f->arena = arena_new(0);
    f->sources = sources_new();
    f->diags = diags_new(f->sources);
    filler_init(&f->filler, f->arena, f->diags);
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    Fixture *f = *state;
    filler_release(&f->filler);
    diags_free(f->diags);
    sources_free(f->sources);
    arena_free(f->arena);
    free(f);
    return 0;
}

/* The cells of the tests: file 2 is the CSV, file 1 the layout. */
static bool cell(void *context, Str name, Value *out)
{
    (void)context;
    static const struct {
        const char *name, *text;
    } texts[] = {{"기관", "대전시"},   {"구청", "대덕구청"},
                 {"빈칸", ""},         {"로봇", "robot"},
                 {"중괄호", "{기관}"}, {"따옴표", "'축제'"},
                 {"가칭", "(가칭)"},   {"주민", "(주민)"},
                 {"예산", "[예산]"},   {"사람", "홍길동 (1992)"},
                 {"시작", "8시 9분"},  {"정각", "오후 3시"},
                 {"앱", "대전 App"},      {"개막", "2024. 1. 5.(금)"},
                 {"거리", "km"},       {"무게", "무게 kg"},
                 {"용량", "용량 mL"}};
    *out = (Value){.kind = VALUE_NUMBER, .pos = {2, 5, 7}};
    if (str_eq_c(name, "금액"))
        return decimal_parse(STR("12345"), &out->number);
    if (str_eq_c(name, "연")) {
        out->pos.file = 1;
        return decimal_parse(STR("2024"), &out->number);
    }
    if (str_eq_c(name, "날")) {
        out->kind = VALUE_DATE;
        out->date = (Date){2024, 1, 5};
        return true;
    }
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!str_eq_c(name, texts[i].name))
            continue;
        out->kind = *texts[i].text ? VALUE_TEXT : VALUE_BLANK;
        out->text = str_of(texts[i].text);
        return true;
    }
    return false;
}

static const ExprScope scope = {.row = SIZE_MAX, .variable = cell};

static RichText fill(Fixture *f, const char *template)
{
    const Template *t = template_parse(str_of(template), (Pos){1, 10, 20},
                                       false, &f->house, f->arena, f->diags);
    assert_non_null(t);
    return template_take(t, &scope, &f->filler);
}

static void assert_fills(Fixture *f, const char *template, const char *expected)
{
    assert_str(rich_plain(fill(f, template), f->arena), expected);
}

static void assert_fault(Fixture *f, const char *template, DiagCode code,
                         unsigned col)
{
    size_t before = diags_count(f->diags, LEVEL_NOTE);
    /* The first message is the one meant; others may follow from it. */
    assert_null(template_parse(str_of(template), (Pos){1, 10, 20}, false,
                               &f->house, f->arena, f->diags));
    assert_true(diags_count(f->diags, LEVEL_NOTE) > before);
    assert_int_equal(diags_code(f->diags, before), code);
    assert_int_equal(diags_pos(f->diags, before).col, col);
}

static void fields_and_text(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "", "");
    assert_fills(f, "글", "글");
    assert_fills(f, "{기관}", "대전시");
    assert_fills(f, "가 { 기관 } 나", "가 대전시 나");
    assert_fills(f, "{금액 * 2 | comma}원", "24,690원");
    assert_fills(f, "{\"}|{\"}", "}|{");
}

static void escapes(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{{기관}}", "{기관}");
    assert_fills(f, "[[별표 1]]", "[별표 1]");
    assert_fills(f, "{{{기관}}}", "{대전시}");
}

static void segments(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "가[ ({기관})]나", "가 (대전시)나");
    assert_fills(f, "가[ ({빈칸})]나", "가나");
    assert_fills(f, "[{기관}[ 옆 {빈칸}] 안]", "대전시 안");
    assert_fills(f, "[{빈칸}[ 옆 {기관}] 안]끝", "끝");
    assert_fills(f, "[{기관}·{빈칸}]", "");
    assert_fills(f, "[{기관}[({구청})]]", "대전시(대덕구청)");
}

static void j06_cells_are_no_templates(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{중괄호}", "{기관}");
}

/* J-11: a date as a cell or the layout has it, not only one of a format. */
static void j11_dates_typed_as_text(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{개막}{을/를}", "2024. 1. 5.(금)을");
    assert_fills(f, "{개막 | 으로}", "2024. 1. 5.(금)로");
    assert_fills(f, "2024. 1. 5.{을/를}", "2024. 1. 5.을");
    assert_fills(f, "개막 1. 5.(금){을/를}", "개막 1. 5.(금)을");
    assert_fills(f, "5.{을/를}", "5.를");
}

static void j19_units_alone(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{거리}{을/를} {무게}{을/를} {용량}{을/를}",
                 "km를 무게 kg을 용량 mL를");
    assert_fills(f, "10 {거리}{을/를}", "10 km를");
    assert_int_equal(diags_count(f->diags, LEVEL_NOTE), 0);
}

static void particles(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{기관 | 은} {구청 | 은}", "대전시는 대덕구청은");
    assert_fills(f, "{금액 | comma | 을}", "12,345를");
    assert_fills(f, "{날 | 으로}", "2024. 1. 5.로");
    assert_fills(f, "「{구청}」{|을} 「{기관}」{을/를}",
                 "「대덕구청」을 「대전시」를");
    assert_fills(f, "{구청}(가){(으)로}", "대덕구청(가)으로");
    assert_fills(f, "{기관}{|에서}", "대전시에서");
}

/* A field that is all in brackets decides by what is in them, not by the word
 * before it. */
static void j09_fields_in_brackets(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "올해 {가칭}{을/를}", "올해 (가칭)을");
    assert_fills(f, "올해 {주민}{은/는}", "올해 (주민)은");
    assert_fills(f, "올해 {예산}{으로/로}", "올해 [예산]으로");
    assert_fills(f, "올해 「{예산}」{은/는}", "올해 「[예산]」은");
    assert_fills(f, "올해 {가칭 | 을}", "올해 (가칭)을");
    assert_fills(f, "올해 {사람}{은/는}", "올해 홍길동 (1992)은");
    assert_fills(f, "{구청}{가칭}{은/는}", "대덕구청(가칭)은");
    assert_fills(f, "{기관} ({구청}){은/는}", "대전시 (대덕구청)는");
    assert_fills(f, "{기관}[ {빈칸}] (2024){은/는}", "대전시 (2024)는");
}

/* Formatted fields are read by their kind: 8시 9분, 15시, 5일. */
static void j11_j12_kinds_of_fields(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{시작 | 시각}{을/를} {정각 | 시각}{을/를}",
                 "08:09을 15:00를");
    assert_fills(f, "{시작 | 시각 | 으로} {정각 | time}{으로/로}",
                 "08:09으로 15:00로");
    assert_fills(f, "「{정각 | 시각}」{은/는}", "「15:00」는");
    assert_fills(f, "개회({정각 | 시각}){은/는}", "개회(15:00)는");
    assert_fills(f, "{날}{으로/로} {날 | 날짜(요일)}{을/를}",
                 "2024. 1. 5.로 2024. 1. 5.(금)을");
    assert_fills(f, "{날 | 연월}{으로/로} {날 | 월일 | 은}",
                 "2024. 1.로 1.\u20075.은");
    assert_fills(f, "{날 | 연도}{으로/로} {날 | 요일}{으로/로}",
                 "2024로 금으로");
    assert_fills(f, "{날}까지{을/를} {날} 현재{을/를}",
                 "2024. 1. 5.까지를 2024. 1. 5. 현재를");
    assert_fills(f, "{정각 | 시각} 개회{을/를}", "15:00 개회를");
    assert_fills(f, "{날}({금액}){을/를} {정각 | 시각}(정시){을/를}",
                 "2024. 1. 5.(12,345)을 15:00(정시)를");
}

static void j25_one_warning_for_a_word(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{로봇 | 을} {로봇 | 이}", "robot을(를) robot이(가)");
    assert_int_equal(diags_count(f->diags, LEVEL_NOTE), 1);
    assert_int_equal(diags_code(f->diags, 0), DIAG_JOSA_UNKNOWN);
    assert_int_equal(diags_pos(f->diags, 0).file, 2);
}

/* At the cell, also when the particle stands alone and marks come between. */
static void j25_the_place_is_the_cell(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "「{앱}」{은/는} {앱} ({금액}){을/를}",
                 "「대전 App」은(는) 대전 App (12,345)을(를)");
    assert_int_equal(diags_count(f->diags, LEVEL_NOTE), 1);
    Pos pos = diags_pos(f->diags, 0);
    assert_int_equal(pos.file, 2);
    assert_int_equal(pos.line, 5);
    assert_int_equal(pos.col, 7);
    assert_fills(f, "{빈칸}{은/는} {기관}의 robot{은/는}",
                 "은(는) 대전시의 robot은(는)");
    assert_int_equal(diags_count(f->diags, LEVEL_NOTE), 3);
    assert_int_equal(diags_code(f->diags, 1), DIAG_JOSA_NOTHING);
    assert_int_equal(diags_pos(f->diags, 1).file, 2);
    assert_int_equal(diags_code(f->diags, 2), DIAG_JOSA_UNKNOWN);
    assert_int_equal(diags_pos(f->diags, 2).file, 1);
}

static void k121_years_and_ordinals(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{금액}", "12,345");
    assert_fills(f, "{금액}년", "12345년");
    assert_fills(f, "제{금액}조", "제12345조");
    assert_fills(f, "{연}", "2024");
    assert_fills(f, "{연 - 1}년", "2023년");
}

static void k56_quotes(void **state)
{
    Fixture *f = *state;
    assert_fills(f, "{따옴표} '{기관}'", "‘축제’ ‘대전시’");
}

static void spans_know_their_source(void **state)
{
    Fixture *f = *state;
    RichText t = fill(f, "총 {금액}원");
    assert_int_equal(t.n, 3);
    assert_int_equal(t.spans[0].source.file, 1);
    assert_int_equal(t.spans[0].source.col, 20);
    assert_int_equal(t.spans[1].source.file, 2);
    assert_int_equal(t.spans[1].source.line, 5);
    assert_int_equal(t.spans[1].flags, MARK_FIGURE);
    assert_int_equal(t.spans[2].source.col, 26);
}

static void cells_are_referenced(void **state)
{
    Fixture *f = *state;
    Value v;
    cell(NULL, STR("기관"), &v);
    assert_ptr_equal(fill(f, "{기관}").spans[0].text.p, v.text.p);
}

static void faults(void **state)
{
    Fixture *f = *state;
    assert_fault(f, "가{기관", DIAG_TEMPLATE_BRACE, 21);
    assert_fault(f, "가나}", DIAG_TEMPLATE_BRACE, 22);
    assert_fault(f, "가[{기관}", DIAG_TEMPLATE_BRACKET, 21);
    assert_fault(f, "가나]", DIAG_TEMPLATE_BRACKET, 22);
    assert_fault(f, "[가]", DIAG_TEMPLATE_SEGMENT, 20);
    assert_fault(f, "가{}", DIAG_TEMPLATE_EMPTY, 22);
    assert_fault(f, "{기관|글|글}", DIAG_TEMPLATE_OPTION, 26);
    assert_fault(f, "{|글}", DIAG_TEMPLATE_OPTION, 22);
    assert_fault(f, "{기관 | percnt}", DIAG_FORMAT_NEAR, 25);
    assert_fault(f, "[ [ [ [ [ [ [ [ [", DIAG_TEMPLATE_DEPTH, 36);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(fields_and_text),
        TEST(escapes),
        TEST(segments),
        TEST(j06_cells_are_no_templates),
        TEST(particles),
        TEST(j11_dates_typed_as_text),
        TEST(j19_units_alone),
        TEST(j09_fields_in_brackets),
        TEST(j11_j12_kinds_of_fields),
        TEST(j25_one_warning_for_a_word),
        TEST(j25_the_place_is_the_cell),
        TEST(k121_years_and_ordinals),
        TEST(k56_quotes),
        TEST(spans_know_their_source),
        TEST(cells_are_referenced),
        TEST(faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
