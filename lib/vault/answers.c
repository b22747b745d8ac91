#include "vault/answers.h"

#include "base/buffer.h"
#include "base/nearest.h"
#include "vault/private_folder.h"

#include <string.h>
#include <unistd.h>

static const char folder[] = ".coach/answers";

/* --- reading ----------------------------------------------------------------------------------------------------- */

static const char *file_name(struct arena *arena, const char *conversation)
{
	return arena_printf(arena, "%s.yaml", vault_file_name(arena, span_of(conversation)));
}

static int refuse_form(
	const struct answers *answers, const struct yaml_node *node, const char *expected, struct error *error)
{
	error_at(error, ERROR_PARSE, answers_position(answers, node), "\"%.*s\" is no %s", SPAN_PRINT(node->key),
		expected);
	return error_hint(error, "write it as %s",
		strcmp(expected, "list") == 0 ? "lines of their own that begin with \"- \"" : "one text, in quotes");
}

int answers_read(struct arena *arena, const char *path, struct span text, struct answers *answers, struct error *error)
{
	struct yaml_node *root;
	if (yaml_parse(arena, text, ANSWERS_MOST_BYTES, path, 1, &root, error))
		return -1;
	*answers = (struct answers){ path, text, root, false };
	if (root->kind == YAML_MAPPING)
		return 0;
	error_at(error, ERROR_PARSE, answers_position(answers, root), "this holds no answers");
	return error_hint(error, "write each as KEY: TEXT on a line of its own");
}

int answers_kept(struct arena *arena, const struct vault *vault, const char *conversation, struct answers *answers,
	struct error *error)
{
	const char *path = arena_printf(arena, "%s/%s", folder, file_name(arena, conversation));
	struct span text;
	*answers = (struct answers){ .path = path, .kept = true };
	if (vault_read(arena, vault, path, ANSWERS_MOST_BYTES, &text, error))
		return -1;
	if (!text.at)
		return 0;
	if (answers_read(arena, path, text, answers, error))
		return error_hint(error, "mend the file, or remove it to be asked anew");
	answers->kept = true;
	return 0;
}

/* --- what was answered ------------------------------------------------------------------------------------------- */

const struct yaml_node *answers_get(const struct answers *answers, const char *key, struct span entry)
{
	const struct yaml_node *node = yaml_get(answers->root, key);
	if (!node || entry.length == 0)
		return node;
	for (size_t i = 0; node->kind == YAML_MAPPING && i < node->count; i++)
		if (span_equal(node->children[i].key, entry))
			return &node->children[i];
	return NULL;
}

struct position answers_position(const struct answers *answers, const struct yaml_node *node)
{
	return (struct position){ answers->path, node->line, node->column };
}

int answers_refuse(const struct answers *answers, const struct yaml_node *node, const char *what, const char *hint,
	struct error *error)
{
	error_at(error, ERROR_PARSE, answers_position(answers, node), "\"%.*s\" is %s",
		SPAN_PRINT(span_slice(yaml_text(node), 0, 60)), what);
	return error_hint(error, "%s", hint);
}

int answers_text(const struct answers *answers, const char *key, struct span *text, struct error *error)
{
	const struct yaml_node *node = answers_get(answers, key, SPAN_NONE);
	*text = yaml_text(node);
	return node && node->kind != YAML_SCALAR ? refuse_form(answers, node, "text", error) : 0;
}

int answers_list(struct arena *arena, const struct answers *answers, const char *key, const struct yaml_node ***items,
	size_t *count, struct error *error)
{
	const struct yaml_node *node = answers_get(answers, key, SPAN_NONE);
	*items = NULL;
	*count = 0;
	if (!node || (node->kind == YAML_SCALAR && yaml_text(node).length == 0))
		return 0;
	if (node->kind == YAML_MAPPING)
		return refuse_form(answers, node, "list", error);
	bool single = node->kind == YAML_SCALAR;
	*count = single ? 1 : node->count;
	*items = arena_new_array(arena, *count, const struct yaml_node *);
	for (size_t i = 0; i < *count; i++)
		(*items)[i] = single ? node : &node->children[i];
	return 0;
}

