#ifndef JUE_COLOUR_H
#define JUE_COLOUR_H

#include <glib.h>

#include "normalize/tune.h"

/** jue_colour_darkest, jue_colour_brightest: the least and the greatest of a colour's three parts, 0 to 255. */
static inline guint
jue_colour_darkest (guint32 rgb)
{
  return MIN (MIN (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF), rgb & 0xFF);
}

static inline guint
jue_colour_brightest (guint32 rgb)
{
  return MAX (MAX (rgb >> 16 & 0xFF, rgb >> 8 & 0xFF), rgb & 0xFF);
}

/** jue_colour_is_white: whether nobody sees it on paper. */
static inline gboolean
jue_colour_is_white (guint32 rgb)
{
  return jue_colour_darkest (rgb) >= JUE_TUNE_WHITE;
}

#endif
