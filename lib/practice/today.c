#include "practice/today.h"

#include "practice/week_note_file.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST_ID = 64 };

struct looking {
	struct arena *arena;
	const struct vault *vault;
	struct note_list *notes;
	struct date today;
	struct practice_today *found;
	struct finding_list *findings;
	bool *collected; /* of each note: its actions are in the list */
};

static const struct aliases *aliases_of(const struct looking *looking)
{
	return &looking->vault->configuration.aliases;
}

static struct document *parse(const struct looking *looking, struct note *note)
{
	return note_parse(looking->arena, looking->vault, note, looking->findings);
}

static bool mentions(const struct note *note, struct span bytes, const char *text)
{
	return strstr(note->path, text) || span_contains(bytes, text);
}

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static bool takes_place(const struct session *session)
{
	return session->status != SESSION_CANCELLED && session->status != SESSION_RESCHEDULED;
}

static int compare_sessions(const void *left, const void *right)
{
	return session_compare(left, right);
}

/* Where the date of a session stands unless its path holds it: front matter and title, so long as there is one of the
 * two; else it may be anywhere. */
static struct span head_of(const struct note *note)
{
	bool begins_as_usual = span_starts_with(note->bytes, "---") || span_starts_with(note->bytes, "# ");
	return begins_as_usual ? span_slice(note->bytes, 0, span_find(note->bytes, "\n## ")) : note->bytes;
}

