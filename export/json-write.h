#ifndef JUE_JSON_WRITE_H
#define JUE_JSON_WRITE_H

#include "export/sink.h"
#include "normalize/report.h"

/**
 * JueJson: writes JSON text into a sink, piece by piece. It puts commas between members and nothing else on its own:
 * line breaks come from jue_json_break. Failures are remembered by the sink.
 * @comma: the next member needs a comma in front
 * @indent: spaces in front of the next member, which starts a line; -1 if it stays on this one
 */
typedef struct {
  JueSink *sink;
  GString *text;
  gboolean comma;
  gint indent;
} JueJson;

/** jue_json_init: @sink is borrowed. End with jue_json_finish. */
void jue_json_init (JueJson *self, JueSink *sink);

/** jue_json_finish: hands the rest to the sink and frees the writer's own memory. */
void jue_json_finish (JueJson *self);

/** jue_json_open, jue_json_close: '{' or '[', '}' or ']'. */
void jue_json_open (JueJson *self, char bracket);
void jue_json_close (JueJson *self, char bracket);

/** jue_json_break: the next member starts on a new line, @indent spaces in. */
void jue_json_break (JueJson *self, gint indent);

/** jue_json_open_list: a member on a new line, @indent spaces in, that is a list; ended with jue_json_close. */
void jue_json_open_list (JueJson *self, gint indent, const char *key);

/** jue_json_key: @key is ASCII that needs no escape. */
void jue_json_key (JueJson *self, const char *key);

/** jue_json_string: a string; NULL is null. What is no UTF-8 becomes U+FFFD. */
void jue_json_string (JueJson *self, const char *text);
void jue_json_uint (JueJson *self, guint64 number);
void jue_json_bool (JueJson *self, gboolean value);
void jue_json_null (JueJson *self);

/** jue_json_amount: the exact number as a string. */
void jue_json_amount (JueJson *self, JueAmount amount);

/** jue_json_strings: an array of @n strings. */
void jue_json_strings (JueJson *self, const char *const *texts, guint n);

/** jue_json_place: members "page" and "box"; both null if @prov is nowhere. */
void jue_json_place (JueJson *self, const JueProv *prov);

/** jue_json_text_member, jue_json_uint_member: key and value at once. */
void jue_json_text_member (JueJson *self, const char *key, const char *text);
void jue_json_uint_member (JueJson *self, const char *key, guint64 number);

/** jue_json_positive_member: the same for a number from 1 on, such as a year; 0 is null. */
void jue_json_positive_member (JueJson *self, const char *key, guint64 number);

#endif
