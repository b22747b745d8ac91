#include "practice/practice.h"

#include "model/outline.h"
#include "practice/action_notes.h"
#include "practice/action_sieve.h"
#include "practice/client_documents.h"
#include "practice/day_note_file.h"
#include "practice/draft_file.h"
#include "practice/week_note_file.h"
#include "sys/walk.h"

#include <stdlib.h>
#include <string.h>

/* Whom a note is about, and when its actions were agreed, as its view says. */
struct subject {
	struct span client;
	struct date agreed;
};

struct loading {
	struct arena *arena;
	const struct vault *vault;
	struct practice *practice;
	struct finding_list *findings;
	struct subject *subjects; /* of each note */
};

static const struct outline *outline_of_note(struct loading *loading, struct note *note)
{
	return note_outline(loading->arena, loading->vault, note, loading->findings);
}

static void read_portfolio(struct loading *loading, struct note *note)
{
	struct records *records = &loading->practice->records;
	const struct note *chosen = notes_portfolio(&loading->practice->notes, &loading->vault->configuration);
	if (note != chosen) {
		finding_add(loading->findings, FINDING_DUPLICATE_DOCUMENT, (struct position){ note->path, 0, 0 },
			"another client portfolio; %s is the one that was read", chosen->path);
		return;
	}
	struct portfolio *portfolio = arena_new(loading->arena, struct portfolio);
	portfolio_read(outline_of_note(loading, note), portfolio, loading->findings);
	records->portfolio = portfolio;
}

static void read_week(struct loading *loading, const struct note *note, const struct outline *outline)
{
	const struct configuration *configuration = &loading->vault->configuration;
	struct records *records = &loading->practice->records;
	struct week_note *read = &records->weeks[records->week_count];
	struct week week;
	const struct week *named = note_named_week(configuration, note->path, &week) ? &week : NULL;
	if (!week_note_read(outline, named, read, loading->findings))
		return;
	read->at_usual_path = strcmp(note->path, week_note_path(loading->arena, loading->vault, read->week)) == 0;
	records->week_count++;
}

static void read_day(struct loading *loading, const struct note *note, const struct outline *outline)
{
	struct records *records = &loading->practice->records;
	struct day_note *read = &records->days[records->day_count];
	struct date named = note_named_day(&loading->vault->configuration, note->path);
	if (!day_note_read(outline, named, read, loading->findings))
		return;
	read->at_usual_path = strcmp(note->path, day_note_path(loading->arena, loading->vault, read->date)) == 0;
	records->day_count++;
}

/* Where a session has no date, it does not count, and its actions are still its client's. */
static struct subject read_session(struct loading *loading, const struct outline *outline)
{
	struct records *records = &loading->practice->records;
	struct session *session = &records->sessions[records->session_count];
	records->session_count += session_read(outline, session, loading->findings);
	return (struct subject){ session->client, session->date };
}

static struct subject read_engagement(struct loading *loading, const struct outline *outline)
{
	struct records *records = &loading->practice->records;
	struct engagement *engagement = &records->engagements[records->engagement_count++];
	engagement_read(outline, engagement, loading->findings);
	return (struct subject){ engagement->client, DATE_NONE };
}

static struct subject read_inbox(struct loading *loading, const struct outline *outline)
{
	struct records *records = &loading->practice->records;
	struct inbox *inbox = &records->inboxes[records->inbox_count++];
	inbox_read(outline, inbox, loading->findings);
	return (struct subject){ inbox->client, DATE_NONE };
}

static void read_plan(struct loading *loading, const struct outline *outline)
{
	struct records *records = &loading->practice->records;
	records->plan_count += plan_read(outline, &records->plans[records->plan_count], loading->findings);
}

static void read_note(struct loading *loading, struct note *note, struct subject *subject)
{
	if (note->kind == NOTE_PORTFOLIO) {
		read_portfolio(loading, note);
		return;
	}
	const struct outline *outline = outline_of_note(loading, note);
	if (note->kind == NOTE_SESSION)
		*subject = read_session(loading, outline);
	else if (note->kind == NOTE_WEEK)
		read_week(loading, note, outline);
	else if (note->kind == NOTE_DAY)
		read_day(loading, note, outline);
	else if (note->kind == NOTE_PLAN)
		read_plan(loading, outline);
	else if (note->kind == NOTE_ENGAGEMENT)
		*subject = read_engagement(loading, outline);
	else if (note->kind == NOTE_INBOX)
		*subject = read_inbox(loading, outline);
}

