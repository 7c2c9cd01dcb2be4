/* The outline
 *
 *     第二部分  2024年度部门决算情况说明          a number, and a short text without the end of a sentence
 *     一、收入支出决算总体情况说明
 *     主要职责                                    no number, but the type and place of headings that have one
 *     （一）评价结论。2024年各项目标…             a lead-in: names what its paragraph is about
 *     （一）贯彻执行国家的法律、法规；            no heading: a sentence of a list
 *     1.办公室
 *     2.财务科                                    no headings: a list, nothing stands below each
 *
 * Every block that begins with a number is a candidate. Sentences fall out by their end, lists by having nothing below their items.
 * What type can tell, it tells: where most headings of a kind are set bold or larger than the text, those that are not fall out;
 * and a block without number that is set like the headings is one. The table of contents and the titles that the catalogue knows
 * (forms/sections.xml) speak for a block that its type does not show.
 */
#include "normalize/outline-private.h"

#include <string.h>

#include "normalize/outline-contents.h"

/* Characters. Longest heading without number. */
#define BARE_MOST 36
/* Longest heading set like the text that ends with a full stop. */
#define WORDS_MOST 10
/* Headings set alike differ less than this in size (percent) and indent (hundredths of a point). */
#define ALIKE_SIZE 103
#define ALIKE_INDENT 800

/* ---- blocks with a number ---- */

static gboolean
has_figure (const char *text, gsize n)
{
  g_autofree char *part = g_strndup (text, n);
  return strstr (part, "元") != NULL && strpbrk (part, "0123456789") != NULL;
}

/* Whether the text alone allows a heading. */
static gboolean
is_plausible (const JueOutlineSearch *s, guint i)
{
  const JueCandidate *c = &s->candidates[i];
  const char *title = jue_outline_block (s, i)->text + c->info.title;
  switch (c->shape) {
    case JUE_SHAPE_TITLE:
      return *title != '\0' || c->label == JUE_LABEL_ATTACHMENT;
    case JUE_SHAPE_STOP:
      return c->label == JUE_LABEL_PART || c->label == JUE_LABEL_ITEM || c->styled || c->tail || c->known
             || (c->label == JUE_LABEL_SECTION && has_figure (title, strlen (title)));
    case JUE_SHAPE_LEAD:
      return (c->label == JUE_LABEL_CHAPTER || c->label == JUE_LABEL_SECTION)
             && jue_outline_block (s, i)->pieces->len < 200
             && (c->tail || c->subject || has_figure (title, c->lead_end - c->info.title));
    default:
      return FALSE;
  }
}

/* Whether something stands below block @i before the next of its kind. */
static gboolean
has_body (const JueOutlineSearch *s, guint i)
{
  const JueCandidate *c = &s->candidates[i];
  if (c->shape == JUE_SHAPE_LEAD || jue_outline_block (s, i)->form_follows)
    return TRUE;
  if (i + 1 >= s->blocks->len)
    return FALSE;
  JueLabel next = s->candidates[i + 1].label;
  return next == JUE_LABEL_NONE || next > c->label;
}

/* Whether block @i is a sentence of a list of sentences: （九）…； （十）完成其他任务。 */
static gboolean
ends_list (const JueOutlineSearch *s, guint i)
{
  const JueCandidate *c = &s->candidates[i], *above = i > s->first ? c - 1 : NULL;
  return c->shape != JUE_SHAPE_TITLE && above != NULL && above->label == c->label && above->level == 0;
}

/* An item set like the text: 1.专项资金管理情况分析, or the few words 1.项目决策。 with a paragraph below. */
static gboolean
is_plain_item (const JueOutlineSearch *s, guint i)
{
  const JueCandidate *c = &s->candidates[i];
  if (c->form_title || !has_body (s, i))
    return FALSE;
  if (c->shape == JUE_SHAPE_TITLE)
    return c->tail || c->known || c->subject;
  return c->shape == JUE_SHAPE_STOP && i + 1 < s->blocks->len && s->candidates[i + 1].label == JUE_LABEL_NONE
         && g_utf8_strlen (jue_outline_block (s, i)->text + c->info.title, -1) <= WORDS_MOST;
}

