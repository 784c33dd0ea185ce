/* Themes: the values of the council theme, inheriting, and the limits. */
#include "project.h"

static const Theme *read_theme(Project *p, const char *path)
{
    return theme_read(str_of(path), OWN_THEMES, POS_NONE, p->sources, p->arena, p->diags);
}

/* A theme that changes a little of the council's; its lines begin at 4. */
static const Theme *read_own(Project *p, const char *text)
{
    project_reset(p);
    write_file("layouts/own.yaml", arena_printf(p->arena,
        "hanji_theme: 1\nextends: council.yaml\nname: 우리\n%s", text));
    return read_theme(p, "layouts/own.yaml");
}

static void check_own(Project *p, const Case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const Theme *theme = read_own(p, cases[i].text);
        if (strcmp(messages(p), cases[i].expected) != 0)
            fprintf(stderr, "---- %s\n%s\n", cases[i].text,
                texts(p, DIAG_KOREAN));
        assert_string_equal(messages(p), cases[i].expected);
        assert_true(!theme == (*cases[i].expected != '\0'));
    }
}

/* ---- values ---- */

/* K-49, K-149, K-155: the dump is the theme file as it was understood. */
static void council_has_its_values(void **state)
{
    Project *p = *state;
    const Theme *t = read_theme(p, "layouts/council.yaml");
    assert_non_null(t);
    const ThemeStyle *item = &t->styles[STYLE_ITEM];
    assert_int_equal(item->size, LEN_PT(15));
    assert_int_equal(item->pitch, LEN_PT(24));
    assert_true(str_eq_c(item->font, "serif"));
    assert_int_equal(item->glyph_width, 1000);
    assert_int_equal(t->styles[STYLE_COVER_TITLE].letter_spacing, -15);
    assert_int_equal(t->styles[STYLE_COVER_TITLE].colour.b, 0x50);
    assert_int_equal(t->styles[STYLE_CHAPTER_NUMBER].colour.r, 255);
    assert_int_equal(t->inner, LEN_MM(23));
    assert_int_equal(t->outer, LEN_MM(17));
    assert_true(t->mirrored);
    assert_int_equal(t->item_marker.text_x, LEN_PT(22.5));
    assert_true(t->item_marker.drawn);
    assert_true(str_eq_c(t->item_note_marker.text.text, "※"));
    assert_int_equal(t->section.before, LEN_PT(24));
    assert_int_equal(t->section.before_after_heading, 0);
    assert_int_equal(t->contents_number[2], LEN_PT(19));
    assert_int_equal(t->list_rows, 20);
    assert_true(str_eq_c(t->page_number.text, "- {page} -"));
    assert_int_equal(t->purpose, PURPOSE_COUNCIL);
}

/* More room before □ than before ○, and none before -. */
static void k80_space_before_the_levels(void **state)
{
    Project *p = *state;
    const Theme *t = read_theme(p, "layouts/council.yaml");
    assert_true(t->head.before > t->item.before);
    assert_true(t->item.before > t->subitem.before);
    assert_int_equal(t->subitem.before, 0);
    assert_int_equal(t->point.before, 0);
}

static void fonts_have_roles(void **state)
{
    Project *p = *state;
    const Theme *t = read_theme(p, "layouts/council.yaml");
    assert_int_equal(t->nfonts, 4);
    assert_true(str_eq_c(t->fonts[1].name, "serif-bold"));
    assert_true(str_eq_c(t->fonts[1].family, "Noto Serif CJK KR"));
    assert_int_equal(t->fonts[1].weight, 700);
    assert_int_equal(t->fonts[1].nfallbacks, 3);
    assert_true(str_eq_c(t->fonts[1].fallbacks[0], "NanumMyeongjo"));
}

static void dump_shows_every_value(void **state)
{
    Project *p = *state;
    const Theme *t = read_theme(p, "layouts/council.yaml");
    const char *dump = str_c(theme_dump(t, p->arena), p->arena);
    static const char *const lines[] = {"name: 의회 보고\n",
        "purpose: council\n", "fonts.sans: Noto Sans CJK KR 400, NanumGothic, DejaVu Sans\n",
        "colours.accent: #0E3350\n", "styles.item.pitch: 160%\n", "styles.table.pitch: 16\n",
        "styles.cover-title.letter_spacing: -15\n", "page.inner: 65.197\n",
        "page.mirrored: true\n", "rules.top: 1.7", "markers.item.text: ○\n",
        "spaces.chapter.after: 22\n", "contents.number: 26 18 19\n",
        "cover.stitch_count: 5\n", "table.continued: 다음 쪽에 이어짐\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(lines); i++) {
        if (!strstr(dump, lines[i]))
            fprintf(stderr, "no line %s in\n%s", lines[i], dump);
        assert_non_null(strstr(dump, lines[i]));
    }
}

