#include "practice/uncounted_session.h"

#include "codec/utf8.h"
#include "model/outline.h"

#include <string.h>

static bool is_of_client(struct arena *arena, const struct client_choice *choice, struct span client)
{
	struct span name = utf8_fold_name(arena, client, NAME_AS_WRITTEN);
	return span_equal(name, utf8_fold_name(arena, choice->name, NAME_AS_WRITTEN)) ||
	       span_equal(name, utf8_fold_name(arena, choice->note, NAME_AS_WRITTEN));
}

static const struct finding *error_of(const struct finding_list *found, const char *path)
{
	for (size_t i = 0; i < found->count; i++) {
		const struct finding *finding = &found->items[i];
		if (finding->position.path && strcmp(finding->position.path, path) == 0 &&
			finding_code_severity(finding->code) == SEVERITY_ERROR)
			return finding;
	}
	return NULL;
}

/* NULL for a note that counts, or is another client's. */
static const struct finding *why_uncounted(struct arena *arena, const struct note *note,
	const struct finding_list *found, const struct client_choice *choice)
{
	struct finding_list unheard = { .arena = arena };
	struct session session;
	if (note->kind != NOTE_SESSION || !note->outline || session_read(note->outline, &session, &unheard))
		return NULL;
	return is_of_client(arena, choice, session.client) ? error_of(found, note->path) : NULL;
}

int uncounted_session_refuse(struct arena *arena, const struct practice *practice, const struct finding_list *found,
	const struct client_choice *choice, struct error *error)
{
	for (size_t i = 0; i < practice->notes.count; i++) {
		const struct finding *finding = why_uncounted(arena, &practice->notes.items[i], found, choice);
		if (!finding)
			continue;
		error_at(error, ERROR_PARSE, finding->position, "%s; so this session with %.*s does not count",
			finding->message, SPAN_PRINT(choice->name));
		return finding->hint ? error_hint(error, "%s", finding->hint) : -1;
	}
	return 0;
}
