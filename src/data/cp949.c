/* CP949, the double bytes: one pinned table, 126 leads by 190 trails. */
#include "data/decode.h"

#include <uchar.h>

enum {
    LEAD_FIRST = 0x81,
    LEAD_LAST = 0xFE,
    TRAIL_FIRST = 0x41,
    TRAIL_LAST = 0xFE,
    LEADS = LEAD_LAST - LEAD_FIRST + 1,
    TRAILS = TRAIL_LAST - TRAIL_FIRST + 1
};

static const char16_t rows[LEADS][TRAILS] = {
#include "data/cp949_table.h"
};

uint32_t cp949_char(unsigned lead, unsigned trail)
{
    if (lead < LEAD_FIRST || lead > LEAD_LAST || trail < TRAIL_FIRST ||
        trail > TRAIL_LAST)
        return 0;
    uint32_t cp = rows[lead - LEAD_FIRST][trail - TRAIL_FIRST];
    return cp == ' ' ? 0 : cp; /* a space marks a hole of the table */
}
