/* Tables: widths, alignment, heads, unit lines, rules, tags. */
#include "page_case.h"

typedef struct Cells {
    const char *const *text; /* row by row */
    unsigned rows, columns;
} Cells;

static BlockTable *add_table(PageCase *c, const BlockColumn *columns,
                             Cells cells)
{
    BlockTable *t = ARENA_NEW(c->arena, BlockTable);
    BlockRow *rows = ARENA_ARRAY(c->arena, BlockRow, cells.rows);
    for (unsigned r = 0; r < cells.rows; r++) {
        RichText *row = ARENA_ARRAY(c->arena, RichText, cells.columns);
        for (unsigned i = 0; i < cells.columns; i++)
            row[i] = rich(c, cells.text[r * cells.columns + i]);
        rows[r].cells = row;
    }
    *t = (BlockTable){.ncolumns = cells.columns,
                      .nrows = cells.rows,
                      .columns = columns,
                      .rows = rows};
    add(c, BLOCK_TABLE, NULL)->table = t;
    return t;
}

static BlockColumn column(PageCase *c, const char *head, CellAlign align)
{
    return (BlockColumn){.head = rich(c, head), .align = align};
}

static BlockTable *add_budget(PageCase *c, BlockColumn columns[4])
{
    static const char *const text[] = {
        "계",     "116,250", "11,182", "100.0%", "시",  "74,733",
        "10,653", "64.3%",   "구",     "41,517", "529", "△5.7%",
    };
    columns[0] = column(c, "구분", CELL_CENTRE);
    columns[0].scope_row = true;
    columns[1] = column(c, "합계", CELL_DECIMAL);
    columns[2] = column(c, "특별회계", CELL_DECIMAL);
    columns[3] = column(c, "비율", CELL_DECIMAL);
    BlockTable *t = add_table(c, columns, (Cells){text, 3, 4});
    ((BlockRow *)t->rows)[0].role = ROW_TOTAL;
    t->unit = STR("억 원");
    return t;
}

static Len right(Found f)
{
    return f.x + f.width;
}

static void k93_unit_line_ends_with_the_table(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    add_budget(c, columns);
    case_run(c);
    Found unit = find(c, "(단위: 억 원)");
    Len edge = c->theme.width - c->theme.outer;
    assert_near(right(unit), edge, LEN_PT(0.1));
    assert_true(unit.y < find(c, "구분").y);
    assert_int_equal(unit.tag->role, ROLE_CAPTION);
    assert_int_equal(unit.tag->parent->role, ROLE_TABLE);
}

static void k96_figures_align_by_place(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    add_budget(c, columns);
    case_run(c);
    assert_near(right(find(c, "74,733")), right(find(c, "41,517")),
                LEN_PT(0.05));
    assert_near(right(find(c, "10,653")), right(find(c, "529")), LEN_PT(0.05));
    /* Both have one decimal and a percent sign: so do their ends. */
    assert_near(right(find(c, "64.3%")), right(find(c, "△5.7%")), LEN_PT(0.05));
}

static void k96_point_aligns_whatever_follows(void **state)
{
    PageCase *c = *state;
    static const char *const text[] = {"100", "64.3%", "1.25"};
    BlockColumn columns[] = {column(c, "값", CELL_DECIMAL)};
    add_table(c, columns, (Cells){text, 3, 1});
    case_run(c);
    Len whole = right(find(c, "100"));
    TextStyle style = {0};
    assert_true(fonts_find_role(c->fonts, c->theme.styles[STYLE_TABLE].font,
                                &style.role));
    style.size = LEN_PT(12);
    style.glyph_width = 1000;
    style.tabular = true;
    Len percent = text_width(c->text, STR(".3%"), &style, POS_NONE, c->diags);
    assert_near(right(find(c, "64.3%")) - percent, whole, LEN_PT(0.05));
}

