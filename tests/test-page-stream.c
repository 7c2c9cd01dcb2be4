#include <stdio.h>
#include <stdlib.h>

#include "extract/page-write.h"
#include "tests/cunit-main.h"
#include "tests/page-stream-tools.h"

static const JueSource source = { (char *)"决算 & \"2024\".pdf", TEST_SHA256, 123456789012, 40 };

/* Seeded pages */

static gint32
any_side (GRand *rand)
{
  return g_rand_int_range (rand, -2000, 90000);
}

static JueBox
any_box (GRand *rand)
{
  gint32 a = any_side (rand), b = any_side (rand), c = any_side (rand), d = any_side (rand);
  return (JueBox){ MIN (a, b), MIN (c, d), MAX (a, b), MAX (c, d) };
}

static gunichar
any_char (GRand *rand)
{
  static const gunichar some[] = { ' ',     '\n',    '\t', '\r', 0,      1,      0x1f,   0xfffe, 0xffff, 0xfffd,
                                   '&',     '<',     '>',  '"',  '\'',   0x3000, 0xa0,   0x7f,   0x85,   0x2f00,
                                   0x1f600, 0x20000, ']',  '-',  0xe000, 0xfdd0, 0x2028, 0x2029, 0xfeff, 0xd7ff };
  if (g_rand_int_range (rand, 0, 4) == 0)
    return some[g_rand_int_range (rand, 0, G_N_ELEMENTS (some))];
  return (gunichar)(g_rand_boolean (rand) ? g_rand_int_range (rand, 0x4e00, 0x9fa5)
                                          : g_rand_int_range (rand, 0x21, 0x7f));
}

/* Something that makes the next glyph another run without being a string of its own. */
static void
change_something (GRand *rand, const JuePage *page, JueGlyph *g)
{
  switch (g_rand_int_range (rand, 0, 30)) {
    case 0:
      g->rgb ^= 1;
      break;
    case 1:
      g->font = (guint16)((g->font + 1u) % page->fonts->len);
      break;
    case 2:
      g->size ^= 1;
      break;
    case 3:
      g->baseline++;
      break;
    case 4:
      g->reading = (guint8)((g->reading + 1) % 5);
      break;
    default:
      break;
  }
}

/* Glyphs one behind the other, to the right or to the left or downward or with gaps, as one string or several. */
static void
add_string (GRand *rand, JuePage *page)
{
  gint pattern = g_rand_int_range (rand, 0, 5);
  JueGlyph g = { .box = any_box (rand),
                 .baseline = any_side (rand),
                 .size = (guint16)g_rand_int_range (rand, 0, 65536) };
  g.font = (guint16)g_rand_int_range (rand, 0, (gint32)page->fonts->len);
  g.rgb = g_rand_boolean (rand) ? 0 : (guint32)g_rand_int_range (rand, 0, 0x1000000);
  g.reading = (guint8)g_rand_int_range (rand, 0, 5);
  g.flags = (guint8)g_rand_int_range (rand, 0, 16);
  for (gint n = g_rand_int_range (rand, 1, 9), width = 1000; n > 0; n--) {
    g.ch = any_char (rand);
    g_array_append_val (page->glyphs, g);
    g.flags =
        (guint8)(g_rand_int_range (rand, 0, 8) == 0 ? g_rand_int_range (rand, 0, 16) : g.flags & ~JUE_GLYPH_RUN_START);
    change_something (rand, page, &g);
    if (pattern == 0)
      g.box = (JueBox){ g.box.x1, g.box.y0, g.box.x1 + width, g.box.y1 };
    else if (pattern == 1)
      g.box = (JueBox){ g.box.x0 - width, g.box.y0, g.box.x0, g.box.y1 };
    else if (pattern == 2)
      g.box = (JueBox){ g.box.x0, g.box.y1, g.box.x1, g.box.y1 + width };
    else if (pattern == 3)
      g.box = any_box (rand);
  }
}

