#include "extract/page-write.h"

#include "extract/page-stream.h"
#include "extract/stream-write.h"
#include "extract/xml-char.h"

/*
 * Glyphs that follow each other and differ in nothing but character and place are written as one run:
 *
 *     <run font="0" size="10.50" baseline="77.80" y="68.04 78.54" x="56.70 67.20 77.70">收入</run>
 *
 * Each of x and y holds, for n glyphs,
 *     2 numbers      the same two sides for all of them,
 *     n + 1 numbers  each glyph ends where the next one starts, in either direction,
 *     2n numbers     two sides for each.
 * For n = 1 these are one and the same, for n > 1 the count tells them apart.
 */

struct JuePageWriter {
  FILE *out; /* borrowed */
  JueXmlOut *xml;
  GString *text;                                                      /* of the run at work */
  gint32 low[JUE_PAGE_STREAM_MAX_RUN], high[JUE_PAGE_STREAM_MAX_RUN]; /* sides of its glyphs on one axis */
  gint32 places[2 * JUE_PAGE_STREAM_MAX_RUN];                         /* what is written of them */
};

JuePageWriter *
jue_page_writer_new (FILE *out, const JueSource *source)
{
  JuePageWriter *self = g_new0 (JuePageWriter, 1);
  self->out = out;
  self->xml = jue_xml_out_new (jue_write_to_file, out);
  self->text = g_string_new (NULL);
  jue_xml_out_open (self->xml, JUE_PAGE_STREAM_ROOT);
  jue_xml_out_attr (self->xml, "xmlns", JUE_PAGE_STREAM_NS);
  jue_xml_out_attr_uint (self->xml, "version", JUE_PAGE_STREAM_VERSION);
  jue_xml_out_attr_source (self->xml, source);
  return self;
}

