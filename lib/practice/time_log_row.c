#include "practice/time_log_row.h"

#include "model/note_language.h"
#include "model/text_reading.h"
#include "model/time_log.h"
#include "model/wording.h"
#include "practice/table_row.h"

static const char *const columns_begun[] = { "date", "hours", "category", "client", "note", NULL };
static const struct table_form form = {
	.name = "the Time Log",
	.terms = time_log_columns,
	.needed = 1u << TIME_LOG_HOURS | 1u << TIME_LOG_CATEGORY,
	.columns = columns_begun,
};

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

/* Where the row goes: behind the log's last table or its last entry, whichever comes later. Where a heading says Time
 * Log and nothing below it is one, the last table there is what a person means to be the log. */
struct place {
	const struct section *section; /* NULL: no heading says Time Log */
	bool has_table;
	struct columns columns;
	int entry; /* the block of the list's entry that the row goes behind; NO_BLOCK for a table */
};

/* The block of the log's last table; NO_BLOCK where there is none. */
static int find_table(const struct outline *outline, struct place *place)
{
	struct columns columns;
	int last = NO_BLOCK;
	for (int block = 0; (block = time_log_next_table(outline, place->section, block, &columns)) != NO_BLOCK;
		block++) {
		bool is_log = time_log_is_log(place->section, &columns);
		if (!is_log && (last != NO_BLOCK || !place->section))
			continue;
		place->columns = columns;
		place->has_table = true;
		last = is_log ? block : NO_BLOCK;
	}
	return last;
}

/* The last entry of the row's own day, else the last one. */
static void find_entry(const struct outline *outline, struct place *place, struct date day, int last_table)
{
	struct date date;
	bool same_day = false;
	int block = last_table == NO_BLOCK ? 0 : last_table;
	while ((block = time_log_next_entry(outline, place->section, week_of(day), block, &date)) != NO_BLOCK) {
		bool is_same = date_is_known(date) && date_compare(date, day) == 0;
		if (is_same || !same_day)
			place->entry = block;
		same_day = same_day || is_same;
		block++;
	}
}

static struct place find_place(const struct outline *outline, struct date day)
{
	struct place place = { .section = time_log_section(outline), .entry = NO_BLOCK };
	int last_table = find_table(outline, &place);
	if (place.section)
		find_entry(outline, &place, day, last_table);
	return place;
}

/* True where the last row that names a client does so without a link. */
static bool has_plain_names(const struct outline *outline, const struct columns *columns)
{
	for (size_t i = columns->table.count; i-- > 0;) {
		struct span name = columns_value(outline, columns, &columns->table.rows[i], TIME_LOG_CLIENT);
		if (name.length)
			return !span_contains(name, "[[");
	}
	return false;
}

static struct span link_to(struct arena *arena, struct span client)
{
	return client.length ? span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(client))) : SPAN_NONE;
}

static void values_of(
	struct arena *arena, const struct time_log_row *row, bool linked, struct span values[TIME_LOG_COLUMN_COUNT])
{
	values[TIME_LOG_HOURS] = span_of(hours_text(arena, row->minutes));
	values[TIME_LOG_DATE] = span_of(arena_printf(arena, "%s", date_format(row->date).text));
	values[TIME_LOG_CATEGORY] = row->category;
	values[TIME_LOG_CLIENT] = linked ? link_to(arena, row->client) : row->client;
	values[TIME_LOG_NOTE] = row->note;
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* A category of several words is set off by a dash from what follows, as the reader wants it. What was worked is done:
 * where the list has boxes, the new one is ticked. */
static void append_item(
	struct edit_list *edits, const struct outline *outline, int entry, const struct time_log_row *row)
{
	struct arena *arena = edits->arena;
	const struct document *document = outline->document;
	struct date_text date = date_format(row->date);
	struct span client = link_to(arena, row->client);
	char first = *document_block(document, entry).at;
	char marker = first == '*' || first == '+' ? first : '-';
	bool boxed = span_starts_with(item_first_line(document, entry), "[");
	bool set_off = span_contains(row->category, " ") && (client.length || row->note.length);
	const char *line = arena_printf(arena, "%c %s%s %s %.*s%s%s%.*s%s%.*s", marker, boxed ? "[x] " : "", date.text,
		hours_text(arena, row->minutes), SPAN_PRINT(row->category), set_off ? " —" : "",
		client.length ? " " : "", SPAN_PRINT(client), row->note.length ? " " : "", SPAN_PRINT(row->note));
	edit_append_to_section(edits, outline_section_of(outline, entry), span_of(line));
}

/* --- the note -------------------------------------------------------------------------------------------------------
 */

int time_log_add(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const struct time_log_row *row, struct span *text, struct error *error)
{
	const struct outline *outline = outline_of(arena, aliases, document);
	struct edit_list edits = edits_of(arena, document);
	struct place place = find_place(outline, row->date);
	struct span values[TIME_LOG_COLUMN_COUNT];
	values_of(arena, row, !place.has_table || !has_plain_names(outline, &place.columns), values);
	if (place.entry != NO_BLOCK) {
		append_item(&edits, outline, place.entry, row);
	} else if (place.has_table) {
		if (table_row_check(outline, &form, &place.columns, error))
			return -1;
		table_row_append(&edits, &form, &place.columns, values);
	} else if (place.section) {
		edit_append_to_section(&edits, place.section, table_row_begin(outline, &form, values, 1));
	} else {
		edit_insert_section(&edits, NULL, SECTION_LEVEL,
			wording_word(note_language(outline), ALIAS_HEADING, "time log"),
			table_row_begin(outline, &form, values, 1));
	}
	*text = edits_apply(&edits);
	return 0;
}