static void styles_have_names(void **state)
{
    (void)state;
    assert_string_equal(style_name(STYLE_COVER_SLOGAN), "cover-slogan");
    assert_string_equal(style_name(STYLE_PAGE_NUMBER), "page-number");
}

/* ---- inheriting ---- */

static void own_values_win(void **state)
{
    Project *p = *state;
    const Theme *t = read_own(p, "styles:\n  item: {size: 16pt}\n"
        "colours: {accent: '#402010'}\n");
    assert_non_null(t);
    assert_int_equal(t->styles[STYLE_ITEM].size, LEN_PT(16));
    assert_int_equal(t->styles[STYLE_ITEM].pitch, LEN_PT(25.6)); /* 160 % */
    assert_int_equal(t->styles[STYLE_SUBITEM].size, LEN_PT(15));
    /* Named colours follow. */
    assert_int_equal(t->styles[STYLE_COVER_TITLE].colour.r, 0x40);
    assert_true(str_eq_c(t->name, "우리"));
    assert_int_equal(t->nfiles, 2);
    assert_true(str_eq_c(t->files[0], "layouts/own.yaml"));
    assert_true(str_eq_c(t->files[1], "layouts/council.yaml"));
}

static void nothing_is_in_the_code(void **state)
{
    Project *p = *state;
    write_file("layouts/own.yaml", "hanji_theme: 1\nname: 우리\n"
        "purpose: free\nfonts: {a: {family: A, weight: 400}}\n"
        "colours: {ink: '#000000', accent: '#000000', tint1: '#FFFFFF'}\n");
    assert_null(read_theme(p, "layouts/own.yaml"));
    const char *all = texts(p, DIAG_ENGLISH);
    assert_non_null(strstr(all, "colours needs the key tint2"));
    assert_non_null(strstr(all, "theme needs the key styles"));
    assert_non_null(strstr(all, "theme needs the key cover"));
}

static void loops_are_refused(void **state)
{
    Project *p = *state;
    write_file("layouts/a.yaml", "hanji_theme: 1\nextends: b.yaml\n");
    write_file("layouts/b.yaml", "hanji_theme: 1\nextends: a.yaml\n");
    assert_null(read_theme(p, "layouts/a.yaml"));
    assert_string_equal(messages(p), "2:10 theme-loop");
}

/* ---- faults and limits ---- */

static void values_are_checked(void **state)
{
    static const Case cases[] = {
        {"stiles: {}\n", "4:1 layout-key-near"},
        {"styles: {iten: {size: 15pt}}\n", "4:10 layout-key-near"},
        {"styles: {item: {size: 15}}\n", "4:23 layout-expects-length"},
        {"styles: {item: {size: 1pt}}\n", "4:23 layout-range"},
        {"styles: {item: {size: 1000pt}}\n", "4:23 layout-range"},
        {"styles: {item: {size: nan}}\n", "4:23 layout-expects-length"},
        {"styles: {item: {glyph_width: 90}}\n",
            "4:30 layout-expects-percent"},
        {"styles: {item: {glyph_width: 20%}}\n", "4:30 layout-range"},
        {"colours: {ink: '#12345'}\n", "4:16 layout-expects-colour"},
        {"colours: {ink: '#GGGGGG'}\n", "4:16 layout-expects-colour"},
        {"styles: {item: {colour: blue}}\n", "4:25 layout-expects-ink"},
        {"contents: {number: [1pt, 2pt]}\n", "4:20 layout-length"},
        {"page: {width: 3000mm}\n", "4:15 layout-range"},
        {"page: {inner: -3mm}\n", "4:15 layout-range"},
        {"page: {depth: 280mm}\n", "4:7 theme-page"},
        {"page: {inner: 180mm}\n", "4:7 theme-page"},
        {"page: {page_number: 쪽}\n", "4:21 theme-page-number"},
        {"purpose: councel\n", "4:10 layout-choice-near"},
        {"styles: {item: {font: serfi}}\n", "4:23 theme-font-near"},
        {"styles: {item: {font: zzzzzzz}}\n", "4:23 theme-font"},
        {"fonts: {serif: {weight: 1000}}\n", "4:25 layout-range"},
    };
    check_own(*state, cases, G_N_ELEMENTS(cases));
}

