/* The layout language: each rule of the schema, each message. */
#include "project.h"

/* Three lines every layout needs; what follows begins on line 4. */
#define HEAD "hanji: 1\ndocument: {title: 책}\ntheme: council.yaml\n"
/* A table and a use of it; what follows begins on line 6. */
#define DATA HEAD "data: {t: {csv: ../data/t.csv}}\nchecks: [{t: a = b}]\n"
/* What follows begins on line 7. */
#define BODY DATA "body:\n"

static void layouts_that_are_right(void **state)
{
    static const Case cases[] = {
        {HEAD "body: [cover]\n", ""},
        {HEAD "body: [cover, contents, page_break]\n", ""},
        {HEAD "body:\n- cover:\n- contents: {depth: 1}\n", ""},
        {HEAD "variables: {시장: 홍길동}\nbody: [paragraph: '{시장}']\n", ""},
        {BODY "- item: 글\n- item: {lead: 낱말, text: 글}\n- point: 2024\n",
            ""},
        {BODY "- field: 분야\n  note: 위원회\n  new_page: true\n"
              "  body:\n  - task: 과제\n    body: [head: 소제목]\n", ""},
        {BODY "- note: 위원회\n  field: 분야\n", ""},
        {BODY "- each: t\n  match: a\n  cases:\n    ○: {item: 글}\n"
              "    '-': [subitem: 글, point: 글]\n", ""},
        {BODY "- each: t\n  by: a\n  body:\n  - each: rows\n"
              "    where: b = 2\n    body: [item: '{a}']\n", ""},
        {BODY "- box: {label: 이름, entries: 글}\n"
              "- box: {label: 이름, entries: [하나, 둘]}\n", ""},
        {BODY "- table: {rows: t, total: {at: first, values: {b: 없음}},\n"
              "    columns: [a, {name: b, width: 15.5%, align: center}]}\n",
            ""},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void keys(void **state)
{
    static const Case cases[] = {
        {HEAD "bodi: [cover]\n", "4:1 layout-key-near"},
        {HEAD "zzzzzz: 1\nbody: [cover]\n", "4:1 layout-key"},
        {HEAD, "1:1 layout-missing"},
        {"hanji: 1\ntheme: council.yaml\nbody: [cover]\n",
            "1:1 layout-missing"},
        {HEAD "body:\n", "4:6 layout-empty"},
        {HEAD "body: []\n", "4:7 layout-empty"},
        {HEAD "data: {}\nbody: [cover]\n", "4:7 layout-empty"},
        {HEAD "data: {t: {csvv: ../data/t.csv}}\nbody: [cover]\n",
            "4:12 layout-key-near"},
        {BODY "- item: {lead: 낱말}\n", "7:9 layout-missing"},
        {BODY "- item: {lead: 낱말, text: ''}\n", ""},
        {BODY "- item: {lead: 낱말, text: }\n", "7:26 layout-empty"},
        {BODY "- item: ~\n", "7:9 layout-tilde"},
        {BODY "- chapter: 가\n  new_page: ~\n", "8:13 layout-empty"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void keys_that_do_nothing(void **state)
{
    static const Case cases[] = {
        {BODY "- each: t\n", "7:3 layout-missing"},
        {BODY "- each: t\n  match: a\n", "8:3 layout-needs"},
        {BODY "- each: t\n  cases: {가: {item: 글}}\n",
            "7:3 layout-missing, 8:3 layout-needs"},
        {BODY "- each: t\n  by: b\n  match: a\n  cases: {가: {item: 글}}\n",
            "8:3 layout-excludes"},
        {BODY "- each: t\n  match: a\n  cases: {가: {item: 글}}\n"
              "  body: [item: 글]\n", "10:3 layout-excludes"},
        {BODY "- item: 글\n  lead: 낱말\n", "8:3 layout-key"},
        {DATA "body: [cover]\nvariables: {title: 책}\n",
            "7:13 layout-name-taken"},
        {HEAD "data: {rows: {csv: ../data/t.csv}}\nbody: [item: '{rows.a}']\n",
            "4:8 layout-name-taken"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void blocks(void **state)
{
    static const Case cases[] = {
        {BODY "- chaptre: 장\n", "7:3 layout-block-near"},
        {BODY "- zzzzzzzz: 장\n", "7:3 layout-block"},
        {BODY "- {}\n", "7:3 layout-block"},
        {BODY "- cove\n", "7:3 layout-block-near"},
        {BODY "- 일반현황을 여기에 적습니다\n", "7:3 layout-block"},
        {BODY "- item\n", "7:3 layout-block-bare"},
        {BODY "- chapter 장\n", "7:3 layout-spacing"},
        {BODY "- item:{lead: 가}\n", "7:3 layout-spacing"},
        {BODY "-item: 가\n", "6:6 layout-empty, 7:1 layout-spacing"},
        {BODY "- item: 글\n  subitem: 글\n", "8:3 layout-block-two"},
        {BODY "- [item: 글]\n", "7:3 layout-expects-map"},
        {BODY "- chapter: 장\n  body: {item: 글}\n",
            "8:9 layout-expects-list"},
        {BODY "- chapter: 장\n  body:\n  - itme: 글\n",
            "9:5 layout-block-near"},
        {BODY "- each: t\n  match: a\n  cases: {가: {itme: 글}}\n",
            "9:15 layout-block-near"},
        {BODY "- page_break: 지금\n", "7:15 layout-expects-nothing"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void kinds_of_values(void **state)
{
    static const Case cases[] = {
        {"[1]\n", "1:1 layout-expects-map"},
        {BODY "- item: [글]\n", "7:9 layout-expects-map"},
        {BODY "- chapter: [장]\n", "7:12 layout-expects-text"},
        {BODY "- chapter: {title}\n", "7:12 layout-quote"},
        {BODY "- item: {title}\n", "7:9 layout-quote"},
        {DATA "body: [cover]\nvariables: {두 낱말: 1}\n",
            "7:13 layout-expects-name"},
        {DATA "body: [cover]\nvariables: {빼-기: 1, 2024: 2, 밑_줄: 3}\n",
            "7:13 layout-expects-name, 7:21 layout-expects-name"},
        {HEAD "data: {t.a: {csv: ../data/t.csv}}\nbody: [cover]\n",
            "4:8 layout-expects-name"},
        {BODY "- contents: {depth: 둘}\n", "7:21 layout-expects-integer"},
        {BODY "- contents: {depth: 2.5}\n", "7:21 layout-expects-integer"},
        {BODY "- contents: {depth: 4}\n", "7:21 layout-range"},
        {BODY "- chapter: 장\n  new_page: yes\n", "8:13 layout-expects-bool"},
        {BODY "- table: {rows: t, columns: [{name: a, width: 15}]}\n",
            "7:47 layout-expects-percent"},
        {BODY "- table: {rows: t, columns: [{name: a, width: 0%}]}\n",
            "7:47 layout-range"},
        {BODY "- table: {rows: t, columns: [{name: a, align: rigth}]}\n",
            "7:47 layout-choice-near"},
        {BODY "- table: {rows: t, columns: [{name: a, align: zzzzz}]}\n",
            "7:47 layout-choice"},
        {"hanji: 2\ndocument: {title: 책}\ntheme: council.yaml\n"
         "body: [cover]\n", "1:8 layout-range"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void dates_and_years(void **state)
{
#define DATED(key, value)                                                      \
    "hanji: 1\ndocument:\n  title: 책\n  " key ": " value                       \
    "\ntheme: council.yaml\nbody: [cover]\n"
    static const Case cases[] = {
        {DATED("base_date", "2024-02-29"), ""},
        {DATED("base_date", "2023-02-29"), "4:14 layout-expects-date"},
        {DATED("base_date", "2023-13-01"), "4:14 layout-expects-date"},
        {DATED("base_date", "2023-1-1"), "4:14 layout-expects-date"},
        {DATED("base_date", "2000-02-29"), ""},
        {DATED("base_date", "1900-02-29"), "4:14 layout-expects-date"},
        {DATED("year", "24"), "4:9 layout-range"},
        {DATED("year", "2024년"), "4:9 layout-expects-integer"},
        {DATED("year", "20240"), "4:9 layout-range"},
        {DATED("year", "99999999999999999999"), "4:9 layout-range"},
        {DATED("language", "ko"), "4:13 layout-choice"},
        {DATED("keywords", "보고"), "4:13 layout-expects-list"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void references(void **state)
{
    static const Case cases[] = {
        {HEAD "data: {budget: {csv: ../data/t.csv}}\n"
              "checks: [{buget: a = b}]\nbody: [item: '{budget.a}']\n",
            "5:11 layout-table-near"},
        {HEAD "data: {budget: {csv: ../data/t.csv}}\n"
              "body:\n- each: zzzz\n  body: [item: '{budget[1].a}']\n",
            "6:9 layout-table"},
        {HEAD "body:\n- facts: {rows: t, label: '{a}', text: '{b}'}\n",
            "5:17 layout-table"},
        {HEAD "data: {budget: {csv: ../data/t.csv}}\nbody: [item: budget]\n",
            "4:8 layout-table-unused"},
        {HEAD "data: {budget: {csv: ../data/t.csv}}\n"
              "body: [item: '{`budget`.a}']\n", ""},
        {HEAD "data: {budget: {csv: ../data/t.csv}}\n"
              "body: [item: '총 {count( budget )}건']\n", ""},
        {HEAD "variables: {시장: 홍길동}\nbody: [item: 시장]\n", ""},
        {HEAD "variables: {시장: 홍길동}\nbody: [item: 글]\n",
            "4:17 layout-variable-unused"},
        {BODY "- table: {rows: rows, columns: [a]}\n",
            "7:17 layout-rows-outside"},
        {BODY "- each: rows\n  body: [item: 글]\n",
            "7:9 layout-rows-outside"},
        {BODY "- facts: {rows: rows, label: 가, text: 나}\n",
            "7:17 layout-rows-outside"},
        {DATA "checks2: 1\nbody: [cover]\n", "6:1 layout-key-near"},
        {HEAD "data: {t: {csv: ../data/t.csv}}\n"
              "checks: [{t: a = b, u: a = b}]\nbody: [cover]\n",
            "5:21 layout-single, 5:21 layout-table"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void tables(void **state)
{
    static const Case cases[] = {
        {BODY "- table: {rows: t, columns: [a, b], total: {values: {c: 1}}}\n",
            "7:54 layout-total-column"},
        {BODY "- table: {rows: t, columns: [{name: a, width: 60%},\n"
              "    {name: b, width: 50%}]}\n", "7:29 layout-widths"},
        {BODY "- table: {rows: t, columns: []}\n", "7:29 layout-empty"},
        {BODY "- table: t\n", "7:10 layout-expects-map"},
        {BODY "- table: {rows: t}\n", "7:10 layout-missing"},
        {BODY "- table: {rows: t, columns: [a], total: {}}\n", ""},
        {HEAD "data: {t: {csv: ../data/t.csv, columns: {a: mony}}}\n"
              "body: [item: '{t.a}']\n", "4:45 layout-choice-near"},
        {HEAD "data: {t: {csv: ../data/t.csv, columns: {a: {unit: 원}}}}\n"
              "body: [item: '{t.a}']\n", "4:45 layout-missing"},
        {HEAD "data: {t: {csv: ../data/t.csv, encoding: cp94}}\n"
              "body: [item: '{t.a}']\n", "4:42 layout-choice-near"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

static void all_faults_of_a_file_at_once(void **state)
{
    static const Case cases[] = {
        {"hanji: 1\ndocument: {titel: 책, year: 올해}\ntheme: none.yaml\n"
         "data: {t: {csv: /etc/passwd}}\nchecks: [{u: a = b}]\n"
         "body:\n- chapter: {title}\n  bdy: [item: 글]\n- each: rows\n"
         "  body: [zzzzzz]\n",
            "2:12 layout-key-near, 2:28 layout-expects-integer, "
            "7:12 layout-quote, 8:3 layout-key-near, 10:10 layout-block, "
            "4:17 layout-path-absolute, 3:8 layout-file, "
            "5:11 layout-table, 9:9 layout-rows-outside"},
    };
    check_cases(*state, cases, G_N_ELEMENTS(cases));
}

/* R6: faults by the hundred thousand are no reason to keep anyone waiting. */
static void floods_of_faults_end(void **state)
{
    Project *p = *state;
    GString *keys = g_string_new(HEAD "body:\n- item: 글\n");
    GString *blocks = g_string_new(HEAD "body:\n");
    for (int i = 0; i < 200000; i++) {
        g_string_append_printf(keys, "k%d: 1\n", i);
        g_string_append(blocks, "- zzz: 1\n");
    }
    const char *floods[] = {keys->str, blocks->str};
    for (size_t i = 0; i < 2; i++) {
        project_reset(p);
        gint64 start = g_get_monotonic_time();
        assert_null(read_layout(p, floods[i]));
        assert_true(g_get_monotonic_time() - start < 10 * G_USEC_PER_SEC);
        assert_true(diags_count(p->diags, LEVEL_ERROR) <= 1000);
    }
    g_string_free(keys, TRUE);
    g_string_free(blocks, TRUE);
}

static void messages_name_what_they_speak_of(void **state)
{
    Project *p = *state;
    read_layout(p, HEAD "body:\n- chaptre: 장\n- item: {title}\n");
    assert_string_equal(texts(p, DIAG_KOREAN),
        "알 수 없는 블록: chaptre (혹시 chapter?)\n"
        "중괄호로 시작하는 글은 따옴표로 감싸야 합니다: \"{title}\"");
    assert_string_equal(texts(p, DIAG_ENGLISH),
        "unknown block chaptre (did you mean chapter?)\n"
        "a text that begins with a brace must be quoted: \"{title}\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(layouts_that_are_right),
        PROJECT_TEST(keys),
        PROJECT_TEST(keys_that_do_nothing),
        PROJECT_TEST(blocks),
        PROJECT_TEST(kinds_of_values),
        PROJECT_TEST(dates_and_years),
        PROJECT_TEST(references),
        PROJECT_TEST(tables),
        PROJECT_TEST(all_faults_of_a_file_at_once),
        PROJECT_TEST(floods_of_faults_end),
        PROJECT_TEST(messages_name_what_they_speak_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
