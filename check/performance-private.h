#ifndef JUE_CHECK_PERFORMANCE_PRIVATE_H
#define JUE_CHECK_PERFORMANCE_PRIVATE_H

#include "check/scores.h"

/** The rules, by what they are about. */
void jue_performance_points (const JuePerformanceSheet *self);
void jue_performance_money (const JuePerformanceSheet *self);

#endif
