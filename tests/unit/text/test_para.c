/* Paragraphs to lines: breaking, choosing, aligning. */
#include "text/stretch.h"
#include "text_case.h"

/* A measure that holds n full syllables of the serif face. */
static Len syllables(Case *c, int n)
{
    return width_of(c, "가") * n;
}

static char *set_lines(Case *c, const char *text, BreakMode mode, Len measure)
{
    ParaSpec spec = {.mode = mode, .measure = measure};
    return lines_of(c, set_para(c, text, spec));
}

/* K-19: what may not begin a line takes one syllable along, no more. */
static void test_k17_k19_never_first(void **state)
{
    static const char *const marks[] = {")", "]", "}", "〉", "》", "」", "』",
        "】", "’", "”", ",", ".", "!", "?", ";", ":", "、", "。", "·", "‧",
        "…", "‥", "~", "-", "–", "—", "/", "%", "‰", "℃", "°", "㎡", "㎢",
        "㎥", "㎞", "㎝", "㎜", "㎏", "〃", "々"};
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        char *text = arena_printf(c->arena, "가나다라마%s", marks[i]);
        char *expected = arena_printf(c->arena, "가나다라/마%s", marks[i]);
        assert_string_equal(
            set_lines(c, text, BREAK_SYLLABLE, syllables(c, 5)), expected);
    }
}

static void test_k18_never_last(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "가나다라(마바)", BREAK_SYLLABLE,
                            syllables(c, 5)), "가나다라/(마바)");
}

static void test_k16_tiers(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "구(강남·강서·종로)가", BREAK_WORD,
                            LEN_PT(90)), "구(강남·/강서·종로)가");
    char *forty = arena_strndup(c->arena, "", 0);
    for (int i = 0; i < 20; i++)
        forty = arena_printf(c->arena, "%s가나", forty);
    const Para *p = set_para(c, forty, (ParaSpec) {.measure = LEN_PT(300)});
    assert_int_equal(p->nlines, 2);
    assert_true(p->lines[0].emergency);
    assert_false(p->overflow);
}

/* Only the part that is too wide is cut at a lower tier. */
static void test_k16_each_part_has_its_tier(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c,
        "행정·자치·초광역협력지방정부연합규약제정추진위원회·문화·관광",
        BREAK_WORD, LEN_MM(60)),
        "행정·자치·/초광역협력지방정부연/합규약제정추진위원회·/문화·관광");
    c->style.size = LEN_PT(14);
    assert_string_equal(set_lines(c,
        "www.daejeon.go.kr/boardNormalViewLongLongLongName.do?boardId=1#a",
        BREAK_WORD, LEN_MM(60)),
        "www.daejeon.go.kr//boardNormalViewLong/LongLongName.do?/boardId=1#a");
}

/* A cut leaves no syllable alone if it can help it. */
static void test_k16_no_syllable_is_left_alone(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "② 결혼중개업자는 이용자나", BREAK_WORD,
                            width_of(c, "② 결혼중개업자")),
        "② 결혼중개업/자는 이용자나");
    assert_string_equal(set_lines(c, "가나다라마바사아자", BREAK_WORD,
                            syllables(c, 8)), "가나다라마바사/아자");
}

/* K-23: an ending stays with the Latin word, the bracket or the quote before
 * it, at the worst with its first syllable alone; else the letters part. */
static void test_k23_even_in_need(void **state)
{
    Case *c = *state;
    c->style.size = LEN_PT(10);
    assert_string_equal(set_lines(c, "LibreOffice에서는 해당", BREAK_WORD,
                            LEN_MM(24)), "LibreOffice에/서는 해당");
    assert_string_equal(set_lines(c, "LibreOffice에서는 해당", BREAK_WORD,
                            LEN_MM(20)), "LibreOff/ice에서는 /해당");
    assert_string_equal(set_lines(c, "재단(Foundation)입니다.", BREAK_WORD,
                            LEN_MM(27)), "재단/(Foundation)입/니다.");
    assert_string_equal(set_lines(c, "값은 ‘$sm_path’에서 읽음", BREAK_WORD,
                            LEN_MM(16)), "값은 /‘$sm_/path’에서 /읽음");
}

/* K-17, K-18 inside an address; what is drawn with signs. */
static void test_k31_edges_of_an_address(void **state)
{
    Case *c = *state;
    char *rule = arena_printf(c->arena, "%060d", 0);
    assert_string_equal(set_lines(c, "file:///cdrom/./preseed#section",
        BREAK_WORD, width_of(c, "file:///cdrom/.")),
        "file:////cdrom/.//preseed/#section");
    for (char *p = rule; *p; p++)
        *p = '-';
    ParaSpec spec = {.measure = LEN_MM(60)};
    assert_false(set_para(c, rule, spec)->overflow);
    assert_false(set_para(c, "①②⑥⑦⑨⑩⑪⑫⑬⑭①②⑥⑦⑨⑩⑪⑫⑬⑭", spec)->overflow);
}

static void test_k16_numbers_are_never_cut(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "1,234,567,890", (ParaSpec) {.measure = LEN_PT(40)});
    assert_int_equal(p->nlines, 1);
    assert_true(p->overflow);
}

static void test_k26_brackets_go_down_whole(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "대전광역시(가나·다라)", BREAK_WORD,
                            syllables(c, 9)), "대전광역시/(가나·다라)");
}

static void test_k25_no_hyphen(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "컨트롤타워", BREAK_WORD,
                            syllables(c, 3)), "컨트롤/타워");
}

static void test_k24_markers_hold(void **state)
{
    Case *c = *state;
    char *lines = set_lines(c, "① 핵심사업", BREAK_WORD, LEN_PT(15));
    assert_true(g_str_has_prefix(lines, "① 핵/"));
}

