/*
 * Facts called after a line of the classification, against the lines of the forms:
 *
 *     社会保障和就业支出                   the 类 in 01, 03, 04, 05
 *     社会保障和就业支出/行政单位离退休      the 项 below it
 *     2080501行政单位离退休                by code, with or without the 类 before it
 *
 * A figure is right if it is the total of any such line.
 */
#include "check/prose-private.h"
#include "normalize/fold.h"

#include <string.h>

static const char *const columns[] = { "total",  "expenditure-amount", "expenditure-total",   "general-budget",
                                       "amount", "fund-expenditure",   "fiscal-appropriation" };

/* A name taken apart. Clear with g_free. */
typedef struct {
  char *code, *upper, *name;
} Item;

static Item
parse_item (const char *text)
{
  Item item = { NULL, NULL, NULL };
  const char *slash = strrchr (text, '/');
  const char *last = slash != NULL ? slash + 1 : text;
  gsize digits = strspn (last, "0123456789");
  if (digits >= 3) {
    item.code = g_strndup (last, digits);
    item.name = g_strdup (last + digits);
    return item;
  }
  if (slash != NULL) {
    const char *end = strchr (text, '/');
    item.upper = g_strndup (text, (gsize)(end - text));
  }
  item.name = g_strdup (slash != NULL ? slash + 1 : text);
  return item;
}

static void
item_clear (Item *item)
{
  g_free (item->code);
  g_free (item->upper);
  g_free (item->name);
}

/* A line's name, made comparable once for all facts. */
typedef struct {
  guint ledger, line;
  char *name;
} Named;

static void
named_clear (gpointer data)
{
  g_free (((Named *)data)->name);
}

static gboolean
is_wanted (const char *id)
{
  static const char *const forms[] = { "general-budget-expenditure",
                                       "expenditure",
                                       "fiscal-appropriation-expenditure",
                                       "income-expenditure-summary",
                                       "fiscal-appropriation-summary",
                                       "government-fund",
                                       "state-capital",
                                       "general-budget-basic-expenditure",
                                       NULL };
  return g_strv_contains (forms, id);
}

/* 一、 in front of the names of the summary forms. */
static const char *
without_number (const char *name)
{
  const char *behind = strstr (name, "、");
  return behind != NULL && behind - name <= 3 * (gssize)strlen ("十") ? behind + strlen ("、") : name;
}

static void
collect (const JueStatements *self, GArray *names)
{
  for (guint l = 0; l < self->ledgers->len; l++) {
    const JueLedger *ledger = g_ptr_array_index (self->ledgers, l);
    if (!is_wanted (ledger->known->id) || ledger->form->stated_empty || ledger->factor == 0)
      continue;
    for (guint i = 0; i < ledger->form->lines->len; i++) {
      const JueLine *line = &g_array_index (ledger->form->lines, JueLine, i);
      gboolean is_class = ledger->row_ids[i] != NULL && g_str_has_prefix (ledger->row_ids[i], "class-");
      gboolean is_cost = line->level > 1 && strcmp (ledger->known->id, "general-budget-basic-expenditure") == 0;
      if (line->name == NULL || (line->level == 0 && !is_class) || is_cost)
        continue;
      g_autofree char *folded = jue_fold (line->name);
      Named named = { l, i, g_strdup (line->level == 0 ? without_number (folded) : folded) };
      g_array_append_val (names, named);
    }
  }
}

