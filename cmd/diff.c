#include "cmd/commands.h"
#include "cmd/entry_fields.h"
#include "codec/utf8.h"
#include "sys/file.h"

struct diff_options {
	const char *entry;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct diff_options, entry, const char *, "N", false,
		"An entry of coach history, by number, id or commit (default: the latest)"),
	OPT_END,
};

struct diff_file {
	struct span path;
	int action; /* enum change_action */
	struct span diff;
};

struct diff_result {
	const struct entry_row *entry;
	struct result_list files;
};

static const char *const action_names[] = { "create", "modify", "remove", NULL };

static const struct result_field file_fields[] = {
	RES_TEXT(struct diff_file, path, "path", "The note, relative to the vault"),
	RES_CHOICE(struct diff_file, action, "action", action_names, "What happened to it"),
	RES_TEXT(struct diff_file, diff, "diff", "The unified diff"),
	RES_END,
};

static const struct result_field result[] = {
	RES_OBJECT(struct diff_result, entry, struct entry_row, "entry", entry_fields, "The entry"),
	RES_LIST(struct diff_result, files, struct diff_file, "files", file_fields, "What it changed, by path"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach diff", "What the last command changed" },
	{ "coach diff 2", "What the one before changed" },
	{ NULL, NULL },
};

static struct result_list list_files(struct arena *arena, const struct entry_files *files)
{
	struct diff_file *rows = arena_new_array(arena, files->count, struct diff_file);
	size_t count = 0;
	for (size_t i = 0; i < files->count; i++) {
		const struct entry_file *file = &files->items[i];
		struct change change = { .path = file->path, .before = file->before, .after = file->after };
		if (!file->hidden && (file->before.at || file->after.at))
			rows[count++] = (struct diff_file){ span_of(file->path), (int)change_action(&change),
				change_diff(arena, &change) };
	}
	return (struct result_list){ rows, count };
}

static struct span joined(struct arena *arena, const struct result_list *files)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(FILE_MOST_BYTES);
	const struct diff_file *rows = files->items;
	for (size_t i = 0; i < files->count; i++)
		buffer_add(&text, utf8_without_controls(arena, rows[i].diff));
	return buffer_finish(arena, &text);
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct diff_options *asked = context->options;
	struct entry_list entries;
	struct entry_files files;
	const struct entry *entry;
	if (entries_read(context->arena, context->vault, NULL, 0, &entries, error) ||
		entries_find(&entries, span_of(asked->entry ? asked->entry : "1"), &entry, error) ||
		entry_read(context->arena, context->vault, entry, &files, error))
		return -1;
	struct diff_result *data = arena_new(context->arena, struct diff_result);
	struct entry_row *row = arena_new(context->arena, struct entry_row);
	*row = entry_row_of(context->arena, context->vault, &entries, entry);
	data->entry = row;
	data->files = list_files(context->arena, &files);
	outcome->data = data;
	outcome->raw = joined(context->arena, &data->files);
	return 0;
}

const struct command command_diff = {
	.name = "diff",
	.group = GROUP_FOUNDATION,
	.summary = "Show what an entry of the history changed",
	.description =
		"Prints the change of one entry of `coach history` as a unified diff, the latest where none is named.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct diff_options),
	.result = result,
	.run = run,
};
