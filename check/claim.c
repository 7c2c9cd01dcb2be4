#include "check/claim.h"

void
jue_claim_init (JueClaim *self, const char *rule, const char *what)
{
  *self = (JueClaim){ .rule = rule, .what = what, .place = "", .unit = "", .factor = 1 };
  self->values = g_ptr_array_new ();
  self->cells = g_array_new (FALSE, FALSE, sizeof (JueCellRef));
  self->facts = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
jue_claim_clear (JueClaim *self)
{
  g_ptr_array_unref (self->values);
  g_array_unref (self->cells);
  g_array_unref (self->facts);
}

void
jue_claim_value (JueClaim *self, const char *printed)
{
  if (printed != NULL && *printed != '\0')
    g_ptr_array_add (self->values, (gpointer)printed);
}

static gboolean
stands_at (const JueCell *cell, const JueProv *prov)
{
  return cell->text != NULL && cell->text[0] != '\0' && cell->prov.page == prov->page
         && cell->prov.box.x0 == prov->box.x0 && cell->prov.box.y0 == prov->box.y0 && cell->prov.box.x1 == prov->box.x1
         && cell->prov.box.y1 == prov->box.y1;
}

void
jue_claim_cell (JueClaim *self, const JueForm *form, guint index, const JueProv *prov)
{
  if (self->prov.page == 0)
    self->prov = *prov;
  for (guint row = 0; prov->page != 0 && row < form->n_rows; row++)
    for (guint col = 0; col < form->n_cols; col++)
      if (stands_at (jue_form_cell (form, row, col), prov)) {
        JueCellRef ref = { index, row, col };
        g_array_append_val (self->cells, ref);
        return;
      }
}

JueVerdict
jue_claim_judge (gint64 actual, gint64 expected, gint64 grains, gint64 coarsest)
{
  if (actual == expected || 2 * ABS (actual - expected) <= coarsest)
    return JUE_VERDICT_HOLDS;
  return 2 * ABS (actual - expected) <= grains ? JUE_VERDICT_ROUNDING : JUE_VERDICT_BROKEN;
}

void
jue_claim_tell (JueClaim *self, JueVerdict verdict, JueReport *report)
{
  if (verdict != JUE_VERDICT_ROUNDING && verdict != JUE_VERDICT_BROKEN)
    return;
  guint decimals = self->unit[0] == '%' ? 4 : 2;
  g_autofree char *printed = jue_fixed_in_unit (self->actual, self->factor, 0);
  g_autofree char *right = jue_fixed_in_unit (self->expected, self->factor, 0);
  g_autofree char *by = jue_fixed_in_unit (ABS (self->actual - self->expected), self->factor, 0);
  g_autofree char *actual = jue_fixed_to_string (self->actual, decimals);
  g_autofree char *expected = jue_fixed_to_string (self->expected, decimals);
  g_autofree char *tolerance = jue_fixed_to_string (self->tolerance, decimals);
  g_autofree char *text =
      g_strdup_printf ("%s：%s不符，印为%s%s，核算为%s%s，相差%s%s%s。", self->place, self->what, printed, self->unit,
                       right, self->unit, by, self->unit, verdict == JUE_VERDICT_ROUNDING ? "，属四舍五入尾差" : "");
  JueFinding finding = { .rule = self->rule,
                         .severity = verdict == JUE_VERDICT_ROUNDING ? JUE_FINDING_ROUNDING : self->severity,
                         .text = text,
                         .expected = expected,
                         .actual = actual,
                         .tolerance = tolerance,
                         .values = (const char *const *)self->values->pdata,
                         .n_values = self->values->len,
                         .cells = (const JueCellRef *)(gconstpointer)self->cells->data,
                         .n_cells = self->cells->len,
                         .facts = (const guint *)(gconstpointer)self->facts->data,
                         .n_facts = self->facts->len,
                         .prov = self->prov };
  jue_report_add_finding (report, &finding);
}
