#include <string.h>

#include "cli/cli.h"
#include "convert/build.h"

static const JueCommand *const commands[] = {
  &jue_command_convert, &jue_command_extract, &jue_command_normalize,
  &jue_command_check,   &jue_command_export,  &jue_command_forms,
};

static const JueCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i]->name, name) == 0)
      return commands[i];
  return NULL;
}

static int
print_usage (void)
{
  g_autoptr (GString) text =
      g_string_new ("Usage:\n  juesuan COMMAND [OPTION…] [FILE…]\n\n"
                    "Turns published final accounts and budgets (PDF) into exact, structured data.\n\n"
                    "Commands:\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i]->name, commands[i]->summary);
  g_string_append (text,
                   "  help       Print help on a command\n\n"
                   "Options:\n"
                   "  -h, --help     Print this help\n"
                   "  --version      Print the version\n\n"
                   "Exit status: 0 clean, 3 delivered with loss or doubt, 2 nothing delivered.\n"
                   "Examples:\n"
                   "  juesuan convert report.pdf -o out\n"
                   "  juesuan extract report.pdf | juesuan normalize | juesuan check | juesuan export --to json\n");
  return jue_cli_print (text->str);
}

static int
print_version (void)
{
  g_autofree char *build = jue_build_id ();
  g_autofree char *text = g_strdup_printf ("juesuan " JUE_VERSION "\nbuild %s\n", *build != '\0' ? build : "unknown");
  return jue_cli_print (text);
}

static int
print_command_help (const char *name)
{
  const JueCommand *command = find_command (name);
  char *arguments[] = { (char *)name, (char *)"--help", NULL };
  if (command == NULL)
    return jue_cli_bad_usage (NULL, "unknown command '%s'", name);
  return command->run (2, arguments);
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    return jue_cli_bad_usage (NULL, "no command given");
  const char *name = argv[1];
  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    return print_usage ();
  if (strcmp (name, "help") == 0)
    return argc > 2 ? print_command_help (argv[2]) : print_usage ();
  if (strcmp (name, "--version") == 0)
    return print_version ();
  const JueCommand *command = find_command (name);
  if (command == NULL)
    return jue_cli_bad_usage (NULL, "unknown %s '%s'", name[0] == '-' ? "option" : "command", name);
  return command->run (argc - 1, argv + 1);
}
