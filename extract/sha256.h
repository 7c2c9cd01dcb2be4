#ifndef JUE_SHA256_H
#define JUE_SHA256_H

#include <glib.h>

/** JueSha256: a SHA-256 sum on its way. */
typedef struct JueSha256 JueSha256;

JueSha256 *jue_sha256_new (void);
void jue_sha256_add (JueSha256 *self, const guint8 *bytes, gsize n);

/** jue_sha256_end: the sum of all that was added, 64 hexadecimal digits. Free with g_free. Frees @self. */
char *jue_sha256_end (JueSha256 *self);

#endif