/* Whether some line above in the hierarchy has this name. */
static gboolean
is_below (const JueForm *form, const JueLine *line, const char *upper)
{
  for (guint step = 0; step < 8 && line->parent >= 0; step++) {
    line = &g_array_index (form->lines, JueLine, line->parent);
    g_autofree char *name = line->name != NULL ? jue_fold (line->name) : NULL;
    if (name != NULL && strcmp (name, upper) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 缴费 and 缴费支出 are one; but a name with more behind (行政运行年初预算) is about something else. */
static gboolean
names_agree (const char *line, const char *item)
{
  gsize a = strlen (line), b = strlen (item);
  if (b == 0 || strcmp (line, item) == 0)
    return TRUE;
  return strncmp (line, item, MIN (a, b)) == 0 && strcmp (a < b ? item + a : line + b, "支出") == 0;
}

static gboolean
matches (const JueLedger *ledger, const Named *named, const Item *item)
{
  const JueLine *line = &g_array_index (ledger->form->lines, JueLine, named->line);
  if (item->code != NULL)
    return line->code != NULL && strcmp (line->code, item->code) == 0 && names_agree (named->name, item->name);
  if (strcmp (named->name, item->name) != 0)
    return FALSE;
  return item->upper == NULL || is_below (ledger->form, line, item->upper);
}

typedef struct {
  const JueStated *stated;
  JueVerdict verdict;
  gint64 expected, grains;
  const char *printed;
  JueCellRef cell;
} Search;

static void
look_at (Search *self, const JueLedger *ledger, guint row, guint col)
{
  gint at = jue_ledger_cell (ledger, row, col);
  JueCell *cell = at >= 0 ? jue_form_cell (ledger->form, row, (guint)at) : NULL;
  gint64 value = 0;
  if (cell == NULL || (cell->state == JUE_STATE_VALUE && !jue_fixed_from_amount (cell->amount, &value))
      || cell->state == JUE_STATE_UNREADABLE || cell->state == JUE_STATE_TEXT)
    return;
  gint64 grains = ledger->grain + self->stated->figure.grain;
  JueVerdict verdict =
      jue_claim_judge (self->stated->figure.value, value, grains, MAX (ledger->grain, self->stated->figure.grain));
  gint64 actual = self->stated->figure.value;
  if (verdict > self->verdict || (verdict == self->verdict && ABS (actual - value) >= ABS (actual - self->expected)))
    return;
  self->verdict = verdict;
  self->expected = value;
  self->grains = grains;
  self->printed = cell->text;
  self->cell = (JueCellRef){ ledger->index, row, (guint)at };
}

/* Whether the sentence says the name, without code. */
static gboolean
says_name (const JueStated *stated)
{
  const char *slash = strrchr (stated->item, '/');
  const char *name = slash != NULL ? slash + 1 : stated->item;
  return jue_stated_says (stated, name + strspn (name, "0123456789"));
}

static void
check_item (const JueStatements *self, guint i, const GArray *names)
{
  const JueStated *stated = jue_stated_fact (self, i);
  Search search = { .stated = stated, .verdict = JUE_VERDICT_VOID };
  Item item = parse_item (stated->item);
  for (guint n = 0; n < names->len; n++) {
    const Named *named = &g_array_index (names, Named, n);
    const JueLedger *ledger = g_ptr_array_index (self->ledgers, named->ledger);
    if (!matches (ledger, named, &item))
      continue;
    const JueLine *line = &g_array_index (ledger->form->lines, JueLine, named->line);
    for (guint c = 0; c < G_N_ELEMENTS (columns); c++) {
      gint col = jue_ledger_column (ledger, columns[c], (gint)line->half);
      if (col >= 0)
        look_at (&search, ledger, line->row, (guint)col);
    }
  }
  item_clear (&item);
  g_auto (JueClaim) claim;
  g_autofree char *place = g_strdup_printf ("文字说明中的%s", stated->fact->item);
  jue_stated_claim (self, &claim, "fact-item", "与表中数", i);
  claim.place = place;
  claim.severity = says_name (stated) ? JUE_FINDING_ERROR : JUE_FINDING_WARNING;
  claim.expected = search.expected;
  claim.tolerance = search.grains / 2;
  if (search.verdict < JUE_VERDICT_VOID) {
    jue_claim_value (&claim, search.printed);
    g_array_append_val (claim.cells, search.cell);
  }
  jue_claim_tell (&claim, search.verdict, self->report);
}

/* Whether an identity names the fact: then it was compared with what it means. */
static gboolean
is_known (const JueStatements *self, const JueStated *stated)
{
  for (guint i = 0; i < self->identities->len; i++) {
    const JueIdentity *identity = g_ptr_array_index (self->identities, i);
    if (identity->kind == JUE_IDENTITY_FACT && jue_stated_is (stated, identity->items))
      return TRUE;
  }
  return FALSE;
}

void
jue_stated_items (const JueStatements *self)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Named));
  g_array_set_clear_func (names, named_clear);
  collect (self, names);
  for (guint i = 0; i < self->facts->len && names->len > 0; i++)
    if (jue_stated_fact (self, i)->money && !jue_stated_fact (self, i)->aside
        && !is_known (self, jue_stated_fact (self, i)))
      check_item (self, i, names);
}
