/*
 * Sources: paths and texts by number.
 *
 * Lines are found by walking the text. Messages mostly come in order of the
 * file, so each file remembers the line it found last and goes on from there.
 */
#include "base/source.h"

#include <glib.h>

typedef struct SourceFile {
    Str path, text;
    SourceKind kind;
    uint32_t line; /* found last; 0 = none */
    size_t at;     /* where it begins */
} SourceFile;

/* Numbers from here on are options; no run reads as many files. */
#define OPTION_FIRST ((uint32_t)1 << 31)

struct Sources {
    Arena *arena;
    GPtrArray *files;    /* of SourceFile; file 1 is files[0] */
    GPtrArray *options;  /* of SourceFile; OPTION_FIRST is options[0] */
    GHashTable *by_path; /* path -> number */
};

Sources *sources_new(void)
{
    Sources *s = g_new(Sources, 1);
    s->arena = arena_new(0);
    s->files = g_ptr_array_new();
    s->options = g_ptr_array_new();
    s->by_path = g_hash_table_new(g_str_hash, g_str_equal);
    return s;
}

void sources_free(Sources *s)
{
    if (!s)
        return;
    g_hash_table_destroy(s->by_path);
    g_ptr_array_free(s->files, TRUE);
    g_ptr_array_free(s->options, TRUE);
    arena_free(s->arena);
    g_free(s);
}

uint32_t sources_add(Sources *s, Str path)
{
    Str own = str_dup(path, s->arena);
    gpointer known = g_hash_table_lookup(s->by_path, own.p);
    if (known)
        return GPOINTER_TO_UINT(known);
    SourceFile *file = ARENA_NEW(s->arena, SourceFile);
    file->path = own;
    g_ptr_array_add(s->files, file);
    g_hash_table_insert(s->by_path, (char *)own.p,
                        GUINT_TO_POINTER(s->files->len));
    return s->files->len;
}

uint32_t sources_add_option(Sources *s, Str name, Str text)
{
    SourceFile *option = ARENA_NEW(s->arena, SourceFile);
    *option = (SourceFile){.path = str_dup(name, s->arena),
                           .text = str_dup(text, s->arena),
                           .kind = SOURCE_OPTION};
    g_ptr_array_add(s->options, option);
    return OPTION_FIRST + s->options->len - 1;
}

bool pos_is_option(Pos pos)
{
    return pos.file >= OPTION_FIRST;
}

static SourceFile *find_file(const Sources *s, uint32_t file)
{
    if (file >= OPTION_FIRST)
        return file - OPTION_FIRST < s->options->len
                   ? g_ptr_array_index(s->options, file - OPTION_FIRST)
                   : NULL;
    return file >= 1 && file <= s->files->len
               ? g_ptr_array_index(s->files, file - 1)
               : NULL;
}

void sources_set_text(Sources *s, uint32_t file, Str text)
{
    SourceFile *f = find_file(s, file);
    if (!f)
        return;
    f->text = text;
    f->line = 0;
}

Str sources_path(const Sources *s, uint32_t file)
{
    const SourceFile *f = find_file(s, file);
    return f ? f->path : STR("");
}

void sources_set_layout(Sources *s, uint32_t file)
{
    SourceFile *f = find_file(s, file);
    if (f)
        f->kind = SOURCE_LAYOUT;
}

SourceKind sources_kind(const Sources *s, uint32_t file)
{
    const SourceFile *f = find_file(s, file);
    return f ? f->kind : SOURCE_DATA;
}

size_t sources_count(const Sources *s)
{
    return s->files->len;
}

/* Offset of the end of the line that begins at `at`. */
static size_t line_end(Str text, size_t at)
{
    while (at < text.n && text.p[at] != '\n' && text.p[at] != '\r')
        at++;
    return at;
}

/* Past a line end: LF, CR LF, or CR alone as old files have it. */
static size_t skip_line_end(Str text, size_t at)
{
    if (at + 1 < text.n && text.p[at] == '\r' && text.p[at + 1] == '\n')
        return at + 2;
    return at < text.n ? at + 1 : at;
}

Str sources_line(const Sources *s, Pos pos)
{
    SourceFile *f = find_file(s, pos.file);
    if (!f || pos.line == 0)
        return STR("");
    if (f->line == 0 || f->line > pos.line) {
        f->line = 1;
        f->at = 0;
    }
    while (f->line < pos.line && f->at < f->text.n) {
        f->at = skip_line_end(f->text, line_end(f->text, f->at));
        f->line++;
    }
    if (f->line < pos.line)
        return STR("");
    return str_sub(f->text, f->at, line_end(f->text, f->at) - f->at);
}
