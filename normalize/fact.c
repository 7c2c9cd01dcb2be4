/* Facts: every figure of the prose, with the name that the words around it give
 *
 * A block is folded once and read from left to right, figure by figure. The text between two figures is cut into pieces at commas,
 * colons, full stops and open brackets; the last piece stands directly before the figure and names it (fact-name.c), those before
 * say what the sentence is about or compares with. Names of accounts with their marks (类) (款) (项) become the subject on the way.
 * Each character is looked at a bounded number of times: no text makes this slow.
 */
#include "normalize/fact.h"

#include <string.h>

#include "normalize/catalogue-private.h"
#include "normalize/fact-account.h"
#include "normalize/fact-name.h"
#include "normalize/fact-subject.h"
#include "normalize/fold.h"
#include "normalize/outline-label.h"

/* Bytes. Longest piece that is looked at, of longer ones the end; text shown around a fact, on each side at most; text behind a
 * figure in which its noun is looked for. */
#define PIECE_MOST 240
#define CONTEXT_MOST 360
#define BEHIND_MOST 120

struct JueFactReader {
  JueReport *report;
  const JueCatalogue *catalogue;
  JueProse *prose;
  JueFoldedLine folded;
  JueTalk talk;
  JueAccount account;
  GArray *unnamed; /* of JueFact */
  const JueBlock *block;
  guint section;
  gboolean in_project;
  char *outside;  /* the subject before an open bracket */
  guint sentence; /* index of the first fact of the sentence */
  gboolean zero;  /* the last figure was an amount of money, and zero */
  gboolean some;  /* the block has amounts that are not */
};

JueFactReader *
jue_fact_reader_new (JueReport *report, const JueCatalogue *catalogue)
{
  JueFactReader *self = g_new0 (JueFactReader, 1);
  self->report = report;
  self->catalogue = catalogue;
  self->prose = jue_catalogue_prose (catalogue);
  self->unnamed = g_array_new (FALSE, FALSE, sizeof (JueFact));
  self->section = G_MAXUINT;
  self->talk.year = report->year;
  self->talk.organisation = report->organisation != NULL ? jue_fold (report->organisation) : NULL;
  jue_folded_line_init (&self->folded);
  return self;
}

void
jue_fact_reader_finish (JueFactReader *self)
{
  g_array_append_vals (self->report->facts, self->unnamed->data, self->unnamed->len);
  g_array_unref (self->unnamed);
  jue_folded_line_clear (&self->folded);
  g_free (self->outside);
  jue_account_clear (&self->account);
  jue_talk_clear (&self->talk);
  g_free (self);
}

/* ---- the text between two figures ---- */

static const char *
text_at (const JueFactReader *self, guint at)
{
  return self->folded.text->str + at;
}

static gboolean
begins_with_one_of (const char *text, const char *const *marks)
{
  for (; *marks != NULL; marks++)
    if (*text == **marks && g_str_has_prefix (text, *marks)) /* the first byte tells most apart */
      return TRUE;
  return FALSE;
}

static gboolean
ends_sentence (const char *text)
{
  static const char *const marks[] = { "。", "!", "?", NULL };
  return begins_with_one_of (text, marks);
}

static gboolean
ends_piece (const char *text)
{
  static const char *const marks[] = { ",", ";", ":", "，", "；", "：", NULL };
  return begins_with_one_of (text, marks);
}

/* The text of [from, to), of a long one the end, whole characters. */
static char *
piece_of (const JueFactReader *self, guint from, guint to)
{
  if (to - from > PIECE_MOST) {
    from = to - PIECE_MOST;
    while (((guchar)*text_at (self, from) & 0xc0) == 0x80)
      from++;
  }
  return g_strndup (text_at (self, from), to - from);
}

/* Byte behind the bracket that closes the one at @at, if it does so before @to and at this depth; else 0. */
static guint
close_bracket (const JueFactReader *self, guint at, guint to)
{
  guint depth = 0, most = MIN (to, at + PIECE_MOST);
  for (guint i = at; i < most; i++) {
    depth += *text_at (self, i) == '(';
    if (*text_at (self, i) == ')' && --depth == 0)
      return i + 1;
  }
  return 0;
}

/* The account becomes what the text is about. */
static void
turn_to_account (JueFactReader *self)
{
  g_autofree char *item = jue_account_item (&self->account);
  g_autofree char *subject = jue_account_subject (&self->account);
  jue_talk_set_account (&self->talk, item, subject);
}

static void
enter_account (JueFactReader *self, guint depth, guint from, guint to, const char *code)
{
  g_autofree char *piece = piece_of (self, from, to);
  g_autofree char *name = jue_subject_clean_name (self->prose, piece);
  if (*name == '\0')
    return;
  jue_account_enter (&self->account, self->catalogue, depth, name, code);
  turn_to_account (self);
}

/* Passes a bracket at @at within a piece that began at @from; returns where the piece goes on, and its new beginning behind
 * @from. */
