#ifndef JUE_SEAM_H
#define JUE_SEAM_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_seam_mend: mends a form where a page break cut it.
 * @row: the first row behind the break, 0 < row < n_rows; @dropped: one mark per row, set for the rest of a row that was split
 */
void jue_seam_mend (JueReport *report, JueForm *form, const JueCatalogue *catalogue, guint row, guint8 *dropped);

#endif
