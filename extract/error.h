#ifndef JUE_ERROR_H
#define JUE_ERROR_H

#include <glib.h>

/** The error domain of the whole program. */
#define JUE_ERROR (jue_error_quark ())

/**
 * JueError: what the caller may do about a failure.
 * @JUE_ERROR_INPUT: the input is not what it claims to be (no PDF, broken stream); another file may work
 * @JUE_ERROR_PASSWORD: the PDF is encrypted and the password is missing or wrong
 * @JUE_ERROR_VERSION: a stream of another format version; write it again with this program
 * @JUE_ERROR_LIMIT: a named limit was exceeded
 * @JUE_ERROR_OUTPUT: the output could not be written in full
 * @JUE_ERROR_SYSTEM: the installation is incomplete (fonts' data, cairo capture, forms)
 * @JUE_ERROR_USAGE: bad options or arguments
 */
typedef enum {
  JUE_ERROR_INPUT,
  JUE_ERROR_PASSWORD,
  JUE_ERROR_VERSION,
  JUE_ERROR_LIMIT,
  JUE_ERROR_OUTPUT,
  JUE_ERROR_SYSTEM,
  JUE_ERROR_USAGE,
} JueError;

GQuark jue_error_quark (void);

#endif
