/* From lines to captions
 *
 *              2024年度收入支出决算总表                    title (may take several lines)
 *                                          公开01表        label
 *     部门：某局      2024年度      金额单位：万元           organisation, year, unit
 *     ┌──────────────────────────────────────────┐
 *
 * The order differs from report to report, some lines are missing, and some are drawn as one. Method: go up from the table, line
 * by line, and take what a line says as long as it says something of this kind. The first line that names a table is the title;
 * lines directly above it in the same size that end in the middle of a phrase belong to it. Any other text ends the caption.
 */
#include "normalize/caption.h"

#include <string.h>

#include "normalize/fold.h"
#include "normalize/tune.h"
#include "normalize/words.h"

/* Longest line, characters, that can be a label, unit or year line: sentences that mention one are longer. */
#define CAPTION_LINE_MOST 90
/* Longest line, characters, that may stand amid a caption and say nothing, and how many lines above it are looked at. */
#define STRAY_MOST 24
#define STRAY_REACH 4
/* A line that is larger than the note above it by this factor (tenths) is a heading of the text. */
#define NOTE_LARGER 14
/* Longest line that only says that a table goes on, bytes. */
#define ONLY_CONTINUES_MOST 40

static gboolean
is_sentence (const char *text)
{
  return strstr (text, "。") != NULL || strstr (text, "；") != NULL;
}

static gboolean
says (const JueCatalogue *catalogue, JueCaption kind, const char *text)
{
  return jue_catalogue_caption (catalogue, kind, text, NULL);
}

static gboolean
names_table (const JueCatalogue *catalogue, const char *text)
{
  if (g_utf8_strlen (text, -1) > JUE_TUNE_TITLE_MOST || is_sentence (text) || strstr (text, "……") != NULL
      || strstr (text, "....") != NULL)
    return FALSE;
  return says (catalogue, JUE_CAPTION_TITLE, text) || jue_catalogue_form_by_title (catalogue, text) != NULL;
}

/* A label by itself (公开01表) looks like a title, too. */
static gboolean
is_bare_label (const JueCatalogue *catalogue, const char *text)
{
  g_autofree char *label = NULL;
  if (!jue_catalogue_caption (catalogue, JUE_CAPTION_LABEL, text, &label) || label == NULL)
    return FALSE;
  g_autofree char *a = jue_fold (label), *b = jue_fold (text);
  return g_str_equal (a, b);
}

static guint
classify_short (const JueCatalogue *catalogue, const char *text)
{
  guint kind = 0;
  if (says (catalogue, JUE_CAPTION_LABEL, text))
    kind |= JUE_LINE_LABEL;
  if (says (catalogue, JUE_CAPTION_UNIT, text))
    kind |= JUE_LINE_UNIT;
  if (says (catalogue, JUE_CAPTION_ORGANISATION, text))
    kind |= JUE_LINE_ORGANISATION;
  if (says (catalogue, JUE_CAPTION_YEAR, text))
    kind |= JUE_LINE_YEAR;
  return kind;
}

/* Whether a line only says that a table goes on: 续表, （接上页）. */
static gboolean
only_continues (const JueCatalogue *catalogue, const char *text)
{
  if (strlen (text) > ONLY_CONTINUES_MOST)
    return FALSE;
  g_autofree char *folded = jue_fold (text);
  guint start, end;
  return jue_words_find (catalogue, JUE_WORDS_CONTINUED, folded, &start, &end) && start == 0;
}

guint
jue_caption_classify (const JueCatalogue *catalogue, const JueTextLine *line)
{
  const char *text = line->text;
  guint kind = 0;
  if (says (catalogue, JUE_CAPTION_PAGE_NUMBER, text) || only_continues (catalogue, text))
    return JUE_LINE_SKIP;
  if (says (catalogue, JUE_CAPTION_NOTE, text))
    return JUE_LINE_NOTE;
  if (names_table (catalogue, text) && !is_bare_label (catalogue, text))
    kind |= JUE_LINE_TITLE;
  if (!is_sentence (text) && g_utf8_strlen (text, -1) <= CAPTION_LINE_MOST)
    kind |= classify_short (catalogue, text);
  return kind == 0 && line->running ? JUE_LINE_SKIP : kind;
}

static void
take_group (const JueCatalogue *catalogue, JueCaption kind, const char *text, JueProv prov, char **value,
            JueProv *where)
{
  if (*value == NULL && jue_catalogue_caption (catalogue, kind, text, value) && *value != NULL)
    *where = prov;
}

