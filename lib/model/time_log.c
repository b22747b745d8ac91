#include "model/time_log.h"

#include "base/ascii.h"
#include "md/link.h"
#include "model/kind_headings.h"
#include "model/meeting_length.h"
#include "model/text_reading.h"
#include "model/written_date.h"

const char *const time_log_columns[] = { "hours", "date", "category", "client", "note", NULL };

struct log_reader {
	const struct outline *outline;
	struct week_note *note;
	struct finding_list *findings;
	size_t capacity;
	size_t unread_capacity;
};

/* A piece of the note as it stands, for positions, and what it says. */
struct reading {
	struct span place;
	struct span value;
};

/* --- entries ----------------------------------------------------------------------------------------------------- */

static struct position position_of(const struct log_reader *reader, struct reading part)
{
	return document_position_of(reader->outline->document, part.place);
}

static void add_entry(struct log_reader *reader, const struct time_entry *entry)
{
	struct week_note *note = reader->note;
	note->entries = arena_grow(
		reader->outline->arena, note->entries, note->entry_count, &reader->capacity, sizeof(*note->entries));
	note->entries[note->entry_count++] = *entry;
}

static void add_unread(struct log_reader *reader, struct date date)
{
	struct week_note *note = reader->note;
	note->unread = arena_grow(reader->outline->arena, note->unread, note->unread_count, &reader->unread_capacity,
		sizeof(*note->unread));
	note->unread[note->unread_count++] = date;
}

static bool read_hours(struct log_reader *reader, struct reading hours, struct time_entry *entry)
{
	if (meeting_length_read(reader->outline->arena, hours.value, BARE_HOURS, &entry->minutes))
		return true;
	struct finding *finding = hours.value.length
					  ? finding_add(reader->findings, FINDING_BAD_HOURS, position_of(reader, hours),
						    "\"%.*s\" is no length of work; the row was left out",
						    SPAN_PRINT(span_slice(hours.value, 0, 40)))
					  : finding_add(reader->findings, FINDING_BAD_HOURS, position_of(reader, hours),
						    "the row has no hours; it was left out");
	finding_hint(reader->findings, finding, "write hours as 1.5, 1,5, 90m or 1:30");
	return false;
}

static void read_category(struct log_reader *reader, struct reading category, struct time_entry *entry)
{
	const struct outline *outline = reader->outline;
	entry->category_text = category.value;
	entry->category_known = category.value.length &&
				category_read(outline->arena, outline->aliases, category.value, &entry->category);
	if (entry->category_known)
		return;
	struct finding *finding =
		category.value.length ? finding_add(reader->findings, FINDING_UNKNOWN_CATEGORY,
						position_of(reader, category), "\"%.*s\" is no known category of work",
						SPAN_PRINT(span_slice(category.value, 0, 60)))
				      : finding_add(reader->findings, FINDING_UNKNOWN_CATEGORY,
						position_of(reader, category), "the row names no category of work");
	finding_hint(reader->findings, finding,
		"use coaching, bizdev or admin, or add your word to the categories in the configuration");
}

static struct span name_in(struct arena *arena, struct span text)
{
	size_t offset = 0;
	struct link link;
	return link_next(text, &offset, &link) ? link_name(&link) : text_plain(arena, text);
}

/* A date may be a link to the day's note. */
static struct span date_text(struct span text)
{
	size_t offset = 0;
	struct link link;
	return link_next(text, &offset, &link) ? link_name(&link) : text;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static struct reading cell_reading(const struct log_reader *reader, const struct columns *columns,
	const struct row *row, enum time_log_column column)
{
	struct span place = columns_cell(columns, row, (int)column).text;
	if (!place.at)
		place = (struct span){ reader->outline->document->bytes.at + row->offset, 0 };
	return (struct reading){ place, columns_value(reader->outline, columns, row, (int)column) };
}

/* True for a row that nobody has filled in: cells empty, or placeholders. */
static bool is_empty_row(const struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!text_is_placeholder(row->cells[i].text))
			return false;
	return true;
}

/* A weekday is the day of the note's week. */
static bool read_weekday(
	const struct outline *outline, struct week week, struct span text, size_t *length, struct date *date)
{
	enum weekday weekday;
	*length = written_weekday_read(outline->arena, outline->aliases, text, &weekday);
	if (*length)
		*date = date_add(week_monday(week), (int)weekday);
	return *length > 0;
}

/* What is no day is named: without its day a row replaces no session. */
static struct date read_date(const struct log_reader *reader, struct reading cell)
{
	const struct outline *outline = reader->outline;
	struct span text = date_text(cell.place);
	size_t length;
	size_t before = reader->findings->count;
	struct date date = outline_date(outline, text, reader->findings);
	if (date_is_known(date) || text_is_placeholder(text) || reader->findings->count > before ||
		(read_weekday(outline, reader->note->week, cell.value, &length, &date) && length == cell.value.length))
		return date;
	struct written_date absent = {
		.reading = DATE_ABSENT, .date = DATE_NONE, .other = DATE_NONE, .text = text, .start = -1
	};
	written_date_report(
		&absent, position_of(reader, cell), "", span_slice(span_trim(text), 0, 40), reader->findings);
	return DATE_NONE;
}

