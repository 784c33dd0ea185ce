/*
 * Writes the sample book of the painter's tests: `pdf_sample FILE`. What the
 * judges of the PDF are shown before there is any layout.
 */
#include "../unit/paint/pdf_case.h"

int main(int argc, char **argv)
{
    Book b;
    DlPage *pages[2];
    bool ok = false;

    if (argc != 2)
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
        ok = painter->close(painter, b.doc);
    }
    diags_print(b.diags, &(DiagPrint){.format = DIAG_HUMAN}, stderr);
    book_release(&b);
    return ok ? EXIT_OK : EXIT_BUG;
}
