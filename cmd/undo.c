/* undo and redo: an entry of the history taken back, with what was written since kept (vault/revert.h). */
#include "cmd/commands.h"
#include "cmd/entry_fields.h"
#include "cmd/undo_words.h"
#include "model/kinds.h"

#include <string.h>

struct undo_options {
	const char *entry;
};

static const struct option undo_option_table[] = {
	ARG(OPTION_TEXT, struct undo_options, entry, const char *, "N", false,
		"An entry of coach history, by number, id or commit (default: the latest that stands)"),
	OPT_END,
};

static const struct option redo_option_table[] = {
	ARG(OPTION_TEXT, struct undo_options, entry, const char *, "N", false,
		"An entry that was taken back, or the undo that took it, by number, id or commit (default: the latest)"),
	OPT_END,
};

struct undo_result {
	const struct entry_row *entry;
};

static const struct result_field result[] = {
	RES_OBJECT_OR_NULL(struct undo_result, entry, struct entry_row, "entry", entry_fields,
		"The entry that was taken back or brought back, by its number of before and in its state of now; null when there was none"),
	RES_END,
};

static const struct example undo_examples[] = {
	{ "coach undo --dry-run", "Show what taking the last change back would change" },
	{ "coach undo 3", "Take an earlier one back, and keep what came after it" },
	{ NULL, NULL },
};

static const struct example redo_examples[] = {
	{ "coach redo --dry-run", "Show what bringing it back would change" },
	{ "coach redo 4", "Bring an earlier one back" },
	{ NULL, NULL },
};

/* --- which ------------------------------------------------------------------------------------------------------- */

static const struct entry *founding_that_stands(const struct entry_list *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		if (entries->items[i].state == ENTRY_STANDS && entry_is_founding(&entries->items[i]))
			return &entries->items[i];
	return NULL;
}

/* What `undo` is to take back. NULL where there is nothing, and why. */
static int choose_for_undo(struct arena *arena, const struct entry_list *entries, const char *asked,
	const struct entry **chosen, const char **why, struct error *error)
{
	const struct entry *entry = entries_next(entries, 0, false);
	const struct entry *init = entry ? NULL : founding_that_stands(entries);
	*chosen = NULL;
	*why = "there is nothing to take back";
	if (asked && entries_find(entries, span_of(asked), &entry, error))
		return -1;
	if (!entry && init)
		*why = arena_printf(arena,
			"the only change left is `init`; `coach undo %d` takes the vault's own files away",
			init->number);
	else if (entry && entry->state == ENTRY_UNDONE)
		*why = arena_printf(arena, "it is taken back already; `coach redo %d` brings it back", entry->number);
	else if (entry && entry->state == ENTRY_SUPERSEDED)
		*why = entries_last_turn(entries, entry)->redoes.length ? "it is brought back already"
									: "it is taken back already";
	else
		*chosen = entry;
	return 0;
}

/* The undo that `redo` is to take back, named by itself or by what it took. */
static int choose_for_redo(const struct entry_list *entries, const char *asked, const struct entry **chosen,
	const char **why, struct error *error)
{
	const struct entry *named;
	*chosen = NULL;
	*why = "nothing was taken back that could be brought back";
	if (!asked) {
		*chosen = entries_next(entries, 0, true);
		return 0;
	}
	if (entries_find(entries, span_of(asked), &named, error))
		return -1;
	const struct entry *turn = entries_last_turn(entries, named);
	if (!turn)
		*why = "it was not taken back, so that there is nothing to bring back";
	else if (turn->redoes.length)
		*why = "it is brought back already";
	else
		*chosen = turn;
	return 0;
}

/* --- taking back ------------------------------------------------------------------------------------------------- */

/* What takes this turn back. The latest undo is what `redo` takes; what was brought back is named by its id where
 * `undo` alone would choose another. Where that entry is not known any more, only the redo itself can be named, which
 * is the latest entry then. */
static const char *way_back(const struct turning *turning)
{
	struct arena *arena = turning->context->arena;
	const struct entry *subject = turning->subject;
	const struct entry *next = entries_next(turning->entries, 0, false);
	if (!turning->brings_back)
		return "redo";
	if (subject == turning->entry)
		return "undo 1";
	if (!entry_is_founding(subject) && (!next || next->number > subject->number))
		return "undo";
	return arena_printf(arena, "undo %.*s", SPAN_PRINT(entry_short_id(turning->subject)));
}

/* An entry that itself takes something back brings that back when it is taken back: then that is a redo, whichever of
 * the two commands did it. */
static void set_message(const struct turning *turning, struct outcome *outcome)
{
	const struct entry *entry = turning->entry;
	struct changeset *changes = &outcome->changes;
	struct arena *arena = changes->arena;
	changes->subject = arena_copy_text(arena, turning_subject(turning));
	changes->command = turning->brings_back ? "redo" : "undo";
	if (turning->brings_back)
		changes->redoes = arena_copy_text(arena, entry->undoes);
	else
		changes->undoes = arena_copy_text(arena, entry->redoes.length ? entry->redoes : entry->id);
	outcome->way_back = way_back(turning);
}

static bool leaves_a_vault(const struct changeset *changes)
{
	for (size_t i = 0; i < changes->count; i++)
		if (strcmp(changes->items[i].path, configuration_name) == 0 && !changes->items[i].after.at)
			return false;
	return true;
}

static void report_turn(const struct turning *turning, struct outcome *outcome)
{
	turning_report(turning, changeset_visible(&outcome->changes), &outcome->report);
	if (leaves_a_vault(&outcome->changes))
		return;
	report_text(&outcome->report, NULL, TONE_PLAIN,
		"The folder is no vault any more; your notes stay, and `coach init` makes it one again.");
	outcome->way_back = "";
}

