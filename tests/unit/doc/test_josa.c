/* Particles: the rules J-01 … J-28 and the table of test vectors. */
#include "doc/josa.h"
#include "doc_test.h"

#include <string.h>

static const JosaOptions no_options;

static const char *class_name(JosaClass c)
{
    static const char *const names[] = {"C", "L", "V", "U"};
    return names[c];
}

static void assert_class_with(const JosaOptions *o, const char *word,
                              const char *expected)
{
    const char *got = class_name(josa_class(str_of(word), o));
    if (*got != *expected)
        fail_msg("\"%s\": got %s, expected %s", word, got, expected);
}

/* "word=C": the class of each. */
static void assert_classes(const char *const *list)
{
    for (; *list; list++) {
        const char *equals = strrchr(*list, '=');
        char word[256];
        snprintf(word, sizeof word, "%.*s", (int)(equals - *list), *list);
        assert_class_with(&no_options, word, equals + 1);
    }
}

#define CLASSES(...) assert_classes((const char *const[]){__VA_ARGS__, NULL})

static void assert_particle(const char *word, const char *token,
                            const char *expected)
{
    Str chosen =
        josa_choose(str_of(token), josa_class(str_of(word), NULL), NULL);
    if (!str_eq_c(chosen, expected))
        fail_msg("%s + %s: got " STR_FMT ", expected %s", word, token,
                 STR_ARG(chosen), expected);
}

/* josa rules, section 5. */
static const struct {
    const char *word, *cls, *eun, *eul, *gwa, *ro;
} vectors[] = {
    {"대전시", "V", "는", "를", "와", "로"},
    {"대덕구청", "C", "은", "을", "과", "으로"},
    {"서울", "L", "은", "을", "과", "로"},
    {"행정실", "L", "은", "을", "과", "로"},
    {"트램", "C", "은", "을", "과", "으로"},
    {"11조 6,250억 원", "C", "은", "을", "과", "으로"},
    {"7조", "V", "는", "를", "와", "로"},
    {"1,442천 명", "C", "은", "을", "과", "으로"},
    {"0", "C", "은", "을", "과", "으로"},
    {"1", "L", "은", "을", "과", "로"},
    {"2", "V", "는", "를", "와", "로"},
    {"3", "C", "은", "을", "과", "으로"},
    {"4", "V", "는", "를", "와", "로"},
    {"5", "V", "는", "를", "와", "로"},
    {"6", "C", "은", "을", "과", "으로"},
    {"7", "L", "은", "을", "과", "로"},
    {"8", "L", "은", "을", "과", "로"},
    {"9", "V", "는", "를", "와", "로"},
    {"10", "C", "은", "을", "과", "으로"},
    {"1,000,000,000,000", "V", "는", "를", "와", "로"},
    {"64.3%", "V", "는", "를", "와", "로"},
    {"530만㎡", "V", "는", "를", "와", "로"},
    {"5kg", "C", "은", "을", "과", "으로"},
    {"$100", "V", "는", "를", "와", "로"},
    {"UAM", "C", "은", "을", "과", "으로"},
    {"BRT", "V", "는", "를", "와", "로"},
    {"URL", "L", "은", "을", "과", "로"},
    {"ASTC", "V", "는", "를", "와", "로"},
    {"숲-topia", "V", "는", "를", "와", "로"},
    {"「유성복합터미널」", "L", "은", "을", "과", "로"},
    {"‘일류경제도시 대전’", "C", "은", "을", "과", "으로"},
    {"“대전 0시 축제”", "V", "는", "를", "와", "로"},
    {"WHO(세계보건기구)", "V", "는", "를", "와", "로"},
    {"한국연구재단(NRF)", "C", "은", "을", "과", "으로"},
    {"홍길동(1992)", "C", "은", "을", "과", "으로"},
    {"대전투자금융(주)", "V", "는", "를", "와", "로"},
    {"(주)대전투자금융", "C", "은", "을", "과", "으로"},
    {"2024. 1. 5.(금)", "L", "은", "을", "과", "로"},
    {"①", "L", "은", "을", "과", "로"},
    {"Ⅲ", "C", "은", "을", "과", "으로"},
    {"㉮", "V", "는", "를", "와", "로"},
    {"ㄹ", "L", "은", "을", "과", "로"},
    {"大田", "C", "은", "을", "과", "으로"},
    {"삶", "C", "은", "을", "과", "으로"},
    {"\u1112\u1161\u11AB\u1100\u116E\u11A8", "C", "은", "을", "과", "으로"},
    {"robot", "U", "은(는)", "을(를)", "과(와)", "(으)로"},
    {"", "U", "은(는)", "을(를)", "과(와)", "(으)로"},
};

