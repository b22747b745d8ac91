#include "practice/note_filter.h"

#include "base/nearest.h"
#include "base/note_name.h"
#include "codec/utf8.h"
#include "model/note_tags.h"
#include "model/outline.h"
#include "model/property.h"
#include "practice/client_choice.h"

#include <stdlib.h>

struct client_note {
	const char *path;
	int client;
	bool home; /* an engagement in a folder of its name: what lies below is the client's */
};

/* --- the values -------------------------------------------------------------------------------------------------- */

static int no_such_kind(struct span value, struct error *error)
{
	struct nearest nearest = nearest_to(value);
	for (int kind = 0; kind < NOTE_TEMPLATE; kind++)
		nearest_offer(&nearest, note_kind_names[kind]);
	error_set(error, ERROR_USAGE, "kind: \"%.*s\" is no kind of note", SPAN_PRINT(value));
	if (nearest.best)
		error_hint(error, "did you mean kind:%s?", nearest.best);
	return error_hint(error,
		"kinds are portfolio, engagement, session, inbox, week, day, plan, strategy, decision, goals "
		"and others: coach status shows those of your notes");
}

static int read_kind(struct note_filter *filter, const struct search_filter *asked, struct error *error)
{
	enum note_kind kind;
	const struct aliases *aliases = &filter->vault->configuration.aliases;
	if (!note_kind_parse(filter->arena, aliases, asked->value, &kind) || kind == NOTE_TEMPLATE)
		return no_such_kind(asked->value, error);
	*(asked->excluded ? &filter->excluded_kinds : &filter->kinds) |= 1u << kind;
	return 0;
}

static int read_day(
	struct note_filter *filter, const struct search_filter *asked, struct date today, struct error *error)
{
	struct date day = DATE_NONE;
	if (!date_parse(asked->value, today, &day)) {
		error_set(error, ERROR_USAGE, "since: \"%.*s\" is no day", SPAN_PRINT(asked->value));
		return error_hint(error, "for example since:2026-11-20, since:-2w, since:\"last fri\"");
	}
	if (!date_is_known(filter->since) || date_compare(day, filter->since) > 0)
		filter->since = day;
	return 0;
}

static int compare_client_notes(const void *left, const void *right)
{
	return strcmp(((const struct client_note *)left)->path, ((const struct client_note *)right)->path);
}

static void add_client_note(struct note_filter *filter, const struct document *document, int client, bool home)
{
	filter->client_notes[filter->client_note_count++] = (struct client_note){ document->path, client, home };
}

static void list_client_notes(struct note_filter *filter)
{
	const struct records *records = &filter->practice.records;
	size_t count = records->session_count + records->engagement_count + records->inbox_count;
	filter->client_notes = arena_new_array(filter->arena, count, struct client_note);
	for (size_t i = 0; i < records->session_count; i++)
		add_client_note(filter, records->sessions[i].document, records->sessions[i].client_id, false);
	for (size_t i = 0; i < records->inbox_count; i++)
		add_client_note(filter, records->inboxes[i].document, records->inboxes[i].client_id, false);
	for (size_t i = 0; i < records->engagement_count; i++) {
		const struct document *document = records->engagements[i].document;
		bool home = span_equal(document_stem(document), document_folder(document));
		add_client_note(filter, document, records->engagements[i].client_id, home);
	}
	if (count > 1)
		qsort(filter->client_notes, count, sizeof(*filter->client_notes), compare_client_notes);
}

static int read_clients(struct note_filter *filter, struct error *error)
{
	const struct search_query *query = filter->query;
	struct finding_list unused = { .arena = filter->arena };
	unsigned parts = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES;
	if (practice_load(filter->arena, filter->vault, DATE_NONE, parts, &filter->practice, &unused, error))
		return -1;
	int *clients = arena_new_array(filter->arena, query->filter_count, int);
	for (size_t i = 0; i < query->filter_count; i++) {
		struct client_choice choice;
		if (query->filters[i].kind != SEARCH_CLIENT)
			continue;
		if (client_choose(filter->arena, &filter->practice.records, query->filters[i].value, &choice, error))
			return -1;
		clients[i] = choice.client->id;
	}
	filter->clients = clients;
	list_client_notes(filter);
	return 0;
}

int note_filter_of(struct arena *arena, const struct vault *vault, const struct search_query *query, struct date today,
	struct note_filter *filter, struct error *error)
{
	*filter = (struct note_filter){
		.arena = arena, .vault = vault, .query = query, .since = DATE_NONE, .scratch = ARENA_INIT
	};
	bool by_client = false;
	for (size_t i = 0; i < query->filter_count; i++) {
		const struct search_filter *asked = &query->filters[i];
		if ((asked->kind == SEARCH_KIND && read_kind(filter, asked, error)) ||
			(asked->kind == SEARCH_SINCE && read_day(filter, asked, today, error)))
			return -1;
		by_client = by_client || asked->kind == SEARCH_CLIENT;
	}
	return by_client ? read_clients(filter, error) : 0;
}

