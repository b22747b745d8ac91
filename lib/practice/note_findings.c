#include "practice/note_findings.h"

#include <string.h>

static void keep(const struct finding *finding, struct finding_list *kept)
{
	struct finding *copy = finding_add(kept, finding->code, finding->position, "%s", finding->message);
	copy->hint = finding->hint;
}

/* Without a roster nobody is a client. */
static bool hides_clients(enum finding_code code)
{
	return code == FINDING_NO_PORTFOLIO || code == FINDING_ROSTER_MISSING;
}

void note_findings_of_kind(
	const struct practice *practice, enum note_kind kind, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		const char *path = finding->position.path;
		const struct note *note = path ? practice_note(practice, path) : NULL;
		if (finding->code == FINDING_UNREADABLE || (note && note->kind == kind))
			keep(finding, kept);
	}
}

void note_findings_of_clients(
	const struct practice *practice, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		const char *path = finding->position.path;
		const struct note *note = path ? practice_note(practice, path) : NULL;
		bool of_client = note && (note->kind == NOTE_SESSION || note->kind == NOTE_ENGAGEMENT ||
						 note->kind == NOTE_INBOX);
		if (of_client || finding->code == FINDING_UNREADABLE || hides_clients(finding->code))
			keep(finding, kept);
	}
}

void note_findings_of_path(const char *path, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		bool about = finding->position.path && strcmp(finding->position.path, path) == 0;
		if (finding->code == FINDING_UNREADABLE || about)
			keep(finding, kept);
	}
}

/* --- one client's ------------------------------------------------------------------------------------------------ */

struct owning {
	const struct practice *practice;
	struct arena *arena;
	const char *path; /* of the note that was looked at last, and whose it is */
	int client_id;
};

/* Also of a session that does not count, since it has no date. */
static int client_of_note(const struct owning *owning, const struct note *note)
{
	struct finding_list unheard = { .arena = owning->arena };
	union {
		struct session session;
		struct engagement engagement;
		struct inbox inbox;
	} view;
	struct span client = SPAN_NONE;
	if (note->kind == NOTE_SESSION) {
		session_read(note->outline, &view.session, &unheard);
		client = view.session.client;
	} else if (note->kind == NOTE_ENGAGEMENT) {
		engagement_read(note->outline, &view.engagement, &unheard);
		client = view.engagement.client;
	} else if (note->kind == NOTE_INBOX) {
		inbox_read(note->outline, &view.inbox, &unheard);
		client = view.inbox.client;
	}
	return records_client_id(owning->arena, &owning->practice->records, client);
}

/* The client that a folder or the file is called as. */
static int client_of_path(const struct owning *owning, const char *path)
{
	struct span rest = span_of(path);
	struct span part;
	int client_id = CLIENT_NOBODY;
	while (client_id == CLIENT_NOBODY && span_next(&rest, '/', &part)) {
		if (span_ends_with(part, ".md"))
			part.length -= strlen(".md");
		client_id = records_client_id(owning->arena, &owning->practice->records, part);
	}
	return client_id;
}

static int owner_of(struct owning *owning, const char *path)
{
	if (!path || (owning->path && strcmp(owning->path, path) == 0))
		return path ? owning->client_id : CLIENT_NOBODY;
	const struct note *note = practice_note(owning->practice, path);
	owning->path = path;
	owning->client_id = note && note->outline ? client_of_note(owning, note) : client_of_path(owning, path);
	return owning->client_id;
}

/* The portfolio's line about them. */
static bool is_in_row(const struct practice *practice, const struct roster_client *client, struct position place)
{
	const struct portfolio *portfolio = practice->records.portfolio;
	return portfolio && client->row.at && place.path && strcmp(place.path, portfolio->document->path) == 0 &&
	       place.line == document_position_of(portfolio->document, client->row).line;
}

void note_findings_of_client(const struct practice *practice, const struct roster_client *client,
	const struct finding_list *all, struct finding_list *kept)
{
	struct owning owning = { .practice = practice, .arena = all->arena };
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		int owner = owner_of(&owning, finding->position.path);
		bool may_be_theirs = finding->code == FINDING_UNREADABLE && owner == CLIENT_NOBODY;
		if (owner == client->id || may_be_theirs || hides_clients(finding->code) ||
			is_in_row(practice, client, finding->position))
			keep(finding, kept);
	}
}

static bool may_hide_actions(enum finding_code code)
{
	return code == FINDING_UNREADABLE || code == FINDING_OPAQUE_NOTE || code == FINDING_DUPLICATE_ID;
}

void note_findings_of_actions(const struct practice *practice, const struct roster_client *client,
	const struct finding_list *all, struct finding_list *kept)
{
	struct owning owning = { .practice = practice, .arena = all->arena };
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		int owner = client ? owner_of(&owning, finding->position.path) : CLIENT_NOBODY;
		if (may_hide_actions(finding->code) && (owner == CLIENT_NOBODY || owner == client->id))
			keep(finding, kept);
	}
}