/* Among as many lines those an editor would choose: no letter alone at the
 * edge of a bracket (K-26), no 그 or 약 last, no 수 first. */
static void test_k26_k27_taste(void **state)
{
    static const struct { const char *first, *text, *lines; } rows[] = {
        {"재정규모 확대 편성 (시", "재정규모 확대 편성 (시 삼조 구 사조)",
            "재정규모 확대 편성 /(시 삼조 구 사조)"},
        {"재정규모 확대 편성 ‘시", "재정규모 확대 편성 ‘시 삼조 구 사조’",
            "재정규모 확대 편성 /‘시 삼조 구 사조’"},
        {"위원회를 구성하여 다음 각", "위원회를 구성하여 다음 각 호의 업무를 처리",
            "위원회를 구성하여 다음 /각 호의 업무를 처리"},
        {"시민이 모두 참여하게 될", "시민이 모두 참여하게 될 수 있도록 지원한다",
            "시민이 모두 참여하게 /될 수 있도록 지원한다"},
        /* not at the price of a line */
        {"재정규모 확대 편성 (시", "재정규모 확대 편성 (시 삼조 사천억)을 보고",
            "재정규모 확대 편성 (시 /삼조 사천억)을 보고"},
    };
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        assert_string_equal(set_lines(c, rows[i].text, BREAK_WORD,
                                width_of(c, rows[i].first)), rows[i].lines);
    assert_string_equal(set_lines(c, "재정규모의 확대편성안(시삼조구사조)",
                            BREAK_SYLLABLE,
                            width_of(c, "재정규모의 확대편성안(시")),
        "재정규모의 확대편성안/(시삼조구사조)");
}

static void test_k27_optimum(void **state)
{
    Case *c = *state;
    /* Greedily the last line is one short word; moving a word down costs
     * little. */
    const char *text = "가나다라 마바사아 자차카타 파하거너 더러머버 서어저고 처";
    Len measure = width_of(c, "가나다라 마바사아 자차카타");
    assert_string_equal(set_lines(c, text, BREAK_WORD, measure),
        "가나다라 마바사아 자차카타 /파하거너 더러머버 /서어저고 처");
}

static void test_k28_etc_is_not_alone(void **state)
{
    Case *c = *state;
    Len measure = width_of(c, "디지털 전자계약 추진");
    assert_string_equal(set_lines(c, "디지털 전자계약 추진 등", BREAK_WORD,
                            measure), "디지털 전자계약 /추진 등");
}

static void test_k29_balance(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(300), .balance = true};
    const Para *p = set_para(c,
        "과학기술혁신도시로 미래산업선도도시로 일류경제도시대전 만들기추진", spec);
    assert_int_equal(p->nlines, 2);
    Len difference = p->lines[0].width - p->lines[1].width;
    assert_true(ABS(difference) <= width_of(c, "과학기술혁신도시로"));
}

static void test_k30_author_controls(void **state)
{
    Case *c = *state;
    const char *text = "하나\n둘\xC2\xA0셋 넷\xE2\x80\x8B다섯 여\xE2\x81\xA0섯";
    const Para *p = set_para(c, text, (ParaSpec) {.measure = LEN_PT(1000)});
    assert_string_equal(lines_of(c, p), "하나/둘 셋 넷다섯 여섯");
    assert_true(p->lines[0].forced);
    p = set_para(c, text, (ParaSpec) {.measure = LEN_PT(40)});
    assert_string_equal(lines_of(c, p), "하나/둘 셋 /넷/다섯 /여섯");
}

/* A word joiner holds where syllables would part; a stray soft hyphen is as
 * good as not there. */
/* Only the last piece of a word has the break that the author put behind it. */
static void test_k30_break_behind_a_cut_word(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = syllables(c, 7), .mode = BREAK_SYLLABLE};
    const Para *p = set_para(c, "가나다\n라마바", spec);
    assert_string_equal(lines_of(c, p), "가나다/라마바");
    spec.mode = BREAK_WORD;
    spec.measure = syllables(c, 5);
    p = set_para(c, "경제협력개발기구및산하\n기관", spec);
    assert_string_equal(lines_of(c, p), "경제협력개/발기구및/산하/기관");
}

static void test_k30_joiner_in_syllable_mode(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "가나다\xE2\x81\xA0라마", BREAK_SYLLABLE,
                            syllables(c, 3)), "가나/다라마");
    assert_string_equal(set_lines(c, "가나 \xE2\x81\xA0다라", BREAK_WORD,
                            syllables(c, 4)), "가나 다/라");
    assert_string_equal(set_lines(c, "가나 다\xC2\xAD라", BREAK_WORD,
                            syllables(c, 4)), "가나 /다라");
    assert_string_equal(set_lines(c, "가\n\xE2\x81\xA0나", BREAK_WORD,
                            syllables(c, 4)), "가/나");
}

static void test_k30_keep_together(void **state)
{
    Case *c = *state;
    const TextSpan spans[] = {
        {.text = STR("대전의 "), .style = &c->style},
        {.text = STR("대전 0시 축제"), .style = &c->style, .flags = SPAN_KEEP},
        {.text = STR(" 성공"), .style = &c->style},
    };
    ParaSpec spec = {.measure = width_of(c, "대전의 대전 0시")};
    const Para *p = text_para(c->text, spans, 3, &spec, c->arena, c->diags);
    assert_string_equal(line_of(c, p, 0), "대전의 ");
    assert_string_equal(line_of(c, p, 1), "대전 0시 축제 ");
}

