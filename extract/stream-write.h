#ifndef JUE_STREAM_WRITE_H
#define JUE_STREAM_WRITE_H

#include <stdio.h>

#include "extract/page-source.h"

/** JueWriteFunc: takes @length bytes of output. FALSE with JUE_ERROR_OUTPUT if they could not be taken. */
typedef gboolean (*JueWriteFunc) (gpointer data, const char *bytes, gsize length, GError **error);

/** jue_write_to_file: a JueWriteFunc whose @data is a FILE. It does not flush. */
gboolean jue_write_to_file (gpointer data, const char *bytes, gsize length, GError **error);

/** jue_flush_file: flushes @out. FALSE with JUE_ERROR_OUTPUT if that, or any write before it, failed. */
gboolean jue_flush_file (FILE *out, GError **error);

/**
 * JueXmlOut: writes XML as fast as our streams need it: one element per line, indented by one space per level, text
 * inside its element without added white space, everything escaped in one place.
 * A failure is remembered and told by jue_xml_out_flush; what is written after it is dropped.
 */
typedef struct JueXmlOut JueXmlOut;

/** jue_xml_out_new: starts with the XML declaration. Free with jue_xml_out_free, which does not flush. */
JueXmlOut *jue_xml_out_new (JueWriteFunc write, gpointer data);
void jue_xml_out_free (JueXmlOut *self);

/** jue_xml_out_new_packed: the same, but packed (stream-packed.h), for another process of this program. */
JueXmlOut *jue_xml_out_new_packed (JueWriteFunc write, gpointer data);

/** jue_xml_out_open: starts an element inside the one that is open. @name must live until it is closed. */
void jue_xml_out_open (JueXmlOut *self, const char *name);

/** jue_xml_out_close: ends the innermost element. */
void jue_xml_out_close (JueXmlOut *self);

/**
 * jue_xml_out_attr: an attribute of the element just opened; NULL writes none.
 * A byte or character that XML forbids becomes U+FFFD and is counted, here and in jue_xml_out_text.
 */
void jue_xml_out_attr (JueXmlOut *self, const char *name, const char *value);
void jue_xml_out_attr_uint (JueXmlOut *self, const char *name, guint64 value);
/** jue_xml_out_attr_rgb: six hexadecimal digits. */
void jue_xml_out_attr_rgb (JueXmlOut *self, const char *name, guint32 rgb);
/** jue_xml_out_attr_points: @n hundredths of a point, written as points with two decimals, blanks between. */
void jue_xml_out_attr_points (JueXmlOut *self, const char *name, const gint32 *values, guint n);
/** jue_xml_out_attr_box: "x0 y0 x1 y1" in points. */
void jue_xml_out_attr_box (JueXmlOut *self, const char *name, const JueBox *box);
/** jue_xml_out_attr_prov: "page" unless it is 0, "box" unless all its sides are 0. */
void jue_xml_out_attr_prov (JueXmlOut *self, const JueProv *prov);
/** jue_xml_out_attr_source: name, sha256, bytes and pages of a source. Bad bytes in the name are not counted. */
void jue_xml_out_attr_source (JueXmlOut *self, const JueSource *source);

/** jue_xml_out_text: text inside the element that is open. An element has text or elements, not both. */
void jue_xml_out_text (JueXmlOut *self, const char *text);

/**
 * jue_xml_out_diagnoses: one element each, and one more about page @page (0 = the document) if characters were
 * replaced since the last call.
 */
void jue_xml_out_diagnoses (JueXmlOut *self, const JueDiagnoses *diagnoses, guint page);

/** jue_xml_out_forget_replaced: the replaced characters so far need no diagnosis any more. Returns: their number. */
guint jue_xml_out_forget_replaced (JueXmlOut *self);

/** jue_xml_out_flush: hands over what is buffered. FALSE with the first JUE_ERROR_OUTPUT since the start. */
gboolean jue_xml_out_flush (JueXmlOut *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueXmlOut, jue_xml_out_free)

#endif