static gboolean
accepts (const JueOutlineSearch *s, guint i)
{
  const JueCandidate *c = &s->candidates[i];
  if (c->label == JUE_LABEL_NONE || !is_plausible (s, i))
    return FALSE;
  if (c->label == JUE_LABEL_PART)
    return TRUE;
  if (c->label == JUE_LABEL_ATTACHMENT)
    return c->styled || jue_outline_block (s, i)->centred;
  if (c->styled && c->shape != JUE_SHAPE_LEAD)
    return has_body (s, i) || !c->form_title;
  if ((s->mostly_styled[c->label] && !c->listed) || ends_list (s, i))
    return FALSE;
  if (c->label >= JUE_LABEL_ITEM)
    return c->label == JUE_LABEL_ITEM && is_plain_item (s, i);
  return has_body (s, i) || ((c->known || c->listed) && !c->form_title);
}

/* Whether most plausible headings of each kind are set apart from the text. */
static void
count_styled (JueOutlineSearch *s)
{
  guint styled[JUE_N_LABELS] = { 0 }, all[JUE_N_LABELS] = { 0 };
  for (guint i = s->first; i < s->blocks->len; i++) {
    const JueCandidate *c = &s->candidates[i];
    if (c->label == JUE_LABEL_NONE || c->shape != JUE_SHAPE_TITLE)
      continue;
    all[c->label] += has_body (s, i);
    styled[c->label] += c->styled;
  }
  for (guint k = 0; k < JUE_N_LABELS; k++)
    s->mostly_styled[k] = styled[k] > 0 && styled[k] * 2 >= all[k];
}

/* ---- blocks without one ---- */

static gboolean
set_alike (const JueBlock *a, const JueBlock *b)
{
  return a->bold == b->bold && MAX (a->size, b->size) * 100 <= MIN (a->size, b->size) * ALIKE_SIZE
         && (a->centred == b->centred) && (a->centred || ABS (a->indent - b->indent) <= ALIKE_INDENT);
}

static gboolean
is_new_type (const JueOutlineSearch *s, guint i)
{
  for (guint k = 0; k < s->n_types; k++)
    if (s->candidates[s->types[k]].level == s->candidates[i].level
        && set_alike (jue_outline_block (s, s->types[k]), jue_outline_block (s, i)))
      return FALSE;
  return s->n_types < JUE_OUTLINE_TYPES_MOST;
}

/* The level of headings with a number that are set like block @i: that of the last one if it is, else the highest. */
static guint
level_of_type (const JueOutlineSearch *s, guint i, guint last)
{
  guint level = 0;
  if (s->candidates[last].label != JUE_LABEL_ATTACHMENT
      && set_alike (jue_outline_block (s, last), jue_outline_block (s, i)))
    return s->candidates[last].level;
  for (guint k = 0; k < s->n_types; k++) {
    guint other = s->candidates[s->types[k]].level;
    if ((level == 0 || other < level) && set_alike (jue_outline_block (s, s->types[k]), jue_outline_block (s, i)))
      level = other;
  }
  return level;
}

/* Set like the text, but behind headings of the kind 1. that are, too. */
static gboolean
is_bare_item (const JueOutlineSearch *s, guint i, guint last)
{
  const JueCandidate *c = &s->candidates[i];
  if (last >= i || s->candidates[last].styled || s->candidates[last].level != 4
      || s->candidates[last].shape != c->shape)
    return FALSE;
  if (i + 1 >= s->blocks->len || s->candidates[i + 1].shape == JUE_SHAPE_TITLE
      || s->candidates[i + 1].label != JUE_LABEL_NONE)
    return FALSE;
  return c->shape == JUE_SHAPE_TITLE ? c->tail : g_utf8_strlen (jue_outline_block (s, i)->text, -1) <= WORDS_MOST;
}

