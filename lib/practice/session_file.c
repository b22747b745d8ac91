#include "practice/session_file.h"

#include "md/edit.h"
#include "model/property.h"
#include "practice/note_path.h"
#include "vault/slots.h"

const char *session_file_path(struct arena *arena, const struct vault *vault, struct span client, struct date date)
{
	const struct configuration *configuration = &vault->configuration;
	const char *path = note_path(arena, configuration, configuration->session_path, client, date);
	return note_path_free(arena, vault, path);
}

static bool breaks_quotes(struct span text)
{
	return span_contains(text, "\"") || span_contains(text, "\\");
}

/* The template's slot stands between double quotes: a name that would end them is set afterwards. */
static int set_client(
	struct arena *arena, const struct aliases *aliases, struct span client, struct span *text, struct error *error)
{
	const struct document *document = document_parse(arena, "Session.md", *text, DOCUMENT_DEFAULT_MOST);
	struct properties properties = properties_of(arena, aliases, document);
	struct edit_list edits = edits_of(arena, document);
	struct span link = span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client)));
	if (property_set(&properties, &edits, "client", link, error))
		return -1;
	*text = edits_apply(&edits);
	return 0;
}

int session_file_text(struct arena *arena, const struct vault *vault, const struct new_session *session,
	struct span *text, struct error *error)
{
	struct date_text date = date_format(session->date);
	struct date_text start = session->start < 0 ? (struct date_text){ "" } : clock_time_format(session->start);
	bool plain = !breaks_quotes(session->client);
	const struct slot slots[] = {
		{ "client", plain ? session->client : span_of(vault_file_name(arena, session->client)) },
		{ "number", span_of(arena_printf(arena, "%d", session->number)) },
		{ "date", span_of(date.text) },
		{ "start", span_of(start.text) },
		{ "minutes", span_of(arena_printf(arena, "%d", session->minutes)) },
		{ "status", span_of(session_status_names[SESSION_PLANNED]) },
		{ "agenda", session->agenda },
	};
	size_t count = sizeof(slots) / sizeof(slots[0]);
	struct span template;
	if (slots_template(arena, vault, "Session.md", slots, count, &template, error))
		return -1;
	*text = slots_fill(arena, template, slots, count);
	return plain ? 0 : set_client(arena, &vault->configuration.aliases, session->client, text, error);
}