static void vector_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        assert_class_with(NULL, vectors[i].word, vectors[i].cls);
        assert_particle(vectors[i].word, "은/는", vectors[i].eun);
        assert_particle(vectors[i].word, "을/를", vectors[i].eul);
        assert_particle(vectors[i].word, "과/와", vectors[i].gwa);
        assert_particle(vectors[i].word, "으로/로", vectors[i].ro);
    }
}

static void j01_classes(void **state)
{
    (void)state;
    CLASSES("대전시=V", "서울=L", "대덕구청=C", "…=U");
}

static void j02_pairs(void **state)
{
    (void)state;
    assert_particle("예산", "으로", "으로");
    assert_particle("서울", "으로부터", "로부터");
    assert_particle("서울", "이라고", "이라고");
    assert_particle("대전시", "이라고", "라고");
    assert_particle("대전시", "이었", "였");
    assert_particle("robot", "이라는", "(이)라는");
    assert_particle("robot", "과의", "과(와)의");
    assert_particle("대전시", "은커녕", "는커녕");
}

static void j03_spellings(void **state)
{
    (void)state;
    static const char *const wa[] = {"와/과",  "과/와", "과(와)", "와(과)",
                                     "(과)와", "와",    "과"};
    for (size_t i = 0; i < sizeof wa / sizeof *wa; i++) {
        assert_particle("대전시", wa[i], "와");
        assert_particle("대덕구청", wa[i], "과");
    }
    assert_particle("서울", "(으)로", "로");
    assert_particle("예산", "로/으로", "으로");
}

static void j04_invariant(void **state)
{
    (void)state;
    assert_particle("대전시", "에서", "에서");
    assert_particle("대덕구청", "에서", "에서");
    assert_particle("대덕구청", "임", "임");
    assert_false(josa_known(STR("합계")));
    assert_true(josa_known(STR(" 을 ")));
}

static void j05_copula(void **state)
{
    (void)state;
    JosaOptions contract = {.contract_copula = true};
    assert_particle("대전시", "이다", "이다");
    assert_str(josa_choose(STR("이다"), JOSA_VOWEL, &contract), "다");
    assert_str(josa_choose(STR("이다"), JOSA_CONSONANT, &contract), "이다");
}

static void j08_marks_are_dropped(void **state)
{
    (void)state;
    CLASSES("《듀랑고》=V", "「법」=C", "‘대전 0시 축제’=V", "추진.=C",
            "검색\uE000=C", "대전시 \u3000=V", "그래서?=V");
}

static void j09_parentheses(void **state)
{
    (void)state;
    JosaOptions inside = {.read_parens = true};
    CLASSES("홍길동(1992)=C", "나오(Lv.25)=V", "(주민)=C", "7(16)=L", "16(7)=C",
            "불완전괄호)=V", "서울[수도]=L", "가(나(다)라)=V");
    assert_class_with(&inside, "홍길동(1992)", "V");
}

static void j10_companies(void **state)
{
    (void)state;
    JosaOptions skip = {.skip_corp = true};
    CLASSES("대전투자금융(주)=V", "재단(재)=C", "모임(사)=C", "㈜=V");
    assert_class_with(&skip, "대전투자금융(주)", "C");
}

static void j11_dates(void **state)
{
    (void)state;
    JosaOptions date = {.field = JOSA_DATE};
    assert_class_with(&date, "2024. 1. 5.", "L");
    assert_class_with(&date, "2024. 1. 5.(금)", "L");
    assert_class_with(&date, "2024. 1.", "L");
    CLASSES("5=V");
}

static void j11_dates_typed_as_text(void **state)
{
    (void)state;
    JosaOptions inside = {.read_parens = true};
    CLASSES("2024. 1. 5.=L", "2024. 1. 5. (금)=L", "2024.1.5.=L", "1. 5.=L",
            "1. 5.(금)=L", "2024. 1.=L", "’24.1.5.=L", "개막은 2024. 12. 25.=L",
            "‘2024. 1. 5.’=L", "2024. 1. 5.(개막)=L", "2024. 1. 5.~6.=L",
            "2024. 1. 5.(금)~9.(화)=L", "2024.\u00A01.\u00A05.=L", "5.(금)=L");
    CLASSES("5.=V", "1.5.=V", "3.1. 5.=V", "2024.5.=V", "2024. 13.=C",
            "1. 45.=V", "13. 5.=V", "1. 5=V", "2024. 5=V", "0. 0.=C",
            "2024. 1. 5. 개막식=C");
    assert_class_with(&inside, "2024. 1. 5.(금)", "L");
    assert_class_with(&inside, "2024. 1. 5.(개막)", "C");
}