void note_filter_release(struct note_filter *filter)
{
	arena_release(&filter->scratch);
}

/* --- a note's client --------------------------------------------------------------------------------------------- */

static bool lies_below(const char *path, const char *home)
{
	size_t folder = (size_t)(strrchr(home, '/') - home);
	return strncmp(path, home, folder + 1) == 0;
}

/* By its view, its front matter, or the client's folder that it lies in. */
static int client_of(struct note_filter *filter, struct note *note, struct finding_list *unused)
{
	const struct client_note key = { note->path, CLIENT_NOBODY, false };
	const struct client_note *known = filter->client_note_count
						  ? bsearch(&key, filter->client_notes, filter->client_note_count,
							    sizeof(key), compare_client_notes)
						  : NULL;
	if (known && known->client != CLIENT_NOBODY)
		return known->client;
	const struct outline *outline = note_outline(&filter->scratch, filter->vault, note, unused);
	struct span name = property_name(&outline->properties, "client", unused);
	if (name.length)
		return records_client_id(&filter->scratch, &filter->practice.records, name);
	for (size_t i = 0; i < filter->client_note_count; i++)
		if (filter->client_notes[i].home && lies_below(note->path, filter->client_notes[i].path))
			return filter->client_notes[i].client;
	return CLIENT_NOBODY;
}

static bool fits_clients(struct note_filter *filter, struct note *note, struct finding_list *unused)
{
	bool asked = false;
	bool found = false;
	if (!filter->clients)
		return true;
	int client = client_of(filter, note, unused);
	for (size_t i = 0; i < filter->query->filter_count; i++) {
		const struct search_filter *one = &filter->query->filters[i];
		bool same = one->kind == SEARCH_CLIENT && client != CLIENT_NOBODY && filter->clients[i] == client;
		if (same && one->excluded)
			return false;
		asked = asked || (one->kind == SEARCH_CLIENT && !one->excluded);
		found = found || same;
	}
	return found || !asked;
}

/* --- its tags and its day ---------------------------------------------------------------------------------------- */

static bool fits_tags(struct note_filter *filter, struct note *note, struct finding_list *unused)
{
	for (size_t i = 0; i < filter->query->filter_count; i++) {
		const struct search_filter *asked = &filter->query->filters[i];
		if (asked->kind != SEARCH_TAG)
			continue;
		const struct document *document = note_parse(&filter->scratch, filter->vault, note, unused);
		if (note_tags_have(&filter->scratch, document, asked->value) == asked->excluded)
			return false;
	}
	return true;
}

static struct date day_of_week_note(
	const struct vault *vault, const struct note *note, const struct outline *outline, struct finding_list *unused)
{
	struct week named;
	struct week_note week;
	bool has_name = note_named_week(&vault->configuration, note->path, &named);
	return week_note_read(outline, has_name ? &named : NULL, &week, unused) ? week_monday(week.week) : DATE_NONE;
}

struct date note_day(struct arena *arena, const struct vault *vault, struct note *note)
{
	struct finding_list unused = { .arena = arena };
	struct date day = DATE_NONE;
	struct session session;
	struct written_date written;
	const struct outline *outline = note_outline(arena, vault, note, &unused);
	if (note->kind == NOTE_SESSION && session_read(outline, &session, &unused))
		return session.date;
	if (note->kind == NOTE_WEEK)
		day = day_of_week_note(vault, note, outline, &unused);
	if (date_is_known(day) || property_date(&outline->properties, "date", &day, &unused) == PROPERTY_READ)
		return day;
	bool named = written_date_find(arena, &vault->configuration.aliases, note_name(span_of(note->path)), &written);
	return named && written.reading == DATE_READ ? written.date : DATE_NONE;
}

static bool fits_day(struct note_filter *filter, struct note *note, bool *undated)
{
	if (!date_is_known(filter->since))
		return true;
	struct date day = note_day(&filter->scratch, filter->vault, note);
	*undated = !date_is_known(day);
	return !*undated && date_compare(day, filter->since) >= 0;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static bool fits_kinds(const struct note_filter *filter, enum note_kind kind)
{
	unsigned bit = 1u << kind;
	return !(filter->excluded_kinds & bit) && (!filter->kinds || (filter->kinds & bit));
}

int note_filter_fails(struct note_filter *filter, const char *path, struct span bytes, bool *undated)
{
	*undated = false;
	if (!filter->query->filter_count)
		return FILTER_PASSED;
	arena_clear(&filter->scratch);
	struct finding_list unused = { .arena = &filter->scratch };
	struct note note = { .path = path, .bytes = bytes, .kind = note_kind_of(filter->vault, path, bytes) };
	if (!fits_kinds(filter, note.kind))
		return SEARCH_KIND;
	if (!fits_clients(filter, &note, &unused))
		return SEARCH_CLIENT;
	if (!fits_tags(filter, &note, &unused))
		return SEARCH_TAG;
	return fits_day(filter, &note, undated) ? FILTER_PASSED : SEARCH_SINCE;
}
