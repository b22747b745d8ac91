#include "cmd/undo_words.h"

#include "cmd/entry_fields.h"
#include "cmd/entry_words.h"
#include "codec/utf8.h"

/* Fewer files are told by their names alone. */
enum { SHOWN_COLUMNS = 100, SHORT_COMMIT = 12, SAID_FROM = 10 };

struct turning turning_of(const struct context *context, const struct entry_list *entries, const struct entry *entry)
{
	const struct entry *subject = entries_subject(entries, entry);
	return (struct turning){ context, entries, entry, subject ? subject : entry, entry->undoes.length > 0 };
}

/* An undo whose entry is not known any more still has its title for a subject. */
static bool is_unknown(const struct turning *turning)
{
	return turning->subject->state == ENTRY_TURNS && turning->subject->subject.length > 0;
}

struct span turning_subject(const struct turning *turning)
{
	return is_unknown(turning) ? turning->subject->subject : entry_title(turning->context->arena, turning->subject);
}

/* The same as the history says it: "log 2026-11-03 1.5 h admin". */
static struct span title(const struct turning *turning)
{
	const struct context *context = turning->context;
	struct arena *arena = context->arena;
	if (is_unknown(turning))
		return turning->subject->subject;
	struct span about = entry_about(arena, context->vault, turning->entries, turning->subject);
	return span_of(arena_printf(arena, "%.*s%s%.*s", SPAN_PRINT(turning->subject->command), about.length ? " " : "",
		SPAN_PRINT(about)));
}

/* --- findings ---------------------------------------------------------------------------------------------------- */

static struct span shown(struct arena *arena, struct span text)
{
	struct span line = utf8_safe_line(arena, span_trim(text));
	size_t fits = utf8_fit(line, SHOWN_COLUMNS);
	return fits == line.length ? line : span_of(arena_printf(arena, "%.*s …", (int)fits, line.at));
}

static void say(const struct turning *turning, enum finding_code code, const struct revert_note *note, const char *what,
	struct span line)
{
	struct span text = shown(turning->context->arena, line);
	finding_add(turning->context->findings, code, note->position, "%s%s%.*s", what, text.length ? ": " : "",
		SPAN_PRINT(text));
}

static void say_conflict(const struct turning *turning, const struct revert_note *note)
{
	struct finding_list *findings = turning->context->findings;
	struct span now = shown(turning->context->arena, note->now);
	struct span wanted = shown(turning->context->arena, note->wanted);
	const char *nothing = turning->brings_back ? "not as it was, so that nothing can be brought back into it"
						   : "not as the entry left it, so that it cannot be taken back";
	const char *something = turning->brings_back ? "written otherwise since" : "changed again since";
	struct finding *finding = now.length
					  ? finding_add(findings, FINDING_UNDO_CONFLICT, note->position,
						    "%s; now: %.*s", something, SPAN_PRINT(now))
					  : finding_add(findings, FINDING_UNDO_CONFLICT, note->position, "%s", nothing);
	if (wanted.length)
		finding_hint(findings, finding, "%s: %.*s", turning->brings_back ? "the entry had" : "before the entry",
			SPAN_PRINT(wanted));
}

static const char *noun(const struct revert_note *note)
{
	return span_ends_with(span_of(note->position.path), ".md") ? "note" : "file";
}

/* Where nothing is left to do, what only stays is the reason for that. */
static void say_note(const struct turning *turning, const struct revert_note *note, bool nothing_left)
{
	struct arena *arena = turning->context->arena;
	enum finding_code code = nothing_left ? FINDING_UNDO_CONFLICT : FINDING_KEPT_EDIT;
	switch (note->kind) {
	case REVERT_KEPT:
		say(turning, code, note, "changed since, and so kept", note->now);
		break;
	case REVERT_KEPT_FILE:
		say(turning, code, note,
			arena_printf(arena, "what you wrote in it since was kept, and so the %s", noun(note)),
			SPAN_NONE);
		break;
	case REVERT_GONE:
		say(turning, code, note, "removed since, and not brought back", note->wanted);
		break;
	case REVERT_FILE_GONE:
		say(turning, code, note,
			arena_printf(arena, "there is no such %s any more (renamed or removed)", noun(note)),
			SPAN_NONE);
		break;
	case REVERT_FILE_EMPTY:
		say(turning, code, note, "emptied since, and stays so", SPAN_NONE);
		break;
	case REVERT_BACK_BEFORE:
		if (nothing_left)
			say(turning, code, note,
				turning->brings_back ? "it is as the entry had it already"
						     : "it is as it was before already",
				SPAN_NONE);
		break;
	case REVERT_CONFLICT:
		say_conflict(turning, note);
		break;
	}
}

