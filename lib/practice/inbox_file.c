#include "practice/inbox_file.h"

#include "practice/note_path.h"
#include "vault/slots.h"

int inbox_file(struct arena *arena, const struct vault *vault, enum language language, struct span client,
	const char **path, struct span *text, struct error *error)
{
	const struct slot slots[] = {
		{ "client", client },
		{ "client_link", span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client))) },
	};
	size_t count = sizeof(slots) / sizeof(slots[0]);
	struct span template;
	if (slots_template_in(arena, vault, "Inbox.md", language, slots, count, &template, error))
		return -1;
	*text = slots_fill_note(arena, template, slots, count);
	*path = note_path(arena, &vault->configuration, vault->configuration.inbox_path, client, DATE_NONE);
	return 0;
}