int answers_check_keys(const struct answers *answers, const char *const *keys, struct error *error)
{
	for (size_t i = 0; answers->root && i < answers->root->count; i++) {
		const struct yaml_node *node = &answers->root->children[i];
		struct nearest nearest = nearest_to(node->key);
		bool known = false;
		for (const char *const *key = keys; *key; key++) {
			known = known || span_is(node->key, *key);
			nearest_offer(&nearest, *key);
		}
		if (known)
			continue;
		error_at(error, ERROR_PARSE, answers_position(answers, node), "no question is called \"%.*s\"",
			SPAN_PRINT(node->key));
		return nearest.best ? error_hint(error, "did you mean %s?", nearest.best) : -1;
	}
	return 0;
}

/* --- keeping ----------------------------------------------------------------------------------------------------- */

static void add_value(struct buffer *text, struct arena *arena, const struct answer *answer, const char *indent)
{
	for (size_t i = 0; answer->is_list && i < answer->count; i++)
		buffer_printf(text, "\n%s  - %.*s", indent, SPAN_PRINT(yaml_quote(arena, answer->values[i], '"')));
	if (answer->is_list && answer->count == 0)
		buffer_add_text(text, " []");
	if (!answer->is_list)
		buffer_printf(text, " %.*s", SPAN_PRINT(yaml_quote(arena, answer->values[0], '"')));
	buffer_add_byte(text, '\n');
}

/* Behind the last entry of the mapping that the key names; at the end where there is none yet. */
static size_t place_of(const struct answers *answers, const struct answer *answer)
{
	const struct yaml_node *mapping = answers_get(answers, answer->key, SPAN_NONE);
	if (answer->entry.length == 0 || !mapping || mapping->kind != YAML_MAPPING || mapping->count == 0)
		return answers->text.length;
	const struct yaml_node *last = &mapping->children[mapping->count - 1];
	size_t end = last->offset + last->length;
	struct span rest = span_from(answers->text, end);
	if (end > 0 && answers->text.at[end - 1] == '\n')
		return end;
	size_t line = span_find_byte(rest, '\n');
	return end + (line < rest.length ? line + 1 : line);
}

static struct span with_answer(struct arena *arena, const struct answers *answers, const struct answer *answer)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(ANSWERS_MOST_BYTES);
	size_t place = place_of(answers, answer);
	bool within = answer->entry.length && answers_get(answers, answer->key, SPAN_NONE);
	buffer_add(&text, span_slice(answers->text, 0, place));
	if (text.length && text.bytes[text.length - 1] != '\n')
		buffer_add_byte(&text, '\n');
	if (!within)
		buffer_printf(&text, "%s:", answer->key);
	if (answer->entry.length)
		buffer_printf(
			&text, "%s  %.*s:", within ? "" : "\n", SPAN_PRINT(yaml_quote(arena, answer->entry, '"')));
	add_value(&text, arena, answer, answer->entry.length ? "  " : "");
	buffer_add(&text, span_from(answers->text, place));
	return text.over ? SPAN_NONE : buffer_finish(arena, &text);
}

static int write_file(const struct vault *vault, const char *path, struct span text, struct error *error)
{
	int opened = private_folder_open(vault->root, folder, true);
	int result = opened < 0 ? -1 : private_file_replace(opened, path_name(path), text, true);
	if (result)
		error_system(error, path, "the answer cannot be kept");
	if (opened >= 0)
		close(opened);
	return result;
}

int answers_keep(struct arena *arena, const struct vault *vault, const char *conversation, const struct answer *answer,
	struct error *error)
{
	struct answers before;
	struct answers after;
	if (answers_kept(arena, vault, conversation, &before, error))
		return -1;
	struct span text = with_answer(arena, &before, answer);
	if (!text.at)
		return error_set(error, ERROR_USAGE, "the answer is too long to be kept");
	if (answers_read(arena, before.path, text, &after, error))
		return error_hint(error, "mend the file, or remove it to be asked anew");
	return write_file(vault, before.path, text, error);
}

void answers_put_served(struct changeset *changes, const struct answers *answers)
{
	if (answers->kept && answers->text.at)
		changeset_put_hidden(changes, answers->path, answers->text, SPAN_NONE);
}
