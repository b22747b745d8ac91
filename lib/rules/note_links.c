#include "rules/note_links.h"

#include "model/property.h"

static size_t add_notes(struct link_target *targets, const struct records *records)
{
	size_t count = 0;
	for (size_t i = 0; i < records->session_count; i++)
		targets[count++].document = records->sessions[i].document;
	for (size_t i = 0; i < records->engagement_count; i++)
		targets[count++].document = records->engagements[i].document;
	for (size_t i = 0; i < records->plan_count; i++)
		targets[count++].document = records->plans[i].document;
	for (size_t i = 0; i < records->week_count; i++)
		targets[count++].document = records->weeks[i].document;
	for (size_t i = 0; i < records->day_count; i++)
		targets[count++].document = records->days[i].document;
	for (size_t i = 0; i < records->inbox_count; i++)
		targets[count++].document = records->inboxes[i].document;
	for (size_t i = 0; i < records->actions.count; i++)
		targets[count++].document = records->actions.items[i].document;
	return count;
}

struct link_targets note_links_of(struct arena *arena, const struct records *records)
{
	size_t most = records->session_count + records->engagement_count + records->plan_count + records->week_count +
		      records->day_count + records->inbox_count + records->actions.count;
	struct link_target *targets = arena_new_array(arena, most, struct link_target);
	size_t count = add_notes(targets, records);
	for (size_t i = 0; i < count; i++)
		targets[i].path = targets[i].document->path;
	return link_targets_of(arena, targets, count);
}

struct span note_link_name(struct arena *arena, const struct link_targets *notes, const struct document *document)
{
	struct span path = span_of(document->path);
	struct span stem = document_stem(document);
	struct link_match match = link_targets_wiki(arena, notes, stem);
	if (match.count == 1 && span_is(path, match.first->path))
		return stem;
	return span_slice(path, 0, path.length - (span_ends_with(path, ".md") ? strlen(".md") : 0));
}

struct span client_link(struct arena *arena, const struct records *records, const struct link_targets *notes,
	const struct roster_client *client)
{
	const struct engagement *engagement = records_engagement(records, client->id);
	struct span note = client->note;
	if (!note.length && engagement)
		note = note_link_name(arena, notes, engagement->document);
	if (!note.length)
		return client->name;
	if (span_equal(note, client->name))
		return span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(note)));
	return span_of(arena_printf(arena, "[[%.*s|%.*s]]", SPAN_PRINT(note), SPAN_PRINT(client->name)));
}
