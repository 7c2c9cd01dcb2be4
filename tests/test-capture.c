/* The door for PDF files, and its two ways to a page's text. */
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "extract/capture.h"
#include "extract/error.h"
#include "extract/pdf.h"
#include "normalize/normalize.h"
#include "tests/cunit-main.h"

#define SAMPLES JUE_SOURCE_DIR "/samples/"

static char *folder;

static void
test_check (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE (jue_capture_check (&error));
  CU_ASSERT_PTR_NULL (error);
}

/* ---- the two ways to the text ---- */

static gint
by_text (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* What one page's visible glyphs are: character and place, sorted; those drawn twice once. */
static char *
glyphs_of (const JuePage *page)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->ch != ' ' && !(g->flags & (JUE_GLYPH_DUPLICATE | JUE_GLYPH_INVISIBLE)))
      g_ptr_array_add (all, g_strdup_printf ("%7d %7d %X", g->box.y0, g->box.x0, g->ch));
  }
  g_ptr_array_sort (all, by_text);
  g_ptr_array_add (all, NULL);
  return g_strjoinv ("\n", (char **)all->pdata);
}

/* Pages of a sample on which the two ways see other glyphs. */
static guint
pages_that_differ (const char *path)
{
  JuePdfOptions by_layout = { .layout_only = TRUE };
  g_autoptr (JuePageSource) a = jue_pdf_open (path, NULL, NULL), b = jue_pdf_open (path, &by_layout, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (a);
  CU_ASSERT_PTR_NOT_NULL_FATAL (b);
  guint n = 0;
  for (;;) {
    g_autoptr (JuePage) p = jue_page_source_next (a, NULL), q = jue_page_source_next (b, NULL);
    CU_ASSERT_EQUAL_FATAL (p == NULL, q == NULL);
    if (p == NULL)
      return n;
    g_autofree char *x = glyphs_of (p), *y = glyphs_of (q);
    if (!g_str_equal (x, y)) {
      fprintf (stderr, "%s: page %u: other glyphs by layout\n", path, p->number);
      n++;
    }
  }
}

/* All cells of a sample's forms. */
static char *
cells_of (const char *path, gboolean layout_only)
{
  JuePdfOptions options = { .layout_only = layout_only };
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (NULL, NULL);
  g_autoptr (JuePageSource) source = jue_pdf_open (path, &options, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (source);
  g_autoptr (JueReport) report = jue_normalize (source, catalogue, NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (report);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    g_string_append_printf (out, "%s %s\n", form->id, form->title.text != NULL ? form->title.text : "");
    for (guint k = 0; k < form->n_rows * form->n_cols; k++)
      g_string_append_printf (out, "%s%c", form->cells[k].text != NULL ? form->cells[k].text : "<",
                              (k + 1) % form->n_cols == 0 ? '\n' : '|');
  }
  return g_string_free (out, FALSE);
}

static const char *const samples[] = { "y_archives.pdf",          "y_culture.pdf",         "y_school.pdf",
                                       "y_forestry.pdf",          "y_emergency.pdf",       "y_seeds-budget.pdf",
                                       "y_water-performance.pdf", "y_archives-budget.pdf", "y_encrypted-empty.pdf" };

static void
test_same_glyphs (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *path = g_strconcat (SAMPLES, samples[i], NULL);
    CU_ASSERT_EQUAL (pages_that_differ (path), 0);
  }
}

static void
test_same_cells (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *path = g_strconcat (SAMPLES, samples[i], NULL);
    g_autofree char *a = cells_of (path, FALSE), *b = cells_of (path, TRUE);
    CU_ASSERT_TRUE (strlen (a) > 1000);
    CU_ASSERT_STRING_EQUAL (a, b);
  }
}

/* ---- passwords, pages left out ---- */

/* Opens a sample; -1 if that works, else the error's code. */
static gint
open_error (const char *path, const char *password)
{
  JuePdfOptions options = { .password = password };
  g_autoptr (GError) error = NULL;
  g_autoptr (JuePageSource) source = jue_pdf_open (path, &options, &error);
  CU_ASSERT_EQUAL (source == NULL, error != NULL);
  return error != NULL ? error->code : -1;
}

static void
test_password (void)
{
  const char *locked = SAMPLES "n_encrypted-user.pdf", *open = SAMPLES "y_encrypted-empty.pdf";
  CU_ASSERT_EQUAL (open_error (locked, NULL), JUE_ERROR_PASSWORD);
  CU_ASSERT_EQUAL (open_error (locked, "wrong"), JUE_ERROR_PASSWORD);
  CU_ASSERT_EQUAL (open_error (locked, "juesuan"), -1);
  CU_ASSERT_EQUAL (open_error (open, NULL), -1);
  CU_ASSERT_EQUAL (open_error (SAMPLES "y_culture.pdf", "needless"), -1);
}

static void
test_skipped (void)
{
  guint skip = 2, volatile_page = 0;
  g_autoptr (GArray) pages = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (pages, skip);
  JuePdfOptions options = { .skip_pages = pages, .skip_reason = "it hung", .current_page = &volatile_page };
  g_autoptr (JuePageSource) a = jue_pdf_open (SAMPLES "y_culture.pdf", &options, NULL);
  g_autoptr (JuePageSource) b = jue_pdf_open (SAMPLES "y_culture.pdf", NULL, NULL);
  for (guint i = 1; i <= 3; i++) {
    g_autoptr (JuePage) p = jue_page_source_next (a, NULL), q = jue_page_source_next (b, NULL);
    CU_ASSERT_EQUAL (volatile_page, i);
    CU_ASSERT_EQUAL (p->number, i);
    if (i == skip) {
      CU_ASSERT_EQUAL (p->status, JUE_PAGE_FAILED);
      CU_ASSERT_EQUAL (p->glyphs->len + p->rules->len, 0);
      CU_ASSERT_EQUAL_FATAL (jue_diagnoses_length (p->diagnoses), 1);
      CU_ASSERT_STRING_EQUAL (jue_diagnoses_get (p->diagnoses, 0)->text, "it hung");
      continue;
    }
    g_autofree char *x = glyphs_of (p), *y = glyphs_of (q);
    CU_ASSERT_STRING_EQUAL (x, y);
    CU_ASSERT_EQUAL (p->rules->len, q->rules->len);
  }
}