static void
add_drawings (GRand *rand, JuePage *page)
{
  for (gint n = g_rand_int_range (rand, 0, 6); n > 0; n--) {
    JueRule rule = { any_box (rand),
                     (guint32)g_rand_int_range (rand, 0, 0x1000000),
                     g_rand_int (rand),
                     (guint8)g_rand_int_range (rand, 250, 256),
                     (guint8)g_rand_int_range (rand, 0, 2),
                     (guint8)g_rand_int_range (rand, 0, 4) };
    JueFill fill = { any_box (rand), 0, g_rand_int (rand), (guint8)g_rand_int_range (rand, 0, 256) };
    JueImage image = { any_box (rand) };
    g_array_append_val (page->rules, rule);
    g_array_append_val (page->fills, fill);
    g_array_append_val (page->images, image);
  }
}

static JuePage *
any_page (GRand *rand, guint number)
{
  JuePage *page = jue_page_new (number, g_rand_int_range (rand, 0, JUE_PAGE_MAX_SIDE + 1), 84189,
                                90 * (guint)g_rand_int_range (rand, 0, 4));
  page->status = (JuePageStatus)g_rand_int_range (rand, 0, 3);
  jue_page_add_font (page, "SimSun", FALSE, FALSE);
  jue_page_add_font (page, "a<b>&\"c\"\t\r\n", TRUE, FALSE);
  jue_page_add_font (page, "", FALSE, TRUE);
  for (gint n = g_rand_int_range (rand, 0, 40); n > 0; n--)
    add_string (rand, page);
  add_drawings (rand, page);
  JueProv prov = { number, any_box (rand) };
  jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_WARNING, "some-code", prov, "文字 %d < 5 & \"x\"", 3);
  jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "other", (JueProv){ 0, { 0, 0, 0, 0 } }, "%s", "");
  return page;
}

/* Writing, reading, comparing */

static char *
write_pages (JuePage *const *pages, guint n)
{
  char *bytes = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&bytes, &length);
  g_autoptr (JuePageWriter) writer = jue_page_writer_new (out, &source);
  for (guint i = 0; i < n; i++)
    CU_ASSERT_TRUE (jue_page_writer_add (writer, pages[i], NULL));
  CU_ASSERT_TRUE (jue_page_writer_finish (writer, NULL));
  fclose (out);
  char *copy = g_strndup (bytes, length);
  free (bytes);
  return copy;
}

static gboolean
same_box (JueBox a, JueBox b)
{
  return a.x0 == b.x0 && a.y0 == b.y0 && a.x1 == b.x1 && a.y1 == b.y1;
}

static gboolean
same_glyph (const JueGlyph *a, const JueGlyph *b)
{
  return a->ch == b->ch && same_box (a->box, b->box) && a->baseline == b->baseline && a->size == b->size
         && a->font == b->font && a->rgb == b->rgb && a->reading == b->reading && a->flags == b->flags;
}

static gboolean
same_glyphs (const JuePage *a, const JuePage *b)
{
  gboolean same = a->glyphs->len == b->glyphs->len;
  for (guint i = 0; same && i < a->glyphs->len; i++)
    same = same_glyph (&g_array_index (a->glyphs, JueGlyph, i), &g_array_index (b->glyphs, JueGlyph, i));
  return same;
}

static gboolean
same_drawings (const JuePage *a, const JuePage *b)
{
  gboolean same = a->rules->len == b->rules->len && a->fills->len == b->fills->len && a->images->len == b->images->len;
  for (guint i = 0; same && i < a->rules->len; i++) {
    const JueRule *r = &g_array_index (a->rules, JueRule, i), *s = &g_array_index (b->rules, JueRule, i);
    const JueFill *f = &g_array_index (a->fills, JueFill, i), *g = &g_array_index (b->fills, JueFill, i);
    same = same_box (r->box, s->box) && r->rgb == s->rgb && r->order == s->order && r->alpha == s->alpha
           && r->direction == s->direction && r->origin == s->origin && same_box (f->box, g->box) && f->rgb == g->rgb
           && f->order == g->order && f->alpha == g->alpha
           && same_box (g_array_index (a->images, JueImage, i).box, g_array_index (b->images, JueImage, i).box);
  }
  return same;
}

static gboolean
same_fonts (const JuePage *a, const JuePage *b)
{
  gboolean same = a->fonts->len == b->fonts->len;
  for (guint i = 0; same && i < a->fonts->len; i++) {
    const JueFont *f = &g_array_index (a->fonts, JueFont, i), *g = &g_array_index (b->fonts, JueFont, i);
    same = g_str_equal (f->name, g->name) && f->bold == g->bold && f->italic == g->italic;
  }
  return same;
}

