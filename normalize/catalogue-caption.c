/*
 * The catalogue of forms: what a line around a form says, and which form a title names. How a title finds its form:
 *
 *   printed   公开０５表：2024年度某局一般公共预算“三公”经费支出表（财政拨款）（2024年度）
 *   folded    公开05表:2024年度某局一般公共预算三公经费支出表(财政拨款)(2024年度)
 *   core      2024年度某局一般公共预算三公经费支出表            number, year and what stands behind 表 are gone
 *
 * The forms' title patterns are searched in the core, in the order the forms state, the refusals in the whole folded
 * title.
 */
#include <string.h>

#include "normalize/catalogue-private.h"
#include "normalize/fold.h"

#define MAX_NUMBERS 4        /* numbers in front of a title that are taken off: 附件3：一、公开01表： … */
#define MAX_SHORT_LINE 600   /* bytes; a longer line is prose and of no kind but a note */
#define MAX_LINE (16 * 1024) /* bytes; a longer line is of no kind */

/* ---- captions ---- */

/* Name of the group that is the kind's value; NULL: it has none. */
static const char *
caption_group (guint kind)
{
  static const char *const groups[JUE_N_ALL_CAPTIONS] = {
    [JUE_CAPTION_LABEL] = "label", [JUE_CAPTION_UNIT] = "unit",     [JUE_CAPTION_ORGANISATION] = "organisation",
    [JUE_CAPTION_YEAR] = "year",   [JUE_CAPTION_NUMBER] = "number",
  };
  return groups[kind];
}

/* The folded line, kept for the next question about the same line. */
static const JueFoldedLine *
fold_line (JueCatalogue *self, const char *line, gboolean keep_spaces)
{
  guint which = keep_spaces ? 1 : 0;
  if (!g_str_equal (self->last[which].line->str, line)) {
    g_string_assign (self->last[which].line, line);
    jue_folded_line_set (&self->last[which].folded, line, keep_spaces);
  }
  return &self->last[which].folded;
}

/* What the kind's group stands for in the line; NULL if it is empty. */
static char *
caption_value (guint kind, const JueFoldedLine *folded, const char *line, GMatchInfo *match)
{
  gint start, end;
  const char *group = caption_group (kind);
  if (group == NULL || !g_match_info_fetch_named_pos (match, group, &start, &end) || start < 0 || end <= start)
    return NULL;
  if (kind == JUE_CAPTION_UNIT || kind == JUE_CAPTION_YEAR)
    return g_strndup (folded->text->str + start, (gsize)(end - start));
  g_autofree char *printed = jue_folded_line_slice (folded, line, (guint)start, (guint)end);
  return kind == JUE_CAPTION_ORGANISATION ? jue_line_close_up (printed) : g_strdup (g_strchomp (printed));
}

static gboolean
may_be_long (guint kind)
{
  return kind == JUE_CAPTION_NOTE || kind == JUE_CAPTION_NOTE_MORE || kind == JUE_CAPTION_EMPTY;
}

gboolean
jue_catalogue_caption (const JueCatalogue *self, JueCaption kind, const char *line, char **value)
{
  g_return_val_if_fail (self != NULL && line != NULL && kind < JUE_N_CAPTIONS, FALSE);
  if (strlen (line) > (may_be_long (kind) ? MAX_LINE : MAX_SHORT_LINE))
    return FALSE;
  g_autoptr (GMatchInfo) match = NULL;
  const JueFoldedLine *folded = fold_line ((JueCatalogue *)self, line, self->keep_spaces[kind]);
  if (folded->text->len == 0 || !jue_patterns_search (self->captions[kind], folded->text->str, &match))
    return FALSE;
  if (jue_patterns_search (self->caption_refusals[kind], folded->text->str, NULL))
    return FALSE;
  if (value != NULL)
    *value = caption_value (kind, folded, line, match);
  return TRUE;
}

/* ---- titles ---- */

/* Where @kind is found in @text: bytes of @text from @start to @end. */
static gboolean
find_in (JueCatalogue *self, guint kind, const char *text, guint *start, guint *end)
{
  g_autoptr (GMatchInfo) match = NULL;
  const JueFoldedLine *folded = fold_line (self, text, TRUE);
  gint from, to;
  if (!jue_patterns_search (self->captions[kind], folded->text->str, &match)
      || !g_match_info_fetch_pos (match, 0, &from, &to))
    return FALSE;
  *start = g_array_index (folded->places, guint, from);
  *end = g_array_index (folded->places, guint, to);
  return TRUE;
}

char *
jue_catalogue_strip_number (const JueCatalogue *self, const char *title)
{
  JueCatalogue *catalogue = (JueCatalogue *)self;
  guint start, end;
  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  if (strlen (title) > MAX_SHORT_LINE)
    return g_strdup (title);
  g_autofree char *rest = g_strstrip (g_strdup (title));
  for (guint i = 0; i < MAX_NUMBERS && find_in (catalogue, JUE_CAPTION_NUMBER, rest, &start, &end); i++)
    memmove (rest, rest + end, strlen (rest + end) + 1);
  for (guint i = 0; i < MAX_NUMBERS && find_in (catalogue, JUE_CAPTION_TAIL, rest, &start, &end) && start > 0; i++)
    rest[start] = '\0';
  return g_strdup (g_strstrip (rest));
}

/* @title folded, without number, year and whatever follows 表. The number goes first: folded, "表1 2024年" is one number. */
static char *
title_core (JueCatalogue *self, const char *title)
{
  g_autofree char *plain = jue_catalogue_strip_number (self, title);
  char *core = jue_fold (plain);
  guint start, end;
  if (find_in (self, JUE_CAPTION_APPENDIX, core, &start, &end))
    core[start] = '\0';
  return core;
}

/* FALSE if @folded holds no form's title. */
static gboolean
may_be_title (const JueCatalogue *self, const char *folded)
{
  for (guint i = 0; i < self->forms->len; i++)
    if (jue_patterns_allow (((const JueFormEntry *)g_ptr_array_index (self->forms, i))->titles, folded))
      return TRUE;
  return FALSE;
}

const JueKnownForm *
jue_catalogue_form_by_title (const JueCatalogue *self, const char *title)
{
  g_return_val_if_fail (self != NULL && title != NULL, NULL);
  if (strlen (title) > MAX_SHORT_LINE)
    return NULL;
  g_autofree char *folded = jue_fold (title);
  if (!may_be_title (self, folded) || jue_patterns_search (self->captions[JUE_CAPTION_NO_FORM], folded, NULL))
    return NULL;
  g_autofree char *core = title_core ((JueCatalogue *)self, title);
  for (guint i = 0; i < self->forms->len; i++) {
    const JueFormEntry *entry = g_ptr_array_index (self->forms, i);
    if (jue_patterns_search (entry->titles, core, NULL) && !jue_patterns_search (entry->refusals, folded, NULL))
      return &entry->known;
  }
  return NULL;
}
