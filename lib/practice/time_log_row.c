#include "practice/time_log_row.h"

#include "md/edit.h"
#include "model/outline.h"
#include "model/text_reading.h"
#include "model/written_date.h"

enum column { HOURS, DATE, CATEGORY, CLIENT, NOTE, COLUMN_COUNT };

static const char *const terms[] = { "hours", "date", "category", "client", "note", NULL };

static const char table_header[] = "| Date | Hours | Category | Client | Note |\n"
				   "| --- | --- | --- | --- | --- |";

enum { EXACT_MINUTES = 3, HUNDREDTHS_OF_THREE_MINUTES = 5, SECTION_LEVEL = 2 };

const char *hours_text(struct arena *arena, int minutes)
{
	if (minutes % EXACT_MINUTES)
		return arena_printf(arena, "%dm", minutes);
	int hundredths = minutes / EXACT_MINUTES * HUNDREDTHS_OF_THREE_MINUTES;
	if (hundredths % 100 == 0)
		return arena_printf(arena, "%d", hundredths / 100);
	if (hundredths % 10 == 0)
		return arena_printf(arena, "%d.%d", hundredths / 100, hundredths / 10 % 10);
	return arena_printf(arena, "%d.%02d", hundredths / 100, hundredths % 100);
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static bool holds(const struct columns *columns, enum column column)
{
	return columns->index[column] != COLUMN_MISSING;
}

/* What the log's reader takes for one of its tables (model/time_log.h). */
static bool is_log_table(const struct columns *columns, bool headed)
{
	bool dated = holds(columns, DATE);
	bool sorted = holds(columns, CATEGORY);
	return holds(columns, HOURS) && (headed ? dated || sorted : dated && sorted);
}

/* The last table of the log. Where a heading says Time Log and no table below it is one, the last table there is what a
 * person means to be the log. */
static bool find_table(const struct outline *outline, const struct section *section, struct columns *columns)
{
	const struct document *document = outline->document;
	int first = section ? section->first_block : 0;
	int end = section ? section->end_block : document->block_count;
	bool found = false;
	bool is_log = false;
	for (int block = first; block < end; block++) {
		struct columns mapped;
		if (document->blocks[block].kind != BLOCK_TABLE ||
			document_is_hidden(document, document->blocks[block].offset))
			continue;
		columns_map(outline, table_read(outline->arena, document, block), terms, NULL, &mapped);
		bool better = is_log_table(&mapped, section != NULL);
		if (!better && (is_log || !section))
			continue;
		*columns = mapped;
		found = true;
		is_log = better;
	}
	return found;
}

static int refuse(const struct outline *outline, const struct columns *columns, enum column column, struct error *error)
{
	const char *const names[] = { "Hours", "Date", "Category", "Client", "Note" };
	struct position place = document_position(outline->document, columns->table.header.offset);
	if (columns->index[column] == COLUMN_AMBIGUOUS) {
		error_at(error, ERROR_PARSE, place, "two columns of the Time Log mean %s", names[column]);
		return error_hint(error, "give one of them another name");
	}
	error_at(error, ERROR_PARSE, place, "the Time Log has no column for %s", terms[column]);
	return error_hint(error, "name a column %s, or add your own word for it to the configuration", names[column]);
}

static int check_columns(const struct outline *outline, const struct columns *columns, struct error *error)
{
	for (enum column column = HOURS; column < COLUMN_COUNT; column++) {
		bool needed = column == HOURS || column == CATEGORY;
		int index = columns->index[column];
		if (index == COLUMN_AMBIGUOUS || (needed && index == COLUMN_MISSING))
			return refuse(outline, columns, column, error);
	}
	return 0;
}

/* True where the last row that names a client does so without a link. */
static bool has_plain_names(const struct outline *outline, const struct columns *columns)
{
	for (size_t i = columns->table.count; i-- > 0;) {
		struct span name = columns_value(outline, columns, &columns->table.rows[i], CLIENT);
		if (name.length)
			return !span_contains(name, "[[");
	}
	return false;
}

static struct span link_to(struct arena *arena, struct span client)
{
	return client.length ? span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client))) : SPAN_NONE;
}

