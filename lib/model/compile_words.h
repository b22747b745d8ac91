/* What the host tools share that make C of the words of languages: compile_aliases.c and compile_wording.c. */
#ifndef COACH_MODEL_COMPILE_WORDS_H
#define COACH_MODEL_COMPILE_WORDS_H

#include "base/arena.h"
#include "base/error.h"
#include "codec/yaml.h"
#include "model/language.h"

/* A language's file: `language: de`, and kinds of words, each with entries below it. */
struct word_file {
	const char *path;
	enum language language;
	const struct yaml_node *root;
};

/* A kind of words of the file: its name is the node's key. */
typedef int word_kind_reader(
	void *table, const struct word_file *file, const struct yaml_node *kind, struct error *error);

/* Reads the files that argv names, each kind of words in each by `read`. The error says the place, and ends the tool.
 */
int word_files_read(
	struct arena *arena, int argc, char **argv, word_kind_reader *read, void *table, struct error *error);

/* Sets the error at the node's place in the file; -1. */
int word_error(const struct word_file *file, const struct yaml_node *node, struct error *error, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Prints the error as compilers do, to standard error. */
void word_error_print(const struct error *error);

/* Prints the text as a string of C, in ASCII. */
void word_print(const char *text);

#endif
