/* The capture on pages that show one feature each: samples/pages/NAME.pdf against what NAME.txt says is on it.
 * tests/data/pages.txt lists the lines of which the capture says something else, and what. */
#include <math.h>
#include <string.h>

#include "extract/pdf.h"
#include "tests/cunit-main.h"

#define PAGES JUE_SOURCE_DIR "/samples/pages/"

/* Places may differ by this, hundredths of a point. */
#define NEAR 50

/* A page and what of it has been accounted for. */
typedef struct {
  const char *name;
  JuePage *page;
  guint8 *rules, *fills, *images, *glyphs; /* marks */
  double scale;                            /* of all places that are stated */
  gboolean loose;                          /* there is text that is not stated */
  gboolean warned;                         /* a diagnosis is stated */
} Seen;

static char *exceptions; /* tests/data/pages.txt */

/* Whether @line of the page is an exception: it is then listed as "NAME<tab>LINE<tab>reason". */
static gboolean
is_exception (const char *name, const char *line)
{
  g_autofree char *key = g_strdup_printf ("\n%s\t%s\t", name, line);
  return strstr (exceptions, key) != NULL;
}

static gint32
hundredths (const Seen *seen, const char *number)
{
  return (gint32)lround (g_ascii_strtod (number, NULL) * 100 * seen->scale);
}

static gboolean
is_near (gint32 a, gint32 b)
{
  return ABS (a - b) <= NEAR;
}

static gboolean
same_box (JueBox a, JueBox b)
{
  return is_near (a.x0, b.x0) && is_near (a.y0, b.y0) && is_near (a.x1, b.x1) && is_near (a.y1, b.y1);
}

/* ---- rules ---- */

static gboolean
same_origin (guint8 origin, const char *word)
{
  const char *const words[] = { "stroke", "fill", "edge", "image" };
  if (g_str_equal (word, "frame"))
    return origin == JUE_RULE_FILL || origin == JUE_RULE_EDGE;
  return g_str_equal (word, "cover") ? origin == JUE_RULE_STROKE : g_str_equal (words[origin], word);
}

/* A rule as its extent along, its middle and thickness across. */
typedef struct {
  gint32 from, to, at, thickness;
} Bar;

static Bar
bar_of (const JueRule *rule)
{
  const JueBox *b = &rule->box;
  if (rule->direction == JUE_RULE_HORIZONTAL)
    return (Bar){ b->x0, b->x1, (b->y0 + b->y1) / 2, b->y1 - b->y0 };
  return (Bar){ b->y0, b->y1, (b->x0 + b->x1) / 2, b->x1 - b->x0 };
}

/* Marks the pieces inside the place of a rule. Returns: whether they reach from end to end. */
static gboolean
pieces_fill (const Seen *seen, JueRuleDirection direction, Bar want)
{
  gint32 first = G_MAXINT32, last = G_MININT32;
  for (guint i = 0; i < seen->page->rules->len; i++) {
    const JueRule *rule = &g_array_index (seen->page->rules, JueRule, i);
    Bar got = bar_of (rule);
    if (rule->direction != direction || !is_near (got.at, want.at) || got.from < want.from - NEAR
        || got.to > want.to + NEAR)
      continue;
    seen->rules[i] = 1;
    first = MIN (first, got.from);
    last = MAX (last, got.to);
  }
  return first <= want.from + 5 * NEAR && last >= want.to - 5 * NEAR;
}

static gboolean
find_rule (const Seen *seen, char **words)
{
  JueRuleDirection direction = words[0][0] == 'h' ? JUE_RULE_HORIZONTAL : JUE_RULE_VERTICAL;
  Bar want = { hundredths (seen, words[1]), hundredths (seen, words[2]), hundredths (seen, words[3]),
               hundredths (seen, words[4]) };
  for (guint i = 0; i < seen->page->rules->len; i++) {
    const JueRule *rule = &g_array_index (seen->page->rules, JueRule, i);
    Bar got = bar_of (rule);
    if (rule->direction != direction || !is_near (got.from, want.from) || !is_near (got.to, want.to)
        || !is_near (got.at, want.at) || !is_near (got.thickness, want.thickness)
        || !same_origin (rule->origin, words[5]))
      continue;
    seen->rules[i] = 1;
    return TRUE;
  }
  return g_str_equal (seen->name, "y_dashed") && pieces_fill (seen, direction, want);
}

/* ---- fills and images ---- */

static JueBox
box_of (const Seen *seen, char **words)
{
  return (JueBox){ hundredths (seen, words[1]), hundredths (seen, words[2]), hundredths (seen, words[3]),
                   hundredths (seen, words[4]) };
}

