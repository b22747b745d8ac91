#include "cli/envelope.h"

#include <string.h>

enum { FORMAT_VERSION = 1 };

struct finding_row {
	int severity;
	struct span code;
	struct span message;
	struct span path;
	struct optional_integer line;
	struct optional_integer column;
	struct span hint;
};

struct change_row {
	struct span path;
	int action;
	struct span moved_from;
	bool applied;
	struct span diff;
};

struct error_row {
	struct span class;
	struct optional_integer exit;
	struct span message;
	struct span hint;
	struct span path;
	struct optional_integer line;
	struct optional_integer column;
};

struct envelope_row {
	struct optional_integer coach;
	struct span command;
	struct date as_of;
	struct span vault;
	const void *data;
	struct result_list findings;
	struct result_list changes;
	struct span commit;
	const struct error_row *error;
};

static const char *const actions[] = { "create", "modify", "remove", NULL };

static const struct result_field finding_fields[] = {
	RES_CHOICE(struct finding_row, severity, "severity", finding_severity_names, "How grave it is"),
	RES_TEXT(struct finding_row, code, "code", "What was found; docs/findings.md lists the codes"),
	RES_TEXT(struct finding_row, message, "message", "For people; its wording may change"),
	RES_TEXT_OR_NULL(struct finding_row, path, "path", "The file, relative to the vault; \"-\" is standard input"),
	RES_INTEGER_OR_NULL(struct finding_row, line, "line", "From 1"),
	RES_INTEGER_OR_NULL(struct finding_row, column, "column", "From 1, in bytes"),
	RES_TEXT_OR_NULL(struct finding_row, hint, "hint", "What can be done about it"),
	RES_END,
};

static const struct result_field change_fields[] = {
	RES_TEXT(struct change_row, path, "path", "The file, relative to the vault"),
	RES_CHOICE(struct change_row, action, "action", actions, "What happens to the file"),
	RES_TEXT_OR_NULL(struct change_row, moved_from, "moved_from",
		"Where a note that is created was before; the change of that path removes it"),
	RES_BOOLEAN(struct change_row, applied, "applied", "False with --dry-run"),
	RES_TEXT(struct change_row, diff, "diff", "The unified diff"),
	RES_END,
};

static const struct result_field error_fields[] = {
	RES_TEXT(struct error_row, class, "class", "The kind of failure"),
	RES_INTEGER(struct error_row, exit, "exit", "The exit status"),
	RES_TEXT(struct error_row, message, "message", "What went wrong"),
	RES_TEXT_OR_NULL(struct error_row, hint, "hint", "What can be done about it"),
	RES_TEXT_OR_NULL(struct error_row, path, "path", "The file"),
	RES_INTEGER_OR_NULL(struct error_row, line, "line", "From 1"),
	RES_INTEGER_OR_NULL(struct error_row, column, "column", "From 1, in bytes"),
	RES_END,
};

enum { DATA_FIELD = 4 };

static const struct result_field envelope_fields[] = {
	RES_INTEGER(struct envelope_row, coach, "coach", "The version of this format: 1"),
	RES_TEXT_OR_NULL(struct envelope_row, command, "command", "The command's name; null where none was given"),
	RES_DATE(struct envelope_row, as_of, "as_of", "The day that was taken for today"),
	RES_TEXT_OR_NULL(struct envelope_row, vault, "vault", "The vault as given; null where none was read"),
	[DATA_FIELD] = { .kind = RESULT_OBJECT,
		.name = "data",
		.help = "The result; null where the command failed",
		.offset = offsetof(struct envelope_row, data),
		.nullable = true },
	RES_LIST(struct envelope_row, findings, struct finding_row, "findings", finding_fields,
		"What was noticed on the way"),
	RES_LIST(struct envelope_row, changes, struct change_row, "changes", change_fields, "Files changed, by path"),
	RES_TEXT_OR_NULL(struct envelope_row, commit, "commit", "The commit's id"),
	RES_OBJECT_OR_NULL(struct envelope_row, error, struct error_row, "error", error_fields, "Null on success"),
	RES_END,
};

enum { FIELD_COUNT = sizeof(envelope_fields) / sizeof(envelope_fields[0]) };

/* The envelope's table with the command's own table for its data. */
static void fields_for(const struct command *command, struct result_field fields[FIELD_COUNT])
{
	memcpy(fields, envelope_fields, sizeof(envelope_fields));
	fields[DATA_FIELD].of = command ? command->result : NULL;
}

static struct span text_or_none(const char *text)
{
	return text && *text ? span_of(text) : SPAN_NONE;
}

