/* The report's text: lines → blocks → outline → sections, terms, facts. What stands before the first heading is a section of level 0:
 * the cover and the table of contents. */
#include "normalize/narrative.h"

#include <string.h>

#include "normalize/fact.h"
#include "normalize/outline-contents.h"
#include "normalize/outline-label.h"
#include "normalize/outline.h"
#include "normalize/terms.h"

/* Most differences between contents and headings that are told. */
#define DIFFERENCES_MOST 20

static void
add_paragraph (JueReport *report, const JueBlock *block, guint from)
{
  if (report->sections->len == 0)
    jue_report_add_section (report);
  const JueSection *section = &g_array_index (report->sections, JueSection, report->sections->len - 1);
  JueProv prov = from == 0 ? block->prov : jue_block_place (block, from);
  JueParagraph paragraph = { jue_report_string (report, block->text + from), prov };
  g_array_append_val (section->paragraphs, paragraph);
}

static void
add_section (JueReport *report, const JueBlock *block, const JueHeading *heading)
{
  g_autofree char *label = g_strndup (block->text, heading->label);
  g_autofree char *title = g_strndup (block->text + heading->title, heading->title_end - heading->title);
  JueSection *section = jue_report_add_section (report);
  section->id = jue_report_string (report, heading->id);
  section->level = heading->level;
  section->label = jue_report_string (report, label);
  section->title = jue_report_string (report, title);
  section->prov = block->prov;
  if (block->text[heading->rest] != '\0')
    add_paragraph (report, block, heading->rest);
}

/* ---- the contents against the headings ---- */

static GHashTable *
heading_keys (const JueReport *report)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < report->sections->len; i++) {
    const JueSection *section = &g_array_index (report->sections, JueSection, i);
    if (section->title != NULL)
      g_hash_table_add (keys, jue_contents_key (section->title));
  }
  return keys;
}

/* Tells of entries of the contents (of parts and chapters, but for forms) that no heading repeats. */
static void
compare_contents (JueReport *report, const JueCatalogue *catalogue, const GPtrArray *blocks, const JueOutline *outline)
{
  g_autoptr (GHashTable) keys = heading_keys (report);
  guint told = 0;
  for (guint i = outline->contents_from; i < outline->contents_to && told < DIFFERENCES_MOST; i++) {
    const JueBlock *block = g_ptr_array_index (blocks, i);
    JueLabelInfo label;
    guint level = jue_outline_level (jue_outline_label (block->text, &label));
    g_autofree char *key = jue_contents_key (block->text);
    if (level == 0 || level > 2 || *key == '\0' || g_hash_table_contains (keys, key)
        || jue_catalogue_form_by_title (catalogue, key) != NULL)
      continue;
    jue_diagnoses_add (report->diagnoses, JUE_SEVERITY_INFO, "contents-differ", block->prov,
                       "%s: in the contents, but no such heading", block->text);
    told++;
  }
}

void
jue_narrative_read (JueReport *report, const JueCatalogue *catalogue, const JueFlow *flow)
{
  g_autoptr (GPtrArray) blocks = jue_blocks_new (flow->text);
  JueOutline *outline = jue_outline_new (catalogue, blocks);
  JueFactReader *facts = jue_fact_reader_new (report, catalogue);
  for (guint i = 0, h = 0; i < blocks->len; i++) {
    const JueBlock *block = g_ptr_array_index (blocks, i);
    const JueHeading *heading = h < outline->headings->len ? &g_array_index (outline->headings, JueHeading, h) : NULL;
    if (heading != NULL && heading->block == i) {
      add_section (report, block, heading);
      h++;
    } else {
      add_paragraph (report, block, 0);
    }
    jue_fact_reader_take (facts, block, report->sections->len - 1);
  }
  jue_fact_reader_finish (facts);
  compare_contents (report, catalogue, blocks, outline);
  jue_outline_free (outline);
  jue_terms_read (report, jue_catalogue_prose (catalogue));
}
