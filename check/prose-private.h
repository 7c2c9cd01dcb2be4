#ifndef JUE_CHECK_PROSE_PRIVATE_H
#define JUE_CHECK_PROSE_PRIVATE_H

#include "check/stated.h"

/** The rules. */
void jue_stated_forms (const JueStatements *self);
void jue_stated_items (const JueStatements *self);
void jue_stated_shares (const JueStatements *self);
void jue_stated_ratios (const JueStatements *self);
void jue_stated_sums (const JueStatements *self);
void jue_stated_lists (const JueStatements *self);
void jue_stated_projects (const JueStatements *self, const JueCatalogue *catalogue);

#endif
