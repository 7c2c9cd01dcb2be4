#include "extract/page-read.h"

#include <string.h>

#include "extract/error.h"
#include "extract/page-stream.h"
#include "extract/page-write.h"
#include "extract/stream-read.h"
#include "extract/xml-char.h"

typedef struct {
  JuePageSource base;
  JueXmlIn *in;
  guint last;      /* number of the page read last */
  gboolean ended;  /* the root is closed, or the stream broke */
  GArray *xs, *ys; /* of gint32: places of the run at work */
} Reader;

static void
read_font (JueXmlIn *in, JuePage *page)
{
  if (page->fonts->len >= JUE_PAGE_MAX_FONTS) {
    jue_xml_in_refuse (in, JUE_ERROR_LIMIT, "more than %d fonts on a page", JUE_PAGE_MAX_FONTS);
    return;
  }
  JueFont font = { g_string_chunk_insert_const (page->strings, jue_xml_in_attr_needed (in, "name")),
                   jue_xml_in_yes (in, "bold"), jue_xml_in_yes (in, "italic") };
  g_array_append_val (page->fonts, font);
}

static guint8
read_flags (JueXmlIn *in)
{
  static const char *const no_yes[] = { "no", "yes", NULL };
  guint flags = jue_xml_in_choice (in, "start", no_yes, 1) == 1 ? JUE_GLYPH_RUN_START : 0;
  flags |= jue_xml_in_yes (in, "no-unicode") ? JUE_GLYPH_NO_UNICODE : 0;
  flags |= jue_xml_in_yes (in, "invisible") ? JUE_GLYPH_INVISIBLE : 0;
  flags |= jue_xml_in_yes (in, "duplicate") ? JUE_GLYPH_DUPLICATE : 0;
  return (guint8)flags;
}

/* The two sides of glyph @i of @n on one axis, from one of the three forms that page-write.c describes. */
static void
sides_of (const GArray *places, guint i, guint n, gint32 *low, gint32 *high)
{
  guint at = places->len == 2 ? 0 : places->len == 2 * n ? 2 * i : i;
  gint32 a = g_array_index (places, gint32, at), b = g_array_index (places, gint32, at + 1);
  *low = MIN (a, b);
  *high = MAX (a, b);
}

static gboolean
fits (const GArray *places, guint n)
{
  return places->len == 2 || places->len == n + 1 || places->len == 2 * n;
}

static void
add_glyphs (Reader *self, JuePage *page, JueGlyph glyph, const char *text)
{
  guint n = (guint)g_utf8_strlen (text, -1);
  gboolean has_code = glyph.ch != 0xfffd;
  if (n == 0 || !fits (self->xs, n) || !fits (self->ys, n)
      || (has_code && (n != 1 || strcmp (text, JUE_XML_REPLACEMENT) != 0))) {
    jue_xml_in_refuse (self->in, JUE_ERROR_INPUT, "text and places of a run do not fit");
    return;
  }
  if (n > JUE_PAGE_MAX_GLYPHS - page->glyphs->len) {
    jue_xml_in_refuse (self->in, JUE_ERROR_LIMIT, "more than %d glyphs on a page", JUE_PAGE_MAX_GLYPHS);
    return;
  }
  for (guint i = 0; i < n; i++, text = g_utf8_next_char (text)) {
    if (!has_code)
      glyph.ch = g_utf8_get_char (text);
    sides_of (self->xs, i, n, &glyph.box.x0, &glyph.box.x1);
    sides_of (self->ys, i, n, &glyph.box.y0, &glyph.box.y1);
    g_array_append_val (page->glyphs, glyph);
    glyph.flags &= (guint8)~JUE_GLYPH_RUN_START;
  }
}

static void
read_run (Reader *self, JuePage *page)
{
  JueXmlIn *in = self->in;
  JueGlyph glyph = { .ch = 0xfffd, .flags = read_flags (in) };
  if (page->fonts->len == 0) {
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "a run without a font before it");
    return;
  }
  glyph.font = (guint16)jue_xml_in_int_needed (in, "font", 0, page->fonts->len - 1);
  glyph.size = (guint16)jue_xml_in_point (in, "size", 0, G_MAXUINT16);
  glyph.rgb = jue_xml_in_hex (in, "rgb", 0xffffff, 0);
  glyph.reading = (guint8)jue_xml_in_choice (in, "reading", jue_page_stream_readings, JUE_READS_RIGHT);
  glyph.baseline = jue_xml_in_point (in, "baseline", -JUE_STREAM_MAX_POINTS, JUE_STREAM_MAX_POINTS);
  glyph.ch = jue_xml_in_hex (in, "code", 0xffff, 0xfffd);
  if (glyph.ch != 0xfffd && (jue_xml_allows (glyph.ch) || !g_unichar_validate (glyph.ch)))
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "attribute \"code\": not needed for this character");
  jue_xml_in_points (in, "x", self->xs, 2 * JUE_PAGE_STREAM_MAX_RUN);
  jue_xml_in_points (in, "y", self->ys, 2 * JUE_PAGE_STREAM_MAX_RUN);
  const char *text = jue_xml_in_text (in);
  if (jue_xml_in_ok (in))
    add_glyphs (self, page, glyph, text);
}

