/* Font files: the container, the names, and the charset of CFF. */
#include "fuzz.h"

#include "font/cff.h"
#include "font/sfnt.h"

#include <stdlib.h>

enum { FACES = 4, GLYPHS = 300 };

static void read_cff(Bytes table, Arena *a)
{
    Cff cff;
    if (cff_read(table, GLYPHS, a, &cff) && cff.cid && !cff.cid_keyed)
        abort();
}

static void read_face(Bytes file, unsigned index, Arena *a)
{
    Bytes directory;
    if (!sfnt_directory(file, index, &directory))
        return;
    if (sfnt_fingerprint(directory, a).n != SFNT_FINGERPRINT)
        abort();
    for (unsigned id = 0; id <= 16; id++) {
        if (utf8_check(sfnt_name(file, directory, id, a)) >= 0)
            abort();
    }
    read_cff(sfnt_table(file, directory, "CFF "), a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    Arena *a = arena_new(0);
    Bytes file = {bytes, n};
    unsigned faces = sfnt_faces(file);
    for (unsigned i = 0; i < faces && i < FACES; i++)
        read_face(file, i, a);
    read_cff(file, a);
    arena_free(a);
    return 0;
}
