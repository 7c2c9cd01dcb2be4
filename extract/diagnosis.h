#ifndef JUE_DIAGNOSIS_H
#define JUE_DIAGNOSIS_H

#include "extract/box.h"

/**
 * JueSeverity: how bad a diagnosis is.
 * Only JUE_SEVERITY_WARNING makes the exit status 3; JUE_SEVERITY_INFO is for the curious.
 */
typedef enum {
  JUE_SEVERITY_INFO,
  JUE_SEVERITY_WARNING,
} JueSeverity;

/**
 * JueDiagnosis: something was lost or is doubtful, and where.
 * @code: stable, machine-readable ("unit-missing"); a static string or owned by the list
 * @text: one sentence for people; owned by the list
 * @prov: page 0 if it concerns the whole document
 */
typedef struct {
  JueSeverity severity;
  const char *code;
  const char *text;
  JueProv prov;
} JueDiagnosis;

/** JueDiagnoses: a growing list that owns its strings. */
typedef struct {
  GArray *items; /* of JueDiagnosis */
  GStringChunk *strings;
} JueDiagnoses;

JueDiagnoses *jue_diagnoses_new (void);
void jue_diagnoses_free (JueDiagnoses *self);

/**
 * jue_diagnoses_add: notes one more. @code and @format's result are copied.
 * At most JUE_DIAGNOSES_MAX are kept, the last of them saying that there were more.
 */
void jue_diagnoses_add (JueDiagnoses *self, JueSeverity severity, const char *code, JueProv prov, const char *format,
                        ...) G_GNUC_PRINTF (5, 6);

/** jue_diagnoses_append: copies all of @other behind those of @self. */
void jue_diagnoses_append (JueDiagnoses *self, const JueDiagnoses *other);

/** jue_diagnoses_has_warning: TRUE if one of them is a warning. */
gboolean jue_diagnoses_has_warning (const JueDiagnoses *self);

guint jue_diagnoses_length (const JueDiagnoses *self);
const JueDiagnosis *jue_diagnoses_get (const JueDiagnoses *self, guint i);

#define JUE_DIAGNOSES_MAX 10000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueDiagnoses, jue_diagnoses_free)

#endif
