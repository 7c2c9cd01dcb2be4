/* Accounts of the budget, as prose names them
 *
 *     1.一般公共服务支出（类）组织事务（款）行政运行（项）：   class, group, item in one line
 *     （一）公共安全支出（类）  检察（款）：  1.行政运行（项）   each where it is new; those above stay
 *     公共安全（类）支出                                        the name goes on behind the mark
 *     公共安全支出（204类）司法（06款）行政运行（01项）          with codes
 *     1.小学教育（2050202）                                     only the item's code
 *     “教育支出-普通教育-小学教育”科目                            the whole path
 *     2013801-行政运行                                          the code in front
 *
 * Codes come from the catalogue's dictionary where the names lead to one and only one.
 */
#include "normalize/fact-account.h"

#include <string.h>

#include "normalize/fold.h"

/* 类, 款, 项: the three levels that the budget's accounts have by their codes, of 3, 5 and 7 digits. */
#define DEPTHS 3

gint
jue_account_mark (const char *text, guint *length, char **code)
{
  static const char *const marks[DEPTHS] = { "类)", "款)", "项)" };
  guint n = 1;
  if (*text != '(')
    return -1;
  while (g_ascii_isdigit (text[n]))
    n++;
  guint digits = n - 1;
  for (guint i = 0; i < DEPTHS; i++)
    if (digits <= 7 && g_str_has_prefix (text + n, marks[i])) {
      *length = n + (guint)strlen (marks[i]);
      *code = digits > 0 ? g_strndup (text + 1, digits) : NULL;
      return (gint)i;
    }
  if ((digits != 7 && digits != 5 && digits != 3) || text[1] != '2' || text[n] != ')')
    return -1;
  *length = n + 1;
  *code = g_strndup (text + 1, digits);
  return (gint)(digits - 3) / 2;
}

static void
leave (JueAccount *self, guint depth)
{
  for (guint i = depth; i < DEPTHS; i++) {
    g_clear_pointer (&self->name[i], g_free);
    g_clear_pointer (&self->code[i], g_free);
  }
}

/* The known code that digits printed in a mark mean: 204, or 06 below 204. */
static char *
printed_code (const JueAccount *self, const JueCatalogue *catalogue, guint depth, const char *digits)
{
  static const guint lengths[DEPTHS] = { 3, 5, 7 };
  const char *above = depth > 0 && self->code[depth - 1] != NULL ? self->code[depth - 1] : "";
  g_autofree char *whole = strlen (digits) == lengths[depth] ? g_strdup (digits) : g_strconcat (above, digits, NULL);
  gboolean known = strlen (whole) == lengths[depth] && jue_catalogue_has_code (catalogue, whole);
  return known ? g_steal_pointer (&whole) : NULL;
}

/* The class whose name is printed with or without 支出. */
static char *
class_code (const JueCatalogue *catalogue, const char *name)
{
  g_autofree char *longer = g_strconcat (name, "支出", NULL);
  const char *code = jue_catalogue_code_for_name (catalogue, "", longer);
  if (code == NULL)
    code = jue_catalogue_code_for_name (catalogue, "", name);
  return code != NULL && strlen (code) == 3 ? g_strdup (code) : NULL;
}

/* The code directly below @above that has this name. Asking for each is what tells 其他支出 (款) from 其他支出 (项). */
static char *
code_below (const JueCatalogue *catalogue, const char *above, const char *name)
{
  g_autofree char *wanted = jue_fold (name);
  for (guint i = 99; i >= 1; i--) { /* 99 before 01: the present code of 其他 is the last */
    g_autofree char *code = g_strdup_printf ("%s%02u", above, i);
    const char *official = jue_catalogue_code_name (catalogue, code);
    g_autofree char *folded = official != NULL ? jue_fold (official) : NULL;
    if (folded != NULL && g_str_equal (folded, wanted))
      return g_steal_pointer (&code);
  }
  return NULL;
}

