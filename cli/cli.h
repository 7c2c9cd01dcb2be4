#ifndef JUE_CLI_H
#define JUE_CLI_H

#include "convert/convert.h"

/** Exit status; 1 is left to the shell. */
enum {
  JUE_EXIT_CLEAN = 0,
  JUE_EXIT_FAILED = 2,
  JUE_EXIT_DOUBTFUL = 3,
};

/** JueCommand: a subcommand. @run: gets the arguments with the command's name as the first */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  int (*run) (int argc, char **argv);
} JueCommand;

extern const JueCommand jue_command_extract, jue_command_normalize, jue_command_check, jue_command_export,
    jue_command_convert, jue_command_forms;

/** JueCommon: what every subcommand knows. @files: the arguments that are no options; NULL if none */
typedef struct {
  gboolean help;
  gboolean quiet;
  gboolean warnings_ok;
  char **files;
} JueCommon;

/**
 * jue_cli_parse: reads options and arguments.
 * @entries: the command's own options, or NULL
 * @max_files: how many arguments it takes
 * Returns: TRUE to go on; FALSE when all is done (help was printed, or bad usage was reported), with @status set.
 */
gboolean jue_cli_parse (const JueCommand *command, const GOptionEntry *entries, guint max_files, int argc, char **argv,
                        JueCommon *common, int *status);

/** jue_common_clear: frees what jue_cli_parse allocated. */
void jue_common_clear (JueCommon *self);

/** jue_cli_bad_usage: says what was wrong and where help is. Returns: JUE_EXIT_FAILED. @command may be NULL */
int jue_cli_bad_usage (const char *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** jue_cli_fail: prints an error about @file (or NULL). Returns: JUE_EXIT_FAILED. */
int jue_cli_fail (const char *file, const GError *error);

/** jue_cli_tell: a JueTell that prints on standard error; @common is a JueCommon. Errors are printed even if quiet. */
void jue_cli_tell (gpointer common, JueMessageKind kind, const char *file, guint page, const char *text);

/** jue_cli_status: the exit status for an outcome. */
int jue_cli_status (const JueCommon *common, JueOutcome outcome);

/** jue_cli_deliver: prints the warnings of a report that was delivered. Returns: the exit status. */
int jue_cli_deliver (const JueCommon *common, const JueReport *report);

/** jue_cli_print: prints @text on standard output. Returns: the exit status: 0, or 2 if it could not be written. */
int jue_cli_print (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JueCommon, jue_common_clear)

#endif
