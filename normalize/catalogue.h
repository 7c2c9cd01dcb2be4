#ifndef JUE_CATALOGUE_H
#define JUE_CATALOGUE_H

#include <glib.h>

/** What a column of a known form holds. */
typedef enum {
  JUE_COLUMN_TEXT,
  JUE_COLUMN_NAME,       /* names of rows: 项目, 科目名称 */
  JUE_COLUMN_CODE,       /* a whole code: 2080505 */
  JUE_COLUMN_CODE_CLASS, /* 类 of a code in three columns */
  JUE_COLUMN_CODE_GROUP, /* 款 */
  JUE_COLUMN_CODE_ITEM,  /* 项 */
  JUE_COLUMN_LINE_NO,    /* 行次 */
  JUE_COLUMN_AMOUNT,     /* money in the form's unit */
  JUE_COLUMN_PERCENT,
  JUE_COLUMN_COUNT, /* persons, vehicles, pieces */
} JueColumnRole;

/**
 * JueKnownColumn: a column as the forms know it.
 * @id: canonical id
 * @half: in forms printed side by side, the part it belongs to, 0 from the left; -1: any
 * @heads: known head paths; each is an array of texts from the top down, folded (jue_fold), without a leading year or
 * 其中
 */
typedef struct {
  const char *id;
  JueColumnRole role;
  gint half;
  GPtrArray *heads; /* of const char ** ended by NULL */
} JueKnownColumn;

/** JueKnownRow: a row that the form names. @names: known wordings, folded */
typedef struct {
  const char *id;
  GPtrArray *names;
} JueKnownRow;

/**
 * JueKnownForm: what the catalogue knows of one form.
 * @id: without "budget-"
 * @name: official title
 * @vague_head: other forms have the same columns; only a title tells it from them
 * @units: money units that may occur; empty: any
 * Its titles are asked with jue_catalogue_form_by_title, its columns and rows with jue_known_form_column and
 * jue_known_form_row.
 */
typedef struct {
  const char *id;
  const char *name;
  gboolean in_final, in_budget;
  gboolean vague_head;
  GPtrArray *units; /* of const char * */
  GArray *columns;  /* of JueKnownColumn */
  GArray *rows;     /* of JueKnownRow */
} JueKnownForm;

/** Lines around a form, and words in its head. Each kind has patterns (forms/captions.xml) on the line as printed. */
typedef enum {
  JUE_CAPTION_LABEL,        /* 公开01表; value: the label as printed */
  JUE_CAPTION_UNIT,         /* 金额单位：万元; value: the money unit */
  JUE_CAPTION_ORGANISATION, /* 部门：某局; value: the organisation, NULL if the line leaves it blank */
  JUE_CAPTION_YEAR,         /* a line that holds only (2024年度); value: four digits */
  JUE_CAPTION_NOTE,         /* 注：… */
  JUE_CAPTION_EMPTY,        /* a note that states that the form is empty */
  JUE_CAPTION_NUMBER, /* begins with a number or label of a title: 一、 表1： 公开01表：; value: that, as printed */
  JUE_CAPTION_PAGE_NUMBER, /* — 12 —, 第 3 页 共 9 页 */
  JUE_CAPTION_TITLE,       /* looks like a form's title: …表, …一览表, …情况表 */
  JUE_CAPTION_TOTAL,       /* names of total rows: 合计, 总计 */
  JUE_CAPTION_ORDINAL_ROW, /* head row that numbers the columns: 栏次, or its cells joined with spaces: 1 2 3 */
  JUE_CAPTION_NOTE_MORE,   /* a note only if it directly follows one: 2.…, 其中：…, 如本表为空… */
  JUE_N_CAPTIONS,
} JueCaption;

/**
 * JueCatalogue: the known forms, captions and codes. Patterns and indexes are made at first use, so it serves one
 * thread at a time.
 */
typedef struct JueCatalogue JueCatalogue;

/**
 * jue_catalogue_load: reads the forms that are built into the program, or all *.xml in @dir if it is not NULL.
 * Returns: a catalogue to be freed, or NULL with JUE_ERROR_SYSTEM (file and line in the message).
 */
JueCatalogue *jue_catalogue_load (const char *dir, GError **error);
void jue_catalogue_free (JueCatalogue *self);

guint jue_catalogue_n_forms (const JueCatalogue *self);
const JueKnownForm *jue_catalogue_form (const JueCatalogue *self, guint i);

/** jue_catalogue_find: by id without "budget-"; NULL if unknown. */
const JueKnownForm *jue_catalogue_find (const JueCatalogue *self, const char *id);

/**
 * jue_catalogue_form_by_title: the form that a folded title names; NULL if none.
 * @title is the title as printed; it is folded here.
 */
const JueKnownForm *jue_catalogue_form_by_title (const JueCatalogue *self, const char *title);

/**
 * jue_known_form_column: the column that a head path names.
 * @path: @n head texts from the top down, as printed; empty texts, column numbers and figures at its end are ignored.
 * A known head matches if its last text equals the path's last and its other texts occur in the path in order; the
 * longest known head wins, then the one whose texts stand lower in the path, then the first. A leading year or 其中 and
 * a money unit in brackets behind a text do not count.
 * Returns: index into @self->columns, or -1.
 */
gint jue_known_form_column (const JueKnownForm *self, const char *const *path, guint n);

/** jue_known_form_row: the row that a name means (a leading 一、 1. （1） 其中： is ignored); -1 if none. */
gint jue_known_form_row (const JueKnownForm *self, const char *name);

/** jue_of_which_length: bytes of 其中： in front of @text, folded or as printed; 0 if it is not there. */
gsize jue_of_which_length (const char *text);

/**
 * jue_catalogue_is_head_text: TRUE if any form knows @text in a head path, at whatever level; a cheap sign of a head
 * cell.
 */
gboolean jue_catalogue_is_head_text (const JueCatalogue *self, const char *text);

/**
 * jue_catalogue_caption: whether @line is of the kind.
 * @line: one line, as printed, UTF-8; white space between its characters does not matter
 * @value: (nullable) gets what the kind names (free with g_free), NULL if nothing; written only if TRUE is returned
 */
gboolean jue_catalogue_caption (const JueCatalogue *self, JueCaption kind, const char *line, char **value);

/**
 * jue_catalogue_strip_number: @title without leading numbers and labels and a year or unit behind it. Free with
 * g_free.
 */
char *jue_catalogue_strip_number (const JueCatalogue *self, const char *title);

/** jue_catalogue_code_name: the official name of a functional or economic code; NULL if unknown. Borrowed. */
const char *jue_catalogue_code_name (const JueCatalogue *self, const char *code);

/**
 * jue_catalogue_code_for_name: the code that begins with @prefix and has this name, if there is exactly one; else
 * NULL. Borrowed.
 * @name: as printed; folded here
 */
const char *jue_catalogue_code_for_name (const JueCatalogue *self, const char *prefix, const char *name);

/** jue_catalogue_has_code: TRUE if @code is a known code. */
gboolean jue_catalogue_has_code (const JueCatalogue *self, const char *code);

/** jue_catalogue_code_has_name: TRUE if @name, folded, is one of the names of @code. */
gboolean jue_catalogue_code_has_name (const JueCatalogue *self, const char *code, const char *name);

/** jue_catalogue_is_code_name: TRUE if @text, folded, is the name of some code. */
gboolean jue_catalogue_is_code_name (const JueCatalogue *self, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueCatalogue, jue_catalogue_free)

#endif
