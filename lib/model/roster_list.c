#include "model/roster_list.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/roster.h"
#include "model/text_reading.h"
#include "model/written_date.h"

/* "[[Mara Quill]]: weekly" or "**Theo Banks** – every other week". */
static bool split_item(struct span text, struct span *name, struct span *rest)
{
	static const char *const signs[] = { ":", "：", "–", "—", "-", ",", "，", NULL };
	struct link link;
	if (link_at(text, 0, &link)) {
		*name = link.whole;
	} else if (span_starts_with(text, "**")) {
		size_t end = 2 + span_find(span_from(text, 2), "**");
		*name = span_slice(text, 0, end + 2);
	} else {
		return false;
	}
	*rest = span_trim(span_from(text, name->length));
	text_skip_any(rest, signs);
	*rest = span_trim(*rest);
	return true;
}

/* Cuts the text up to the next comma, bracket or dash off `rest`. */
static bool next_remark(struct span *rest, struct span *remark)
{
	static const char *const ends[] = { ",", ";", "(", ")", " - ", "–", "—", "，", "；", "（", "）", NULL };
	if (!rest->length)
		return false;
	struct span text = *rest;
	for (size_t at = 0; at < text.length; at++) {
		*rest = span_from(text, at);
		*remark = span_trim(span_slice(text, 0, at));
		if (text_skip_any(rest, ends))
			return true;
	}
	*rest = SPAN_NONE;
	*remark = span_trim(text);
	return true;
}

/* Keeps the remark that says it; where none does, the client is active. */
static enum client_status status_in(const struct outline *outline, struct span text, struct span *said)
{
	struct span remark;
	while (next_remark(&text, &remark)) {
		enum client_status status = client_status_read(outline->arena, outline->aliases, remark);
		if (status == CLIENT_STATUS_EMPTY || status == CLIENT_STATUS_UNKNOWN)
			continue;
		*said = remark;
		return status;
	}
	return CLIENT_ACTIVE;
}

/* "until 2027-05-28": a day behind one of the words that head the column of it. */
static void read_end(const struct outline *outline, struct span text, struct roster_client *client)
{
	struct span remark;
	struct written_date found;
	while (next_remark(&text, &remark)) {
		if (!written_date_find(outline->arena, outline->aliases, remark, &found))
			continue;
		struct span words = span_trim(span_between(remark.at, found.text.at));
		struct span folded = utf8_fold_title(outline->arena, words);
		if (found.reading == DATE_READ && words.length &&
			alias_is(outline->aliases, ALIAS_COLUMN, folded, roster_columns[ROSTER_END])) {
			client->end = found.date;
			client->end_text = found.text;
		}
	}
}

static bool is_in_item(const struct document *document, int block)
{
	int parent = document->blocks[block].parent;
	return document->blocks[block].kind == BLOCK_PARAGRAPH && parent != NO_BLOCK &&
	       document->blocks[parent].kind == BLOCK_ITEM &&
	       !document_is_hidden(document, document->blocks[block].offset);
}

void roster_list_read(const struct outline *outline, const struct section *section, struct portfolio *portfolio)
{
	const struct document *document = outline->document;
	size_t most = (size_t)(section->end_block - section->first_block);
	portfolio->clients = arena_new_array(outline->arena, most, struct roster_client);
	for (int block = section->first_block; block < section->end_block; block++) {
		struct span text = document_block(document, block);
		struct roster_client client = { .end = DATE_NONE };
		struct span line, rest;
		if (!is_in_item(document, block) || !span_next_line(&text, &line) ||
			!split_item(line, &client.row, &rest) || text_is_placeholder(client.row))
			continue;
		roster_read_name(outline, client.row, &client);
		client.cadence_text = rest;
		client.cadence = cadence_read(outline->arena, outline->aliases, rest, false);
		client.status = status_in(outline, rest, &client.status_text);
		read_end(outline, rest, &client);
		portfolio->clients[portfolio->client_count++] = client;
	}
}
