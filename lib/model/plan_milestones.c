#include "model/plan_milestones.h"

#include "codec/utf8.h"
#include "model/section_tasks.h"
#include "model/text_reading.h"
#include "model/written_date.h"

enum { MONTHS = 12 };

struct milestone_reader {
	const struct outline *outline;
	struct plan *plan;
	struct finding_list *findings;
	size_t capacity;
};

static void add_milestone(struct milestone_reader *reader, struct plan_milestone milestone)
{
	struct plan *plan = reader->plan;
	plan->milestones = arena_grow(reader->outline->arena, plan->milestones, plan->milestone_count,
		&reader->capacity, sizeof(*plan->milestones));
	plan->milestones[plan->milestone_count++] = milestone;
}

/* --- a week of a month ------------------------------------------------------------------------------------------- */

/* The year in which the month lies nearest to the middle of the quarter. */
static int year_of_month(struct quarter quarter, int month)
{
	int distance = month - (quarter.number * 3 - 1);
	if (distance > MONTHS / 2)
		return quarter.year - 1;
	return distance < -MONTHS / 2 ? quarter.year + 1 : quarter.year;
}

/* The last day of a month's week; week 1 holds the month's first Thursday. */
static struct date week_of_month_end(int year, int month, int week)
{
	struct date first = date_of(year, month, 1);
	if (!date_is_known(first))
		return DATE_NONE;
	int until_thursday = (THURSDAY - (int)date_weekday(first) + 7) % 7;
	return date_add(first, until_thursday + (SUNDAY - THURSDAY) + (week - 1) * 7);
}

/* `March Week 2`: a month first, then a number from 1 to 5 that is not the month's own, as in `3月第2周`. */
static bool read_week_of_month(
	const struct outline *outline, struct quarter quarter, struct span text, struct date *end)
{
	struct span folded = utf8_fold(outline->arena, text);
	struct span found;
	const char *term = alias_find_in(outline->aliases, ALIAS_PERIOD, folded, &found);
	int month = term ? month_of_term(term) : 0;
	if (month == 0 || found.at != folded.at)
		return false;
	int week = text_first_number(span_from(folded, found.length));
	if (week < 1 || week > 5)
		return false;
	*end = week_of_month_end(year_of_month(quarter, month), month, week);
	return date_is_known(*end);
}

/* --- list items -------------------------------------------------------------------------------------------------- */

/* Ticked, struck out, or marked with a check sign. */
static bool is_done(struct span text)
{
	return span_contains(text, "✅") || span_contains(text, "☑") || span_contains(text, "✔") ||
	       (span_starts_with(text, "~~") && span_ends_with(text, "~~"));
}

/* Takes `[March Week 2]` off the text, also behind a check box; false where it does not begin so. */
static bool cut_bracket(struct span *text, struct span *inside)
{
	size_t end = span_find_byte(*text, ']');
	if (!span_starts_with(*text, "[") || end == text->length)
		return false;
	*inside = span_slice(*text, 1, end - 1);
	*text = span_trim(span_from(*text, end + 1));
	return true;
}

static bool read_dated_item(struct milestone_reader *reader, int block)
{
	const struct outline *outline = reader->outline;
	struct span text = item_first_line(outline->document, block);
	struct task task;
	bool done = task_read_line(document_line(outline->document, outline->document->blocks[block].line), &task) &&
		    task.status == TASK_DONE;
	struct span inside;
	if (!cut_bracket(&text, &inside))
		return false;
	/* The first bracket may be the box. */
	struct span behind_box;
	struct date due;
	if (inside.length == 1 && cut_bracket(&text, &behind_box))
		inside = behind_box;
	if (!read_week_of_month(outline, reader->plan->quarter, inside, &due))
		return false;
	add_milestone(reader,
		(struct plan_milestone){ text, due, done || is_done(text), outline->document->blocks[block].line });
	return true;
}

/* An item of the Milestones section without a box; its day may stand anywhere in it. */
static void read_plain_item(struct milestone_reader *reader, int block)
{
	const struct document *document = reader->outline->document;
	struct span text = item_first_line(document, block);
	struct written_date found;
	struct date due = DATE_NONE;
	if (text_is_placeholder(text))
		return;
	if (written_date_find(reader->outline->arena, reader->outline->aliases, text, &found))
		due = outline_date(reader->outline, found.text, reader->findings);
	add_milestone(reader, (struct plan_milestone){ text, due, is_done(text), document->blocks[block].line });
}

/* --- tasks ------------------------------------------------------------------------------------------------------- */

/* The kept task on that line; NULL when the item is none, or one nobody filled in. */
static const struct task *task_at(const struct task_list *tasks, unsigned line)
{
	for (size_t i = 0; i < tasks->count; i++)
		if (tasks->items[i].line == line)
			return &tasks->items[i];
	return NULL;
}

static void read_item(
	struct milestone_reader *reader, const struct section *milestones, const struct task_list *tasks, int block)
{
	const struct document *document = reader->outline->document;
	unsigned line = document->blocks[block].line;
	bool listed = milestones && block >= milestones->first_block && block < milestones->end_block;
	if (read_dated_item(reader, block) || !listed)
		return;
	struct task ignored;
	const struct task *task = task_at(tasks, line);
	if (task && task->status != TASK_CANCELLED)
		add_milestone(
			reader, (struct plan_milestone){ task->text, task->due, task->status == TASK_DONE, line });
	else if (!task && !task_read_line(document_line(document, line), &ignored))
		read_plain_item(reader, block);
}

void plan_milestones_read(const struct outline *outline, struct plan *plan, struct finding_list *findings)
{
	struct milestone_reader reader = { outline, plan, findings, 0 };
	const struct document *document = outline->document;
	const struct section *section = outline_section(outline, "milestones");
	struct task_list tasks = section_tasks(outline, section, findings);
	for (int block = 0; block < document->block_count; block++)
		if (document->blocks[block].kind == BLOCK_ITEM &&
			!document_is_hidden(document, document->blocks[block].offset))
			read_item(&reader, section, &tasks, block);
}
