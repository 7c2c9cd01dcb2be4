#include "check/tell.h"

#include <string.h>

#define MAX_VALUES 64 /* figures that one finding lists */

static JueFindingSeverity
severity_of (const JueEquation *equation)
{
  switch (equation->verdict) {
    case JUE_VERDICT_ROUNDING:
      return JUE_FINDING_ROUNDING;
    case JUE_VERDICT_UNLIKELY:
      return JUE_FINDING_WARNING;
    default:
      return equation->identity->doubtful || equation->guessed ? JUE_FINDING_WARNING : JUE_FINDING_ERROR;
  }
}

/* The lowest head text of a column. */
static const char *
column_name (const JueForm *form, guint col)
{
  const JueColumn *column = jue_form_column (form, col);
  for (guint i = column != NULL ? column->n_path : 0; i > 0; i--)
    if (strpbrk (column->path[i - 1], "0123456789") == NULL && column->path[i - 1][0] != '\0')
      return column->path[i - 1];
  return NULL;
}

static void
append_line (GString *text, const JueLine *line)
{
  if (line == NULL || (line->code == NULL && line->name == NULL))
    return;
  g_string_append (text, "“");
  if (line->code != NULL)
    g_string_append (text, line->code);
  if (line->code != NULL && line->name != NULL)
    g_string_append_c (text, ' ');
  if (line->name != NULL)
    g_string_append (text, line->name);
  g_string_append (text, "”行");
}

/* Where the left side stands: form, row, column, as far as the identity does not say it. */
static void
append_place (GString *text, const JueEquations *equations, const JueEquation *equation)
{
  const JueOperand *operand = jue_equation_operands (equations, equation);
  const JueLedger *ledger = jue_equations_ledger (equations, operand);
  JueIdentityKind kind = equation->identity->kind;
  g_autofree char *form = jue_ledger_name (ledger);
  g_string_append (text, form);
  if (kind == JUE_IDENTITY_COLUMNS || kind == JUE_IDENTITY_CODES || kind == JUE_IDENTITY_CLASSES)
    append_line (text, jue_ledger_line (ledger, operand->row, operand->half));
  const char *column = column_name (ledger->form, operand->col);
  if (column != NULL && (kind == JUE_IDENTITY_ROWS || kind == JUE_IDENTITY_CODES))
    g_string_append_printf (text, "“%s”栏", column);
}

static char *
compose (const JueEquations *equations, const JueEquation *equation)
{
  const JueLedger *ledger = jue_equations_ledger (equations, jue_equation_operands (equations, equation));
  GString *text = g_string_new (NULL);
  gint64 difference = ABS (equation->left - equation->right);
  g_autofree char *left = jue_fixed_in_unit (equation->left, ledger->factor, ledger->decimals);
  g_autofree char *right = jue_fixed_in_unit (equation->right, ledger->factor, ledger->decimals);
  g_autofree char *by = jue_fixed_in_unit (difference, ledger->factor, ledger->decimals);
  const char *unit = jue_ledger_unit (ledger);
  gboolean at_most = equation->identity->kind == JUE_IDENTITY_AT_MOST;
  append_place (text, equations, equation);
  g_string_append_printf (text, "：按“%s”核对不符，印为%s%s，%s%s%s，相差%s%s", equation->identity->text, left, unit,
                          at_most ? "不应超过" : "核算为", right, unit, by, unit);
  if (equation->verdict == JUE_VERDICT_ROUNDING)
    g_string_append (text, "，属四舍五入尾差");
  else if (equation->verdict == JUE_VERDICT_UNLIKELY)
    g_string_append (text, "，虽在四舍五入的最大范围内，但偏大");
  else if (equation->guessed)
    g_string_append (text, "；本表另有未识别的行或栏，也可能与此有关");
  g_string_append (text, "。");
  return g_string_free (text, FALSE);
}

