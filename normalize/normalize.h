#ifndef JUE_NORMALIZE_H
#define JUE_NORMALIZE_H

#include <stdio.h>

#include "extract/page-source.h"
#include "normalize/catalogue.h"
#include "normalize/report.h"

/** What --dump draws of what a stage saw. */
typedef enum {
  JUE_DUMP_NONE,
  JUE_DUMP_LINES, /* text lines outside tables, with places */
  JUE_DUMP_GRIDS, /* each page's grids, drawn in characters, before they are joined */
  JUE_DUMP_FORMS, /* the joined forms with id, columns and lines */
} JueDump;

/** JueNormalizeOptions: @dump_to is borrowed and used only if @dump is not JUE_DUMP_NONE. */
typedef struct {
  JueDump dump;
  FILE *dump_to;
} JueNormalizeOptions;

/**
 * jue_normalize: turns pages into a report.
 * @pages: read to its end, not freed; @catalogue: the known forms; @options: or NULL
 * Returns: a report to be freed; NULL with the page source's error if the stream broke.
 */
JueReport *jue_normalize (JuePageSource *pages, const JueCatalogue *catalogue, const JueNormalizeOptions *options,
                          GError **error);

#endif