static guint
pass_bracket (JueFactReader *self, guint *from, guint at, guint to)
{
  g_autofree char *code = NULL;
  guint length = 0;
  gint depth = jue_account_mark (text_at (self, at), &length, &code);
  if (depth >= 0 && at + length <= to) {
    enter_account (self, (guint)depth, *from, at, code);
    *from = at + length;
    return *from;
  }
  guint closed = close_bracket (self, at, to);
  if (closed != 0)
    return closed;
  g_autofree char *piece = piece_of (self, *from, at);
  jue_talk_listen (&self->talk, self->prose, piece, FALSE);
  g_free (self->outside);
  self->outside = g_strdup (self->talk.subject);
  *from = at + 1;
  return *from;
}

/* The text behind a figure, up to the next comma or figure. */
static char *
behind_of (const JueFactReader *self, guint from, guint next)
{
  guint to = from;
  while (to < next && to - from < BEHIND_MOST) {
    const char *text = text_at (self, to);
    if (ends_sentence (text) || ends_piece (text) || *text == '(' || *text == ')')
      break;
    to += (guint)(g_utf8_next_char (text) - text);
  }
  return g_strndup (text_at (self, from), to - from);
}

static gboolean
is_colon (const char *text)
{
  return *text == ':' || g_str_has_prefix (text, "：");
}

/* What the sentence before @at was about is over, unless the next one goes on with it. */
static void
end_sentence (JueFactReader *self, guint at)
{
  g_autofree char *next = behind_of (self, at, (guint)self->folded.text->len);
  self->sentence = self->report->facts->len;
  if (!jue_prose_find (self->prose, JUE_WORDS_GOES_ON, next, NULL, NULL))
    jue_talk_end_sentence (&self->talk);
}

/* Reads [from, to), a text without figures; returns where its last piece begins. */
static guint
read_gap (JueFactReader *self, guint from, guint to)
{
  guint piece = from;
  for (guint i = from; i < to;) {
    const char *text = text_at (self, i);
    guint length = (guint)(g_utf8_next_char (text) - text);
    gboolean sentence = ends_sentence (text);
    if (*text == '(') {
      i = pass_bracket (self, &piece, i, to);
      continue;
    }
    if (sentence || ends_piece (text)) {
      g_autofree char *heard = piece_of (self, piece, i);
      jue_talk_listen (&self->talk, self->prose, heard, sentence || is_colon (text));
      if (sentence)
        end_sentence (self, i + length);
    }
    if (*text == ')') {
      jue_talk_leave_bracket (&self->talk, self->outside);
      g_clear_pointer (&self->outside, g_free);
    }
    i += length;
    if (sentence || ends_piece (text) || *text == ')')
      piece = i;
  }
  return piece;
}

/* ---- facts ---- */

/* The text as printed behind bytes [from, to) of the folded text. */
static const char *
printed (JueFactReader *self, guint from, guint to)
{
  g_autofree char *text = jue_folded_line_slice (&self->folded, self->block->text, from, to);
  return jue_report_string (self->report, text);
}

/* The sentence around a figure; of a paragraph about one project, from its beginning on, so that it names the project. */
static const char *
sentence_around (JueFactReader *self, const JueFigureSpot *spot)
{
  guint from = spot->start, to = spot->unit_end, end = (guint)self->folded.text->len;
  guint least = from > CONTEXT_MOST ? from - CONTEXT_MOST : 0;
  while (from > least && (self->in_project || from < 3 || !ends_sentence (text_at (self, from - 3))))
    from--;
  while (((guchar)*text_at (self, from) & 0xc0) == 0x80)
    from++;
  while (to < end && to - spot->unit_end < CONTEXT_MOST && !ends_sentence (text_at (self, to)))
    to += (guint)(g_utf8_next_char (text_at (self, to)) - text_at (self, to));
  if (to < end && ends_sentence (text_at (self, to)))
    to += (guint)(g_utf8_next_char (text_at (self, to)) - text_at (self, to));
  return printed (self, from, to);
}

static void
set_amount (JueReport *report, JueFact *fact, const char *number, const JueKnownUnit *unit, gboolean down)
{
  JueAmount amount;
  if (jue_amount_parse (number, &amount, NULL) != JUE_STATE_VALUE || !jue_amount_times (amount, unit->factor, &amount))
    return;
  if (down && amount.mantissa > 0)
    amount.mantissa = -amount.mantissa;
  fact->has_amount = TRUE;
  fact->amount = amount;
  fact->amount_unit = jue_report_string (report, unit->as); /* the report outlives the catalogue */
}

/* Whether the sentence has said the same of the same already. */
static gboolean
is_said (const JueFactReader *self, const JueFact *fact)
{
  for (guint i = self->sentence; i < self->report->facts->len; i++) {
    const JueFact *other = &g_array_index (self->report->facts, JueFact, i);
    if (strcmp (other->item, fact->item) == 0 && strcmp (other->value, fact->value) == 0
        && strcmp (other->unit, fact->unit) == 0)
      return TRUE;
  }
  return FALSE;
}

