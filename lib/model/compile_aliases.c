/* Host tool of the build: reads alias files (vault-template/aliases/) and prints the sorted table of aliases.h as C. */
#include "base/arena.h"
#include "codec/utf8.h"
#include "codec/yaml.h"
#include "model/aliases.h"
#include "sys/file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALIAS_FILE_MOST = 256 * 1024 };

struct table {
	struct arena arena;
	struct alias *items;
	size_t count;
	size_t capacity;
};

static int add(struct table *table, enum alias_domain domain, const char *term, struct span text,
	struct position position, struct error *error)
{
	struct span folded = alias_fold(&table->arena, domain, text);
	if (folded.length == 0)
		return 0;
	if (folded.length > ALIAS_LONGEST || strlen(term) > ALIAS_LONGEST)
		return error_at(error, ERROR_PARSE, position, "a word longer than the %d bytes of ALIAS_LONGEST",
			ALIAS_LONGEST);
	table->items = arena_grow(&table->arena, table->items, table->count, &table->capacity, sizeof(*table->items));
	table->items[table->count++] = (struct alias){ domain, folded.at, term };
	return 0;
}

static int read_domain(struct table *table, enum alias_domain domain, const char *path, const struct yaml_node *terms,
	struct error *error)
{
	if (terms->kind != YAML_MAPPING)
		return error_at(error, ERROR_PARSE, (struct position){ path, terms->line, terms->column },
			"a kind of words needs terms below it");
	for (size_t i = 0; i < terms->count; i++) {
		const struct yaml_node *words = &terms->children[i];
		struct position position = { path, words->line, words->column };
		if (words->kind != YAML_LIST)
			return error_at(error, ERROR_PARSE, position, "a term needs a list of words in [brackets]");
		const char *term = arena_copy_text(&table->arena, words->key);
		if (add(table, domain, term, words->key, position, error))
			return -1;
		for (size_t k = 0; k < words->count; k++)
			if (add(table, domain, term, words->children[k].value, position, error))
				return -1;
	}
	return 0;
}

static int read_file(struct table *table, const char *path, struct error *error)
{
	struct span bytes;
	struct yaml_node *root;
	if (file_read(&table->arena, path, path, ALIAS_FILE_MOST, &bytes, NULL, error) < 0 ||
		yaml_parse(&table->arena, bytes, ALIAS_FILE_MOST, path, 1, &root, error) < 0)
		return -1;
	for (size_t i = 0; i < root->count; i++) {
		const struct yaml_node *terms = &root->children[i];
		struct position position = { path, terms->line, terms->column };
		enum alias_domain domain;
		if (span_is(terms->key, "language"))
			continue;
		if (!alias_domain_of(terms->key, &domain))
			return error_at(
				error, ERROR_PARSE, position, "\"%.*s\" is no kind of words", SPAN_PRINT(terms->key));
		if (read_domain(table, domain, path, terms, error))
			return -1;
	}
	return 0;
}

static int compare(const void *left, const void *right)
{
	const struct alias *a = left;
	const struct alias *b = right;
	if (a->domain != b->domain)
		return a->domain < b->domain ? -1 : 1;
	int order = span_compare(span_of(a->text), span_of(b->text));
	return order ? order : strcmp(a->term, b->term);
}

static void print_text(const char *text)
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

static void print_table(const struct table *table)
{
	size_t printed = 0;
	puts("/* Written by compile_aliases from vault-template/aliases/. */\n#include \"model/aliases.h\"\n");
	puts("const struct alias_word alias_table[] = {");
	for (size_t i = 0; i < table->count; i++) {
		if (i && compare(&table->items[i - 1], &table->items[i]) == 0)
			continue;
		printf("\t{ %d, ", (int)table->items[i].domain);
		print_text(table->items[i].text);
		printf(", ");
		print_text(table->items[i].term);
		puts(" },");
		printed++;
	}
	printf("};\n\nconst size_t alias_table_count = %zu;\n", printed);
}

int main(int argc, char **argv)
{
	struct table table = { .arena = ARENA_INIT };
	struct error error = ERROR_INIT;
	for (int i = 1; i < argc; i++) {
		if (read_file(&table, argv[i], &error) < 0) {
			fprintf(stderr, "%s:%u:%u: %s\n", argv[i], error.line, error.column, error.message);
			return EXIT_FAILURE;
		}
	}
	if (table.count)
		qsort(table.items, table.count, sizeof(*table.items), compare);
	print_table(&table);
	arena_release(&table.arena);
	return EXIT_SUCCESS;
}
