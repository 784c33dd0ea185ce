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

/* Under its category, and inside the drawing. */
static double name_middle(const Upright *u, uint32_t k)
{
    double half = u->names.labels[k]->w / 2;
    return fmin(fmax(upright_middle(u, k), half), u->s->width - half);
}

/* Would the names keep apart, a row each in turn? */
static bool rows_hold(const Upright *u, uint32_t rows)
{
    Label *const *l = u->names.labels;
    for (uint32_t k = 0; k + rows < u->spec->ncategories; k++) {
        double apart = name_middle(u, k + rows) - name_middle(u, k);
        if ((l[k]->w + l[k + rows]->w) / 2 + names_apart > apart)
            return false;
    }
    return u->names.width <= u->s->width && u->band > 0;
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
        Spot at = {name_middle(u, k), y + pitch * (k % u->rows)};
        label_put(u->s, u->names.labels[k], at, 0.5, 0);
    }
    return y + pitch * (u->rows - 1) + u->names.height;
}
