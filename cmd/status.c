#include "cmd/commands.h"
#include "cmd/status_report.h"
#include "md/link.h"
#include "practice/today.h"
#include "rules/freshness.h"

#include <stdlib.h>

static const struct example examples[] = {
	{ "coach status", "The day at a glance" },
	{ "coach status --as-of tomorrow", "And tomorrow's" },
	{ NULL, NULL },
};

struct looking {
	const struct context *context;
	struct glances glances;
	struct finding_list seen; /* over several notes; only counted */
	struct status *status;
};

/* --- which notes there are --------------------------------------------------------------------------------------- */

static bool is_listed(const struct note *note)
{
	return note->kind != NOTE_OTHER && note->kind != NOTE_TEMPLATE;
}

/* What both paths begin with, up to a "/". */
static struct span common_folder(struct span folder, const char *path)
{
	size_t same = 0;
	for (size_t i = 0; i < folder.length && path[i] && path[i] == folder.at[i]; i++)
		if (path[i] == '/')
			same = i + 1;
	return span_slice(folder, 0, same);
}

static void list_documents(struct looking *looking)
{
	struct status *status = looking->status;
	struct status_document *items =
		arena_new_array(looking->context->arena, looking->glances.notes.count, struct status_document);
	size_t count = 0;
	long long others = 0;
	for (size_t i = 0; i < looking->glances.notes.count; i++) {
		const struct note *note = &looking->glances.notes.items[i];
		if (is_listed(note))
			items[count++] = (struct status_document){ (int)note->kind, span_of(note->path) };
		others += note->kind == NOTE_OTHER;
	}
	status->documents = (struct result_list){ items, count };
	status->other_notes = INTEGER_OF(others);
}

static void count_documents(struct looking *looking)
{
	struct status_count *counts = arena_new_array(looking->context->arena, NOTE_KIND_COUNT, struct status_count);
	size_t used = 0;
	for (int kind = NOTE_OTHER + 1; kind < NOTE_KIND_COUNT; kind++) {
		struct status_count count = { .kind = kind, .count = INTEGER_OF(0) };
		for (size_t i = 0; i < looking->glances.notes.count; i++) {
			const struct note *note = &looking->glances.notes.items[i];
			if ((int)note->kind != kind || !is_listed(note))
				continue;
			count.place =
				count.count.value++ ? common_folder(count.place, note->path) : span_of(note->path);
		}
		if (count.count.value > 0)
			counts[used++] = count;
	}
	looking->status->counts = (struct result_list){ counts, used };
}

/* --- today ------------------------------------------------------------------------------------------------------- */

static struct result_list list_sessions(
	struct arena *arena, const struct glances *glances, const struct practice_today *today)
{
	struct status_session *items = arena_new_array(arena, today->session_count, struct status_session);
	for (size_t i = 0; i < today->session_count; i++) {
		const struct glance *session = &glances->of[today->sessions[i]];
		const char *time =
			session->start < 0 ? NULL : arena_printf(arena, "%s", clock_time_format(session->start).text);
		items[i] = (struct status_session){
			.time = time ? span_of(time) : SPAN_NONE,
			.client = session->client,
			.status = (int)session->status,
			.prepared = session->prepared,
			.path = span_of(glances->notes.items[today->sessions[i]].path),
		};
	}
	return (struct result_list){ items, today->session_count };
}

static struct result_list list_overdue(
	struct arena *arena, const struct glances *glances, const struct practice_today *today)
{
	struct status_overdue *items = arena_new_array(arena, today->overdue_count, struct status_overdue);
	for (size_t i = 0; i < today->overdue_count; i++) {
		size_t note = today->overdue[i];
		items[i] = (struct status_overdue){ glances->of[note].session, glances->of[note].client,
			span_of(glances->notes.items[note].path) };
	}
	return (struct result_list){ items, today->overdue_count };
}

static struct result_list list_actions(struct arena *arena, const struct practice_today *today, struct date day)
{
	struct status_action *items = arena_new_array(arena, today->actions.count, struct status_action);
	for (size_t i = 0; i < today->actions.count; i++) {
		const struct action *action = &today->actions.items[i];
		items[i] = (struct status_action){
			.text = text_plain(arena, action->task.text),
			.due = action->task.due,
			.overdue = action_is_overdue(action, day),
			.owner = (int)action->owner,
			.client = action->client,
			.path = span_of(action->document->path),
			.line = INTEGER_OF(action->task.line),
		};
	}
	return (struct result_list){ items, today->actions.count };
}

static int look_at_today(struct looking *looking, struct error *error)
{
	const struct context *context = looking->context;
	struct practice_today today;
	if (practice_read_today(
		    context->arena, context->vault, &looking->glances, context->today, &today, &looking->seen, error))
		return -1;
	struct status_due *due = arena_new(context->arena, struct status_due);
	due->sessions = list_sessions(context->arena, &looking->glances, &today);
	due->overdue_sessions = list_overdue(context->arena, &looking->glances, &today);
	due->actions = list_actions(context->arena, &today, context->today);
	looking->status->due = due;
	looking->status->week_note = today.week_note ? span_of(today.week_note) : SPAN_NONE;
	return 0;
}