static void k97_block_is_centred_under_the_head(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    add_budget(c, columns);
    case_run(c);
    Found head = find(c, "합계"), widest = find(c, "116,250");
    Len middle_head = head.x + head.width / 2;
    Len middle = widest.x + widest.width / 2;
    assert_near(middle, middle_head, LEN_PT(3));
}

static void k104_remarks_take_a_quarter_at_most(void **state)
{
    PageCase *c = *state;
    static const char *const text[] = {
        "사업", "아주 길게 적은 비고는 표의 너비를 다 차지하려고 하지만 그렇게 "
                "두면 정작 "
                "중요한 내용이 좁아져서 읽기 어렵게 됩니다"};
    BlockColumn columns[] = {column(c, "내용", CELL_LEFT),
                             column(c, "비고", CELL_LEFT)};
    add_table(c, columns, (Cells){text, 1, 2});
    case_run(c);
    Len measure = c->theme.width - c->theme.inner - c->theme.outer;
    Len edge = c->theme.width - c->theme.outer;
    assert_true(edge - find(c, "아주").x <= measure / 4);
}

static void add_long_table(PageCase *c, unsigned n, BlockColumn columns[2])
{
    const char **text = ARENA_ARRAY(c->arena, const char *, 2 * n);
    for (unsigned i = 0; i < n; i++) {
        text[2 * i] = arena_printf(c->arena, "행%03u", i + 1);
        text[2 * i + 1] = "내용";
    }
    columns[0] = column(c, "번호", CELL_CENTRE);
    columns[1] = column(c, "주요성과", CELL_LEFT);
    add_table(c, columns, (Cells){text, n, 2})->unit = STR("건");
}

static void k98_head_repeats_as_artifact(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[2];
    add_long_table(c, 60, columns);
    case_run(c);
    assert_true(c->npages >= 2);
    assert_int_equal(find_count(c, "번호"), c->npages);
    assert_int_equal(find(c, "번호").tag->role, ROLE_HEADER_CELL);
    Found again = find_nth(c, "번호", 1);
    assert_int_equal(again.page, 1);
    assert_null(again.tag);
    assert_int_equal(again.artifact, ARTIFACT_REPEAT);
    /* K-93: seen on every page, once in the tags. */
    assert_int_equal(find_count(c, "(단위: 건)"), c->npages);
    assert_null(find_nth(c, "(단위: 건)", 1).tag);
    assert_int_equal(find_count(c, "다음 쪽에 이어짐"), c->npages - 1);
}

static void k98_no_row_crosses_a_page(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[2];
    add_long_table(c, 60, columns);
    case_run(c);
    Len bottom = c->theme.top + c->theme.depth;
    for (uint32_t i = 0; i < c->npages; i++)
        assert_true(find_last(c, i).y <= bottom);
    /* Two rows at least on the last page. */
    assert_int_equal(find(c, "행059").page, find(c, "행060").page);
}

static void k166_table_tags(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    add_budget(c, columns);
    case_run(c);
    const Tag *head = find(c, "합계").tag;
    assert_int_equal(head->role, ROLE_HEADER_CELL);
    assert_int_equal(head->extra->scope, SCOPE_COLUMN);
    const Tag *row = find(c, "시").tag;
    assert_int_equal(row->role, ROLE_HEADER_CELL);
    assert_int_equal(row->extra->scope, SCOPE_ROW);
    assert_int_equal(find(c, "529").tag->role, ROLE_CELL);
    const Tag *table = row->parent->parent->parent;
    assert_int_equal(table->role, ROLE_TABLE);
    assert_int_equal(table->kids->tag->role, ROLE_CAPTION); /* first */
    for (const TagKid *k = row->parent->parent->kids; k; k = k->next) {
        unsigned cells = 0;
        for (const TagKid *cell = k->tag->kids; cell; cell = cell->next)
            cells++;
        assert_int_equal(cells, 4);
    }
}

