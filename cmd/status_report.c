#include "cmd/status_report.h"

#include "cli/shell_word.h"
#include "model/action.h"

enum { MOST_ACTIONS = 5, MOST_OVERDUE = 5, MOST_UNFILLED = 4 };

/* --- fields ------------------------------------------------------------------------------------------------------ */

static const struct result_field document_fields[] = {
	RES_CHOICE(struct status_document, kind, "kind", note_kind_names, "What the note is"),
	RES_TEXT(struct status_document, path, "path", "Where it lies"),
	RES_END,
};

static const struct result_field count_fields[] = {
	RES_CHOICE(struct status_count, kind, "kind", note_kind_names, "What the notes are"),
	RES_INTEGER(struct status_count, count, "count", "How many there are"),
	RES_TEXT(struct status_count, place, "place", "The one note, or the folder that holds them all"),
	RES_END,
};

static const struct result_field session_fields[] = {
	RES_TEXT_OR_NULL(struct status_session, time, "time", "When it begins"),
	RES_TEXT(struct status_session, client, "client", "With whom"),
	RES_CHOICE(struct status_session, status, "status", session_status_names, "Its status"),
	RES_BOOLEAN(struct status_session, prepared, "prepared", "The agenda has content"),
	RES_TEXT(struct status_session, path, "path", "Its note"),
	RES_END,
};

static const struct result_field action_fields[] = {
	RES_TEXT(struct status_action, text, "text", "What is to be done"),
	RES_DATE(struct status_action, due, "due", "By when"),
	RES_BOOLEAN(struct status_action, overdue, "overdue", "Due before today"),
	RES_CHOICE(struct status_action, owner, "owner", action_owner_names, "Who does it"),
	RES_TEXT_OR_NULL(struct status_action, client, "client", "The client it is for; null where it is for none"),
	RES_TEXT(struct status_action, path, "path", "The note it stands in"),
	RES_INTEGER(struct status_action, line, "line", "The line"),
	RES_END,
};

static const struct result_field overdue_fields[] = {
	RES_DATE(struct status_overdue, date, "date", "Its day"),
	RES_TEXT(struct status_overdue, client, "client", "With whom"),
	RES_TEXT(struct status_overdue, path, "path", "Its note"),
	RES_END,
};

static const struct result_field due_fields[] = {
	RES_LIST(struct status_due, sessions, struct status_session, "sessions", session_fields, "Sessions of today"),
	RES_LIST(struct status_due, overdue_sessions, struct status_overdue, "overdue_sessions", overdue_fields,
		"Sessions of earlier days that are still planned"),
	RES_LIST(struct status_due, actions, struct status_action, "actions", action_fields,
		"Open actions due today or before"),
	RES_END,
};

static const struct result_field stale_fields[] = {
	RES_TEXT(struct status_stale, path, "path", "The note"),
	RES_DATE(struct status_stale, updated, "updated", "Its Last Updated"),
	RES_TEXT(struct status_stale, cadence, "cadence", "How often it is to be looked at"),
	RES_END,
};

static const struct result_field unfilled_fields[] = {
	RES_TEXT(struct status_unfilled, path, "path", "The note"),
	RES_INTEGER(struct status_unfilled, lines, "lines", "Lines that hold a placeholder"),
	RES_END,
};

static const struct result_field finding_fields[] = {
	RES_INTEGER(struct status_findings, errors, "errors", "Of severity error"),
	RES_INTEGER(struct status_findings, warnings, "warnings", "Of severity warning"),
	RES_INTEGER(struct status_findings, infos, "infos", "Of severity info"),
	RES_END,
};

const struct result_field status_result[] = {
	RES_TEXT(struct status, vault, "vault", "The vault's folder"),
	RES_LIST(struct status, documents, struct status_document, "documents", document_fields,
		"The notes that were recognised"),
	RES_LIST(struct status, counts, struct status_count, "counts", count_fields, "How many of each kind"),
	RES_INTEGER(struct status, other_notes, "other_notes", "Notes of no kind"),
	RES_OBJECT(struct status, due, struct status_due, "due", due_fields, "What today asks for"),
	RES_WEEK(struct status, week, "week", "The running week"),
	RES_TEXT_OR_NULL(struct status, week_note, "week_note", "Its note; null when there is none"),
	RES_LIST(struct status, stale, struct status_stale, "stale", stale_fields, "Notes to be looked at again"),
	RES_LIST(struct status, placeholders, struct status_unfilled, "placeholders", unfilled_fields,
		"Notes that are not filled in yet"),
	RES_TEXTS(struct status, conflict_copies, "conflict_copies", "Conflict copies of sync services"),
	RES_BOOLEAN(struct status, interrupted, "interrupted", "An interrupted change waits to be recovered"),
	RES_OBJECT(struct status, findings, struct status_findings, "findings", finding_fields,
		"What was noticed in the notes read for this; `coach lint` reads all"),
	RES_END,
};

