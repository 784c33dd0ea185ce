#include "chart/calendar.h"

#include <glib.h>

int day_number(Date d)
{
    GDate g;
    g_date_clear(&g, 1);
    g_date_set_dmy(&g, (GDateDay)d.day, (GDateMonth)d.month, (GDateYear)d.year);
    return (int)g_date_get_julian(&g);
}

int month_start(int month)
{
    Date first = {(int16_t)month_year(month), (int8_t)month_of_year(month), 1};
    return day_number(first);
}
