/* data/quantity, data/statement, data/agree_text: figures typed in texts.
 * Honest texts are left alone, whatever they speak of; slips are found. */
#include "data/agree_text.h"
#include "data_test.h"

#include <glib.h>

static void quantities(void **state)
{
    static const struct {
        const char *text, *figure, *low, *high; /* figure NULL: none */
    } cases[] = {
        {"총 11조 6,250억 원", "11조 6,250억", "11624500000000",
         "11625500000000"},
        {"11.6조 원", "11.6조", "11550000000000", "11650000000000"},
        {"인구 1,442천 명", "1,442천", "1441500", "1442500"},
        {"약 1,440,000명", "1,440,000", "1435000", "1445000"},
        {"4,230명", "4,230", "4229.5", "4230.5"},
        {"비율 64.3%", "64.3", "64.25", "64.35"},
        {"△1,234억 원", "1,234억", "-123450000000", "-123350000000"},
        {"2024. 1. 5. 기준 50건", "50", "45", "55"},
        {"제3호, 40여 명, 1~3명, 3·4호선, ’23.12.31., AI3", NULL, NULL, NULL},
    };
    (void)state;
    Arena *a = arena_new(0);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Quantity q;
        Str text = str_of(cases[i].text);
        bool found = quantity_find(text, 0, &q);
        assert_int_equal(found, cases[i].figure != NULL);
        if (!found)
            continue;
        assert_str(str_sub(text, q.from, q.to - q.from), cases[i].figure);
        assert_str(decimal_format(decimal_trim(q.range.low), false, a),
                   cases[i].low);
        assert_str(decimal_format(decimal_trim(q.range.high), false, a),
                   cases[i].high);
    }
    arena_free(a);
}

static void slips(void **state)
{
    static const struct {
        const char *typed;
        int64_t real;
        Slip slip;
    } cases[] = {
        {"4,235", 4235, SLIP_NONE},   {"4,245", 4235, SLIP_DIGIT},
        {"4,325", 4235, SLIP_DIGIT},  {"4,532", 4235, SLIP_NONE},
        {"42,350", 4235, SLIP_POWER}, {"4,235천", 4235, SLIP_POWER},
        {"423", 4235, SLIP_NONE},     {"4,235", -4235, SLIP_POWER},
    };
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        Quantity q;
        assert_true(quantity_find(str_of(cases[i].typed), 0, &q));
        Slip slip = quantity_slip(&q, decimal_from_int(cases[i].real));
        if (i == 0 || i == 7) /* equal digits: the caller has compared first */
            continue;
        assert_int_equal(slip, cases[i].slip);
    }
}

/* ---- against tables ---- */

static const char *const overview =
    "항목,값,단위,비고\n인구,\"1,442\",천 명,’23.12.31. 기준\n"
    "면적,539.7,km²,\n행정구역,5개 자치구 82개 동,,\n공무원,\"4,235\",명,\n"
    "재정자립도(시),36.9,%,\n재정자립도(구),16.0,%,\n";
static const char *const budget =
    "구분,합계,일반회계,특별회계,기금\n"
    "시,\"74,733\",\"54,677\",\"10,653\",\"9,403\"\n"
    "구,\"41,517\",\"36,074\",529,\"4,914\"\n";
static const char *const years =
    "구분(단위: 명),2022,2023\n출생,\"7,677\",\"7,200\"\n사망,\"8,900\","
    "\"9,012\"\n";

typedef struct Held {
    Run r;
    TextAgreement g;
    const Table *tables[3];
} Held;

static void hold(Held *h, Waivers *waivers)
{
    h->r = run_new();
    h->tables[0] =
        table_of(&h->r, (TableSpec){.name = STR("overview")}, overview);
    h->tables[1] = table_of(
        &h->r, (TableSpec){.name = STR("budget"), .unit = STR("억 원")},
        budget);
    h->tables[2] = table_of(
        &h->r, (TableSpec){.name = STR("years"), .unit = STR("명")}, years);
    for (size_t i = 0; i < 3; i++)
        assert_non_null(h->tables[i]);
    h->g = (TextAgreement){.facts = facts_read(h->tables, 3, h->r.arena),
                           .years = {2024, 2023},
                           .waivers = waivers,
                           .arena = h->r.arena,
                           .diags = h->r.diags};
}

/* The first finding about a text: -1 when there is none. */
static int finding(Held *h, const char *text)
{
    size_t before = diags_count(h->r.diags, LEVEL_NOTE);
    Str s = str_of(text);
    Quantity q;
    for (size_t at = 0; quantity_find(s, at, &q); at = q.to)
        text_agree(&h->g, s, &q, h->r.layout);
    return diags_count(h->r.diags, LEVEL_NOTE) > before
               ? (int)diags_code(h->r.diags, before)
               : -1;
}

