/* undo and redo: an entry of the history taken back, with what was written since kept (vault/revert.h). */
#include "cmd/commands.h"
#include "cmd/entry_fields.h"
#include "codec/utf8.h"
#include "vault/revert.h"

struct undo_options {
	const char *entry;
};

static const struct option undo_option_table[] = {
	ARG(OPTION_TEXT, struct undo_options, entry, const char *, "N", false,
		"An entry of coach history, by number or commit (default: the latest that stands)"),
	OPT_END,
};

struct undo_result {
	const struct entry_row *entry;
};

static const struct result_field result[] = {
	RES_OBJECT_OR_NULL(struct undo_result, entry, struct entry_row, "entry", entry_fields,
		"The entry that was taken back or brought back, as it stood before; null when there was none"),
	RES_END,
};

static const struct example undo_examples[] = {
	{ "coach undo --dry-run", "Show what taking the last change back would change" },
	{ "coach undo 3", "Take an earlier one back, and keep what came after it" },
	{ NULL, NULL },
};

static const struct example redo_examples[] = {
	{ "coach redo --dry-run", "Show what bringing it back would change" },
	{ NULL, NULL },
};

/* --- which ------------------------------------------------------------------------------------------------------- */

static const struct entry *latest_that_stands(const struct entry_list *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		if (entries->items[i].state == ENTRY_STANDS)
			return &entries->items[i];
	return NULL;
}

/* The entry that an undo or a redo is about; the entry itself where it is neither, or where that one is not known. */
static const struct entry *subject_of(const struct entry_list *entries, const struct entry *entry)
{
	struct span id = entry->undoes.length ? entry->undoes : entry->redoes;
	for (size_t i = 0; id.length > 0 && i < entries->count; i++)
		if (span_equal(entries->items[i].id, id))
			return &entries->items[i];
	return entry;
}

/* The latest undo that still holds. */
static const struct entry *latest_undo(const struct entry_list *entries)
{
	for (size_t i = 0; i < entries->count; i++)
		if (entries->items[i].undoes.length && subject_of(entries, &entries->items[i])->state == ENTRY_UNDONE)
			return &entries->items[i];
	return NULL;
}

/* --- how it went ------------------------------------------------------------------------------------------------- */

enum { SHOWN_COLUMNS = 100 };

static struct span shown(struct arena *arena, struct span text)
{
	struct span line = SPAN_NONE;
	span_next_line(&text, &line);
	line = utf8_safe_line(arena, span_trim(line));
	size_t fits = utf8_fit(line, SHOWN_COLUMNS);
	return fits == line.length ? line : span_of(arena_printf(arena, "%.*s …", (int)fits, line.at));
}

static void report_conflict(const struct context *context, const struct revert_note *note)
{
	struct arena *arena = context->arena;
	struct span now = shown(arena, note->now);
	struct finding *finding = now.length ? finding_add(context->findings, FINDING_UNDO_CONFLICT, note->position,
						       "changed again since; now: %.*s", SPAN_PRINT(now))
					     : finding_add(context->findings, FINDING_UNDO_CONFLICT, note->position,
						       "not as the entry left it, so that it cannot be taken back");
	struct span wanted = shown(arena, note->wanted);
	if (wanted.length)
		finding_hint(context->findings, finding, "before the entry: %.*s", SPAN_PRINT(wanted));
}

static void report_notes(const struct context *context, const struct revert *revert)
{
	for (size_t i = 0; i < revert->count; i++) {
		const struct revert_note *note = &revert->notes[i];
		struct span wanted = shown(context->arena, note->wanted);
		switch (note->kind) {
		case REVERT_KEPT:
			finding_add(context->findings, FINDING_KEPT_EDIT, note->position,
				"what you wrote in it since was kept, and so the note");
			break;
		case REVERT_GONE:
			finding_add(context->findings, FINDING_KEPT_EDIT, note->position,
				"removed since, and not brought back: %.*s", SPAN_PRINT(wanted));
			break;
		case REVERT_CONFLICT:
			report_conflict(context, note);
			break;
		}
	}
}

static int refuse_conflict(const struct context *context, const struct entry *entry, struct error *error)
{
	error_set(error, ERROR_CONFLICT, "%.*s cannot be taken back: what it wrote was changed again",
		SPAN_PRINT(entry_title(context->arena, entry)));
	return error_hint(error,
		"nothing was written; `coach diff %d` shows what it did, so that you can mend it by hand",
		entry->number);
}

