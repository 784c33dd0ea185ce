/*
 * Labels: text on a sketch. A label's box is as high as its type is large,
 * around the syllable face, so that a middle is the middle that eyes see.
 */
#include "chart/sketch.h"
#include "chart/spans.h"

#include <math.h>

/* ---- setting ---- */

static Str parts_text(const LabelPart *parts, size_t n, Arena *a)
{
    if (n == 1)
        return parts[0].text;
    Str all = STR("");
    for (size_t i = 0; i < n; i++)
        all = str_printf(a, STR_FMT STR_FMT, STR_ARG(all),
                         STR_ARG(parts[i].text));
    return all;
}

/* The largest type of a label is as high as its line. */
static const ChartType *parts_type(const ChartStyle *style,
                                   const LabelPart *parts, size_t n)
{
    const ChartType *largest = &style->types[parts[0].role];
    for (size_t i = 1; i < n; i++) {
        const ChartType *type = &style->types[parts[i].role];
        if (type->text.size > largest->text.size)
            largest = type;
    }
    return largest;
}

static bool para_is_cut(const Para *p)
{
    for (uint32_t i = 0; i < p->nlines; i++)
        if (p->lines[i].emergency)
            return true;
    return false;
}

/* A bracket is parted only where it is wider than the measure. */
static const Para *para_set(Sketch *s, LabelSpans *spans, const ParaSpec *spec)
{
    const ChartTools *tools = s->tools;
    const Para *p = text_para(tools->text, spans->at, spans->n, spec,
                              tools->arena, tools->diags);
    if (!spans->keeps || !para_is_cut(p))
        return p;
    spans_let_go(spans);
    return text_para(tools->text, spans->at, spans->n, spec, tools->arena,
                     tools->diags);
}

/* The width of the widest word, as `word_end` parts them. */
static Len widest_word(const ChartTools *tools, Str left,
                       const TextStyle *style, Pos pos,
                       size_t (*word_end)(Str))
{
    Len widest = 0;
    while (left.n > 0) {
        Str word = str_sub(left, 0, word_end(left));
        Len w = text_width(tools->text, word, style, pos, tools->diags);
        widest = w > widest ? w : widest;
        left = str_sub(left, word.n + 1, left.n);
    }
    return widest;
}

static size_t to_space(Str text)
{
    ptrdiff_t space = str_find(text, STR(" "));
    return space < 0 ? text.n : (size_t)space;
}

double label_word_width(Sketch *s, ChartRole role, ChartText text)
{
    return len_pt(widest_word(s->tools, text.text,
                              &s->tools->style->types[role].text, text.pos,
                              to_space));
}

/* A bracket too wide to stand on a line with the word before it stands on one
 * of its own; false when it is too wide for that, too. */
static bool brackets_fit(const ChartTools *tools, LabelSpans *spans, Str text,
                         const LabelPart *part, Len measure)
{
    const TextStyle *style = &tools->style->types[part->role].text;
    if (!spans->keeps ||
        widest_word(tools, text, style, part->pos, spans_word) <= measure)
        return true;
    if (spans_widest(spans, tools) > measure)
        return false;
    spans_open(spans);
    return true;
}

static Label *label_new(Sketch *s, const LabelPart *parts, size_t n,
                        const TextStyle *white, ParaSpec spec)
{
    const ChartTools *tools = s->tools;
    const ChartType *type = parts_type(tools->style, parts, n);
    Label *l = ARENA_NEW(tools->arena, Label);
    l->text = parts_text(parts, n, tools->arena);
    LabelSpans spans = spans_new(l->text.n, n, tools->arena);
    for (size_t i = 0; i < n; i++) {
        const TextStyle *style = &tools->style->types[parts[i].role].text;
        TextSpan span = {.text = parts[i].text,
                         .style = white ? white : style,
                         .source = parts[i].pos};
        spans_add(&spans, span, spec.balance, tools);
    }
    l->torn = !brackets_fit(tools, &spans, l->text, &parts[0], spec.measure);
    l->para = para_set(s, &spans, &spec);
    l->type = type;
    l->w = len_pt(l->para->width);
    l->h = len_pt(type->text.size);
    if (l->para->nlines > 1)
        l->h += (l->para->nlines - 1) * len_pt(type->pitch);
    l->mark = -1;
    l->pos = parts[0].pos;
    return l;
}