static gboolean
same_diagnoses (const JueDiagnoses *a, const JueDiagnoses *b)
{
  gboolean same = jue_diagnoses_length (a) == jue_diagnoses_length (b);
  for (guint i = 0; same && i < jue_diagnoses_length (a); i++) {
    const JueDiagnosis *d = jue_diagnoses_get (a, i), *e = jue_diagnoses_get (b, i);
    same = d->severity == e->severity && g_str_equal (d->code, e->code) && g_str_equal (d->text, e->text)
           && d->prov.page == e->prov.page && same_box (d->prov.box, e->prov.box);
  }
  return same;
}

static gboolean
same_page (const JuePage *a, const JuePage *b)
{
  return a->number == b->number && a->width == b->width && a->height == b->height && a->rotation == b->rotation
         && a->status == b->status && same_fonts (a, b) && same_glyphs (a, b) && same_drawings (a, b)
         && same_diagnoses (a->diagnoses, b->diagnoses);
}

static char *
some_stream (guint n_pages)
{
  GRand *rand = g_rand_new_with_seed (7);
  JuePage *pages[8];
  for (guint i = 0; i < n_pages; i++)
    pages[i] = any_page (rand, i + 1);
  char *text = write_pages (pages, n_pages);
  for (guint i = 0; i < n_pages; i++)
    jue_page_free (pages[i]);
  g_rand_free (rand);
  return text;
}

/* Tests */

static void
round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (20240601);
  for (guint i = 0; i < 300; i++) {
    JuePage *page = any_page (rand, 1 + i % 40);
    g_autofree char *text = write_pages (&page, 1);
    JuePage *back = read_only_page (text);
    CU_ASSERT_PTR_NOT_NULL_FATAL (back);
    CU_ASSERT_TRUE (same_page (page, back));
    g_autofree char *again = write_pages (&back, 1);
    CU_ASSERT_STRING_EQUAL (text, again);
    if (i < 40)
      CU_ASSERT_TRUE (test_is_valid (text, "page-stream.rng"));
    jue_page_free (page);
    jue_page_free (back);
  }
  g_rand_free (rand);
}

static void
source_travels (void)
{
  g_autofree char *text = some_stream (3);
  char *path = test_file (text, strlen (text));
  g_autoptr (JuePageSource) pages = jue_page_reader_new (path, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (pages);
  const JueSource *info = jue_page_source_info (pages);
  CU_ASSERT_STRING_EQUAL (info->name, source.name);
  CU_ASSERT_STRING_EQUAL (info->sha256, TEST_SHA256);
  CU_ASSERT_EQUAL (info->bytes, 123456789012);
  CU_ASSERT_EQUAL (info->pages, 40);
  test_file_remove (path);
}

static void
long_run_is_split (void)
{
  JuePage *page = jue_page_new (1, 100, 100, 0);
  jue_page_add_font (page, "F", FALSE, FALSE);
  JueGlyph g = { .ch = 0x4e00, .flags = JUE_GLYPH_RUN_START, .size = 1050 };
  for (gint i = 0; i < 10000; i++, g.flags = 0) {
    g.box = (JueBox){ i * 3, 1, i * 3 + 1, 2 };
    g_array_append_val (page->glyphs, g);
  }
  g_autofree char *text = write_pages (&page, 1);
  JuePage *back = read_only_page (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (back);
  CU_ASSERT_TRUE (same_page (page, back));
  jue_page_free (page);
  jue_page_free (back);
}

static void
no_unicode_at_all_is_told (void)
{
  JuePage *page = jue_page_new (1, 100, 100, 0);
  jue_page_add_font (page, "\xcb\xce\xcc\xe5", FALSE, FALSE);
  JueGlyph g = { .ch = 0xd800, .box = { 1, 2, 3, 4 } };
  g_array_append_val (page->glyphs, g);
  g_autofree char *text = write_pages (&page, 1);
  JuePage *back = read_only_page (text);
  CU_ASSERT_PTR_NOT_NULL_FATAL (back);
  CU_ASSERT_EQUAL (g_array_index (back->glyphs, JueGlyph, 0).ch, 0xfffd);
  CU_ASSERT_EQUAL_FATAL (jue_diagnoses_length (back->diagnoses), 1);
  CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (back->diagnoses, 0)->code, "character-replaced");
  CU_ASSERT_EQUAL (jue_diagnoses_get (back->diagnoses, 0)->prov.page, 1);
  CU_ASSERT_STRING_EQUAL (g_array_index (back->fonts, JueFont, 0).name,
                          "\357\277\275\357\277\275\357\277\275\357\277\275");
  jue_page_free (page);
  jue_page_free (back);
}

static void
cut_stream_is_refused (void)
{
  g_autofree char *text = some_stream (2);
  gsize length = strlen (text), end = (gsize)(g_strrstr (text, "</pages>") - text) + strlen ("</pages>");
  for (gsize cut = 0; cut<end; cut += cut> 1500 && cut < end - 300 ? 13 : 1) {
    char *path = test_file (text, cut);
    CU_ASSERT_EQUAL (read_code (path, NULL), JUE_ERROR_INPUT);
    test_file_remove (path);
  }
  CU_ASSERT_EQUAL (read_text_code (text, NULL), -1);
  CU_ASSERT_TRUE (length > end);
}

static void
damaged_bytes_do_not_crash (void)
{
  g_autofree char *text = some_stream (1);
  gsize length = strlen (text);
  GRand *rand = g_rand_new_with_seed (3);
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *damaged = g_strdup (text);
    for (gint n = g_rand_int_range (rand, 1, 4); n > 0; n--)
      damaged[g_rand_int_range (rand, 0, (gint32)length)] =
          "0123456789-.<>/\"&;= xy\001\377"[g_rand_int_range (rand, 0, 24)];
    gint code = read_text_code (damaged, NULL);
    CU_ASSERT_TRUE (code == -1 || code == JUE_ERROR_INPUT || code == JUE_ERROR_VERSION || code == JUE_ERROR_LIMIT);
  }
  g_rand_free (rand);
}

