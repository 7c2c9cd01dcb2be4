#ifndef JUE_XML_CHAR_H
#define JUE_XML_CHAR_H

#include <glib.h>

/** What is written for a byte or character that XML forbids: U+FFFD. */
#define JUE_XML_REPLACEMENT "\357\277\275"

/** jue_xml_allows: TRUE if the character may stand in XML 1.0. */
gboolean jue_xml_allows (gunichar ch);

/**
 * jue_xml_scan: bytes that the character at @text takes, at least 1.
 * @text: need not be valid UTF-8; a byte that starts no character counts as one that is not allowed
 * @allowed: whether XML allows the character
 */
guint jue_xml_scan (const char *text, gboolean *allowed);

/** jue_xml_clean: a copy of @text with U+FFFD for all that XML forbids, to be freed; NULL if nothing is to replace. */
char *jue_xml_clean (const char *text);

#endif
