/* Sniffing the separator. */
#include "data/dialect.h"

#include <string.h>

enum { CANDIDATES = 4, ROWS_MAX = 64 };

/* In order of preference. */
static const char candidates[CANDIDATES] = {',', '\t', ';', '|'};

/* The separators outside quotes in each of the first rows. */
typedef struct Counts {
    unsigned of[CANDIDATES][ROWS_MAX];
    size_t rows;
} Counts;

static void count_row(Counts *c, unsigned row[CANDIDATES])
{
    for (size_t i = 0; i < CANDIDATES; i++) {
        c->of[i][c->rows] = row[i];
        row[i] = 0;
    }
    c->rows++;
}

/* Counts each of the `n` characters of `set`. */
static void count_separators(Str s, const char *set, size_t n, Counts *c)
{
    unsigned row[CANDIDATES] = {0};
    bool quoted = false, blank = true;
    c->rows = 0;
    for (size_t at = 0; at < s.n && c->rows < ROWS_MAX; at++) {
        char byte = s.p[at];
        if (byte == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        const char *which = memchr(set, byte, n);
        if (which)
            row[which - set]++;
        if (byte != '\n' && byte != '\r')
            blank = false;
        else if (!blank) {
            count_row(c, row);
            blank = true;
        }
    }
    if (c->rows < ROWS_MAX && !blank && (s.n < DIALECT_SAMPLE || !c->rows))
        count_row(c, row); /* a last row, unless the sample cut it */
}

/* The number of separators that most rows have, and how many rows do. */
typedef struct Mode {
    unsigned separators, rows;
} Mode;

static Mode find_mode(const unsigned *of, size_t rows)
{
    Mode best = {0, 0};
    for (size_t i = 0; i < rows; i++) {
        unsigned same = 0;
        for (size_t k = 0; k < rows; k++)
            same += of[k] == of[i];
        if (of[i] > 0 && same > best.rows)
            best = (Mode){of[i], same};
    }
    return best;
}

size_t dialect_width(Str start, char delimiter)
{
    Counts counts;
    count_separators(str_sub(start, 0, DIALECT_SAMPLE), &delimiter, 1, &counts);
    return find_mode(counts.of[0], counts.rows).separators + 1;
}

static Dialect sniff(Str start)
{
    Counts counts;
    count_separators(str_sub(start, 0, DIALECT_SAMPLE), candidates, CANDIDATES,
                     &counts);
    Dialect best = {.delimiter = ',', .width = 1};
    unsigned most = 0;
    for (size_t i = 0; i < CANDIDATES; i++) {
        Mode mode = find_mode(counts.of[i], counts.rows);
        if (mode.rows > most) {
            most = mode.rows;
            best.delimiter = candidates[i];
            best.width = mode.separators + 1;
        }
    }
    return best;
}

/* Length of the line end at `at`, 0 when there is none. */
static size_t line_end(Str s, size_t at)
{
    if (at < s.n && s.p[at] == '\r')
        return at + 1 < s.n && s.p[at + 1] == '\n' ? 2 : 1;
    return at < s.n && s.p[at] == '\n' ? 1 : 0;
}

Dialect dialect_find(Str start)
{
    Str mark = STR("sep=");
    size_t end = mark.n + 1; /* after the separator */
    bool told =
        str_starts(start, mark) && start.n > end && line_end(start, end) > 0;
    char delimiter;
    if (!told || !delimiter_parse(str_sub(start, mark.n, 1), &delimiter))
        return sniff(start);
    end += line_end(start, end);
    size_t width = dialect_width(str_sub(start, end, start.n), delimiter);
    return (Dialect){.delimiter = delimiter, .width = width, .skip = end};
}

bool delimiter_parse(Str s, char *out)
{
    if (str_eq_c(s, "tab") || str_eq_c(s, "\\t")) {
        *out = '\t';
        return true;
    }
    if (s.n != 1 || (unsigned char)s.p[0] >= 0x80 || strchr("\"\r\n", s.p[0]))
        return false;
    *out = s.p[0];
    return true;
}

const char *delimiter_name(char delimiter)
{
    static const struct {
        char delimiter;
        const char *name;
    } names[] = {{',', ","}, {'\t', "tab"}, {';', ";"},
                 {'|', "|"}, {':', ":"},    {' ', "space"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].delimiter == delimiter)
            return names[i].name;
    return "?";
}