static void read_row(struct log_reader *reader, const struct columns *columns, const struct row *row)
{
	const struct outline *outline = reader->outline;
	struct time_entry entry = { .line = row->line };
	if (is_empty_row(row))
		return;
	entry.date = read_date(reader, cell_reading(reader, columns, row, TIME_LOG_DATE));
	if (!read_hours(reader, cell_reading(reader, columns, row, TIME_LOG_HOURS), &entry)) {
		add_unread(reader, entry.date);
		return;
	}
	read_category(reader, cell_reading(reader, columns, row, TIME_LOG_CATEGORY), &entry);
	entry.client = name_in(outline->arena, columns_value(outline, columns, row, TIME_LOG_CLIENT));
	entry.note = columns_value(outline, columns, row, TIME_LOG_NOTE);
	add_entry(reader, &entry);
}

static bool is_visible(const struct document *document, int block, enum block_kind kind)
{
	return document->blocks[block].kind == kind && !document_is_hidden(document, document->blocks[block].offset);
}

const struct section *time_log_section(const struct outline *outline)
{
	return outline_section(outline, "time log");
}

int time_log_next_table(
	const struct outline *outline, const struct section *section, int block, struct columns *columns)
{
	int end = section ? section->end_block : outline->document->block_count;
	if (section && block < section->first_block)
		block = section->first_block;
	for (; block < end; block++) {
		if (!is_visible(outline->document, block, BLOCK_TABLE))
			continue;
		columns_map(outline, table_read(outline->arena, outline->document, block), time_log_columns, columns);
		return block;
	}
	return NO_BLOCK;
}

bool time_log_is_log(const struct section *section, const struct columns *columns)
{
	bool dated = columns->index[TIME_LOG_DATE] >= 0;
	bool sorted = columns->index[TIME_LOG_CATEGORY] >= 0;
	return columns->index[TIME_LOG_HOURS] >= 0 && (section ? dated || sorted : dated && sorted);
}