static void test_k33_phrases_hold(void **state)
{
    Case *c = *state;
    const Str phrases[] = {STR("대전 0시 축제"), STR("홍길동 의원")};
    const char *text = "올해의 ‘대전 0시 축제’는 홍길동 의원이 제안";
    Len measure = width_of(c, "올해의 ‘대전 0시 축제’는 홍길동");
    assert_string_equal(set_lines(c, text, BREAK_WORD, measure),
        "올해의 ‘대전 0시 축제’는 홍길동 /의원이 제안");
    text_set_phrases(c->text, phrases, 2);
    assert_string_equal(set_lines(c, text, BREAK_WORD, measure),
        "올해의 ‘대전 0시 축제’는 /홍길동 의원이 제안");
    measure = width_of(c, "‘대전 0시 축제’는");
    assert_string_equal(set_lines(c, text, BREAK_WORD, measure),
        "올해의 /‘대전 0시 축제’는 /홍길동 의원이 /제안");
}

/* ---- the signs of the house (K-04, K-05, K-124) ---- */

static char *set_in_house(Case *c, House house, const char *text, Len measure)
{
    text_set_house(c->text, &house);
    return set_lines(c, text, BREAK_WORD, measure);
}

static void test_k04_house_dot(void **state)
{
    Case *c = *state;
    House house = {.middot = 0x318D};
    assert_string_equal(set_in_house(c, house, "시·도 시 · 도", LEN_MM(100)),
        "시ㆍ도 시 ㆍ 도");
    assert_int_equal(diags_count(c->diags, LEVEL_NOTE), 0);
}

static void test_k05_house_range(void **state)
{
    Case *c = *state;
    House house = {.range = 0x301C};
    assert_string_equal(set_in_house(c, house, "1. 5.~17.", LEN_MM(100)),
        "1. 5.〜17.");
    assert_int_equal(diags_count(c->diags, LEVEL_NOTE), 0);
}

static void test_k124_house_units(void **state)
{
    Case *c = *state;
    House house = {.square = UNIT_LETTERS, .metric = UNIT_LETTERS};
    assert_string_equal(set_in_house(c, house, "85㎡, 3 ㎞", LEN_MM(100)),
        "85m², 3 km");
}

/* Whichever sign is printed, lines end at the same places. */
static void test_house_signs_break_alike(void **state)
{
    Case *c = *state;
    static const char *const pairs[][2] = {
        {"구(강남·강서·종로)가", "구(강남ㆍ강서ㆍ종로)가"},
        {"행정·자치·초광역협력지방정부연합규약제정추진위원회·문화",
            "행정ㆍ자치ㆍ초광역협력지방정부연합규약제정추진위원회ㆍ문화"},
        {"·(주)가나다", "ㆍ(주)가나다"}, {"· 가나다", "ㆍ 가나다"},
        {"2024. 1. 5.~1. 17. 개최", "2024. 1. 5.〜1. 17. 개최"},
        {"1~3월 1∼3월", "1〜3월 1～3월"}, {"~/.ssh 2024~", "~/.ssh 2024～"}};
    for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++)
        for (int mode = 0; mode < 2; mode++) {
            Str a = text_breaks(str_of(pairs[i][0]), (BreakMode)mode, c->arena);
            Str b = text_breaks(str_of(pairs[i][1]), (BreakMode)mode, c->arena);
            assert_string_equal(str_c(house_fold(a, c->arena), c->arena),
                str_c(house_fold(b, c->arena), c->arena));
        }
}

static void test_house_units_hold_their_number(void **state)
{
    Case *c = *state;
    static const char *const texts[] = {"부지 1,000 ㎡를", "부지 1,000 m²를",
        "부지 3만 ㎢에", "부지 3만 km²에", "밭 5 ㏊의", "밭 5 ha의"};
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        Str breaks = text_breaks(str_of(texts[i]), BREAK_SYLLABLE, c->arena);
        size_t bars = 0;
        for (size_t k = 0; k < breaks.n; k++)
            bars += breaks.p[k] == '|';
        assert_int_equal(bars, i < 4 ? 2 : 1);
    }
}

static void test_k33_phrases_of_the_house(void **state)
{
    Case *c = *state;
    const Str phrases[] = {STR("한ㆍ일 회담")};
    const char *text = "올해의 한·일 회담";
    House house = {.middot = 0x318D};
    Len measure = width_of(c, "올해의 한ㆍ일 회");
    text_set_house(c->text, &house);
    text_set_phrases(c->text, phrases, 1);
    assert_string_equal(set_lines(c, text, BREAK_WORD, measure),
        "올해의 /한ㆍ일 회담");
    text_set_house(c->text, &(House){.keeps_middot = true});
    text_set_phrases(c->text, phrases, 1);
    assert_string_equal(set_lines(c, "올해의 한・일 회담", BREAK_WORD, measure),
        "올해의 /한・일 회담");
}

static void test_k75_glued_lead_in(void **state)
{
    Case *c = *state;
    const TextSpan spans[] = {
        {.text = STR("시의 "), .style = &c->style},
        {.text = STR("복지정책"), .style = &c->style,
            .flags = SPAN_GLUE | SPAN_STRONG},
        {.text = STR(" 복지수요에 부응"), .style = &c->style},
    };
    ParaSpec spec = {.measure = width_of(c, "시의 복지정책 복지수요")};
    const Para *p = text_para(c->text, spans, 3, &spec, c->arena, c->diags);
    assert_string_equal(lines_of(c, p), "시의 /복지정책 복지수요에 /부응");
    assert_int_equal(p->lines[1].flags[0], SPAN_GLUE | SPAN_STRONG);
    /* Rather than cut a word (K-14) the glue gives way. */
    spec.measure = width_of(c, "복지정책 복지");
    p = text_para(c->text, spans, 3, &spec, c->arena, c->diags);
    assert_string_equal(lines_of(c, p), "시의 복지정책 /복지수요에 /부응");
}

