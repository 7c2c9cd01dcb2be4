#include "convert/watch.h"

#include "extract/error.h"

typedef struct {
  JuePageSource base;
  JuePageSource *inner;
  volatile guint *current_page;
  gboolean any_readable;
  char *reason; /* why the first unreadable page is so */
} Watch;

static void
look_at (Watch *self, const JuePage *page)
{
  if (page->status != JUE_PAGE_FAILED)
    self->any_readable = TRUE;
  else if (self->reason == NULL && jue_diagnoses_length (page->diagnoses) > 0)
    self->reason = g_strdup_printf ("page %u: %s", page->number, jue_diagnoses_get (page->diagnoses, 0)->text);
}

static JuePage *
next_page (JuePageSource *source, GError **error)
{
  Watch *self = (Watch *)source;
  GError *failure = NULL;
  JuePage *page = jue_page_source_next (self->inner, &failure);
  if (page != NULL) {
    look_at (self, page);
    return page;
  }
  if (self->current_page != NULL)
    *self->current_page = 0;
  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (!self->any_readable)
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "no page can be read%s%s", self->reason != NULL ? ": " : "",
                 self->reason != NULL ? self->reason : "");
  return NULL;
}

static void
free_watch (JuePageSource *source)
{
  Watch *self = (Watch *)source;
  jue_page_source_free (self->inner);
  g_free (self->reason);
  g_free (self);
}

JuePageSource *
jue_watch_new (JuePageSource *inner, volatile guint *current_page)
{
  Watch *self = g_new0 (Watch, 1);
  self->base.info = *jue_page_source_info (inner);
  self->base.info.name = g_strdup (self->base.info.name);
  self->base.next = next_page;
  self->base.free = free_watch;
  self->inner = inner;
  self->current_page = current_page;
  return &self->base;
}