static void
test_source (void)
{
  g_autoptr (JuePageSource) source = jue_pdf_open (SAMPLES "y_culture.pdf", NULL, NULL);
  g_autofree char *bytes = NULL;
  gsize length;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (SAMPLES "y_culture.pdf", &bytes, &length, NULL));
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes, length);
  const JueSource *info = jue_page_source_info (source);
  CU_ASSERT_STRING_EQUAL (info->name, "y_culture.pdf");
  CU_ASSERT_STRING_EQUAL (info->sha256, sum);
  CU_ASSERT_EQUAL (info->bytes, length);
  guint n = 0;
  for (JuePage *page; (page = jue_page_source_next (source, NULL)) != NULL; n++)
    jue_page_free (page);
  CU_ASSERT_EQUAL (n, info->pages);
}

/* ---- broken files ---- */

static void
test_no_pdf (void)
{
  g_autofree char *empty = g_build_filename (folder, "empty.pdf", NULL),
                  *noise = g_build_filename (folder, "noise.pdf", NULL);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (empty, "", 0, NULL)
                        && g_file_set_contents (noise, "no PDF at all", -1, NULL));
  CU_ASSERT_EQUAL (open_error (empty, NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (open_error (noise, NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (open_error (folder, NULL), JUE_ERROR_INPUT);
  CU_ASSERT_EQUAL (open_error (SAMPLES "nowhere.pdf", NULL), JUE_ERROR_INPUT);
}

/* Poppler says of some files more than anybody wants to know. */
static int
hush (void)
{
  int kept = dup (STDERR_FILENO);
  fflush (stderr);
  CU_ASSERT_PTR_NOT_NULL (freopen ("/dev/null", "w", stderr));
  return kept;
}

static void
speak (int kept)
{
  fflush (stderr);
  dup2 (kept, STDERR_FILENO);
  close (kept);
}

/* Reads at most some pages of bytes that may be anything: an error, or pages that hold what they should. */
static void
read_anything (const char *bytes, gsize length)
{
  g_autofree char *path = g_build_filename (folder, "broken.pdf", NULL);
  g_autoptr (GError) error = NULL;
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, bytes, (gssize)length, NULL));
  g_autoptr (JuePageSource) source = jue_pdf_open (path, NULL, &error);
  CU_ASSERT_EQUAL (source == NULL, error != NULL);
  for (guint n = 0; source != NULL && n < 4; n++) {
    g_autoptr (JuePage) page = jue_page_source_next (source, NULL);
    if (page == NULL)
      break;
    CU_ASSERT_EQUAL (page->number, n + 1);
    gboolean sound = page->status == JUE_PAGE_OK || jue_diagnoses_length (page->diagnoses) > 0;
    CU_ASSERT_TRUE (sound);
    for (guint i = 0; i < page->glyphs->len; i++)
      if (g_array_index (page->glyphs, JueGlyph, i).font >= page->fonts->len)
        CU_FAIL ("a glyph has no font");
  }
}

static void
test_cut (void)
{
  g_autofree char *bytes = NULL;
  gsize length;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (SAMPLES "y_forestry.pdf", &bytes, &length, NULL));
  int kept = hush ();
  for (guint i = 1; i < 24; i++)
    read_anything (bytes, length * i / 24);
  for (gsize cut = 1; cut < 2000; cut *= 3)
    read_anything (bytes, length - cut);
  speak (kept);
}

static void
test_damaged (void)
{
  g_autofree char *bytes = NULL;
  gsize length;
  guint32 random = 4711;
  CU_ASSERT_TRUE_FATAL (g_file_get_contents (SAMPLES "y_culture.pdf", &bytes, &length, NULL));
  int kept = hush ();
  for (guint i = 0; i < 24; i++) {
    g_autofree char *copy = g_memdup2 (bytes, length);
    for (guint k = 0; k < 40; k++) {
      random = random * 1664525 + 1013904223;
      copy[(gsize)(random >> 4) % length] = (char)(random >> 24);
    }
    read_anything (copy, length);
  }
  speak (kept);
}

static const JueTest tests[] = {
  { "the capture checks itself", test_check },
  { "both ways to the text see the same glyphs", test_same_glyphs },
  { "both ways to the text give the same cells", test_same_cells },
  { "passwords open what they should", test_password },
  { "pages may be left out", test_skipped },
  { "the source is described", test_source },
  { "what is no PDF is refused", test_no_pdf },
  { "a cut file does no harm", test_cut },
  { "a damaged file does no harm", test_damaged },
  { NULL, NULL },
};

int
main (void)
{
  folder = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  if (folder == NULL)
    return 1;
  int status = jue_test_main ("capture", tests);
  const char *const names[] = { "empty.pdf", "noise.pdf", "broken.pdf" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_remove (path);
  }
  g_rmdir (folder);
  g_free (folder);
  return status;
}
