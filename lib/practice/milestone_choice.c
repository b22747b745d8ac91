#include "practice/milestone_choice.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"

enum { NAME_COLUMNS = 50, MOST_LISTED = 5 };

struct choices {
	struct arena *arena;
	struct span wanted; /* folded */
	struct milestone_choice *items;
	size_t count;
	size_t capacity;
	size_t whole; /* how many of them are the name as a whole; they stand first */
};

static void add(struct choices *choices, struct milestone_choice choice)
{
	choices->items =
		arena_grow(choices->arena, choices->items, choices->count, &choices->capacity, sizeof(*choices->items));
	choices->items[choices->count++] = choice;
	if (!choice.whole)
		return;
	choices->items[choices->count - 1] = choices->items[choices->whole];
	choices->items[choices->whole++] = choice;
}

static void offer(
	struct choices *choices, const struct engagement *engagement, const struct engagement_milestone *milestone)
{
	struct span name = utf8_fold(choices->arena, text_plain(choices->arena, milestone->name));
	bool whole = span_equal(name, choices->wanted);
	if (whole || utf8_matches_part(name, choices->wanted))
		add(choices, (struct milestone_choice){ engagement, milestone, whole });
}

static void list(struct buffer *names, const struct milestone_choice *choice)
{
	struct span name = choice->milestone->name;
	struct span client = choice->engagement->client;
	struct span start = span_slice(name, 0, utf8_fit(name, NAME_COLUMNS));
	struct position place = document_position_of(choice->engagement->document, choice->milestone->row);
	buffer_printf(names, "%s%.*s%s of %.*s (%s:%u)", names->length ? "; " : "", SPAN_PRINT(start),
		start.length < name.length ? "…" : "", SPAN_PRINT(client), place.path, place.line);
}

static int refuse_several(const struct choices *choices, struct span words, struct error *error)
{
	struct buffer BUFFER_CLEANUP names = BUFFER_INIT(ERROR_TEXT_SIZE / 2);
	for (size_t i = 0; i < choices->count && i < MOST_LISTED && !names.over; i++)
		list(&names, &choices->items[i]);
	bool cut = names.over || choices->count > MOST_LISTED;
	error_set(error, ERROR_NOT_FOUND, "\"%.*s\" fits %zu milestones", SPAN_PRINT(words), choices->count);
	return error_hint(error, "write more of its name, or whose it is with --client: %.*s%s",
		SPAN_PRINT(buffer_span(&names)), cut ? " …" : "");
}

int milestone_choose(struct arena *arena, const struct records *records, int client_id, struct span words, bool done,
	struct milestone_choice *choice, struct error *error)
{
	struct choices choices = { .arena = arena, .wanted = utf8_fold(arena, text_plain(arena, words)) };
	for (size_t i = 0; i < records->engagement_count; i++) {
		const struct engagement *engagement = &records->engagements[i];
		if (client_id != CLIENT_NOBODY && engagement->client_id != client_id)
			continue;
		for (size_t k = 0; k < engagement->milestone_count; k++)
			if (engagement->milestones[k].done == done)
				offer(&choices, engagement, &engagement->milestones[k]);
	}
	*choice = choices.count ? choices.items[0] : (struct milestone_choice){ .milestone = NULL };
	if (choices.count == 1 || choices.whole == 1)
		return 0;
	if (choices.count)
		return refuse_several(&choices, words, error);
	error_set(error, ERROR_NOT_FOUND, "no milestone that is not reached yet fits \"%.*s\"", SPAN_PRINT(words));
	return error_hint(error, "`coach brief NAME` lists a client's milestones");
}