/* A sign that may not begin a line still does, before a word is cut for it
 * (K-14), and before a line is too long. */
static void test_k17_glue_gives_way(void **state)
{
    Case *c = *state;
    assert_string_equal(set_lines(c, "가나다 라마바사아자 — 차카",
                            BREAK_WORD, syllables(c, 6)),
        "가나다 /라마바사아자 /— 차카");
    assert_string_equal(set_lines(c, "가나다 라마바사아 — 차카",
                            BREAK_WORD, width_of(c, "라마바사아 —")),
        "가나다 /라마바사아 — /차카");
    assert_string_equal(set_lines(c, "가나다라 [ 마바사아자차 ]는",
                            BREAK_WORD, syllables(c, 6)),
        "가나다라 [ /마바사아자차 /]는");
    assert_string_equal(set_lines(c, "7. 6. 대전사회적경제혁신타운 착공",
                            BREAK_WORD, syllables(c, 11)),
        "7. 6. /대전사회적경제혁신타운 /착공");
}

/* Quotes pair over the paragraph, wherever its spans begin. */
static void test_k12_k56_quotes_pair_over_spans(void **state)
{
    Case *c = *state;
    const TextSpan spans[] = {
        {.text = STR("없는\"휴면"), .style = &c->style},
        {.text = STR("법인\"으로 \"=\""), .style = &c->style},
        {.text = STR(" '24년 \"-\"를"), .style = &c->style},
    };
    ParaSpec spec = {.measure = LEN_PT(1000)};
    const Para *p = text_para(c->text, spans, 3, &spec, c->arena, c->diags);
    assert_string_equal(lines_of(c, p), "없는“휴면법인”으로 “=” ’24년 “-”를");
}

static void test_k12_runs_do_not_matter(void **state)
{
    Case *c = *state;
    TextStyle bold = c->style;
    bold.colour = (Colour) {1, 2, 3};
    const TextSpan spans[] = {
        {.text = STR("대전 국가"), .style = &bold},
        {.text = STR("산업단지 11"), .style = &c->style},
        {.text = STR("조"), .style = &bold},
        {.text = STR(" 6,250억"), .style = &c->style},
    };
    const char *plain = "대전 국가산업단지 11조 6,250억";
    for (int n = 3; n < 20; n++) {
        ParaSpec spec = {.measure = syllables(c, n)};
        const Para *p = text_para(c->text, spans, 4, &spec, c->arena, c->diags);
        assert_string_equal(lines_of(c, p),
            lines_of(c, set_para(c, plain, spec)));
    }
}

/* '+' where justification may open a word. */
static char *opened(Case *c, const char *word)
{
    Stretch justified = {.letters = 1};
    Str text = str_of(word);
    char *all = arena_printf(c->arena, "%s", "");
    for (uint32_t at = 0, end; at < text.n; at = end) {
        end = stretch_end(&justified, text, at, (uint32_t)text.n);
        all = arena_printf(c->arena, "%s%s" STR_FMT, all, at ? "+" : "",
            STR_ARG(str_sub(text, at, end - at)));
    }
    return all;
}

static void test_k39_only_hangul_and_hanja_open(void **state)
{
    Case *c = *state;
    assert_string_equal(opened(c, "시민의(市民)"), "시+민+의(市+民)");
    assert_string_equal(opened(c, "‘가나’·다라,"), "‘가+나’·다+라,");
    assert_string_equal(opened(c, "6,250억원"), "6,250억+원");
    assert_string_equal(opened(c, "2024.1.18."), "2024.1.18.");
    assert_string_equal(opened(c, "AI센터"), "AI센+터");
    assert_string_equal(opened(c, "www.seoul.go.kr"), "www.seoul.go.kr");
    assert_string_equal(opened(c, "ᄒᆞᆫ글"), "ᄒᆞᆫ+글");
}

static void test_k40_justification_limits(void **state)
{
    Case *c = *state;
    const char *text = "시민의 삶을 바꾸는 일류 도시 대전을 위하여 온 힘을 다해 "
        "일하고 모두가 함께 누리는 행복한 도시를 만들어 나가겠습니다 그리고 또";
    for (int n = 8; n < 24; n++) {
        ParaSpec spec = {.measure = syllables(c, n), .align = ALIGN_JUSTIFY};
        const Para *p = set_para(c, text, spec);
        for (uint32_t i = 0; i < p->nlines; i++) {
            assert_in_range(p->lines[i].word_space, 700, 2000);
            assert_true(p->lines[i].width <= spec.measure);
        }
        assert_int_equal(p->lines[p->nlines - 1].word_space, 1000); /* K-41 */
    }
}

/* 강제 정렬: the last line reaches the measure, too; the other lines stay as
 * they are. */
static void test_k41_forced_last_line(void **state)
{
    Case *c = *state;
    const char *text = "시민의 삶을 바꾸는 일류 도시 대전을 위하여 온 힘을 다해 "
        "일하고 모두가 함께 누리는 행복한 도시를 만들어 나가겠습니다 그리고 또한";
    for (int n = 8; n < 24; n++) {
        ParaSpec spec = {.measure = syllables(c, n), .align = ALIGN_JUSTIFY};
        const Para *natural = set_para(c, text, spec);
        spec.align = ALIGN_FORCE;
        const Para *p = set_para(c, text, spec);
        assert_int_equal(p->nlines, natural->nlines);
        for (uint32_t i = 0; i + 1 < p->nlines; i++)
            assert_int_equal(p->lines[i].width, natural->lines[i].width);
        assert_int_equal(p->lines[p->nlines - 1].width, spec.measure);
        assert_string_equal(lines_of(c, p), lines_of(c, natural));
    }
}

