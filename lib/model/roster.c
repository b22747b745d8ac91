#include "model/roster.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/roster_list.h"
#include "model/roster_repeats.h"

#include <string.h>

const char *const roster_columns[] = { "client", "engagement type", "sessions/month", "status", "programme end", NULL };

struct reading {
	const struct outline *outline;
	struct portfolio *portfolio;
	struct finding_list *findings;
	size_t capacity;
	size_t tables, rows;
	struct position first; /* of the tables */
};

void roster_read_name(const struct outline *outline, struct span text, struct roster_client *client)
{
	struct link link;
	size_t offset = 0;
	client->name = text_plain(outline->arena, text);
	if (span_ends_with(client->name, ":"))
		client->name = span_trim_end(span_slice(client->name, 0, client->name.length - 1));
	if (link_next(text, &offset, &link))
		client->note = arena_copy_span(outline->arena, link_name(&link));
}

static void add_client(struct reading *reading, const struct roster_client *client)
{
	struct portfolio *portfolio = reading->portfolio;
	portfolio->clients = arena_grow(reading->outline->arena, portfolio->clients, portfolio->client_count,
		&reading->capacity, sizeof(*portfolio->clients));
	portfolio->clients[portfolio->client_count++] = *client;
}

static void report_status(const struct reading *reading, const struct roster_client *client, struct span cell)
{
	struct position position = document_position_of(reading->outline->document, cell.at ? cell : client->row);
	if (client->status == CLIENT_STATUS_EMPTY)
		finding_add(reading->findings, FINDING_STATUS_EMPTY, position, "%.*s has no status; counted as active",
			SPAN_PRINT(client->name));
	if (client->status == CLIENT_STATUS_UNKNOWN)
		finding_hint(reading->findings,
			finding_add(reading->findings, FINDING_STATUS_UNKNOWN, position,
				"the status \"%.*s\" of %.*s is not known; counted as active",
				SPAN_PRINT(span_slice(client->status_text, 0, 40)), SPAN_PRINT(client->name)),
			"known are Active, Completing, Discovery, On Hold, Completed, Declined, Waitlist");
}

static void read_row(struct reading *reading, const struct columns *columns, const struct row *row)
{
	const struct outline *outline = reading->outline;
	struct arena *arena = outline->arena;
	struct roster_client client = { .end = DATE_NONE };
	struct span name = columns_value(outline, columns, row, ROSTER_CLIENT);
	if (span_is_blank(name))
		return;
	client.row = columns_cell(columns, row, ROSTER_CLIENT).text;
	roster_read_name(outline, name, &client);
	client.type = columns_value(outline, columns, row, ROSTER_TYPE);
	client.cadence_text = columns_value(outline, columns, row, ROSTER_CADENCE);
	client.cadence = cadence_read(arena, outline->aliases, client.cadence_text, true);
	client.end_text = columns_value(outline, columns, row, ROSTER_END);
	struct cell end = columns_cell(columns, row, ROSTER_END);
	if (end.text.at)
		client.end = outline_date(outline, end.text, reading->findings);
	client.status_text = columns_value(outline, columns, row, ROSTER_STATUS);
	client.status = columns->index[ROSTER_STATUS] < 0
				? CLIENT_ACTIVE
				: client_status_read(arena, outline->aliases, client.status_text);
	report_status(reading, &client, columns_cell(columns, row, ROSTER_STATUS).text);
	add_client(reading, &client);
}

static bool is_archive(const struct outline *outline, int block)
{
	const struct section *section = outline_section_of(outline, block);
	if (!section || !section->level)
		return false;
	struct span title = utf8_fold_title(outline->arena, section->title);
	return span_contains(title, "archive") ||
	       alias_is(outline->aliases, ALIAS_HEADING, title, "completed programmes");
}

