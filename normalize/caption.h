#ifndef JUE_CAPTION_H
#define JUE_CAPTION_H

#include "normalize/catalogue.h"
#include "normalize/report.h"
#include "normalize/sheet.h"

/** JueSpot: a text line and the sheet it stands on. Both borrowed. */
typedef struct {
  const JueSheet *sheet;
  const JueTextLine *line;
} JueSpot;

/** What a line around a table is; several at once for a line that says several things. */
typedef enum {
  JUE_LINE_LABEL = 1 << 0,        /* 公开01表 */
  JUE_LINE_UNIT = 1 << 1,         /* 单位：万元 */
  JUE_LINE_ORGANISATION = 1 << 2, /* 部门：某局 */
  JUE_LINE_YEAR = 1 << 3,         /* 2024年度 */
  JUE_LINE_TITLE = 1 << 4,        /* names a table */
  JUE_LINE_NOTE = 1 << 5,         /* 注：… */
  JUE_LINE_SKIP = 1 << 6,         /* page number, running head */
} JueLineKind;

/**
 * JueCaptionInfo: what stands above a table. Texts are borrowed from the sheets or owned (g_free) where noted.
 * @title: owned, joined and without number or label; NULL if there is none. @title_printed: the same as it stands there
 * @is_known: whether the catalogue knows the title
 * @label, @unit, @organisation: owned, NULL if not printed
 * @prose: whether other text stands between the table before and this caption
 * @first: index of the caption's first line in the spots given, or their number if there is none
 */
typedef struct {
  char *title;
  char *label;
  char *unit;
  char *organisation;
  char *heading; /* owned: what may be the title if the table is unknown; see heading.h */
  guint year;
  JueProv heading_prov, title_prov, label_prov, unit_prov, organisation_prov;
  gboolean prose;
  guint first;
} JueCaptionInfo;

/** jue_caption_classify: the kinds of one line, 0 for ordinary text. */
guint jue_caption_classify (const JueCatalogue *catalogue, const JueTextLine *line);

/**
 * jue_caption_read: reads the lines above a table, from the nearest one up.
 * @spots: the lines between the table before (or the start) and this one, in order
 * @floor: index of the first of them that may belong to the caption (those before are notes of the table before)
 */
JueCaptionInfo jue_caption_read (const JueCatalogue *catalogue, const JueSpot *spots, guint n, guint floor);

/** jue_caption_add_text: takes up what one more text says (a title row inside the grid), where nothing is known yet. */
void jue_caption_add_text (JueCaptionInfo *self, const JueCatalogue *catalogue, const char *text, JueProv prov);

/**
 * jue_caption_notes: how many of the lines below a table are its notes: from the first 注： on to the first line that is
 * something else. @first: where they start.
 */
guint jue_caption_notes (const JueCatalogue *catalogue, const JueSpot *spots, guint n, guint *first);

void jue_caption_clear (JueCaptionInfo *self);

#endif