static void j12_times(void **state)
{
    (void)state;
    JosaOptions time = {.field = JOSA_TIME};
    assert_class_with(&time, "15:20", "C");
    assert_class_with(&time, "15:00", "V");
    /* The same typed as text. */
    CLASSES("15:20=C", "15:00=V", "9:05=C", "오전 09:00=V", "14:00~15:00=V",
            "14:00~15:30=C", "24:00=V", "2:15:05=V", "1.5:05=V");
    /* One digit before the colon: what stands around decides. */
    CLASSES("오후 1:15=C", "시각: 9:15=C", "시작 시간(9:15=C", "9:00=V",
            "9:00~9:15=C", "1:30~2:15=C", "오후 1:15 ~ 1:25=C",
            "2024. 1. 5.(금) 9:15=C", "3월 5일 2:45=C", "월요일 9:15=C");
    CLASSES("9:15=U", "2:45=U", "9:17=U", "9:30=C", "3:20=C");
}

/* A ratio is read by its last number, as a scale is. */
static void j17_ratios(void **state)
{
    (void)state;
    CLASSES("비율 1:15=V", "1:12=V", "축척 1:25=V", "축척: 1:25=V", "1:15=V",
            "축척(1:25=V", "1:50=C", "1:17=L", "3:2=V", "75:04=V", "4:85=V",
            "1:100=C", "1:1=L", "1:99=V", "1:5,000=C", "1:25,000=C", "1:1.5=V",
            "비율 3:15=V", "경쟁률 12:15=V", "혼합비 1:15=V", "혼합비 3:15=V",
            "1:12~1:15=V", "비율 3:12~3:15=V", "행사 준비 10:15=U",
            "스코어 21:19=V", "찬반 23:12=V", "표결: 21:10=C");
}

static void j25_a_time_or_a_ratio(void **state)
{
    (void)state;
    JosaEntry entry = {STR("9:15"), JOSA_VOWEL};
    JosaOptions known = {.lexicon = &entry, .nlexicon = 1};
    assert_true(str_eq_c(josa_decider(STR("둘은 9:15"), NULL), "9:15"));
    assert_particle("9:15", "을/를", "을(를)");
    assert_class_with(&known, "둘은 9:15", "V");
}

static void j13_currency(void **state)
{
    (void)state;
    CLASSES("$100=V", "€3=V", "₩1,000=C", "¥7=C",
            "금113,560원(금일십일만삼천오백육십원)=C");
}

static void j15_hangul(void **state)
{
    (void)state;
    CLASSES("삶=C", "여덟=C", "물=L", "ㄱ=C", "ㄹ=L", "ㅏ=V");
}

static void j16_numbers(void **state)
{
    (void)state;
    CLASSES("10=C", "16=C", "20=C", "100=C", "30000=C", "500,000,000=C",
            "1,000,000,000,000=V", "10,000,000,000,000=V", "7=L", "42=V",
            "1.0=C", "3.14=V", "2024=V", "１０=C", "제1=L",
            "10000000000000000=C" /* 경 */, "100000000000000000000=V" /* 해 */);
}

static void j17_signs_and_ranges(void **state)
{
    (void)state;
    CLASSES("△5=V", "-5=V", "+3=C", "10~20=C", "3:2=V", "1/2=U");
}

static void j18_enclosed(void **state)
{
    (void)state;
    CLASSES("①=L", "②=V", "③=C", "⑩=C", "㉑=L", "㊿=C", "Ⅰ=L", "Ⅱ=V", "Ⅲ=C",
            "Ⅹ=C", "㉮=V", "㉠=C", "㉣=L", "⑴=L", "❶=L");
}

static void j19_units(void **state)
{
    (void)state;
    CLASSES("64.3%=V", "36.9%p=V", "539.7km²=V", "530만㎡=V", "5kg=C",
            "100dB=L", "25℃=V", "10t=C", "3ℓ=V", "200ppm=C", "5MW=V", "7mol=L");
}

static void j19_units_alone(void **state)
{
    (void)state;
    CLASSES("km=V", "무게 kg=C", "용량 mL=V", "(mm)=V", "“cm”=V", "cal=V",
            "px=L", "GB=V", "소음 dB=L", "mol=L", "pt=V", "pH=V");
    CLASSES("10 m=V", "5 g=C", "530만t=C", "3천 t=C", "2 L=V");
    CLASSES("Kg=U", "KM=C", "in=C", "ML=L", "m=C", "g=V", "t=V", "L=L", "길이 m=C",
            "구역 L=L", "가mL=L", "a-km=C");
}

