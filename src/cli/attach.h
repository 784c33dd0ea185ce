/*
 * Attach: the files a book was made from travel inside it (PDF/A-3), so that
 * its figures can be checked and made again for decades.
 */
#ifndef CLI_ATTACH_H
#define CLI_ATTACH_H

#include "dlist/dlist.h"
#include "doc/block.h"

/* Adds each CSV file (relation Data), the layout and its theme (Source) to the
 * document, every name once. False when reported. */
bool attach_sources(const Document *bound, DlDoc *doc, Diags *diags);

#endif
