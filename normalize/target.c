/* What a target says
 *
 *     不低于   1.30   万名              10     条（次）  以上
 *     operator number unit              number unit    operator
 *
 * The text is folded, so that full-width signs are ASCII; the unit is then cut out of the printed text. All of the text has to
 * fit, otherwise it stays words: what is half understood would be a wrong number. A year with 年 behind is a date.
 */
#include "normalize/target.h"

#include <string.h>

#include "normalize/amount.h"
#include "normalize/catalogue-private.h"

/* Longest text that is looked at, in bytes. */
#define MAX_TEXT 120
/* Numbers that are years if 年 follows. */
#define FIRST_YEAR 1950
#define LAST_YEAR 2100

/* The text between its operators, in bytes of the folded text. */
typedef struct {
  const JueFoldedLine *folded;
  const char *printed;
  gsize number, unit, end; /* starts of number and unit, end of the unit */
} Split;

/* Length of the number at @text: digits, separators, one point; 0 if there is none. */
static gsize
number_length (const char *text)
{
  gsize n = strspn (text, "0123456789");
  while (n > 0 && text[n] == ',' && strspn (text + n + 1, "0123456789") == 3)
    n += 4;
  if (n > 0 && text[n] == '.' && g_ascii_isdigit (text[n + 1]))
    n += 1 + strspn (text + n + 1, "0123456789");
  return n;
}

static gboolean
is_year (JueAmount amount, const char *unit)
{
  return amount.scale == 0 && amount.mantissa >= FIRST_YEAR && amount.mantissa <= LAST_YEAR && g_str_has_prefix (unit, "年");
}

/* "(平方米)" is 平方米. */
static void
drop_brackets (Split *split)
{
  const char *text = split->folded->text->str;
  if (split->end > split->unit + 2 && text[split->unit] == '(' && text[split->end - 1] == ')' &&
      strcspn (text + split->unit, ")") == split->end - split->unit - 1) {
    split->unit++;
    split->end--;
  }
}

static gboolean
take_number (const JueCatalogue *catalogue, Split *split, JueTarget *target)
{
  const char *text = split->folded->text->str;
  g_autofree char *number = g_strndup (text + split->number, split->unit - split->number);
  drop_brackets (split);
  g_autofree char *unit = g_utf8_strdown (text + split->unit, (gssize)(split->end - split->unit));
  JueAmount amount;
  if (jue_amount_parse (number, &amount, NULL) != JUE_STATE_VALUE || is_year (amount, unit))
    return FALSE;
  if (*unit != '\0' && !jue_catalogue_is_measure (catalogue, unit, target->op != NULL))
    return FALSE;
  target->amount = jue_amount_to_string (amount);
  if (*unit != '\0') {
    g_autofree char *printed = jue_folded_line_slice (split->folded, split->printed, (guint)split->unit, (guint)split->end);
    target->unit = g_strdup (jue_catalogue_measure_name (catalogue, printed));
  }
  return TRUE;
}

/* Finds the operators at both ends; FALSE if there are two. */
static gboolean
take_operators (const JueCatalogue *catalogue, Split *split, JueTarget *target)
{
  const char *text = split->folded->text->str;
  gsize front, behind;
  target->op = jue_catalogue_operator (catalogue, text, FALSE, &front);
  const char *last = jue_catalogue_operator (catalogue, text, TRUE, &behind);
  split->number = front;
  split->end = strlen (text) - behind;
  if (target->op != NULL && last != NULL)
    return FALSE;
  if (last != NULL)
    target->op = last;
  return split->number < split->end;
}

static gboolean
split_folded (const JueCatalogue *catalogue, Split *split, JueTarget *target)
{
  if (!take_operators (catalogue, split, target))
    return FALSE;
  const char *text = split->folded->text->str;
  gboolean negative = text[split->number] == '-';
  gsize length = number_length (text + split->number + negative);
  split->unit = split->number + negative + length;
  return length > 0 && split->unit <= split->end && take_number (catalogue, split, target);
}

gboolean
jue_target_split (const JueCatalogue *catalogue, const char *text, JueTarget *target)
{
  *target = (JueTarget){ NULL, NULL, NULL };
  if (text == NULL || strlen (text) > MAX_TEXT)
    return FALSE;
  JueFoldedLine folded;
  jue_folded_line_init (&folded);
  jue_folded_line_set (&folded, text, FALSE);
  Split split = { .folded = &folded, .printed = text };
  gboolean whole = split_folded (catalogue, &split, target);
  jue_folded_line_clear (&folded);
  if (!whole)
    jue_target_clear (target);
  return whole;
}

const char *
jue_target_operator (const JueCatalogue *catalogue, const char *text)
{
  JueFoldedLine folded;
  gsize length;
  jue_folded_line_init (&folded);
  jue_folded_line_set (&folded, text, FALSE);
  const char *op = jue_catalogue_operator (catalogue, folded.text->str, FALSE, &length);
  if (length != folded.text->len)
    op = NULL;
  jue_folded_line_clear (&folded);
  return op;
}

void
jue_target_clear (JueTarget *self)
{
  g_clear_pointer (&self->amount, g_free);
  g_clear_pointer (&self->unit, g_free);
  self->op = NULL;
}