static guint
year_in (const char *text)
{
  for (const char *s = text; *s != '\0'; s++)
    if (g_str_has_prefix (s, "20") && g_ascii_isdigit (s[2]) && g_ascii_isdigit (s[3]) && !g_ascii_isdigit (s[4])
        && (s == text || !g_ascii_isdigit (s[-1])))
      return (guint)g_ascii_strtoull (s, NULL, 10);
  return 0;
}

static void
take_year (JueCaptionInfo *self, const char *text)
{
  if (self->year != 0)
    return;
  g_autofree char *folded = jue_fold (text);
  const char *mark = strstr (folded, "年");
  if (mark != NULL)
    self->year = year_in (folded);
}

static void
take_small_lines (JueCaptionInfo *self, const JueCatalogue *catalogue, const char *text, JueProv prov, guint kind)
{
  if (kind & JUE_LINE_LABEL)
    take_group (catalogue, JUE_CAPTION_LABEL, text, prov, &self->label, &self->label_prov);
  if (kind & JUE_LINE_UNIT)
    take_group (catalogue, JUE_CAPTION_UNIT, text, prov, &self->unit, &self->unit_prov);
  if (kind & JUE_LINE_ORGANISATION)
    take_group (catalogue, JUE_CAPTION_ORGANISATION, text, prov, &self->organisation, &self->organisation_prov);
  take_year (self, text);
}

/* Whether @above is the first part of the title that @below ends: directly above it, as large, aligned with it, and neither a
 * title nor another caption by itself (but a label may stand in front of it). */
static gboolean
title_goes_on_above (const JueCatalogue *catalogue, const JueSpot *above, const JueSpot *below)
{
  const JueTextLine *a = above->line, *b = below->line;
  gint32 gap = b->box.y0 - a->box.y1;
  if (above->sheet != below->sheet || gap > b->size * 3 / 2 || ABS (a->size - b->size) * 20 > b->size)
    return FALSE;
  if (is_sentence (a->text) || g_str_has_suffix (a->text, "：") || g_str_has_suffix (a->text, ":")
      || g_utf8_strlen (a->text, -1) > JUE_TUNE_TITLE_MOST)
    return FALSE;
  guint kind = jue_caption_classify (catalogue, a);
  gboolean centred = ABS ((a->box.x0 + a->box.x1) - (b->box.x0 + b->box.x1)) <= 2 * JUE_TUNE_CENTRED;
  gboolean flush = ABS (a->box.x0 - b->box.x0) <= JUE_TUNE_FLUSH;
  if (kind == JUE_LINE_LABEL)
    return (centred || flush) && !is_bare_label (catalogue, a->text);
  return kind == 0 && centred;
}

/* Joins the title's lines [first, last], strips numbers, label and year line. */
static void
take_title (JueCaptionInfo *self, const JueCatalogue *catalogue, const JueSpot *spots, guint first, guint last)
{
  g_autoptr (GString) text = g_string_new (NULL);
  JueBox ink = { 0, 0, 0, 0 };
  for (guint i = first; i <= last; i++) {
    g_string_append (text, spots[i].line->text);
    ink = jue_box_union (ink, spots[i].line->ink);
  }
  self->title_prov = (JueProv){ spots[last].sheet->page, ink };
  self->title = jue_catalogue_strip_number (catalogue, text->str);
  for (guint i = first; i <= last; i++) {
    JueProv prov = { spots[i].sheet->page, spots[i].line->ink };
    take_small_lines (self, catalogue, spots[i].line->text, prov, jue_caption_classify (catalogue, spots[i].line));
  }
}

/* What the upward walk has met so far. */
typedef struct {
  JueCaptionInfo info;
  gboolean after_title; /* the title is complete; only small lines may follow */
} Walk;

/* Takes the title that ends at spot @i; returns the index of its first line. */
static guint
walk_title (Walk *w, const JueCatalogue *catalogue, const JueSpot *spots, guint i, guint floor)
{
  guint first = i;
  while (first > floor && title_goes_on_above (catalogue, &spots[first - 1], &spots[first]) && i - first < 3)
    first--;
  take_title (&w->info, catalogue, spots, first, i);
  w->after_title = TRUE;
  return first;
}

/* Whether a line that says nothing of a caption's kind stands amid one all the same: short, and a caption's line is near above
 * it (an organisation's name that wraps, a year that is misprinted). */
static gboolean
is_stray (const JueCatalogue *catalogue, const JueSpot *spots, guint i, guint floor)
{
  const char *text = spots[i].line->text;
  if (g_utf8_strlen (text, -1) > STRAY_MOST || is_sentence (text))
    return FALSE;
  for (guint k = i; k > floor && i - k < STRAY_REACH; k--) {
    guint kind = jue_caption_classify (catalogue, spots[k - 1].line);
    if (spots[k - 1].sheet != spots[i].sheet || (kind & JUE_LINE_NOTE))
      return FALSE;
    if (kind & (JUE_LINE_TITLE | JUE_LINE_ORGANISATION))
      return TRUE;
  }
  return FALSE;
}

