/* Upright plots. */
#include "chart/upright.h"

#include <math.h>

/* Between names side by side. */
static const double names_apart = 4;
enum { MOST_ROWS = 3 };

bool upright_plan(Upright *u, Extent e, double right, double bands)
{
    static const double tick_pitch = 32;
    if (u->height <= 0)
        u->height = PLOT_HEIGHT;
    Ticks t = extent_ticks(e, ticks_wanted(u->height, tick_pitch));
    u->axis = axis_set(u->s, t, u->spec);
    u->left = u->axis.widest + TICK_GAP;
    u->right = right;
    u->band = (right - u->left) / bands;
    u->names = names_set(u->s, u->spec, u->band - names_apart);
    u->rows = 1;
    return names_fit(&u->names, u->band - names_apart);
}

/* Would the names, a row each in turn, keep apart and inside the drawing? */
static bool rows_hold(const Upright *u, uint32_t rows)
{
    const Names *n = &u->names;
    uint32_t last = u->spec->ncategories - 1;
    double left = upright_middle(u, 0);
    double right = u->s->width - upright_middle(u, last);
    return n->width <= rows * u->band - names_apart &&
           n->labels[0]->w / 2 <= left && n->labels[last]->w / 2 <= right;
}

bool upright_stagger(Upright *u)
{
    u->names = names_set(u->s, u->spec, 0);
    for (u->rows = 1; u->rows <= MOST_ROWS; u->rows++)
        if (rows_hold(u, u->rows))
            return true;
    return false;
}

double upright_middle(const Upright *u, uint32_t category)
{
    return u->left + u->band * (category + 0.5);
}

void upright_put(Upright *u, double top)
{
    const Ticks *t = &u->axis.ticks;
    u->y = (Scale){t->low, t->high, top + u->height, -u->height};
    axis_up(u->s, &u->axis, &u->y, u->left, u->right);
}

double upright_bottom(const Upright *u)
{
    return u->y.at;
}

double upright_end(Upright *u, double below)
{
    static const double rows_gap = 3;
    double y = upright_bottom(u) + below;
    double pitch = u->names.height + rows_gap;
    for (uint32_t k = 0; k < u->spec->ncategories; k++) {
        Spot at = {upright_middle(u, k), y + pitch * (k % u->rows)};
        label_put(u->s, u->names.labels[k], at, 0.5, 0);
    }
    return y + pitch * (u->rows - 1) + u->names.height;
}