/* The text of a line with `+` where letters part, `_` for a word space that
 * grew. If any did, they fill the measure. */
static char *gaps_of(Case *c, const Para *p, Len measure)
{
    const TextLine *l = &p->lines[0];
    GString *all = g_string_new(NULL);
    Len width = 0;
    for (uint32_t r = 0; r < l->nruns; r++) {
        const DlRun *run = &l->runs[r];
        width += run->width;
        for (uint32_t i = 0; i < run->npieces; i++) {
            Str text = run->pieces[i].shaped->text;
            g_string_append_len(all, text.p, (gssize)text.n);
            if (run->pieces[i].gap > 0 && text.p[text.n - 1] == ' ')
                all->str[all->len - 1] = '_';
            else if (run->pieces[i].gap > 0)
                g_string_append_c(all, '+');
        }
    }
    assert_pt(l->width, len_pt(width), 0.01);
    if (strpbrk(all->str, "+_"))
        assert_int_equal(l->width, measure);
    char *copy = arena_strndup(c->arena, all->str, all->len);
    g_string_free(all, TRUE);
    return copy;
}

static char *forced_gaps(Case *c, const char *text)
{
    ParaSpec spec = {.measure = LEN_PT(400), .align = ALIGN_FORCE};
    return gaps_of(c, set_para(c, text, spec), spec.measure);
}

/* On a forced line, too, only words and Hangul open. */
static void test_k39_forced_last_line(void **state)
{
    Case *c = *state;
    assert_string_equal(forced_gaps(c, "인구"), "인+구");
    assert_string_equal(forced_gaps(c, "두 낱말"), "두_낱+말");
    assert_string_equal(forced_gaps(c, "끝"), "끝");
    assert_string_equal(forced_gaps(c, "1,234,567 원"), "1,234,567 원");
    assert_string_equal(forced_gaps(c, "2024. 1. 18."), "2024. 1. 18.");
    assert_string_equal(forced_gaps(c, "「법」, “가나”"), "「법」,_“가+나”");
    assert_string_equal(forced_gaps(c, "세종(대전)~충북 3.5%"),
        "세+종(대+전)~충+북_3.5%");
    assert_string_equal(forced_gaps(c, "AI센터 Daejeon Metro"),
        "AI센+터_Daejeon_Metro");
    assert_string_equal(forced_gaps(c, "ᄒᆞᆫ글"), "ᄒᆞᆫ+글");
}

static void test_k31_forced_last_line(void **state)
{
    Case *c = *state;
    assert_string_equal(forced_gaps(c, "www.daejeon.go.kr/a?b=c"),
        "www.daejeon.go.kr/a?b=c");
    assert_string_equal(forced_gaps(c, "누리집 www.daejeon.go.kr"),
        "누+리+집_www.daejeon.go.kr");
}

/* A word space is always told from a gap inside a word, one that may not open
 * as well. */
static void test_k41_words_stay_words(void **state)
{
    static const char *const texts[] = {"두 낱말", "시민이 안심하는 안전한 도시",
        "예산은 1,000 만원 규모로 집행", "가 나 다라마바사아자차카타파하"};
    Case *c = *state;
    for (size_t k = 0; k < G_N_ELEMENTS(texts); k++)
        for (Len measure = width_of(c, texts[k]); measure < LEN_PT(500);
             measure += LEN_PT(9)) {
            ParaSpec spec = {.measure = measure, .align = ALIGN_FORCE};
            const Para *p = set_para(c, texts[k], spec);
            const DlRun *run = &p->lines[0].runs[0];
            Len letter = 0, word = measure, space = width_of(c, "가 나")
                - width_of(c, "가나");
            for (uint32_t i = 0; i < run->npieces; i++) {
                const DlPiece *piece = &run->pieces[i];
                Str text = piece->shaped->text;
                if (text.p[text.n - 1] != ' ')
                    letter = piece->gap > letter ? piece->gap : letter;
                else if (piece->gap + space < word)
                    word = piece->gap + space;
            }
            assert_int_equal(p->lines[0].width, measure);
            assert_true(word * 2 >= letter * 5);
        }
}

/* Small text stays at its base; a word of several looks opens evenly. */
static void test_k50_forced_last_line(void **state)
{
    Case *c = *state;
    TextStyle bold = c->style;
    bold.colour = (Colour) {1, 2, 3};
    const TextSpan spans[] = {
        {.text = STR("계획"), .style = &c->style},
        {.text = STR("가나"), .style = &c->style, .flags = SPAN_SUPER},
        {.text = STR(" CO"), .style = &c->style},
        {.text = STR("2"), .style = &c->style, .flags = SPAN_SUB},
        {.text = STR(" 굵"), .style = &c->style},
        {.text = STR("은"), .style = &bold},
    };
    for (int distributed = 0; distributed < 2; distributed++) {
        ParaSpec spec = {.measure = LEN_PT(400),
            .align = distributed ? ALIGN_DISTRIBUTE : ALIGN_FORCE};
        const Para *p = text_para(c->text, spans, 6, &spec, c->arena, c->diags);
        assert_string_equal(gaps_of(c, p, spec.measure),
            distributed ? "계+획가나+_C+O2+_굵+은" : "계+획가나_CO2_굵+은");
    }
}

