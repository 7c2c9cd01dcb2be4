#ifndef JUE_CHECK_PROOF_H
#define JUE_CHECK_PROOF_H

#include "check/equation.h"

/** jue_proof_set: sets the proof of each value from the equations that it is part of, and forgets what was there. */
void jue_proof_set (JueReport *report, const JueEquations *equations);

#endif
