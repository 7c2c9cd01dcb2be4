/* Tables drawn in characters
 *
 * Programs of the old kind print their tables line by line, with the characters U+2500 to U+257F:
 *
 *     ┌────┬──────┐       Each has arms to some of the four sides. Two neighbours that reach out for each other are linked:
 *     │收入│ 1.00 │       side by side, or one below the other, where the distance of the lines may leave a gap. A link
 *     └────┴──────┘       becomes a rule from middle to middle.
 *
 * Only what hangs together as a frame is taken: it has corners or crossings, CORNERS_LEAST of them; or a long line. A single ─ in
 * a cell is a dash, and │ between words a sign.
 *
 * Gets wrong: frames of + - and |.
 */
#include "normalize/glyph-rules.h"

#include <stdlib.h>

#include "normalize/tune.h"

#define FIRST 0x2500
#define LAST 0x257F

enum {
  ARM_RIGHT = 1,
  ARM_DOWN = 2,
  ARM_LEFT = 4,
  ARM_UP = 8,
};

/* Arms of each character from U+2500 on. */
static const guint8 arms_of[LAST - FIRST + 1] = {
  /* clang-format off */
   5,  5, 10, 10,  5,  5, 10, 10,  5,  5, 10, 10,  3,  3,  3,  3, /* ─━│┃┄┅┆┇┈┉┊┋┌┍┎┏ */
   6,  6,  6,  6,  9,  9,  9,  9, 12, 12, 12, 12, 11, 11, 11, 11, /* ┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟ */
  11, 11, 11, 11, 14, 14, 14, 14, 14, 14, 14, 14,  7,  7,  7,  7, /* ┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯ */
   7,  7,  7,  7, 13, 13, 13, 13, 13, 13, 13, 13, 15, 15, 15, 15, /* ┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿ */
  15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15, 15,  5,  5, 10, 10, /* ╀╁╂╃╄╅╆╇╈╉╊╋╌╍╎╏ */
   5, 10,  3,  3,  3,  6,  6,  6,  9,  9,  9, 12, 12, 12, 11, 11, /* ═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟ */
  11, 14, 14, 14,  7,  7,  7, 13, 13, 13, 15, 15, 15,  3,  6, 12, /* ╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯ */
   9,  0,  0,  0,  4,  8,  1,  2,  4,  8,  1,  2,  5, 10,  5, 10, /* ╰╱╲╳╴╵╶╷╸╹╺╻╼╽╾╿ */
  /* clang-format on */
};

/* A box-drawing glyph: its middle, and the frame that it belongs to (union-find over nodes). */
typedef struct {
  gint32 x, y, size;
  guint glyph; /* on the page */
  guint parent;
  guint8 arms;
} Node;

/* What hangs together. */
typedef struct {
  guint nodes, corners;
  gboolean rules; /* it becomes rules */
} Frame;

typedef struct {
  guint from, to; /* nodes */
  gboolean down;
} Link;

typedef struct {
  JuePage *page;
  GArray *nodes, *links;
} Search;

static Node *
node_at (const Search *s, guint i)
{
  return &g_array_index (s->nodes, Node, i);
}

static guint
root_of (const Search *s, guint i)
{
  while (node_at (s, i)->parent != i)
    i = node_at (s, i)->parent = node_at (s, node_at (s, i)->parent)->parent;
  return i;
}

static gboolean
is_drawn (const JueGlyph *g)
{
  return g->ch >= FIRST && g->ch <= LAST && arms_of[g->ch - FIRST] != 0 && g->reading != JUE_READS_SLANTED
         && !(g->flags & (JUE_GLYPH_INVISIBLE | JUE_GLYPH_DUPLICATE));
}

static void
find_nodes (Search *s)
{
  for (guint i = 0; i < s->page->glyphs->len && s->nodes->len < JUE_TUNE_GLYPH_RULES_MOST; i++) {
    const JueGlyph *g = &g_array_index (s->page->glyphs, JueGlyph, i);
    if (!is_drawn (g))
      continue;
    guint arms = arms_of[g->ch - FIRST];
    Node node = { (g->box.x0 + g->box.x1) / 2, (g->box.y0 + g->box.y1) / 2, g->size, i, 0, 0 };
    node.arms = (guint8)((arms << g->reading | arms >> (4 - g->reading)) & 15);
    g_array_append_val (s->nodes, node);
  }
}

static gint
by_row (gconstpointer a, gconstpointer b)
{
  const Node *p = a, *q = b;
  if (p->y != q->y)
    return p->y < q->y ? -1 : 1;
  return p->x < q->x ? -1 : p->x > q->x;
}

static void
add_link (Search *s, guint from, guint to, gboolean down)
{
  Link link = { from, to, down };
  g_array_append_val (s->links, link);
  node_at (s, root_of (s, to))->parent = root_of (s, from);
}

/* How well the node @to follows the node @from on its right (or below): the distance, or 0 if it does not. */
static gint32
reach (const Node *from, const Node *to, gboolean down)
{
  gint32 along = down ? to->y - from->y : to->x - from->x, aside = ABS (down ? to->x - from->x : to->y - from->y);
  gint32 most = from->size * (down ? JUE_TUNE_GLYPH_RULES_DOWN : JUE_TUNE_GLYPH_RULES_RIGHT);
  gboolean arms = (from->arms & (down ? ARM_DOWN : ARM_RIGHT)) && (to->arms & (down ? ARM_UP : ARM_LEFT));
  return arms && along > 0 && along * 100 <= most && aside * 100 <= from->size * JUE_TUNE_GLYPH_RULES_ASIDE ? along : 0;
}

