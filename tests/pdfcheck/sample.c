/*
 * Writes the sample book of the painter's tests: `pdf_sample FILE [PAGES]`.
 * What the judges of the PDF are shown before there is any layout. PAGES adds
 * plain pages with a chapter and a link each, so that trees grow branches.
 */
#include "../unit/paint/pdf_case.h"

#include <stdlib.h>

static void add_chapter(Book *b, Painter *painter, uint32_t index)
{
    Tag *part = tag_below(b, b->doc->tags->root, ROLE_PART);
    Str name = str_printf(b->arena, "extra-%u", index);
    uint32_t dest = dldoc_add_dest(b->doc, name);
    DlPage *p = new_page(b, index);

    b->doc->dests[dest].page = index;
    dldoc_add_outline(b->doc, 1, name, dest);
    add_tagged(b, p, tag_below(b, part, ROLE_H1), bold, "덧붙인 장", MARGIN,
               LEN_MM(30));
    add_link(b, p, tag_below(b, part, ROLE_PARA), b->dest, NULL, "처음으로",
             LEN_MM(40));
    painter->page(painter, p);
}

int main(int argc, char **argv)
{
    Book b;
    DlPage *pages[2];
    bool ok = false;

    if (argc != 2 && argc != 3)
        return EXIT_USAGE;
    book_init(&b);
    if (b.fonts) {
        Painter *painter = painter_pdf(
            &(PaintOptions){
                .output = str_of(argv[1]), .fonts = b.fonts, .jobs = 1},
            b.diags);
        book_fill(&b, pages);
        painter->page(painter, pages[0]);
        painter->page(painter, pages[1]);
        for (uint32_t i = 0; argc == 3 && i < strtoul(argv[2], NULL, 10); i++)
            add_chapter(&b, painter, i + 2);
        ok = painter->close(painter, b.doc);
    }
    diags_print(b.diags, &(DiagPrint){.format = DIAG_HUMAN}, stderr);
    book_release(&b);
    return ok ? EXIT_OK : EXIT_BUG;
}
