/*
 * How the display list hangs its contents and links into the tags. For dlist/
 * alone.
 */
#ifndef DLIST_TAG_INT_H
#define DLIST_TAG_INT_H

#include "dlist/tag.h"

void tag_add_content(TagTree *t, Tag *tag, uint32_t page, uint32_t mark);
void tag_add_link(TagTree *t, Tag *tag, uint32_t page, uint32_t link);

#endif