static void
gzip_is_read (void)
{
  g_autofree char *text = some_stream (5);
  guint n = 0;
  char *path = test_file_gzip (text, strlen (text), 0);
  CU_ASSERT_EQUAL (read_code (path, &n), -1);
  CU_ASSERT_EQUAL (n, 5);
  test_file_remove (path);
  path = test_file_gzip (text, strlen (text), 40);
  CU_ASSERT_EQUAL (read_code (path, NULL), JUE_ERROR_INPUT);
  test_file_remove (path);
}

static void
standard_input_is_read (void)
{
  g_autofree char *text = some_stream (2);
  char *path = test_file_gzip (text, strlen (text), 0);
  guint n = 0;
  CU_ASSERT_PTR_NOT_NULL_FATAL (freopen (path, "rb", stdin));
  CU_ASSERT_EQUAL (read_code ("-", &n), -1);
  CU_ASSERT_EQUAL (n, 2);
  test_file_remove (path);
}

static void
full_disk_is_told (void)
{
  GRand *rand = g_rand_new_with_seed (5);
  for (guint n = 0; n < 100; n += 33) {
    FILE *out = fopen ("/dev/full", "w");
    CU_ASSERT_PTR_NOT_NULL_FATAL (out);
    g_autoptr (JuePageWriter) writer = jue_page_writer_new (out, &source);
    g_autoptr (GError) error = NULL;
    gboolean good = TRUE;
    for (guint i = 0; good && i < n; i++) {
      JuePage *page = any_page (rand, i + 1);
      good = jue_page_writer_add (writer, page, &error);
      jue_page_free (page);
    }
    CU_ASSERT_TRUE (n < 99 || !good);
    good = good && jue_page_writer_finish (writer, &error);
    CU_ASSERT_FALSE (good);
    CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_OUTPUT));
    fclose (out);
  }
  g_rand_free (rand);
}

int
main (void)
{
  static const JueTest tests[] = {
    { "a page comes back as it was written", round_trip },
    { "the source travels with the pages", source_travels },
    { "a long run is written in parts", long_run_is_split },
    { "a glyph that is no character is replaced and told", no_unicode_at_all_is_told },
    { "a stream cut anywhere is refused", cut_stream_is_refused },
    { "damaged bytes do no harm", damaged_bytes_do_not_crash },
    { "gzip is read, cut gzip is refused", gzip_is_read },
    { "standard input is read", standard_input_is_read },
    { "a full disk is told", full_disk_is_told },
    { NULL, NULL },
  };
  return jue_test_main ("page-stream", tests);
}
