/* K-56: straight quotes to curly ones. */
#include "base/quotes.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
// cmocka.h needs the headers above.
#include <cmocka.h>

static void assert_curled(const char *typed, const char *expected)
{
    Quotes q = {0};
    Str text = str_of(typed);
    char out[512];
    size_t n = 0;
    for (size_t at = 0; at < text.n && n < sizeof out - 4;) {
        uint32_t cp = str_next(text, &at);
        n += utf8_put(out + n, quotes_next(&q, cp, str_sub(text, at, text.n)));
    }
    out[n] = 0;
    assert_string_equal(out, expected);
}

static void pairs(void **state)
{
    (void)state;
    assert_curled("'대전 0시 축제'", "‘대전 0시 축제’");
    assert_curled("\"강의/\" 폴더", "“강의/” 폴더");
    assert_curled("\"=\" 필요, \"-\"를", "“=” 필요, “-”를");
    assert_curled("\"=\"와 \"+\"로", "“=”와 “+”로");
    assert_curled("(\"1.\", \"가.\" 등)", "(“1.”, “가.” 등)");
    assert_curled("없는\"휴면법인\"으로", "없는“휴면법인”으로");
    assert_curled("'CAL: '로", "‘CAL: ’로");
    assert_curled("\"\" \"가\"", "“” “가”");
    assert_curled("제목은 \"'가' 나\"이다", "제목은 “‘가’ 나”이다");
    assert_curled("경고: $\"...\" 문법", "경고: $“...” 문법");
    assert_curled("\"가\",\"나\"", "“가”,“나”");
    assert_curled("\"\xE2\x80\x8B가\"", "“\xE2\x80\x8B가”");
}

static void what_is_not_paired_spoils_nothing(void **state)
{
    (void)state;
    assert_curled("\"가나 다라 \"마바\" 사", "“가나 다라 “마바” 사");
    assert_curled("24\" 모니터의 \"화면\"", "24” 모니터의 “화면”");
    assert_curled("대전\") \"세종\"", "대전”) “세종”");
    assert_curled("rock'n'roll '가'", "rock’n’roll ‘가’");
}

static void centuries(void **state)
{
    (void)state;
    assert_curled("'23.12.31. 기준", "’23.12.31. 기준");
    assert_curled("('23년~'24년)", "(’23년~’24년)");
    assert_curled("'23-'24, '90년대", "’23-’24, ’90년대");
    assert_curled("'24시간 상담'", "‘24시간 상담’");
    assert_curled("'24년 예산' 확정", "‘24년 예산’ 확정");
    assert_curled("'대전 '24년 계획' 확정", "‘대전 ’24년 계획’ 확정");
    assert_curled("'24년 '대전 축제'", "’24년 ‘대전 축제’");
    assert_curled("'2024 업무' 대전'93 엑스포", "‘2024 업무’ 대전’93 엑스포");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs),
        cmocka_unit_test(what_is_not_paired_spoils_nothing),
        cmocka_unit_test(centuries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
