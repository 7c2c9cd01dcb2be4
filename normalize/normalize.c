/* Pages → report: lays out page by page, divides the document into tables and text, and reads each table. */
#include "normalize/normalize.h"

#include <string.h>

#include "normalize/assemble.h"
#include "normalize/body.h"
#include "normalize/document.h"
#include "normalize/dump.h"
#include "normalize/flow.h"
#include "normalize/fold.h"
#include "normalize/head-guess.h"
#include "normalize/head.h"
#include "normalize/money-unit.h"
#include "normalize/narrative.h"
#include "normalize/performance.h"
#include "normalize/recognize.h"
#include "normalize/tune.h"

static void
sheet_free (gpointer sheet)
{
  jue_sheet_free (sheet);
}

/* A window of three pages: a table without column rules is laid out in view of its parts on the pages beside. */
typedef struct {
  JueReport *report;
  const JueCatalogue *catalogue;
  GPtrArray *sheets;
  JueSheetDraft *before, *at; /* the last two pages; @before is finished */
} Reader;

/* Finishes the page at hand; @next becomes the one at hand. */
static void
advance (Reader *r, JueSheetDraft *next)
{
  if (r->at != NULL) {
    const JuePage *page = jue_sheet_draft_page (r->at);
    jue_diagnoses_append (r->report->diagnoses, page->diagnoses);
    if (page->status == JUE_PAGE_NO_TEXT)
      g_array_append_val (r->report->no_text_pages, page->number);
    g_ptr_array_add (r->sheets, jue_sheet_draft_finish (r->at, r->before, next, r->report->diagnoses));
  }
  jue_sheet_draft_free (r->before);
  r->before = r->at;
  r->at = next;
}

static gboolean
read_pages (Reader *r, JuePageSource *pages, GError **error)
{
  for (;;) {
    g_autoptr (GError) reason = NULL;
    JuePage *page = jue_page_source_next (pages, &reason);
    if (reason != NULL) {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
    if (page == NULL)
      return TRUE;
    advance (r, jue_sheet_draft_new (page, r->catalogue));
  }
}

/* Reads all pages; keeps only their layout. NULL if the source broke. */
static GPtrArray *
read_sheets (JueReport *report, JuePageSource *pages, const JueCatalogue *catalogue, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (sheet_free);
  Reader reader = { report, catalogue, sheets, NULL, NULL };
  gboolean good = read_pages (&reader, pages, error);
  if (good)
    advance (&reader, NULL);
  jue_sheet_draft_free (reader.before);
  jue_sheet_draft_free (reader.at);
  if (!good)
    return NULL;
  if (report->no_text_pages->len == sheets->len)
    jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_WARNING, "document-without-text", (JueProv){ .page = 0 },
                       "no page of the document has text");
  jue_sheets_mark_running (sheets);
  return g_steal_pointer (&sheets);
}

static JuePrinted
printed (JueReport *report, const char *text, JueProv prov)
{
  return (JuePrinted){ jue_report_string (report, text), text != NULL ? prov : (JueProv){ .page = 0 } };
}

/* Takes over what stands above the table. */
static void
take_caption (JueReport *report, JueForm *form, const JueCaptionInfo *caption)
{
  form->title = printed (report, caption->title, caption->title_prov);
  form->label = printed (report, caption->label, caption->label_prov);
  form->unit_line = printed (report, caption->unit, caption->unit_prov);
  form->organisation_line = printed (report, caption->organisation, caption->organisation_prov);
  form->organisation = form->organisation_line.text;
  form->money_unit = form->unit_line.text;
  form->year = caption->year;
  const JueProv *places[] = { &form->title.prov, &form->label.prov };
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i]->page > 0)
      form->page_from = MIN (form->page_from, places[i]->page);
}

/* Where no line around the form names the unit, its cells may: 项目资金（万元）. Only if all that name one agree. */
static void
take_unit_from_cells (JueReport *report, JueForm *form)
{
  g_autofree char *found = NULL;
  for (guint i = 0; i < form->n_rows * form->n_cols; i++) {
    const JueCell *cell = &form->cells[i];
    g_autofree char *folded =
        cell->text != NULL && strstr (cell->text, JUE_YUAN) != NULL ? jue_fold (cell->text) : NULL;
    const char *unit = folded;
    for (gsize n = 0; unit != NULL && (unit = jue_money_unit_in_brackets (unit, &n)) != NULL; unit += n) {
      g_autofree char *name = g_strndup (unit, n);
      if (found != NULL && !g_str_equal (found, name))
        return;
      if (found == NULL)
        found = g_steal_pointer (&name);
      if (form->unit_line.text == NULL)
        form->unit_line.prov = cell->prov;
    }
  }
  if (found != NULL)
    form->unit_line.text = form->money_unit = jue_report_string (report, found);
}

static void
take_notes (JueReport *report, JueForm *form, const JueCatalogue *catalogue, const JueTable *table)
{
  for (guint i = 0; i < table->notes->len; i++) {
    const JueSpot *spot = &g_array_index (table->notes, JueSpot, i);
    JueNote note = { jue_report_string (report, spot->line->text), { spot->sheet->page, spot->line->ink } };
    g_array_append_val (form->notes, note);
    form->stated_empty |= jue_catalogue_caption (catalogue, JUE_CAPTION_EMPTY, note.text, NULL);
  }
}

