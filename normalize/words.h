#ifndef JUE_WORDS_H
#define JUE_WORDS_H

#include "normalize/catalogue.h"

/** Lists of words by what they are for: <words kind="…"> in ../forms, each in the file of what it belongs to. */
typedef enum {
  JUE_WORDS_CONTENTS,     /* the line above a table of contents: 目录 */
  JUE_WORDS_ENTRY,        /* a line of a table of contents: dots or a page number behind */
  JUE_WORDS_TAIL,         /* a heading's last word: 情况说明, 职责 */
  JUE_WORDS_FIELD,        /* a form's label before the organisation's name: 主管部门 */
  JUE_WORDS_PARENT,       /* ... before that of the one above it */
  JUE_WORDS_MEANS,        /* between a term and its definition: 是指 */
  JUE_WORDS_NO_TERM,      /* what is in no term: 其中 */
  JUE_WORDS_DEFINES,      /* how a definition begins: 指 */
  JUE_WORDS_FINAL,        /* of a title of final accounts: 决算 */
  JUE_WORDS_BUDGET,       /* of a title of a budget: 预算 */
  JUE_WORDS_YEAR,         /* a year in a title; group name: its digits */
  JUE_WORDS_TITLE_FRONT,  /* before the organisation's name in a title: 2024年度 */
  JUE_WORDS_TITLE_TAIL,   /* behind it: 部门决算 */
  JUE_WORDS_FRONT,        /* before a subject, no part of it: 其中, 2024年度 */
  JUE_WORDS_BACK,         /* behind a subject, no part of it: 共计, 支出决算为 */
  JUE_WORDS_ASIDE,        /* amid a subject, no part of it: (含…) */
  JUE_WORDS_WHOSE,        /* what a name may end with that stands before a known subject: 某局|本年收入合计 */
  JUE_WORDS_BEFORE_NOUN,  /* a piece that ends so has its noun behind the figure: 现有 46 个教学单位 */
  JUE_WORDS_AFTER_NOUN,   /* what follows such a noun */
  JUE_WORDS_COUNTED,      /* subjects that are not what is counted: 公务接待 9 批次 */
  JUE_WORDS_COUNTS_IT,    /* ... counted without being named: 外事接待支出1万元,接待 9 人次 */
  JUE_WORDS_BOUGHT,       /* before a figure whose noun is bought; what stands before the noun then */
  JUE_WORDS_WITH_MONEY,   /* what is counted and has money of its own: …项目 3 个,涉及金额 */
  JUE_WORDS_BECAUSE,      /* what comes tells why: it is no comparison of before */
  JUE_WORDS_HEADS,        /* titles that are what comes is about, besides known subjects */
  JUE_WORDS_TOGETHER,     /* before a figure of all that was counted */
  JUE_WORDS_THRESHOLD,    /* behind a figure that is part of a name: 100万元(含)以上 */
  JUE_WORDS_REFUSE,       /* no subject */
  JUE_WORDS_ACTION,       /* ... but something done: 召开 */
  JUE_WORDS_PROJECT,      /* a paragraph about one project; group name */
  JUE_WORDS_THIS_PROJECT, /* a subject that is the project of the paragraph */
  JUE_WORDS_GOES_ON,      /* a sentence that goes on with what the last was about: 其中 */
  JUE_WORDS_PERCENT_HEAD, /* a column's head, as printed: it holds percentages */
  JUE_WORDS_COUNT_HEAD,   /* ... numbers of things */
  JUE_WORDS_TEXT_HEAD,    /* ... what is no number although it may look like one: 编码 */
  JUE_WORDS_BUDGET_FORM,  /* what a title has only in a budget: 预算总表 */
  JUE_WORDS_BUDGET_HEAD,  /* what a column's head has in budgets: 预算数 */
  JUE_WORDS_CONTINUED,    /* what a title ends with, or all that it says, on the next page of its table: （续） */
  JUE_WORDS_TABLE,        /* a title of a table, known or not: …表 */
  JUE_WORDS_APART,        /* a heading, as printed: not about the accounts as a whole */
  JUE_WORDS_SEAL,         /* in brackets behind a label, no part of its name: 盖章 */
  JUE_WORDS_TICK,         /* all that a cell holds: what its head says is so */
  JUE_WORDS_CAUSES,       /* a label in front of reasons, as printed: 偏差原因： */
  JUE_WORDS_MEASURES,     /* ... amid a cell, in front of measures: 改进措施： */
  JUE_N_WORDS,
} JueWords;

/**
 * jue_words_find: whether @text holds such words; the kind says whether it has to be folded. Longer texts than the kind is
 * searched in hold none. @start, @end (nullable): bytes of the match; of its group "name", if the pattern has one. Written only if
 * TRUE is returned.
 */
gboolean jue_words_find (const JueCatalogue *self, JueWords words, const char *text, guint *start, guint *end);

#endif