/* The rest of an organisation's name, on a line of its own below the line that begins it. */
static void
take_name_rest (JueCaptionInfo *self, const JueCatalogue *catalogue, const JueSpot *spots, guint i, guint floor)
{
  for (guint k = i; k > floor && i - k < 2; k--) {
    const JueTextLine *line = spots[k - 1].line;
    if (!(jue_caption_classify (catalogue, line) & JUE_LINE_ORGANISATION)
        || ABS (line->box.x0 - spots[i].line->box.x0) > JUE_TUNE_FLUSH)
      continue;
    JueProv prov = { spots[k - 1].sheet->page, jue_box_union (line->ink, spots[i].line->ink) };
    g_autofree char *start = NULL;
    take_group (catalogue, JUE_CAPTION_ORGANISATION, line->text, prov, &start, &self->organisation_prov);
    if (start != NULL && self->organisation == NULL)
      self->organisation = g_strconcat (start, spots[i].line->text, NULL);
    return;
  }
}

JueCaptionInfo
jue_caption_read (const JueCatalogue *catalogue, const JueSpot *spots, guint n, guint floor)
{
  Walk w = { .info = { .first = n } };
  guint taken = 0;
  for (guint i = n; i > floor && taken < JUE_TUNE_CAPTION_LINES; i--) {
    const JueSpot *spot = &spots[i - 1];
    guint kind = jue_caption_classify (catalogue, spot->line);
    JueProv prov = { spot->sheet->page, spot->line->ink };
    if (kind & JUE_LINE_SKIP)
      continue;
    if (w.after_title && ((kind & JUE_LINE_TITLE) || kind == 0))
      break;
    taken++;
    if (kind == 0 && is_stray (catalogue, spots, i - 1, floor)) {
      take_name_rest (&w.info, catalogue, spots, i - 1, floor);
      continue;
    }
    if (kind == 0 || (kind & JUE_LINE_NOTE)) {
      w.info.prose = TRUE;
      break;
    }
    if (kind & JUE_LINE_TITLE)
      i = walk_title (&w, catalogue, spots, i - 1, floor) + 1;
    else
      take_small_lines (&w.info, catalogue, spot->line->text, prov, kind);
    w.info.first = i - 1;
  }
  return w.info;
}

void
jue_caption_add_text (JueCaptionInfo *self, const JueCatalogue *catalogue, const char *text, JueProv prov)
{
  JueTextLine line = { .text = text };
  guint kind = jue_caption_classify (catalogue, &line);
  if ((kind & JUE_LINE_TITLE) && self->title == NULL) {
    self->title = jue_catalogue_strip_number (catalogue, text);
    self->title_prov = prov;
  }
  if (kind != 0 && !(kind & JUE_LINE_NOTE))
    take_small_lines (self, catalogue, text, prov, kind);
}

/* A note, or a sentence directly below a form that says that it is empty. */
static gboolean
begins_notes (const JueCatalogue *catalogue, const JueTextLine *line)
{
  guint kind = jue_caption_classify (catalogue, line);
  return (kind & JUE_LINE_NOTE) || (kind == 0 && says (catalogue, JUE_CAPTION_EMPTY, line->text));
}

guint
jue_caption_notes (const JueCatalogue *catalogue, const JueSpot *spots, guint n, guint *first)
{
  guint i = 0;
  while (i < n && (jue_caption_classify (catalogue, spots[i].line) & JUE_LINE_SKIP))
    i++;
  *first = i;
  if (i == n || !begins_notes (catalogue, spots[i].line))
    return 0;
  guint end = i + 1;
  for (; end < n; end++) {
    guint kind = jue_caption_classify (catalogue, spots[end].line);
    const JueTextLine *a = spots[end - 1].line, *b = spots[end].line;
    gboolean apart = spots[end].sheet != spots[end - 1].sheet || b->box.y0 - a->box.y1 > 2 * MAX (a->size, b->size);
    if (b->size * 10 > a->size * NOTE_LARGER) /* a heading */
      break;
    if ((kind & ~(guint)JUE_LINE_NOTE) != 0 || (apart && !(kind & JUE_LINE_NOTE)))
      break;
  }
  return end - i;
}

void
jue_caption_clear (JueCaptionInfo *self)
{
  g_free (self->title);
  g_free (self->label);
  g_free (self->unit);
  g_free (self->organisation);
  g_free (self->heading);
  *self = (JueCaptionInfo){ .year = 0 };
}
