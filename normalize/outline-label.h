#ifndef JUE_OUTLINE_LABEL_H
#define JUE_OUTLINE_LABEL_H

#include <glib.h>

/** Numbering in front of a heading or a paragraph, from the widest to the narrowest. */
typedef enum {
  JUE_LABEL_NONE,
  JUE_LABEL_PART,       /* 第一部分 */
  JUE_LABEL_ATTACHMENT, /* 附件1 */
  JUE_LABEL_CHAPTER,    /* 一、 */
  JUE_LABEL_SECTION,    /* （一） */
  JUE_LABEL_ITEM,       /* 1. */
  JUE_LABEL_SUBITEM,    /* （1） */
  JUE_N_LABELS,
} JueLabel;

/** JueLabelInfo: @number: its value, 0 if it has none; @end: bytes of the label; @title: byte where the text behind begins */
typedef struct {
  guint number;
  guint end;
  guint title;
} JueLabelInfo;

/** jue_outline_label: the numbering that @text (as printed) begins with. @info (nullable) is written unless NONE. */
JueLabel jue_outline_label (const char *text, JueLabelInfo *info);

/** jue_outline_level: the level of a heading with such a label: 1 第N部分, 附件N, 2 一、, 3 （一）, 4 1., 5 （1）; 0: none. */
guint jue_outline_level (JueLabel label);

#endif