/* Lists the cells that say anything, the left side first. */
static void
list_cells (const JueEquations *equations, const JueEquation *equation, GPtrArray *values, GArray *cells)
{
  const JueOperand *operands = jue_equation_operands (equations, equation);
  for (guint i = 0; i < equation->n && values->len < MAX_VALUES; i++) {
    const JueLedger *ledger = jue_equations_ledger (equations, &operands[i]);
    const JueCell *cell = jue_equations_cell (equations, &operands[i]);
    JueCellRef ref = { ledger->index, operands[i].row, operands[i].col };
    if (!operands[i].left && jue_ledger_is_blank (ledger, operands[i].row, operands[i].col))
      continue;
    g_array_append_val (cells, ref);
    if (cell->text != NULL && cell->text[0] != '\0')
      g_ptr_array_add (values, (gpointer)cell->text);
  }
}

static void
add_finding (JueReport *report, const JueEquations *equations, const JueEquation *equation, JueFinding *finding)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (JueCellRef));
  list_cells (equations, equation, values, cells);
  finding->values = (const char *const *)values->pdata;
  finding->n_values = values->len;
  finding->cells = (const JueCellRef *)(gconstpointer)cells->data;
  finding->n_cells = cells->len;
  for (guint i = 0; i < equation->n && finding->prov.page == 0; i++)
    finding->prov = jue_equations_cell (equations, jue_equation_operands (equations, equation) + i)->prov;
  jue_report_add_finding (report, finding);
}

/* An equation along the codes that holds once lines with a mutilated code are counted, or left out. */
static void
tell_completed (JueReport *report, const JueEquations *equations, const JueEquation *equation)
{
  g_autoptr (GString) text = g_string_new (NULL);
  append_place (text, equations, equation);
  g_string_append (text, "：有的行编码残缺或有误；照名称和次序归入上级科目后，逐级汇总相符。");
  JueFinding finding = { .rule = "cut-code", .severity = JUE_FINDING_INFO, .text = text->str };
  add_finding (report, equations, equation, &finding);
}

void
jue_tell_equation (JueReport *report, const JueEquations *equations, const JueEquation *equation)
{
  if (equation->completed && equation->identity->kind == JUE_IDENTITY_CODES)
    tell_completed (report, equations, equation);
  if (equation->verdict == JUE_VERDICT_HOLDS || equation->verdict >= JUE_VERDICT_UNREADABLE)
    return;
  g_autofree char *text = compose (equations, equation);
  g_autofree char *expected = jue_fixed_to_string (equation->right, 2);
  g_autofree char *actual = jue_fixed_to_string (equation->left, 2);
  g_autofree char *tolerance = jue_fixed_to_string (equation->tolerance, 2);
  JueFinding finding = { .rule = equation->identity->id,
                         .severity = severity_of (equation),
                         .text = text,
                         .expected = expected,
                         .actual = actual,
                         .tolerance = tolerance };
  add_finding (report, equations, equation, &finding);
}

void
jue_tell_misfit (JueReport *report, const GPtrArray *ledgers, const JueMisfit *misfit)
{
  const JueLedger *ledger = g_ptr_array_index (ledgers, misfit->ledger);
  g_autofree char *name = jue_ledger_name (ledger);
  g_autofree char *text =
      g_strdup_printf ("%s：按“%s”核对，%u处中有%u处不符；本表的表式可能另有规定，或读取有误，不再逐一列出。", name,
                       misfit->identity->text, misfit->of, misfit->broken);
  JueFinding finding = {
    .rule = misfit->identity->id, .severity = JUE_FINDING_WARNING, .text = text, .prov = ledger->form->title.prov
  };
  if (finding.prov.page == 0)
    finding.prov.page = ledger->form->page_from;
  jue_report_add_finding (report, &finding);
}

void
jue_tell_cell (JueReport *report, const JueFinding *words, JueCellRef ref)
{
  const JueCell *cell = jue_form_cell (g_ptr_array_index (report->forms, ref.form), ref.row, ref.col);
  JueFinding finding = *words;
  finding.values = &cell->text;
  finding.n_values = 1;
  finding.cells = &ref;
  finding.n_cells = 1;
  finding.prov = cell->prov;
  jue_report_add_finding (report, &finding);
}
