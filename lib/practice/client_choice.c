#include "practice/client_choice.h"

#include "base/buffer.h"
#include "base/nearest.h"
#include "codec/utf8.h"
#include "model/property.h"

/* Of a name in a hint: an unusual one is cut, so that a few fit. */
enum { NAME_COLUMNS = 60, NAME_MOST = 240 };

struct choices {
	struct arena *arena;
	struct client_choice *items;
	size_t count;
	size_t capacity;
};

static void add(struct choices *choices, struct client_choice choice)
{
	choices->items =
		arena_grow(choices->arena, choices->items, choices->count, &choices->capacity, sizeof(*choices->items));
	choices->items[choices->count++] = choice;
}

static void add_client(struct choices *choices, const struct records *records, const struct roster_client *client)
{
	const struct engagement *engagement = records_engagement(records, client->id);
	struct span note = client->note.length ? client->note : client->name;
	bool linked = client->note.length || (engagement && span_equal(document_stem(engagement->document), note));
	add(choices, (struct client_choice){ client->name, note, linked, client });
}

static bool has(const struct choices *choices, int client_id)
{
	for (size_t i = 0; i < choices->count; i++)
		if (choices->items[i].client->id == client_id)
			return true;
	return false;
}

/* A row for a client whom the roster does not have. */
static const struct roster_client *make_up(struct arena *arena, const struct engagement *engagement)
{
	struct roster_client *row = arena_new(arena, struct roster_client);
	*row = (struct roster_client){ .id = engagement->client_id, .name = engagement->client, .end = DATE_NONE };
	return row;
}

/* Clients of engagement files that the roster does not have; all of them without a name that is wanted. */
static void add_engagements(
	struct choices *choices, const struct records *records, struct span wanted, enum name_form form)
{
	for (size_t i = 0; i < records->engagement_count; i++) {
		const struct engagement *engagement = &records->engagements[i];
		int id = engagement->client_id;
		bool fits = !wanted.at || utf8_matches_part(utf8_fold_name(choices->arena, engagement->client, form),
						  utf8_fold_name(choices->arena, wanted, form));
		if (fits && id != CLIENT_NOBODY && !records_in_roster(records, id) && !has(choices, id))
			add_client(choices, records, make_up(choices->arena, engagement));
	}
}

static void add_in_form(struct choices *choices, const struct records *records, struct span part, enum name_form form)
{
	struct client_match match = { NULL, 0 };
	if (records->portfolio)
		match = portfolio_match(choices->arena, records->portfolio, part, form);
	for (size_t i = 0; i < match.count; i++)
		add_client(choices, records, match.items[i]);
	if (choices->count == 0)
		add_engagements(choices, records, part, form);
}

/* The name as it is written wins over one without its marks, and that over one with its umlauts spelled out. */
static struct choices choices_for(struct arena *arena, const struct records *records, struct span part)
{
	struct choices choices = { .arena = arena };
	for (int form = NAME_AS_WRITTEN; part.length && choices.count == 0 && form < NAME_FORM_COUNT; form++)
		add_in_form(&choices, records, part, (enum name_form)form);
	return choices;
}

static struct choices everybody(struct arena *arena, const struct records *records)
{
	struct choices choices = { .arena = arena };
	for (size_t i = 0; records->portfolio && i < records->portfolio->client_count; i++)
		add_client(&choices, records, &records->portfolio->clients[i]);
	add_engagements(&choices, records, SPAN_NONE, NAME_AS_WRITTEN);
	return choices;
}

struct client_choices client_choices_all(struct arena *arena, const struct records *records)
{
	struct choices choices = everybody(arena, records);
	return (struct client_choices){ choices.items, choices.count };
}

/* Nothing of what a name holds makes it longer than this in the hint: combining marks have no width. */
static struct span shortened(struct span name)
{
	struct span start = span_slice(name, 0, utf8_fit(name, NAME_COLUMNS));
	return start.length <= NAME_MOST ? start : SPAN_NONE;
}

