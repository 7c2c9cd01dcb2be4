/*
 * Folding a printed line so that captions can be recognized in it, without losing where each character was printed:
 * the value that a caption names is cut out of the line as printed ("公开 ０１ 表"), not out of the folded one.
 *
 *   printed   部 门：某局　　金额单位：万元
 *   folded    部门:某局金额单位:万元
 *
 * NFKC is done character by character; that nothing is composed across characters is what makes the way back simple.
 */
#include "normalize/catalogue-private.h"

#include <string.h>

#include "normalize/fold.h"

void
jue_folded_line_init (JueFoldedLine *self)
{
  self->text = g_string_new (NULL);
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
}

void
jue_folded_line_clear (JueFoldedLine *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->places);
}

/* Appends the bytes of one folded character, all coming from byte @from of the line. */
static void
append (JueFoldedLine *self, const char *bytes, gsize n, guint from)
{
  guint first = self->places->len;
  g_string_append_len (self->text, bytes, (gssize)n);
  g_array_set_size (self->places, first + (guint)n);
  guint *places = &g_array_index (self->places, guint, first);
  for (gsize i = 0; i < n; i++)
    places[i] = from;
}

static gboolean
is_space (gunichar ch)
{
  if (ch >= 0x4e00 && ch <= 0x9fff)
    return FALSE;
  return g_unichar_isspace (ch) || ch == 0x3000 || (ch >= 0x200b && ch <= 0x200d) || ch == 0xfeff || ch == 0x2060;
}

/* The colons that documents print for one another; 0: not known here. */
static gunichar
fold_quickly (gunichar ch)
{
  if (ch < 0x80 || (ch >= 0x4e00 && ch <= 0x9fff) || (ch >= 0x3001 && ch <= 0x3029))
    return ch;
  if (ch >= 0xff01 && ch <= 0xff5e)
    return ch - 0xff01 + '!';
  if (ch == 0x2236 || ch == 0xfe30 || ch == 0xfe55)
    return ':';
  return 0;
}

static void
append_folded (JueFoldedLine *self, gunichar ch, guint from)
{
  char bytes[6];
  gunichar quick = fold_quickly (ch);
  if (quick != 0) {
    append (self, bytes, (gsize)g_unichar_to_utf8 (quick, bytes), from);
    return;
  }
  g_autofree char *normalized = g_utf8_normalize (bytes, g_unichar_to_utf8 (ch, bytes), G_NORMALIZE_ALL_COMPOSE);
  if (normalized != NULL)
    append (self, normalized, strlen (normalized), from);
}

void
jue_folded_line_set (JueFoldedLine *self, const char *line, gboolean keep_spaces)
{
  gboolean blank = FALSE;
  guint end = 0; /* behind the last printed character */
  g_string_truncate (self->text, 0);
  g_array_set_size (self->places, 0);
  for (const char *p = line; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar ch = jue_fold_ideograph (g_utf8_get_char (p));
    if (is_space (ch)) {
      blank = self->text->len > 0;
      continue;
    }
    if (blank && keep_spaces)
      append (self, " ", 1, end);
    blank = FALSE;
    append_folded (self, ch, (guint)(p - line));
    end = (guint)(g_utf8_next_char (p) - line);
  }
  g_array_append_val (self->places, end);
}

char *
jue_folded_line_slice (const JueFoldedLine *self, const char *line, guint start, guint end)
{
  guint from = g_array_index (self->places, guint, start);
  guint last = end > start ? g_array_index (self->places, guint, end - 1) : from;
  if (end <= start)
    return g_strdup ("");
  return g_strndup (line + from, (gsize)(g_utf8_next_char (line + last) - (line + from)));
}

static gboolean
is_latin (gunichar ch)
{
  return ch < 0x80 && g_ascii_isalnum ((char)ch);
}

char *
jue_line_close_up (const char *text)
{
  GString *out = g_string_new (NULL);
  gunichar before = 0;
  gboolean blank = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar ch = jue_fold_ideograph (g_utf8_get_char (p));
    if (is_space (ch)) {
      blank = TRUE;
      continue;
    }
    if (blank && is_latin (before) && is_latin (ch))
      g_string_append_c (out, ' ');
    g_string_append_unichar (out, ch);
    before = ch;
    blank = FALSE;
  }
  return g_string_free (out, FALSE);
}