static void set_data(const struct turning *turning, struct outcome *outcome)
{
	struct arena *arena = turning->context->arena;
	struct undo_result *data = arena_new(arena, struct undo_result);
	struct entry_row *row = arena_new(arena, struct entry_row);
	*row = entry_row_of(arena, turning->context->vault, turning->entries, turning->subject);
	bool unknown = turning->subject == turning->entry && turning->subject->state == ENTRY_TURNS;
	row->state = unknown ? ENTRY_SUPERSEDED : turning->brings_back ? ENTRY_STANDS : ENTRY_UNDONE;
	data->entry = row;
	outcome->data = data;
}

static bool made_session(const struct turning *turning, const struct entry_file *file)
{
	const struct aliases *aliases = &turning->context->vault->configuration.aliases;
	bool made = !file->hidden && !file->before.at && file->after.at;
	return made && note_recognise(aliases, file->path, file->after) == NOTE_SESSION;
}

/* A session is booked by its note, so that half a note taken back would be none: what was done with it since goes
 * first. */
static const struct entry *find_rested_on(const struct turning *turning, const struct entry_files *files)
{
	const struct entry *later = NULL;
	for (size_t i = 0; !later && !turning->brings_back && i < files->count; i++)
		if (made_session(turning, &files->items[i]))
			later = entries_later_on(turning->entries, turning->entry, files->items[i].path);
	return later;
}

/* Where a person's own lines keep the note of a session, it is still booked. */
static void report_booked(const struct turning *turning, const struct entry_files *files, struct outcome *outcome)
{
	for (size_t i = 0; i < files->count; i++) {
		const struct change *change = changeset_find(&outcome->changes, files->items[i].path);
		if (change && change->after.at && made_session(turning, &files->items[i]))
			report_text(&outcome->report, NULL, TONE_WARNING,
				"The session is still booked, since its note stays: `coach session cancel` cancels it.");
	}
}

static int turn(const struct context *context, const struct entry_list *entries, const struct entry *entry,
	struct outcome *outcome, struct error *error)
{
	struct entry_files files;
	struct revert revert;
	const struct turning turning = turning_of(context, entries, entry);
	set_data(&turning, outcome);
	set_message(&turning, outcome);
	if (entry_read(context->arena, context->vault, entry, &files, error))
		return -1;
	if (files.altered)
		return turning_refuse_altered(&turning, error);
	const struct entry *later = find_rested_on(&turning, &files);
	if (later)
		return turning_refuse_rested_on(&turning, later, error);
	if (revert_files(context->arena, context->vault, &files, &outcome->changes, &revert, error) ||
		turning_judge(&turning, &revert, changeset_visible(&outcome->changes), error))
		return -1;
	report_turn(&turning, outcome);
	report_booked(&turning, &files, outcome);
	return 0;
}

static int nothing_to_do(struct outcome *outcome, struct arena *arena, const char *why)
{
	outcome->data = arena_new(arena, struct undo_result);
	outcome->unchanged = why;
	return 0;
}

static int run_undo(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct undo_options *asked = context->options;
	struct entry_list entries;
	const struct entry *entry;
	const char *why;
	if (entries_read(context->arena, context->vault, NULL, 0, &entries, error) ||
		choose_for_undo(context->arena, &entries, asked->entry, &entry, &why, error))
		return -1;
	return entry ? turn(context, &entries, entry, outcome, error) : nothing_to_do(outcome, context->arena, why);
}

static int run_redo(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct undo_options *asked = context->options;
	struct entry_list entries;
	const struct entry *entry;
	const char *why;
	if (entries_read(context->arena, context->vault, NULL, 0, &entries, error) ||
		choose_for_redo(&entries, asked->entry, &entry, &why, error))
		return -1;
	return entry ? turn(context, &entries, entry, outcome, error) : nothing_to_do(outcome, context->arena, why);
}

static const char *const undo_exits[] = {
	"5: what is to be taken back was changed again since, or nothing of it is left; nothing is written", NULL
};

static const char *const redo_exits[] = {
	"5: something else stands where it is to be brought back, or it is there already; nothing is written", NULL
};

const struct command command_undo = {
	.name = "undo",
	.group = GROUP_FOUNDATION,
	.summary = "Take back what a command changed",
	.description =
		"Takes back the latest change that stands, or the entry of `coach history` that you name, also days later: what "
		"was written since stays. Notes are merged by block, so a line that you added, changed or ticked elsewhere in "
		"the same note is kept.\n\n"
		"Where you changed the very lines that the entry had changed, both versions are shown and nothing is written; "
		"so too where nothing of the entry is left. `init` is taken back only when you name it.\n\n"
		"Each undo is an entry of its own: `coach redo` takes it back.",
	.examples = undo_examples,
	.needs = NEEDS_VAULT,
	.options = undo_option_table,
	.options_size = sizeof(struct undo_options),
	.result = result,
	.exits = undo_exits,
	.run = run_undo,
};

const struct command command_redo = {
	.name = "redo",
	.group = GROUP_FOUNDATION,
	.summary = "Bring back what undo took back",
	.description =
		"Brings back what the latest `coach undo` took back; again for the one before. Or the entry of `coach history` "
		"that you name: one that was taken back, or the undo itself. What was written since stays, as with `coach undo`.",
	.examples = redo_examples,
	.needs = NEEDS_VAULT,
	.options = redo_option_table,
	.options_size = sizeof(struct undo_options),
	.result = result,
	.exits = redo_exits,
	.run = run_redo,
};
