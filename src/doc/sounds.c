#include "doc/sounds.h"

#include "base/file.h"
#include "data/normal.h"

#include <string.h>

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

/* A sound that nobody can know is reported as `code`. */
static void sound_add(GArray *all, Str word, Str sound, DiagCode code, Pos pos,
                      Diags *diags)
{
    JosaEntry entry = {word, reading_class(sound)};
    if (entry.cls == JOSA_UNKNOWN)
        diag(diags, code, pos, diag_str(diags, sound));
    g_array_append_val(all, entry);
}

static void readings_add(GArray *all, const Layout *layout, Diags *diags)
{
    for (size_t i = 0; i < layout->nreadings; i++) {
        const LayoutVariable *r = &layout->readings[i];
        sound_add(all, r->name, r->value, DIAG_JOSA_READING, r->pos, diags);
    }
}

/* ---- the file: word, tab, sound; # begins a comment ---- */

static void line_add(GArray *all, Str line, Pos pos, Arena *a, Diags *diags)
{
    ptrdiff_t tab = str_find(line, STR("\t"));
    if (str_trim(line).n == 0 || line.p[0] == '#')
        return;
    Str word = tab < 0 ? STR("") : str_trim(str_sub(line, 0, (size_t)tab));
    if (word.n == 0 ||
        !text_normalise(word, 0, pos, a, diags, &word)) {
        diag(diags, DIAG_JOSA_LEXICON, pos, diag_str(diags, str_trim(line)));
        return;
    }
    pos.col += (uint32_t)str_count(str_sub(line, 0, (size_t)tab + 1));
    sound_add(all, word, str_trim(str_sub(line, (size_t)tab + 1, line.n)),
              DIAG_JOSA_LEXICON, pos, diags);
}

static void lexicon_add(GArray *all, const Layout *layout, Sources *sources,
                        Arena *a, Diags *diags)
{
    const LayoutParticles *p = &layout->particles;
    Str text;
    if (p->lexicon.n == 0 ||
        !file_read(p->lexicon, p->lexicon_pos, a, diags, &text))
        return;
    Pos pos = {sources_add(sources, p->lexicon), 0, 1};
    if (str_starts(text, STR("\xEF\xBB\xBF")))
        text = str_sub(text, 3, text.n);
    if (utf8_check(text) >= 0) {
        diag0(diags, DIAG_JOSA_LEXICON_ENCODING, pos);
        return;
    }
    sources_set_text(sources, pos.file, text);
    while (text.n > 0) {
        pos.line++;
        line_add(all, str_take_line(&text), pos, a, diags);
    }
}

/* ---- all ---- */

/* What the layout says itself comes first: it wins over the file. */
void sounds_take(const Layout *layout, Sources *sources, Filler *f)
{
    const LayoutParticles *p = &layout->particles;
    GArray *all = g_array_new(FALSE, FALSE, sizeof(JosaEntry));
    readings_add(all, layout, f->diags);
    lexicon_add(all, layout, sources, f->arena, f->diags);
    JosaEntry *lexicon = ARENA_ARRAY(f->arena, JosaEntry, all->len);
    if (all->len > 0)
        memcpy(lexicon, all->data, all->len * sizeof *lexicon);
    f->josa = (JosaOptions){.read_parens = p->read_brackets,
                            .skip_corp = p->skip_corporations,
                            .rieul_r = p->rieul_r,
                            .guess_latin = p->guess_latin,
                            .contract_copula = p->contract_copula,
                            .lexicon = lexicon,
                            .nlexicon = all->len};
    g_array_free(all, TRUE);
}