/* Paragraphs that are fitted and justified share their right edge. */
static void test_k47_fitted_lines_reach_the_edge(void **state)
{
    Case *c = *state;
    const char *text = "시민의 삶을 바꾸는 일류 도시 대전을 위하여 온 힘을 다해 "
        "일하고 모두가 함께 누리는 행복한 도시를 만들어 나가겠습니다 그리고 또";
    unsigned fitted = 0;
    for (int n = 12; n < 40; n++) {
        ParaSpec spec = {.measure = syllables(c, n), .fit = FIT_BODY,
            .mode = BREAK_SYLLABLE, .align = ALIGN_JUSTIFY};
        const Para *p = set_para(c, text, spec);
        fitted += p->lines_saved > 0;
        for (uint32_t i = 0; i + 1 < p->nlines; i++)
            assert_pt(p->lines[i].width, len_pt(spec.measure), 0.01);
    }
    assert_true(fitted > 0);
}

/* ---- K-32 ---- */

/* A line that justification left short of the measure. */
static bool is_ragged(const TextLine *l, Len measure)
{
    return !l->forced && l->x + l->width < measure;
}

static unsigned count_ragged(const Para *p, Len measure)
{
    unsigned n = 0;
    for (uint32_t i = 0; i < p->nlines; i++)
        n += is_ragged(&p->lines[i], measure);
    return n;
}

/* Without the marks of lines_of. */
static char *joined_lines(Case *c, const Para *p)
{
    GString *all = g_string_new(NULL);
    for (uint32_t i = 0; i < p->nlines; i++)
        g_string_append(all, line_of(c, p, i));
    char *copy = arena_strndup(c->arena, all->str, all->len);
    g_string_free(all, TRUE);
    return copy;
}

/* A cut line is filled within K-40; its word goes on without a space. */
static void check_cuts(const Para *p, Len measure)
{
    unsigned cuts = 0;
    for (uint32_t i = 0; i < p->nlines; i++) {
        const TextLine *l = &p->lines[i];
        assert_in_range(l->word_space, 700, 2000);
        if (!l->emergency)
            continue;
        cuts++;
        assert_int_equal(l->x + l->width, measure);
    }
    assert_int_equal(p->words_cut, cuts);
}

static void test_k32_words_fill_ragged_lines(void **state)
{
    static const char *const texts[] = {
        "(산단 재생) 대전산단 재생·대개조 추진, 청년친화형 산업단지전환사업으로 "
        "주거·문화가 어우러진 혁신공간조성",
        "사회적경제혁신타운 소셜벤처플랫폼과 지역공동체활성화지원센터 "
        "마을기업육성사업을 연계하여 사회적경제생태계를 조성하고 지역순환경제를 만들어감",
    };
    Case *c = *state;
    unsigned before = 0, after = 0, cut = 0;
    for (size_t k = 0; k < G_N_ELEMENTS(texts); k++)
        for (Len measure = LEN_PT(250); measure < LEN_PT(480);
             measure += LEN_PT(3)) {
            ParaSpec spec = {.measure = measure, .align = ALIGN_JUSTIFY};
            const Para *words = set_para(c, texts[k], spec);
            unsigned ragged = count_ragged(words, measure);
            assert_int_equal(words->words_cut, 0);
            spec.fill = true;
            const Para *p = set_para(c, texts[k], spec);
            check_cuts(p, measure);
            assert_string_equal(joined_lines(c, p), texts[k]);
            if (ragged == 0)
                assert_int_equal(p->words_cut, 0);
            before += ragged;
            after += count_ragged(p, measure);
            cut += p->words_cut;
        }
    assert_true(cut > 20);
    assert_true(after * 2 < before);
}

/* A forced last line does not change where the others are cut. */
static void test_k32_forced_paragraphs(void **state)
{
    Case *c = *state;
    const char *text = "(산단 재생) 대전산단 재생·대개조 추진, 청년친화형 "
        "산업단지전환사업으로 주거·문화가 어우러진 혁신공간조성";
    unsigned cut = 0;
    for (Len measure = LEN_PT(250); measure < LEN_PT(480);
         measure += LEN_PT(3)) {
        ParaSpec spec = {.measure = measure, .align = ALIGN_JUSTIFY,
            .fill = true};
        const Para *justified = set_para(c, text, spec);
        spec.align = ALIGN_FORCE;
        const Para *p = set_para(c, text, spec);
        assert_string_equal(lines_of(c, p), lines_of(c, justified));
        assert_int_equal(p->words_cut, justified->words_cut);
        cut += p->words_cut;
    }
    assert_true(cut > 0);
}

/* One syllable alone is not worth it; what must stay together is not cut. */
static void test_k32_what_is_not_cut(void **state)
{
    Case *c = *state;
    for (Len measure = LEN_PT(100); measure < LEN_PT(200);
         measure += LEN_PT(3)) {
        ParaSpec spec = {.measure = measure, .align = ALIGN_JUSTIFY,
            .fill = true};
        const Para *p =
            set_para(c, "가나다라 마바사아자차 123,456,789원 카타파 하", spec);
        char *lines = lines_of(c, p);
        assert_null(strstr(lines, "마/바"));
        assert_null(strstr(lines, "자/차"));
        assert_null(strstr(lines, "카/타"));
        assert_null(strstr(lines, "타/파"));
        assert_non_null(strstr(lines, "123,456,789"));
        check_cuts(p, measure);
    }
}

static void test_k53_distributed_labels(void **state)
{
    static const char *const labels[] = {"인구", "면적", "행정구역"};
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        ParaSpec spec = {.measure = LEN_PT(80), .align = ALIGN_DISTRIBUTE};
        const Para *p = set_para(c, labels[i], spec);
        assert_pt(p->lines[0].width, 80, 0.05);
        assert_pt(p->lines[0].runs[0].width, 80, 0.05);
        assert_string_equal(line_of(c, p, 0), labels[i]);
    }
}

