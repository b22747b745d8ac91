#include "practice/action_choice.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/link.h"

enum { TEXT_COLUMNS = 50, MOST_LISTED = 5 };

struct choices {
	struct arena *arena;
	struct span wanted; /* folded */
	const struct action **items;
	size_t count;
	size_t capacity;
	size_t whole; /* how many of them are the text as a whole */
};

static struct span folded_text(struct arena *arena, const struct action *action)
{
	return utf8_fold(arena, text_plain(arena, action->task.text));
}

static void add(struct choices *choices, const struct action *action)
{
	choices->items =
		arena_grow(choices->arena, choices->items, choices->count, &choices->capacity, sizeof(*choices->items));
	choices->items[choices->count++] = action;
}

/* Those that are the text as a whole stand first. */
static void offer(struct choices *choices, const struct action *action)
{
	struct span text = folded_text(choices->arena, action);
	if (span_equal(text, choices->wanted)) {
		add(choices, action);
		choices->items[choices->count - 1] = choices->items[choices->whole];
		choices->items[choices->whole++] = action;
	} else if (utf8_matches_part(text, choices->wanted))
		add(choices, action);
}

static const struct action *with_id(const struct action_list *actions, struct span id)
{
	for (size_t i = 0; i < actions->count; i++)
		if (id.length && span_equal(actions->items[i].task.id, id))
			return &actions->items[i];
	return NULL;
}

/* `Clients/Ada Example/Ada Example.md:12`, as `coach actions` says where each stands. That of a copy means its home. */
static bool stands_at(const struct action *action, struct span path, int line)
{
	return span_is(path, action->document->path) && action->task.line == (unsigned)line;
}

static const struct action *home_of(const struct action_list *actions, const struct action *copy)
{
	for (size_t i = 0; i < actions->count; i++)
		if (span_equal(actions->items[i].key, copy->key))
			return &actions->items[i];
	return NULL;
}

static const struct action *at_place(const struct action_list *actions, struct span place)
{
	size_t colon = place.length;
	int line;
	while (colon > 0 && place.at[colon - 1] != ':')
		colon--;
	struct span digits = span_from(place, colon);
	if (!colon || !span_read_digits(&digits, &line) || digits.length)
		return NULL;
	struct span path = span_slice(place, 0, colon - 1);
	for (size_t i = 0; i < actions->count; i++)
		if (stands_at(&actions->items[i], path, line))
			return &actions->items[i];
	for (size_t i = 0; i < actions->copy_count; i++)
		if (stands_at(&actions->copies[i], path, line))
			return home_of(actions, &actions->copies[i]);
	return NULL;
}

static void list_place(struct buffer *names, const struct action *action)
{
	buffer_printf(names, "%s%s:%u", names->length ? "; " : "", action->document->path, action->task.line);
}

static void list(struct buffer *names, const struct action *action)
{
	struct span text = action->task.text;
	struct span start = span_slice(text, 0, utf8_fit(text, TEXT_COLUMNS));
	const char *more = start.length < text.length ? "…" : "";
	buffer_printf(names, "%s%.*s%s ", names->length ? "; " : "", SPAN_PRINT(start), more);
	if (action->task.id.length)
		buffer_printf(names, "(%.*s)", SPAN_PRINT(action->task.id));
	else
		buffer_printf(names, "(%s:%u)", action->document->path, action->task.line);
}

static int refuse_several(const struct choices *choices, struct span words, struct error *error)
{
	struct buffer BUFFER_CLEANUP names = BUFFER_INIT(ERROR_TEXT_SIZE / 2);
	for (size_t i = 0; i < choices->count && i < MOST_LISTED && !names.over; i++)
		list(&names, choices->items[i]);
	bool cut = names.over || choices->count > MOST_LISTED;
	error_set(error, ERROR_NOT_FOUND, "\"%.*s\" fits %zu actions", SPAN_PRINT(words), choices->count);
	return error_hint(
		error, "write more of its text, or its id: %.*s%s", SPAN_PRINT(buffer_span(&names)), cut ? " …" : "");
}

/* More of the text would not tell them apart. */
static int refuse_equal(const struct choices *choices, size_t count, struct span words, struct error *error)
{
	struct buffer BUFFER_CLEANUP places = BUFFER_INIT(ERROR_TEXT_SIZE / 2);
	for (size_t i = 0; i < count && !places.over; i++)
		list_place(&places, choices->items[i]);
	error_set(error, ERROR_NOT_FOUND, "\"%.*s\" fits %zu actions with the same text", SPAN_PRINT(words), count);
	return error_hint(error, "say which by where it stands: %.*s%s", SPAN_PRINT(buffer_span(&places)),
		places.over ? " …" : "");
}

static bool are_equal(const struct choices *choices)
{
	for (size_t i = 1; i < choices->count; i++)
		if (!span_equal(folded_text(choices->arena, choices->items[i]),
			    folded_text(choices->arena, choices->items[0])))
			return false;
	return true;
}

int action_choose(struct arena *arena, const struct action_list *actions, int client_id, struct span words,
	const struct action **action, struct error *error)
{
	struct choices choices = { .arena = arena, .wanted = utf8_fold(arena, text_plain(arena, words)) };
	*action = with_id(actions, words);
	if (!*action)
		*action = at_place(actions, words);
	if (*action)
		return 0;
	for (size_t i = 0; i < actions->count; i++)
		if (client_id == CLIENT_NOBODY || actions->items[i].client_id == client_id)
			offer(&choices, &actions->items[i]);
	*action = choices.count ? choices.items[0] : NULL;
	if (choices.count == 1 || choices.whole == 1)
		return 0;
	if (choices.count && (choices.whole || are_equal(&choices)))
		return refuse_equal(&choices, choices.whole ? choices.whole : choices.count, words, error);
	if (choices.count)
		return refuse_several(&choices, words, error);
	error_set(error, ERROR_NOT_FOUND, "no action that is not done yet fits \"%.*s\"", SPAN_PRINT(words));
	return error_hint(error, "`coach actions` lists them, with their ids");
}

bool action_is_whole(struct arena *arena, const struct action *action, struct span words)
{
	struct span wanted = utf8_fold(arena, text_plain(arena, words));
	return (words.length && span_equal(action->task.id, words)) || span_equal(folded_text(arena, action), wanted);
}
