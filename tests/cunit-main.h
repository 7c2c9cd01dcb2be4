#ifndef JUE_CUNIT_MAIN_H
#define JUE_CUNIT_MAIN_H

#include <CUnit/Basic.h>

/** JueTest: one test; its name is a sentence. A list of them ends with { NULL, NULL }. */
typedef struct {
  const char *name;
  void (*run) (void);
} JueTest;

/** jue_test_main: runs all @tests as one suite. Returns: 0 if at least one ran and no assert failed, else 1. */
static inline int
jue_test_main (const char *suite_name, const JueTest *tests)
{
  if (CU_initialize_registry () != CUE_SUCCESS)
    return 1;
  CU_pSuite suite = CU_add_suite (suite_name, NULL, NULL);
  int added = suite != NULL;
  for (const JueTest *t = tests; added && t->name != NULL; t++)
    added = CU_add_test (suite, t->name, t->run) != NULL;
  if (added) {
    CU_basic_set_mode (CU_BRM_NORMAL);
    CU_basic_run_tests ();
  }
  int clean = added && CU_get_number_of_tests_run () > 0 && CU_get_number_of_failures () == 0;
  CU_cleanup_registry ();
  return clean ? 0 : 1;
}

#endif
