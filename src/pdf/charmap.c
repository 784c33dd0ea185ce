#include "pdf/charmap.h"

#include "font/cmap.h"

#include <glib.h>
#include <pthread.h>

struct Charmaps {
    pthread_mutex_t lock; /* not GLib's: ThreadSanitizer sees this one */
    size_t count;
    uint32_t **maps; /* by face id */
};

Charmaps *charmaps_new(const Fonts *fonts)
{
    Charmaps *c = g_new0(Charmaps, 1);

    pthread_mutex_init(&c->lock, NULL);
    c->count = fonts_face_count(fonts);
    c->maps = g_new0(uint32_t *, c->count);
    return c;
}

void charmaps_free(Charmaps *c)
{
    if (!c)
        return;
    for (size_t i = 0; i < c->count; i++)
        g_free(c->maps[i]);
    g_free(c->maps);
    pthread_mutex_destroy(&c->lock);
    g_free(c);
}

/* Second codes of characters that have a code of their own: 〈 and 〉 of old,
 * radicals, compatibility ideographs. */
static bool is_copy(uint32_t cp)
{
    return cp == 0x2329 || cp == 0x232A || (cp >= 0x2E80 && cp <= 0x2FDF) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x2F800 && cp <= 0x2FA1F);
}

static bool is_private(uint32_t cp)
{
    return (cp >= 0xE000 && cp <= 0xF8FF) || cp >= 0xF0000;
}

/* How far a code is from what people type; the lowest speaks for a glyph. */
static int strangeness(uint32_t cp)
{
    return is_private(cp) ? 2 : is_copy(cp);
}

/* U+0000, U+FEFF and U+FFFE may not stand in a ToUnicode map (K-169). Fonts
 * often map controls too, to the glyph of the space. */
static bool is_forbidden(uint32_t cp)
{
    return cp < 0x20 || (cp >= 0x7F && cp < 0xA0) || cp == 0xFEFF ||
           cp == 0xFFFE;
}

/* `context`: the map being made. */
static void note_character(void *context, uint32_t cp, uint32_t glyph)
{
    uint32_t *said = (uint32_t *)context + glyph;

    if (!is_forbidden(cp) && (!*said || strangeness(cp) < strangeness(*said)))
        *said = cp;
}

static uint32_t *build_map(const Face *face)
{
    uint32_t *map = g_new0(uint32_t, face->nglyphs);

    face_each_character(face, note_character, map);
    return map;
}

Str charmap_text(uint32_t cp, char utf8[4])
{
    enum { FIRST = 0xFB00, LAST = 0xFB06 };
    static const char *const ligatures[] = {"ff",  "fi", "fl", "ffi",
                                            "ffl", "ſt", "st"};
    if (cp >= FIRST && cp <= LAST)
        return str_of(ligatures[cp - FIRST]);
    return (Str){utf8, utf8_put(utf8, cp)};
}

const uint32_t *charmap_find(Charmaps *c, const Face *face)
{
    const uint32_t *map;

    pthread_mutex_lock(&c->lock);
    if (!c->maps[face->id])
        c->maps[face->id] = build_map(face);
    map = c->maps[face->id];
    pthread_mutex_unlock(&c->lock);
    return map;
}
