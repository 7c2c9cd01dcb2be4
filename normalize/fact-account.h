#ifndef JUE_FACT_ACCOUNT_H
#define JUE_FACT_ACCOUNT_H

#include "normalize/catalogue.h"

/**
 * JueAccount: the account of the budget that the text is at: 一般公共服务支出（类）组织事务（款）行政运行（项）.
 * Names as printed, folded, NULL if not named; codes of the catalogue, NULL if unknown. 类, 款, 项; owned.
 */
typedef struct {
  char *name[3];
  char *code[3];
} JueAccount;

/**
 * jue_account_mark: which mark begins at @text (folded): (类), (201类), (2050202) …: 0 类, 1 款, 2 项; -1: none.
 * @length: bytes of the mark; @code: digits in it, to be freed, or NULL. Written only if there is one.
 */
gint jue_account_mark (const char *text, guint *length, char **code);

/** jue_account_enter: the text names @name at @depth; what was named below it is over. @code (nullable) as printed. */
void jue_account_enter (JueAccount *self, const JueCatalogue *catalogue, guint depth, const char *name,
                        const char *code);

/**
 * jue_account_enter_path: the text names an account by its whole path, 类-款-项, as @text (without quotes). FALSE if it does not,
 * or its first part is no known class; then nothing changes.
 */
gboolean jue_account_enter_path (JueAccount *self, const JueCatalogue *catalogue, const char *text);

/** jue_account_item: what facts call its value: 类/code项. Free with g_free; NULL if nothing is named. */
char *jue_account_item (const JueAccount *self);

/** jue_account_subject: what stands in front of relations: code项, or the item where the code is not known. Free with g_free. */
char *jue_account_subject (const JueAccount *self);

void jue_account_clear (JueAccount *self);

#endif