static unsigned part_of(enum note_kind kind)
{
	static const unsigned parts[NOTE_KIND_COUNT] = {
		[NOTE_PORTFOLIO] = PRACTICE_PORTFOLIO,
		[NOTE_SESSION] = PRACTICE_SESSIONS,
		[NOTE_WEEK] = PRACTICE_WEEKS,
		[NOTE_DAY] = PRACTICE_DAYS,
		[NOTE_PLAN] = PRACTICE_PLANS,
		[NOTE_ENGAGEMENT] = PRACTICE_ENGAGEMENTS,
		[NOTE_INBOX] = PRACTICE_INBOXES,
	};
	return parts[kind];
}

static void make_room(struct loading *loading)
{
	size_t counts[NOTE_KIND_COUNT] = { 0 };
	struct records *records = &loading->practice->records;
	const struct note_list *notes = &loading->practice->notes;
	for (size_t i = 0; i < notes->count; i++)
		counts[notes->items[i].kind]++;
	records->sessions = arena_new_array(loading->arena, counts[NOTE_SESSION], struct session);
	records->weeks = arena_new_array(loading->arena, counts[NOTE_WEEK], struct week_note);
	records->days = arena_new_array(loading->arena, counts[NOTE_DAY], struct day_note);
	records->plans = arena_new_array(loading->arena, counts[NOTE_PLAN], struct plan);
	records->engagements = arena_new_array(loading->arena, counts[NOTE_ENGAGEMENT], struct engagement);
	records->inboxes = arena_new_array(loading->arena, counts[NOTE_INBOX], struct inbox);
}

static int compare_sessions(const void *left, const void *right)
{
	return session_compare(left, right);
}

static int compare_weeks(const void *left, const void *right)
{
	const struct week_note *a = left;
	const struct week_note *b = right;
	int order = week_compare(a->week, b->week);
	if (order == 0)
		order = (int)b->at_usual_path - (int)a->at_usual_path;
	return order ? order : strcmp(a->document->path, b->document->path);
}

static int compare_days(const void *left, const void *right)
{
	const struct day_note *a = left;
	const struct day_note *b = right;
	int order = date_compare(a->date, b->date);
	if (order == 0)
		order = (int)b->at_usual_path - (int)a->at_usual_path;
	return order ? order : strcmp(a->document->path, b->document->path);
}

static int compare_plans(const void *left, const void *right)
{
	const struct plan *a = left;
	const struct plan *b = right;
	int order = quarter_compare(a->quarter, b->quarter);
	return order ? order : strcmp(a->document->path, b->document->path);
}

static void sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
	if (count > 1)
		qsort(items, count, size, compare);
}

/* Of a note whose view was not asked for. What is wrong with it is for those who ask. */
static struct subject look_for_subject(struct loading *loading, struct note *note)
{
	union {
		struct session session;
		struct engagement engagement;
		struct inbox inbox;
	} view;
	struct finding_list unheard = { .arena = loading->arena };
	if (note->kind != NOTE_SESSION && note->kind != NOTE_ENGAGEMENT && note->kind != NOTE_INBOX)
		return (struct subject){ SPAN_NONE, DATE_NONE };
	const struct outline *outline = outline_of_note(loading, note);
	if (note->kind == NOTE_SESSION) {
		session_read(outline, &view.session, &unheard);
		return (struct subject){ view.session.client, view.session.date };
	}
	if (note->kind == NOTE_ENGAGEMENT) {
		engagement_read(outline, &view.engagement, &unheard);
		return (struct subject){ view.engagement.client, DATE_NONE };
	}
	inbox_read(outline, &view.inbox, &unheard);
	return (struct subject){ view.inbox.client, DATE_NONE };
}

static void read_actions_of(struct loading *loading, unsigned parts, const struct action_note *noted)
{
	struct practice *practice = loading->practice;
	struct note *note = noted->note;
	struct subject subject = part_of(note->kind) & parts ? loading->subjects[note - practice->notes.items]
							     : look_for_subject(loading, note);
	struct action_source source = { note->kind, subject.client, subject.agreed };
	struct document *document = note->document;
	if (!document) {
		document = arena_new(loading->arena, struct document);
		document->path = note->path;
	}
	for (size_t i = 0; i < noted->tasks.count; i++)
		actions_add(&practice->records.actions, practice->aliases, document, &source, &noted->tasks.items[i]);
}

