/* Whose performance: the unit that most forms name, where nothing else names the report's organisation. */
#include "normalize/performance.h"

#include <string.h>

/* The name without the codes around it: 106001某局-211300000, 171-某局, 某局-. */
static char *
without_codes (const char *text)
{
  const char *digits = "0123456789";
  gsize front = strspn (text, digits), length = strlen (text);
  if (front > 0 && text[front] == '-')
    front++;
  const char *dash = g_utf8_strrchr (text + front, -1, '-');
  if (dash != NULL && strspn (dash + 1, digits) == strlen (dash + 1))
    length = (gsize)(dash - text);
  return g_strndup (text + front, length > front ? length - front : 0);
}

/* Counts the values of fields with this word's id; returns the most frequent one so far met first, or NULL. */
static char *
most_named (const JueReport *report, const JueCatalogue *catalogue, const char *id)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *best = NULL;
  guint most = 0;
  for (guint i = 0; i < report->forms->len; i++) {
    const JueForm *form = g_ptr_array_index (report->forms, i);
    for (guint k = 0; k < form->fields->len; k++) {
      const JueField *field = &g_array_index (form->fields, JueField, k);
      const JueWord *word = jue_catalogue_word (catalogue, JUE_PLACE_LABEL, field->name);
      g_autofree char *name = word != NULL && g_str_equal (word->id, id) && field->text != NULL ? without_codes (field->text) : NULL;
      if (name == NULL || *name == '\0')
        continue;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name)) + 1;
      if (n > most) {
        most = n;
        g_free (best);
        best = g_strdup (name);
      }
      g_hash_table_insert (counts, g_steal_pointer (&name), GUINT_TO_POINTER (n));
    }
  }
  return best;
}

void
jue_performance_describe (JueReport *report, const JueCatalogue *catalogue)
{
  static const char *const ids[] = { "unit-name", "implementing-unit" };
  for (guint i = 0; report->organisation == NULL && i < G_N_ELEMENTS (ids); i++) {
    g_autofree char *name = most_named (report, catalogue, ids[i]);
    report->organisation = jue_report_string (report, name);
  }
}