/* Each sign of U+3371 … 33DF that is a unit, and the same in letters. */
static void j19_square_signs(void **state)
{
    (void)state;
    CLASSES("9㎎=C", "3㎿=V", "3㎠=V", "6㎀=V", "6㎁=V", "6㎂=V", "6㎃=V", "5㎄=V", "5㎅=V", "5㎆=V",
            "5㎇=V", "5㎈=V", "5㎉=V", "5㎊=C", "5㎋=C", "5㎌=C", "5㎍=C",
            "5㎏=C", "5㎐=V", "5㎑=V", "5㎒=V", "5㎓=V", "5㎔=V", "5㎕=V",
            "5㎖=V", "5㎗=V", "5㎘=V", "6㎙=V", "6㎚=V", "6㎛=V", "6㎜=V",
            "6㎝=V", "6㎞=V", "6㎟=V", "6㎡=V", "6㎢=V", "6㎣=V", "6㎤=V",
            "6㎥=V", "6㎦=V", "5㎩=L", "5㎪=L", "5㎫=L", "5㎬=L", "5㎭=C",
            "6㎰=V", "6㎱=V", "6㎲=V", "6㎳=V", "6㎴=V", "6㎵=V", "6㎶=V",
            "6㎷=V", "6㎸=V", "6㎹=V", "6㎺=V", "6㎻=V", "6㎼=V", "6㎽=V",
            "6㎾=V", "5㏀=C", "5㏁=C", "5㏃=L", "6㏄=V", "6㏅=V", "5㏈=L",
            "6㏉=V", "6㏊=V", "6㏌=V", "6㏎=V", "5㏐=C", "6㏓=V", "6㏔=V",
            "5㏕=L", "5㏖=L", "6㏗=V", "5㏙=C", "5㏛=C", "6㏜=V", "6㏝=V",
            "5㍱=L", "6㍳=V", "6㍴=V", "5㍶=C", "6㍷=V", "6㍸=V", "6㍹=V",
            "6㍺=V", "6℉=V", "㎎=C", "10㎾h=V", "10㎿h=V", "10㎃h=V");
    /* No unit, or one that is read in two ways. */
    CLASSES("5㏂=U", "5㏇=U", "5㏋=U", "5㏍=U", "5㏏=U", "5㏑=U", "5㏚=U");
    CLASSES("9mg=C", "3MW=V", "3cm²=V", "3cm2=V", "6m3=V", "6m³=V", "6cm3=V",
            "6km2=V", "1,000 m3=V", "5mA=V", "5kcal=V", "9kcal=V", "kcal=V",
            "5μF=C", "5μg=C", "5µg=C", "6μm=V", "6kHz=V", "6MHz=V", "6GHz=V",
            "6mL=V", "6ml=V", "6mℓ=V", "6㎗=V", "6kL=V", "6nm=V", "5kPa=L",
            "5hPa=L", "5MPa=L", "6ms=V", "6kV=V", "6MV=V", "6mW=V", "6GWh=V",
            "6mAh=V", "5kΩ=C", "5MΩ=C", "5kΩ=C", "5Bq=L", "6cc=V", "6cd=V",
            "6in=V", "5lm=C", "6lx=V", "6mb=V", "6mSv=V", "6TB=V", "5kJ=L",
            "5kN=C", "3Nm=V", "5ppb=V", "6Km=V", "5Kg=C", "6KM=V", "6KW=V", "3Kcal=V");
    /* What is no length is no square; a name keeps its figure. */
    CLASSES("R²=U", "사업²=U", "CO2=V", "H3=C", "A3=C", "m3=V", "(cm3)=V",
            "5g2=V", "5g²=U");
}

/* 시속 60킬로미터, 60킬로미터 퍼 아워: both end in a vowel. 리터당 밀리그램,
 * 밀리그램 퍼 리터: who knows. */
