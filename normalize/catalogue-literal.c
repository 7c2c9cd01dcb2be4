/* What a pattern cannot do without
 *
 * Most lines match no pattern, and starting a regular expression to learn that costs far more than looking for a word.
 * So each pattern is searched for its literals, which every text that it matches has to hold; only a text that holds one
 * is given to the regular expression. Regular expression engines do the same (RE2 calls it a prefilter).
 *
 *     (?:部门)?财政拨款(?:收入、?支出|收、?支)总*表$        财政拨款            the best of the runs 财政拨款 · 表
 *     ^(?:收入|支出)决?算                                  收入 or 支出        a group counts if each of its branches does
 *     ^\d+\.?$                                             none: any text is allowed
 *
 * Method: a pattern is a list of branches, a branch a chain of atoms. A run is what stands between two atoms that are no
 * plain characters; what may be missing (? * {0,}) is in no run. A branch gives its best run or group: that whose
 * shortest text is longest. Looking around gives nothing, ignoring case gives nothing, and what the reader does not know
 * makes the whole pattern allow any text: an unread pattern costs time, a misread one would cost data.
 */
#include "normalize/catalogue-literal.h"

#include <string.h>

/* Groups in groups; deeper ones are not read. */
#define DEPTH_MOST 32

/* The texts of which one must occur. NULL: nothing is known. */
typedef GPtrArray Needles;

struct JueLiterals {
  Needles *needles;
};

typedef struct {
  const char *rest; /* of the pattern */
  guint depth;
  gboolean failed; /* syntax that is not known here */
} Reading;

/* A branch on the way. */
typedef struct {
  GString *run;
  gsize last; /* where the run's last character begins */
  Needles *best;
} Branch;

static Needles *read_branches (Reading *self);

/* ---- choosing ---- */

static gsize
shortest (const Needles *needles)
{
  gsize least = G_MAXSIZE;
  for (guint i = 0; i < needles->len; i++)
    least = MIN (least, strlen (g_ptr_array_index (needles, i)));
  return least;
}

/* Keeps the better one of @best and @other and frees the worse. */
static void
keep_better (Needles **best, Needles *other)
{
  gboolean better = other != NULL
                    && (*best == NULL || shortest (other) > shortest (*best)
                        || (shortest (other) == shortest (*best) && other->len < (*best)->len));
  Needles *worse = better ? *best : other;
  if (better)
    *best = other;
  if (worse != NULL)
    g_ptr_array_unref (worse);
}

static void
end_run (Branch *branch)
{
  if (branch->run->len > 0) {
    Needles *needles = g_ptr_array_new_with_free_func (g_free);
    g_ptr_array_add (needles, g_strdup (branch->run->str));
    keep_better (&branch->best, needles);
  }
  g_string_truncate (branch->run, 0);
  branch->last = 0;
}

/* ---- reading ---- */

/* What stands behind an atom: whether it may be missing, whether it is more than the atom once. */
static void
read_quantifier (Reading *self, gboolean *optional, gboolean *repeated)
{
  char first = *self->rest;
  *optional = *repeated = FALSE;
  if (first == '?' || first == '*' || first == '+') {
    *optional = first != '+';
    self->rest++;
  } else if (first == '{' && (g_ascii_isdigit (self->rest[1]) || self->rest[1] == ',')) {
    *optional = self->rest[1] == ',' || g_ascii_strtoull (self->rest + 1, NULL, 10) == 0;
    self->rest += strcspn (self->rest, "}");
    self->rest += *self->rest == '}' ? 1 : 0;
  } else {
    return;
  }
  *repeated = TRUE;
  if (*self->rest == '?' || *self->rest == '+')
    self->rest++;
}

/* Goes behind a class: [^]a-z\]] */
static void
skip_class (Reading *self)
{
  self->rest++;
  self->rest += *self->rest == '^' ? 1 : 0;
  self->rest += *self->rest == ']' ? 1 : 0;
  while (*self->rest != '\0' && *self->rest != ']') {
    self->failed |= *self->rest == '['; /* maybe [:alpha:] */
    self->rest += *self->rest == '\\' && self->rest[1] != '\0' ? 2 : 1;
  }
  self->rest += *self->rest == ']' ? 1 : 0;
}

/* Goes behind \d, \p{Han}; a sign that stands for itself is not for here. */
static void
skip_escape (Reading *self)
{
  char kind = self->rest[1];
  self->failed |= strchr ("dDsSwWpPbBAzZhHvVRX", kind) == NULL || kind == '\0';
  self->rest += kind != '\0' ? 2 : 1;
  if ((kind == 'p' || kind == 'P') && *self->rest == '{')
    self->rest += strcspn (self->rest, "}") + 1;
  else if (kind == 'p' || kind == 'P')
    self->rest += *self->rest != '\0' ? 1 : 0;
}

