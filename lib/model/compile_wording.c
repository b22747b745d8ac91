/* Host tool of the build: reads what coach writes (vault-template/wording/) and prints the sorted table of wording.h as
 * C. A text that a language lacks, or that has other places than in the others, is an error. */
#include "model/compile_words.h"
#include "model/wording.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A text of one language. */
struct entry {
	int kind;
	const char *key;
	const struct word_file *file;
	const struct yaml_node *node;
	struct span text;
};

struct table {
	struct arena arena;
	struct entry *items;
	size_t count;
	size_t capacity;
};

static const char *kind_name(int kind)
{
	return kind == WORDING_TEXT ? "texts" : alias_domain_name((enum alias_domain)kind);
}

static bool kind_named(struct span name, int *kind)
{
	for (*kind = 0; *kind < WORDING_KIND_COUNT; ++*kind)
		if (span_is(name, kind_name(*kind)))
			return true;
	return false;
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static int add(
	struct table *table, int kind, const struct word_file *file, const struct yaml_node *node, struct error *error)
{
	struct span text = span_trim_end(node->value);
	if (node->kind != YAML_SCALAR || !text.length)
		return word_error(file, node, error, "\"%.*s\" needs a text behind it", SPAN_PRINT(node->key));
	if (text.length > WORDING_LONGEST)
		return word_error(file, node, error, "a text longer than the %d bytes of WORDING_LONGEST; part it",
			WORDING_LONGEST);
	table->items = arena_grow(&table->arena, table->items, table->count, &table->capacity, sizeof(*table->items));
	table->items[table->count++] =
		(struct entry){ kind, arena_copy_text(&table->arena, node->key), file, node, text };
	return 0;
}

static int read_kind(void *filled, const struct word_file *file, const struct yaml_node *texts, struct error *error)
{
	int kind;
	if (!kind_named(texts->key, &kind))
		return word_error(file, texts, error, "\"%.*s\" is no kind of words", SPAN_PRINT(texts->key));
	if (texts->kind != YAML_MAPPING)
		return word_error(file, texts, error, "a kind of words needs keys with texts below it");
	for (size_t i = 0; i < texts->count; i++)
		if (add(filled, kind, file, &texts->children[i], error))
			return -1;
	return 0;
}

/* --- the same in all languages -------------------------------------------------------------------------------------
 */

static int compare_keys(const struct entry *a, const struct entry *b)
{
	return a->kind != b->kind ? a->kind - b->kind : strcmp(a->key, b->key);
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left;
	const struct entry *b = right;
	int order = compare_keys(a, b);
	return order ? order : (int)a->file->language - (int)b->file->language;
}

/* The next place of the text, `{client}`: lower case letters and underscores in braces. */
static bool next_place(struct span *text, struct span *place)
{
	for (; text->length; *text = span_from(*text, 1)) {
		size_t end = 1;
		while (end < text->length && ((text->at[end] >= 'a' && text->at[end] <= 'z') || text->at[end] == '_'))
			end++;
		if (*text->at != '{' || end == 1 || end == text->length || text->at[end] != '}')
			continue;
		*place = span_slice(*text, 0, end + 1);
		*text = span_from(*text, end + 1);
		return true;
	}
	return false;
}

/* The first place of `text` that `other` lacks; at == NULL where it has all. */
static struct span lacking_place(struct arena *arena, struct span text, struct span other)
{
	struct span place;
	while (next_place(&text, &place))
		if (!span_contains(other, arena_copy_text(arena, place)))
			return place;
	return SPAN_NONE;
}

/* The texts of one key begin at `first`, and must be one in each language. */
static int check_key(struct table *table, size_t first, struct error *error)
{
	const struct entry *found[LANGUAGE_COUNT] = { NULL };
	const struct entry *entry = &table->items[first];
	for (size_t i = first; i < table->count && compare_keys(&table->items[i], entry) == 0; i++)
		found[table->items[i].file->language] = &table->items[i];
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		if (!found[i])
			return word_error(entry->file, entry->node, error, "%s \"%s\" has no text in %s.yaml",
				kind_name(entry->kind), entry->key, language_names[i]);
		for (int k = 0; k < i; k++) {
			struct span place = lacking_place(&table->arena, found[i]->text, found[k]->text);
			if (!place.at)
				place = lacking_place(&table->arena, found[k]->text, found[i]->text);
			if (place.at)
				return word_error(found[i]->file, found[i]->node, error,
					"the place %.*s of \"%s\" is not in each of %s.yaml and %s.yaml",
					SPAN_PRINT(place), entry->key, language_names[k], language_names[i]);
		}
	}
	return 0;
}

static int check(struct table *table, struct error *error)
{
	for (size_t i = 0; i < table->count; i++)
		if ((i == 0 || compare_keys(&table->items[i - 1], &table->items[i]) != 0) && check_key(table, i, error))
			return -1;
	return 0;
}

/* --- printing ---------------------------------------------------------------------------------------------------- */

static void print_table(struct table *table)
{
	size_t count = table->count / LANGUAGE_COUNT;
	puts("/* Written by compile_wording from vault-template/wording/. */\n#include \"model/wording.h\"\n");
	puts("const struct wording wording_table[] = {");
	for (size_t i = 0; i < table->count; i++) {
		const struct entry *entry = &table->items[i];
		if (i % LANGUAGE_COUNT == 0) {
			printf("\t{ %d, ", entry->kind);
			word_print(entry->key);
			printf(", {");
		}
		printf("\n\t\t");
		word_print(arena_copy_text(&table->arena, entry->text));
		puts(i % LANGUAGE_COUNT == LANGUAGE_COUNT - 1 ? " } }," : ",");
	}
	printf("};\n\nconst size_t wording_table_count = %zu;\n", count);
}

int main(int argc, char **argv)
{
	struct table table = { .arena = ARENA_INIT };
	struct error error = ERROR_INIT;
	int result = word_files_read(&table.arena, argc, argv, read_kind, &table, &error);
	if (result == 0 && table.count)
		qsort(table.items, table.count, sizeof(*table.items), compare);
	if (result == 0)
		result = check(&table, &error);
	if (result)
		word_error_print(&error);
	else
		print_table(&table);
	arena_release(&table.arena);
	return result ? EXIT_FAILURE : EXIT_SUCCESS;
}