/* --- the report -------------------------------------------------------------------------------------------------- */

static const char *escaped(struct report *report, struct span text)
{
	return arena_copy_text(report->arena, report_escape(report->arena, text));
}

/* As it can be typed; a name that cannot stand in a line of code is left to the person. */
static const char *unprepared(struct report *report, struct span client)
{
	const char *name = span_contains(client, "`") ? "NAME" : shell_word(report->arena, client);
	return arena_printf(report->arena, "not prepared yet: `coach prep_session %s` does it", name);
}

static void report_session(struct report *report, struct report_node *list, const struct status_session *session)
{
	const char *time = session->time.at ? arena_printf(report->arena, "%.*s ", SPAN_PRINT(session->time)) : "";
	bool waits = session->status == SESSION_PLANNED;
	const char *state = !waits              ? session_status_names[session->status]
			    : session->prepared ? "prepared"
						: unprepared(report, session->client);
	enum report_tone tone = waits && !session->prepared ? TONE_WARNING : TONE_PLAIN;
	report_item(report, list, tone, "%s**%s** — %s", time, escaped(report, session->client), state);
}

static void report_action(struct report *report, struct report_node *list, const struct status_action *action)
{
	const char *client =
		action->client.length ? arena_printf(report->arena, " (%s)", escaped(report, action->client)) : "";
	const char *due = action->overdue ? arena_printf(report->arena, "%s", date_format(action->due).text) : "today";
	report_item(report, list, TONE_PLAIN, "**%s** %s%s", due, escaped(report, action->text), client);
}

static void report_actions(struct report *report, struct report_node *parent, const struct result_list *actions,
	enum action_owner owner, const char *title)
{
	struct report_node *list = NULL;
	int shown = 0;
	for (size_t i = 0; i < actions->count; i++) {
		const struct status_action *action = (const struct status_action *)actions->items + i;
		if (action->owner != (int)owner)
			continue;
		if (!list)
			list = report_list(report, report_section(report, parent, "%s", title));
		if (shown++ < MOST_ACTIONS)
			report_action(report, list, action);
	}
	if (shown > MOST_ACTIONS)
		report_item(report, list, TONE_QUIET, "… and %d more", shown - MOST_ACTIONS);
}

static void report_overdue(struct report *report, struct report_node *parent, const struct result_list *sessions)
{
	if (sessions->count == 0)
		return;
	struct report_node *list =
		report_list(report, report_section(report, parent, "Mark %zu session%s held or missed", sessions->count,
					    report_plural((long long)sessions->count)));
	for (size_t i = 0; i < sessions->count && i < MOST_OVERDUE; i++) {
		const struct status_overdue *session = (const struct status_overdue *)sessions->items + i;
		report_item(report, list, TONE_WARNING, "**%s** %s: %s", date_format(session->date).text,
			escaped(report, session->client), escaped(report, session->path));
	}
	if (sessions->count > MOST_OVERDUE)
		report_item(report, list, TONE_QUIET, "… and %zu more", sessions->count - MOST_OVERDUE);
}

static void report_today(struct report *report, const struct status *status)
{
	const struct status_due *due = status->due;
	struct report_node *section = report_section(report, NULL, "Today");
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < due->sessions.count; i++)
		report_session(report, list, (const struct status_session *)due->sessions.items + i);
	if (due->sessions.count == 0)
		report_item(report, list, TONE_QUIET, "No session.");
	if (due->actions.count == 0)
		report_item(report, list, TONE_QUIET, "No action is due.");
	if (status->week_note.at)
		report_item(report, list, TONE_PLAIN, "The week's note: %s", escaped(report, status->week_note));
	else
		report_item(report, list, TONE_WARNING, "%s has no note yet: `coach init_week` makes it.",
			week_format(status->week).text);
	report_overdue(report, section, &due->overdue_sessions);
	report_actions(report, section, &due->actions, OWNER_COACH, "Your actions, due");
	report_actions(report, section, &due->actions, OWNER_CLIENT, "Your clients' actions, due");
}