static void append_row(struct edit_list *edits, const struct outline *outline, const struct columns *columns,
	const struct time_log_row *row)
{
	struct arena *arena = outline->arena;
	struct date_text date = date_format(row->date);
	const struct span values[COLUMN_COUNT] = {
		[HOURS] = span_of(hours_text(arena, row->minutes)),
		[DATE] = span_of(date.text),
		[CATEGORY] = row->category,
		[CLIENT] = has_plain_names(outline, columns) ? row->client : link_to(arena, row->client),
		[NOTE] = row->note,
	};
	size_t count = columns->table.header.count;
	struct span *cells = arena_new_array(arena, count, struct span);
	for (int column = 0; column < COLUMN_COUNT; column++)
		if (columns->index[column] >= 0)
			cells[columns->index[column]] = values[column];
	edit_append_row(edits, &columns->table, cells, count);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* The marker of the section's last entry (`- 2026-11-16 1.5 admin invoices`); 0 when it has none. */
static char entry_marker(const struct outline *outline, const struct section *section)
{
	const struct document *document = outline->document;
	char marker = 0;
	for (int block = section->first_block; block < section->own_end_block; block++) {
		if (document->blocks[block].kind != BLOCK_ITEM ||
			document_is_hidden(document, document->blocks[block].offset))
			continue;
		struct span rest = item_first_line(document, block);
		char first = *document_block(document, block).at;
		if (written_date_read(outline->arena, outline->aliases, rest).reading == DATE_READ)
			marker = first == '*' || first == '+' ? first : '-';
	}
	return marker;
}

/* A category of several words is set off by a dash, as the reader wants it. */
static void append_item(
	struct edit_list *edits, const struct section *section, char marker, const struct time_log_row *row)
{
	struct arena *arena = edits->arena;
	struct date_text date = date_format(row->date);
	struct span client = link_to(arena, row->client);
	bool several_words = span_contains(row->category, " ");
	const char *line = arena_printf(arena, "%c %s %s %.*s%s%s%.*s%s%.*s", marker, date.text,
		hours_text(arena, row->minutes), SPAN_PRINT(row->category), several_words ? " —" : "",
		client.length ? " " : "", SPAN_PRINT(client), row->note.length ? " " : "", SPAN_PRINT(row->note));
	edit_append_to_section(edits, section, span_of(line));
}

/* --- a new table ------------------------------------------------------------------------------------------------- */

/* The header, and the row as the header's table takes it. */
static struct span new_table(struct arena *arena, const struct aliases *aliases, const struct time_log_row *row)
{
	const struct document *empty = document_parse(
		arena, "", (struct span){ table_header, sizeof(table_header) - 1 }, DOCUMENT_DEFAULT_MOST);
	struct outline outline = outline_of(arena, aliases, empty);
	struct edit_list edits = edits_of(arena, empty);
	struct columns columns;
	columns_map(&outline, table_read(arena, empty, 0), terms, NULL, &columns);
	append_row(&edits, &outline, &columns, row);
	return edits_apply(&edits);
}

int time_log_add(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const struct time_log_row *row, struct span *text, struct error *error)
{
	struct outline outline = outline_of(arena, aliases, document);
	struct edit_list edits = edits_of(arena, document);
	const struct section *section = outline_section(&outline, "time log");
	struct columns columns;
	char marker = section ? entry_marker(&outline, section) : 0;
	if (find_table(&outline, section, &columns)) {
		if (check_columns(&outline, &columns, error))
			return -1;
		append_row(&edits, &outline, &columns, row);
	} else if (marker) {
		append_item(&edits, section, marker, row);
	} else if (section) {
		edit_append_to_section(&edits, section, new_table(arena, aliases, row));
	} else {
		edit_insert_section(&edits, NULL, SECTION_LEVEL, SPAN("Time Log"), new_table(arena, aliases, row));
	}
	*text = edits_apply(&edits);
	return 0;
}
