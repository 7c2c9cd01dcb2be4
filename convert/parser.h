#ifndef JUE_PARSER_H
#define JUE_PARSER_H

#include "convert/guard.h"
#include "normalize/catalogue.h"
#include "normalize/report.h"

/** Limits of one document: bytes of address space, seconds of all attempts together, CPU seconds at a page, attempts, pages. */
#define JUE_PARSER_MEMORY (G_GUINT64_CONSTANT (1) << 30)
#define JUE_PARSER_SECONDS 28
#define JUE_PARSER_PAGE_SECONDS 5
#define JUE_PARSER_ATTEMPTS 8
#define JUE_PARSER_PAGES 10000

/** A process is replaced after so many documents, or when it holds so many bytes. */
#define JUE_PARSER_MAX_DOCUMENTS 1000
#define JUE_PARSER_MAX_RESIDENT (G_GUINT64_CONSTANT (256) << 20)

/** Largest report that a process may hand back, bytes of its stream. */
#define JUE_PARSER_MAX_REPORT (G_GUINT64_CONSTANT (1) << 29)

/**
 * JueParserOptions: everything is borrowed.
 * @password: for encrypted files, or NULL
 * @limits: NULL = the limits above
 * @max_pages: documents with more are refused; 0 = the limit above
 * @no_sandbox: leave the process that reads PDFs unlocked
 * @locks: what jue_sandbox_available said; 0 = not asked yet
 */
typedef struct {
  const JueCatalogue *catalogue;
  const char *password;
  const JueGuardLimits *limits;
  guint max_pages;
  gboolean no_sandbox;
  guint locks;
} JueParserOptions;

/**
 * JueParser: reads PDFs in a process of its own that nothing of what they do can leave: it gets each as an open file, and
 * hands back the report stream in a piece of memory. Here the stream is read as any untrusted one.
 */
typedef struct JueParser JueParser;

JueParser *jue_parser_new (const JueParserOptions *options, GError **error);
void jue_parser_free (JueParser *self);

/**
 * jue_parser_read: the report on the PDF that is open as @fd.
 * @source: its name, size and checksum, which the report gets whatever the process says. An empty checksum is found out
 * @cpu: gets the CPU time that it took, microseconds, in any case; or NULL
 * Returns: a report to be freed; or NULL with JUE_ERROR_INPUT, _PASSWORD, _LIMIT or _SYSTEM.
 */
JueReport *jue_parser_read (JueParser *self, int fd, JueSource *source, gint64 *cpu, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (JueParser, jue_parser_free)

#endif
