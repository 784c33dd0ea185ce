/*
 * The layout language: `document:`, the facts about a book and how it writes.
 * Part of the table in schema_layout.c.
 */
#include "layout/schema.h"

#define CHOICE(...)                                                            \
    {                                                                          \
        .scalar = SCALAR_CHOICE,                                               \
        .choices = (const char *const[]){__VA_ARGS__, NULL}                    \
    }

static const Shape template = {.scalar = SCALAR_TEMPLATE};
static const Shape template_list = {.item = &template};
static const Shape date = {.scalar = SCALAR_DATE};
static const Shape year = {.scalar = SCALAR_INTEGER, .min = 1000, .max = 9999};
static const Shape language = CHOICE("ko-KR", "en-US");

/* K-110 */
static const Shape negative = CHOICE("△", "-", "()");
static const Shape zero = CHOICE("0", "-");

/* ---- signs of the house (K-04, K-05, K-124): by themselves or, since many
 * look alike, by their codes ---- */

static const Shape middot = CHOICE("·", "ㆍ", "00B7", "318D", "keep");
static const Shape range_mark = CHOICE("~", "∼", "〜", "～", "007E", "223C",
                                       "301C", "FF5E", "keep");
static const Shape square = CHOICE("㎡", "m²", "keep");
static const Shape metric = CHOICE("㎞", "km", "keep");
static const Shape degree = CHOICE("℃", "°C", "keep");

static const Field document_fields[] = {
    KEY("title", template, "책 제목", "Title of the book", REQUIRED),
    KEY("organization", template, "기관 이름", "Name of the office"),
    KEY("department", template, "부서 이름", "Name of the department"),
    KEY("slogan", template, "표지의 구호", "Slogan on the cover"),
    KEY("year", year, "기준 연도. 연도 없는 날짜도 이 해로 읽습니다",
        "Year of the book; dates without a year are read in it"),
    KEY("base_date", date, "자료 기준일, 2023-12-31 꼴",
        "Date of the data, as in 2023-12-31"),
    KEY("author", template, "문서 정보에 적는 작성자", "Author in the metadata"),
    KEY("subject", template, "문서 정보에 적는 주제", "Subject in the metadata"),
    KEY("keywords", template_list, "문서 정보에 적는 핵심어",
        "Keywords in the metadata"),
    KEY("language", language, "본문 언어", "Language of the text",
        .otherwise = "ko-KR"),
    KEY("negative", negative, "음수를 적는 꼴. 표, 글, 그림에 똑같이 씁니다",
        "How negative figures are written, in tables, texts and charts alike",
        .otherwise = "△"),
    KEY("leads", layout_leads,
        "항목의 글 앞에 적힌 (핵심어)를 lead처럼 굵게: auto, off",
        "Whether a (keyword) typed at the head of an item is a lead: auto, off",
        .otherwise = "auto"),
    KEY("counters", layout_counters,
        "만, 억 뒤의 단위 앞 띄어쓰기: split 109만 명, attach 109만명, apart 50 "
        "명도. 하나로, 또는 단위마다",
        "Spaces before counters: split 109만 명, attach 109만명, apart 50 명 "
        "too; one for all or one for each",
        .otherwise = "split"),
    KEY("middot", middot,
        "가운뎃점. 어떻게 적었든 이것으로: · 또는 00B7, ㆍ 또는 318D, keep 적은 "
        "대로",
        "The middle dot printed for all of them: · or 00B7, ㆍ or 318D, keep as "
        "typed",
        .otherwise = "·"),
    KEY("range_mark", range_mark,
        "물결표. 어떻게 적었든 이것으로: \"~\"(007E) ∼(223C) 〜(301C) ～(FF5E), "
        "keep 적은 대로",
        "The mark of ranges printed for all of them: \"~\" (007E), ∼ (223C), 〜 "
        "(301C), ～ (FF5E), keep as typed",
        .otherwise = "~"),
    KEY("square", square,
        "넓이와 부피의 단위: ㎡(㎢ ㎥ …), m²(km² m³ …), keep 적은 대로",
        "Units of area and volume: ㎡ (㎢, ㎥ …), m² (km², m³ …), keep as typed",
        .otherwise = "keep"),
    KEY("metric", metric,
        "길이, 무게, 전력의 단위: ㎞(㎝ ㎏ ㏊ ㎾ …), km(cm kg ha kW …), keep 적은 "
        "대로",
        "Units of length, weight and power: ㎞ (㎝, ㎏, ㏊, ㎾ …), km (cm, kg, "
        "ha, kW …), keep as typed",
        .otherwise = "keep"),
    KEY("degree", degree, "온도의 단위: ℃, °C, keep 적은 대로",
        "Degrees: ℃, °C, keep as typed", .otherwise = "keep"),
    KEY("zero", zero, "표에서 0을 적는 꼴. 빈칸은 빈칸으로 둡니다",
        "How a zero is written in tables; blanks stay blank", .otherwise = "0"),
    END};

const Shape layout_document = {.name = "document", .fields = document_fields};
