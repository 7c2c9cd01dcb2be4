#include "check/scores.h"

#include <string.h>

#include "normalize/money-unit.h"

const JueScore *
jue_scores_find (const JuePerformanceSheet *self, const char *row, const char *col)
{
  for (guint i = 0; i < self->scores->len; i++) {
    const JueScore *score = &g_array_index (self->scores, JueScore, i);
    if (g_strcmp0 (score->row, row) == 0 && g_strcmp0 (score->col, col) == 0)
      return score;
  }
  return NULL;
}

void
jue_scores_mention (const JuePerformanceSheet *self, JueClaim *claim, const JueScore *score)
{
  jue_claim_value (claim, score->field->text);
  jue_claim_cell (claim, self->form, self->index, &score->field->prov);
}

void
jue_scores_claim (const JuePerformanceSheet *self, JueClaim *claim, const char *rule, const char *what,
                  const JueScore *score)
{
  jue_claim_init (claim, rule, what);
  claim->place = self->place;
  claim->severity = JUE_FINDING_ERROR;
  claim->actual = score->figure.value;
  if (score->money) {
    claim->factor = jue_money_unit_factor (self->form->money_unit);
    claim->unit = self->form->money_unit != NULL ? self->form->money_unit : "";
  } else
    claim->unit = score->percent ? "%" : "分";
  jue_scores_mention (self, claim, score);
}
