#include "practice/client_documents.h"

#include "practice/note_path.h"

#include <string.h>

/* What the choice needs to know of a note. */
struct claim {
	const struct document *document;
	struct span client;
	int client_id;
};

struct choosing {
	struct arena *arena;
	const struct vault *vault;
	const struct records *records;
	const char *pattern; /* of the place */
	const char *what;    /* "the engagement with" */
	struct finding_list *findings;
};

static bool is_at_usual_path(const struct choosing *choosing, const struct claim *claim)
{
	const struct roster_client *client = records_client(choosing->records, claim->client_id);
	struct span names[] = { claim->client, client ? client->note : SPAN_NONE, client ? client->name : SPAN_NONE };
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		const char *path = note_path(
			choosing->arena, &choosing->vault->configuration, choosing->pattern, names[i], DATE_NONE);
		if (names[i].length && strcmp(path, claim->document->path) == 0)
			return true;
	}
	return false;
}

static void report(const struct choosing *choosing, const struct claim *second, const struct claim *kept)
{
	struct finding *finding = finding_add(choosing->findings, FINDING_DUPLICATE_DOCUMENT,
		(struct position){ second->document->path, 0, 0 },
		"another note of %s %.*s; %s is the one that was read", choosing->what, SPAN_PRINT(second->client),
		kept->document->path);
	finding_hint(choosing->findings, finding,
		"take over what you need into %s, then remove this one, or correct whose it is", kept->document->path);
}

/* Sets `kept` for each note that counts; they stand in order of their paths. */
static void choose(const struct choosing *choosing, const struct claim *claims, size_t count, bool *kept)
{
	size_t ids = (size_t)records_largest_id(choosing->records) + 1;
	const struct claim **chosen = arena_new_array(choosing->arena, ids, const struct claim *);
	for (size_t i = 0; i < count; i++) {
		const struct claim **of = &chosen[claims[i].client_id];
		if (!*of || (!is_at_usual_path(choosing, *of) && is_at_usual_path(choosing, &claims[i])))
			*of = &claims[i];
	}
	for (size_t i = 0; i < count; i++) {
		const struct claim *of = chosen[claims[i].client_id];
		kept[i] = claims[i].client_id == CLIENT_NOBODY || of == &claims[i];
		if (!kept[i])
			report(choosing, &claims[i], of);
	}
}

static void keep_engagements(struct choosing *choosing, struct records *records)
{
	size_t count = records->engagement_count;
	struct claim *claims = arena_new_array(choosing->arena, count, struct claim);
	bool *kept = arena_new_array(choosing->arena, count, bool);
	for (size_t i = 0; i < count; i++) {
		const struct engagement *engagement = &records->engagements[i];
		claims[i] = (struct claim){ engagement->document, engagement->client, engagement->client_id };
	}
	choose(choosing, claims, count, kept);
	records->engagement_count = 0;
	for (size_t i = 0; i < count; i++)
		if (kept[i])
			records->engagements[records->engagement_count++] = records->engagements[i];
}

static void keep_inboxes(struct choosing *choosing, struct records *records)
{
	size_t count = records->inbox_count;
	struct claim *claims = arena_new_array(choosing->arena, count, struct claim);
	bool *kept = arena_new_array(choosing->arena, count, bool);
	for (size_t i = 0; i < count; i++) {
		const struct inbox *inbox = &records->inboxes[i];
		claims[i] = (struct claim){ inbox->document, inbox->client, inbox->client_id };
	}
	choose(choosing, claims, count, kept);
	records->inbox_count = 0;
	for (size_t i = 0; i < count; i++)
		if (kept[i])
			records->inboxes[records->inbox_count++] = records->inboxes[i];
}

void client_documents_keep_one(
	struct arena *arena, const struct vault *vault, struct records *records, struct finding_list *findings)
{
	const struct configuration *configuration = &vault->configuration;
	struct choosing engagements = { arena, vault, records, configuration->engagement_path, "the engagement with",
		findings };
	struct choosing inboxes = { arena, vault, records, configuration->inbox_path, "the inbox of", findings };
	keep_engagements(&engagements, records);
	keep_inboxes(&inboxes, records);
}