static void read_actions(struct loading *loading, struct date today, unsigned parts)
{
	struct practice *practice = loading->practice;
	struct action_list *actions = &practice->records.actions;
	struct action_notes notes =
		action_notes_find(loading->arena, loading->vault, &practice->notes, loading->findings);
	*actions = (struct action_list){ .arena = loading->arena, .portfolio = practice->records.portfolio };
	if (!(parts & PRACTICE_ACTIONS))
		action_notes_keep_open(loading->arena, &notes);
	for (size_t i = 0; i < notes.count; i++)
		read_actions_of(loading, parts, &notes.items[i]);
	actions_unite(actions, today, loading->findings);
	if (!(parts & PRACTICE_ACTIONS))
		actions_keep_unfinished(actions);
}

static void read_notes(struct loading *loading, unsigned parts)
{
	struct practice *practice = loading->practice;
	make_room(loading);
	for (size_t i = 0; i < practice->notes.count; i++) {
		loading->subjects[i] = (struct subject){ SPAN_NONE, DATE_NONE };
		if (part_of(practice->notes.items[i].kind) & parts)
			read_note(loading, &practice->notes.items[i], &loading->subjects[i]);
	}
}

static void sort_records(struct records *records)
{
	sort(records->sessions, records->session_count, sizeof(*records->sessions), compare_sessions);
	sort(records->weeks, records->week_count, sizeof(*records->weeks), compare_weeks);
	sort(records->days, records->day_count, sizeof(*records->days), compare_days);
	sort(records->plans, records->plan_count, sizeof(*records->plans), compare_plans);
}

/* `of` names the week or the day, `lost` what of the second note does not count. */
static void report_second(struct finding_list *findings, const struct document *second, const struct document *first,
	const char *of, const char *property, const char *lost)
{
	struct finding *finding =
		finding_add(findings, FINDING_DUPLICATE_DOCUMENT, (struct position){ second->path, 0, 0 },
			"another note of %s; %s is the one that was read%s", of, first->path, lost);
	finding_hint(findings, finding, "take over what you need into %s, or correct the %s: of this one", first->path,
		property);
}

/* A copy must not double the hours: of several notes of a week the first is the week's, and the others are named. */
static void keep_one_a_week(struct records *records, struct finding_list *findings)
{
	size_t kept = 0;
	for (size_t i = 0; i < records->week_count; i++) {
		const struct week_note *note = &records->weeks[i];
		if (kept && week_compare(records->weeks[kept - 1].week, note->week) == 0)
			report_second(findings, note->document, records->weeks[kept - 1].document,
				week_format(note->week).text, "week",
				note->entry_count ? ", and the hours here do not count" : "");
		else
			records->weeks[kept++] = *note;
	}
	records->week_count = kept;
}

static void keep_one_a_day(struct records *records, struct finding_list *findings)
{
	size_t kept = 0;
	for (size_t i = 0; i < records->day_count; i++) {
		const struct day_note *note = &records->days[i];
		if (kept && date_compare(records->days[kept - 1].date, note->date) == 0)
			report_second(findings, note->document, records->days[kept - 1].document,
				date_format(note->date).text, "date", "");
		else
			records->days[kept++] = *note;
	}
	records->day_count = kept;
}

static void report_no_portfolio(struct finding_list *findings)
{
	struct finding *finding =
		finding_add(findings, FINDING_NO_PORTFOLIO, (struct position){ 0 }, "no client portfolio was found");
	finding_hint(findings, finding,
		"a note that begins with \"# CLIENT PORTFOLIO\" is one; `coach init` lays a template");
}

static void add_unknown(struct practice *practice, unsigned parts, const char *path)
{
	if (parts && !practice->unknown)
		practice->unknown_at = (struct position){ path, 0, 0 };
	practice->unknown |= parts;
}

static bool has_clients(const struct records *records)
{
	return records->session_count || records->engagement_count || records->inbox_count;
}

