#include "cli/log.h"

#include <stdio.h>
#include <unistd.h>

#include "convert/manifest.h"

/* Pause between two drawings of the bar, microseconds, and its width in characters. */
#define REDRAW 200000
#define WIDTH 24

void
jue_log_init (JueLog *self, const JueCommon *common, gboolean json)
{
  *self = (JueLog){ .common = common, .json = json };
  self->terminal = !json && !common->quiet && isatty (STDERR_FILENO);
}

static void
clear_bar (JueLog *self)
{
  if (self->bar)
    fputs ("\r\033[K", stderr);
  self->bar = FALSE;
}

static void
append_member (GString *out, const char *key, const char *text)
{
  g_autofree char *value = jue_manifest_json_string (text);
  g_string_append_printf (out, ", \"%s\": %s", key, value);
}

void
jue_log_tell (gpointer log, JueMessageKind kind, const char *file, guint page, const char *text)
{
  static const char *const kinds[] = { "error", "warning", "note" };
  JueLog *self = log;
  if (self->common->quiet && kind != JUE_MESSAGE_ERROR)
    return;
  clear_bar (self);
  if (!self->json) {
    jue_cli_tell ((gpointer)self->common, kind, file, page, text);
    return;
  }
  g_autoptr (GString) line = g_string_new (NULL);
  g_string_append_printf (line, "{\"event\": \"%s\"", kinds[kind]);
  append_member (line, "path", file);
  append_member (line, "text", text);
  fprintf (stderr, "%s}\n", line->str);
}

static guint
count_done (const JueBulkCount *count)
{
  return count->clean + count->doubtful + count->failed + count->skipped + count->same;
}

static void
draw_bar (JueLog *self, const JueBulkCount *count)
{
  guint done = count_done (count), worked = done - count->skipped;
  double seconds = (double)MAX (g_get_monotonic_time () - count->started, 1) / G_USEC_PER_SEC;
  double rate = worked / seconds;
  guint left = rate > 0 ? (guint)((count->total - MIN (done, count->total)) / rate) : 0;
  char bar[WIDTH + 1];
  for (guint i = 0; i < WIDTH; i++)
    bar[i] = (guint64)i * count->total < (guint64)done * WIDTH ? '#' : '.';
  bar[WIDTH] = '\0';
  fprintf (stderr, "\r\033[K[%s] %u/%u  %.1f/s  %u failed  %u:%02u:%02u left", bar, done, count->total, rate,
           count->failed, left / 3600, left / 60 % 60, left % 60);
  fflush (stderr);
  self->bar = TRUE;
  self->shown = g_get_monotonic_time ();
}

void
jue_log_tick (gpointer log, const JueBulkCount *count)
{
  JueLog *self = log;
  if (self->terminal && g_get_monotonic_time () - self->shown >= REDRAW)
    draw_bar (self, count);
}

/* One line about a document that did not go smoothly. */
static void
tell_row (JueLog *self, const JueRow *row)
{
  if (row->status == JUE_ROW_FAILED) {
    jue_log_tell (self, JUE_MESSAGE_ERROR, row->path, 0, row->reason);
  } else if (row->status == JUE_ROW_VANISHED) {
    jue_log_tell (self, JUE_MESSAGE_NOTE, row->path, 0, "is gone; its outputs stay");
  } else if (row->status == JUE_ROW_DOUBTFUL) {
    g_autofree char *more = row->warnings > 1 ? g_strdup_printf ("%s (and %u more)", row->reason, row->warnings - 1)
                                              : g_strdup (row->reason);
    jue_log_tell (self, JUE_MESSAGE_WARNING, row->path, 0, more);
  }
}

void
jue_log_row (gpointer log, const JueBulkCount *count, const JueRow *row)
{
  JueLog *self = log;
  if (!self->json) {
    tell_row (self, row);
    jue_log_tick (self, count);
    return;
  }
  if (self->common->quiet && row->status != JUE_ROW_FAILED)
    return;
  g_autofree char *object = jue_manifest_json (row);
  fprintf (stderr, "{\"event\": \"document\", \"done\": %u, \"total\": %u, %s\n", count_done (count), count->total,
           object + 1);
}

void
jue_log_summary (JueLog *self, const JueBulkCount *count)
{
  guint converted = count->clean + count->doubtful;
  gint64 ms = (g_get_monotonic_time () - count->started) / 1000;
  guint64 rate = ms > 0 ? (guint64)converted * 10000 / (guint64)ms : 0;
  clear_bar (self);
  if (self->common->quiet)
    return;
  if (self->json)
    fprintf (
        stderr,
        "{\"event\": \"summary\", \"documents\": %u, \"clean\": %u, \"doubtful\": %u, \"failed\": %u, \"skipped\": %u, "
        "\"same\": %u, \"vanished\": %u, \"unreadable\": %u, \"pages\": %" G_GUINT64_FORMAT
        ", \"interrupted\": %s, \"seconds\": %" G_GINT64_FORMAT ".%03d}\n",
        count->total, count->clean, count->doubtful, count->failed, count->skipped, count->same, count->vanished,
        count->unreadable, count->pages, count->signal != 0 ? "true" : "false", ms / 1000, (int)(ms % 1000));
  else
    fprintf (stderr,
             "juesuan: %u documents: %u clean, %u doubtful, %u failed, %u unchanged, %u the same as others, %u gone; "
             "%" G_GUINT64_FORMAT " pages, %" G_GINT64_FORMAT ".%d s, %" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT
             "/s%s\n",
             count->total, count->clean, count->doubtful, count->failed, count->skipped, count->same, count->vanished,
             count->pages, ms / 1000, (int)(ms % 1000 / 100), rate / 10, rate % 10,
             count->signal != 0 ? "; interrupted" : "");
}