/* Empty where there is nothing, never null. */
static struct span text_or_empty(struct span text)
{
	return text.at ? text : SPAN("");
}

static struct optional_integer positive(unsigned number)
{
	return (struct optional_integer){ number > 0, number };
}

static struct result_list finding_rows(struct arena *arena, const struct finding_list *findings)
{
	struct finding_row *rows = arena_new_array(arena, findings->count, struct finding_row);
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		rows[i] = (struct finding_row){
			.severity = (int)finding_code_severity(finding->code),
			.code = span_of(finding_code_text(finding->code)),
			.message = span_of(finding->message),
			.path = text_or_none(finding->position.path),
			.line = positive(finding->position.line),
			.column = positive(finding->position.column),
			.hint = text_or_none(finding->hint),
		};
	}
	return (struct result_list){ rows, findings->count };
}

static int compare_paths(const void *left, const void *right)
{
	const struct change_row *a = left;
	const struct change_row *b = right;
	return span_compare(a->path, b->path);
}

static struct result_list change_rows(struct arena *arena, const struct changeset *changes, bool applied)
{
	struct change_row *rows = arena_new_array(arena, changes->count, struct change_row);
	size_t count = 0;
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		const struct change *from = change_origin(changes, change);
		if (change->hidden)
			continue;
		rows[count++] = (struct change_row){
			.path = span_of(change->path),
			.action = (int)change_action(change),
			.moved_from = from ? span_of(from->path) : SPAN_NONE,
			.applied = applied,
			.diff = text_or_empty(change_diff(arena, change)),
		};
	}
	qsort(rows, count, sizeof(*rows), compare_paths);
	return (struct result_list){ rows, count };
}

static const char *class_name(enum error_class class)
{
	switch (class) {
	case ERROR_NONE:
		break;
	case ERROR_USAGE:
		return "usage";
	case ERROR_NOT_FOUND:
		return "not_found";
	case ERROR_PARSE:
		return "parse";
	case ERROR_CONFLICT:
		return "conflict";
	case ERROR_IO:
		return "io";
	case ERROR_NETWORK:
		return "network";
	case ERROR_BUDGET:
		return "budget";
	case ERROR_CONSENT:
		return "consent";
	case ERROR_INPUT_NEEDED:
		return "input_needed";
	case ERROR_REFUSED:
		return "refused";
	case ERROR_INTERRUPTED:
		return "interrupted";
	}
	return "none";
}

static const struct error_row *error_row(struct arena *arena, const struct error *error)
{
	if (error->class == ERROR_NONE)
		return NULL;
	struct error_row *row = arena_new(arena, struct error_row);
	*row = (struct error_row){
		.class = span_of(class_name(error->class)),
		.exit = INTEGER_OF((long long)error->class),
		.message = span_of(error->message),
		.hint = text_or_none(error->hint),
		.path = text_or_none(error->path),
		.line = positive(error->line),
		.column = positive(error->column),
	};
	return row;
}

void envelope_write(struct arena *arena, const struct envelope *envelope, struct buffer *out)
{
	const char *name = envelope->command ? envelope->command->name : envelope->command_name;
	const struct outcome *outcome = envelope->outcome;
	struct envelope_row row = {
		.coach = INTEGER_OF(FORMAT_VERSION),
		.command = text_or_none(name),
		.as_of = envelope->as_of,
		.vault = text_or_none(envelope->vault),
		.data = outcome ? outcome->data : NULL,
		.findings = finding_rows(arena, envelope->findings),
		.commit = text_or_none(envelope->commit),
		.error = error_row(arena, envelope->error),
	};
	if (outcome)
		row.changes = change_rows(arena, &outcome->changes, envelope->applied);
	struct result_field fields[FIELD_COUNT];
	fields_for(envelope->command, fields);
	struct json *json = result_json(fields, &row);
	json_write(json, out);
	json_release(json);
}

void envelope_schema(const struct command *command, struct buffer *out)
{
	struct result_field fields[FIELD_COUNT];
	fields_for(command, fields);
	struct buffer BUFFER_CLEANUP name = BUFFER_INIT(256);
	buffer_printf(&name, "%s.json", command->name);
	struct json *schema = json_make_object();
	json_set(schema, "$schema", json_make_text(SPAN("https://json-schema.org/draft/2020-12/schema")));
	json_set(schema, "$id", json_make_text(buffer_span(&name)));
	json_set(schema, "title", json_make_text(span_of(command->summary)));
	result_schema(fields, schema);
	json_write(schema, out);
	json_release(schema);
}
