/* The catalogue of forms: what is asked of its forms and codes. */
#include "normalize/catalogue-private.h"

/* ---- forms ---- */

guint
jue_catalogue_n_forms (const JueCatalogue *self)
{
  return self->forms->len;
}

const JueKnownForm *
jue_catalogue_form (const JueCatalogue *self, guint i)
{
  g_return_val_if_fail (i < self->forms->len, NULL);
  return &((const JueFormEntry *)g_ptr_array_index (self->forms, i))->known;
}

const JueKnownForm *
jue_catalogue_find (const JueCatalogue *self, const char *id)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (g_str_equal (jue_catalogue_form (self, i)->id, id))
      return jue_catalogue_form (self, i);
  return NULL;
}

static void
add_head_texts (GHashTable *texts, const JueKnownForm *form)
{
  for (guint i = 0; i < form->columns->len; i++) {
    const GPtrArray *heads = g_array_index (form->columns, JueKnownColumn, i).heads;
    for (guint j = 0; j < heads->len; j++)
      for (const char *const *text = g_ptr_array_index (heads, j); *text != NULL; text++)
        g_hash_table_add (texts, (gpointer)*text);
  }
}

gboolean
jue_catalogue_is_head_text (const JueCatalogue *self, const char *text)
{
  JueCatalogue *catalogue = (JueCatalogue *)self;
  g_return_val_if_fail (self != NULL && text != NULL, FALSE);
  if (self->head_texts == NULL) {
    catalogue->head_texts = g_hash_table_new (g_str_hash, g_str_equal);
    for (guint i = 0; i < self->forms->len; i++)
      add_head_texts (catalogue->head_texts, jue_catalogue_form (self, i));
  }
  g_autofree char *key = jue_head_key (text);
  return g_hash_table_contains (self->head_texts, key);
}

/* ---- codes ---- */

const char *
jue_catalogue_code_name (const JueCatalogue *self, const char *code)
{
  return jue_codes_name (self->codes, code);
}

const char *
jue_catalogue_code_for_name (const JueCatalogue *self, const char *prefix, const char *name)
{
  return jue_codes_find (self->codes, prefix, name);
}

gboolean
jue_catalogue_has_code (const JueCatalogue *self, const char *code)
{
  return jue_codes_name (self->codes, code) != NULL;
}

gboolean
jue_catalogue_code_has_name (const JueCatalogue *self, const char *code, const char *name)
{
  return jue_codes_is_named (self->codes, code, name);
}

gboolean
jue_catalogue_is_code_name (const JueCatalogue *self, const char *text)
{
  return jue_codes_has_name (self->codes, text);
}
