#ifndef JUE_REPORT_H
#define JUE_REPORT_H

#include "extract/page-source.h"
#include "normalize/amount.h"

/** What a cell of a form is for. */
typedef enum {
  JUE_ROLE_HEAD,  /* a head cell */
  JUE_ROLE_LABEL, /* a body cell that names: code, name, line number, free text */
  JUE_ROLE_VALUE, /* a body cell in an amount column */
} JueRole;

/** How far the document's own sums prove a value (filled by check). */
typedef enum {
  JUE_PROOF_UNPROVED,
  JUE_PROOF_PROVED,
  JUE_PROOF_CONSISTENT,
  JUE_PROOF_CONTRADICTED,
} JueProof;

/** What a number counts. */
typedef enum {
  JUE_UNIT_NONE,    /* unknown: no money unit is printed around the form */
  JUE_UNIT_YUAN,    /* 元 */
  JUE_UNIT_PERCENT, /* % */
  JUE_UNIT_COUNT,   /* plain number: persons, vehicles, points */
} JueUnit;

/**
 * JueCell: one place of a form's grid.
 * @text: as printed, white space closed up; "" = empty; NULL = covered by a merged cell to the left or above: then
 *   nothing else in the cell means anything, and the report stream does not keep it
 * @row_span, @col_span: 1 unless it is the top left place of a merged cell; spans stay inside the grid and do not
 *   overlap
 * @amount: normalized (元 for money); valid only if state is JUE_STATE_VALUE and role is JUE_ROLE_VALUE
 * @prov: where the text stands (its ink, not the cell's borders); page 0 if there is no text
 * @more: index + 1 of an array in the form's provs if the text stands in several places (a row split by a page break):
 *   all of them; else 0
 */
typedef struct {
  const char *text;
  guint16 row_span, col_span;
  guint8 role;  /* JueRole */
  guint8 state; /* JueState */
  guint8 unit;  /* JueUnit */
  guint8 proof; /* JueProof */
  JueAmount amount;
  JueProv prov;
  guint32 more;
} JueCell;

/** JueColumn: one column. @id: canonical, or NULL; @path: n_path head texts from the top down, without repeats */
typedef struct {
  guint col;
  const char *id;
  const char *const *path;
  guint n_path;
} JueColumn;

/**
 * JueLine: what one body row says (one of its halves, for forms printed side by side).
 * @half: 0, 1, 2 from the left
 * @line_no: the printed line number (行次), or NULL
 * @code: canonical code, digits only, or NULL; @code_printed: as printed, or NULL
 * @code_restored: TRUE if a code that was cut was completed from the name's dictionary entry
 * @name: or NULL
 * @level: 1 类, 2 款, 3 项 …; 0 if the row stands outside the hierarchy (合计)
 * @parent: index of the line above it in the hierarchy in the form's lines, less than its own; or -1
 */
typedef struct {
  guint row;
  guint half;
  const char *line_no;
  const char *code;
  const char *code_printed;
  gboolean code_restored;
  const char *name;
  guint level;
  gint parent;
} JueLine;

typedef enum {
  JUE_METHOD_RULED,
  JUE_METHOD_GAPS,
} JueMethod;

/** JuePrinted: a text around a form, as printed, with its place. @text NULL if none is printed. */
typedef struct {
  const char *text;
  JueProv prov;
} JuePrinted;

/** JueNote: a note below a form. */
typedef JuePrinted JueNote;

/** JueField: a label/value pair of a performance form. @amount valid if @has_amount. */
typedef struct {
  const char *name;
  const char *text;
  gboolean has_amount;
  JueAmount amount;
  const char *unit;
  JueProv prov;
} JueField;

/** JueIndicator: one line of an indicator matrix; strings are NULL where the form says nothing. */
typedef struct {
  guint row;
  const char *const *path;
  guint n_path;
  const char *op, *target, *target_text, *unit, *actual, *actual_text, *completion, *weight, *score, *reason, *measures;
} JueIndicator;

/**
 * JueForm: one table. Strings are owned by the report.
 * @id: canonical id, "unknown" for any other table
 * @label: 公开01表 as printed; @title: all printed lines joined, without number, label or year line
 * @money_unit: as printed ("万元"); NULL if missing
 * @organisation, @year (0 if none): as printed around this form
 * @page_from: page of the title or label, if before the grid; @page_to: page of the last row
 * @cells: n_rows x n_cols, row by row
 * @row_pages: page of each row's top, n_rows of them
 * @provs: arrays of JueProv (GArray) that JueCell.more points to
 */
typedef struct {
  const char *id;
  JuePrinted label, title, organisation_line, unit_line;
  const char *organisation;
  guint year;
  const char *money_unit;
  guint page_from, page_to;
  guint header_rows;
  JueMethod method;
  guint n_rows, n_cols;
  JueCell *cells;
  guint *row_pages;
  GArray *columns;    /* of JueColumn */
  GArray *lines;      /* of JueLine */
  GArray *notes;      /* of JueNote */
  GArray *fields;     /* of JueField */
  GArray *indicators; /* of JueIndicator */
  GPtrArray *provs;   /* of GArray of JueProv */
  gboolean stated_empty;
} JueForm;

/** JueParagraph: text outside any form, with its place. */
typedef JuePrinted JueParagraph;

/** JueSection: a heading and the paragraphs below it. Level 0 without title: text before the first heading. */
typedef struct {
  const char *id;
  guint level;
  const char *label;
  const char *title;
  JueProv prov;
  GArray *paragraphs; /* of JueParagraph */
} JueSection;

