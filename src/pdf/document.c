/*
 * Document: from painted pages to the file, step by step.
 */
#include "pdf/pdf.h"

#include "pdf/assembly.h"
#include "pdf/fontfile.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"

/* Every face that some page shows, in the resources all pages share. */
static bool add_fonts(Assembly *a)
{
    const GlyphUse *use = a->book->glyphs;
    Buf b = {0};
    bool ok = true;

    buf_add_c(&b, "/Font<<");
    for (size_t i = 0; i < use->count; i++) {
        if (!use->faces[i])
            continue;
        uint32_t font =
            font_embed(&a->objects, use->faces[i], a->deflater, a->diags);
        buf_printf(&b, "/F%u ", font_resource(use->faces[i]->face));
        put_ref(&b, font);
        ok = ok && font;
    }
    buf_add_c(&b, ">>");
    object_set_body(&a->objects, a->resources, &b);
    buf_release(&b);
    return ok;
}

static void add_names(Assembly *a)
{
    if (!a->names.n)
        return;
    buf_add_c(&a->catalog, "/Names<<");
    buf_add(&a->catalog, a->names.p, a->names.n);
    buf_add_c(&a->catalog, ">>");
}

static void finish_catalog(Assembly *a, const Structure *s)
{
    buf_add_c(&a->catalog, "/MarkInfo<</Marked true>>/StructTreeRoot ");
    put_ref(&a->catalog, structure_root(s));
    dict_set_body(&a->objects, a->objects.doc->catalog, &a->catalog);
}

static bool save(Assembly *a, Structure *s, Str path)
{
    LateObjects late = structure_objects(s);
    FileOut *f = file_create(path, a->diags);

    if (!f)
        return false;
    if (!objects_save(&a->objects, &late, f, a->book->stopped, a->diags)) {
        file_abandon(f);
        return false;
    }
    return file_commit(f);
}

bool pdf_write(const PdfBook *book, Str path, Diags *diags)
{
    Assembly a = {.book = book,
                  .doc = book->doc,
                  .diags = diags,
                  .deflater = deflater_new(DEFLATE_SMALL)};
    Structure structure;
    bool ok;

    objects_init(&a.objects);
    a.resources = object_add(&a.objects);
    add_pages(&a);
    ok = add_fonts(&a);
    add_navigation(&a);
    add_metadata(&a);
    add_attachments(&a);
    add_names(&a);
    structure_init(&structure, &a);
    finish_catalog(&a, &structure);
    ok = ok && save(&a, &structure, path);

    objects_release(&a.objects);
    deflater_free(a.deflater);
    buf_release(&a.catalog);
    buf_release(&a.names);
    return ok;
}