/* K-150: a theme for the council rejects a body of 9 pt. */
static void sizes_follow_the_purpose(void **state)
{
    static const Case cases[] = {
        {"styles: {item: {size: 9pt}}\n", "4:23 theme-size"},
        {"styles: {item: {size: 14pt}}\n", ""},
        {"styles: {item: {size: 13.9pt}}\n", "4:23 theme-size"},
        {"styles: {table: {size: 9.5pt}}\n", "4:24 theme-size"},
        {"styles: {note: {size: 9pt}}\n", "4:23 theme-size"},
        {"purpose: free\nstyles: {item: {size: 9pt}}\n", ""},
    };
    check_own(*state, cases, G_N_ELEMENTS(cases));
}

/* K-13, K-35: headings and cells stay as they are; text behind a marker
 * begins at it. */
static void running_text_breaks_and_aligns(void **state)
{
    static const Case cases[] = {
        {"styles: {paragraph: {break: syllable, align: center}}\n", ""},
        {"styles: {item: {break: syllable, align: force}}\n", ""},
        {"styles: {item: {align: justfy}}\n", "4:24 layout-choice-near"},
        {"styles: {item: {align: center}}\n", "4:24 layout-choice"},
        {"styles: {chapter: {align: justify}}\n", "4:20 layout-key"},
        {"gaps: {after_heading: indent}\n", "4:8 layout-needs"},
        {"gaps: {first_line: 1em, after_heading: all}\n",
            "4:20 layout-expects-length, 4:40 layout-choice"},
        {"styles: {table: {break: syllable}}\n", "4:18 layout-key"},
    };
    Project *p = *state;
    check_own(p, cases, G_N_ELEMENTS(cases));
    const Theme *t = read_theme(p, "layouts/council.yaml");
    assert_int_equal(t->styles[STYLE_PARAGRAPH].lines, THEME_BREAK_WORD);
    assert_int_equal(t->styles[STYLE_PARAGRAPH].align, THEME_ALIGN_AUTO);
    t = read_own(p, "styles: {paragraph: {break: syllable, align: right}}\n");
    assert_int_equal(t->styles[STYLE_PARAGRAPH].lines, THEME_BREAK_SYLLABLE);
    assert_int_equal(t->styles[STYLE_PARAGRAPH].align, THEME_ALIGN_RIGHT);
    assert_non_null(strstr(str_c(theme_dump(t, p->arena), p->arena),
        "styles.paragraph.align: right\n"));
}

/* K-49: 130 % at least, so a large print theme rejects 120 %. */
static void pitch_is_130_percent(void **state)
{
    static const Case cases[] = {
        {"styles: {item: {pitch: 18pt}}\n", "4:24 theme-pitch"},
        {"styles: {item: {pitch: 19.5pt}}\n", ""},
        {"styles: {table: {size: 15pt}}\n", "4:24 theme-pitch"},
        {"purpose: free\nstyles: {item: {pitch: 18pt}}\n",
            "5:24 theme-pitch"},
        {"styles: {item: {pitch: 120%}}\n", "4:24 theme-pitch"},
        {"styles: {item: {pitch: 130%}}\n", ""},
        {"styles: {item: {size: 14.1pt, pitch: 130%}}\n", ""},
        {"styles: {item: {size: 16pt, pitch: 130%}}\n", ""},
        {"styles: {section: {size: 17pt, pitch: 22.1pt}}\n", ""},
        {"styles: {item: {pitch: gap 3pt}}\n", "4:24 theme-pitch"},
    };
    static const char large[] = "hanji_theme: 1\nextends: large-print\n"
                                "styles: {item: {pitch: 120%}}\n";
    Project *p = *state;
    check_own(p, cases, G_N_ELEMENTS(cases));
    project_reset(p);
    write_file("layouts/large.yaml", large);
    assert_null(read_theme(p, "layouts/large.yaml"));
    assert_string_equal(messages(p), "3:24 theme-pitch");
}