/* Whether a share that is zero, of an amount that is zero, says nothing: a bare 0 fills in a blank, and what else there is is zero, too. */
static gboolean
is_idle (const JueFactReader *self, const char *number)
{
  return self->zero && (!self->some || strchr (number, '.') == NULL);
}

/* @item NULL: a figure without a name. So is one that the sentence repeats, or that says nothing. */
static void
add_fact (JueFactReader *self, const JueFigureSpot *spot, const char *item, const JueNaming *naming)
{
  g_autofree char *number = g_strndup (text_at (self, spot->start), spot->end - spot->start);
  JueFact fact = { .section = self->section, .item = jue_report_string (self->report, item) };
  fact.value = printed (self, spot->start, spot->end);
  fact.unit = printed (self, spot->unit_start, spot->unit_end);
  set_amount (self->report, &fact, number, spot->unit, naming->down);
  fact.prov = jue_block_place (self->block, g_array_index (self->folded.places, guint, spot->start));
  fact.text = sentence_around (self, spot);
  gboolean zero = fact.has_amount && fact.amount.mantissa == 0;
  if (item != NULL && ((naming->idle && zero && is_idle (self, number)) || is_said (self, &fact)))
    fact.item = NULL;
  self->zero = zero && spot->unit->kind == JUE_FIGURE_MONEY;
  self->some |= fact.has_amount && !zero && spot->unit->kind == JUE_FIGURE_MONEY;
  g_array_append_val (fact.item != NULL ? self->report->facts : self->unnamed, fact);
}

/* Whether @before is the path of an account; then the text is about that. */
static gboolean
enter_path (JueFactReader *self, const char *before)
{
  g_autofree char *path = jue_subject_clean (self->prose, before);
  if (!jue_account_enter_path (&self->account, self->catalogue, path))
    return FALSE;
  turn_to_account (self);
  return TRUE;
}

static void
take_figure (JueFactReader *self, const JueFigureSpot *spot, guint piece, guint next)
{
  JueNaming naming = { FALSE, FALSE };
  g_autofree char *before = piece_of (self, piece, spot->start);
  g_autofree char *behind = behind_of (self, spot->unit_end, next);
  if (enter_path (self, before))
    *before = '\0';
  g_autofree char *item = jue_talk_name (&self->talk, self->prose, spot->unit, before, behind, &naming);
  add_fact (self, spot, item, &naming);
}

/* A paragraph about one project makes it the subject. */
static void
look_for_project (JueFactReader *self)
{
  g_autofree char *begin = g_strndup (self->folded.text->str, PIECE_MOST);
  g_autofree char *valid = g_utf8_make_valid (begin, -1);
  guint start, end;
  JueLabelInfo label = { 0, 0, 0 };
  g_clear_pointer (&self->talk.project, g_free);
  self->in_project = jue_prose_find (self->prose, JUE_WORDS_PROJECT, valid, &start, &end);
  if (!self->in_project)
    return;
  jue_outline_label (valid, &label);
  self->talk.project = start > 0 || label.number == 0 ? g_strndup (valid + start, end - start)
                                                      : g_strdup_printf (JUE_NUMBERED_PROJECT "%u", label.number);
  jue_talk_set_subject (&self->talk, self->talk.project);
}

static void
read_figures (JueFactReader *self)
{
  g_autoptr (GArray) spots = jue_figures_scan (self->prose, self->folded.text->str);
  const JueNaming nothing = { FALSE, FALSE };
  guint from = 0, piece = 0;
  for (guint i = 0; i < spots->len; i++) {
    const JueFigureSpot *spot = &g_array_index (spots, JueFigureSpot, i);
    guint next = i + 1 < spots->len ? g_array_index (spots, JueFigureSpot, i + 1).start : (guint)self->folded.text->len;
    guint last = read_gap (self, from, spot->start);
    piece =
        last == from && from > 0 && piece < from && g_array_index (spots, JueFigureSpot, i - 1).in_name ? piece : last;
    from = spot->unit_end;
    if (spot->in_name)
      add_fact (self, spot, NULL, &nothing);
    else
      take_figure (self, spot, piece, next);
  }
  piece = read_gap (self, from, (guint)self->folded.text->len);
  g_autofree char *rest = piece_of (self, piece, (guint)self->folded.text->len);
  jue_talk_listen (&self->talk, self->prose, rest, TRUE);
}

void
jue_fact_reader_take (JueFactReader *self, const JueBlock *block, guint section)
{
  if (section != self->section) {
    g_clear_pointer (&self->talk.subject, g_free);
    self->section = section;
  }
  self->block = block;
  self->zero = FALSE;
  self->some = FALSE;
  self->sentence = self->report->facts->len;
  g_clear_pointer (&self->outside, g_free);
  jue_talk_begin (&self->talk);
  jue_folded_line_set (&self->folded, block->text, FALSE);
  look_for_project (self);
  read_figures (self);
}
