#include "practice/week_template.h"

#include "practice/practice.h"

/* Actions come from every kind of note, and so do priorities; a red flag from whatever tells of a client. */
enum {
	OF_CLIENTS = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES,
	OF_HOURS = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_WEEKS | PRACTICE_PLANS,
};

static const char *const names[] = { "week", "monday", "sunday" };

static const struct note_part parts[WEEK_PART_COUNT] = {
	[WEEK_PRIORITIES] = { "priorities", PRACTICE_ALL },
	[WEEK_CLIENTS] = { "clients", OF_CLIENTS },
	[WEEK_CHECKPOINTS] = { "checkpoints", PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS },
	[WEEK_WATCHLIST] = { "watchlist", OF_CLIENTS | OF_HOURS },
	[WEEK_RITUALS] = { "rituals", PRACTICE_PORTFOLIO | PRACTICE_WEEKS },
	[WEEK_PARTNERS] = { "partners", PRACTICE_PORTFOLIO | PRACTICE_WEEKS },
	[WEEK_CAPACITY] = { "capacity", OF_HOURS },
	[WEEK_CARRYOVER] = { "carryover", PRACTICE_WEEKS | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_PLANS },
};

const struct note_template week_template = { "Week.md", names, sizeof(names) / sizeof(*names), parts, WEEK_PART_COUNT,
	"carryover" };

struct span week_template_fill(struct arena *arena, struct span template, struct week week, const struct span *texts)
{
	struct date_text name = week_format(week);
	struct date_text monday = date_format(week_monday(week));
	struct date_text sunday = date_format(week_sunday(week));
	const struct span named[] = { span_of(name.text), span_of(monday.text), span_of(sunday.text) };
	return note_template_fill(arena, &week_template, template, named, texts);
}
