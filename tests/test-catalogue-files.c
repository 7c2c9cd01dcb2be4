#include "normalize/catalogue.h"
#include "normalize/catalogue-tree.h"

#include <glib/gstdio.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "extract/error.h"
#include "tests/cunit-main.h"

#define FORMS JUE_SOURCE_DIR "/forms"

/* The names of the catalogue's files. */
static GPtrArray *
list_files (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (FORMS, 0, NULL);
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (names, g_strdup (name));
  return names;
}

static void
test_schema (void)
{
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (FORMS "/forms.rng");
  xmlRelaxNG *schema = xmlRelaxNGParse (parser);
  g_autoptr (GPtrArray) names = list_files ();
  CU_ASSERT_PTR_NOT_NULL_FATAL (schema);
  CU_ASSERT_TRUE (names->len >= 10);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (FORMS, g_ptr_array_index (names, i), NULL);
    xmlRelaxNGValidCtxt *valid = xmlRelaxNGNewValidCtxt (schema);
    xmlDoc *doc = xmlReadFile (path, NULL, XML_PARSE_NONET);
    CU_ASSERT_EQUAL (xmlRelaxNGValidateDoc (valid, doc), 0);
    xmlFreeDoc (doc);
    xmlRelaxNGFreeValidCtxt (valid);
  }
  xmlRelaxNGFree (schema);
  xmlRelaxNGFreeParserCtxt (parser);
}

static const JueCatalogueFile *
find_built_in (const char *name)
{
  for (guint i = 0; i < jue_forms_n_files; i++)
    if (g_str_equal (jue_forms_files[i].name, name))
      return &jue_forms_files[i];
  return NULL;
}

/* How many nodes two equal lists hold, with all in them. Fails where they differ. */
static guint
count_same (const JueNode *a, const JueNode *b)
{
  guint n = 0;
  for (; a != NULL && b != NULL; a = a->next, b = b->next) {
    CU_ASSERT_STRING_EQUAL (a->name, b->name);
    CU_ASSERT_EQUAL (g_strcmp0 (a->text, b->text), 0);
    CU_ASSERT_EQUAL (a->line, b->line);
    CU_ASSERT_EQUAL_FATAL (a->n_attributes, b->n_attributes);
    for (guint i = 0; i < a->n_attributes; i++) {
      CU_ASSERT_STRING_EQUAL (a->attributes[i].name, b->attributes[i].name);
      CU_ASSERT_EQUAL (g_strcmp0 (a->attributes[i].value, b->attributes[i].value), 0);
    }
    n += 1 + count_same (a->children, b->children);
  }
  CU_ASSERT_TRUE (a == NULL && b == NULL);
  return n;
}

static void
test_all_files_are_built_in (void)
{
  g_autoptr (GPtrArray) names = list_files ();
  guint nodes = 0;
  CU_ASSERT_EQUAL (names->len, jue_forms_n_files);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path = g_build_filename (FORMS, g_ptr_array_index (names, i), NULL);
    char *text;
    gsize length;
    CU_ASSERT_TRUE_FATAL (g_file_get_contents (path, &text, &length, NULL));
    g_autoptr (GBytes) bytes = g_bytes_new_take (text, length);
    g_autoptr (JueTree) tree = jue_tree_parse (path, bytes, NULL);
    const JueCatalogueFile *built_in = find_built_in (g_ptr_array_index (names, i));
    CU_ASSERT_PTR_NOT_NULL_FATAL (tree);
    CU_ASSERT_PTR_NOT_NULL_FATAL (built_in);
    nodes += count_same (jue_tree_root (tree), built_in->root);
  }
  CU_ASSERT_TRUE (nodes > 1000);
}

/* Loading a directory compiles every pattern, so this also proves those that are built in. */
static void
test_directory (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueCatalogue) loaded = jue_catalogue_load (FORMS, &error);
  g_autoptr (JueCatalogue) built_in = jue_catalogue_load (NULL, NULL);
  CU_ASSERT_PTR_NOT_NULL_FATAL (loaded);
  CU_ASSERT_PTR_NOT_NULL_FATAL (built_in);
  CU_ASSERT_EQUAL (jue_catalogue_n_forms (loaded), jue_catalogue_n_forms (built_in));
  for (guint i = 0; i < jue_catalogue_n_forms (loaded); i++)
    CU_ASSERT_STRING_EQUAL (jue_catalogue_form (loaded, i)->id, jue_catalogue_form (built_in, i)->id);
}

