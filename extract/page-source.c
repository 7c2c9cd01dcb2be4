#include "extract/page-source.h"

const JueSource *
jue_page_source_info (const JuePageSource *self)
{
  return &self->info;
}

JuePage *
jue_page_source_next (JuePageSource *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->next (self, error);
}

void
jue_page_source_free (JuePageSource *self)
{
  if (self == NULL)
    return;
  g_free (self->info.name);
  self->free (self);
}
