#include "doc/sounds.h"

/* 로봇 as it sounds, or C, V or L outright, which is what the warning about an
 * unknown word proposes (J-25). The three of them as they stand there are no
 * answer yet. */
static JosaClass reading_class(Str text)
{
    static const struct {
        const char *letter;
        JosaClass cls;
    } letters[] = {
        {"C", JOSA_CONSONANT}, {"V", JOSA_VOWEL}, {"L", JOSA_RIEUL}};
    for (size_t i = 0; i < G_N_ELEMENTS(letters); i++)
        if (str_eq_c(text, letters[i].letter))
            return letters[i].cls;
    return str_find(text, STR("|")) >= 0 ? JOSA_UNKNOWN
                                         : josa_class(text, NULL);
}

void sounds_take(const Layout *layout, Filler *f)
{
    JosaEntry *entries = ARENA_ARRAY(f->arena, JosaEntry, layout->nreadings);
    for (size_t i = 0; i < layout->nreadings; i++) {
        const LayoutVariable *r = &layout->readings[i];
        entries[i] = (JosaEntry){r->name, reading_class(r->value)};
        if (entries[i].cls == JOSA_UNKNOWN)
            diag(f->diags, DIAG_JOSA_READING, r->pos,
                 diag_str(f->diags, r->value));
    }
    f->josa.lexicon = entries;
    f->josa.nlexicon = layout->nreadings;
}
