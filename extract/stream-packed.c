#include "extract/stream-packed.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "extract/error.h"

/* Longest stream, bytes. */
#define MOST_BYTES (G_GUINT64_CONSTANT (1) << 30)
/* Bytes asked for at once. */
#define CHUNK 262144

typedef struct {
  const char *name, *value;
} Attr;

struct JuePacked {
  GByteArray *bytes;
  const char *p, *end;                      /* the next token */
  guint depth;                              /* elements that are open at @p */
  const char *starts[JUE_PACKED_MAX_DEPTH]; /* the name of each of them */
  guint at; /* depth of the element at the cursor, with itself; more than @depth if it is closed */
  const char *name;
  Attr attrs[JUE_PACKED_MAX_ATTRS];
  guint n_attrs;
  guint64 elements;
  GString *text;
  gboolean broken;
};

static gboolean
read_all (int fd, GByteArray *bytes, GError **error)
{
  for (;;) {
    guint length = bytes->len;
    g_byte_array_set_size (bytes, length + CHUNK);
    ssize_t n = read (fd, bytes->data + length, CHUNK);
    g_byte_array_set_size (bytes, length + (guint)MAX (n, 0));
    if (n < 0 && errno != EINTR) {
      g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "cannot read: %s", g_strerror (errno));
      return FALSE;
    }
    if (n == 0)
      return TRUE;
    if (bytes->len > MOST_BYTES) {
      g_set_error (error, JUE_ERROR, JUE_ERROR_LIMIT, "more than %" G_GUINT64_FORMAT " bytes", MOST_BYTES);
      return FALSE;
    }
  }
}

JuePacked *
jue_packed_new (int fd, GError **error)
{
  const gsize magic = strlen (JUE_PACKED_MAGIC);
  JuePacked *self = g_new0 (JuePacked, 1);
  self->bytes = g_byte_array_new ();
  self->text = g_string_new (NULL);
  gboolean read = read_all (fd, self->bytes, error);
  if (read && (self->bytes->len < magic || memcmp (self->bytes->data, JUE_PACKED_MAGIC, magic) != 0)) {
    g_set_error (error, JUE_ERROR, JUE_ERROR_INPUT, "no stream");
    read = FALSE;
  }
  if (!read) {
    jue_packed_free (self);
    return NULL;
  }
  self->p = (const char *)self->bytes->data + magic;
  self->end = (const char *)self->bytes->data + self->bytes->len;
  self->name = "";
  return self;
}

void
jue_packed_free (JuePacked *self)
{
  if (self == NULL)
    return;
  g_byte_array_unref (self->bytes);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
give_up (JuePacked *self)
{
  self->broken = TRUE;
  self->p = self->end;
  self->name = "";
  self->n_attrs = 0;
}

/* Takes a text off the stream; "" if it has no end. */
static const char *
take_string (JuePacked *self)
{
  const char *start = self->p;
  const char *zero = memchr (start, '\0', (gsize)(self->end - start));
  if (zero == NULL) {
    give_up (self);
    return "";
  }
  self->p = zero + 1;
  return start;
}

/* The next token's kind, taken off; 0 at the end. */
static char
take_kind (JuePacked *self)
{
  if (self->p < self->end)
    return *self->p++;
  give_up (self);
  return '\0';
}

/* Takes name and attributes of an element. */
static void
take_start (JuePacked *self)
{
  self->n_attrs = 0;
  self->name = take_string (self);
  while (self->p < self->end && *self->p == JUE_PACKED_ATTR) {
    self->p++;
    if (self->n_attrs == JUE_PACKED_MAX_ATTRS) {
      give_up (self);
      return;
    }
    const char *name = take_string (self);
    self->attrs[self->n_attrs++] = (Attr){ name, take_string (self) };
    if (self->broken)
      self->n_attrs = 0;
  }
}

static void
open_element (JuePacked *self)
{
  if (self->depth == JUE_PACKED_MAX_DEPTH) {
    give_up (self);
    return;
  }
  self->starts[self->depth++] = self->p;
  self->elements++;
  take_start (self);
}

/* Steps over tokens until no more than @depth elements are open. */
static void
skip_to_depth (JuePacked *self, guint depth)
{
  while (self->depth > depth && !self->broken) {
    char kind = take_kind (self);
    if (kind == JUE_PACKED_OPEN)
      open_element (self);
    else if (kind == JUE_PACKED_TEXT)
      take_string (self);
    else if (kind == JUE_PACKED_CLOSE)
      self->depth--;
    else
      give_up (self);
  }
}

/* Puts the cursor back on an element that has just been closed: the one that was opened as the @depth-th. */
static void
look_back (JuePacked *self, guint depth)
{
  const char *p = self->p;
  self->p = self->starts[depth - 1];
  take_start (self);
  self->p = self->broken ? self->end : p;
  self->at = depth;
}

gboolean
jue_packed_next (JuePacked *self, gboolean into)
{
  if (!into && self->at > 0)
    skip_to_depth (self, self->at - 1);
  while (!self->broken) {
    char kind = take_kind (self);
    if (kind == JUE_PACKED_OPEN) {
      open_element (self);
      self->at = self->depth;
      return !self->broken;
    }
    if (kind == JUE_PACKED_TEXT) {
      take_string (self);
    } else if (kind == JUE_PACKED_CLOSE && self->depth > 0) {
      look_back (self, self->depth--);
      return FALSE;
    } else {
      give_up (self);
    }
  }
  return FALSE;
}

gboolean
jue_packed_finish (JuePacked *self)
{
  skip_to_depth (self, 0);
  return !self->broken && self->p == self->end;
}

const char *
jue_packed_name (const JuePacked *self)
{
  return self->name;
}

const char *
jue_packed_attr (const JuePacked *self, const char *name)
{
  for (guint i = 0; i < self->n_attrs; i++)
    if (*self->attrs[i].name == *name && strcmp (self->attrs[i].name, name) == 0)
      return self->attrs[i].value;
  return NULL;
}

const char *
jue_packed_text (JuePacked *self)
{
  guint depth = self->at;
  const char *only = "";
  if (self->depth < depth || self->broken)
    return "";
  for (guint texts = 0; !self->broken;) {
    char kind = take_kind (self);
    if (kind == JUE_PACKED_CLOSE) {
      self->depth--;
      return only;
    }
    if (kind == JUE_PACKED_TEXT) {
      const char *more = take_string (self);
      if (texts++ == 1)
        g_string_assign (self->text, only);
      if (texts > 1)
        g_string_append (self->text, more);
      only = texts > 1 ? self->text->str : more;
    } else if (kind == JUE_PACKED_OPEN) {
      open_element (self);
      skip_to_depth (self, depth);
    } else {
      give_up (self);
    }
  }
  return "";
}

gboolean
jue_packed_broken (const JuePacked *self)
{
  return self->broken;
}

guint64
jue_packed_elements (const JuePacked *self)
{
  return self->elements;
}

gsize
jue_packed_at (const JuePacked *self)
{
  return (gsize)(self->p - (const char *)self->bytes->data);
}
