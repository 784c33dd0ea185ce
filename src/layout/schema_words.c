/*
 * The layout language: how a document writes and reads what it says. Part of
 * the table in schema_layout.c.
 */
#include "layout/schema.h"

#define CHOICE(...)                                                            \
    {                                                                          \
        .scalar = SCALAR_CHOICE,                                               \
        .choices = (const char *const[]){__VA_ARGS__, NULL}                    \
    }

/* ---- formats: the names of doc/format.c, which a test compares ---- */

static const char *const format_names[] = {
    "수",     "number",  "천단위",   "comma",     "숫자", "plain",
    "빼기",   "minus",   "괄호",     "brackets",  "증감", "signed",
    "백분율", "percent", "%p",       "points",    "단위", "unit",
    "조억",   "jo-eok",  "금액",     "amount",    "한글", "hangul",
    "읽기",   "reading", "동그라미", "circled",   "로마", "roman",
    "날짜",   "date",    "월일",     "month-day", "연월", "year-month",
    "연도",   "year",    "요일",     "weekday",   "시각", "time",
    "글",     "text",    "꾸밈글",   "marked",    NULL};

const Shape layout_format = {
    .name = "format", .scalar = SCALAR_FORMAT, .choices = format_names};

/* ---- particles (J-05 … J-26) ---- */

static const Shape copula = CHOICE("keep", "contract");
static const Shape brackets = CHOICE("skip", "read");
static const Shape corporations = CHOICE("read", "skip");
static const Shape letter_r = CHOICE("아르", "알");
static const Shape latin = CHOICE("ask", "guess");
static const Shape lexicon = {.scalar = SCALAR_PATH};

static const Field particle_fields[] = {
    KEY("copula", copula,
        "받침 없는 말 뒤의 이다: keep 대전시이다, contract 대전시다",
        "이다 after a vowel: keep 대전시이다, contract 대전시다",
        .otherwise = "keep"),
    KEY("brackets", brackets,
        "말 뒤의 괄호: skip 건너뜀(홍길동(1992)은), read 읽음(홍길동(1992)는)",
        "Brackets behind a word: skip 홍길동(1992)은, read 홍길동(1992)는",
        .otherwise = "skip"),
    KEY("corporations", corporations,
        "이름 뒤의 (주) (재) 따위: read 주식회사로 읽음, skip 건너뜀",
        "(주), (재) and the like behind a name: read as 주식회사, or skip",
        .otherwise = "read"),
    KEY("letter_r", letter_r, "글자 R을 읽는 법", "How the letter R is read",
        .otherwise = "아르"),
    KEY("latin", latin,
        "소리를 알 수 없는 로마자 말: ask 두 꼴을 찍고 알림, guess 어림",
        "Latin words of unknown sound: ask prints both forms and warns, guess",
        .otherwise = "ask"),
    KEY("lexicon", lexicon,
        "말의 소리를 적은 파일. 한 줄에 말, 탭, C V L이나 소리",
        "File of words and their sounds: word, tab, C, V, L or the sound"),
    END};

const Shape layout_particles = {.name = "particles",
                                .fields = particle_fields};

/* ---- keywords typed at the head of items (K-75) ---- */

const Shape layout_leads = CHOICE("auto", "off");

/* ---- counters (K-122) ---- */

static const char *const counter_spaces[] = {"split", "attach", "apart", NULL};
static const Shape counter_space = {.scalar = SCALAR_CHOICE,
                                    .choices = counter_spaces};
const Shape layout_counters = {.name = "counters",
                               .scalar = SCALAR_CHOICE,
                               .choices = counter_spaces,
                               .keys = SCALAR_TEXT,
                               .values = &counter_space};
