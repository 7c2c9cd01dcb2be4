#ifndef JUE_FACT_SCAN_H
#define JUE_FACT_SCAN_H

#include "normalize/prose.h"

/**
 * JueFigureSpot: a number with a unit in folded text: bytes of the number [@start, @end), of the unit [@unit_start, @unit_end).
 * @in_name: it is part of a name (单价100万元以上) and states nothing
 */
typedef struct {
  guint start, end;
  guint unit_start, unit_end;
  const JueKnownUnit *unit;
  gboolean in_name;
} JueFigureSpot;

/** jue_figures_scan: all figures of @text (folded, n bytes), in order, of JueFigureSpot. Each byte is looked at once or twice. */
GArray *jue_figures_scan (JueProse *prose, const char *text);

#endif