static void honest_texts(void **state)
{
    static const char *const texts[] = {
        /* the same fact, in any way of writing it */
        "(인 구) 1,442천 명 (’23.12.31. 기준)",
        "인구 1,442천 명, 면적 539.7km²",
        "인구 144만 명",
        "인구는 약 140만 명",
        "인구 1.44백만 명",
        "총 11조 6,250억 원(시 7조 4,733억 원, 구 4조 1,517억 원)",
        "(예산규모) 총 11조 6,250억 원(시 7조 4,733억 원, 구 4조 1,517억 원)",
        "예산규모: 총 11.6조 원",
        "총 11조 6천억 원",
        "일반회계 9조 751억 원",
        "시 일반회계 5조 4,677억 원",
        "(재정자립도) 시 36.9%, 구 16.0%",
        "재정자립도(시) 36.9%",
        "재정자립도(시) 37%",
        "시 64.3%, 구 35.7%",
        "공무원 4,235명",
        "2023년 출생 7,200명",
        "2022년 출생 7,677명",
        /* something else under a name that is near */
        "인구 5만 명, 면적 30km² 신도시 조성",
        "인구 150만 명 달성",
        "인구 1,446천 명 시대",
        "인구 2천 명 증가",
        "세종시 인구 387천 명",
        "2019년 인구 1,475천 명",
        "2021년 출생 7,414명",
        "청년 인구 410천 명",
        "공무원 35명 증원",
        "공무원 1인당 341명",
        "신규 공무원 4,135명 선발 계획",
        "시 예산 1,100억 원 확보",
        "구 300억 원 지원",
        "총 50건 착수",
        "총사업비 1조 4천억 원 규모",
        "세입목표 2조 1,100억 원 달성",
        "전국 대비 0.5%",
        "시 5.2%p 상승",
        "면적 100㎡ 이상",
        "2040년 인구 160만 명",
        "100대 핵심과제, 4대 전략사업, 3만석 규모, 530만m², 약 160만 평",
        "8.11~17 / 방문객 109만 명",
        /* another time, said behind the figure */
        "인구 1,470천 명(2030년 추계)",
        "인구 1,446천 명(’22년)에서 1,442천 명(’23년)으로 감소",
        "재정자립도(시) 37.1%('22) 대비 0.2%p 하락",
        "공무원 4,180명(2022. 12. 31.)",
        "인구 1,446천 명 → 1,442천 명",
        "인구 1,446천 명에서 1,442천 명으로 감소",
        "인구 1,475천 명(2023) → 1,500천 명(2024)",
        /* another whole, said in a bracket */
        "인구(외국인 포함) 1,465천 명",
        "인구 1,465천 명(외국인 포함)",
        "시 합계 6조 5,330억 원(기금 제외)",
        /* one cell of a column, or of what no table holds */
        "기금 9,403억 원(시)",
        "특별회계 1조 653억 원",
        "일반회계 7조 1,200억 원(국비 3조, 시비 4조 1,200억)",
    };
    (void)state;
    Held h;
    hold(&h, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        int code = finding(&h, texts[i]);
        if (code < 0)
            continue;
        size_t n = diags_count(h.r.diags, LEVEL_NOTE);
        print_error("%s\n  " STR_FMT "\n", texts[i],
                    STR_ARG(message(&h.r, n - 1)));
        fail();
    }
    run_free(&h.r);
}

static void dishonest_texts(void **state)
{
    static const struct {
        const char *text;
        DiagCode code;
    } cases[] = {
        {"(인 구) 1,452천 명 (’23.12.31. 기준)", DIAG_TEXT_FIGURE},
        {"인구 1,424천 명, 면적 539.7km²", DIAG_TEXT_FIGURE},
        {"인구: 1,500천 명", DIAG_TEXT_FIGURE},
        {"인구는 143만 명임", DIAG_TEXT_FIGURE},
        {"인구 1,442만 명", DIAG_TEXT_FIGURE},
        {"면적 539.7km², 인구 1,442명", DIAG_TEXT_FIGURE},
        {"총 11조 6,520억 원", DIAG_TEXT_FIGURE},
        {"(예산규모) 총 11조 6,250억 원(시 7조 4,833억 원, 구 4조 1,517억 원)",
         DIAG_TEXT_FIGURE},
        {"총 1조 1,625억 원", DIAG_TEXT_FIGURE},
        {"일반회계 9조 851억 원", DIAG_TEXT_FIGURE},
        {"시 일반회계 5조 4,577억 원", DIAG_TEXT_FIGURE},
        {"(재정자립도) 시 39.6%, 구 16.0%", DIAG_TEXT_FIGURE},
        {"시 63.4%, 구 35.7%", DIAG_TEXT_FIGURE},
        {"재정자립도(시) 35.9%", DIAG_TEXT_FIGURE},
        {"공무원 4,253명", DIAG_TEXT_FIGURE},
        {"2023년 출생 7,300명", DIAG_TEXT_FIGURE},
        {"2022년 출생 7,767명", DIAG_TEXT_FIGURE},
        {"출생 7,577명(2022년)", DIAG_TEXT_FIGURE},
        {"인구 1,462천 명(연말 기준)", DIAG_TEXT_FIGURE},
        {"인구 1,472천 명(전년 대비 0.3% 감소), 면적 539.7km²",
         DIAG_TEXT_FIGURE},
        /* no name, but too near for chance */
        {"예산은 11조 6,350억 원으로 편성", DIAG_TEXT_NEAR},
        {"인구 1,452천 명을 넘어", DIAG_TEXT_NEAR},
    };
    (void)state;
    Held h;
    hold(&h, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        int code = finding(&h, cases[i].text);
        if (code == (int)cases[i].code)
            continue;
        print_error("%s: %s\n", cases[i].text,
                    code < 0 ? "nothing" : diag_info((DiagCode)code)->slug);
        fail();
    }
    run_free(&h.r);
}

static void waived_text(void **state)
{
    (void)state;
    Held h;
    Waiver w = {.table = STR("overview"),
                .check = STR("text-figure"),
                .row = STR("인구"),
                .reason = STR("잠정치"),
                .owner = STR("기획과"),
                .until = {2024, 6, 30}};
    Waivers all = {&w, 1, {2023, 12, 31}};
    hold(&h, &all);
    assert_int_equal(finding(&h, "인구 1,452천 명"), DIAG_WAIVER_USED);
    assert_true(diags_ok(h.r.diags));
    run_free(&h.r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantities),   cmocka_unit_test(slips),
        cmocka_unit_test(honest_texts), cmocka_unit_test(dishonest_texts),
        cmocka_unit_test(waived_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
