/* Searching the font folders for a file with the right fingerprint. */
#include "font/find.h"

#include "base/file.h"
#include "font/sfnt.h"

#include <glib.h>

/* Folders of fonts are two or three deep; a loop of links ends here. */
enum { MAX_DEPTH = 8 };

typedef struct Search {
    const LockFace *face;
    Arena *arena;
    FindResult result;
    FoundFile *out;
} Search;

/* Whether the file at `path` is the wanted one; then the search is over. */
static bool candidate_try(Search *s, Str path)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(str_c(path, s->arena));
    if (!blob)
        return false;
    unsigned n;
    const void *p = hb_blob_get_data(blob, &n);
    Bytes bytes = {p, n}, directory;
    s->result = FIND_CHANGED;
    s->out->path = path;
    if (!sfnt_directory(bytes, s->face->index, &directory) ||
        !str_eq(sfnt_fingerprint(directory, s->arena), s->face->fingerprint)) {
        hb_blob_destroy(blob);
        return false;
    }
    s->result = FIND_OK;
    *s->out = (FoundFile){path, blob, bytes, directory};
    return true;
}

static bool folder_search(Search *s, Str folder, int depth)
{
    GDir *dir =
        depth < MAX_DEPTH ? g_dir_open(str_c(folder, s->arena), 0, NULL) : NULL;
    if (!dir)
        return false;
    const Str wanted = path_base(s->face->file);
    const char *name;
    bool found = false;
    while (!found && (name = g_dir_read_name(dir))) {
        Str path = path_join(folder, str_of(name), s->arena);
        if (str_eq_c(wanted, name))
            found = candidate_try(s, path);
        else
            found = folder_search(s, path, depth + 1);
    }
    g_dir_close(dir);
    return found;
}

FindResult font_find(const LockFace *face, const Str *dirs, size_t ndirs,
                     Arena *a, FoundFile *out)
{
    Search s = {face, a, FIND_MISSING, out};
    *out = (FoundFile){.path = face->file};
    for (size_t i = 0; i < ndirs; i++) {
        if (candidate_try(&s, path_join(dirs[i], face->file, a)) ||
            candidate_try(&s, path_join(dirs[i], path_base(face->file), a)))
            return FIND_OK;
    }
    for (size_t i = 0; i < ndirs; i++) {
        if (folder_search(&s, dirs[i], 0))
            return FIND_OK;
    }
    return s.result;
}