static gboolean
find_fill (const Seen *seen, char **words)
{
  guint32 rgb = (guint32)g_ascii_strtoull (words[5], NULL, 16);
  for (guint i = 0; i < seen->page->fills->len; i++) {
    const JueFill *fill = &g_array_index (seen->page->fills, JueFill, i);
    if (seen->fills[i] || fill->rgb != rgb || !same_box (fill->box, box_of (seen, words)))
      continue;
    seen->fills[i] = 1;
    return TRUE;
  }
  return FALSE;
}

static gboolean
find_image (const Seen *seen, char **words)
{
  for (guint i = 0; i < seen->page->images->len; i++) {
    if (seen->images[i] || !same_box (g_array_index (seen->page->images, JueImage, i).box, box_of (seen, words)))
      continue;
    seen->images[i] = 1;
    return TRUE;
  }
  return FALSE;
}

/* ---- text ---- */

/* Where the pen stood before a glyph. Slanted glyphs have no base line: the middle of their box is near enough. */
static gboolean
pen_at (const JueGlyph *g, gint32 x, gint32 y)
{
  switch (g->reading) {
    case JUE_READS_RIGHT:
      return is_near (g->box.x0, x) && ABS (g->baseline - y) <= (g->flags & JUE_GLYPH_INVISIBLE ? 2 * NEAR : NEAR);
    case JUE_READS_DOWN:
      return is_near (g->baseline, x) && is_near (g->box.y0, y);
    case JUE_READS_LEFT:
      return is_near (g->box.x1, x) && is_near (g->baseline, y);
    case JUE_READS_UP:
      return is_near (g->baseline, x) && is_near (g->box.y1, y);
    default:
      return ABS (g->box.x0 - x) <= g->size && ABS (g->box.y1 - y) <= g->size;
  }
}

/* Whether the marks of a text are those of a glyph. What is clipped away may be listed as invisible. */
static gboolean
same_marks (const JueGlyph *g, const char *marks)
{
  gboolean invisible = strstr (marks, "invisible") != NULL || strstr (marks, "clipped") != NULL,
           nounicode = strstr (marks, "nounicode") != NULL;
  return invisible == ((g->flags & JUE_GLYPH_INVISIBLE) != 0) && nounicode == ((g->flags & JUE_GLYPH_NO_UNICODE) != 0)
         && (strstr (marks, "white") != NULL) == (g->rgb == 0xFFFFFF);
}

/* Takes the glyphs of @string from number @i on; FALSE, and nothing is marked, if they are not there. */
static gboolean
take_string (const Seen *seen, guint i, const char *string)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof i);
  for (const char *s = string; *s != '\0'; s = g_utf8_next_char (s)) {
    const GArray *glyphs = seen->page->glyphs;
    if (*s == ' ')
      continue;
    while (i < glyphs->len
           && (g_array_index (glyphs, JueGlyph, i).ch == ' '
               || (g_array_index (glyphs, JueGlyph, i).flags & JUE_GLYPH_DUPLICATE)))
      i++;
    if (i >= glyphs->len || g_array_index (glyphs, JueGlyph, i).ch != g_utf8_get_char (s))
      return FALSE;
    g_array_append_val (taken, i);
    i++;
  }
  for (guint k = 0; k < taken->len; k++)
    seen->glyphs[g_array_index (taken, guint, k)] = 1;
  return TRUE;
}

static gboolean
find_text (const Seen *seen, char **words)
{
  const char *const readings[] = { "right", "down", "left", "up", "slanted" };
  gint32 x = hundredths (seen, words[1]), y = hundredths (seen, words[2]), size = hundredths (seen, words[3]);
  for (guint i = 0; i < seen->page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (seen->page->glyphs, JueGlyph, i);
    if (seen->glyphs[i] || (g->flags & JUE_GLYPH_DUPLICATE) || !g_str_equal (readings[g->reading], words[4])
        || !pen_at (g, x, y))
      continue;
    if (ABS (g->size - size) * 5 <= size && same_marks (g, words[5]) && take_string (seen, i, words[6]))
      return TRUE;
  }
  return strstr (words[5], "clipped") != NULL;
}

/* ---- pages ---- */

/* Whether one of the codes was told. */
static gboolean
find_diagnosis (const Seen *seen, const char *codes)
{
  g_auto (GStrv) list = g_strsplit (codes, "|", -1);
  for (guint i = 0; i < jue_diagnoses_length (seen->page->diagnoses); i++)
    if (g_strv_contains ((const char *const *)list, jue_diagnoses_get (seen->page->diagnoses, i)->code))
      return TRUE;
  return FALSE;
}

