#include "model/compile_words.h"

#include "sys/file.h"

#include <stdarg.h>
#include <stdio.h>

enum { WORD_FILE_MOST = 256 * 1024 };

int word_error(const struct word_file *file, const struct yaml_node *node, struct error *error, const char *format, ...)
{
	char message[ERROR_TEXT_SIZE];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	return error_at(error, ERROR_PARSE, (struct position){ file->path, node->line, node->column }, "%s", message);
}

void word_error_print(const struct error *error)
{
	fprintf(stderr, "%s:%u:%u: %s\n", error->path, error->line, error->column, error->message);
}

static int read_language(struct word_file *file, struct error *error)
{
	const struct yaml_node *named = yaml_get(file->root, "language");
	if (language_named(yaml_text(named), &file->language))
		return 0;
	return word_error(file, named ? named : file->root, error,
		"the file names no language of language.h; write it like language: en");
}

int word_files_read(
	struct arena *arena, int argc, char **argv, word_kind_reader *read, void *table, struct error *error)
{
	for (int i = 1; i < argc; i++) {
		struct word_file *file = arena_new(arena, struct word_file);
		struct yaml_node *root;
		struct span bytes;
		if (file_read(arena, argv[i], argv[i], WORD_FILE_MOST, &bytes, NULL, error) < 0 ||
			yaml_parse(arena, bytes, WORD_FILE_MOST, argv[i], 1, &root, error) < 0)
			return -1;
		*file = (struct word_file){ .path = argv[i], .root = root };
		if (read_language(file, error))
			return -1;
		for (size_t k = 0; k < root->count; k++)
			if (!span_is(root->children[k].key, "language") && read(table, file, &root->children[k], error))
				return -1;
	}
	return 0;
}

void word_print(const char *text)
{
	putchar('"');
	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;
		if (byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?')
			putchar(byte);
		else
			printf("\\%03o", byte);
	}
	putchar('"');
}