typedef struct {
  const char *term;
  const char *definition;
  guint page;
} JueTerm;

/**
 * JueFact: a figure that the prose states. @item NULL: a figure that no pattern named.
 * @value, @unit: as printed; @amount (valid if @has_amount) signed and normalized to @amount_unit
 */
typedef struct {
  guint section;
  const char *item;
  const char *value, *unit;
  gboolean has_amount;
  JueAmount amount;
  const char *amount_unit;
  JueProv prov;
  const char *text;
} JueFact;

/** How bad a finding is. Findings are about the document and never change the exit status. */
typedef enum {
  JUE_FINDING_ERROR,    /* what is printed cannot all be right */
  JUE_FINDING_WARNING,  /* hardly right, or the form is not laid out as the rule expects */
  JUE_FINDING_ROUNDING, /* a difference that rounding explains */
  JUE_FINDING_INFO,     /* worth knowing */
} JueFindingSeverity;

/** JueCellRef: a cell of one of the report's forms. */
typedef struct {
  guint form, row, col;
} JueCellRef;

/**
 * JueFinding: something in the document that does not agree with something else in it (added by check).
 * @rule: stable id of what was checked; @text: what disagrees, by how much, where, in Chinese
 * @expected, @actual, @tolerance: what the rest of the document says, what is printed here, and how far they may
 *   differ; exact numbers in 元, % or points, or words; NULL if it is nothing that compares
 * @values: the figures it is about, as printed; @cells: where they stand, the one in doubt first
 * @facts: indices into the report's facts
 * @prov: place of the one in doubt
 */
typedef struct {
  const char *rule;
  JueFindingSeverity severity;
  const char *text;
  const char *expected, *actual, *tolerance;
  const char *const *values;
  guint n_values;
  const JueCellRef *cells;
  guint n_cells;
  const guint *facts;
  guint n_facts;
  JueProv prov;
} JueFinding;

/** What kind of document it is. */
typedef enum {
  JUE_KIND_UNKNOWN,
  JUE_KIND_FINAL,  /* 决算 */
  JUE_KIND_BUDGET, /* 预算 */
} JueKind;

/**
 * JueReport: what a document says. It owns all below it; all strings live in @strings.
 */
typedef struct {
  JueSource source; /* name is owned */
  const char *organisation, *region, *title;
  guint year; /* 0 if unknown */
  JueKind kind;
  GArray *no_text_pages; /* of guint */
  GPtrArray *forms;      /* of JueForm */
  GArray *sections;      /* of JueSection */
  GArray *terms;         /* of JueTerm */
  GArray *facts;         /* of JueFact, those without item last ("figures") */
  GArray *findings;      /* of JueFinding */
  JueDiagnoses *diagnoses;
  GStringChunk *strings;
  GPtrArray *arrays; /* those that jue_report_path and jue_report_add_finding made */
} JueReport;

/** jue_report_new: an empty report about @source (copied). What XML forbids in its name becomes U+FFFD. */
JueReport *jue_report_new (const JueSource *source);
void jue_report_free (JueReport *self);

/**
 * jue_report_string: a copy of @text that lives as long as the report; NULL stays NULL. Equal texts share one copy.
 * What XML forbids becomes U+FFFD with a diagnosis, so that a report is the same before and after its stream.
 */
const char *jue_report_string (JueReport *self, const char *text);

/** jue_report_path: copies @n strings (which must live as long as the report) into an array that does too. */
const char *const *jue_report_path (JueReport *self, const char *const *strings, guint n);

/** jue_report_add_form: a new form of the given size, owned by the report; all cells empty, all spans 1. */
JueForm *jue_report_add_form (JueReport *self, guint n_rows, guint n_cols);

/** jue_report_add_section: appends an empty one. Borrowed; dies at the next call. */
JueSection *jue_report_add_section (JueReport *self);

/** jue_report_add_finding: appends a copy of @finding with all its texts and lists, which the report then owns. */
void jue_report_add_finding (JueReport *self, const JueFinding *finding);

/** jue_form_new, jue_form_free: a form outside a report. */
JueForm *jue_form_new (guint n_rows, guint n_cols);
void jue_form_free (JueForm *self);

/** jue_form_cell: borrowed. @row < n_rows, @col < n_cols. */
JueCell *jue_form_cell (const JueForm *self, guint row, guint col);

/** jue_form_column: a column's description, NULL if it has none. Columns are in order, at most one per grid column. */
const JueColumn *jue_form_column (const JueForm *self, guint col);

/** jue_form_cell_provs: the places where a cell's text stands: @n of them, 0 and NULL if it has no text. Borrowed. */
const JueProv *jue_form_cell_provs (const JueForm *self, const JueCell *cell, guint *n);

/** jue_form_add_prov: notes one more place where the text of @cell (which has one already) stands. */
void jue_form_add_prov (JueForm *self, JueCell *cell, JueProv prov);

/**
 * Names used in streams: "决算", "预算" or NULL; "ruled", "gaps"; "unproved" …; "元", "%", "个" or NULL; "error" …. Static.
 */
const char *jue_kind_name (JueKind kind);
const char *jue_method_name (JueMethod method);
const char *jue_proof_name (JueProof proof);
const char *jue_unit_name (JueUnit unit);
const char *jue_finding_severity_name (JueFindingSeverity severity);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueReport, jue_report_free)

#endif