static gboolean
find_item (const Seen *seen, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", g_str_has_prefix (line, "text") ? 7 : 6);
  if (g_str_equal (words[0], "diagnosis"))
    return find_diagnosis (seen, words[1]);
  if (g_str_equal (words[0], "loose") || g_str_equal (words[0], "cells"))
    return TRUE;
  if (g_str_equal (words[0], "page"))
    return seen->page->width == hundredths (seen, words[1]) && seen->page->height == hundredths (seen, words[2]);
  if (g_str_equal (words[0], "h") || g_str_equal (words[0], "v"))
    return find_rule (seen, words);
  if (g_str_equal (words[0], "fill"))
    return find_fill (seen, words);
  return g_str_equal (words[0], "image") ? find_image (seen, words) : find_text (seen, words);
}

/* Number of items without a mark. */
static guint
unmarked (const guint8 *marks, guint n)
{
  guint count = 0;
  for (guint i = 0; i < n; i++)
    count += !marks[i];
  return count;
}

/* Says what stands on the page and in no line. */
static void
check_nothing_else (const Seen *seen)
{
  guint doubles = 0;
  for (guint i = 0; i < seen->page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (seen->page->glyphs, JueGlyph, i);
    doubles += (g->flags & JUE_GLYPH_DUPLICATE) != 0;
    seen->glyphs[i] |= g->ch == ' ' || (g->flags & JUE_GLYPH_DUPLICATE);
  }
  CU_ASSERT_EQUAL (doubles > 0, g_str_equal (seen->name, "y_fake-bold"));
  if (jue_diagnoses_has_warning (seen->page->diagnoses) && !seen->warned) {
    CU_FAIL ("a warning that is not stated");
    fprintf (stderr, "%s: a warning that is not stated\n", seen->name);
  }
  for (guint i = 0; seen->loose && i < seen->page->glyphs->len; i++)
    seen->glyphs[i] = 1;
  const guint more[] = { unmarked (seen->rules, seen->page->rules->len), unmarked (seen->fills, seen->page->fills->len),
                         unmarked (seen->images, seen->page->images->len),
                         unmarked (seen->glyphs, seen->page->glyphs->len) };
  const char *const kinds[] = { "rules", "fills", "images", "glyphs" };
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autofree char *what = g_strdup_printf ("%u more %s", more[k], kinds[k]);
    gboolean right = more[k] == 0 ? TRUE : is_exception (seen->name, what);
    CU_ASSERT_TRUE (right);
    if (!right)
      fprintf (stderr, "%s: %s than stated\n", seen->name, what);
  }
}

static void
check_lines (const Seen *seen, char **lines)
{
  for (guint i = 0; lines[i] != NULL; i++) {
    if (lines[i][0] == '#' || lines[i][0] == '\0')
      continue;
    gboolean found = find_item (seen, lines[i]), expected = !is_exception (seen->name, lines[i]);
    CU_ASSERT_EQUAL (found, expected);
    if (found != expected)
      fprintf (stderr, "%s: %s “%s”\n", seen->name, found ? "no exception any more:" : "not found:", lines[i]);
  }
}

static void
check_page (const char *name, JuePage *page)
{
  g_autofree char *path = g_strconcat (PAGES, name, ".txt", NULL);
  g_autofree char *text = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Seen seen = { name,
                page,
                g_new0 (guint8, page->rules->len + 1),
                g_new0 (guint8, page->fills->len + 1),
                g_new0 (guint8, page->images->len + 1),
                g_new0 (guint8, page->glyphs->len + 1),
                is_exception (name, "half") ? 0.5 : 1,
                strstr (text, "\nloose") != NULL,
                strstr (text, "\ndiagnosis") != NULL };
  CU_ASSERT_EQUAL (page->status, strstr (text, "\ntext") != NULL || seen.loose ? JUE_PAGE_OK : JUE_PAGE_NO_TEXT);
  check_lines (&seen, lines);
  check_nothing_else (&seen);
  g_free (seen.rules);
  g_free (seen.fills);
  g_free (seen.images);
  g_free (seen.glyphs);
}

static void
test_pages (void)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (PAGES, 0, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (dir);
  for (const char *file; (file = g_dir_read_name (dir)) != NULL;) {
    if (!g_str_has_suffix (file, ".pdf"))
      continue;
    g_autofree char *name = g_strndup (file, strlen (file) - 4), *path = g_strconcat (PAGES, file, NULL);
    g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (source);
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL (page);
    check_page (name, page);
    n++;
  }
  CU_ASSERT_TRUE (n >= 20);
}

static const JueTest tests[] = {
  { "the capture sees what the pages show and nothing else", test_pages },
  { NULL, NULL },
};

int
main (void)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (JUE_SOURCE_DIR "/tests/data/pages.txt", &text, NULL, NULL))
    return 1;
  exceptions = g_strconcat ("\n", text, NULL);
  int status = jue_test_main ("pages", tests);
  g_free (exceptions);
  return status;
}
