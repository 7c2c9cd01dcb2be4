/* SHA-256 by nettle, which uses what the processor has for it; GLib's own takes three times as long, and as much time as
 * some pages do. */
#include "extract/sha256.h"

#include <nettle/sha2.h>

struct JueSha256 {
  struct sha256_ctx context;
};

JueSha256 *
jue_sha256_new (void)
{
  JueSha256 *self = g_new0 (JueSha256, 1);
  sha256_init (&self->context);
  return self;
}

void
jue_sha256_add (JueSha256 *self, const guint8 *bytes, gsize n)
{
  sha256_update (&self->context, n, bytes);
}

char *
jue_sha256_end (JueSha256 *self)
{
  guint8 digest[SHA256_DIGEST_SIZE];
  GString *text = g_string_sized_new (2 * SHA256_DIGEST_SIZE);
  sha256_digest (&self->context, sizeof digest, digest);
  for (gsize i = 0; i < sizeof digest; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  g_free (self);
  return g_string_free (text, FALSE);
}
