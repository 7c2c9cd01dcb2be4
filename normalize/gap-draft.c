/* Drafts of tables without column rules: which regions are tables, and over which pages they run. */
#include "normalize/gap-draft.h"

#include <string.h>

#include "normalize/caption.h"
#include "normalize/gap-columns.h"
#include "normalize/gap-form.h"
#include "normalize/gap-grid.h"
#include "normalize/gap-rows.h"
#include "normalize/gap-tail.h"
#include "normalize/tune.h"

/* A region is a table if it has at least this many pieces per line (percent). */
#define PIECES_PER_LINE 150
/* Between this many rules, fewer pieces per line are enough; figures need not be among them, and with known heads sentences may. */
#define RULES_MANY 4
#define PIECES_PER_RULED_LINE 110
/* Of its pieces, at most this share (percent) may be parts of sentences; of those in its body, this share has to be figures, unless
 * this many pieces are known heads; fewer where nothing but a caption tells of a table. */
#define PROSE_MOST 5
#define FIGURES_LEAST 25
#define HEADS_LEAST 3
#define HEADS_LEAST_CAPTIONED 2

static gboolean
is_prose (const char *text)
{
  return strstr (text, "，") != NULL || strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

/* Whether the text of a region is set like a table: most lines are several pieces, many of them figures, or some of them known
 * heads, and hardly any of them sentences. Prose between two rules is not, nor is a chart. */
static gboolean
looks_like_table (const JueGapRegion *region, const JueTokens *tokens, gint32 head_end)
{
  gboolean ruled = region->rules->len + region->parts->len >= RULES_MANY;
  guint lines = 0, figures = 0, heads = 0, prose = 0, body = 0, n = jue_tokens_length (tokens);
  gint32 last = G_MININT32;
  for (guint i = 0; i < n; i++) {
    const JueToken *t = jue_tokens_get (tokens, i);
    gint32 middle = (t->box.y0 + t->box.y1) / 2;
    lines += middle > last;
    last = MAX (last, t->box.y1);
    figures += middle > head_end && (t->figure || t->dash);
    body += middle > head_end;
    heads += t->head;
    prose += !t->figure && is_prose (t->text); /* １，８０３．１８ has a comma, too */
  }
  if (lines < 2 || n * 100 < lines * (ruled ? PIECES_PER_RULED_LINE : PIECES_PER_LINE))
    return FALSE;
  if (ruled && heads >= HEADS_LEAST)
    return TRUE;
  gboolean captioned = region->rules->len == 0 && !region->only_continues;
  return prose * 100 <= n * PROSE_MOST
         && (ruled || heads >= (captioned ? HEADS_LEAST_CAPTIONED : HEADS_LEAST)
             || (figures > 0 && figures * 100 >= body * FIGURES_LEAST));
}

static void
part_free (gpointer data)
{
  JueGapPart *self = data;
  g_array_unref (self->region.rules);
  g_array_unref (self->region.parts);
  jue_tokens_free (self->tokens);
  g_clear_pointer (&self->xs, g_array_unref);
  g_free (self);
}

static JueGapPart *
part_new (const JueView *view, JueGapRegion *region, const JueCatalogue *catalogue)
{
  g_autoptr (JueTokens) tokens = jue_tokens_new (view, catalogue, region->box);
  gint32 head_end = region->above != NULL ? region->box.y0 : jue_gap_head_end (region, tokens);
  gboolean form = jue_gap_form_is (region, tokens);
  if (form)
    head_end = region->box.y0;
  else if (region->above != NULL ? !jue_gap_tail_fits (region, tokens) : !looks_like_table (region, tokens, head_end))
    return NULL;
  JueGapPart *self = g_new0 (JueGapPart, 1);
  self->region = *region;
  g_array_ref (region->rules);
  g_array_ref (region->parts);
  self->tokens = g_steal_pointer (&tokens);
  self->head_end = head_end;
  self->form = form;
  return self;
}

/* Whether only running heads and page numbers stand above @top, or below @bottom. */
static void
look_around (JueGapDraft *self, const JueView *view, const GArray *lines, const JueCatalogue *catalogue, gint32 top,
             gint32 bottom)
{
  gint64 margin = (gint64)view->height * JUE_TUNE_MARGIN_SHARE / 100;
  self->first_bare = self->last_bare = TRUE;
  for (guint i = 0; i < lines->len; i++) {
    const JueTextLine *line = &g_array_index (lines, JueTextLine, i);
    gint32 middle = (line->box.y0 + line->box.y1) / 2;
    if (middle >= top && middle <= bottom)
      continue;
    guint kind = jue_caption_classify (catalogue, line);
    gboolean bare =
        (kind & JUE_LINE_SKIP) || (kind == 0 && (line->box.y1 < margin || line->box.y0 > view->height - margin));
    self->first_bare &= bare || middle >= top;
    self->last_bare &= bare || middle <= bottom;
  }
}

JueGapDraft *
jue_gap_draft_new (const JueView *view, const JueBorders *borders, const GPtrArray *ruled, const GArray *lines,
                   const JueCatalogue *catalogue)
{
  JueGapDraft *self = g_new0 (JueGapDraft, 1);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  g_autoptr (GArray) regions = jue_gap_regions_find (view, borders, ruled, lines, catalogue);
  for (guint i = 0; i < regions->len; i++) {
    JueGapPart *part = part_new (view, &g_array_index (regions, JueGapRegion, i), catalogue);
    if (part != NULL)
      g_ptr_array_add (self->parts, part);
  }
  if (self->parts->len > 0) {
    const JueGapPart *first = g_ptr_array_index (self->parts, 0),
                     *last = g_ptr_array_index (self->parts, self->parts->len - 1);
    look_around (self, view, lines, catalogue, first->region.box.y0, last->region.box.y1);
  }
  return self;
}

void
jue_gap_draft_free (JueGapDraft *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->parts);
  g_free (self);
}

