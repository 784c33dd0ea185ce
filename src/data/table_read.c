/*
 * Making a table: the file is decoded, split, its head matched with the
 * layout, its cells put in order, typed and checked. Every step reports all it
 * can before the next one needs it to have gone well.
 */
#include "base/file.h"
#include "data/dialect.h"
#include "data/encoding.h"
#include "data/normal.h"
#include "data/table_making.h"

#include <string.h>

/* Places in the text are 31 bits wide. */
static const uint64_t BYTES_MAX = UINT64_C(0x7FFFFFFF);

static Pos file_pos(const Table *t)
{
    return (Pos){t->file, 0, 0};
}

static void *keep(Arena *a, const GArray *array, size_t size)
{
    void *copy = arena_alloc(a, array->len * size);
    if (array->len)
        memcpy(copy, array->data, array->len * size);
    return copy;
}

static void keep_arrays(Making *m)
{
    Row end = {(uint32_t)m->t->text.n, 0, m->cells->len};
    m->t->nrows = m->rows->len;
    g_array_append_val(m->rows, end);
    m->t->rows = keep(m->arena, m->rows, sizeof(Row));
    m->t->cells = keep(m->arena, m->cells, sizeof(Cell));
    m->t->odd = keep(m->arena, m->odd, sizeof(OddCell));
    m->t->notes = keep(m->arena, m->notes, sizeof(TableNote));
    m->t->nnotes = m->notes->len;
}

static bool report_split(Making *m, const Records *records)
{
    static const DiagCode codes[] = {
        [RECORD_STRAY_QUOTE] = DIAG_CSV_STRAY_QUOTE,
        [RECORD_AFTER_QUOTE] = DIAG_CSV_AFTER_QUOTE,
        [RECORD_OPEN_QUOTE] = DIAG_CSV_OPEN_QUOTE,
        [RECORD_TOO_LONG] = DIAG_CSV_TOO_LONG};
    RecordFault fault = records_fault(records);
    if (fault == RECORD_FINE)
        return true;
    if (fault != RECORD_STOPPED)
        diag0(m->diags, codes[fault],
              (Pos){m->t->file,
                    (uint32_t)records_fault_line(records) + m->line_base,
                    (uint32_t)records_fault_col(records)});
    return false;
}

static bool split(Making *m)
{
    Records *records = records_new(m->t->delimiter, making_take, m);
    bool fed =
        records_feed(records, str_sub(m->t->text, m->text_base, m->t->text.n));
    bool fine = fed && records_end(records);
    if (!fine)
        report_split(m, records);
    records_free(records);
    if (fine && !m->has_head)
        diag0(m->diags, DIAG_CSV_EMPTY, (Pos){m->t->file, 1, 1});
    return fine && m->has_head;
}

static bool choose_dialect(Making *m)
{
    Table *t = m->t;
    Dialect found = dialect_find(t->text);
    t->delimiter = found.delimiter;
    m->text_base = (uint32_t)found.skip;
    m->line_base = found.skip > 0;
    m->usual_width = found.width;
    if (t->spec.delimiter.n == 0)
        return true;
    if (!delimiter_parse(t->spec.delimiter, &t->delimiter)) {
        diag(m->diags, DIAG_CSV_DELIMITER, t->spec.pos,
             diag_str(m->diags, t->spec.delimiter));
        return false;
    }
    m->usual_width =
        dialect_width(str_sub(t->text, m->text_base, t->text.n), t->delimiter);
    return true;
}

static bool load(Making *m, Sources *sources)
{
    Table *t = m->t;
    DecodedText decoded;
    bool too_big = file_size(t->spec.path, m->arena) >= BYTES_MAX;
    if (!too_big &&
        !file_read(t->spec.path, t->spec.pos, m->arena, m->diags, &t->bytes))
        return false;
    t->file = sources_add(sources, t->spec.path);
    if (too_big) {
        diag0(m->diags, DIAG_CSV_TOO_BIG, file_pos(t));
        return false;
    }
    bool fine = text_decode(t->bytes, t->spec.encoding, t->spec.pos, t->file,
                            m->arena, m->diags, &decoded);
    t->text = decoded.text;
    sources_set_text(sources, t->file, t->text);
    if (decoded.encoding == ENCODING_CP949)
        m->normal_flags |= NORMAL_CP949;
    if (t->text.n >= BYTES_MAX) {
        diag0(m->diags, DIAG_CSV_TOO_BIG, file_pos(t));
        return false;
    }
    return fine;
}

static bool make(Making *m, Sources *sources)
{
    if (!load(m, sources) || !choose_dialect(m) || !split(m))
        return false;
    keep_arrays(m);
    making_type(m);
    making_check(m);
    making_totals(m);
    table_index(m->t, m->arena);
    return true;
}

Table *table_read(const TableSpec *spec, Sources *sources, Arena *document,
                  Diags *diags)
{
    Table *t = ARENA_NEW(document, Table);
    t->spec = *spec;
    t->year = spec->year;
    Making m = {.t = t,
                .arena = document,
                .diags = diags,
                .rows = g_array_new(FALSE, FALSE, sizeof(Row)),
                .cells = g_array_new(FALSE, FALSE, sizeof(Cell)),
                .odd = g_array_new(FALSE, FALSE, sizeof(OddCell)),
                .notes = g_array_new(FALSE, FALSE, sizeof(TableNote))};
    bool made = make(&m, sources);
    g_array_free(m.rows, TRUE);
    g_array_free(m.cells, TRUE);
    g_array_free(m.odd, TRUE);
    g_array_free(m.notes, TRUE);
    return made ? t : NULL;
}
