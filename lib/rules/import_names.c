#include "rules/import_names.h"

#include "codec/utf8.h"

enum { FORMS = 3 };

static void add(struct import_names *names, const struct import_client *client, struct span folded)
{
	if (folded.length == 0)
		return;
	names->clients[names->folded.count] = client;
	names->folded.items[names->folded.count++] = folded;
}

/* `example, ada` of `ada example`; empty for a name of one word. */
static struct span last_name_first(struct arena *arena, struct span folded)
{
	size_t last = folded.length;
	while (last > 0 && folded.at[last - 1] != ' ')
		last--;
	if (last == 0)
		return SPAN_NONE;
	return span_of(arena_printf(
		arena, "%.*s, %.*s", SPAN_PRINT(span_from(folded, last)), SPAN_PRINT(span_slice(folded, 0, last - 1))));
}

struct import_names import_names_of(struct arena *arena, const struct import_client *clients, size_t count)
{
	struct import_names names = { .folded = { .items = arena_new_array(arena, count * FORMS, struct span) },
		.clients = arena_new_array(arena, count * FORMS, const struct import_client *) };
	for (size_t i = 0; i < count; i++) {
		struct span name = utf8_fold_title(arena, clients[i].name);
		struct span note = utf8_fold_title(arena, clients[i].note);
		add(&names, &clients[i], name);
		add(&names, &clients[i], span_equal(name, note) ? SPAN_NONE : note);
		add(&names, &clients[i], last_name_first(arena, name));
	}
	return names;
}

/* --- an event ----------------------------------------------------------------------------------------------------- */

static size_t count_clients(const struct import_names *names, const bool *found, const struct import_client **client)
{
	size_t count = 0;
	const struct import_client *first = NULL;
	for (size_t i = 0; i < names->folded.count; i++) {
		if (!found[i] || (first && names->clients[i]->client->id == first->client->id))
			continue;
		first = first ? first : names->clients[i];
		count++;
	}
	*client = count == 1 ? first : NULL;
	return count;
}

/* The line is a name, or a label and a name. */
static void look_at_line(struct arena *arena, struct span line, const struct import_names *names, bool *found)
{
	size_t label = span_find_byte(line, ':');
	struct span behind = label < line.length ? span_from(line, label + 1) : line;
	struct span folded = utf8_fold_title(arena, span_trim(behind));
	for (size_t i = 0; i < names->folded.count; i++)
		found[i] = found[i] || (folded.length && span_equal(folded, names->folded.items[i]));
}

size_t import_names_find(struct arena *arena, const struct import_names *names, const struct icalendar_event *event,
	const struct import_client **client)
{
	bool *found = arena_new_array(arena, names->folded.count, bool);
	mention_find(arena, event->summary, &names->folded, found);
	size_t count = count_clients(names, found, client);
	for (size_t i = 0; i < event->name_count && count == 0; i++)
		mention_find(arena, event->names[i], &names->folded, found);
	count = count_clients(names, found, client);
	struct span rest = event->description;
	struct span line;
	while (count == 0 && span_next_line(&rest, &line))
		look_at_line(arena, line, names, found);
	return count_clients(names, found, client);
}
