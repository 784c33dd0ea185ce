/* Writing JSON. */
#include "cli/json.h"

#include "base/json.h"

#include <glib.h>

struct JsonWriter {
    Arena *arena, *scratch;
    GString *out;
    int depth;
    int flat;    /* depth from which all stays on one line, 0: none */
    bool first;  /* nothing stands in this list or map yet */
    bool valued; /* a key waits for its value */
};

JsonWriter *json_new(Arena *a)
{
    JsonWriter *j = ARENA_NEW(a, JsonWriter);
    j->arena = a;
    j->scratch = arena_new(4096);
    j->out = g_string_new(NULL);
    return j;
}

Str json_finish(JsonWriter *j)
{
    g_string_append_c(j->out, '\n');
    Str text = str_dup((Str){j->out->str, j->out->len}, j->arena);
    g_string_free(j->out, TRUE);
    arena_free(j->scratch);
    return text;
}

static void break_line(JsonWriter *j)
{
    if (j->flat)
        return;
    g_string_append_c(j->out, '\n');
    for (int i = 0; i < j->depth; i++)
        g_string_append(j->out, "  ");
}

/* Before any value or key: the comma after what stood before. */
static void begin(JsonWriter *j)
{
    if (j->valued) {
        j->valued = false;
        return;
    }
    if (j->depth == 0)
        return;
    if (!j->first)
        g_string_append(j->out, j->flat ? ", " : ",");
    j->first = false;
    break_line(j);
}

void json_open(JsonWriter *j, char c)
{
    begin(j);
    g_string_append_c(j->out, c);
    j->depth++;
    j->first = true;
}

void json_open_inline(JsonWriter *j, char c)
{
    json_open(j, c);
    if (!j->flat)
        j->flat = j->depth;
}

void json_close(JsonWriter *j, char c)
{
    bool was_flat = j->flat != 0;
    if (j->flat == j->depth)
        j->flat = 0;
    j->depth--;
    if (!was_flat && !j->first)
        break_line(j);
    g_string_append_c(j->out, c);
    j->first = false;
}

static void put_quoted(JsonWriter *j, Str s)
{
    Str quoted = json_quote(s, j->scratch);
    g_string_append_len(j->out, quoted.p, (gssize)quoted.n);
    arena_reset(j->scratch);
}

void json_key(JsonWriter *j, const char *key)
{
    begin(j);
    put_quoted(j, str_of(key));
    g_string_append(j->out, ": ");
    j->valued = true;
}

void json_text(JsonWriter *j, Str s)
{
    begin(j);
    put_quoted(j, s);
}

void json_int(JsonWriter *j, int64_t n)
{
    begin(j);
    g_string_append_printf(j->out, "%lld", (long long)n);
}

void json_bool(JsonWriter *j, bool b)
{
    begin(j);
    g_string_append(j->out, b ? "true" : "false");
}

void json_len(JsonWriter *j, Len l)
{
    begin(j);
    g_string_append(j->out, len_dump(l, j->scratch));
    arena_reset(j->scratch);
}

void json_percent(JsonWriter *j, int thousandths)
{
    begin(j);
    if (thousandths < 0)
        g_string_append_c(j->out, '-');
    int n = abs(thousandths);
    g_string_append_printf(j->out, "%d", n / 10);
    if (n % 10)
        g_string_append_printf(j->out, ".%d", n % 10);
}

void json_put_text(JsonWriter *j, const char *key, Str s)
{
    if (s.n == 0)
        return;
    json_key(j, key);
    json_text(j, s);
}

void json_put_int(JsonWriter *j, const char *key, int64_t n)
{
    json_key(j, key);
    json_int(j, n);
}

void json_put_len(JsonWriter *j, const char *key, Len l)
{
    json_key(j, key);
    json_len(j, l);
}