/* K-48: a share of the size, a length, a gap, a least pitch. */
static void pitch_in_four_ways(void **state)
{
    static const struct {
        const char *item, *dump;
        double pitch;
    } ways[] = {
        {"size: 15pt, pitch: 160%", "160%", 24},
        {"size: 20pt", "160%", 32}, /* inherited with the size changed */
        {"size: 15pt, pitch: 162.5%", "162.5%", 24.375},
        {"size: 15pt, pitch: 25pt", "25", 25},
        {"size: 15pt, pitch: gap 6pt", "gap 6", 21},
        {"size: 15pt, pitch: least 20pt", "least 20", 20},
        {"size: 20pt, pitch: least 20pt", "least 20", 26},
    };
    static const Case faults[] = {
        {"styles: {item: {pitch: 24}}\n", "4:24 layout-expects-pitch"},
        {"styles: {item: {pitch: gap 60%}}\n", "4:24 layout-expects-pitch"},
        {"styles: {item: {pitch: -4pt}}\n", "4:24 layout-expects-pitch"},
        {"styles: {item: {pitch: 401pt}}\n", "4:24 layout-range"},
        {"styles: {item: {pitch: 2000%}}\n", "4:24 layout-range"},
        {"styles: {item: {pitch: gap 9000pt}}\n", "4:24 layout-range"},
        {"styles: {item: {size: 99999999999999999999pt}}\n",
         "4:23 layout-range"},
        {"styles: {item: {pitch: -160%}}\n", "4:24 layout-expects-pitch"},
        {"styles: {item: {pitch: {gap: 6pt}}}\n", "4:24 layout-expects-text"},
    };
    Project *p = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        const Theme *t = read_own(p, arena_printf(p->arena,
            "styles: {item: {%s}}\n", ways[i].item));
        assert_non_null(t);
        assert_int_equal(t->styles[STYLE_ITEM].pitch, LEN_PT(ways[i].pitch));
        assert_non_null(strstr(str_c(theme_dump(t, p->arena), p->arena),
            arena_printf(p->arena, "styles.item.pitch: %s\n", ways[i].dump)));
    }
    check_own(p, faults, G_N_ELEMENTS(faults));
}

/* K-182: #A6A6A6 on white is 2.4:1. */
static void contrast_is_enough(void **state)
{
    static const Case cases[] = {
        {"styles: {item: {colour: '#A6A6A6'}}\n", "4:25 theme-contrast"},
        {"styles: {item: {colour: '#767676'}}\n", ""},
        {"styles: {item: {colour: '#777777'}}\n", "4:25 theme-contrast"},
        {"styles: {table-head: {colour: '#767676'}}\n",
            "4:31 theme-contrast"},
        {"colours: {accent: '#A6A6A6'}\nstyles: {cover-title: "
         "{colour: ink}, tile-figure: {colour: ink}}\n",
            "4:19 theme-contrast"},
        {"colours: {tint1: '#333333'}\n",
            "4:18 theme-contrast, 4:18 theme-contrast, 4:18 theme-contrast, "
            "4:18 theme-contrast"},
    };
    check_own(*state, cases, G_N_ELEMENTS(cases));
}

/* K-159: no stroke below 0.28 pt, but none at all is fine. */
static void strokes_print(void **state)
{
    static const Case cases[] = {
        {"rules: {inner: 0.2pt}\n", "4:16 theme-stroke"},
        {"rules: {inner: 0.28pt}\n", ""},
        {"rules: {inner: 0pt}\n", ""},
        {"markers: {item: {stroke: 0.1mm}}\n", ""},
    };
    check_own(*state, cases, G_N_ELEMENTS(cases));
}

/* K-49, K-150: the large print theme as it is shipped. */
static void large_print_is_large(void **state)
{
    Project *p = *state;
    write_file("layouts/large-print.yaml", read_text(p->arena,
        HANJI_SOURCE "/layouts/themes/large-print.yaml"));
    const Theme *t = read_theme(p, "layouts/large-print.yaml");
    assert_string_equal(messages(p), "");
    assert_int_equal(t->purpose, PURPOSE_LARGE_PRINT);
    assert_int_equal(t->styles[STYLE_ITEM].size, LEN_PT(18));
    assert_int_equal(t->styles[STYLE_ITEM].pitch, LEN_PT(29));
    assert_true(t->styles[STYLE_TABLE].size >= LEN_PT(14));
    assert_true(t->styles[STYLE_NOTE].size >= LEN_PT(14));
    assert_int_equal(t->inner, LEN_MM(23));
    project_reset(p);
    write_file("layouts/own.yaml", "hanji_theme: 1\nextends: large-print.yaml\n"
        "styles: {item: {pitch: 21.6pt}, note: {size: 12pt}}\n");
    assert_null(read_theme(p, "layouts/own.yaml"));
    assert_string_equal(messages(p), "3:24 theme-pitch, 3:46 theme-size");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        PROJECT_TEST(council_has_its_values),
        PROJECT_TEST(k80_space_before_the_levels),
        PROJECT_TEST(fonts_have_roles),
        PROJECT_TEST(dump_shows_every_value),
        PROJECT_TEST(styles_have_names),
        PROJECT_TEST(own_values_win),
        PROJECT_TEST(nothing_is_in_the_code),
        PROJECT_TEST(loops_are_refused),
        PROJECT_TEST(values_are_checked),
        PROJECT_TEST(sizes_follow_the_purpose),
        PROJECT_TEST(running_text_breaks_and_aligns),
        PROJECT_TEST(pitch_is_130_percent),
        PROJECT_TEST(pitch_in_four_ways),
        PROJECT_TEST(contrast_is_enough),
        PROJECT_TEST(strokes_print),
        PROJECT_TEST(large_print_is_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
