#include "cli/cli.h"

#include "extract/error.h"

static const char *
kinds (const JueKnownForm *form)
{
  if (form->in_final && form->in_budget)
    return "决算, 预算";
  return form->in_final ? "决算" : "预算";
}

static void
list_forms (const JueCatalogue *catalogue, GString *out)
{
  for (guint i = 0; i < jue_catalogue_n_forms (catalogue); i++) {
    const JueKnownForm *form = jue_catalogue_form (catalogue, i);
    g_string_append_printf (out, "%s\t%s\t%s\n", form->id, form->name, kinds (form));
  }
}

static const char *
role_name (JueColumnRole role)
{
  static const char *const names[] = { "text",      "name",        "code",   "code class", "code group",
                                       "code item", "line number", "amount", "percent",    "count" };
  return role < G_N_ELEMENTS (names) ? names[role] : "?";
}

static void
append_heads (const JueKnownColumn *column, GString *out)
{
  for (guint i = 0; i < column->heads->len; i++) {
    const char **path = g_ptr_array_index (column->heads, i);
    g_autofree char *joined = g_strjoinv (" / ", (char **)path);
    g_string_append_printf (out, "    %s\n", joined);
  }
}

static void
append_columns (const JueKnownForm *form, GString *out)
{
  g_string_append (out, "columns:\n");
  for (guint i = 0; i < form->columns->len; i++) {
    const JueKnownColumn *column = &g_array_index (form->columns, JueKnownColumn, i);
    g_string_append_printf (out, "  %s (%s)\n", column->id, role_name (column->role));
    append_heads (column, out);
  }
}

static void
append_rows (const JueKnownForm *form, GString *out)
{
  if (form->rows->len > 0)
    g_string_append (out, "rows:\n");
  for (guint i = 0; i < form->rows->len; i++) {
    const JueKnownRow *row = &g_array_index (form->rows, JueKnownRow, i);
    g_string_append_printf (out, "  %s\n", row->id);
    for (guint k = 0; k < row->names->len; k++)
      g_string_append_printf (out, "    %s\n", (const char *)g_ptr_array_index (row->names, k));
  }
}

static void
describe_form (const JueKnownForm *form, GString *out)
{
  g_string_append_printf (out, "%s\t%s\t%s\n", form->id, form->name, kinds (form));
  if (form->units->len > 0)
    g_string_append (out, "units:\n");
  for (guint i = 0; i < form->units->len; i++)
    g_string_append_printf (out, "  %s\n", (const char *)g_ptr_array_index (form->units, i));
  append_columns (form, out);
  append_rows (form, out);
}

static int
print_forms (const char *dir, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (JueCatalogue) catalogue = jue_catalogue_load (dir, &error);
  if (catalogue == NULL)
    return jue_cli_fail (NULL, error);
  const JueKnownForm *form = id != NULL ? jue_catalogue_find (catalogue, id) : NULL;
  if (id != NULL && form == NULL)
    return jue_cli_bad_usage ("forms", "unknown form '%s'", id);
  if (form != NULL)
    describe_form (form, out);
  else
    list_forms (catalogue, out);
  return jue_cli_print (out->str);
}

static int
run (int argc, char **argv)
{
  g_auto (JueCommon) common = { 0 };
  char *dir = NULL;
  const GOptionEntry entries[] = {
    { "forms", 0, 0, G_OPTION_ARG_FILENAME, &dir, "Take the known forms from DIR", "DIR" }, G_OPTION_ENTRY_NULL
  };
  int status;
  if (jue_cli_parse (&jue_command_forms, entries, 1, argc, argv, &common, &status))
    status = print_forms (dir, common.files != NULL ? common.files[0] : NULL);
  g_free (dir);
  return status;
}

const JueCommand jue_command_forms = {
  "forms",
  "[ID]",
  "List the forms that are known",
  "Prints id, official name and kinds of document of each known form; with ID, its units, columns and rows.",
  run,
};