static void test_k168_closing_spaces(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "하나 둘셋넷다섯", (ParaSpec) {.measure = syllables(c, 3)});
    assert_string_equal(lines_of(c, p), "하나 /둘셋넷/다섯");
    assert_true(p->lines[0].width <= syllables(c, 3));
    assert_false(p->lines[0].emergency);
    assert_true(p->lines[1].emergency);
}

static void test_alignment(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(100), .align = ALIGN_RIGHT};
    const Para *p = set_para(c, "가나", spec);
    assert_int_equal(p->lines[0].x + p->lines[0].width, spec.measure);
    spec.align = ALIGN_CENTRE;
    p = set_para(c, "가나", spec);
    assert_int_equal(p->lines[0].x, (spec.measure - p->width) / 2);
    spec.align = ALIGN_LEFT;
    spec.first_indent = LEN_PT(15);
    p = set_para(c, "가나다라마바 사아자차", spec);
    assert_int_equal(p->lines[0].x, LEN_PT(15));
    assert_int_equal(p->lines[1].x, 0);
}

static void test_empty_text_is_one_line(void **state)
{
    Case *c = *state;
    const Para *p = set_para(c, "", (ParaSpec) {.measure = LEN_PT(100)});
    assert_int_equal(p->nlines, 1);
    assert_int_equal(p->lines[0].nruns, 0);
    assert_int_equal(p->width, 0);
}

/* Text without a place to break, and a measure of nothing, do not hang. */
static void test_hostile_text(void **state)
{
    Case *c = *state;
    char *digits = arena_alloc(c->arena, 100001);
    memset(digits, '7', 100000);
    digits[100000] = 0;
    const Para *p = set_para(c, digits, (ParaSpec) {.measure = LEN_PT(100)});
    assert_true(p->overflow);
    memset(digits, '(', 100000);
    assert_true(set_para(c, digits, (ParaSpec) {.measure = LEN_PT(1)})->overflow);
    memset(digits, 'a', 100000);
    p = set_para(c, digits, (ParaSpec) {.measure = LEN_PT(100)});
    assert_true(p->nlines > 1000);
    p = set_para(c, "가 나 다", (ParaSpec) {.measure = 0});
    assert_int_equal(p->nlines, 3);
}

/* ---- K-50 ---- */

/* "가나" + a small text + what follows. */
static const Para *set_small(Case *c, const char *base, const char *small,
    unsigned flag, const char *after, ParaSpec spec)
{
    TextSpan *spans = ARENA_ARRAY(c->arena, TextSpan, 3);
    spans[0] = (TextSpan) {str_of(base), &c->style, POS_NONE, 0};
    spans[1] = (TextSpan) {str_of(small), &c->style, POS_NONE, flag};
    spans[2] = (TextSpan) {str_of(after), &c->style, POS_NONE, 0};
    return text_para(c->text, spans, 3, &spec, c->arena, c->diags);
}

static void test_k50_small_text(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(300)};
    const Para *p = set_small(c, "계획", "1", SPAN_SUPER, "은 끝", spec);
    assert_int_equal(p->nlines, 1);
    assert_int_equal(p->lines[0].nruns, 3);
    const DlRun *runs = p->lines[0].runs;
    assert_true(runs[1].size >= LEN_PT(9) && runs[1].size * 2 <= LEN_PT(21));
    assert_int_equal(runs[1].x, runs[0].x + runs[0].width); /* zero gap */
    assert_int_equal(runs[2].x, runs[1].x + runs[1].width);
    assert_int_equal(runs[1].y, -len_mul(LEN_PT(15), 350, 1000));
    assert_int_equal(runs[0].y, 0);
    assert_int_equal(runs[2].y, 0);
    p = set_small(c, "CO", "2", SPAN_SUB, " 감축", spec);
    assert_int_equal(p->lines[0].runs[1].y, len_mul(LEN_PT(15), 75, 1000));
    assert_string_equal(lines_of(c, p), "CO2 감축");
}

/* Neither before it nor inside, in either mode. */
static void test_k50_stays_with_its_word(void **state)
{
    Case *c = *state;
    for (BreakMode mode = BREAK_WORD; mode <= BREAK_SYLLABLE; mode++)
        for (int n = 2; n < 9; n++) {
            ParaSpec spec = {.mode = mode, .measure = syllables(c, n)};
            char *lines = lines_of(c, set_small(c, "가나다 라마바사아", "주석",
                                          SPAN_SUPER, "자차 카타", spec));
            assert_null(strstr(lines, "/주"));
            assert_null(strstr(lines, "주/석"));
        }
}

/* Fitting turns small text with its line. */
static void test_k50_is_fitted_with_its_line(void **state)
{
    Case *c = *state;
    const FitValues pin = {900, -20, 950};
    ParaSpec spec = {.measure = LEN_PT(300), .fit = FIT_PINNED, .values = &pin};
    const Para *p = set_small(c, "계획", "주1", SPAN_SUPER, "은 끝", spec);
    const DlRun *small = &p->lines[0].runs[1];
    assert_int_equal(small->letter_spacing, -20);
    assert_int_equal(small->glyph_width, 950);
    assert_int_equal(p->lines[0].runs[2].x, small->x + small->width);
}

/* ---- K-52 ---- */

static Len right_edge(const TextLine *l)
{
    return l->x + l->width;
}

