/* Titles of unknown tables
 *
 *     …as the committee decided in May.       prose: long, or ends like a sentence
 *
 *     Table 3: Expenditure by function        the title: numbered, bold, larger than the line above it, or by itself
 *     (in thousands)                          may stand between
 *     ┌──────────────────────────────┐
 *
 * The lines above the grid are looked at from the nearest one up. Small lines (unit, organisation, a line in brackets) are
 * passed; the first other one is the title, if it stands over the grid, close to it, and does not read like prose.
 *
 * Gets wrong: a title that wraps (its last line is taken), and a short last line of a paragraph that ends without a stop.
 */
#include "normalize/heading.h"

#include <string.h>

#include "normalize/tune.h"

/* Farthest line above the grid, and distance to the line above that sets a line apart, as shares of the line's size (percent). */
#define HEADING_REACH 400
#define HEADING_APART 90
/* Most words of a title without a number. */
#define HEADING_WORDS 14
/* A line by itself is a title up to this share of the grid's width (percent). */
#define HEADING_WIDTH 80

static gboolean
stands_over (const JueTextLine *line, const JueGrid *grid)
{
  gint32 shared = MIN (line->box.x1, grid->box.x1) - MAX (line->box.x0, grid->box.x0);
  return shared * 2 > line->box.x1 - line->box.x0;
}

static gboolean
reads_like_prose (const char *text)
{
  static const char *const ends[] = { "。", "；", "：", "，", "、", ";", ":", "," };
  gsize n = strlen (text);
  if (n == 0 || g_utf8_strlen (text, -1) > JUE_TUNE_TITLE_MOST || strchr (text, '\t') != NULL || strstr (text, "。") != NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (text, ends[i]))
      return TRUE;
  return g_ascii_islower (text[0]) || (n > 2 && text[n - 1] == '.' && g_ascii_islower (text[n - 2]) && strchr (text, ' ') != NULL);
}

/* A line in brackets: (in thousands of euros), （单位：个）. */
static gboolean
is_aside (const char *text)
{
  return (g_str_has_prefix (text, "(") && g_str_has_suffix (text, ")")) ||
         (g_str_has_prefix (text, "（") && g_str_has_suffix (text, "）"));
}

/* Whether a line is set apart from what is above it. */
static gboolean
is_apart (const JueSpot *spots, guint i, const JueGrid *grid)
{
  const JueTextLine *line = spots[i].line, *above = i > 0 && spots[i - 1].sheet == spots[i].sheet ? spots[i - 1].line : NULL;
  if (line->bold || above == NULL || line->size * 20 > above->size * 21)
    return TRUE;
  gint32 left = line->box.x0 - grid->box.x0, right = grid->box.x1 - line->box.x1;
  gboolean narrow = (line->box.x1 - line->box.x0) * 100 < (grid->box.x1 - grid->box.x0) * HEADING_WIDTH;
  if (ABS (left - right) <= 2 * JUE_TUNE_BORDER_DRIFT && narrow)
    return TRUE;
  return narrow && (line->box.y0 - above->box.y1) * 100 > line->size * HEADING_APART;
}

static guint
count_words (const char *text)
{
  guint n = 1;
  for (const char *s = text; *s != '\0'; s++)
    n += *s == ' ';
  return n;
}

static char *
title_of (const JueCatalogue *catalogue, const JueSpot *spots, guint i, const JueGrid *grid)
{
  const char *text = spots[i].line->text;
  g_autofree char *plain = jue_catalogue_strip_number (catalogue, text);
  gboolean numbered = strlen (plain) < strlen (text);
  if (*plain == '\0' || reads_like_prose (text))
    return NULL;
  if (!numbered && (count_words (text) > HEADING_WORDS || !is_apart (spots, i, grid)))
    return NULL;
  return g_steal_pointer (&plain);
}

char *
jue_heading_find (const JueCatalogue *catalogue, const JueSpot *spots, guint n, const JueSheet *sheet, const JueGrid *grid,
                  JueProv *prov)
{
  gint32 below = grid->box.y0;
  for (guint i = n; i > 0; i--) {
    const JueTextLine *line = spots[i - 1].line;
    if (spots[i - 1].sheet != sheet)
      return NULL;
    guint kind = stands_over (line, grid) ? jue_caption_classify (catalogue, line) : JUE_LINE_SKIP;
    if (kind & JUE_LINE_SKIP)
      continue;
    if ((kind & JUE_LINE_NOTE) || (below - line->box.y1) * 100 > line->size * HEADING_REACH)
      return NULL;
    below = line->box.y0;
    if ((kind & (JUE_LINE_UNIT | JUE_LINE_ORGANISATION | JUE_LINE_YEAR)) || is_aside (line->text))
      continue;
    char *title = title_of (catalogue, spots, i - 1, grid);
    if (title != NULL)
      *prov = (JueProv){ sheet->page, line->ink };
    return title;
  }
  return NULL;
}
