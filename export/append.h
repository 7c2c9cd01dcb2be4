#ifndef JUE_APPEND_H
#define JUE_APPEND_H

#include "normalize/report.h"

/** jue_append_uint: @number in decimal digits, behind @out. */
void jue_append_uint (GString *out, guint64 number);

/** jue_append_points: hundredths of a point as points with two decimals ("-0.50"), behind @out. */
void jue_append_points (GString *out, gint32 hundredths);

/** jue_append_box: the four numbers of a box in points, with @separator between them, behind @out. */
void jue_append_box (GString *out, const JueBox *box, const char *separator);

#endif