void
jue_page_writer_free (JuePageWriter *self)
{
  if (self == NULL)
    return;
  jue_xml_out_free (self->xml);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* A producer may name its fonts in any bytes (GBK is common); names are hints, so a changed one is no loss to tell. */
static void
write_fonts (JueXmlOut *xml, const JuePage *page)
{
  for (guint i = 0; i < page->fonts->len; i++) {
    const JueFont *font = &g_array_index (page->fonts, JueFont, i);
    jue_xml_out_open (xml, "font");
    jue_xml_out_attr (xml, "name", font->name);
    jue_xml_out_attr (xml, "bold", font->bold ? "yes" : NULL);
    jue_xml_out_attr (xml, "italic", font->italic ? "yes" : NULL);
    jue_xml_out_close (xml);
  }
  jue_xml_out_forget_replaced (xml);
}

/* Characters that Unicode knows but XML forbids: their run holds one glyph, and its "code" says which. */
static gboolean
needs_code (gunichar ch)
{
  return !jue_xml_allows (ch) && g_unichar_validate (ch);
}

static gboolean
continues_run (const JueGlyph *first, const JueGlyph *g)
{
  return !(g->flags & JUE_GLYPH_RUN_START) && (first->flags & ~JUE_GLYPH_RUN_START) == g->flags
         && first->baseline == g->baseline && first->font == g->font && first->size == g->size && first->rgb == g->rgb
         && first->reading == g->reading && !needs_code (g->ch) && !needs_code (first->ch);
}

static guint
run_length (const JueGlyph *glyphs, guint n)
{
  guint length = 1;
  while (length < n && length < JUE_PAGE_STREAM_MAX_RUN && continues_run (glyphs, &glyphs[length]))
    length++;
  return length;
}

typedef enum { SAME, FORWARD, BACKWARD, SINGLE } Pattern;

static Pattern
find_pattern (const gint32 *low, const gint32 *high, guint n)
{
  gboolean same = TRUE, forward = TRUE, backward = TRUE;
  for (guint i = 1; i < n && (same || forward || backward); i++) {
    same = same && low[i] == low[0] && high[i] == high[0];
    forward = forward && low[i] == high[i - 1];
    backward = backward && high[i] == low[i - 1];
  }
  return same ? SAME : forward ? FORWARD : backward ? BACKWARD : SINGLE;
}

static void
write_sides (JuePageWriter *self, const char *name, guint n)
{
  const gint32 *low = self->low, *high = self->high;
  Pattern pattern = find_pattern (low, high, n);
  guint length = 0;
  self->places[length++] = pattern == BACKWARD ? high[0] : low[0];
  self->places[length++] = pattern == BACKWARD ? low[0] : high[0];
  for (guint i = 1; i < n && pattern != SAME; i++) {
    if (pattern != FORWARD)
      self->places[length++] = low[i];
    if (pattern != BACKWARD)
      self->places[length++] = high[i];
  }
  jue_xml_out_attr_points (self->xml, name, self->places, length);
}

static void
write_places (JuePageWriter *self, const JueGlyph *glyphs, guint n)
{
  for (guint i = 0; i < n; i++) {
    self->low[i] = glyphs[i].box.y0;
    self->high[i] = glyphs[i].box.y1;
  }
  write_sides (self, "y", n);
  for (guint i = 0; i < n; i++) {
    self->low[i] = glyphs[i].box.x0;
    self->high[i] = glyphs[i].box.x1;
  }
  write_sides (self, "x", n);
}

static void
write_doubts (JueXmlOut *xml, guint flags)
{
  jue_xml_out_attr (xml, "start", flags & JUE_GLYPH_RUN_START ? NULL : "no");
  jue_xml_out_attr (xml, "no-unicode", flags & JUE_GLYPH_NO_UNICODE ? "yes" : NULL);
  jue_xml_out_attr (xml, "invisible", flags & JUE_GLYPH_INVISIBLE ? "yes" : NULL);
  jue_xml_out_attr (xml, "duplicate", flags & JUE_GLYPH_DUPLICATE ? "yes" : NULL);
}

/* What is no Unicode at all can only be a producer's mistake; the byte 0xFF makes the writer replace and count it. */
static void
write_run_text (JuePageWriter *self, const JueGlyph *glyphs, guint n)
{
  g_string_truncate (self->text, 0);
  for (guint i = 0; i < n; i++) {
    if (jue_xml_allows (glyphs[i].ch))
      g_string_append_unichar (self->text, glyphs[i].ch);
    else
      g_string_append (self->text, needs_code (glyphs[i].ch) ? JUE_XML_REPLACEMENT : "\377");
  }
  jue_xml_out_text (self->xml, self->text->str);
}

static void
write_run (JuePageWriter *self, const JueGlyph *glyphs, guint n)
{
  JueXmlOut *xml = self->xml;
  jue_xml_out_open (xml, "run");
  jue_xml_out_attr_uint (xml, "font", glyphs->font);
  jue_xml_out_attr_points (xml, "size", &(gint32){ glyphs->size }, 1);
  if (glyphs->rgb != 0)
    jue_xml_out_attr_rgb (xml, "rgb", glyphs->rgb);
  if (glyphs->reading != JUE_READS_RIGHT)
    jue_xml_out_attr (xml, "reading", jue_page_stream_readings[MIN (glyphs->reading, JUE_READS_SLANTED)]);
  write_doubts (xml, glyphs->flags);
  if (needs_code (glyphs->ch))
    jue_xml_out_attr_rgb (xml, "code", glyphs->ch);
  jue_xml_out_attr_points (xml, "baseline", &glyphs->baseline, 1);
  write_places (self, glyphs, n);
  write_run_text (self, glyphs, n);
  jue_xml_out_close (xml);
}

static void
write_runs (JuePageWriter *self, const JuePage *page)
{
  const JueGlyph *glyphs = (const JueGlyph *)(gpointer)page->glyphs->data;
  for (guint i = 0, n; i < page->glyphs->len; i += n) {
    n = run_length (glyphs + i, page->glyphs->len - i);
    write_run (self, glyphs + i, n);
  }
}

static void
write_paint (JueXmlOut *xml, const JueBox *box, guint32 rgb, guint alpha, guint32 order)
{
  jue_xml_out_attr_box (xml, "box", box);
  if (rgb != 0)
    jue_xml_out_attr_rgb (xml, "rgb", rgb);
  if (alpha != 255)
    jue_xml_out_attr_uint (xml, "alpha", alpha);
  jue_xml_out_attr_uint (xml, "order", order);
}

static void
write_drawings (JueXmlOut *xml, const JuePage *page)
{
  for (guint i = 0; i < page->rules->len; i++) {
    const JueRule *rule = &g_array_index (page->rules, JueRule, i);
    jue_xml_out_open (xml, "rule");
    jue_xml_out_attr (xml, "direction", jue_page_stream_directions[MIN (rule->direction, JUE_RULE_VERTICAL)]);
    jue_xml_out_attr (xml, "origin", jue_page_stream_origins[MIN (rule->origin, JUE_RULE_IMAGE)]);
    write_paint (xml, &rule->box, rule->rgb, rule->alpha, rule->order);
    jue_xml_out_close (xml);
  }
  for (guint i = 0; i < page->fills->len; i++) {
    const JueFill *fill = &g_array_index (page->fills, JueFill, i);
    jue_xml_out_open (xml, "fill");
    write_paint (xml, &fill->box, fill->rgb, fill->alpha, fill->order);
    jue_xml_out_close (xml);
  }
  for (guint i = 0; i < page->images->len; i++) {
    jue_xml_out_open (xml, "image");
    jue_xml_out_attr_box (xml, "box", &g_array_index (page->images, JueImage, i).box);
    jue_xml_out_close (xml);
  }
}

gboolean
jue_page_writer_add (JuePageWriter *self, const JuePage *page, GError **error)
{
  JueXmlOut *xml = self->xml;
  jue_xml_out_open (xml, "page");
  jue_xml_out_attr_uint (xml, "number", page->number);
  jue_xml_out_attr_points (xml, "width", &page->width, 1);
  jue_xml_out_attr_points (xml, "height", &page->height, 1);
  if (page->rotation != 0)
    jue_xml_out_attr_uint (xml, "rotation", page->rotation);
  if (page->status != JUE_PAGE_OK)
    jue_xml_out_attr (xml, "status", jue_page_stream_statuses[page->status]);
  write_fonts (xml, page);
  write_runs (self, page);
  write_drawings (xml, page);
  jue_xml_out_diagnoses (xml, page->diagnoses, page->number);
  jue_xml_out_close (xml);
  return jue_xml_out_flush (xml, error);
}

gboolean
jue_page_writer_finish (JuePageWriter *self, GError **error)
{
  jue_xml_out_close (self->xml);
  if (!jue_xml_out_flush (self->xml, error))
    return FALSE;
  return jue_flush_file (self->out, error);
}