static void find_sessions(struct looking *looking)
{
	struct practice_today *found = looking->found;
	struct date_text day = date_format(looking->today);
	size_t capacity = 0;
	for (size_t i = 0; i < looking->notes->count; i++) {
		struct note *note = &looking->notes->items[i];
		struct session session;
		if (note->kind != NOTE_SESSION || !mentions(note, head_of(note), day.text) ||
			!session_read(looking->arena, aliases_of(looking), parse(looking, note), &session,
				looking->findings) ||
			date_compare(session.date, looking->today) != 0 || !takes_place(&session))
			continue;
		found->sessions = arena_grow(
			looking->arena, found->sessions, found->session_count, &capacity, sizeof(*found->sessions));
		found->sessions[found->session_count++] = session;
	}
	if (found->session_count > 1)
		qsort(found->sessions, found->session_count, sizeof(*found->sessions), compare_sessions);
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

static bool holds_date_until(struct span line, struct date today)
{
	while (line.length > 0) {
		struct span rest = line;
		struct date date;
		if (date_read_iso(&rest, &date)) {
			if (date_is_known(date) && date_compare(date, today) <= 0)
				return true;
			line = rest;
		} else
			line = span_from(line, 1);
	}
	return false;
}

/* True when a line has an empty box and behind it a date that has come: more than the notes with an action due, never
 * fewer. */
static bool may_hold_due_action(struct span bytes, struct date today)
{
	while (true) {
		bytes = span_from(bytes, span_find(bytes, "[ ]"));
		if (bytes.length == 0)
			return false;
		struct span line;
		span_next_line(&bytes, &line);
		if (holds_date_until(line, today))
			return true;
	}
}

/* Whose note it is, as its view says. */
static struct span client_of(const struct looking *looking, const struct document *document, enum note_kind kind)
{
	struct arena *arena = looking->arena;
	if (kind == NOTE_SESSION)
		return session_client(arena, aliases_of(looking), document, looking->findings);
	if (kind == NOTE_ENGAGEMENT) {
		struct engagement engagement;
		engagement_read(arena, aliases_of(looking), document, &engagement, looking->findings);
		return engagement.client;
	}
	if (kind == NOTE_INBOX) {
		struct inbox inbox;
		inbox_read(arena, document, &inbox, looking->findings);
		return inbox.client;
	}
	return SPAN_NONE;
}

static void collect(struct looking *looking, size_t index)
{
	struct note *note = &looking->notes->items[index];
	if (note->kind == NOTE_TEMPLATE || looking->collected[index])
		return;
	const struct document *document = parse(looking, note);
	actions_collect(&looking->found->actions, aliases_of(looking), document, note->kind,
		client_of(looking, document, note->kind), DATE_NONE);
	looking->collected[index] = true;
}

static int compare_spans(const void *left, const void *right)
{
	return span_compare(*(const struct span *)left, *(const struct span *)right);
}

static bool is_due(const struct action *action, struct date today)
{
	return action_is_open(action) && date_is_known(action->task.due) && date_compare(action->task.due, today) <= 0;
}

/* The ids of the actions that are due, sorted. */
static struct span *due_ids(const struct looking *looking, size_t *count)
{
	const struct action_list *actions = &looking->found->actions;
	struct span *ids = arena_new_array(looking->arena, actions->count, struct span);
	*count = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (is_due(&actions->items[i], looking->today) && actions->items[i].task.id.length > 0)
			ids[(*count)++] = actions->items[i].task.id;
	if (*count > 1)
		qsort(ids, *count, sizeof(*ids), compare_spans);
	return ids;
}

/* True when the note has one of the ids behind one of the marks that ids have. */
static bool holds_id(struct span bytes, const char *mark, const struct span *ids, size_t count)
{
	while (true) {
		bytes = span_from(bytes, span_find(bytes, mark));
		if (!span_skip(&bytes, mark))
			return false;
		span_skip(&bytes, "\xEF\xB8\x8F"); /* a variation selector */
		struct span word = span_trim_start(span_slice(bytes, 0, LONGEST_ID));
		size_t length = 0;
		while (length < word.length && !strchr(" \t\r\n])", word.at[length]))
			length++;
		word = span_slice(word, 0, length);
		if (bsearch(&word, ids, count, sizeof(*ids), compare_spans))
			return true;
	}
}

/* An action may have its home in another note, where it may be done. */
static void collect_homes(struct looking *looking)
{
	size_t count;
	const struct span *ids = due_ids(looking, &count);
	for (size_t i = 0; count > 0 && i < looking->notes->count; i++) {
		struct span bytes = looking->notes->items[i].bytes;
		if (!looking->collected[i] && (holds_id(bytes, "🆔", ids, count) || holds_id(bytes, "id::", ids, count)))
			collect(looking, i);
	}
}

static int compare_actions(const void *left, const void *right)
{
	const struct action *a = left;
	const struct action *b = right;
	int order = date_compare(a->task.due, b->task.due);
	if (order == 0)
		order = strcmp(a->document->path, b->document->path);
	return order ? order : (a->task.line > b->task.line) - (a->task.line < b->task.line);
}

static void find_actions(struct looking *looking)
{
	struct action_list *actions = &looking->found->actions;
	for (size_t i = 0; i < looking->notes->count; i++)
		if (may_hold_due_action(looking->notes->items[i].bytes, looking->today))
			collect(looking, i);
	collect_homes(looking);
	actions_unite(actions, looking->findings);
	size_t kept = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (is_due(&actions->items[i], looking->today))
			actions->items[kept++] = actions->items[i];
	actions->count = kept;
	if (kept > 1)
		qsort(actions->items, kept, sizeof(*actions->items), compare_actions);
}

/* --- the week's note --------------------------------------------------------------------------------------------- */

static bool is_of_week(const struct looking *looking, struct note *note, struct week week)
{
	struct week named;
	const struct week *by_name =
		note_named_week(&looking->vault->configuration, note->path, &named) ? &named : NULL;
	struct week_note read;
	return week_note_read(
		       looking->arena, aliases_of(looking), parse(looking, note), by_name, &read, looking->findings) &&
	       week_compare(read.week, week) == 0;
}

/* The week is named by its number or by a day in it. */
static bool may_be_of_week(const struct looking *looking, const struct note *note, struct week week)
{
	struct week named;
	if (note->kind != NOTE_WEEK)
		return false;
	if (note_named_week(&looking->vault->configuration, note->path, &named))
		return true;
	if (mentions(note, note->bytes, week_format(week).text))
		return true;
	for (int day = 0; day < 7; day++)
		if (mentions(note, note->bytes, date_format(date_add(week_monday(week), day)).text))
			return true;
	return false;
}

static const char *usual_week_note(const struct looking *looking, struct week week)
{
	const char *usual = week_note_path(looking->arena, looking->vault, week);
	for (size_t i = 0; i < looking->notes->count; i++)
		if (strcmp(looking->notes->items[i].path, usual) == 0)
			return usual;
	return NULL;
}

/* Where the configuration puts it, else wherever a note says that it is of that week. */
static void find_week_note(struct looking *looking)
{
	struct week week = week_of(looking->today);
	looking->found->week_note = usual_week_note(looking, week);
	for (size_t i = 0; i < looking->notes->count && !looking->found->week_note; i++)
		if (may_be_of_week(looking, &looking->notes->items[i], week) &&
			is_of_week(looking, &looking->notes->items[i], week))
			looking->found->week_note = looking->notes->items[i].path;
}

void practice_read_today(struct arena *arena, const struct vault *vault, struct note_list *notes,
	const struct portfolio *portfolio, struct date today, struct practice_today *found,
	struct finding_list *findings)
{
	*found = (struct practice_today){ .actions = { .arena = arena, .portfolio = portfolio } };
	struct looking looking = { arena, vault, notes, today, found, findings,
		arena_new_array(arena, notes->count, bool) };
	find_sessions(&looking);
	find_actions(&looking);
	find_week_note(&looking);
}
