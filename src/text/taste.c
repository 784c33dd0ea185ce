#include "text/taste.h"

#include "text/kinsoku.h"

/* Words of one syllable that want the next one: 그 사업, 약 5억, 또 하나. */
static const uint32_t wanting[] = {
    0xAC01 /* 각 */, 0xAD6C /* 구 */, 0xADF8 /* 그 */, 0xB124 /* 네 */,
    0xB354 /* 더 */, 0xB450 /* 두 */, 0xB610 /* 또 */, 0xB9E4 /* 매 */,
    0xBABB /* 못 */, 0xBC0F /* 및 */, 0xC0C8 /* 새 */, 0xC138 /* 세 */,
    0xC548 /* 안 */, 0xC57D /* 약 */, 0xC774 /* 이 */, 0xC798 /* 잘 */,
    0xC800 /* 저 */, 0xC81C /* 제 */, 0xCCAB /* 첫 */, 0xCD1D /* 총 */};

/* Nouns that lean on the word before them: 할 수, 될 때에, 추진 중. */
static const uint32_t leaning[] = {
    0xAC83 /* 것 */, 0xB370 /* 데 */, 0xB4EF /* 듯 */, 0xB4F1 /* 등 */,
    0xB54C /* 때 */, 0xBC14 /* 바 */, 0xBFD0 /* 뿐 */, 0xC218 /* 수 */,
    0xC904 /* 줄 */, 0xC911 /* 중 */, 0xCC44 /* 채 */};

/* … perhaps with one of these behind them. */
static const uint32_t particles[] = {
    0xAC00 /* 가 */, 0xB294 /* 는 */, 0xB3C4 /* 도 */, 0xB85C /* 로 */,
    0xB97C /* 를 */, 0xB9CC /* 만 */, 0xC5D0 /* 에 */, 0xC740 /* 은 */,
    0xC744 /* 을 */, 0xC758 /* 의 */, 0xC774 /* 이 */};

#define IS_ONE_OF(cp, list) is_one_of(cp, list, sizeof(list) / sizeof *(list))

/* The lists rise. */
static bool is_one_of(uint32_t cp, const uint32_t *list, size_t n)
{
    for (size_t i = 0; i < n && list[i] <= cp; i++)
        if (list[i] == cp)
            return true;
    return false;
}

static bool opens(const BreakChar *c)
{
    return c->kinsoku & KIN_OPEN || c->cp == 0x2018 || c->cp == 0x201C;
}

static bool closes(const BreakChar *c)
{
    return c->kinsoku & KIN_CLOSE;
}

bool taste_tears(const BreakChar *c, size_t n, size_t i)
{
    return (i >= 2 && opens(&c[i - 2])) || (i + 1 < n && closes(&c[i + 1]));
}

uint32_t taste_edges(const BreakChar *c, size_t n)
{
    uint32_t edges = 0;
    if ((n == 1 && IS_ONE_OF(c[0].cp, wanting)) || (n > 1 && opens(&c[n - 2])))
        edges |= EDGE_LAST_WANTING;
    bool leans = n <= 2 && IS_ONE_OF(c[0].cp, leaning)
        && (n == 1 || IS_ONE_OF(c[1].cp, particles));
    if (leans || (n > 1 && !opens(&c[0]) && closes(&c[1])))
        edges |= EDGE_FIRST_LEANING;
    return edges;
}
