/* Host tool of the build: reads alias files (vault-template/aliases/) and prints the sorted table of aliases.h as C. */
#include "codec/utf8.h"
#include "model/aliases.h"
#include "model/compile_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
	enum alias_domain domain;
	const char *text;
	const char *term;
	unsigned languages;
};

struct table {
	struct arena arena;
	struct entry *items;
	size_t count;
	size_t capacity;
};

/* A word that this file, or English, has for the term; its place is the node's. */
struct word {
	const struct word_file *file;
	const struct yaml_node *node;
	struct span text;
	enum language language;
};

static int add(
	struct table *table, enum alias_domain domain, const char *term, const struct word *word, struct error *error)
{
	struct span folded = alias_fold(&table->arena, domain, word->text);
	if (folded.length == 0)
		return 0;
	if (folded.length > ALIAS_LONGEST || strlen(term) > ALIAS_LONGEST)
		return word_error(word->file, word->node, error, "a word longer than the %d bytes of ALIAS_LONGEST",
			ALIAS_LONGEST);
	table->items = arena_grow(&table->arena, table->items, table->count, &table->capacity, sizeof(*table->items));
	table->items[table->count++] = (struct entry){ domain, folded.at, term, 1u << word->language };
	return 0;
}

static int add_words(struct table *table, enum alias_domain domain, const struct word_file *file,
	const struct yaml_node *words, struct error *error)
{
	if (words->kind != YAML_LIST)
		return word_error(file, words, error, "a term needs a list of words in [brackets]");
	const char *term = arena_copy_text(&table->arena, words->key);
	const struct word itself = { file, words, words->key, LANGUAGE_ENGLISH };
	if (add(table, domain, term, &itself, error))
		return -1;
	for (size_t i = 0; i < words->count; i++) {
		const struct word word = { file, words, words->children[i].value, file->language };
		if (add(table, domain, term, &word, error))
			return -1;
	}
	return 0;
}

static int read_domain(void *filled, const struct word_file *file, const struct yaml_node *terms, struct error *error)
{
	enum alias_domain domain;
	if (!alias_domain_of(terms->key, &domain))
		return word_error(file, terms, error, "\"%.*s\" is no kind of words", SPAN_PRINT(terms->key));
	if (terms->kind != YAML_MAPPING)
		return word_error(file, terms, error, "a kind of words needs terms below it");
	for (size_t i = 0; i < terms->count; i++)
		if (add_words(filled, domain, file, &terms->children[i], error))
			return -1;
	return 0;
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;
	if (a->domain != b->domain)
		return a->domain < b->domain ? -1 : 1;
	int order = strcmp(a->text, b->text);
	return order ? order : strcmp(a->term, b->term);
}

/* A word of several languages stands once in the sorted table, and says which they are. */
static void join_repeated(struct table *table)
{
	size_t kept = 0;
	for (size_t i = 0; i < table->count; i++) {
		if (kept && compare(&table->items[kept - 1], &table->items[i]) == 0)
			table->items[kept - 1].languages |= table->items[i].languages;
		else
			table->items[kept++] = table->items[i];
	}
	table->count = kept;
}

static void print_table(const struct table *table)
{
	puts("/* Written by compile_aliases from vault-template/aliases/. */\n#include \"model/aliases.h\"\n");
	puts("const struct alias_word alias_table[] = {");
	for (size_t i = 0; i < table->count; i++) {
		const struct entry *entry = &table->items[i];
		printf("\t{ %d, ", (int)entry->domain);
		word_print(entry->text);
		printf(", ");
		word_print(entry->term);
		printf(", %u },\n", entry->languages);
	}
	printf("};\n\nconst size_t alias_table_count = %zu;\n", table->count);
}

int main(int argc, char **argv)
{
	struct table table = { .arena = ARENA_INIT };
	struct error error = ERROR_INIT;
	if (word_files_read(&table.arena, argc, argv, read_domain, &table, &error)) {
		word_error_print(&error);
		return EXIT_FAILURE;
	}
	if (table.count)
		qsort(table.items, table.count, sizeof(*table.items), compare);
	join_repeated(&table);
	print_table(&table);
	arena_release(&table.arena);
	return EXIT_SUCCESS;
}