static void k107_bold_figures_take_the_plain_cells(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    BlockTable *t = add_budget(c, columns);
    (void)t;
    case_run(c);
    /* The last bold digit is wider than its cell and stands in its middle:
     * half of what it is too wide goes over each edge. */
    Found bold = find(c, "116,250"), plain = find(c, "74,733");
    assert_near(right(bold), right(plain), LEN_PT(0.25));
    TextStyle style = {.size = LEN_PT(12), .glyph_width = 1000};
    style.tabular = true;
    assert_true(fonts_find_role(c->fonts, c->theme.styles[STYLE_TABLE].font,
                                &style.role));
    Len cells = text_width(c->text, STR("116,250"), &style, POS_NONE, c->diags);
    assert_near(bold.width, cells, LEN_PT(0.7)); /* else 2.5 pt more */
}

static void k113_padded_days_align(void **state)
{
    PageCase *c = *state;
    static const char *const text[] = {"1.\u20076.", "1.18.", "12.\u20077."};
    BlockColumn columns[] = {column(c, "일자", CELL_CENTRE)};
    columns[0].date_padded = true;
    add_table(c, columns, (Cells){text, 3, 1});
    case_run(c);
    /* The months stand in one place although a day has one digit. */
    assert_near(find(c, "1.").x, find(c, "1.18.").x, LEN_PT(0.05));
    assert_near(right(find(c, "6.")), right(find(c, "1.18.")), LEN_PT(0.05));
    assert_near(right(find(c, "7.")), right(find(c, "1.18.")), LEN_PT(0.05));
}

static void note_stays_with_the_table(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[4];
    add_items(c, 24);
    add_budget(c, columns);
    add(c, BLOCK_NOTE, "반올림");
    case_run(c);
    assert_int_equal(find(c, "반올림").page, find(c, "529").page);
}

static void empty_table_is_a_head(void **state)
{
    PageCase *c = *state;
    BlockColumn columns[] = {column(c, "내용", CELL_LEFT)};
    add_table(c, columns, (Cells){NULL, 0, 1});
    case_run(c);
    assert_true(c->ok);
    assert_int_equal(find_count(c, "내용"), 1);
}

static void giant_row_breaks_between_lines(void **state)
{
    PageCase *c = *state;
    const char *text[] = {"짧음", lines_of(c, "줄", 60)};
    BlockColumn columns[] = {column(c, "가", CELL_LEFT),
                             column(c, "나", CELL_LEFT)};
    add_table(c, columns, (Cells){text, 1, 2});
    case_run(c);
    assert_true(c->ok);
    assert_int_equal(find(c, "줄").page, 0);
    assert_int_equal(find(c, "줄 줄60").page, 1);
}

static unsigned contents_on(const Tag *tag, uint32_t page)
{
    unsigned n = 0;
    for (const TagKid *k = tag->kids; k; k = k->next)
        n += k->kind == KID_CONTENT && k->content.page == page;
    return n;
}

/* Cut by a page end, a row is drawn cell by cell on each page. */
static void k167_cells_of_a_cut_row_read_one_by_one(void **state)
{
    PageCase *c = *state;
    const char *text[] = {lines_of(c, "왼", 60), lines_of(c, "오른", 60)};
    BlockColumn columns[] = {column(c, "가", CELL_LEFT),
                             column(c, "나", CELL_LEFT)};
    add_table(c, columns, (Cells){text, 1, 2});
    case_run(c);
    for (int i = 0; i < 2; i++) {
        const Tag *cell = find(c, i ? "오른" : "왼").tag;
        assert_int_equal(contents_on(cell, 0), 1);
        assert_int_equal(contents_on(cell, 1), 1);
    }
}

static Len run_size(const PageCase *c, const char *text)
{
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        if (op->kind == OP_RUN &&
            str_eq_c(dlrun_text(&op->run, c->arena), text))
            return op->run.size;
    return 0;
}