static JueBox
read_box (JueXmlIn *in)
{
  JueBox box;
  if (!jue_xml_in_box (in, "box", &box))
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "attribute \"box\": missing");
  return box;
}

static gboolean
has_room (JueXmlIn *in, const GArray *array, guint max, const char *what)
{
  if (array->len >= max)
    jue_xml_in_refuse (in, JUE_ERROR_LIMIT, "more than %u %s on a page", max, what);
  return jue_xml_in_ok (in);
}

static void
read_rule (JueXmlIn *in, JuePage *page)
{
  JueRule rule = { .box = read_box (in), .rgb = jue_xml_in_hex (in, "rgb", 0xffffff, 0) };
  rule.alpha = (guint8)jue_xml_in_int (in, "alpha", 0, 255, 255);
  rule.order = (guint32)jue_xml_in_int_needed (in, "order", 0, G_MAXUINT32);
  jue_xml_in_attr_needed (in, "direction");
  jue_xml_in_attr_needed (in, "origin");
  rule.direction = (guint8)jue_xml_in_choice (in, "direction", jue_page_stream_directions, 0);
  rule.origin = (guint8)jue_xml_in_choice (in, "origin", jue_page_stream_origins, 0);
  if (has_room (in, page->rules, JUE_PAGE_MAX_RULES, "rules"))
    g_array_append_val (page->rules, rule);
}

static void
read_fill (JueXmlIn *in, JuePage *page)
{
  JueFill fill = { .box = read_box (in), .rgb = jue_xml_in_hex (in, "rgb", 0xffffff, 0) };
  fill.alpha = (guint8)jue_xml_in_int (in, "alpha", 0, 255, 255);
  fill.order = (guint32)jue_xml_in_int_needed (in, "order", 0, G_MAXUINT32);
  if (has_room (in, page->fills, JUE_PAGE_MAX_FILLS, "fills"))
    g_array_append_val (page->fills, fill);
}

static void
read_image (JueXmlIn *in, JuePage *page)
{
  JueImage image = { read_box (in) };
  if (has_room (in, page->images, JUE_PAGE_MAX_IMAGES, "images"))
    g_array_append_val (page->images, image);
}

static void
read_content (Reader *self, JuePage *page)
{
  JueXmlIn *in = self->in;
  for (jue_xml_in_enter (in); jue_xml_in_next (in);) {
    if (jue_xml_in_is (in, "run"))
      read_run (self, page);
    else if (jue_xml_in_is (in, "rule"))
      read_rule (in, page);
    else if (jue_xml_in_is (in, "fill"))
      read_fill (in, page);
    else if (jue_xml_in_is (in, "font"))
      read_font (in, page);
    else if (jue_xml_in_is (in, "image"))
      read_image (in, page);
    else if (jue_xml_in_is (in, "diagnosis"))
      jue_xml_in_diagnosis (in, page->diagnoses);
  }
}

static JuePage *
read_page (Reader *self)
{
  JueXmlIn *in = self->in;
  guint number = (guint)jue_xml_in_int_needed (in, "number", self->last + 1, JUE_STREAM_MAX_PAGES);
  gint32 width = jue_xml_in_point (in, "width", 0, JUE_PAGE_MAX_SIDE);
  gint32 height = jue_xml_in_point (in, "height", 0, JUE_PAGE_MAX_SIDE);
  guint rotation = (guint)jue_xml_in_int (in, "rotation", 0, 270, 0);
  if (rotation % 90 != 0 || number > self->base.info.pages)
    jue_xml_in_refuse (in, JUE_ERROR_INPUT, "page number or rotation out of range");
  JuePage *page = jue_page_new (number, width, height, rotation);
  page->status = jue_xml_in_choice (in, "status", jue_page_stream_statuses, JUE_PAGE_OK);
  self->last = number;
  read_content (self, page);
  return page;
}

static JuePage *
next_page (JuePageSource *base, GError **error)
{
  Reader *self = (Reader *)base;
  while (!self->ended && jue_xml_in_next (self->in)) {
    if (!jue_xml_in_is (self->in, "page"))
      continue;
    g_autoptr (JuePage) page = read_page (self);
    if (jue_xml_in_ok (self->in))
      return g_steal_pointer (&page);
  }
  self->ended = TRUE;
  jue_xml_in_finish (self->in, error);
  return NULL;
}

static void
reader_free (JuePageSource *base)
{
  Reader *self = (Reader *)base;
  jue_xml_in_free (self->in);
  g_array_free (self->xs, TRUE);
  g_array_free (self->ys, TRUE);
  g_free (self);
}

JuePageSource *
jue_page_reader_new (const char *path, GError **error)
{
  g_autoptr (JueXmlIn) in =
      jue_xml_in_open (path, JUE_PAGE_STREAM_ROOT, JUE_PAGE_STREAM_NS, JUE_PAGE_STREAM_VERSION, error);
  if (in == NULL)
    return NULL;
  JueSource source = { 0 };
  jue_xml_in_source (in, &source);
  if (!jue_xml_in_check (in, error)) {
    g_free (source.name);
    return NULL;
  }
  jue_xml_in_enter (in);
  Reader *self = g_new0 (Reader, 1);
  self->base = (JuePageSource){ source, next_page, reader_free };
  self->in = g_steal_pointer (&in);
  self->xs = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->ys = g_array_new (FALSE, FALSE, sizeof (gint32));
  return &self->base;
}