/* --- freshness, what is not filled in ---------------------------------------------------------------------------- */

static void look_at_freshness(struct looking *looking)
{
	struct arena *arena = looking->context->arena;
	struct status_stale *items = arena_new_array(arena, looking->glances.notes.count, struct status_stale);
	size_t count = 0;
	for (size_t i = 0; i < looking->glances.notes.count; i++) {
		const struct note *note = &looking->glances.notes.items[i];
		struct date updated = looking->glances.of[i].updated;
		if (freshness_is_stale(note->kind, updated, looking->context->today))
			items[count++] = (struct status_stale){ span_of(note->path), updated,
				span_of(rhythm_text(arena, freshness_rhythm(note->kind))) };
	}
	looking->status->stale = (struct result_list){ items, count };
}

/* The notes that a practice or a career is founded on: what is open there is onboarding. */
static bool is_foundation(enum note_kind kind)
{
	return kind == NOTE_PORTFOLIO || kind == NOTE_ENGAGEMENT || kind == NOTE_PLAN || kind == NOTE_STRATEGY ||
	       kind == NOTE_CAREER_INDEX || kind == NOTE_GOALS;
}

static int compare_unfilled(const void *left, const void *right)
{
	const struct status_unfilled *a = left;
	const struct status_unfilled *b = right;
	int order = (b->lines.value > a->lines.value) - (b->lines.value < a->lines.value);
	return order ? order : span_compare(a->path, b->path);
}

static void look_at_unfilled(struct looking *looking)
{
	struct arena *arena = looking->context->arena;
	struct status_unfilled *items = arena_new_array(arena, looking->glances.notes.count, struct status_unfilled);
	size_t count = 0;
	for (size_t i = 0; i < looking->glances.notes.count; i++) {
		const struct note *note = &looking->glances.notes.items[i];
		int lines = looking->glances.of[i].unfilled;
		if (is_foundation(note->kind) && lines > 0)
			items[count++] = (struct status_unfilled){ span_of(note->path), INTEGER_OF(lines) };
	}
	if (count > 1)
		qsort(items, count, sizeof(*items), compare_unfilled);
	looking->status->placeholders = (struct result_list){ items, count };
}

/* --- findings ---------------------------------------------------------------------------------------------------- */

static void add_conflict_copies(struct looking *looking)
{
	const struct finding_list *findings = looking->context->findings;
	struct span *items = arena_new_array(looking->context->arena, findings->count, struct span);
	size_t count = 0;
	for (size_t i = 0; i < findings->count; i++) {
		if (findings->items[i].code == FINDING_CONFLICT_COPY)
			items[count++] = span_of(findings->items[i].position.path);
		if (findings->items[i].code == FINDING_INTERRUPTED_CHANGE)
			looking->status->interrupted = true;
	}
	looking->status->conflict_copies = (struct result_list){ items, count };
}

static void count_findings(struct looking *looking)
{
	long long counts[SEVERITY_INFO + 1] = { 0 };
	finding_sort(&looking->seen);
	for (size_t i = 0; i < looking->seen.count; i++)
		counts[finding_code_severity(looking->seen.items[i].code)]++;
	for (size_t i = 0; i < looking->glances.notes.count; i++)
		for (int severity = 0; severity <= SEVERITY_INFO; severity++)
			counts[severity] += looking->glances.of[i].findings[severity];
	struct status_findings *found = arena_new(looking->context->arena, struct status_findings);
	found->errors = INTEGER_OF(counts[SEVERITY_ERROR]);
	found->warnings = INTEGER_OF(counts[SEVERITY_WARNING]);
	found->infos = INTEGER_OF(counts[SEVERITY_INFO]);
	looking->status->findings = found;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct status *status = arena_new(context->arena, struct status);
	struct looking looking = { .context = context, .seen = { .arena = context->arena }, .status = status };
	if (glances_load(context->arena, context->vault, &looking.glances, context->findings, error))
		return -1;
	status->vault = span_of(context->vault->root);
	status->today = context->today;
	status->week = week_of(context->today);
	list_documents(&looking);
	count_documents(&looking);
	if (look_at_today(&looking, error))
		return -1;
	look_at_freshness(&looking);
	look_at_unfilled(&looking);
	add_conflict_copies(&looking);
	count_findings(&looking);
	outcome->data = status;
	status_report(&outcome->report, status);
	return 0;
}

const struct command command_status = {
	.name = "status",
	.group = GROUP_FOUNDATION,
	.summary = "Show the day and the vault at a glance",
	.description =
		"One screen: today's sessions and whether they are prepared, the actions that are due, the week's note; what is "
		"stale, not filled in or not right; and which notes were recognised. Changes no note; what a look at each note showed is kept under `.coach/cache/` until it changes.\n\n"
		"The portfolio and the practice strategy are to be looked at every quarter, the career index every year: by "
		"their Last Updated.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.result = status_result,
	.run = run,
};
