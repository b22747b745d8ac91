#include "practice/day_template.h"

#include "model/wording.h"
#include "practice/practice.h"

/* Actions come from every kind of note, and so do priorities. */
enum {
	OF_CLIENTS = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES,
};

static const char *const names[] = { "date", "weekday" };

static const struct note_part parts[DAY_PART_COUNT] = {
	[DAY_SESSIONS] = { "sessions", PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS },
	[DAY_TOP_THREE] = { "top_three", PRACTICE_ALL },
	[DAY_DUE] = { "due", PRACTICE_ALL },
	[DAY_TOUCHES] = { "touches", OF_CLIENTS | PRACTICE_DAYS },
	[DAY_CARRYOVER] = { "carryover", PRACTICE_ALL },
};

const struct note_template day_template = { "Day.md", names, sizeof(names) / sizeof(*names), parts, DAY_PART_COUNT,
	"carryover" };

static struct span weekday_word(enum language language, enum weekday day)
{
	static const char *const terms[] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
		"sunday" };
	return wording_word(language, ALIAS_PERIOD, terms[day]);
}

struct span day_template_fill(
	struct arena *arena, struct span template, enum language language, struct date date, const struct span *texts)
{
	struct date_text name = date_format(date);
	const struct span named[] = { span_of(name.text), weekday_word(language, date_weekday(date)) };
	return note_template_fill(arena, &day_template, template, named, texts);
}
