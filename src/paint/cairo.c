/* Drawing the operations of a page with Cairo. */
#include "paint/cairo.h"

#include "paint/hatch.h"

#include <cairo-ft.h>
#include <glib.h>
#include <hb.h>

struct CairoFonts {
    const Fonts *fonts;
    cairo_font_face_t **faces; /* by Face.id; NULL: not opened yet */
};

/* What a Cairo font needs as long as Cairo keeps it, which may be longer than
 * we do. A library of its own keeps the threads apart. */
typedef struct FreeTypeFace {
    hb_blob_t *blob;
    FT_Library library;
    FT_Face face;
} FreeTypeFace;

static void freetype_close(void *p)
{
    FreeTypeFace *f = p;
    FT_Done_Face(f->face);
    FT_Done_FreeType(f->library);
    hb_blob_destroy(f->blob);
    g_free(f);
}

static bool freetype_open(const Face *face, FreeTypeFace *f)
{
    unsigned n;
    f->blob = hb_face_reference_blob(face->hb_face);
    const char *p = hb_blob_get_data(f->blob, &n);
    return FT_Init_FreeType(&f->library) == 0 &&
           FT_New_Memory_Face(f->library, (const FT_Byte *)p, n,
                              (FT_Long)face->index, &f->face) == 0;
}

/* The files were vetted when the set was opened; one that FreeType refuses
 * all the same gives no font, and the context keeps the error. */
static cairo_font_face_t *font_open(const Face *face)
{
    static const cairo_user_data_key_t key;
    FreeTypeFace *f = g_new0(FreeTypeFace, 1);
    if (!freetype_open(face, f)) {
        freetype_close(f);
        return NULL;
    }
    cairo_font_face_t *font = cairo_ft_font_face_create_for_ft_face(
        f->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    cairo_font_face_set_user_data(font, &key, f, freetype_close);
    return font;
}

CairoFonts *cairofonts_new(const Fonts *fonts)
{
    CairoFonts *f = g_new0(CairoFonts, 1);
    f->fonts = fonts;
    f->faces = g_new0(cairo_font_face_t *, fonts_face_count(fonts));
    return f;
}

void cairofonts_free(CairoFonts *f)
{
    for (size_t i = 0; i < fonts_face_count(f->fonts); i++)
        cairo_font_face_destroy(f->faces[i]);
    g_free(f->faces);
    g_free(f);
}

static cairo_font_face_t *font_of(CairoFonts *f, const Face *face)
{
    cairo_font_face_t **font = &f->faces[face->id];
    if (!*font)
        *font = font_open(face);
    return *font;
}

static void set_colour(cairo_t *cr, Colour c)
{
    cairo_set_source_rgb(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0);
}

static size_t count_glyphs(const DlRun *run)
{
    size_t n = 0;
    for (uint32_t i = 0; i < run->npieces; i++)
        n += run->pieces[i].shaped->n;
    return n;
}

/* Widths in points of one font unit, of one glyph's letter spacing. */
typedef struct RunScale {
    double across, up, spacing;
} RunScale;

static RunScale run_scale(const DlRun *run)
{
    double size = len_pt(run->size);
    double unit = size / run->face->upem;
    return (RunScale){.across = unit * run->glyph_width / 1000.0,
                      .up = unit,
                      .spacing = size * run->letter_spacing / 1000.0};
}

/* Places the glyphs of one piece from *x on. */
static cairo_glyph_t *place_piece(const DlPiece *piece, RunScale scale,
                                  double *x, double y, cairo_glyph_t *out)
{
    const Shaped *s = piece->shaped;
    for (uint32_t i = 0; i < s->n; i++) {
        GlyphShift shift = s->shifts ? s->shifts[i] : (GlyphShift){0, 0};
        *out++ = (cairo_glyph_t){.index = s->glyphs[i].id,
                                 .x = *x + shift.x * scale.across,
                                 .y = y - shift.y * scale.up};
        *x += s->glyphs[i].advance * scale.across + scale.spacing;
    }
    *x += len_pt(piece->gap);
    return out;
}

static void draw_run(cairo_t *cr, CairoFonts *fonts, CairoGlyphs how,
                     const DlRun *run)
{
    cairo_glyph_t *glyphs = g_new(cairo_glyph_t, count_glyphs(run));
    cairo_glyph_t *end = glyphs;
    RunScale scale = run_scale(run);
    double x = len_pt(run->x);
    for (uint32_t i = 0; i < run->npieces; i++)
        end = place_piece(&run->pieces[i], scale, &x, len_pt(run->y), end);

    cairo_matrix_t matrix;
    cairo_matrix_init_scale(&matrix, scale.across * run->face->upem,
                            scale.up * run->face->upem);
    cairo_set_font_face(cr, font_of(fonts, run->face));
    cairo_set_font_matrix(cr, &matrix);
    set_colour(cr, run->colour);
    if (how == GLYPHS_AS_SYMBOLS) {
        cairo_show_glyphs(cr, glyphs, (int)(end - glyphs));
    } else {
        cairo_glyph_path(cr, glyphs, (int)(end - glyphs));
        cairo_fill(cr);
    }
    g_free(glyphs);
}

static void trace_path(cairo_t *cr, const DlPath *path)
{
    const Point *p = path->points;
    for (uint32_t i = 0; i < path->nsegs; i++) {
        switch (path->segs[i]) {
        case SEG_MOVE:
            cairo_move_to(cr, len_pt(p->x), len_pt(p->y));
            p++;
            break;
        case SEG_LINE:
            cairo_line_to(cr, len_pt(p->x), len_pt(p->y));
            p++;
            break;
        case SEG_CURVE:
            cairo_curve_to(cr, len_pt(p[0].x), len_pt(p[0].y), len_pt(p[1].x),
                           len_pt(p[1].y), len_pt(p[2].x), len_pt(p[2].y));
            p += 3;
            break;
        case SEG_CLOSE:
            cairo_close_path(cr);
            break;
        }
    }
}

static void set_fill_rule(cairo_t *cr, const DlPaint *paint)
{
    cairo_set_fill_rule(cr, paint->even_odd ? CAIRO_FILL_RULE_EVEN_ODD
                                            : CAIRO_FILL_RULE_WINDING);
}

static void draw_hatch(cairo_t *cr, const DlPath *path, DlHatch hatch)
{
    Arena *scratch = arena_new(0);
    const HatchStroke *strokes;
    uint32_t n = hatch_strokes(hatch, path_bounds(path), scratch, &strokes);
    cairo_save(cr);
    trace_path(cr, path);
    cairo_clip(cr);
    for (uint32_t i = 0; i < n; i++) {
        HatchStroke s = strokes[i];
        cairo_move_to(cr, len_pt(s.from.x), len_pt(s.from.y));
        cairo_line_to(cr, len_pt(s.to.x), len_pt(s.to.y));
    }
    cairo_set_dash(cr, NULL, 0, 0);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, len_pt(hatch_width(hatch)));
    set_colour(cr, COLOUR_BLACK);
    cairo_stroke(cr);
    cairo_restore(cr);
    arena_free(scratch);
}

