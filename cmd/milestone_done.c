#include "cmd/milestone_done.h"

#include "cli/result.h"
#include "md/edit.h"
#include "md/link.h"
#include "practice/client_choice.h"

const struct result_field milestone_fields[] = {
	RES_TEXT(struct milestone_fields, path, "path", "The engagement"),
	RES_INTEGER(struct milestone_fields, line, "line", "The milestone's row"),
	RES_TEXT(struct milestone_fields, name, "name", "The milestone"),
	RES_TEXT(struct milestone_fields, client, "client", "Whose it is"),
	RES_DATE_OR_NULL(struct milestone_fields, date, "date", "Its target date"),
	RES_END,
};

int milestone_search(const struct context *context, const char *client, struct span words,
	struct milestone_search *search, struct error *error)
{
	struct arena *arena = context->arena;
	struct finding_list unheard = { .arena = arena };
	struct error ignored = ERROR_INIT;
	struct client_choice choice;
	const struct records *records = &search->practice.records;
	int client_id = CLIENT_NOBODY;
	*search = (struct milestone_search){ .several = ERROR_INIT };
	if (practice_load(arena, context->vault, context->today, (unsigned)PRACTICE_PORTFOLIO | PRACTICE_ENGAGEMENTS,
		    &search->practice, &unheard, error))
		return -1;
	if (client && client_choose(arena, records, span_of(client), &choice, &ignored))
		return 0;
	if (client)
		client_id = choice.client->id;
	search->is_open =
		milestone_choose(arena, records, client_id, words, false, &search->open, &search->several) == 0;
	search->is_reached = milestone_choose(arena, records, client_id, words, true, &search->reached, &ignored) == 0;
	return 0;
}

struct milestone_fields milestone_fields_of(struct arena *arena, const struct milestone_choice *choice)
{
	struct position place = document_position_of(choice->engagement->document, choice->milestone->row);
	return (struct milestone_fields){
		.path = span_of(place.path),
		.line = INTEGER_OF(place.line),
		.name = text_plain(arena, choice->milestone->name),
		.client = choice->engagement->client,
		.date = choice->milestone->date,
	};
}

void milestone_tick(struct arena *arena, const struct practice *practice, const struct milestone_choice *choice,
	struct changeset *changes)
{
	const struct document *document = choice->engagement->document;
	const struct note *note = practice_note(practice, document->path);
	struct cell cell = choice->milestone->tick;
	struct edit_list edits = edits_of(arena, document);
	edit_set_cell(&edits, cell,
		span_of(arena_printf(arena, "%.*s%s✅", SPAN_PRINT(cell.text), cell.text.length ? " " : "")));
	changeset_put(changes, note->path, note->bytes, edits_apply(&edits));
}