static void report_unfilled(struct report *report, struct report_node *list, const struct result_list *placeholders)
{
	for (size_t i = 0; i < placeholders->count && i < MOST_UNFILLED; i++) {
		const struct status_unfilled *note = (const struct status_unfilled *)placeholders->items + i;
		report_item(report, list, TONE_PLAIN, "%s: %lld line%s with [placeholders] to fill in.",
			escaped(report, note->path), note->lines.value, report_plural(note->lines.value));
	}
	if (placeholders->count > MOST_UNFILLED)
		report_item(report, list, TONE_QUIET, "%zu more notes with placeholders.",
			placeholders->count - MOST_UNFILLED);
}

static void report_stale(struct report *report, struct report_node *list, const struct result_list *stale)
{
	for (size_t i = 0; i < stale->count; i++) {
		const struct status_stale *note = (const struct status_stale *)stale->items + i;
		report_item(report, list, TONE_WARNING, "%s: last updated on %s, and to be looked at %.*s.",
			escaped(report, note->path), date_format(note->updated).text, SPAN_PRINT(note->cadence));
	}
}

static void report_findings(struct report *report, struct report_node *list, const struct status *status)
{
	const struct status_findings *found = status->findings;
	if (status->interrupted)
		report_item(report, list, TONE_BAD, "An interrupted change could not be recovered.");
	if (status->conflict_copies.count > 0)
		report_item(report, list, TONE_WARNING, "%zu conflict cop%s of a sync service.",
			status->conflict_copies.count, status->conflict_copies.count == 1 ? "y" : "ies");
	if (found->errors.value + found->warnings.value > 0)
		report_item(report, list, found->errors.value ? TONE_BAD : TONE_PLAIN,
			"Noticed on the way: %lld error%s and %lld warning%s; `coach lint` names them all.",
			found->errors.value, report_plural(found->errors.value), found->warnings.value,
			report_plural(found->warnings.value));
}

/* True when there is something to say under "To mend". */
static bool wants_attention(const struct status *status)
{
	return status->interrupted || status->conflict_copies.count > 0 || status->placeholders.count > 0 ||
	       status->stale.count > 0 || status->findings->errors.value + status->findings->warnings.value > 0;
}

static void report_attention(struct report *report, const struct status *status)
{
	if (!wants_attention(status))
		return;
	struct report_node *list = report_list(report, report_section(report, NULL, "To look at"));
	report_stale(report, list, &status->stale);
	report_unfilled(report, list, &status->placeholders);
	report_findings(report, list, status);
}

static void report_notes(struct report *report, const struct status *status)
{
	static const char *const columns[] = { "Notes", "Number", "Where" };
	struct report_node *section = report_section(report, NULL, "Notes");
	if (status->counts.count == 0) {
		report_text(report, section, TONE_PLAIN,
			"Nothing here is known as a note of a practice yet. `coach init --template practice` lays a template "
			"beside what you have.");
		return;
	}
	struct report_node *table = report_table(report, section, columns, 3, "lrl");
	for (size_t i = 0; i < status->counts.count; i++) {
		const struct status_count *count = (const struct status_count *)status->counts.items + i;
		struct report_cell *cells = report_row(report, table);
		report_cell_set(report, &cells[0], TONE_PLAIN, "%s", note_kind_name((enum note_kind)count->kind));
		report_cell_set(report, &cells[1], TONE_PLAIN, "%lld", count->count.value);
		report_cell_set(report, &cells[2], TONE_PLAIN, "%s",
			count->place.length ? escaped(report, count->place) : "(throughout)");
	}
	if (status->other_notes.value > 0)
		report_text(report, section, TONE_QUIET, "And %lld note%s of your own.", status->other_notes.value,
			report_plural(status->other_notes.value));
}

void status_report(struct report *report, const struct status *status)
{
	static const char *const days[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
		"Sunday" };
	report_text(report, NULL, TONE_PLAIN, "**%s, %s** (%s) in %s", days[date_weekday(status->today)],
		date_format(status->today).text, week_format(status->week).text, escaped(report, status->vault));
	report_today(report, status);
	report_attention(report, status);
	report_notes(report, status);
}