static bool is_roster(const struct outline *outline, const struct columns *columns, const struct section *roster)
{
	const int *index = columns->index;
	int block = columns->table.block;
	if (index[ROSTER_CLIENT] == COLUMN_MISSING)
		return false;
	if (roster && block >= roster->first_block && block < roster->end_block)
		return true;
	int others = (index[ROSTER_STATUS] != COLUMN_MISSING) + (index[ROSTER_END] != COLUMN_MISSING) +
		     (index[ROSTER_TYPE] != COLUMN_MISSING);
	return (index[ROSTER_CADENCE] != COLUMN_MISSING || others >= 2) && !is_archive(outline, block);
}

/* Who the clients are, how often they meet and whether they do now must each be told by one column. */
static bool is_ambiguous(const struct columns *columns)
{
	return columns->index[ROSTER_CLIENT] == COLUMN_AMBIGUOUS ||
	       columns->index[ROSTER_CADENCE] == COLUMN_AMBIGUOUS || columns->index[ROSTER_STATUS] == COLUMN_AMBIGUOUS;
}

bool roster_next_table(const struct outline *outline, int *block, struct columns *columns)
{
	const struct document *document = outline->document;
	const struct section *roster = outline_section(outline, "active roster");
	while (*block < document->block_count) {
		int at = (*block)++;
		if (document->blocks[at].kind != BLOCK_TABLE ||
			document_is_hidden(document, document->blocks[at].offset))
			continue;
		columns_map(outline, table_read(outline->arena, document, at), roster_columns, columns);
		if (is_roster(outline, columns, roster))
			return true;
	}
	return false;
}

static struct position place_of(const struct reading *reading, const struct columns *columns)
{
	const struct document *document = reading->outline->document;
	return document_position(document, document->blocks[columns->table.block].offset);
}

/* Then each of its rows counts as active: also who is on hold, or has finished. */
static void report_no_status(const struct reading *reading, const struct columns *columns)
{
	if (columns->index[ROSTER_STATUS] != COLUMN_MISSING || columns->table.count == 0)
		return;
	finding_hint(reading->findings,
		finding_add(reading->findings, FINDING_ROSTER_NO_STATUS, place_of(reading, columns),
			"the roster has no column Status; all of its rows count as active"),
		"add a column Status: Active, Completing, Discovery, On Hold, Completed, Declined, Waitlist");
}

static void report_empty(const struct reading *reading, struct position place)
{
	finding_hint(reading->findings,
		finding_add(
			reading->findings, FINDING_ROSTER_EMPTY, place, "the roster has no row, so no client is known"),
		"a row for each client makes them known; `coach onboard_client NAME` writes one");
}

static void read_tables(struct reading *reading)
{
	struct columns columns;
	for (int block = 0; roster_next_table(reading->outline, &block, &columns);) {
		columns_report(reading->outline, &columns, roster_columns, reading->findings);
		report_no_status(reading, &columns);
		reading->first = reading->tables++ ? reading->first : place_of(reading, &columns);
		reading->rows += columns.table.count;
		reading->portfolio->demand_ambiguous |= is_ambiguous(&columns);
		for (size_t i = 0; i < columns.table.count; i++)
			read_row(reading, &columns, &columns.table.rows[i]);
	}
}

void roster_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	struct reading reading = { .outline = outline, .portfolio = portfolio, .findings = findings };
	const struct section *roster = outline_section(outline, "active roster");
	struct position place = { outline->document->path, 0, 0 };
	read_tables(&reading);
	if (reading.tables == 0 && roster)
		roster_list_read(outline, roster, portfolio);
	roster_drop_repeats(outline->arena, portfolio, findings);
	portfolio->has_roster = reading.tables > 0 || portfolio->client_count > 0;
	if (reading.tables > 0 && reading.rows == 0)
		report_empty(&reading, reading.first);
	if (reading.tables > 1)
		finding_add(
			findings, FINDING_ROSTER_SEVERAL, place, "%zu roster tables were read as one", reading.tables);
	if (!portfolio->has_roster)
		finding_hint(findings,
			finding_add(findings, FINDING_ROSTER_MISSING,
				roster ? document_position(outline->document, roster->offset) : place,
				"no roster of clients was found"),
			"a table with the columns Client, Sessions/Month and Status makes one");
}
