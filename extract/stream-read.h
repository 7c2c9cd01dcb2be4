#ifndef JUE_STREAM_READ_H
#define JUE_STREAM_READ_H

#include "extract/page-source.h"

/**
 * JueXmlIn: reads one of our XML streams element by element and believes nothing.
 *
 *     for (jue_xml_in_enter (in); jue_xml_in_next (in);)
 *       if (jue_xml_in_is (in, "rule"))
 *         read_rule (in, page);
 *
 * The first failure is remembered; from then on jue_xml_in_next says that there is nothing more, and the other calls
 * answer with what is harmless. jue_xml_in_finish hands the failure out.
 */
typedef struct JueXmlIn JueXmlIn;

/** Named limits. Coordinates beyond it are refused: then sums and differences of two of them fit a gint32. */
#define JUE_STREAM_MAX_POINTS 1000000000 /* hundredths of a point */
#define JUE_STREAM_MAX_PAGES 1000000

/**
 * jue_xml_in_open: opens a file, plain or gzip; "-" is standard input.
 * Nothing is fetched from elsewhere, no entity is expanded.
 * @root, @ns, @version: name, namespace and version that the root must have
 * Returns: NULL with JUE_ERROR_INPUT or JUE_ERROR_VERSION. Else it stands on the root. Free with jue_xml_in_free.
 */
JueXmlIn *jue_xml_in_open (const char *path, const char *root, const char *ns, guint version, GError **error);
void jue_xml_in_free (JueXmlIn *self);

/** jue_xml_in_open_packed: the same of a packed stream (stream-packed.h), from where the open file stands; it stays open. */
JueXmlIn *jue_xml_in_open_packed (int fd, const char *root, const char *ns, guint version, GError **error);

/**
 * jue_xml_in_limit: after @max_elements the stream is refused with JUE_ERROR_LIMIT. 0 = no limit.
 * What is inside an element that is stepped over does not count.
 */
void jue_xml_in_limit (JueXmlIn *self, guint64 max_elements);

/** jue_xml_in_enter: the following jue_xml_in_next walk over the children of the element that was reached last. */
void jue_xml_in_enter (JueXmlIn *self);

/**
 * jue_xml_in_next: goes on to the next child element, over all that was not read of the one before.
 * Returns: FALSE, and back in the parent, if there is none, or after a failure.
 */
gboolean jue_xml_in_next (JueXmlIn *self);

/** jue_xml_in_is: TRUE if the element has this name. */
gboolean jue_xml_in_is (const JueXmlIn *self, const char *name);

/** jue_xml_in_text: all text of the element, to be called once, not after jue_xml_in_enter. Borrowed until the next. */
const char *jue_xml_in_text (JueXmlIn *self);

/** jue_xml_in_refuse: remembers a failure with the line where it was found. */
void jue_xml_in_refuse (JueXmlIn *self, gint code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/** jue_xml_in_ok: FALSE after a failure. */
gboolean jue_xml_in_ok (const JueXmlIn *self);

/**
 * jue_xml_in_check: FALSE with the failure, if there was one.
 * jue_xml_in_finish: the same, after making sure that nothing but white space and comments stands behind the root.
 */
gboolean jue_xml_in_check (const JueXmlIn *self, GError **error);
gboolean jue_xml_in_finish (JueXmlIn *self, GError **error);

/** jue_xml_in_attr: an attribute's text, NULL if it is absent. Borrowed until the next element. */
const char *jue_xml_in_attr (JueXmlIn *self, const char *name);
/** jue_xml_in_attr_needed: "" and a failure if it is absent. */
const char *jue_xml_in_attr_needed (JueXmlIn *self, const char *name);
/** jue_xml_in_int: a decimal integer from @min to @max; @fallback if it is absent. */
gint64 jue_xml_in_int (JueXmlIn *self, const char *name, gint64 min, gint64 max, gint64 fallback);
/** jue_xml_in_int_needed: the same; @min and a failure if it is absent. */
gint64 jue_xml_in_int_needed (JueXmlIn *self, const char *name, gint64 min, gint64 max);
/** jue_xml_in_hex: up to eight hexadecimal digits, at most @max; @fallback if it is absent. */
guint32 jue_xml_in_hex (JueXmlIn *self, const char *name, guint32 max, guint32 fallback);
/** jue_xml_in_yes: TRUE for "yes", FALSE for "no" or if it is absent. */
gboolean jue_xml_in_yes (JueXmlIn *self, const char *name);
/** jue_xml_in_choice: index of its text in @names, which NULL ends; @fallback if it is absent. */
guint jue_xml_in_choice (JueXmlIn *self, const char *name, const char *const *names, guint fallback);
/** jue_xml_in_point: one needed number of points, in hundredths, from @min to @max. */
gint32 jue_xml_in_point (JueXmlIn *self, const char *name, gint32 min, gint32 max);
/** jue_xml_in_points: empties @values (of gint32) and fills it with at most @max numbers of points, in hundredths. */
void jue_xml_in_points (JueXmlIn *self, const char *name, GArray *values, guint max);
/** jue_xml_in_box: "x0 y0 x1 y1" with x0 <= x1 and y0 <= y1. FALSE, and @box empty, if it is absent or refused. */
gboolean jue_xml_in_box (JueXmlIn *self, const char *name, JueBox *box);
/** jue_xml_in_prov: "page" (or @page if only a box is given) and "box". */
JueProv jue_xml_in_prov (JueXmlIn *self, guint page);
/** jue_xml_in_source: name (owned by the caller), sha256, bytes, pages. */
void jue_xml_in_source (JueXmlIn *self, JueSource *source);
/** jue_xml_in_diagnosis: reads the element and adds it to @diagnoses. */
void jue_xml_in_diagnosis (JueXmlIn *self, JueDiagnoses *diagnoses);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueXmlIn, jue_xml_in_free)

#endif
