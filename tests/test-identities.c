/* What forms/identities*.xml say, and what the reader refuses. */
#include "normalize/identity.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tests/cunit-main.h"

static JueCatalogue *catalogue;

static gboolean
has_column (const JueKnownForm *form, const char *id)
{
  for (guint i = 0; i < form->columns->len; i++)
    if (strcmp (g_array_index (form->columns, JueKnownColumn, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_row (const JueKnownForm *form, const char *id)
{
  const char *slash = strchr (id, '/');
  const char *last = slash != NULL ? slash + 1 : id;
  if (g_str_has_prefix (id, "code:") || strcmp (id, "only") == 0)
    return TRUE;
  for (guint i = 0; i < form->rows->len; i++) {
    const char *row = g_array_index (form->rows, JueKnownRow, i).id;
    if (strcmp (row, last) == 0 || (g_str_has_suffix (last, "*") && strncmp (row, last, strlen (last) - 1) == 0))
      return TRUE;
  }
  return FALSE;
}

/* Whether each selector of @terms is known in one of @forms at least. */
static void
check_terms (const GArray *terms, const char *const *forms, gboolean rows, const char *identity)
{
  for (guint i = 0; i < terms->len; i++) {
    const GPtrArray *choices = g_array_index (terms, JueIdentityTerm, i).choices;
    for (guint j = 0; j < choices->len; j++)
      for (const char *const *id = g_ptr_array_index (choices, j); *id != NULL; id++) {
        gboolean known = FALSE;
        for (guint f = 0; forms[f] != NULL; f++) {
          const JueKnownForm *form = jue_catalogue_find (catalogue, forms[f]);
          known |= form != NULL && (rows ? has_row (form, *id) : has_column (form, *id));
        }
        CU_ASSERT_TRUE (known);
        if (!known)
          fprintf (stderr, "%s: %s is nothing\n", identity, *id);
      }
  }
}

static void
identities_are_about_known_things (void)
{
  const GPtrArray *identities = jue_catalogue_identities (catalogue);
  CU_ASSERT_TRUE (identities->len > 50);
  for (guint i = 0; i < identities->len; i++) {
    const JueIdentity *identity = g_ptr_array_index (identities, i);
    gboolean rows = identity->kind == JUE_IDENTITY_ROWS;
    for (guint f = 0; identity->forms != NULL && identity->forms[f] != NULL; f++)
      CU_ASSERT_PTR_NOT_NULL (jue_catalogue_find (catalogue, identity->forms[f]));
    if (identity->forms != NULL)
      check_terms (identity->total, identity->forms, rows, identity->id);
    for (guint k = 0; k < identity->parts->len; k++)
      check_terms (g_ptr_array_index (identity->parts, k), identity->forms, rows, identity->id);
    for (guint k = 0; k < identity->values->len; k++) {
      const JueIdentityValue *value = &g_array_index (identity->values, JueIdentityValue, k);
      const char *const forms[] = { value->form, NULL };
      check_terms (value->rows, forms, TRUE, identity->id);
      check_terms (value->columns, forms, FALSE, identity->id);
    }
  }
}

#define ROOT "<identities xmlns=\"urn:juesuan:forms:1\">"

static void
broken_identities_are_refused (void)
{
  static const char *const broken[] = {
    "<columns id=\"a\" text=\"a\" forms=\"income\" total=\"total\"/>",
    "<columns id=\"a\" text=\"a\" forms=\"income\"><parts>b</parts></columns>",
    "<columns id=\"a\" text=\"a\" total=\"total\"><parts>b</parts></columns>",
    "<columns id=\"a\" forms=\"income\" total=\"total\"><parts>b</parts></columns>",
    "<columns id=\"a\" text=\"a\" forms=\"income\" total=\"total\"><parts>b||c</parts></columns>",
    "<columns id=\"a\" text=\"a\" forms=\"income\" total=\"total\"><parts>b+</parts></columns>",
    "<columns id=\"a\" text=\"a\" forms=\"income  x\" total=\"total\"><parts>b</parts></columns>",
    "<columns id=\"a\" text=\"a\" kind=\"both\" forms=\"income\" total=\"total\"><parts>b</parts></columns>",
    "<codes id=\"a\" text=\"a\" severity=\"error\"/>",
    "<equal id=\"a\" text=\"a\"><value form=\"income\" row=\"b\" column=\"c\"/></equal>",
    "<equal id=\"a\" text=\"a\"><value form=\"income\" column=\"c\"/><value form=\"income\" column=\"c\"/></equal>",
    "<fact id=\"a\" text=\"a\"/>",
    "<fact id=\"a\" text=\"a\" items=\"b||c\"/>",
    "<facts id=\"a\" text=\"a\" items=\"b\"><part/></facts>",
    "<ratio id=\"a\" text=\"a\" items=\"b\"><part items=\"c\"/></ratio>",
    "<change id=\"a\" text=\"a\"><part items=\"b\"/><part items=\"c\"/></change>",
    "<placeholder>(</placeholder>",
    "<sum/>",
  };
  g_autofree char *dir = g_dir_make_tmp ("juesuan-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "a.xml", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *text = g_strconcat (ROOT, "\n", broken[i], "</identities>", NULL);
    CU_ASSERT_TRUE (g_file_set_contents (path, text, -1, NULL));
    g_autoptr (JueCatalogue) none = jue_catalogue_load (dir, &error);
    CU_ASSERT_PTR_NULL (none);
    CU_ASSERT_TRUE (error != NULL && strstr (error->message, "a.xml:2") != NULL);
    if (error != NULL && strstr (error->message, "a.xml:2") == NULL)
      fprintf (stderr, "%s: %s\n", broken[i], error->message);
  }
  g_unlink (path);
  g_rmdir (dir);
}

static const JueTest tests[] = {
  { "identities are about known rows and columns", identities_are_about_known_things },
  { "broken identities are refused with their line", broken_identities_are_refused },
  { NULL, NULL },
};

int
main (void)
{
  catalogue = jue_catalogue_load (NULL, NULL);
  int status = catalogue != NULL ? jue_test_main ("identities", tests) : 1;
  jue_catalogue_free (catalogue);
  return status;
}