/* Last part of @a, if the first of @b is its continuation on the next page; else NULL. */
static const JueGapPart *
part_continued (const JueGapDraft *a, const JueGapDraft *b)
{
  if (a == NULL || b == NULL || a->parts->len == 0 || b->parts->len == 0 || !a->last_bare || !b->first_bare)
    return NULL;
  const JueGapPart *last = g_ptr_array_index (a->parts, a->parts->len - 1), *first = g_ptr_array_index (b->parts, 0);
  if (first->region.only_continues)
    return first->region.box.x0 >= last->region.box.x0 - JUE_TUNE_GAP_EXTENT
                   && first->region.box.x1 <= last->region.box.x1 + JUE_TUNE_GAP_EXTENT
               ? last
               : NULL;
  gboolean same = ABS (last->region.box.x0 - first->region.box.x0) <= JUE_TUNE_GAP_EXTENT
                  && ABS (last->region.box.x1 - first->region.box.x1) <= JUE_TUNE_GAP_EXTENT;
  return same ? last : NULL;
}

static void
find_columns (JueGapDraft *self, guint i, const JueGapDraft *before, const JueGapDraft *after, const JueView *view)
{
  JueGapPart *part = g_ptr_array_index (self->parts, i);
  const JueGapPart *earlier = i == 0 ? part_continued (before, self) : NULL;
  if (earlier != NULL && earlier->xs != NULL) {
    part->xs = g_array_ref (earlier->xs);
    part->form |= earlier->form;
    return;
  }
  if (part->form) {
    part->xs = jue_gap_form_columns (view, &part->region, part->tokens);
    return;
  }
  gboolean goes_on = i + 1 == self->parts->len && part_continued (self, after) != NULL;
  const JueGapPart *later = goes_on ? g_ptr_array_index (after->parts, 0) : NULL;
  g_autoptr (JueTokens) joined = later != NULL ? jue_tokens_join (part->tokens, later->tokens, later->head_end) : NULL;
  part->xs = jue_gap_columns_find (view, &part->region, joined != NULL ? joined : part->tokens, part->head_end);
}

static void
grid_free_cb (gpointer grid)
{
  jue_grid_free (grid);
}

GPtrArray *
jue_gap_draft_grids (JueGapDraft *self, const JueGapDraft *before, const JueGapDraft *after, const JueView *view)
{
  GPtrArray *out = g_ptr_array_new_with_free_func (grid_free_cb);
  for (guint i = 0; i < self->parts->len; i++) {
    JueGapPart *part = g_ptr_array_index (self->parts, i);
    const JueGapPart *earlier = i == 0 ? part_continued (before, self) : NULL;
    if (part->region.only_continues && (earlier == NULL || earlier->xs == NULL))
      continue;
    if (part->region.only_continues) {
      part->region.box.x0 = earlier->region.box.x0;
      part->region.box.x1 = earlier->region.box.x1;
    }
    if (part->region.above != NULL) {
      part->xs = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_array_append_vals (part->xs, part->region.above->xs, part->region.above->n_cols + 1);
      jue_gap_grid_extend (part->region.above, part);
      continue;
    }
    find_columns (self, i, before, after, view);
    JueGrid *grid = jue_gap_grid_new (view, part);
    if (grid != NULL)
      g_ptr_array_add (out, grid);
  }
  return out;
}
