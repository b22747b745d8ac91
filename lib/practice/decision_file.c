#include "practice/decision_file.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "practice/note_path.h"
#include "vault/slots.h"

enum { GATES_MOST = 64 << 10 };

static struct span link_to(struct arena *arena, struct span client)
{
	return client.length ? span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client))) : SPAN_NONE;
}

static struct span gate_rows(struct arena *arena, const struct new_decision *decision)
{
	BUFFER_CLEANUP struct buffer rows = BUFFER_INIT(GATES_MOST);
	for (size_t i = 0; i < decision->gate_count; i++) {
		const struct decision_gate *gate = &decision->gates[i];
		struct span reason = edit_cell_text(arena, utf8_sentence(arena, gate->reason));
		buffer_printf(&rows, "%s| %.*s | %s | %.*s |", i ? "\n" : "", SPAN_PRINT(gate->name), gate->result,
			SPAN_PRINT(reason));
	}
	return buffer_finish(arena, &rows);
}

static const char *path_of(struct arena *arena, const struct vault *vault, const struct new_decision *decision)
{
	const struct configuration *configuration = &vault->configuration;
	const struct slot title = { "title", span_of(vault_file_name(arena, decision->title)) };
	struct span pattern = slots_fill(arena, span_of(configuration->decision_path), &title, 1);
	const char *path =
		note_path(arena, configuration, arena_copy_text(arena, pattern), decision->client, decision->date);
	return note_path_free(arena, vault, NULL, path);
}

int decision_file(struct arena *arena, const struct vault *vault, const struct new_decision *decision,
	const char **path, struct span *text, struct error *error)
{
	struct date_text date = date_format(decision->date);
	struct date_text review = date_format(decision->review);
	const struct slot slots[] = {
		{ "kind", span_of(decision->kind) },
		{ "title", decision->title },
		{ "client", decision->client },
		{ "client_link", link_to(arena, decision->client) },
		{ "date", span_of(date.text) },
		{ "status", span_of(decision->status) },
		{ "reversible", span_of(decision->reversible) },
		{ "review", span_of(review.text) },
		{ "request", decision->request },
		{ "gates", gate_rows(arena, decision) },
		{ "recommendation", decision->recommendation },
		{ "reply", decision->reply },
	};
	size_t count = sizeof(slots) / sizeof(slots[0]);
	struct span template;
	if (slots_template_in(arena, vault, "Decision.md", decision->language, slots, count, &template, error))
		return -1;
	*text = slots_fill_note(arena, template, slots, count);
	*path = path_of(arena, vault, decision);
	return 0;
}
