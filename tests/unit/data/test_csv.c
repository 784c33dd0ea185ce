/* data/csv: records and their places, whatever pieces the text comes in. */
#include "data/csv.h"
#include "data_test.h"

/* Everything the reader says, as text: one line a record. */
typedef struct Log {
    char text[4096];
    size_t n;
    Records *records;
} Log;

static void put(Log *log, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void put(Log *log, const char *format, ...)
{
    va_list ap;
    va_start(ap, format);
    log->n += (size_t)vsnprintf(log->text + log->n, sizeof log->text - log->n,
                                format, ap);
    va_end(ap);
    assert_true(log->n < sizeof log->text);
}

static bool take(void *context, const Record *r)
{
    Log *log = context;
    put(log, "%d@%d:", (int)r->line, (int)r->at);
    for (size_t i = 0; i < r->n; i++)
        put(log, " %d[" STR_FMT "]", (int)r->cells[i].at,
            STR_ARG(r->cells[i].text));
    put(log, "\n");
    return true;
}

static void read_pieces(Str text, size_t size, Log *log)
{
    uint64_t line, col;
    log->n = 0;
    log->records = records_new(',', take, log);
    for (size_t at = 0; at < text.n; at += size) {
        /* A copy of its own, so that nothing can be read past its end. */
        Str part = str_sub(text, at, size);
        char *copy = malloc(part.n);
        memcpy(copy, part.p, part.n);
        records_feed(log->records, (Str){copy, part.n});
        free(copy);
    }
    records_place(log->records, &line, &col);
    if (records_end(log->records))
        put(log, "end %d:%d\n", (int)line, (int)col);
    else
        put(log, "fault %d at %d:%d\n", (int)records_fault(log->records),
            (int)records_fault_line(log->records),
            (int)records_fault_col(log->records));
    records_free(log->records);
}

static void expect(const char *text, const char *expected)
{
    Str s = str_of(text);
    for (size_t size = s.n + 1; size > 0; size--) {
        Log log;
        read_pieces(s, size, &log);
        if (strcmp(log.text, expected) != 0)
            fail_msg("in pieces of %zu:\n%sinstead of\n%s", size, log.text,
                     expected);
    }
}

static void plain_rows(void **state)
{
    (void)state;
    expect("a,b\nc,d\n", "1@0: 0[a] 2[b]\n2@4: 4[c] 6[d]\nend 3:1\n");
    expect("a,b\r\nc,d", "1@0: 0[a] 2[b]\n2@5: 5[c] 7[d]\nend 2:4\n");
    expect("a\rb\r", "1@0: 0[a]\n2@2: 2[b]\nend 3:1\n");
    expect("", "end 1:1\n");
}

static void empty_cells(void **state)
{
    (void)state;
    expect(",\n,,", "1@0: 0[] 1[]\n2@2: 2[] 3[] 4[]\nend 2:3\n");
    expect("\"\",\"\"\n", "1@0: 0[] 3[]\nend 2:1\n");
}

static void spaces_stay(void **state)
{
    (void)state;
    expect(" a ,\tb \n", "1@0: 0[ a ] 4[\tb ]\nend 2:1\n");
}

static void empty_lines_are_told(void **state)
{
    (void)state;
    expect("\n\na\n\r\n\rb\n\n", "1@0:\n2@1:\n3@2: 2[a]\n4@4:\n5@6:\n6@7: 7[b]"
                                 "\n7@9:\nend 8:1\n");
}

static void quoted_cells(void **state)
{
    (void)state;
    expect("\"a,b\",\"c\"\"d\"\ne\n",
           "1@0: 0[a,b] 6[c\"d]\n2@13: 13[e]\nend 3:1\n");
    expect("\"\"\"\",x\n", "1@0: 0[\"] 5[x]\nend 2:1\n");
}

static void lines_inside_cells(void **state)
{
    (void)state;
    expect("\"a\nb\r\nc\rd\",e\nf\n",
           "1@0: 0[a\nb\r\nc\rd] 11[e]\n5@13: 13[f]\nend 6:1\n");
}

static void columns_count_code_points(void **state)
{
    (void)state;
    expect("가나,다라", "1@0: 0[가나] 7[다라]\nend 1:6\n");
}

static void faults_have_places(void **state)
{
    (void)state;
    expect("가,b\"c\n", "fault 1 at 1:4\n");
    expect("x\n가,\"b\"c\n", "1@0: 0[x]\nfault 2 at 2:6\n");
    expect("가,\"b\nc\"d\n", "fault 2 at 2:3\n");
    expect("x\n가,\"b\nc", "1@0: 0[x]\nfault 3 at 2:3\n");
    expect("\"a\" ,b\n", "fault 2 at 1:4\n");
}

static bool refuse(void *context, const Record *r)
{
    (void)r;
    ++*(int *)context;
    return false;
}

static void the_taker_can_stop(void **state)
{
    int calls = 0;
    Records *r = records_new(',', refuse, &calls);
    (void)state;
    assert_false(records_feed(r, STR("a\nb\nc\n")));
    assert_false(records_end(r));
    assert_int_equal(records_fault(r), RECORD_STOPPED);
    assert_int_equal(calls, 1);
    records_free(r);
}

static bool ignore(void *context, const Record *r)
{
    (void)context, (void)r;
    return true;
}

/* A lost quote must not gather the rest of a big file in memory. */
static void a_lost_quote_ends_early(void **state)
{
    static char block[1 << 16];
    Records *r = records_new(',', ignore, NULL);
    size_t fed = 0;
    (void)state;
    memset(block, 'x', sizeof block);
    assert_true(records_feed(r, STR("a\n가,\"")));
    while (records_feed(r, (Str){block, sizeof block}))
        fed += sizeof block;
    assert_true(fed < 32u << 20);
    assert_int_equal(records_fault(r), RECORD_OPEN_QUOTE);
    assert_int_equal(records_fault_line(r), 2);
    assert_int_equal(records_fault_col(r), 3);
    records_free(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_rows),
        cmocka_unit_test(empty_cells),
        cmocka_unit_test(spaces_stay),
        cmocka_unit_test(empty_lines_are_told),
        cmocka_unit_test(quoted_cells),
        cmocka_unit_test(lines_inside_cells),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(faults_have_places),
        cmocka_unit_test(the_taker_can_stop),
        cmocka_unit_test(a_lost_quote_ends_early),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