static char *
find_code (const JueAccount *self, const JueCatalogue *catalogue, guint depth, const char *name)
{
  static const gsize lengths[DEPTHS] = { 3, 5, 7 };
  if (depth == 0)
    return class_code (catalogue, name);
  if (self->code[depth - 1] != NULL)
    return code_below (catalogue, self->code[depth - 1], name);
  const char *code = self->code[0] != NULL ? jue_catalogue_code_for_name (catalogue, self->code[0], name) : NULL;
  return code != NULL && strlen (code) == lengths[depth] ? g_strdup (code) : NULL;
}

/* 公共安全 → 公共安全支出, if the catalogue calls the class so. */
static char *
full_name (const JueCatalogue *catalogue, guint depth, const char *name, const char *code)
{
  const char *official = depth == 0 && code != NULL ? jue_catalogue_code_name (catalogue, code) : NULL;
  g_autofree char *longer = g_strconcat (name, "支出", NULL);
  return g_strdup (official != NULL && g_str_equal (official, longer) ? longer : name);
}

void
jue_account_enter (JueAccount *self, const JueCatalogue *catalogue, guint depth, const char *name, const char *code)
{
  static const gsize lengths[DEPTHS] = { 3, 5, 7 };
  gboolean alone = depth > 0 && code != NULL && strlen (code) == lengths[depth];
  leave (self, alone ? 0 : depth);
  self->code[depth] = code != NULL ? printed_code (self, catalogue, depth, code) : NULL;
  if (self->code[depth] == NULL)
    self->code[depth] = find_code (self, catalogue, depth, name);
  self->name[depth] = full_name (catalogue, depth, name, self->code[depth]);
}

/* 2013801-行政运行: a known code in front of the name. */
static gboolean
enter_code (JueAccount *self, const JueCatalogue *catalogue, const char *text)
{
  gsize n = strspn (text, "0123456789");
  const char *name = text + n + strspn (text + n, "-:.");
  g_autofree char *code = g_strndup (text, MIN (n, 8));
  if ((n != 7 && n != 5) || g_unichar_get_script (g_utf8_get_char (name)) != G_UNICODE_SCRIPT_HAN
      || !jue_catalogue_has_code (catalogue, code))
    return FALSE;
  jue_account_enter (self, catalogue, n == 7 ? 2 : 1, name, code);
  return TRUE;
}

gboolean
jue_account_enter_path (JueAccount *self, const JueCatalogue *catalogue, const char *text)
{
  if (g_ascii_isdigit (*text))
    return enter_code (self, catalogue, text);
  g_auto (GStrv) parts = g_strsplit (text, "-", DEPTHS + 1);
  guint n = g_strv_length (parts);
  g_autofree char *code = n > 1 && n <= DEPTHS ? class_code (catalogue, parts[0]) : NULL;
  if (code == NULL)
    return FALSE;
  for (guint i = 1; i < n; i++)
    if (*parts[i] == '\0')
      return FALSE;
  for (guint i = 0; i < n; i++)
    jue_account_enter (self, catalogue, i, parts[i], NULL);
  return TRUE;
}

static gint
depth_of (const JueAccount *self)
{
  gint depth = DEPTHS - 1;
  while (depth >= 0 && self->name[depth] == NULL)
    depth--;
  return depth;
}

char *
jue_account_subject (const JueAccount *self)
{
  gint depth = depth_of (self);
  if (depth <= 0 || self->name[0] == NULL || self->code[depth] == NULL)
    return jue_account_item (self);
  return g_strconcat (self->code[depth], self->name[depth], NULL);
}

char *
jue_account_item (const JueAccount *self)
{
  gint depth = depth_of (self);
  if (depth < 0)
    return NULL;
  if (depth == 0 || self->name[0] == NULL)
    return g_strdup (self->name[depth]);
  return g_strconcat (self->name[0], "/", self->code[depth] != NULL ? self->code[depth] : "", self->name[depth], NULL);
}

void
jue_account_clear (JueAccount *self)
{
  leave (self, 0);
}
