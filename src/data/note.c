/* Telling titles and footnotes from rows. */
#include "data/note.h"

/* The only cell of a record that is not blank; r->n when there are more, or
 * none. */
static size_t lone_cell(const Record *r)
{
    size_t lone = r->n;
    for (size_t i = 0; i < r->n; i++) {
        if (str_trim(r->cells[i].text).n == 0)
            continue;
        if (lone < r->n)
            return r->n;
        lone = i;
    }
    return lone;
}

static bool is_footnote(Str text)
{
    static const char *const marks[] = {
        "※", "주:", "주)", "주 :", "자료:", "자료 :", "출처:", "출처 :"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(text, str_of(marks[i])))
            return true;
    return false;
}

size_t note_cell(const Record *r, bool below_head, size_t usual_width)
{
    size_t cell = lone_cell(r);
    if (cell == r->n || usual_width < 2)
        return r->n;
    if (below_head && (cell > 0 || !is_footnote(str_trim(r->cells[0].text))))
        return r->n;
    return cell;
}