static void j19_ratios(void **state)
{
    (void)state;
    CLASSES("60km/h=V", "60㎞/h=V", "5m/s=V", "5㎧=V", "6V/m=V", "6㏞=V",
            "6㏟=V", "10m³/s=V", "3kg/t=C", "3㎏/톤=C", "50원/톤=C");
    CLASSES("5mg/L=U", "5㎎/ℓ=U", "5㎎/L=U", "mg/L=U", "15㎍/㎥=U", "3kg/m²=U",
            "3kg/m2=U", "120원/㎡=U", "120만 원/㎡=U", "명/㎢=U", "5m/s²=U",
            "5m/s2=U", "5㎨=U", "5㎮=U", "5㏆=U", "5,000㎥/일=U", "5L/min=U",
            "5mg/kg/d=U", "5kWh/년=U", "3kg/yr=U");
    CLASSES("A/S=V", "시/도=V", "3시/도=V", "AI/IT=V", "t/일=L", "1/2=U",
            "/㎡=V", "3/㎡=V");
    assert_str(josa_decider(STR("수질 5mg/L"), NULL), "mg/L");
    assert_str(josa_decider(STR("120만 원/㎡"), NULL), "원/㎡");
    assert_str(josa_decider(STR("5kg"), NULL), "kg");
    const JosaEntry entries[] = {{STR("mg/L"), JOSA_VOWEL}};
    JosaOptions o = {.lexicon = entries, .nlexicon = 1};
    assert_class_with(&o, "5mg/L", "V");
}

static void j20_letters(void **state)
{
    (void)state;
    JosaOptions r = {.rieul_r = true};
    CLASSES("AI=V", "UAM=C", "BRT=V", "WHO=V", "CCTV=V", "PM=C", "URL=L",
            "IC=V", "R&D=V", "LIG=V", "A4=V", "Q1=L", "3D=V", "R=V");
    assert_class_with(&r, "R", "L");
}

static void j21_words(void **state)
{
    (void)state;
    JosaOptions guess = {.guess_latin = true};
    CLASSES("hotel=L", "system=C", "topia=V", "service=V", "robot=U",
            "Google=L", "apple=L", "camping=C", "game=U", "office=V");
    assert_class_with(&guess, "robot", "C");
}

static void j22_hanja(void **state)
{
    (void)state;
    CLASSES("大田=C", "道=V", "一=L", "率=L", "樂=U", "車=V", "不=U",
            "\uF967=L" /* 不 read 불 */);
}

static void j23_greek(void **state)
{
    (void)state;
    CLASSES("α=V", "μ=V", "Ω=V", "5Ω=C");
}

static void j24_old_hangul(void **state)
{
    (void)state;
    CLASSES("\u1112\u119E\u11AB=C", "나랏말\u110A\u119E미=V");
}

static void j26_lexicon(void **state)
{
    (void)state;
    const JosaEntry entries[] = {{STR("bot"), JOSA_VOWEL},
                                 {STR("robot"), JOSA_CONSONANT}};
    JosaOptions o = {.lexicon = entries, .nlexicon = 2};
    assert_class_with(&o, "robot", "C");
    assert_class_with(&o, "“ROBOT”", "C");
    assert_class_with(&o, "chatbot", "V");
}

static void j27_polite_copula(void **state)
{
    (void)state;
    assert_particle("의자", "이에요/예요", "예요");
    assert_particle("책상", "이에요/예요", "이에요");
}

static void j28_amendments(void **state)
{
    (void)state;
    assert_particle("“시장”", "을/를", "을");
    assert_particle("“도지사”", "으로/로", "로");
    assert_particle("“제2호”", "을/를", "를");
    assert_particle("“제1항”", "으로/로", "으로");
    assert_particle("“개발”", "으로/로", "로");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vector_table),
        cmocka_unit_test(j01_classes),
        cmocka_unit_test(j02_pairs),
        cmocka_unit_test(j03_spellings),
        cmocka_unit_test(j04_invariant),
        cmocka_unit_test(j05_copula),
        cmocka_unit_test(j08_marks_are_dropped),
        cmocka_unit_test(j09_parentheses),
        cmocka_unit_test(j10_companies),
        cmocka_unit_test(j11_dates),
        cmocka_unit_test(j11_dates_typed_as_text),
        cmocka_unit_test(j12_times),
        cmocka_unit_test(j17_ratios),
        cmocka_unit_test(j25_a_time_or_a_ratio),
        cmocka_unit_test(j13_currency),
        cmocka_unit_test(j15_hangul),
        cmocka_unit_test(j16_numbers),
        cmocka_unit_test(j17_signs_and_ranges),
        cmocka_unit_test(j18_enclosed),
        cmocka_unit_test(j19_units),
        cmocka_unit_test(j19_units_alone),
        cmocka_unit_test(j19_square_signs),
        cmocka_unit_test(j19_ratios),
        cmocka_unit_test(j20_letters),
        cmocka_unit_test(j21_words),
        cmocka_unit_test(j22_hanja),
        cmocka_unit_test(j23_greek),
        cmocka_unit_test(j24_old_hangul),
        cmocka_unit_test(j26_lexicon),
        cmocka_unit_test(j27_polite_copula),
        cmocka_unit_test(j28_amendments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