/* Loads a directory with one file that holds @content. */
static JueCatalogue *
load_text (const char *content, GError **error)
{
  g_autofree char *dir = g_dir_make_tmp ("jue-forms-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "broken.xml", NULL);
  CU_ASSERT_TRUE_FATAL (g_file_set_contents (path, content, -1, NULL));
  JueCatalogue *loaded = jue_catalogue_load (dir, error);
  g_remove (path);
  g_rmdir (dir);
  return loaded;
}

#define XMLNS " xmlns='urn:juesuan:forms:1'"
#define FORM "<form id='a' name='甲表' kind='both' order='1'>"
#define COLUMN "<column id='c' role='amount'><head>金额</head></column>"

/* Content and the line at fault, counted from 1. */
typedef struct {
  const char *content;
  guint line;
} Broken;

static const Broken broken[] = {
  { "<forms" XMLNS ">\n" FORM "\n<title>(甲</title></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "<title>甲</title>\n<refuse>[</refuse></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n\n<column id='c' role='money'><head>金额</head></column></form></forms>", 4 },
  { "<forms" XMLNS ">\n" FORM "<title>甲</title>" COLUMN "\n" COLUMN "</form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "<title>甲</title></form>\n" FORM "<title>乙</title></form></forms>", 3 },
  { "<forms" XMLNS ">\n<form id='a' name='甲表' kind='both'><title>甲</title></form></forms>", 2 },
  { "<forms" XMLNS ">\n<form id='a' name='甲表' kind='both' order='x'><title>甲</title></form></forms>", 2 },
  { "<forms" XMLNS ">\n<form id='a' name='甲表' kind='none' order='1'><title>甲</title></form></forms>", 2 },
  { "<forms" XMLNS ">\n" FORM "\n<use shared='nothing'/></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n<heading>甲</heading></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n<column id='c' role='amount'><head>金额//元</head></column></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n<column id='c' role='amount' half='left'><head>金额</head></column></form></forms>",
    3 },
  { "<forms" XMLNS ">\n" FORM "\n<column id='c' role='amount'/></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n<row id='r'><name>甲|</name></row></form></forms>", 3 },
  { "<forms" XMLNS ">\n" FORM "\n<title/></form></forms>", 3 },
  { "<forms" XMLNS ">\n\ntext</forms>", 3 },
  { "<forms>\n</forms>", 1 },
  { "<tables" XMLNS "/>", 1 },
  { "<captions" XMLNS ">\n<caption kind='weather'><pattern>a</pattern></caption></captions>", 2 },
  { "<captions" XMLNS ">\n<caption kind='unit'>\n<pattern>a{2,1}</pattern></caption></captions>", 3 },
  { "<captions" XMLNS ">\n<words kind='weather'><pattern>a</pattern></words></captions>", 2 },
  { "<forms" XMLNS ">\n<words><pattern>a</pattern></words></forms>", 2 },
  { "<performance" XMLNS ">\n<words kind='tick'>\n<pattern>(</pattern></words></performance>", 3 },
  { "<facts" XMLNS ">\n<unit name='镑' kind='money'/></facts>", 2 },
  { "<codes" XMLNS " kind='economic'>\n301 工资福利支出\n30101\n</codes>", 3 },
  { "<codes" XMLNS " kind='economic'>\n301 工资福利支出\n3010 基本工资\n</codes>", 3 },
  { "<codes" XMLNS " kind='economic'>\n301 工资福利支出\n\n301 工资\n</codes>", 4 },
  { "<forms" XMLNS ">\n</form></forms>", 2 },
};

static void
check_broken (const Broken *this)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *place = g_strdup_printf ("broken.xml:%u: ", this->line);
  JueCatalogue *loaded = load_text (this->content, &error);
  gboolean refused =
      loaded == NULL && g_error_matches (error, JUE_ERROR, JUE_ERROR_SYSTEM) && strstr (error->message, place) != NULL;
  jue_catalogue_free (loaded);
  if (!refused)
    g_printerr ("\n    not refused at line %u: %s\n    but: %s\n", this->line, this->content,
                error != NULL ? error->message : "");
  CU_ASSERT_TRUE (refused);
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    check_broken (&broken[i]);
}

static void
test_no_directory (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (jue_catalogue_load (JUE_SOURCE_DIR "/no-such-directory", &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_SYSTEM));
}

static void
test_no_form (void)
{
  g_autoptr (GError) error = NULL;
  CU_ASSERT_PTR_NULL (load_text ("<forms" XMLNS "/>", &error));
  CU_ASSERT_TRUE (g_error_matches (error, JUE_ERROR, JUE_ERROR_SYSTEM));
}

/* A form may stand before what it shares, and a smaller order wins. */
static void
test_small_catalogue (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JueCatalogue) loaded =
      load_text ("<forms" XMLNS "><form id='late' name='乙表' kind='budget' order='2'><title>表$</title></form>" FORM
                 "<title>甲表$</title><refuse>丙</refuse><unit>元</unit><use shared='s'/></form>"
                 "<shared id='s'><column id='c' role='count' half='1'><head>人|车/数</head></column></shared></forms>",
                 &error);
  const char *path[] = { "车", "辆", "数" };
  CU_ASSERT_PTR_NOT_NULL_FATAL (loaded);
  const JueKnownForm *form = jue_catalogue_form_by_title (loaded, "甲表");
  CU_ASSERT_PTR_NOT_NULL_FATAL (form);
  CU_ASSERT_STRING_EQUAL (form->id, "a");
  CU_ASSERT_STRING_EQUAL (g_ptr_array_index (form->units, 0), "元");
  CU_ASSERT_STRING_EQUAL (jue_catalogue_form_by_title (loaded, "丙甲表")->id, "late");
  CU_ASSERT_FALSE (jue_catalogue_find (loaded, "late")->in_final);
  CU_ASSERT_EQUAL (jue_known_form_column (form, path, 3), 0);
  CU_ASSERT_EQUAL (jue_known_form_column (form, path, 2), -1);
  CU_ASSERT_EQUAL (jue_known_form_column (form, path, 0), -1);
  CU_ASSERT_EQUAL (g_array_index (form->columns, JueKnownColumn, 0).role, JUE_COLUMN_COUNT);
  CU_ASSERT_EQUAL (g_array_index (form->columns, JueKnownColumn, 0).half, 1);
}

int
main (void)
{
  static const JueTest tests[] = {
    { "the files are valid by their schema", test_schema },
    { "all files are built in", test_all_files_are_built_in },
    { "a directory gives the same catalogue", test_directory },
    { "a broken catalogue is refused with file and line", test_broken },
    { "a missing directory is refused", test_no_directory },
    { "a catalogue without forms is refused", test_no_form },
    { "a form may precede what it shares and a smaller order wins", test_small_catalogue },
    { NULL, NULL },
  };
  int status = jue_test_main ("catalogue files", tests);
  xmlCleanupParser ();
  return status;
}
