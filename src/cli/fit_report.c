#include "cli/fit_report.h"

#include "base/file.h"
#include "cli/json.h"

struct FitReport {
    JsonWriter *json;
    const Sources *sources;
    Arena *arena;
};

FitReport *fit_report_new(const Sources *sources, Arena *a)
{
    FitReport *r = ARENA_NEW(a, FitReport);
    *r = (FitReport){json_new(a), sources, a};
    json_open(r->json, '{');
    json_key(r->json, "paragraphs");
    json_open(r->json, '[');
    return r;
}

static Str how_of(const FitNote *note)
{
    const Para *p = note->para;
    if (p->lines_saved > 0 || p->kept_words || note->size_change < 0)
        return STR("tightened");
    if (p->loosened)
        return STR("loosened");
    bool pinned = p->word_space != 1000 || p->letter_spacing ||
                  p->glyph_width != 1000;
    return pinned ? STR("pinned") : STR("cut");
}

static void put_place(FitReport *r, Pos pos)
{
    Str path = pos.file ? sources_path(r->sources, pos.file) : STR("");
    json_put_text(r->json, "file", path);
    json_put_int(r->json, "line", pos.line);
    json_put_int(r->json, "column", pos.col);
}

static void put_percent(JsonWriter *j, const char *key, int thousandths)
{
    json_key(j, key);
    json_percent(j, thousandths);
}

void fit_report_add(FitReport *r, const FitNote *note)
{
    JsonWriter *j = r->json;
    const Para *p = note->para;
    json_open_inline(j, '{');
    put_place(r, note->source);
    json_put_text(j, "text", note->text);
    json_put_text(j, "how", how_of(note));
    json_put_int(j, "lines", p->nlines);
    json_put_int(j, "lines_saved", p->lines_saved);
    if (p->words_cut > 0)
        json_put_int(j, "words_cut", p->words_cut);
    put_percent(j, "word_space", p->word_space);
    put_percent(j, "letter_spacing", p->letter_spacing);
    put_percent(j, "glyph_width", p->glyph_width);
    json_put_len(j, "size_change", note->size_change);
    json_close(j, '}');
}

void fit_report_free(FitReport *r)
{
    if (r && r->json)
        json_finish(r->json);
}

bool fit_report_write(FitReport *r, const PageReport *pages, Str path,
                      Diags *diags)
{
    json_close(r->json, ']');
    json_put_int(r->json, "lines_saved", pages->lines_saved);
    json_close(r->json, '}');
    Str text = json_finish(r->json);
    r->json = NULL;
    FileOut *file = file_create(path, diags);
    file_write(file, text.p, text.n);
    return file_commit(file);
}
