#ifndef JUE_REPORT_NAMES_H
#define JUE_REPORT_NAMES_H

/* Words of the report stream, in the order of their enum, ended by NULL. For report.c and the stream's reader only. */

static const char *const jue_kind_names[] = { "决算", "预算", NULL }; /* from JUE_KIND_FINAL on */
static const char *const jue_method_names[] = { "ruled", "gaps", NULL };
static const char *const jue_proof_names[] = { "unproved", "proved", "consistent", "contradicted", NULL };
static const char *const jue_unit_names[] = { "元", "%", "个", NULL }; /* from JUE_UNIT_YUAN on */
static const char *const jue_finding_severity_names[] = { "error", "warning", "rounding", "info", NULL };

#endif
