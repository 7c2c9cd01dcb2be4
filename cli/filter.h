#ifndef JUE_FILTER_H
#define JUE_FILTER_H

#include "cli/cli.h"
#include "normalize/catalogue.h"

/**
 * JueFilter: the options of a command that reads one thing and writes one. A command with more embeds it first.
 * @path: what to read; "-" = standard input. @output: where to write; NULL = standard output
 * @forms: the folder of known forms; NULL = those built in
 * @silent: the report is not written, since the command has written something in its place
 */
typedef struct {
  JueCommon common;
  const char *path;
  char *output;
  char *forms;
  gboolean gzip;
  gboolean silent;
} JueFilter;

/**
 * jue_filter_run: reads options and has @work done, whose exit status it returns.
 * @self: all zero; cleared in the end
 * @more: options besides those of JueFilter; those that @self has no use for are not offered: --forms without @forms_help
 */
int jue_filter_run (JueFilter *self, const JueCommand *command, const char *forms_help, const GOptionEntry *more,
                    int argc, char **argv, int (*work) (JueFilter *self));

/** JueFilterMake: a new report from what is at @self->path. @out: where it will be written; free to use if @self->silent */
typedef JueReport *(*JueFilterMake) (const JueFilter *self, const JueCatalogue *catalogue, FILE *out, GError **error);

/** jue_filter_report: has a report made, writes it, and prints its warnings. Returns: the exit status. */
int jue_filter_report (JueFilter *self, JueFilterMake make);

#endif