/* Each mark at the end of a line that has room for half of it. */
static void test_k52_marks_hang(void **state)
{
    static const char *const marks[] = {",", ".", "’", "”", "」", "』"};
    Case *c = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        char *first = arena_printf(c->arena, "가나다라%s", marks[i]);
        char *text = arena_printf(c->arena, "%s 마바사아", first);
        Len mark = width_of(c, first) - width_of(c, "가나다라");
        ParaSpec spec = {.measure = width_of(c, first) - mark / 2};
        const Para *off = set_para(c, text, spec);
        spec.hang = 500;
        const Para *on = set_para(c, text, spec);
        assert_true(off->overflow || off->lines[0].emergency);
        assert_int_equal(on->nlines, 2);
        assert_false(on->overflow);
        assert_false(on->lines[0].emergency);
        assert_int_equal(on->lines[0].width, width_of(c, first));
        assert_true(right_edge(&on->lines[0]) - spec.measure <= mark / 2 + 1);
    }
}

/* Off: nothing beyond the measure. On: at most half of what may hang, and a
 * justified line's letters end at the edge. */
static void test_k52_justified(void **state)
{
    Case *c = *state;
    const char *text =
        "과학기술, 미래산업, 일류경제, 균형발전, 시민생활, 환경녹지, 교통건설, "
        "문화체육, 보건복지, 안전관리, 행정자치, 도시주택, 교육협력, 청년정책.";
    for (int hang = 0; hang <= 500; hang += 500)
        for (Len measure = LEN_PT(120); measure < LEN_PT(260);
             measure += LEN_PT(7)) {
            ParaSpec spec = {.measure = measure, .align = ALIGN_JUSTIFY,
                .hang = hang};
            const Para *p = set_para(c, text, spec);
            for (uint32_t i = 0; i < p->nlines; i++) {
                const TextLine *l = &p->lines[i];
                Len beyond = right_edge(l) - measure;
                assert_true(beyond <= l->hang);
                assert_true(hang ? l->hang > 0 : l->hang == 0);
                if (!l->forced && l->word_space != 1000)
                    assert_int_equal(beyond, l->hang);
            }
        }
}

/* Right-aligned text hangs, too; other signs and inner marks do not. */
static void test_k52_what_does_not_hang(void **state)
{
    Case *c = *state;
    ParaSpec spec = {.measure = LEN_PT(200), .align = ALIGN_RIGHT, .hang = 500};
    const Para *p = set_para(c, "가, 나다)", spec);
    assert_int_equal(right_edge(&p->lines[0]), spec.measure);
    p = set_para(c, "가나다.", spec);
    assert_int_equal(right_edge(&p->lines[0]) - spec.measure,
        p->lines[0].hang);
    assert_int_equal(p->lines[0].hang,
        (width_of(c, "가나다.") - width_of(c, "가나다")) / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(test_k17_k19_never_first),
        CASE_TEST(test_k18_never_last),
        CASE_TEST(test_k16_tiers),
        CASE_TEST(test_k16_each_part_has_its_tier),
        CASE_TEST(test_k16_no_syllable_is_left_alone),
        CASE_TEST(test_k23_even_in_need),
        CASE_TEST(test_k31_edges_of_an_address),
        CASE_TEST(test_k16_numbers_are_never_cut),
        CASE_TEST(test_k26_brackets_go_down_whole),
        CASE_TEST(test_k25_no_hyphen),
        CASE_TEST(test_k24_markers_hold),
        CASE_TEST(test_k26_k27_taste),
        CASE_TEST(test_k27_optimum),
        CASE_TEST(test_k28_etc_is_not_alone),
        CASE_TEST(test_k29_balance),
        CASE_TEST(test_k30_author_controls),
        CASE_TEST(test_k30_break_behind_a_cut_word),
        CASE_TEST(test_k30_joiner_in_syllable_mode),
        CASE_TEST(test_k30_keep_together),
        CASE_TEST(test_k33_phrases_hold),
        CASE_TEST(test_k04_house_dot),
        CASE_TEST(test_k05_house_range),
        CASE_TEST(test_k124_house_units),
        CASE_TEST(test_house_signs_break_alike),
        CASE_TEST(test_house_units_hold_their_number),
        CASE_TEST(test_k33_phrases_of_the_house),
        CASE_TEST(test_k75_glued_lead_in),
        CASE_TEST(test_k17_glue_gives_way),
        CASE_TEST(test_k12_k56_quotes_pair_over_spans),
        CASE_TEST(test_k12_runs_do_not_matter),
        CASE_TEST(test_k39_only_hangul_and_hanja_open),
        CASE_TEST(test_k40_justification_limits),
        CASE_TEST(test_k41_forced_last_line),
        CASE_TEST(test_k50_forced_last_line),
        CASE_TEST(test_k41_words_stay_words),
        CASE_TEST(test_k31_forced_last_line),
        CASE_TEST(test_k39_forced_last_line),
        CASE_TEST(test_k47_fitted_lines_reach_the_edge),
        CASE_TEST(test_k32_words_fill_ragged_lines),
        CASE_TEST(test_k32_forced_paragraphs),
        CASE_TEST(test_k32_what_is_not_cut),
        CASE_TEST(test_k50_small_text),
        CASE_TEST(test_k50_stays_with_its_word),
        CASE_TEST(test_k50_is_fitted_with_its_line),
        CASE_TEST(test_k52_marks_hang),
        CASE_TEST(test_k52_justified),
        CASE_TEST(test_k52_what_does_not_hang),
        CASE_TEST(test_k53_distributed_labels),
        CASE_TEST(test_k168_closing_spaces),
        CASE_TEST(test_alignment),
        CASE_TEST(test_empty_text_is_one_line),
        CASE_TEST(test_hostile_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
