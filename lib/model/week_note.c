#include "model/week_note.h"

#include "model/outline.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "model/text_reading.h"
#include "model/time_log.h"
#include "model/written_date.h"

enum { WEEK_LENGTH = 8 }; /* of "2026-W47" */

/* The first `2026-W47` in the text. */
static bool find_week_name(struct span text, struct week *week)
{
	for (size_t at = 0; at + WEEK_LENGTH <= text.length; at++)
		if (week_parse_iso(span_slice(text, at, WEEK_LENGTH), week))
			return true;
	return false;
}

/* That, else the week of the first date. */
static bool find_week(const struct outline *outline, struct span text, struct week *week)
{
	struct written_date found;
	if (find_week_name(text, week))
		return true;
	if (!written_date_find(outline->arena, outline->aliases, text, &found) || found.reading != DATE_READ)
		return false;
	*week = week_of(found.date);
	return true;
}

static bool report_week(struct position position, struct finding_list *findings, const char *message)
{
	struct finding *finding = finding_add(findings, FINDING_BAD_DATE, position, "%s", message);
	finding_hint(findings, finding, "add week: YYYY-Www (2026-W47) to the front matter");
	return false;
}

static bool read_week(
	const struct outline *outline, const struct week *named, struct week *week, struct finding_list *findings)
{
	const struct document *document = outline->document;
	struct span text = property_text(&outline->properties, "week");
	if (text.length && !find_week(outline, text, week))
		return report_week(property_position(&outline->properties, "week"), findings,
			arena_printf(
				outline->arena, "week: \"%.*s\" names no week", SPAN_PRINT(span_slice(text, 0, 40))));
	if (text.length)
		return true;
	if (named) {
		*week = *named;
		return true;
	}
	return find_week(outline, outline_title(outline), week) || find_week(outline, document_stem(document), week) ||
	       report_week(document_position(document, 0), findings, "the note does not say which week it is of");
}

/* A note that was copied, or renamed, for another week. */
static void compare_with_name(
	const struct outline *outline, const struct week *named, struct week week, struct finding_list *findings)
{
	struct week by_name;
	if (named)
		by_name = *named;
	else if (!find_week_name(document_stem(outline->document), &by_name))
		return;
	if (week_compare(by_name, week) == 0)
		return;
	struct position place = property_text(&outline->properties, "week").length
					? property_position(&outline->properties, "week")
					: document_position(outline->document, 0);
	struct finding *finding = finding_add(findings, FINDING_WEEK_MISMATCH, place,
		"the note is called %s and says that it is of %s", week_format(by_name).text, week_format(week).text);
	finding_hint(findings, finding, "it counts for %s: correct that, or give the note another name",
		week_format(week).text);
}

static bool names_clients(const struct outline *outline)
{
	static const char *const asked[] = { "client", NULL };
	const struct section *section = outline_section(outline, "client focus");
	struct columns columns;
	return section && columns_find(outline, section, asked, 1, NULL, &columns) && columns.table.count > 0;
}

static bool is_nested(const struct document *document, int item)
{
	int list = document->blocks[item].parent;
	int around = list == NO_BLOCK ? NO_BLOCK : document->blocks[list].parent;
	return around != NO_BLOCK && document->blocks[around].kind == BLOCK_ITEM;
}

static struct week_priority_line priority_line(const struct outline *outline, int block)
{
	struct task task;
	struct span line = document_line_content(outline->document, block, outline->document->blocks[block].line);
	if (task_read_line(line, &task))
		return (struct week_priority_line){ task.text, true, task.status };
	return (struct week_priority_line){ item_first_line(outline->document, block), false, TASK_OPEN };
}

static void read_priorities(const struct outline *outline, struct week_note *note, struct finding_list *findings)
{
	const struct document *document = outline->document;
	const struct section *section = outline_section(outline, "priorities");
	int first = section ? section->first_block : 0;
	int end = section ? section->end_block : 0;
	section_tasks(outline, section, findings);
	note->priority_lines = arena_new_array(outline->arena, (size_t)(end - first), struct week_priority_line);
	for (int block = first; block < end; block++) {
		const struct block *item = &document->blocks[block];
		if (item->kind != BLOCK_ITEM || document_is_hidden(document, item->offset) ||
			is_nested(document, block))
			continue;
		struct week_priority_line line = priority_line(outline, block);
		if (!text_is_placeholder(line.text))
			note->priority_lines[note->priority_line_count++] = line;
	}
}

bool week_note_read(
	const struct outline *outline, const struct week *named, struct week_note *note, struct finding_list *findings)
{
	*note = (struct week_note){ .document = outline->document };
	properties_report(&outline->properties, findings);
	bool known = read_week(outline, named, &note->week, findings);
	if (known)
		compare_with_name(outline, named, note->week, findings);
	time_log_read(outline, note, findings);
	note->names_clients = names_clients(outline);
	note->carryover = section_tasks(outline, outline_section(outline, "carryover"), findings);
	note->checkpoints = section_tasks(outline, outline_section(outline, "regular checkpoints"), findings);
	note->rituals = section_tasks(outline, outline_section(outline, "rituals"), findings);
	note->partner_check_ins = section_tasks(outline, outline_section(outline, "partner check-ins"), findings);
	read_priorities(outline, note, findings);
	return known;
}
