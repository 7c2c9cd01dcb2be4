#ifndef JUE_REPORT_READ_H
#define JUE_REPORT_READ_H

#include "normalize/report.h"

/** Named limits of what one report stream may hold; past one of them it is refused with JUE_ERROR_LIMIT. */
#define JUE_REPORT_MAX_ELEMENTS 8000000
#define JUE_REPORT_MAX_CELLS 2000000  /* of all forms together, covered ones too */
#define JUE_REPORT_MAX_TEXT 268435456 /* bytes of all texts together */
#define JUE_REPORT_MAX_PIECE 262144   /* bytes of one text: of a cell, a line, a paragraph; twenty full pages */
#define JUE_FORM_MAX_ROWS 200000
#define JUE_FORM_MAX_COLS 4096

/**
 * jue_report_read: reads a report stream, plain or gzip; "-" is standard input.
 * Returns: a report to be freed; NULL with JUE_ERROR_INPUT (also for a cut stream), _VERSION or _LIMIT.
 */
JueReport *jue_report_read (const char *path, GError **error);

/** jue_report_read_packed: the same of what jue_report_write_packed wrote, from where the open file stands; it stays open. */
JueReport *jue_report_read_packed (int fd, GError **error);

#endif
