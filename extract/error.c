#include "extract/error.h"

G_DEFINE_QUARK (jue - error - quark, jue_error)
