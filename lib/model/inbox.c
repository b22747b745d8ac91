#include "model/inbox.h"

#include "model/outline.h"
#include "model/property.h"
#include "model/text_reading.h"
#include "model/written_date.h"
#include "model/written_time.h"

#include <stdlib.h>

struct inbox_reader {
	const struct outline *outline;
	struct inbox *inbox;
	struct finding_list *findings;
	size_t capacity;
};

/* The item's first paragraph without the list marker; continuation lines included, nested lists not. */
static struct span item_text(const struct document *document, int block)
{
	const struct block *item = &document->blocks[block];
	bool has_text = block + 1 < item->end && document->blocks[block + 1].kind == BLOCK_PARAGRAPH;
	return has_text ? span_trim(document_block(document, block + 1)) : SPAN_NONE;
}

static bool cut_direction(struct span *rest, bool *from_client)
{
	static const char *const from[] = { "←", "⬅️", "⬅", "<-", NULL };
	static const char *const to[] = { "→", "➡️", "➡", "->", NULL };
	*from_client = text_skip_any(rest, from);
	return *from_client || text_skip_any(rest, to);
}

/* `[slack]`, but not the `[[` of a link. */
static struct span cut_channel(struct span *rest)
{
	struct span text = span_trim_start(*rest);
	size_t end = span_find_byte(text, ']');
	if (!span_starts_with(text, "[") || span_starts_with(text, "[[") || end == text.length)
		return SPAN_NONE;
	*rest = span_from(text, end + 1);
	return span_trim(span_slice(text, 1, end - 1));
}

static void report_no_direction(struct inbox_reader *reader, struct span place)
{
	struct finding *finding =
		finding_add(reader->findings, FINDING_BAD_VALUE, document_position_of(reader->inbox->document, place),
			"\"%.*s\" says neither ← (from the client) nor →", SPAN_PRINT(span_slice(place, 0, 40)));
	finding_hint(reader->findings, finding, "write a message as - YYYY-MM-DD HH:MM ← [channel] text");
}

/* Items without a date in front are no messages, and no finding: an inbox may hold a person's own lists. */
static void read_message(struct inbox_reader *reader, int block)
{
	struct inbox *inbox = reader->inbox;
	struct span rest = item_text(inbox->document, block);
	struct span whole = rest;
	struct message message = { .time = -1, .line = inbox->document->blocks[block].line };
	struct written_date written = written_date_read(reader->outline->arena, reader->outline->aliases, rest);
	if (written.reading == DATE_ABSENT)
		return;
	if (written.reading != DATE_READ) {
		written_date_report(&written, document_position_of(inbox->document, written.text),
			"the message was left out: ", written.text, reader->findings);
		return;
	}
	message.date = written.date;
	rest = span_from(rest, written.text.length);
	written_time_skip(&rest, &message.time);
	rest = span_trim_start(rest);
	if (!cut_direction(&rest, &message.from_client)) {
		report_no_direction(reader, whole);
		return;
	}
	message.channel = cut_channel(&rest);
	message.text = span_trim(rest);
	inbox->messages = arena_grow(reader->outline->arena, inbox->messages, inbox->message_count, &reader->capacity,
		sizeof(*inbox->messages));
	inbox->messages[inbox->message_count++] = message;
}

/* --- order ------------------------------------------------------------------------------------------------------- */

struct placed {
	struct message message;
	int time; /* its own, else that of the one before it on the same day */
	size_t index;
};

static int compare_placed(const void *left, const void *right)
{
	const struct placed *a = left;
	const struct placed *b = right;
	int order = date_compare(a->message.date, b->message.date);
	if (order == 0)
		order = (a->time > b->time) - (a->time < b->time);
	return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* A note may be written from the top on, or with the newest on top. */
static void put_in_order(struct arena *arena, struct inbox *inbox)
{
	size_t count = inbox->message_count;
	struct placed *placed = arena_new_array(arena, count, struct placed);
	bool newest_first = count && date_compare(inbox->messages[0].date, inbox->messages[count - 1].date) > 0;
	for (size_t i = 0; i < count; i++) {
		struct message message = inbox->messages[newest_first ? count - 1 - i : i];
		bool same_day = i && date_compare(placed[i - 1].message.date, message.date) == 0;
		int time = message.time < 0 && same_day ? placed[i - 1].time : message.time;
		placed[i] = (struct placed){ message, time, i };
	}
	if (count > 1)
		qsort(placed, count, sizeof(*placed), compare_placed);
	for (size_t i = 0; i < count; i++)
		inbox->messages[i] = placed[i].message;
}

void inbox_read(const struct outline *outline, struct inbox *inbox, struct finding_list *findings)
{
	const struct document *document = outline->document;
	*inbox = (struct inbox){ .document = document };
	struct inbox_reader reader = { outline, inbox, findings, 0 };
	properties_report(&outline->properties, findings);
	inbox->client = property_name(&outline->properties, "client", findings);
	if (inbox->client.length == 0)
		inbox->client = document_folder(document);
	for (int block = 0; block < document->block_count; block++)
		if (document->blocks[block].kind == BLOCK_ITEM &&
			!document_is_hidden(document, document->blocks[block].offset))
			read_message(&reader, block);
	put_in_order(outline->arena, inbox);
}
