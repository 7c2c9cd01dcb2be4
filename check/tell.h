#ifndef JUE_CHECK_TELL_H
#define JUE_CHECK_TELL_H

#include "check/identity.h"

/* Findings in words. */

/** jue_tell_equation: adds a finding about an equation, unless it holds. */
void jue_tell_equation (JueReport *report, const JueEquations *equations, const JueEquation *equation);

/** jue_tell_misfit: adds a finding about an identity that does not fit the layout of a form. */
void jue_tell_misfit (JueReport *report, const GPtrArray *ledgers, const JueMisfit *misfit);

/**
 * jue_tell_readings: adds what the equations say about cells that are no numbers or are contradicted, where all of them
 * say the same.
 */
void jue_tell_readings (JueReport *report, const JueEquations *equations);

/**
 * jue_tell_cell: adds a finding about one cell.
 * @words: rule, severity, text, and what else there is to say but values, cells and place, which are those of the cell
 */
void jue_tell_cell (JueReport *report, const JueFinding *words, JueCellRef ref);

#endif
