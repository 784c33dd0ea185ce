/* The pitch of a style (K-48): how it is written and what it comes to. */
#include "base/len.h"
#include "layout/theme_int.h"

#define LONGEST LEN_PT(400)
enum {
    SHARE_MOST = 10000,
    SHARE_LEAST = 1300 /* K-49: what every style keeps */
};

static bool read_length(Str text, PitchKind kind, ThemePitch *out)
{
    Len length;
    if (!len_parse(text, &length) || length < 0 || length > LONGEST)
        return false;
    *out = (ThemePitch){kind, length};
    return true;
}

static bool read_share(Str text, ThemePitch *out)
{
    long share;
    if (!scalar_percent(text, &share) || share < 0 || share > SHARE_MOST)
        return false;
    *out = (ThemePitch){PITCH_SHARE, (int)share};
    return true;
}

/* "gap 6pt": the length behind the word. */
static Str behind(Str text, Str word)
{
    return str_trim(str_sub(text, word.n, text.n));
}

bool theme_pitch_read(Str text, ThemePitch *out)
{
    Str gap = STR("gap "), least = STR("least ");
    if (str_starts(text, gap))
        return read_length(behind(text, gap), PITCH_GAP, out);
    if (str_starts(text, least))
        return read_length(behind(text, least), PITCH_LEAST, out);
    return read_share(text, out) || read_length(text, PITCH_LENGTH, out);
}

void theme_pitch_range(Str text, const char **low, const char **high)
{
    bool share = str_ends(text, STR("%"));
    *low = share ? "0%" : "0pt";
    *high = share ? "1000%" : "400pt"; /* SHARE_MOST, LONGEST */
}

Len theme_pitch_len(ThemePitch p, Len size)
{
    Len enough = len_mul(size, SHARE_LEAST, 1000);
    switch (p.kind) {
    case PITCH_SHARE:
        return len_mul(size, p.value, 1000);
    case PITCH_GAP:
        return size + p.value;
    case PITCH_LEAST:
        return p.value > enough ? p.value : enough;
    default:
        return p.value;
    }
}

const char *theme_pitch_dump(ThemePitch p, Arena *a)
{
    static const char *const words[] = {
        [PITCH_LENGTH] = "", [PITCH_GAP] = "gap ", [PITCH_LEAST] = "least "};
    if (p.kind != PITCH_SHARE)
        return arena_printf(a, "%s%s", words[p.kind], len_dump(p.value, a));
    if (p.value % 10 == 0)
        return arena_printf(a, "%d%%", p.value / 10);
    return arena_printf(a, "%d.%d%%", p.value / 10, p.value % 10);
}
