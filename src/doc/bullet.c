#include "doc/bullet.h"

#include <glib.h>

/* The usual way comes first. */
static const struct {
    BlockKind kind;
    const char *typed[8];
} bullets[] = {
    {BLOCK_HEAD, {"□", "■", "ㅁ", "▢"}},
    {BLOCK_ITEM, {"○", "❍", "◦", "◯", "ㅇ", "o", "●"}},
    {BLOCK_SUBITEM, {"-", "―", "–", "—", "‣", "▪", "−"}},
    {BLOCK_POINT, {"·", "ㆍ", "•", "∙", "・"}},
    {BLOCK_ITEM_NOTE, {"※", "*"}},
    {BLOCK_NOTE, {"※", "*"}},
};

Str bullet_usual(Str typed)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++)
        for (size_t k = 1; bullets[i].typed[k]; k++)
            if (str_eq_c(typed, bullets[i].typed[k]))
                return str_of(bullets[i].typed[0]);
    return typed;
}

static bool is_space_at(Str text, size_t at)
{
    return at < text.n && text.p[at] == ' ';
}

Str bullet_drop(BlockKind kind, Str text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(bullets); i++) {
        for (size_t k = 0; bullets[i].kind == kind && bullets[i].typed[k];
             k++) {
            Str marker = str_of(bullets[i].typed[k]);
            size_t at = marker.n;
            if (!str_starts(text, marker) || !is_space_at(text, at))
                continue;
            while (is_space_at(text, at))
                at++;
            return str_sub(text, at, text.n);
        }
    }
    return text;
}