static void k105_figures_of_a_column_shrink_alike(void **state)
{
    PageCase *c = *state;
    const char *text[20];
    BlockColumn columns[10];
    for (int i = 0; i < 10; i++) {
        text[i] = "1,234,56";
        text[10 + i] = "529";
        columns[i] = column(c, "열", CELL_DECIMAL);
    }
    add_table(c, columns, (Cells){text, 2, 10});
    case_run(c);
    assert_true(c->ok);
    assert_true(run_size(c, "1,234,56") < LEN_PT(12));
    assert_true(run_size(c, "1,234,56") >= LEN_PT(10));
    assert_int_equal(run_size(c, "529"), run_size(c, "1,234,56"));
    assert_near(right(find(c, "529")), right(find(c, "1,234,56")),
                LEN_PT(0.05));
}

static void long_cells_wrap_at_their_size(void **state)
{
    PageCase *c = *state;
    static const char LONG_CELL[] =
        "여객시설 준공과 동시에 임시터미널 폐쇄하고 남은 땅은 시민에게 "
        "돌려주는 "
        "공원으로 가꾸어 이듬해 봄까지 모두 마치는 것을 목표로 추진";
    const char *text[] = {LONG_CELL, LONG_CELL};
    BlockColumn columns[] = {column(c, "가", CELL_LEFT),
                             column(c, "나", CELL_LEFT)};
    add_table(c, columns, (Cells){text, 1, 2});
    case_run(c);
    Found f = find(c, "여객시설");
    assert_true(f.any);
    for (const DlOp *op = c->pages[0]->ops; op; op = op->next)
        if (op->kind == OP_RUN && op->run.x == f.x)
            assert_int_equal(op->run.size, LEN_PT(12));
}

static void cell_wider_than_its_column_is_reported(void **state)
{
    PageCase *c = *state;
    const char *text[12];
    BlockColumn columns[12];
    for (int i = 0; i < 12; i++) {
        text[i] = "123,456,789,012,345";
        columns[i] = column(c, "열", CELL_DECIMAL);
    }
    add_table(c, columns, (Cells){text, 1, 12});
    case_run(c);
    assert_false(c->ok);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_OVERFLOW);

    assert_int_equal(diags_pos(c->diags, 0).line, 1);
}

static void crowd_of_columns_is_reported_not_crashed(void **state)
{
    PageCase *c = *state;
    enum { COLUMNS = 300 };
    const char *text[COLUMNS];
    BlockColumn columns[COLUMNS];
    for (int i = 0; i < COLUMNS; i++) {
        text[i] = i % 2 ? "1,234" : "낱말";
        columns[i] = column(c, "열", i % 2 ? CELL_DECIMAL : CELL_LEFT);
    }
    add_table(c, columns, (Cells){text, 1, COLUMNS});
    case_run(c);
    assert_false(c->ok);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_OVERFLOW);
}

static void head_higher_than_a_page_ends(void **state)
{
    PageCase *c = *state;
    const char *text[] = {"가", "나", "다", "라"};
    BlockColumn columns[] = {column(c, lines_of(c, "머리", 80), CELL_LEFT)};
    add_table(c, columns, (Cells){text, 4, 1});
    case_run(c);
    assert_false(c->ok);
    assert_int_equal(diags_code(c->diags, 0), DIAG_PAGE_TALL);
}

int main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, case_setup, case_teardown)
    const struct CMUnitTest tests[] = {
        T(k93_unit_line_ends_with_the_table),
        T(k96_figures_align_by_place),
        T(k96_point_aligns_whatever_follows),
        T(k97_block_is_centred_under_the_head),
        T(k98_head_repeats_as_artifact),
        T(k98_no_row_crosses_a_page),
        T(k104_remarks_take_a_quarter_at_most),
        T(k166_table_tags),
        T(k107_bold_figures_take_the_plain_cells),
        T(k113_padded_days_align),
        T(note_stays_with_the_table),
        T(empty_table_is_a_head),
        T(giant_row_breaks_between_lines),
        T(k167_cells_of_a_cut_row_read_one_by_one),
        T(k105_figures_of_a_column_shrink_alike),
        T(long_cells_wrap_at_their_size),
        T(cell_wider_than_its_column_is_reported),
        T(crowd_of_columns_is_reported_not_crashed),
        T(head_higher_than_a_page_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