static guint
bare_level (const JueOutlineSearch *s, guint i, guint last)
{
  const JueCandidate *c = &s->candidates[i];
  const JueBlock *block = jue_outline_block (s, i);
  guint level = 0;
  if (c->label != JUE_LABEL_NONE || (c->shape != JUE_SHAPE_TITLE && c->shape != JUE_SHAPE_STOP) || c->form_title
      || g_utf8_strlen (block->text, -1) > BARE_MOST || g_utf8_strlen (block->text, -1) < 2)
    return 0;
  if (c->styled && last < i && (level = level_of_type (s, i, last)) != 0)
    return level;
  if (!c->styled && is_bare_item (s, i, last))
    return 4;
  g_autofree char *key = jue_contents_key (block->text);
  if (c->listed && (c->styled || block->centred))
    return GPOINTER_TO_UINT (g_hash_table_lookup (s->contents, key)) - 1;
  if (c->styled && c->known && c->tail && (last < i || block->centred)) {
    jue_prose_section (s->prose, block->text, NULL, &level);
    return level;
  }
  return 0;
}

/* ---- the whole ---- */

static void
note_contents (JueOutlineSearch *s, const JueOutline *outline)
{
  guint depth = 2;
  for (guint i = outline->contents_from; i < outline->contents_to; i++) {
    guint level = jue_outline_level (jue_outline_label (jue_outline_block (s, i)->text, NULL));
    depth = level != 0 ? level : depth;
    g_hash_table_insert (s->contents, jue_contents_key (jue_outline_block (s, i)->text), GUINT_TO_POINTER (depth + 1));
  }
}

/* The id of the heading that one of @level stands below; NULL. */
static const char *
id_above (const JueOutlineSearch *s, guint level)
{
  while (--level > 0)
    if (s->ids[level] != NULL)
      return s->ids[level];
  return NULL;
}

/* A heading of @level with this id (or NULL) is open; those below the last of its level are over. */
static void
open_heading (JueOutlineSearch *s, guint level, const char *id)
{
  s->ids[level] = id != NULL ? id : "";
  for (guint i = level + 1; i <= JUE_OUTLINE_LEVELS; i++)
    s->ids[i] = NULL;
}

static void
add_heading (JueOutlineSearch *s, JueOutline *outline, guint i)
{
  const JueCandidate *c = &s->candidates[i];
  const JueBlock *block = jue_outline_block (s, i);
  JueHeading heading = {
    .block = i, .level = c->level, .label = c->info.end, .title = c->info.title, .rest = c->lead_end
  };
  heading.title_end = c->lead_end;
  if (g_str_has_prefix (block->text + c->lead_end - MIN (c->lead_end, 3), "。"))
    heading.title_end -= 3;
  g_autofree char *title = g_strndup (block->text + heading.title, heading.title_end - heading.title);
  heading.id = jue_prose_section (s->prose, title, id_above (s, c->level), NULL);
  open_heading (s, c->level, heading.id);
  g_array_append_val (outline->headings, heading);
}

static void
find_headings (JueOutlineSearch *s, JueOutline *outline)
{
  guint last = G_MAXUINT;
  for (guint i = s->first; i < s->blocks->len; i++) {
    s->candidates[i].level = accepts (s, i) ? jue_outline_level (s->candidates[i].label) : 0;
    if (s->candidates[i].level != 0 && s->candidates[i].label != JUE_LABEL_ATTACHMENT && is_new_type (s, i))
      s->types[s->n_types++] = i;
  }
  for (guint i = s->first; i < s->blocks->len; i++) {
    if (s->candidates[i].level == 0)
      s->candidates[i].level = bare_level (s, i, last);
    if (s->candidates[i].level == 0)
      continue;
    last = i;
    add_heading (s, outline, i);
  }
}

JueOutline *
jue_outline_new (const JueCatalogue *catalogue, const GPtrArray *blocks)
{
  JueOutline *self = g_new0 (JueOutline, 1);
  JueOutlineSearch s = { .catalogue = catalogue, .prose = jue_catalogue_prose (catalogue), .blocks = blocks };
  self->headings = g_array_new (FALSE, FALSE, sizeof (JueHeading));
  s.contents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  s.candidates = g_new0 (JueCandidate, blocks->len + 1);
  jue_contents_find (s.prose, blocks, &self->contents_from, &self->contents_to);
  s.first = self->contents_to;
  note_contents (&s, self);
  jue_outline_find_body (&s);
  for (guint i = s.first; i < blocks->len; i++)
    jue_outline_look (&s, i);
  count_styled (&s);
  find_headings (&s, self);
  g_hash_table_unref (s.contents);
  g_free (s.candidates);
  return self;
}

void
jue_outline_free (JueOutline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->headings);
  g_free (self);
}
