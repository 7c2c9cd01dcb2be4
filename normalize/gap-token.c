/* Text pieces of a table without column rules
 *
 * Where no rules divide the cells, only gaps do, and they may be as narrow as the padding of two cells (1,803.18 | 一、一般公共…).
 * A piece ends where the gap is wider than text sets it, or, at the start of a string that was drawn by itself, already where the
 * gap is small, or where a number is followed by words.
 */
#include "normalize/gap-token.h"

#include <stdlib.h>
#include <string.h>

#include "normalize/amount.h"
#include "normalize/catalogue-performance.h"
#include "normalize/fold.h"
#include "normalize/tune.h"

static gint
by_line (gconstpointer a, gconstpointer b)
{
  const JueGlyph *x = a, *y = b;
  if (x->baseline != y->baseline)
    return x->baseline < y->baseline ? -1 : 1;
  return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static gint
by_x (gconstpointer a, gconstpointer b)
{
  const JueGlyph *x = a, *y = b;
  return x->box.x0 < y->box.x0 ? -1 : x->box.x0 > y->box.x0;
}

static gboolean
is_numeric (gunichar ch)
{
  return g_unichar_isdigit (ch) || ch == '.' || ch == ',' || ch == '%' || ch == '-' || ch == 0xFF0E || ch == 0xFF0C;
}

/* Whether a character goes on with a number in front of it (2024年, 1、…) instead of beginning a name. */
static gboolean
follows_number (gunichar ch)
{
  GUnicodeType type = g_unichar_type (ch);
  gboolean opens = type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION;
  return ch == 0x5E74 || ch == 0x6708 || ch == 0x65E5 || (g_unichar_ispunct (ch) && !opens); /* 年月日 */
}

static gboolean
is_dash (gunichar ch)
{
  return ch == '-' || ch == 0x2013 || ch == 0x2014 || ch == 0x2212 || ch == 0xFF0D;
}

/* Whether a piece ends between two glyphs. @lone: @a is all of it so far; a lone dash stands for a number */
static gboolean
ends_between (const JueGlyph *a, const JueGlyph *b, gboolean lone)
{
  gint32 gap = b->box.x0 - a->box.x1, size = MAX (a->size, b->size);
  gboolean numeric = is_numeric (a->ch) || (lone && is_dash (a->ch));
  gboolean turns = numeric && !is_numeric (b->ch) && !follows_number (b->ch);
  gint32 most = b->flags & JUE_GLYPH_RUN_START ? (turns ? JUE_TUNE_GAP_TURN : JUE_TUNE_GAP_RUN) : JUE_TUNE_GAP_INSIDE;
  return gap * 100 > size * most;
}

static gboolean
is_level (const JueCatalogue *catalogue, const char *text)
{
  const JueWord *word = strstr (text, "级") != NULL ? jue_catalogue_word (catalogue, JUE_PLACE_INDICATOR, text) : NULL;
  return word != NULL && word->role == JUE_WORD_LEVEL;
}

/* Words of performance forms. Most tokens are none of those that matter here: 级 and 分 spare them the search in the catalogue. */
static void
describe_word (JueToken *token, const JueCatalogue *catalogue)
{
  token->level = is_level (catalogue, token->text);
  if (strstr (token->text, "分") != NULL) {
    const JueWord *word = jue_catalogue_word (catalogue, JUE_PLACE_LABEL, token->text);
    token->sums = word != NULL && word->role == JUE_WORD_SUM;
  }
}

/* Heads of levels that are broken in two lines (一级指 标). */
static void
join_levels (JueTokens *self, const JueCatalogue *catalogue)
{
  for (guint i = 0; i < self->items->len; i++) {
    JueToken *t = &g_array_index (self->items, JueToken, i);
    gint32 height = t->box.y1 - t->box.y0;
    for (guint k = i + 1; k < self->items->len && !t->level && strstr (t->text, "级") != NULL; k++) {
      const JueToken *below = &g_array_index (self->items, JueToken, k);
      if (below->box.y0 > t->box.y1 + height)
        break;
      if (below->box.y0 < t->box.y0 + height / 2 || below->box.x0 >= t->box.x1 || below->box.x1 <= t->box.x0)
        continue;
      g_autofree char *both = g_strconcat (t->text, below->text, NULL);
      t->level = is_level (catalogue, both);
      break;
    }
  }
}

static void
describe (JueToken *token, const JueCatalogue *catalogue)
{
  JueAmount amount;
  JueState state = jue_amount_parse (token->text, &amount, NULL);
  token->figure = state == JUE_STATE_VALUE;
  token->dash = state == JUE_STATE_DASH;
  token->ordinal = token->figure && amount.scale == 0 && amount.mantissa >= 0 && amount.mantissa < 100;
  token->head = state == JUE_STATE_TEXT && jue_catalogue_is_head_text (catalogue, token->text);
  token->heads_ordinals =
      state == JUE_STATE_TEXT && jue_catalogue_caption (catalogue, JUE_CAPTION_ORDINAL_ROW, token->text, NULL);
  if (state == JUE_STATE_TEXT)
    describe_word (token, catalogue);
  token->total = state == JUE_STATE_TEXT && jue_catalogue_caption (catalogue, JUE_CAPTION_TOTAL, token->text, NULL);
  token->body = token->figure && !token->ordinal && !jue_amount_is_year (amount);
  if (state == JUE_STATE_TEXT && !token->total && !token->head) {
    g_autofree char *plain = jue_catalogue_strip_number (catalogue, token->text);
    token->body = strlen (plain) < strlen (token->text);
  }
}

/* A total's name (合计) stands in heads as well. In the body, it is the only name in its line. */
static void
judge_totals (JueTokens *self, guint first)
{
  guint words = 0;
  for (guint i = first; i < self->items->len; i++) {
    const JueToken *t = &g_array_index (self->items, JueToken, i);
    words += !t->figure && jue_amount_parse (t->text, &(JueAmount){ 0, 0 }, NULL) == JUE_STATE_TEXT;
  }
  for (guint i = first; words == 1 && i < self->items->len; i++) {
    JueToken *t = &g_array_index (self->items, JueToken, i);
    t->body |= t->total;
  }
}

static void
add_token (JueTokens *self, const JueCatalogue *catalogue, const JueGlyph *glyphs, guint n, GString *buffer)
{
  JueToken token = { .box = glyphs[0].box };
  g_string_truncate (buffer, 0);
  for (guint i = 0; i < n; i++) {
    token.box = jue_box_union (token.box, glyphs[i].box);
    g_string_append_unichar (buffer, glyphs[i].ch);
  }
  token.text = g_string_chunk_insert_len (self->strings, buffer->str, (gssize)buffer->len);
  describe (&token, catalogue);
  g_array_append_val (self->items, token);
}

/* Cuts one line of glyphs, sorted by x, into tokens. */
static void
cut_line (JueTokens *self, const JueCatalogue *catalogue, JueGlyph *line, guint n, GString *buffer)
{
  guint start = self->items->len;
  qsort (line, n, sizeof *line, by_x);
  for (guint i = 1, first = 0; i <= n; i++)
    if (i == n || ends_between (&line[i - 1], &line[i], i - 1 == first)) {
      add_token (self, catalogue, line + first, i - first, buffer);
      first = i;
    }
  judge_totals (self, start);
}

static JueTokens *
tokens_empty (void)
{
  JueTokens *self = g_new0 (JueTokens, 1);
  self->items = g_array_new (FALSE, FALSE, sizeof (JueToken));
  self->strings = g_string_chunk_new (1024);
  return self;
}

JueTokens *
jue_tokens_new (const JueView *view, const JueCatalogue *catalogue, JueBox box)
{
  JueTokens *self = tokens_empty ();
  g_autoptr (GArray) glyphs = g_array_new (FALSE, FALSE, sizeof (JueGlyph));
  g_autoptr (GString) buffer = g_string_new (NULL);
  for (guint i = 0; i < view->glyphs->len; i++) {
    const JueGlyph *g = &g_array_index (view->glyphs, JueGlyph, i);
    if (g->reading == JUE_READS_RIGHT
        && jue_box_contains (&box, (g->box.x0 + g->box.x1) / 2, (g->box.y0 + g->box.y1) / 2))
      g_array_append_val (glyphs, *g);
  }
  g_array_sort (glyphs, by_line);
  JueGlyph *line = (JueGlyph *)(gpointer)glyphs->data;
  for (guint i = 1, first = 0; i <= glyphs->len; i++) {
    if (i < glyphs->len && (line[i].baseline - line[i - 1].baseline) * 100 < line[i].size * JUE_TUNE_GAP_LINE)
      continue;
    cut_line (self, catalogue, line + first, i - first, buffer);
    first = i;
  }
  join_levels (self, catalogue);
  return self;
}

JueTokens *
jue_tokens_join (const JueTokens *a, const JueTokens *b, gint32 head_end)
{
  JueTokens *self = tokens_empty ();
  gint32 bottom = 0;
  for (guint i = 0; i < a->items->len; i++)
    bottom = MAX (bottom, jue_tokens_get (a, i)->box.y1);
  g_array_append_vals (self->items, a->items->data, a->items->len);
  for (guint i = 0; i < b->items->len; i++) {
    JueToken t = *jue_tokens_get (b, i);
    if ((t.box.y0 + t.box.y1) / 2 <= head_end)
      continue;
    t.box.y0 += bottom;
    t.box.y1 += bottom;
    g_array_append_val (self->items, t);
  }
  return self;
}

void
jue_tokens_free (JueTokens *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
jue_tokens_length (const JueTokens *self)
{
  return self->items->len;
}

const JueToken *
jue_tokens_get (const JueTokens *self, guint i)
{
  return &g_array_index (self->items, JueToken, i);
}