static void find_unknown(unsigned parts, struct practice *practice)
{
	const struct note_list *notes = &practice->notes;
	for (size_t i = 0; i < notes->unknown_count; i++)
		add_unknown(practice, parts, notes->unknown[i]);
	for (size_t i = 0; i < notes->count; i++) {
		const struct note *note = &notes->items[i];
		enum note_kind kind = note->bytes.at ? note->kind : note->unread_kind;
		bool unread = !note->bytes.at || (note->document && note->document->opaque);
		if (unread)
			add_unknown(
				practice, parts & (kind == NOTE_KIND_COUNT ? PRACTICE_ALL : part_of(kind)), note->path);
	}
}

/* One that may be what could not be read is not missing; where there are clients there must have been one, and in it a
 * roster. */
static void judge_portfolio(const struct vault *vault, struct practice *practice, struct finding_list *findings)
{
	const struct portfolio *portfolio = practice->records.portfolio;
	if (portfolio) {
		if (!portfolio->has_roster && has_clients(&practice->records))
			add_unknown(practice, PRACTICE_PORTFOLIO, portfolio->document->path);
		return;
	}
	if (!(practice->unknown & PRACTICE_PORTFOLIO))
		report_no_portfolio(findings);
	if (has_clients(&practice->records))
		add_unknown(practice, PRACTICE_PORTFOLIO, vault->configuration.portfolio_path);
}

int practice_load(struct arena *arena, const struct vault *vault, struct date today, unsigned parts,
	struct practice *practice, struct finding_list *findings, struct error *error)
{
	*practice = (struct practice){ .aliases = &vault->configuration.aliases };
	bool open_alone = !(parts & ~(unsigned)(PRACTICE_PORTFOLIO | PRACTICE_OPEN_ACTIONS));
	if (open_alone ? action_notes_sift(arena, vault, &practice->notes, findings, error)
		       : notes_scan(arena, vault, &practice->notes, findings, error))
		return -1;
	struct loading loading = { arena, vault, practice, findings,
		arena_new_array(arena, practice->notes.count, struct subject) };
	read_notes(&loading, parts);
	sort_records(&practice->records);
	keep_one_a_week(&practice->records, findings);
	keep_one_a_day(&practice->records, findings);
	if (parts & (PRACTICE_ACTIONS | PRACTICE_OPEN_ACTIONS))
		read_actions(&loading, today, parts);
	records_resolve(arena, &practice->records);
	client_documents_keep_one(arena, vault, &practice->records, findings);
	if ((parts & PRACTICE_DRAFTS) && drafts_find(arena, vault, &practice->records, error))
		return -1;
	find_unknown(parts, practice);
	if (parts & PRACTICE_PORTFOLIO)
		judge_portfolio(vault, practice, findings);
	return 0;
}

void practice_of_portfolio(struct arena *arena, const struct aliases *aliases, struct span text, size_t most,
	struct practice *practice, struct finding_list *findings)
{
	struct portfolio *portfolio = arena_new(arena, struct portfolio);
	*practice = (struct practice){ .aliases = aliases, .records.portfolio = portfolio };
	portfolio_read(outline_of(arena, aliases, document_parse(arena, "-", text, most)), portfolio, findings);
}

static int compare_path_to_note(const void *path, const void *note)
{
	return walk_compare(span_of(path), span_of(((const struct note *)note)->path));
}

struct note *practice_note(const struct practice *practice, const char *path)
{
	const struct note_list *notes = &practice->notes;
	return notes->count ? bsearch(path, notes->items, notes->count, sizeof(*notes->items), compare_path_to_note)
			    : NULL;
}

struct note *practice_note_now(const struct practice *practice, const char *path)
{
	for (size_t i = 0; i < practice->notes.count; i++)
		if (strcmp(practice->notes.items[i].path, path) == 0)
			return &practice->notes.items[i];
	return NULL;
}

void practice_follow(struct practice *practice, const struct changeset *changes)
{
	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];
		struct note *moved = change->moved_from ? practice_note_now(practice, change->moved_from) : NULL;
		struct note *note = moved ? moved : practice_note_now(practice, change->path);
		if (!note || !change->after.at || (!moved && span_same(note->bytes, change->after)))
			continue;
		note->path = change->path;
		note->bytes = change->after;
		note->document = NULL;
		note->outline = NULL;
	}
}
