#ifndef JUE_HEAD_GUESS_H
#define JUE_HEAD_GUESS_H

#include "normalize/catalogue.h"
#include "normalize/grid.h"
#include "normalize/report.h"

/**
 * jue_head_guess: the head of a table whose words the catalogue does not know: sets header_rows and the columns' paths anew,
 * by how the cells look and where the figures begin. What words have told before is kept, but for names of groups of rows at
 * its end.
 * @first: the table's part on its first page
 */
void jue_head_guess (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueGrid *first);

#endif