/* Goes behind what opens a group. FALSE: what is in it need not occur as it stands. */
static gboolean
open_group (Reading *self)
{
  static const struct {
    const char *opening;
    gboolean counts;
  } kinds[] = { { "(?:", TRUE },   { "(?>", TRUE },   { "(?=", FALSE }, { "(?!", FALSE },
                { "(?<=", FALSE }, { "(?<!", FALSE }, { "(?i:", FALSE } };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_prefix (self->rest, kinds[i].opening)) {
      self->rest += strlen (kinds[i].opening);
      return kinds[i].counts;
    }
  const char *name = g_str_has_prefix (self->rest, "(?P<")                                          ? self->rest + 4
                     : g_str_has_prefix (self->rest, "(?<") || g_str_has_prefix (self->rest, "(?'") ? self->rest + 3
                                                                                                    : NULL;
  if (name != NULL)
    self->rest = name + strcspn (name, ">'");
  else if (self->rest[1] == '?' || self->rest[1] == '*')
    self->failed = TRUE;
  self->rest += *self->rest != '\0' ? 1 : 0;
  return TRUE;
}

static void
read_group (Reading *self, Branch *branch)
{
  gboolean optional, repeated;
  gboolean counts = open_group (self);
  end_run (branch);
  Needles *needles = read_branches (self);
  self->failed |= *self->rest != ')';
  self->rest += *self->rest == ')' ? 1 : 0;
  read_quantifier (self, &optional, &repeated);
  if (counts && !optional)
    keep_better (&branch->best, needles);
  else if (needles != NULL)
    g_ptr_array_unref (needles);
}

static void
read_character (Reading *self, Branch *branch)
{
  gboolean optional, repeated;
  self->rest += *self->rest == '\\' ? 1 : 0;
  const char *end = g_utf8_next_char (self->rest);
  branch->last = branch->run->len;
  g_string_append_len (branch->run, self->rest, end - self->rest);
  self->rest = end;
  read_quantifier (self, &optional, &repeated);
  if (optional)
    g_string_truncate (branch->run, branch->last);
  if (repeated)
    end_run (branch);
}

static void
read_atom (Reading *self, Branch *branch)
{
  gboolean optional, repeated;
  char ch = *self->rest;
  gboolean escaped = ch == '\\' && (g_ascii_isalnum (self->rest[1]) || self->rest[1] == '\0');
  if (ch == '(') {
    read_group (self, branch);
    return;
  }
  if (!escaped && ch != '[' && strchr (".^$", ch) == NULL) {
    read_character (self, branch);
    return;
  }
  end_run (branch);
  if (escaped)
    skip_escape (self);
  else if (ch == '[')
    skip_class (self);
  else
    self->rest++;
  read_quantifier (self, &optional, &repeated);
}

/* The best of one branch, which ends at | or ) or with the pattern. Own it. */
static Needles *
read_branch (Reading *self)
{
  Branch branch = { g_string_new (NULL), 0, NULL };
  while (*self->rest != '\0' && *self->rest != '|' && *self->rest != ')' && !self->failed)
    read_atom (self, &branch);
  end_run (&branch);
  g_string_free (branch.run, TRUE);
  return branch.best;
}

/* One of each branch, or NULL if a branch has none. Own it. */
static Needles *
read_branches (Reading *self)
{
  Needles *all = NULL;
  gboolean complete = TRUE;
  self->failed |= ++self->depth > DEPTH_MOST;
  do {
    Needles *needles = read_branch (self);
    complete &= needles != NULL;
    if (all == NULL)
      all = needles;
    else if (needles != NULL)
      g_ptr_array_extend_and_steal (all, needles);
  } while (*self->rest == '|' && !self->failed && self->rest++ != NULL);
  self->depth--;
  if (!complete)
    g_clear_pointer (&all, g_ptr_array_unref);
  return all;
}

/* ---- the public side ---- */

JueLiterals *
jue_literals_new (const char *pattern)
{
  JueLiterals *self = g_new0 (JueLiterals, 1);
  Reading reading = { pattern, 0, FALSE };
  self->needles = read_branches (&reading);
  if (self->needles != NULL && (reading.failed || *reading.rest != '\0'))
    g_clear_pointer (&self->needles, g_ptr_array_unref);
  return self;
}

void
jue_literals_free (JueLiterals *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->needles, g_ptr_array_unref);
  g_free (self);
}

gboolean
jue_literals_allow (const JueLiterals *self, const char *text)
{
  gboolean allowed = self->needles == NULL;
  for (guint i = 0; !allowed && i < self->needles->len; i++)
    allowed = strstr (text, g_ptr_array_index (self->needles, i)) != NULL;
  return allowed;
}