static void draw_stroke(cairo_t *cr, const DlPath *path, const DlPaint *paint)
{
    const double dash[] = {len_pt(paint->dash[0]), len_pt(paint->dash[1])};
    cairo_set_dash(cr, dash, paint->dash[0] > 0 ? 2 : 0, 0);
    cairo_set_line_cap(cr, paint->round_cap ? CAIRO_LINE_CAP_ROUND
                                            : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_width(cr, len_pt(paint->line_width));
    set_colour(cr, paint->stroke_colour);
    trace_path(cr, path);
    cairo_stroke(cr);
}

static void draw_path(cairo_t *cr, const DlPath *path, const DlPaint *paint)
{
    set_fill_rule(cr, paint);
    if (paint->fill) {
        set_colour(cr, paint->fill_colour);
        trace_path(cr, path);
        cairo_fill(cr);
    }
    if (paint->hatch != HATCH_NONE)
        draw_hatch(cr, path, paint->hatch);
    if (paint->stroke)
        draw_stroke(cr, path, paint);
}

/* The same picture on every machine: no hinting, no colour fringes. */
static void set_font_options(cairo_t *cr)
{
    cairo_font_options_t *o = cairo_font_options_create();
    cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(o, CAIRO_ANTIALIAS_GRAY);
    cairo_set_font_options(cr, o);
    cairo_font_options_destroy(o);
}

void cairo_draw_page(cairo_t *cr, CairoFonts *fonts, CairoGlyphs how,
                     const DlPage *page)
{
    set_font_options(cr);
    for (const DlOp *op = page->ops; op; op = op->next) {
        if (op->kind == OP_RUN)
            draw_run(cr, fonts, how, &op->run);
        else if (op->kind == OP_PATH)
            draw_path(cr, &op->path.path, &op->path.paint);
    }
}

cairo_status_t cairo_append(void *bytes, const unsigned char *data, unsigned n)
{
    g_byte_array_append(bytes, data, n);
    return CAIRO_STATUS_SUCCESS;
}

const char *cairo_failure(cairo_status_t status)
{
    return status == CAIRO_STATUS_SUCCESS ? NULL
                                          : cairo_status_to_string(status);
}