static JueForm *
read_table (JueReport *report, const JueCatalogue *catalogue, JueTable *table)
{
  JueForm *form = jue_assemble (report, catalogue, table);
  form->method = JUE_METHOD_RULED;
  for (guint i = 0; i < table->parts->len; i++)
    if (((const JueGrid *)g_ptr_array_index (table->parts, i))->method == JUE_GRID_GAPS)
      form->method = JUE_METHOD_GAPS;
  form->page_from = form->row_pages[0];
  form->page_to = form->row_pages[form->n_rows - 1];
  jue_head_find (report, form, catalogue, &table->caption);
  take_caption (report, form, &table->caption);
  if (form->money_unit == NULL)
    take_unit_from_cells (report, form);
  take_notes (report, form, catalogue, table);
  return form;
}

/* A form of amounts without a unit is not worth a guess. */
static void
check_unit (JueReport *report, const JueForm *form)
{
  JueProv prov = { form->page_from,
                   form->title.prov.page == form->page_from ? form->title.prov.box : (JueBox){ 0, 0, 0, 0 } };
  if (form->money_unit == NULL)
    jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_WARNING, "unit-missing", prov, "%s: no money unit is printed",
                       form->title.text != NULL ? form->title.text : form->id);
}

/* Columns that were found by gaps are doubtful if the form does not know them, or if words stand where amounts should. */
static void
check_columns (JueReport *report, const JueForm *form)
{
  guint unknown = 0, words = 0;
  if (form->method != JUE_METHOD_GAPS)
    return;
  for (guint c = 0; c < form->columns->len; c++)
    unknown += g_array_index (form->columns, JueColumn, c).id == NULL;
  for (guint i = 0; i < form->n_rows * form->n_cols; i++)
    words += form->cells[i].role == JUE_ROLE_VALUE && form->cells[i].state == JUE_STATE_TEXT;
  JueProv prov = { form->page_from, { 0, 0, 0, 0 } };
  if (unknown > 0 || words > 0)
    jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_WARNING, "columns-doubtful", prov,
                       "%s: found without column rules; %u columns are unknown, %u amounts are words",
                       form->title.text != NULL ? form->title.text : form->id, unknown, words);
}

/* Head and title of a table of which the catalogue knows nothing. */
static void
describe_unknown (JueReport *report, const JueCatalogue *catalogue, JueForm *form, const JueTable *table)
{
  jue_head_guess (report, form, catalogue, g_ptr_array_index (table->parts, 0));
  const JueCell *top = jue_form_cell (form, 0, 0);
  gboolean inside =
      form->n_rows > 2 && form->n_cols > 1 && top->col_span == form->n_cols && top->text != NULL && *top->text != '\0';
  if (form->title.text != NULL)
    return;
  if (table->caption.heading != NULL)
    form->title = printed (report, table->caption.heading, table->caption.heading_prov);
  else if (inside && g_utf8_strlen (top->text, -1) <= JUE_TUNE_TITLE_MOST)
    form->title = (JuePrinted){ top->text, top->prov };
}

static void
read_forms (JueReport *report, const JueCatalogue *catalogue, JueFlow *flow)
{
  g_autofree const JueKnownForm **known = g_new0 (const JueKnownForm *, flow->tables->len + 1);
  g_autofree const JuePerformanceForm **performance = g_new0 (const JuePerformanceForm *, flow->tables->len + 1);
  for (guint i = 0; i < flow->tables->len; i++) {
    JueForm *form = read_table (report, catalogue, g_ptr_array_index (flow->tables, i));
    known[i] = jue_recognize (catalogue, form);
    performance[i] = known[i] == NULL ? jue_performance_recognize (catalogue, form) : NULL;
  }
  jue_document_describe (report, catalogue, flow);
  for (guint i = 0; i < flow->tables->len; i++) {
    JueForm *form = g_ptr_array_index (report->forms, i);
    if (performance[i] != NULL) {
      jue_performance_read (report, form, catalogue, performance[i]);
      continue;
    }
    jue_recognize_id (report, form, catalogue, known[i]);
    if (known[i] == NULL)
      describe_unknown (report, catalogue, form, g_ptr_array_index (flow->tables, i));
    jue_body_read (report, form, catalogue, known[i]);
    if (known[i] != NULL) {
      check_unit (report, form);
      check_columns (report, form);
    }
  }
  jue_performance_describe (report, catalogue);
}

JueReport *
jue_normalize (JuePageSource *pages, const JueCatalogue *catalogue, const JueNormalizeOptions *options, GError **error)
{
  g_autoptr (JueReport) report = jue_report_new (jue_page_source_info (pages));
  g_autoptr (GPtrArray) sheets = read_sheets (report, pages, catalogue, error);
  if (sheets == NULL)
    return NULL;
  JueDump dump = options != NULL ? options->dump : JUE_DUMP_NONE;
  if (dump == JUE_DUMP_LINES)
    jue_dump_lines (sheets, options->dump_to);
  if (dump == JUE_DUMP_GRIDS)
    jue_dump_grids (sheets, options->dump_to);
  JueFlow *flow = jue_flow_new (catalogue, sheets);
  read_forms (report, catalogue, flow);
  jue_narrative_read (report, catalogue, flow);
  if (dump == JUE_DUMP_FORMS)
    jue_dump_forms (report, options->dump_to);
  jue_flow_free (flow);
  return g_steal_pointer (&report);
}