static void add_name(struct buffer *names, struct span name)
{
	struct span start = shortened(name);
	buffer_printf(
		names, "%s%.*s%s", names->length ? ", " : "", SPAN_PRINT(start), start.length < name.length ? "…" : "");
}

static int hint_names(const struct choices *choices, const char *before, const char *after, struct error *error)
{
	struct buffer BUFFER_CLEANUP names = BUFFER_INIT(ERROR_TEXT_SIZE / 2);
	for (size_t i = 0; i < choices->count && !names.over; i++)
		add_name(&names, choices->items[i].name);
	return error_hint(error, "%s %.*s%s%s", before, SPAN_PRINT(buffer_span(&names)),
		names.over ? " … (`coach clients` shows all)" : "", after);
}

static size_t count_words(struct span folded)
{
	size_t count = 0;
	for (size_t at = 0; at < folded.length; at += span_find(span_from(folded, at), " ") + 1)
		count++;
	return count;
}

/* The first words of a folded text, as many as `count`. */
static struct span first_words(struct span folded, size_t count)
{
	size_t end = 0;
	for (; count > 0 && end < folded.length; count--)
		end += span_find(span_from(folded, end), " ") + (count > 1);
	return span_slice(folded, 0, end < folded.length ? end : folded.length);
}

/* A part of a name may have been meant: the whole, and each run of as many words as were typed. */
static void offer_name(struct arena *arena, struct nearest *nearest, struct span name)
{
	struct span folded = utf8_fold_name(arena, name, NAME_UNMARKED);
	size_t typed = count_words(nearest->text);
	nearest_offer(nearest, arena_copy_text(arena, folded));
	for (size_t at = 0; at < folded.length; at += span_find(span_from(folded, at), " ") + 1)
		nearest_offer(nearest, arena_copy_text(arena, first_words(span_from(folded, at), typed)));
}

/* Those with the fewest slips to what was typed, in their order; none where it is like nobody's name. */
static struct choices nearest_choices(struct arena *arena, const struct choices *all, struct span part)
{
	struct choices choices = { .arena = arena };
	struct nearest best = nearest_to(utf8_fold_name(arena, part, NAME_UNMARKED));
	for (size_t i = 0; best.text.length && i < all->count; i++) {
		struct nearest nearest = nearest_to(best.text);
		offer_name(arena, &nearest, all->items[i].name);
		offer_name(arena, &nearest, all->items[i].note);
		if (nearest.best && nearest.distance < best.distance)
			choices.count = 0;
		if (nearest.best && nearest.distance <= best.distance) {
			best = nearest;
			add(&choices, all->items[i]);
		}
	}
	return choices;
}

static int refuse_unknown(struct arena *arena, const struct records *records, struct span part, struct error *error)
{
	struct choices all = everybody(arena, records);
	struct choices near = nearest_choices(arena, &all, part);
	error_set(error, ERROR_NOT_FOUND, "no client is called \"%.*s\"", SPAN_PRINT(part));
	if (near.count)
		return hint_names(&near, "did you mean", "?", error);
	if (all.count)
		return hint_names(&all, "clients are", "", error);
	return error_hint(error, "there are no clients yet: add a row to the roster of the client portfolio");
}

int client_choose(struct arena *arena, const struct records *records, struct span part, struct client_choice *choice,
	struct error *error)
{
	struct choices choices = choices_for(arena, records, span_trim(part));
	if (choices.count == 1) {
		*choice = choices.items[0];
		return 0;
	}
	if (choices.count > 1) {
		error_set(error, ERROR_NOT_FOUND, "\"%.*s\" fits %zu clients", SPAN_PRINT(part), choices.count);
		return hint_names(&choices, "write more of the name:", "", error);
	}
	return refuse_unknown(arena, records, part, error);
}
