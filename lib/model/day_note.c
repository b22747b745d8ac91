#include "model/day_note.h"

#include "md/field.h"
#include "model/outline.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "model/written_date.h"

/* --- the day ----------------------------------------------------------------------------------------------------- */

static bool find_day(const struct outline *outline, struct span text, struct date *date)
{
	struct written_date found;
	if (!written_date_find(outline->arena, outline->aliases, text, &found) || found.reading != DATE_READ)
		return false;
	*date = found.date;
	return true;
}

static bool read_day(const struct outline *outline, struct date named, struct date *date, struct finding_list *findings)
{
	enum property_state state = property_date(&outline->properties, "date", date, findings);
	if (state != PROPERTY_ABSENT)
		return state == PROPERTY_READ;
	*date = named;
	if (date_is_known(named) || find_day(outline, outline_title(outline), date) ||
		find_day(outline, document_stem(outline->document), date))
		return true;
	struct finding *finding = finding_add(findings, FINDING_BAD_DATE, document_position(outline->document, 0),
		"the note does not say which day it is of");
	finding_hint(findings, finding, "add date: YYYY-MM-DD (2026-11-20) to the front matter");
	return false;
}

/* --- its tasks --------------------------------------------------------------------------------------------------- */

static struct task_list tasks_of(const struct outline *outline, const char *term, struct finding_list *findings)
{
	return section_tasks(outline, outline_section(outline, term), findings);
}

bool day_note_read(
	const struct outline *outline, struct date named, struct day_note *note, struct finding_list *findings)
{
	struct finding_list told = { .arena = outline->arena };
	*note = (struct day_note){ .document = outline->document, .date = DATE_NONE };
	properties_report(&outline->properties, findings);
	bool known = read_day(outline, named, &note->date, findings);
	note->tasks = note_tasks_without(outline, outline_section(outline, "shutdown"), findings);
	note->top_three = tasks_of(outline, "top three", &told);
	note->touches = tasks_of(outline, "touches", &told);
	note->carryover = tasks_of(outline, "carryover", &told);
	return known;
}

bool day_task_is_reminder(const struct task *task)
{
	return span_starts_with(task->text, "**");
}

/* --- blocked ----------------------------------------------------------------------------------------------------- */

static bool says_blocked(struct arena *arena, const struct aliases *aliases, struct span text)
{
	return alias_is(aliases, ALIAS_STATE, alias_fold(arena, ALIAS_STATE, text), "blocked");
}

static bool has_blocked_tag(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct span word;
	while (span_next(&text, ' ', &word))
		if (span_skip(&word, "#") && says_blocked(arena, aliases, word))
			return true;
	return false;
}

bool day_task_is_blocked(
	struct arena *arena, const struct aliases *aliases, const struct task *task, struct span *reason)
{
	size_t offset = 0;
	struct span whole;
	struct span label;
	struct span value;
	*reason = SPAN_NONE;
	while (field_next_bracketed(task->whole, &offset, &whole, &label, &value)) {
		if (!says_blocked(arena, aliases, label))
			continue;
		*reason = value;
		return true;
	}
	return has_blocked_tag(arena, aliases, task->whole);
}
