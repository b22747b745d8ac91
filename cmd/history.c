#include "cmd/commands.h"
#include "cmd/entry_fields.h"
#include "model/property.h"
#include "practice/client_choice.h"
#include "practice/practice.h"
#include "vault/given_path.h"

struct history_options {
	const char *client;
	const char *path;
};

static const struct option options[] = {
	OPT_TEXT(struct history_options, client, 'c', "client", "NAME", "Only what changed notes of this client",
		.completes = COMPLETES_CLIENT),
	ARG(OPTION_TEXT, struct history_options, path, const char *, "PATH", false,
		"Only what changed this note or folder, also one that is gone", .completes = COMPLETES_FILE),
	OPT_END,
};

struct history_result {
	struct result_list entries;
};

static const struct result_field result[] = {
	RES_LIST(struct history_result, entries, struct entry_row, "entries", entry_fields, "The latest first"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach history", "What coach changed, the latest first" },
	{ "coach history --client ada", "What it changed in the notes of one client" },
	{ "coach history Weeks", "And in one folder" },
	{ "coach history Clients --client ada", "Both together: what changed notes of the client in that folder" },
	{ NULL, NULL },
};

/* --- whose ------------------------------------------------------------------------------------------------------- */

struct paths {
	struct arena *arena;
	const char **items;
	size_t count;
	size_t capacity;
};

static void add_path(struct paths *paths, const char *path)
{
	paths->items = arena_grow(paths->arena, paths->items, paths->count, &paths->capacity, sizeof(*paths->items));
	paths->items[paths->count++] = path;
}

/* The note, and its folder where that has the client's name: what was moved or removed there counts too. */
static void add_note(struct paths *paths, const struct document *document, const struct client_choice *choice)
{
	add_path(paths, document->path);
	if (span_equal(document_folder(document), choice->note))
		add_path(paths, path_folder(paths->arena, document->path));
}

static int add_client(const struct context *context, const char *name, struct paths *paths, struct error *error)
{
	struct practice practice;
	struct client_choice choice;
	struct finding_list unheard = { .arena = context->arena };
	unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES;
	if (practice_load(context->arena, context->vault, context->today, parts, &practice, &unheard, error) ||
		client_choose(context->arena, &practice.records, span_of(name), &choice, error))
		return -1;
	const struct records *records = &practice.records;
	for (size_t i = 0; i < records->engagement_count; i++)
		if (records->engagements[i].client_id == choice.client->id)
			add_note(paths, records->engagements[i].document, &choice);
	for (size_t i = 0; i < records->session_count; i++)
		if (records->sessions[i].client_id == choice.client->id)
			add_note(paths, records->sessions[i].document, &choice);
	for (size_t i = 0; i < records->inbox_count; i++)
		if (records->inboxes[i].client_id == choice.client->id)
			add_note(paths, records->inboxes[i].document, &choice);
	return 0;
}

static int read_of_path(
	const struct context *context, const char *path, struct entry_list *entries, struct error *error)
{
	return entries_read(context->arena, context->vault, &path, 1, entries, error);
}

/* What PATH means: a note or folder that is there, or that was there when coach changed it. */
static int choose_place(const struct context *context, const char *given, const char **place, struct error *error)
{
	struct path_reading readings[PATH_READINGS];
	given_path_read(context->arena, context->vault, given, readings);
	for (int i = 0; i < PATH_READINGS; i++) {
		struct entry_list entries = { NULL, 0 };
		const struct path_reading *reading = &readings[i];
		if (!reading->path)
			continue;
		if (!reading->exists && read_of_path(context, reading->path, &entries, error))
			return -1;
		if (reading->exists || entries.count > 0) {
			*place = reading->path;
			return 0;
		}
	}
	given_path_refuse(given, readings, error);
	return error_hint(error, "name a note or folder of the vault; one that is gone by the path that it had");
}

/* Those of the paths that lie in the place; the place itself, where it lies in one of them. */
static struct paths within(const struct paths *paths, const char *place)
{
	struct paths left = { .arena = paths->arena };
	for (size_t i = 0; i < paths->count; i++) {
		if (path_below(place, paths->items[i])) {
			add_path(&left, paths->items[i]);
		} else if (path_below(paths->items[i], place)) {
			left.count = 0;
			add_path(&left, place);
			return left;
		}
	}
	return left;
}

static int choose_paths(const struct context *context, struct paths *paths, struct error *error)
{
	const struct history_options *asked = context->options;
	const char *place = "";
	if (asked->path && choose_place(context, asked->path, &place, error))
		return -1;
	if (asked->client && add_client(context, asked->client, paths, error))
		return -1;
	if (asked->client)
		*paths = within(paths, place);
	else if (*place)
		add_path(paths, place);
	return 0;
}

/* An empty list of paths means everything to entries_read, but nothing where a client has no note. */
static int read_entries(const struct context *context, struct entry_list *entries, struct error *error)
{
	const struct history_options *asked = context->options;
	struct paths paths = { .arena = context->arena };
	if (choose_paths(context, &paths, error))
		return -1;
	*entries = (struct entry_list){ NULL, 0 };
	if (asked->client && paths.count == 0)
		return 0;
	return entries_read(context->arena, context->vault, paths.items, paths.count, entries, error);
}

/* --- what -------------------------------------------------------------------------------------------------------- */

/* Nothing on record is not nothing changed: what is on record may have been removed, or be on another machine. */
static void report_none(struct report *report, const struct history_options *asked)
{
	bool all = !asked->path && !asked->client;
	report_text(report, NULL, TONE_PLAIN,
		all ? "No change of coach's is on record here yet." : "No change of that is on record here.");
}

static void report_entries(struct report *report, const struct entry_list *entries, const struct entry_row *rows)
{
	static const char *const columns[] = { "N", "Id", "When", "Command", "About", "Notes", "" };
	static const char *const marks[] = { "", "undone", "", "superseded" };
	struct report_node *table = report_table(report, NULL, columns, 7, "rllllrl");
	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i];
		struct report_cell *cells = report_row(report, table);
		report_cell_set(report, &cells[0], TONE_PLAIN, "%d", entry->number);
		report_cell_set(report, &cells[1], TONE_PLAIN, "%.*s", SPAN_PRINT(entry_short_id(entry)));
		report_cell_set(report, &cells[2], TONE_PLAIN, "%s", entry_time(report->arena, entry));
		report_cell_set(report, &cells[3], TONE_PLAIN, "%.*s", SPAN_PRINT(entry->command));
		report_cell_set(
			report, &cells[4], TONE_PLAIN, "%.*s", SPAN_PRINT(report_escape(report->arena, rows[i].about)));
		report_cell_set(report, &cells[5], TONE_PLAIN, "%d", entry->files);
		report_cell_set(report, &cells[6], TONE_QUIET, "%s", marks[entry->state]);
	}
	report_text(report, NULL, TONE_QUIET,
		"`coach diff N` shows one, `coach undo N` takes it back; the id does as well as N.");
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct entry_list entries;
	if (read_entries(context, &entries, error))
		return -1;
	struct history_result *data = arena_new(context->arena, struct history_result);
	struct entry_row *rows = arena_new_array(context->arena, entries.count, struct entry_row);
	for (size_t i = 0; i < entries.count; i++)
		rows[i] = entry_row_of(context->arena, context->vault, &entries, &entries.items[i]);
	data->entries = (struct result_list){ rows, entries.count };
	outcome->data = data;
	if (entries.count > 0)
		report_entries(&outcome->report, &entries, rows);
	else
		report_none(&outcome->report, context->options);
	return 0;
}

const struct command command_history = {
	.name = "history",
	.group = GROUP_FOUNDATION,
	.summary = "List what coach changed",
	.description =
		"Each change is one entry, the latest first and numbered from 1: when it was made, by which command, about what, "
		"and how many notes it changed. An entry that was taken back says so. What it was about is read off the notes "
		"each time: the commits themselves name no client.\n\n"
		"`undo` and `diff` take an entry by its number or by its id. The number grows by one with each change that "
		"follows; the id stays.\n\n"
		"Entries are commits in git; where the vault has no git, coach keeps the texts of its last changes itself, "
		"as many as `history.kept` says. Your own commits are not listed.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct history_options),
	.result = result,
	.run = run,
};
