#ifndef JUE_DUMP_H
#define JUE_DUMP_H

#include <stdio.h>

#include "normalize/report.h"
#include "normalize/sheet.h"

/** Drawings of what a stage saw, for people. @sheets: of JueSheet. */
void jue_dump_lines (const GPtrArray *sheets, FILE *out);
void jue_dump_grids (const GPtrArray *sheets, FILE *out);
void jue_dump_forms (const JueReport *report, FILE *out);

#endif
