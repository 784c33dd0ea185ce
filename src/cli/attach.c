/* Adding the source files to the document. */
#include "cli/attach.h"

#include "base/file.h"

#include <glib.h>

static bool name_taken(const DlDoc *doc, Str name)
{
    for (uint32_t i = 0; i < doc->nattachments; i++) {
        if (str_eq(doc->attachments[i].name, name))
            return true;
    }
    return false;
}

/* The file's own name in composed form; when another folder's file has it
 * already, with a number before it. */
static Str name_make(const DlDoc *doc, Str path)
{
    Str base = path_base(path);
    if (str_eq_c(path, "-"))
        base = STR("layout.yaml"); /* what came by standard input */
    gchar *nfc = g_utf8_normalize(base.p, (gssize)base.n, G_NORMALIZE_NFC);
    Str name = nfc ? str_dup(str_of(nfc), doc->arena) : base;
    g_free(nfc);
    Str free_name = name;
    for (int i = 2; name_taken(doc, free_name); i++)
        free_name = str_printf(doc->arena, "%d-" STR_FMT, i, STR_ARG(name));
    return free_name;
}

static void attach(DlDoc *doc, Str path, const char *mime, const char *relation,
                   const char *description, Str bytes)
{
    dldoc_add_attachment(doc, (DlAttachment){.name = name_make(doc, path),
                                             .mime = str_of(mime),
                                             .relation = str_of(relation),
                                             .description = str_of(description),
                                             .bytes = bytes});
}

/* Two tables of one layout may read the same file. */
static bool read_before(const Document *d, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (str_eq(table_path(d->tables[k]), table_path(d->tables[i])))
            return true;
    }
    return false;
}

static bool attach_text(DlDoc *doc, Str path, const char *description,
                        Diags *diags)
{
    Str bytes;
    if (!file_read(path, POS_NONE, doc->arena, diags, &bytes))
        return false;
    attach(doc, path, "application/yaml", "Source", description, bytes);
    return true;
}

bool attach_sources(const Document *bound, DlDoc *doc, Diags *diags)
{
    for (size_t i = 0; i < bound->ntables; i++) {
        const Table *t = bound->tables[i];
        if (!bound->layout->tables[i].derived && !read_before(bound, i))
            attach(doc, table_path(t), "text/csv", "Data", "자료",
                   table_bytes(t));
    }
    return attach_text(doc, bound->layout->path, "레이아웃", diags) &&
           attach_text(doc, bound->layout->theme->path, "테마", diags);
}