static ParaSpec spec_of(double measure)
{
    return (ParaSpec){.measure =
                          measure > 0 ? len_of(measure) : INT32_MAX / 2,
                      .balance = measure > 0};
}

Label *label_set(Sketch *s, const LabelPart *parts, size_t n, double measure)
{
    return label_new(s, parts, n, NULL, spec_of(measure));
}

Label *label_of(Sketch *s, ChartRole role, ChartText text, double measure)
{
    LabelPart part = {role, text.text, text.pos};
    return label_set(s, &part, 1, measure);
}

Label *label_fitted(Sketch *s, ChartRole role, ChartText text, double measure)
{
    static const FitValues caps = {.word_space = 850,
                                   .letter_spacing = -10,
                                   .glyph_width = 980};
    LabelPart part = {role, text.text, text.pos};
    ParaSpec spec = spec_of(measure);
    spec.fit = FIT_PROSE;
    spec.values = &caps;
    return label_new(s, &part, 1, NULL, spec);
}

Label *label_white(Sketch *s, ChartRole role, ChartText text)
{
    TextStyle *white = ARENA_NEW(s->tools->arena, TextStyle);
    LabelPart part = {role, text.text, text.pos};
    *white = s->tools->style->types[role].text;
    white->colour = COLOUR_WHITE;
    return label_new(s, &part, 1, white, spec_of(0));
}

bool label_is_cut(const Label *l)
{
    return para_is_cut(l->para);
}

/* ---- placing ---- */

void label_put(Sketch *s, Label *l, Spot at, double ax, double ay)
{
    l->box = (Box){at.x - ax * l->w, at.y - ay * l->h, l->w, l->h};
    l->align = ax;
    *s->drawing->label_tail = l;
    s->drawing->label_tail = &l->next;
}

static const Mark *mark_of(const Sketch *s, int id)
{
    const Mark *m = s->drawing->marks;
    while (m && m->id != id)
        m = m->next;
    return m;
}

static double clamp(double v, double low, double high)
{
    return fmin(fmax(v, low), high);
}

/* The plate stays inside the outline of its mark. */
static void plate_draw(Sketch *s, Box b, const Box *inside)
{
    static const double inset = 0.5;
    DlPaint paint = {.fill = true, .fill_colour = COLOUR_WHITE};
    double right = b.x + b.w, bottom = b.y + b.h;
    if (inside) {
        double x1 = inside->x + inside->w - inset;
        double y1 = inside->y + inside->h - inset;
        b.x = clamp(b.x, inside->x + inset, x1);
        b.y = clamp(b.y, inside->y + inset, y1);
        right = clamp(right, b.x, x1);
        bottom = clamp(bottom, b.y, y1);
    }
    Box plate = {b.x, b.y, right - b.x, bottom - b.y};
    sketch_rect(s, LAYER_OVER, plate, &paint);
    grid_note_plate(s, plate);
}

static Box grown(Box b, double x, double y)
{
    return (Box){b.x - x, b.y - y, b.w + 2 * x, b.h + 2 * y};
}

void label_plate(Sketch *s, const Label *l, double around)
{
    plate_draw(s, grown(l->box, around, 0), NULL);
}

void label_put_in(Sketch *s, Label *l, Spot at, double ax, double ay, int mark)
{
    const Mark *m = mark_of(s, mark);
    label_put(s, l, at, ax, ay);
    l->mark = mark;
    if (m->fill >= 0 && fill_is_pattern((FillKind)m->fill))
        plate_draw(s, grown(l->box, 2, 1), &m->box);
}

/* ---- figures ---- */

double decimal_value(Decimal d)
{
    return (double)d.coef / pow(10, d.scale);
}

ChartText share_of(Sketch *s, Decimal part, Decimal whole, Pos pos)
{
    Decimal percent = DECIMAL_ZERO, hundredfold;
    if (decimal_shift(part, 2, &hundredfold))
        decimal_div(hundredfold, whole, 1, ROUND_HALF_AWAY, &percent);
    Str digits = decimal_format(percent, true, s->tools->arena);
    return (ChartText){
        str_printf(s->tools->arena, STR_FMT "%%", STR_ARG(digits)), pos};
}