/* Links a node with the nearest ones on its right and below; nodes come from top to bottom. */
static void
link_node (Search *s, guint i)
{
  const Node *node = node_at (s, i);
  gint32 up = node->size * JUE_TUNE_GLYPH_RULES_ASIDE / 100, low = node->size * JUE_TUNE_GLYPH_RULES_DOWN / 100;
  guint best[2] = { i, i }, first = i;
  gint32 least[2] = { G_MAXINT32, G_MAXINT32 };
  while (first > 0 && node_at (s, first - 1)->y >= node->y - up)
    first--;
  for (guint k = first; k < s->nodes->len && node_at (s, k)->y <= node->y + low; k++)
    for (guint down = 0; down < 2; down++) {
      gint32 distance = reach (node, node_at (s, k), down == 1);
      if (distance > 0 && distance < least[down]) {
        least[down] = distance;
        best[down] = k;
      }
    }
  for (guint down = 0; down < 2; down++)
    if (best[down] != i)
      add_link (s, i, best[down], down == 1);
}

static gboolean
is_corner (guint8 arms)
{
  return (arms & (ARM_RIGHT | ARM_LEFT)) && (arms & (ARM_UP | ARM_DOWN));
}

/* What hangs together, by its root. */
static Frame *
judge_frames (const Search *s)
{
  Frame *frames = g_new0 (Frame, s->nodes->len + 1);
  for (guint i = 0; i < s->nodes->len; i++) {
    Frame *frame = &frames[root_of (s, i)];
    frame->nodes++;
    frame->corners += is_corner (node_at (s, i)->arms);
  }
  for (guint i = 0; i < s->nodes->len; i++)
    frames[i].rules = frames[i].corners >= JUE_TUNE_GLYPH_RULES_CORNERS
                      || (frames[i].corners == 0 && frames[i].nodes >= JUE_TUNE_GLYPH_RULES_LINE);
  return frames;
}

static void
add_rule (JuePage *page, const Node *from, const Node *to, gboolean down, guint32 rgb)
{
  gint32 half = JUE_TUNE_GLYPH_RULES_THICK / 2;
  JueBox box = { from->x - half, from->y - half, (down ? from->x : to->x) + half, (down ? to->y : from->y) + half };
  JueRule *last = page->rules->len > 0 ? &g_array_index (page->rules, JueRule, page->rules->len - 1) : NULL;
  if (!down && last != NULL && last->direction == JUE_RULE_HORIZONTAL && last->rgb == rgb && last->box.y0 == box.y0
      && last->box.y1 == box.y1 && last->box.x1 - 2 * half == box.x0) { /* it goes on */
    last->box.x1 = box.x1;
    return;
  }
  JueRule rule = { box,
                   rgb,
                   page->rules->len + page->fills->len,
                   255,
                   (guint8)(down ? JUE_RULE_VERTICAL : JUE_RULE_HORIZONTAL),
                   JUE_RULE_STROKE };
  if (page->rules->len < JUE_PAGE_MAX_RULES)
    g_array_append_val (page->rules, rule);
}

static void
add_rules (const Search *s, const Frame *frames)
{
  for (guint down = 0; down < 2; down++)
    for (guint i = 0; i < s->links->len; i++) {
      const Link *link = &g_array_index (s->links, Link, i);
      const Node *from = node_at (s, link->from);
      if (link->down == (down == 1) && frames[root_of (s, link->from)].rules)
        add_rule (s->page, from, node_at (s, link->to), link->down,
                  g_array_index (s->page->glyphs, JueGlyph, from->glyph).rgb);
    }
}

/* Takes the glyphs of frames from the page. What follows one begins a string of its own. */
static guint
remove_glyphs (const Search *s, const Frame *frames)
{
  GArray *glyphs = s->page->glyphs;
  g_autofree guint8 *gone = g_new0 (guint8, glyphs->len + 1);
  for (guint i = 0; i < s->nodes->len; i++)
    gone[node_at (s, i)->glyph] = frames[root_of (s, i)].rules;
  guint left = 0;
  gboolean starts = FALSE;
  for (guint i = 0; i < glyphs->len; i++) {
    JueGlyph g = g_array_index (glyphs, JueGlyph, i);
    starts |= gone[i];
    if (gone[i])
      continue;
    if (starts && !g_unichar_isspace (g.ch)) {
      g.flags |= JUE_GLYPH_RUN_START;
      starts = FALSE;
    }
    g_array_index (glyphs, JueGlyph, left++) = g;
  }
  guint n = glyphs->len - left;
  g_array_set_size (glyphs, left);
  return n;
}

void
jue_glyph_rules_take (JuePage *page)
{
  Search s = { page, g_array_new (FALSE, FALSE, sizeof (Node)), g_array_new (FALSE, FALSE, sizeof (Link)) };
  find_nodes (&s);
  if (s.nodes->len >= JUE_TUNE_GLYPH_RULES_MOST) /* a drawing */
    g_array_set_size (s.nodes, 0);
  g_array_sort (s.nodes, by_row);
  for (guint i = 0; i < s.nodes->len; i++)
    node_at (&s, i)->parent = i;
  for (guint i = 0; i < s.nodes->len; i++)
    link_node (&s, i);
  g_autofree Frame *frames = judge_frames (&s);
  add_rules (&s, frames);
  guint n = remove_glyphs (&s, frames);
  if (n > 0)
    jue_diagnoses_add (page->diagnoses, JUE_SEVERITY_INFO, "glyph-rules", (JueProv){ page->number, { 0, 0, 0, 0 } },
                       "%u box-drawing characters were taken for lines", n);
  g_array_unref (s.nodes);
  g_array_unref (s.links);
}