static bool all_back_before(const struct revert *revert)
{
	for (size_t i = 0; i < revert->count; i++)
		if (revert->notes[i].kind != REVERT_BACK_BEFORE)
			return false;
	return true;
}

/* --- refusals ---------------------------------------------------------------------------------------------------- */

static int refuse_conflict(const struct turning *turning, struct error *error)
{
	struct span named = title(turning);
	if (turning->brings_back)
		error_set(error, ERROR_CONFLICT, "%.*s cannot be brought back: something else stands in its place",
			SPAN_PRINT(named));
	else
		error_set(error, ERROR_CONFLICT, "%.*s cannot be taken back: what it wrote was changed again",
			SPAN_PRINT(named));
	return error_hint(error,
		"nothing was written; `coach diff %d` shows what it did, so that you can mend it by hand",
		turning->subject->number);
}

static int refuse_nothing(const struct turning *turning, const struct revert *revert, struct error *error)
{
	struct span named = title(turning);
	const struct entry *next = entries_next(turning->entries, turning->entry->number, turning->brings_back);
	if (!turning->brings_back)
		error_set(error, ERROR_CONFLICT, "nothing of %.*s stands as it was written", SPAN_PRINT(named));
	else if (all_back_before(revert))
		error_set(error, ERROR_CONFLICT, "%.*s is there already", SPAN_PRINT(named));
	else
		error_set(error, ERROR_CONFLICT, "nothing of %.*s can be brought back", SPAN_PRINT(named));
	if (!next)
		return error_hint(error, "`coach history` lists what coach changed");
	return turning->brings_back
		       ? error_hint(error, "`coach redo %d` brings back what was taken before", next->number)
		       : error_hint(error, "`coach undo %d` takes back the one before", next->number);
}

int turning_refuse_altered(const struct turning *turning, struct error *error)
{
	error_set(error, ERROR_CONFLICT,
		"%.*s cannot be %s: its commit was changed since it was made (amended or squashed)",
		SPAN_PRINT(title(turning)), turning->brings_back ? "brought back" : "taken back");
	return error_hint(error,
		"`coach diff %d` shows all that the commit changes now; `git revert %.*s` takes that back",
		turning->entry->number, SHORT_COMMIT, turning->entry->commit);
}

int turning_refuse_rested_on(const struct turning *turning, const struct entry *later, struct error *error)
{
	error_set(error, ERROR_CONFLICT, "%.*s cannot be taken back by itself: a later change is of the same session",
		SPAN_PRINT(title(turning)));
	return error_hint(error,
		"`coach undo %d` takes the later one back first; `coach session cancel` cancels a session",
		later->number);
}

int turning_judge(const struct turning *turning, const struct revert *revert, size_t files, struct error *error)
{
	bool nothing_left = files == 0 && !revert->conflict;
	for (size_t i = 0; i < revert->count; i++)
		say_note(turning, &revert->notes[i], nothing_left);
	if (revert->conflict)
		return refuse_conflict(turning, error);
	return nothing_left ? refuse_nothing(turning, revert, error) : 0;
}

/* --- done -------------------------------------------------------------------------------------------------------- */

void turning_report(const struct turning *turning, size_t files, struct report *report)
{
	struct arena *arena = turning->context->arena;
	bool known = turning->subject->state != ENTRY_TURNS;
	report_text(report, NULL, TONE_GOOD, "%s **%.*s**%s%s%s.", turning->brings_back ? "Brought back" : "Took back",
		SPAN_PRINT(report_escape(arena, title(turning))), known ? " of " : "",
		known ? entry_time(arena, turning->subject) : "",
		files >= SAID_FROM ? arena_printf(arena, ", in %zu files", files) : "");
}
