#ifndef JUE_SEAM_H
#define JUE_SEAM_H

#include "normalize/catalogue.h"
#include "normalize/report.h"

/**
 * jue_seam_mend: mends a form where a page break cut it.
 * @row: the first row behind the break, 0 < row < n_rows; @dropped: one mark per row, set for the rest of a row that was split
 * @full: one mark per cell (n_rows x n_cols), set where a line of text fills the cell, so that it may go on behind the break
 */
void jue_seam_mend (JueReport *report, JueForm *form, const JueCatalogue *catalogue, guint row, const guint8 *full,
                    guint8 *dropped);

#endif
