/* Tables of which nothing is drawn
 *
 *              收入决算表
 *     部门：某局         单位：万元        The lines right below a caption (a money unit, or the title of a known form) down to the next
 *      编码    名称        决算数          caption, note or gap are taken for a table; whether they are set like one is seen later. So
 *      201   公共服务        8.00         are those at the top of a page: a table may go on there.
 *
 * Most pages are prose, and to say what a line is takes time: lines are asked only where some near them consist of several pieces set
 * apart.
 */
#include "normalize/gap-undrawn.h"

#include <string.h>

#include "normalize/gap-region.h"
#include "normalize/tune.h"

const JueTextLine *
jue_gap_line (const JueGapLines *self, guint i)
{
  return &g_array_index (self->items, JueTextLine, i);
}

guint
jue_gap_line_kind (JueGapLines *self, guint i)
{
  if (self->kinds[i] == 0)
    self->kinds[i] = (guint8)(JUE_GAP_KIND_KNOWN | jue_caption_classify (self->catalogue, jue_gap_line (self, i)));
  return self->kinds[i] & ~(guint)JUE_GAP_KIND_KNOWN;
}

static gboolean
is_used (const GArray *regions, const JueBox *box)
{
  gint32 middle = (box->y0 + box->y1) / 2;
  for (guint i = 0; i < regions->len; i++) {
    const JueBox *r = &g_array_index (regions, JueGapRegion, i).box;
    if (middle >= r->y0 && middle <= r->y1)
      return TRUE;
  }
  return FALSE;
}

/* Whether a line is the last of a caption that announces a table: a money unit, or the title of a known form. */
static gboolean
announces (const JueCatalogue *catalogue, const JueTextLine *line, guint kind)
{
  return (kind & JUE_LINE_UNIT)
         || ((kind & JUE_LINE_TITLE) && jue_catalogue_form_by_title (catalogue, line->text) != NULL);
}

static gboolean
begins_with_total (const JueCatalogue *catalogue, const JueTextLine *line)
{
  g_autofree char *first = g_strndup (line->text, strcspn (line->text, "\t"));
  return jue_catalogue_caption (catalogue, JUE_CAPTION_TOTAL, first, NULL);
}

/* Whether a line follows closely on what ends at @bottom, or, below rows left empty, is the table's last: its total. */
static gboolean
goes_on (const JueCatalogue *catalogue, const JueTextLine *line, gint32 bottom)
{
  return line->box.y0 - bottom <= line->size * JUE_TUNE_GAP_PITCH / 100 || begins_with_total (catalogue, line);
}

/* The lines from @first on that belong together, up to the next barrier; *n is how many. What looks like a page number is a line of a
 * cell if the table goes on right below it. */
static JueBox
block_of_lines (JueGapLines *lines, guint first, guint *n)
{
  JueBox box = jue_gap_line (lines, first)->box;
  guint i = first + 1;
  for (; i < lines->items->len; i++) {
    const JueTextLine *line = jue_gap_line (lines, i);
    gboolean within = jue_gap_line_kind (lines, i) == JUE_LINE_SKIP && !line->running && i + 1 < lines->items->len
                      && jue_gap_line_kind (lines, i + 1) == 0
                      && line[1].box.y0 - line->box.y1 <= line->size * JUE_TUNE_GAP_PITCH / 100;
    if ((jue_gap_line_kind (lines, i) != 0 && !within) || !goes_on (lines->catalogue, line, box.y1))
      break;
    box = jue_box_union (box, line->box);
  }
  *n = i - first;
  return box;
}

/* The caption right above a line, as far as it was followed: whether it announces a table, where it ends, and where its lines but for
 * the title stand, which are often set flush with the table's sides. */
typedef struct {
  gboolean announces;
  JueBox box;
  gint32 bottom;
} Caption;

static void
follow_caption (Caption *self, const JueCatalogue *catalogue, const JueTextLine *line, guint kind)
{
  if (kind == 0 || (kind & (JUE_LINE_NOTE | JUE_LINE_SKIP))) {
    *self = (Caption){ FALSE, { 0, 0, 0, 0 }, 0 };
    return;
  }
  self->announces |= announces (catalogue, line, kind);
  if ((kind & JUE_LINE_TITLE) == 0)
    self->box = jue_box_union (self->box, line->box);
  self->bottom = line->box.y1;
}

static void
add_undrawn (JueBox box, const Caption *caption, GArray *out)
{
  JueGapRegion region = { .box = box, .only_continues = !caption->announces };
  if (caption->announces && caption->box.x1 > caption->box.x0)
    region.box = (JueBox){ MIN (box.x0, caption->box.x0), box.y0, MAX (box.x1, caption->box.x1), box.y1 };
  region.box.y0 -= caption->announces ? 100 : 0;
  region.box.y1 += 100;
  region.box.x1 += 100;
  region.rules = g_array_new (FALSE, FALSE, sizeof (gint32));
  region.parts = g_array_new (FALSE, FALSE, sizeof (JueBorder));
  g_array_append_val (out, region);
}

/* Number of lines from @first to @end of several pieces set apart. */
static guint
count_apart (const JueGapLines *lines, guint first, guint end)
{
  guint n = 0;
  for (guint i = first; i < MIN (end, lines->items->len); i++)
    n += strchr (jue_gap_line (lines, i)->text, '\t') != NULL;
  return n;
}

void
jue_gap_undrawn_find (JueGapLines *lines, GArray *out)
{
  gboolean bare = TRUE; /* nothing but running heads so far */
  Caption caption = { FALSE, { 0, 0, 0, 0 }, 0 };
  if (count_apart (lines, 0, lines->items->len) < JUE_TUNE_GAP_APART_LEAST)
    return;
  for (guint i = 0; i < lines->items->len; i++) {
    const JueTextLine *line = jue_gap_line (lines, i);
    if (line->box.y0 - caption.bottom > line->size * JUE_TUNE_GAP_PITCH / 100)
      caption.announces = FALSE;
    if (count_apart (lines, i, i + JUE_TUNE_HEAD_ROWS_MOST) == 0) {
      caption.announces = bare = FALSE;
      continue;
    }
    if ((caption.announces || bare) && jue_gap_line_kind (lines, i) == 0 && !is_used (out, &line->box)) {
      guint n;
      JueBox box = block_of_lines (lines, i, &n);
      if (count_apart (lines, i, i + n) * 100 >= n * JUE_TUNE_GAP_APART_SHARE)
        add_undrawn (box, &caption, out);
      i += n - 1;
    }
    bare &= (jue_gap_line_kind (lines, i) & JUE_LINE_SKIP) != 0;
    follow_caption (&caption, lines->catalogue, jue_gap_line (lines, i), jue_gap_line_kind (lines, i));
  }
}
