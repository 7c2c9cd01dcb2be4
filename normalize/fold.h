#ifndef JUE_FOLD_H
#define JUE_FOLD_H

#include <glib.h>

/**
 * jue_fold: a text made comparable: NFKC, no white space, quotes of all kinds dropped, 〔〕［］ to (), ： to :,
 * radicals and compatibility ideographs to the ordinary ones, ASCII letters to lower case. Broken UTF-8 becomes U+FFFD.
 * Free with g_free.
 */
char *jue_fold (const char *text);

/**
 * jue_fold_ideograph: the ordinary ideograph for one of the radical (U+2E80–2FDF) or compatibility (U+F900–FAFF,
 * U+2F800–2FA1F) blocks; the horizontal sign for one of vertical lines (U+FE10–FE44); any other character as it is.
 */
gunichar jue_fold_ideograph (gunichar ch);

#endif
