/* What each row names
 *
 * A body row says a name, a code, a line number; forms printed side by side say one of each per half. Codes stand in one column
 * (2080505), in three (208 | 05 | 05), or in front of the name (2080505 基本养老, [30101]基本工资). Their length gives the level: 类 3 digits, 款 5, 项 7. A narrow column may have cut a code;
 * then the name's entry in the dictionary completes it, if only one code begins with the printed digits and has this name.
 */
#include <string.h>

#include "normalize/body-private.h"

#include "normalize/fold.h"
#include "normalize/head.h"

/* Deepest level of a hierarchy. */
#define LEVELS 8

typedef struct {
  JueReport *report;
  JueForm *form;
  const JueCatalogue *catalogue;
  const JueColumnUse *uses;
  gint last[LEVELS + 1]; /* last line of each level in the current half, or -1 */
} Reader;

/* Only the digits of a text, folded; NULL if it holds anything else. Free with g_free. */
static char *
digits_of (const char *text)
{
  g_autofree char *folded = jue_fold (text);
  if (*folded == '\0')
    return NULL;
  for (const char *s = folded; *s != '\0'; s++)
    if (!g_ascii_isdigit (*s))
      return NULL;
  return g_steal_pointer (&folded);
}

static const char *
nonempty (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static gboolean
is_code (JueColumnRole role)
{
  return role == JUE_COLUMN_CODE || role == JUE_COLUMN_CODE_CLASS || role == JUE_COLUMN_CODE_GROUP
         || role == JUE_COLUMN_CODE_ITEM;
}

/* Takes up one cell of a row into its line. */
static void
take_cell (Reader *reader, JueLine *line, GString *code, guint c)
{
  const JueCell *cell = jue_form_cell (reader->form, line->row, c);
  const char *text = nonempty (cell->text);
  if (text == NULL)
    return;
  JueColumnRole role = reader->uses[c].role;
  gboolean numbered = is_code (role) || role == JUE_COLUMN_LINE_NO;
  g_autofree char *digits = numbered ? digits_of (text) : NULL;
  switch (role) {
    case JUE_COLUMN_CODE:
    case JUE_COLUMN_CODE_CLASS:
    case JUE_COLUMN_CODE_GROUP:
    case JUE_COLUMN_CODE_ITEM:
      if (digits != NULL)
        g_string_append (code, digits);
      else if (line->name == NULL)
        line->name = text;
      break;
    case JUE_COLUMN_NAME:
      if (line->name == NULL)
        line->name = text;
      break;
    case JUE_COLUMN_LINE_NO:
      if (digits != NULL)
        line->line_no = text;
      break;
    case JUE_COLUMN_TEXT:
      if (line->name == NULL && c == 0)
        line->name = text;
      break;
    default:
      break;
  }
}

/* Parts a name that begins with its code; what follows has to be known as that code's, or the code has to be known. */
static void
split_code (Reader *reader, JueLine *line)
{
  g_autofree char *folded = jue_fold (line->name);
  const char *digits = *folded == '(' ? folded + 1 : folded;
  gsize n = strspn (digits, "0123456789"), skip = strspn (digits + n, ")-.:");
  g_autofree char *code = g_strndup (digits, n);
  if (n < 3 || n > 7 || n % 2 == 0 || digits[n + skip] == '\0'
      || jue_catalogue_code_name (reader->catalogue, code) == NULL)
    return;
  const char *name = line->name;
  while (*name != '\0' && !g_unichar_isalpha (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  line->code = line->code_printed = jue_report_string (reader->report, code);
  line->name = nonempty (name);
}

/* Completes a code that a narrow column cut. */
static void
restore_code (Reader *reader, JueLine *line)
{
  if (line->code == NULL || line->name == NULL)
    return;
  const char *official = jue_catalogue_code_name (reader->catalogue, line->code);
  g_autofree char *a = official != NULL ? jue_fold (official) : NULL, *b = jue_fold (line->name);
  if (a != NULL && g_str_equal (a, b))
    return;
  const char *whole = jue_catalogue_code_for_name (reader->catalogue, line->code, line->name);
  if (whole == NULL || g_str_equal (whole, line->code))
    return;
  line->code = jue_report_string (reader->report, whole);
  line->code_restored = TRUE;
}

static guint
level_of (const char *code)
{
  gsize n = code != NULL ? strlen (code) : 0;
  return n >= 3 && n % 2 == 1 && n < 2 * LEVELS ? (guint)(n - 1) / 2 : 0;
}

/* Finds the nearest line above whose code begins this one's. */
static void
find_parent (Reader *reader, JueLine *line)
{
  line->level = level_of (line->code);
  line->parent = -1;
  for (guint l = line->level; l > 1 && line->parent < 0; l--) {
    gint p = reader->last[l - 1];
    if (p >= 0 && g_str_has_prefix (line->code, g_array_index (reader->form->lines, JueLine, p).code))
      line->parent = p;
  }
  if (line->level > 0)
    reader->last[line->level] = (gint)reader->form->lines->len;
}

static gboolean
has_values (const JueForm *form, const JueColumnUse *uses, guint row, guint half)
{
  for (guint c = 0; c < form->n_cols; c++) {
    const JueCell *cell = jue_form_cell (form, row, c);
    if (uses[c].half == half && cell->role == JUE_ROLE_VALUE && cell->text != NULL && *cell->text != '\0')
      return TRUE;
  }
  return FALSE;
}

static void
read_line (Reader *reader, guint row, guint half, GString *code)
{
  JueLine line = { .row = row, .half = half, .parent = -1 };
  g_string_truncate (code, 0);
  for (guint c = 0; c < reader->form->n_cols; c++)
    if (reader->uses[c].half == half)
      take_cell (reader, &line, code, c);
  if (code->len > 0)
    line.code = line.code_printed = jue_report_string (reader->report, code->str);
  else if (line.name != NULL && strpbrk (line.name, "0123456789") != NULL)
    split_code (reader, &line);
  if (line.name == NULL && line.code == NULL && line.line_no == NULL
      && !has_values (reader->form, reader->uses, row, half))
    return;
  restore_code (reader, &line);
  find_parent (reader, &line);
  g_array_append_val (reader->form->lines, line);
}

void
jue_body_read_lines (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueColumnUse *uses)
{
  Reader reader = { .report = report, .form = form, .catalogue = catalogue, .uses = uses };
  g_autoptr (GString) code = g_string_new (NULL);
  guint halves = form->n_cols > 0 ? uses[form->n_cols - 1].half + 1 : 0;
  for (guint half = 0; half < halves; half++) {
    for (guint l = 0; l <= LEVELS; l++)
      reader.last[l] = -1;
    for (guint r = form->header_rows; r < form->n_rows; r++)
      read_line (&reader, r, half, code);
  }
}