/* Returns how many tables of the log there were. */
static int read_tables(struct log_reader *reader, const struct section *section)
{
	const struct outline *outline = reader->outline;
	struct columns columns;
	int count = 0;
	for (int block = 0; (block = time_log_next_table(outline, section, block, &columns)) != NO_BLOCK; block++) {
		if (section)
			columns_report(outline, &columns, time_log_columns, reader->findings);
		if (!time_log_is_log(section, &columns))
			continue;
		count++;
		for (size_t i = 0; i < columns.table.count; i++)
			read_row(reader, &columns, &columns.table.rows[i]);
	}
	return count;
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* Cuts the next word off `rest`. */
static struct span cut_word(struct span *rest)
{
	*rest = span_trim_start(*rest);
	size_t length = 0;
	while (length < rest->length && rest->at[length] != ' ' && rest->at[length] != '\t')
		length++;
	struct span word = span_slice(*rest, 0, length);
	*rest = span_trim(span_from(*rest, length));
	return word;
}

static bool ends_as_number(struct span word)
{
	return (word.length && ascii_is_digit(word.at[word.length - 1])) || span_ends_with(word, "½") ||
	       span_ends_with(word, "¼") || span_ends_with(word, "¾");
}

/* `1.5`, `90m`, also `1.5 h` and `9:00 - 10:30`: a length may be up to three words, and the most words that are one. */
static struct reading cut_hours(const struct log_reader *reader, struct span *rest)
{
	struct span hours = cut_word(rest);
	struct span longer = hours;
	struct span after = *rest;
	int minutes = 0;
	for (int more = 0; more < 2 && ends_as_number(hours); more++) {
		struct span word = cut_word(&after);
		longer = word.length ? span_between(longer.at, word.at + word.length) : longer;
		if (!word.length || !meeting_length_read(reader->outline->arena, longer, BARE_HOURS, &minutes))
			continue;
		hours = longer;
		*rest = after;
	}
	return (struct reading){ hours, hours };
}

/* The first word where that names a category, else the text up to a dash or the end. */
static struct reading cut_category(const struct log_reader *reader, struct span *rest)
{
	enum category category;
	struct span after = *rest;
	struct span word = cut_word(&after);
	if (category_read(reader->outline->arena, reader->outline->aliases, word, &category)) {
		*rest = after;
		return (struct reading){ word, word };
	}
	size_t end = span_find(*rest, " — ");
	struct span text = span_trim(span_slice(*rest, 0, end));
	*rest = span_from(*rest, end);
	return (struct reading){ text, text };
}

/* `[x] 2026-11-13 2h admin`: a box says nothing about the hours. */
static struct span without_box(struct span text)
{
	bool boxed = text.length > 3 && text.at[0] == '[' && text.at[2] == ']' && text.at[3] == ' ';
	return boxed ? span_trim_start(span_from(text, 3)) : text;
}

static bool holds_figure(struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		if (ascii_is_digit(text.at[i]))
			return true;
	return false;
}

/* A line with figures that is no entry is named, so that no hours are lost in silence. */
static void report_undated(struct log_reader *reader, struct span first_word, struct span rest)
{
	if (text_is_placeholder(first_word) || (!holds_figure(first_word) && !holds_figure(rest)))
		return;
	struct finding *finding = finding_add(reader->findings, FINDING_BAD_DATE,
		document_position_of(reader->outline->document, first_word),
		"this line of the Time Log was not read: \"%.*s\" is no date",
		SPAN_PRINT(span_slice(first_word, 0, 40)));
	add_unread(reader, DATE_NONE);
	finding_hint(reader->findings, finding, "begin it with the day as YYYY-MM-DD, then the hours and the category");
}

/* `2026-11-16:` may be set off by more than a blank. */
static struct span behind_date(struct span text, size_t length)
{
	struct span rest = span_from(text, length);
	if (rest.length && *rest.at != ' ' && *rest.at != '\t')
		cut_word(&rest);
	return rest;
}

/* Cuts the day off that the item begins with: a date, or a weekday with something countable behind it ("Monday was
 * good" is no entry). `date` becomes a weekday's; an empty text is no day. */
static struct span cut_day(const struct outline *outline, struct week week, struct span *rest, struct date *date)
{
	struct written_date written = written_date_read(outline->arena, outline->aliases, *rest);
	size_t length = written.text.length;
	*date = written.reading == DATE_READ ? written.date : DATE_NONE;
	/* In `16.11. 1.5 admin` the hours are no year. */
	bool dated = written.reading != DATE_ABSENT && written.reading != DATE_SHORT_YEAR;
	if (!dated && !(holds_figure(*rest) && read_weekday(outline, week, *rest, &length, date)))
		return SPAN_NONE;
	struct span day = span_slice(*rest, 0, length);
	*rest = behind_date(*rest, length);
	return day;
}

int time_log_next_entry(
	const struct outline *outline, const struct section *section, struct week week, int block, struct date *date)
{
	for (block = block < section->first_block ? section->first_block : block; block < section->end_block; block++) {
		if (!is_visible(outline->document, block, BLOCK_ITEM))
			continue;
		struct span rest = without_box(item_first_line(outline->document, block));
		if (cut_day(outline, week, &rest, date).length)
			return block;
	}
	return NO_BLOCK;
}

static void read_item(struct log_reader *reader, int block)
{
	const struct outline *outline = reader->outline;
	struct span rest = without_box(item_first_line(outline->document, block));
	struct time_entry entry = { .line = outline->document->blocks[block].line };
	struct span day = cut_day(outline, reader->note->week, &rest, &entry.date);
	if (!day.length) {
		struct span word = cut_word(&rest);
		report_undated(reader, word, rest);
		return;
	}
	if (!date_is_known(entry.date))
		entry.date = outline_date(outline, day, reader->findings);
	if (!read_hours(reader, cut_hours(reader, &rest), &entry)) {
		add_unread(reader, entry.date);
		return;
	}
	size_t offset = 0;
	struct link link;
	read_category(reader, cut_category(reader, &rest), &entry);
	if (link_next(rest, &offset, &link))
		entry.client = link_name(&link);
	entry.note = rest;
	add_entry(reader, &entry);
}

static void read_items(struct log_reader *reader, const struct section *section)
{
	const struct document *document = reader->outline->document;
	for (int block = section->first_block; block < section->end_block; block++)
		if (is_visible(document, block, BLOCK_ITEM))
			read_item(reader, block);
}

/* --- the log ----------------------------------------------------------------------------------------------------- */

static bool holds_table(const struct document *document, const struct section *section)
{
	for (int block = section->first_block; block < section->own_end_block; block++)
		if (is_visible(document, block, BLOCK_TABLE))
			return true;
	return false;
}

/* A table under a heading nobody knows may well be the Time Log: it is named, never passed over as "no hours". */
static void report_unknown_headings(struct log_reader *reader)
{
	const struct outline *outline = reader->outline;
	for (size_t i = 0; i < outline->sections.count; i++) {
		const struct section *section = &outline->sections.items[i];
		if (section->level != 2 || kind_has_heading(outline, NOTE_WEEK, i) ||
			!holds_table(outline->document, section))
			continue;
		struct finding *finding = finding_add(reader->findings, FINDING_UNRECOGNISED_HEADING,
			document_position(outline->document, section->offset),
			"no Time Log was found, and \"%.*s\" is an unknown heading", SPAN_PRINT(section->title));
		finding_hint(reader->findings, finding, "name it \"Time Log\" if the hours stand there");
	}
}

void time_log_read(const struct outline *outline, struct week_note *note, struct finding_list *findings)
{
	struct log_reader reader = { outline, note, findings, 0, 0 };
	const struct section *section = time_log_section(outline);
	if (section) {
		read_tables(&reader, section);
		read_items(&reader, section);
	} else if (read_tables(&reader, NULL) == 0) {
		report_unknown_headings(&reader);
	}
}
