/* Watermarks and seals
 *
 * Text that lies over a page is no part of its tables. What gives it away:
 *   1. angle and size: slanted and at least JUE_TUNE_WATERMARK_SIZE;
 *   2. angle and colour: slanted and pale or in a strong colour. The characters of a round seal turn along its rim, and some
 *      of them stand upright by chance:
 *
 *            县  财
 *         某        政        one font, size and colour, mostly slanted: all of it is the seal's,
 *                             and so is what has its colour and stands inside it (the star)
 *             ★
 *
 *   3. size and colour: upright, much larger than the text, pale, and on white paper.
 * Slanted text that is neither large nor coloured stays: heads of narrow columns are set so. It is counted as doubtful.
 *
 * Gets wrong: a seal in black; a large pale title.
 */
#include "normalize/overlay.h"

#include "normalize/colour.h"
#include "normalize/tune.h"

/* Glyphs of one font, size and colour. */
typedef struct {
  guint n, slanted;
  guint32 rgb;
  guint16 size;
  JueBox box; /* of the slanted ones */
  gboolean sure;
} Group;

static gint64
group_key (const JueGlyph *g)
{
  return (gint64)g->rgb << 32 | (gint64)((g->size + 25) / 50) << 16
         | g->font; /* turned text is not of quite the same size */
}

static gboolean
is_pale (guint32 rgb)
{
  return jue_colour_darkest (rgb) >= JUE_TUNE_PALE && jue_colour_darkest (rgb) < JUE_TUNE_WHITE;
}

static gboolean
is_coloured (guint32 rgb)
{
  return jue_colour_brightest (rgb) - jue_colour_darkest (rgb) >= JUE_TUNE_COLOURED;
}

static GHashTable *
find_groups (const JuePage *page)
{
  GHashTable *groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  Group *group = NULL;
  for (gint64 i = 0, last = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    gint64 key = group_key (g);
    if (group == NULL || key != last)
      group = g_hash_table_lookup (groups, &key);
    last = key;
    if (group == NULL) {
      group = g_new0 (Group, 1);
      group->rgb = g->rgb;
      group->size = g->size;
      g_hash_table_insert (groups, g_memdup2 (&key, sizeof key), group);
    }
    group->n++;
    if (g->reading == JUE_READS_SLANTED)
      group->box = group->slanted++ == 0 ? g->box : jue_box_union (group->box, g->box);
  }
  return groups;
}

/* Size of the page's text: that of most glyphs. */
static guint16
text_size (GHashTable *groups)
{
  GHashTableIter iter;
  gpointer value;
  const Group *best = NULL;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Group *group = value;
    if (best == NULL || group->n > best->n || (group->n == best->n && group->size < best->size))
      best = group;
  }
  return best != NULL ? best->size : 0;
}

/* Whether something other than white paper is behind the glyph. */
static gboolean
has_ground (const JuePage *page, const JueGlyph *g)
{
  gint32 x = (g->box.x0 + g->box.x1) / 2, y = (g->box.y0 + g->box.y1) / 2;
  for (guint i = 0; i < page->images->len; i++)
    if (jue_box_contains (&g_array_index (page->images, JueImage, i).box, x, y))
      return TRUE;
  for (guint i = 0; i < page->fills->len; i++) {
    const JueFill *fill = &g_array_index (page->fills, JueFill, i);
    if (jue_colour_darkest (fill->rgb) < JUE_TUNE_WHITE && jue_box_contains (&fill->box, x, y))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_large_and_pale (const JuePage *page, const JueGlyph *g, guint16 usual)
{
  return g->size >= JUE_TUNE_PALE_SIZE && g->size >= 2 * usual && is_pale (g->rgb) && !has_ground (page, g);
}

static JueOverlay
overlay_of (const JuePage *page, const JueGlyph *g, const Group *group, guint16 usual)
{
  if (group->sure)
    return JUE_OVERLAY_SURE;
  if (g->reading == JUE_READS_SLANTED)
    return g->size >= JUE_TUNE_WATERMARK_SIZE || is_pale (g->rgb) || is_coloured (g->rgb) ? JUE_OVERLAY_SURE
                                                                                          : JUE_OVERLAY_DOUBTFUL;
  return is_large_and_pale (page, g, usual) ? JUE_OVERLAY_SURE : JUE_OVERLAY_NONE;
}

/* Marks what has a seal's colour and stands inside it. */
static void
mark_inside (const JuePage *page, const Group *seal, guint8 *overlay)
{
  if (seal->box.x1 - seal->box.x0 > JUE_TUNE_SEAL_MOST || seal->box.y1 - seal->box.y0 > JUE_TUNE_SEAL_MOST)
    return;
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    if (g->rgb == seal->rgb && jue_box_contains (&seal->box, (g->box.x0 + g->box.x1) / 2, (g->box.y0 + g->box.y1) / 2))
      overlay[i] = JUE_OVERLAY_SURE;
  }
}

static void
mark_seals (const JuePage *page, GHashTable *groups, guint8 *overlay)
{
  GHashTableIter iter;
  gpointer value;
  guint seals = 0;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value) && seals < JUE_TUNE_SEALS_MOST) {
    const Group *group = value;
    if (!group->sure || !is_coloured (group->rgb))
      continue;
    mark_inside (page, group, overlay);
    seals++;
  }
}

/* A group is sure if most of it is slanted, and size or colour say the same. Returns: whether any glyph may be an overlay. */
static gboolean
judge_groups (GHashTable *groups, guint16 usual)
{
  GHashTableIter iter;
  gpointer value;
  gboolean any = FALSE;
  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Group *group = value;
    gboolean striking = group->size >= JUE_TUNE_WATERMARK_SIZE || is_pale (group->rgb) || is_coloured (group->rgb);
    group->sure = group->slanted * 2 > group->n && striking;
    any |=
        group->slanted > 0 || (is_pale (group->rgb) && group->size >= JUE_TUNE_PALE_SIZE && group->size >= 2 * usual);
  }
  return any;
}

guint8 *
jue_overlay_find (const JuePage *page)
{
  g_autoptr (GHashTable) groups = find_groups (page);
  guint16 usual = text_size (groups);
  if (!judge_groups (groups, usual))
    return NULL;
  guint8 *overlay = g_new0 (guint8, page->glyphs->len + 1);
  for (guint i = 0; i < page->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (page->glyphs, JueGlyph, i);
    gint64 key = group_key (g);
    overlay[i] = (guint8)overlay_of (page, g, g_hash_table_lookup (groups, &key), usual);
  }
  mark_seals (page, groups, overlay);
  return overlay;
}