/* --- taking back ------------------------------------------------------------------------------------------------- */

/* An entry that itself takes something back brings that back when it is taken back. */
static void set_trailers(const struct entry *entry, struct changeset *changes)
{
	struct arena *arena = changes->arena;
	if (entry->undoes.length)
		changes->redoes = arena_copy_text(arena, entry->undoes);
	else
		changes->undoes = arena_copy_text(arena, entry->redoes.length ? entry->redoes : entry->id);
}

static void describe(const struct entry *subject, bool brings_back, struct outcome *outcome)
{
	struct arena *arena = outcome->report.arena;
	struct span title = entry_title(arena, subject);
	outcome->changes.subject = title.at;
	outcome->changes.mass_change = true; /* it was let pass when it was made */
	outcome->way_back = brings_back ? "undo" : "redo";
	report_text(&outcome->report, NULL, TONE_GOOD, "%s **%.*s** of %s.", brings_back ? "Brought back" : "Took back",
		SPAN_PRINT(report_escape(arena, title)), entry_time(arena, subject));
	if (changeset_visible(&outcome->changes) == 0)
		outcome->unchanged = arena_printf(arena, "nothing of %.*s stands as it was written", SPAN_PRINT(title));
}

static int turn(const struct context *context, const struct entry_list *entries, const struct entry *entry,
	struct outcome *outcome, struct error *error)
{
	struct entry_files files;
	struct revert revert = { .count = 0 };
	const struct entry *subject = subject_of(entries, entry);
	struct undo_result *data = arena_new(context->arena, struct undo_result);
	struct entry_row *row = arena_new(context->arena, struct entry_row);
	*row = entry_row_of(context->arena, subject);
	data->entry = row;
	outcome->data = data;
	set_trailers(entry, &outcome->changes);
	if (entry_read(context->arena, context->vault, entry, &files, error) ||
		revert_files(context->arena, context->vault, &files, &outcome->changes, &revert, error))
		return -1;
	report_notes(context, &revert);
	if (revert.conflict)
		return refuse_conflict(context, entry, error);
	describe(subject, entry->undoes.length > 0, outcome);
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
	if (entries_read(context->arena, context->vault, NULL, 0, &entries, error))
		return -1;
	entry = latest_that_stands(&entries);
	if (asked->entry && entries_find(&entries, span_of(asked->entry), &entry, error))
		return -1;
	if (!entry)
		return nothing_to_do(outcome, context->arena, "there is nothing to take back");
	if (entry->state == ENTRY_UNDONE)
		return nothing_to_do(
			outcome, context->arena, "it is taken back already; `coach redo` brings the last one back");
	return turn(context, &entries, entry, outcome, error);
}

static int run_redo(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct entry_list entries;
	if (entries_read(context->arena, context->vault, NULL, 0, &entries, error))
		return -1;
	const struct entry *entry = latest_undo(&entries);
	if (!entry)
		return nothing_to_do(outcome, context->arena, "nothing was taken back that could be brought back");
	return turn(context, &entries, entry, outcome, error);
}

static const char *const exits[] = { "5: what is to be taken back was changed again since; nothing is written", NULL };

const struct command command_undo = {
	.name = "undo",
	.group = GROUP_FOUNDATION,
	.summary = "Take back what a command changed",
	.description =
		"Takes back the latest change that stands, or the entry of `coach history` that you name, also days later: what "
		"was written since stays. Notes are merged by block, so a line that you added, changed or ticked elsewhere in "
		"the same note is kept.\n\n"
		"Where you changed the very lines that the entry had changed, both versions are shown and nothing is written. "
		"Each undo is an entry of its own: `coach redo` takes it back.",
	.examples = undo_examples,
	.needs = NEEDS_VAULT,
	.options = undo_option_table,
	.options_size = sizeof(struct undo_options),
	.result = result,
	.exits = exits,
	.run = run_undo,
};

const struct command command_redo = {
	.name = "redo",
	.group = GROUP_FOUNDATION,
	.summary = "Bring back what undo took back",
	.description = "Brings back what the latest `coach undo` took back; again for the one before.",
	.examples = redo_examples,
	.needs = NEEDS_VAULT,
	.result = result,
	.exits = exits,
	.run = run_redo,
};
