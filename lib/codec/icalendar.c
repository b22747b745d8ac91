/* The calendar file: its content lines, where components begin and end, and what comes of them. */
#include "codec/icalendar.h"

#include "base/ascii.h"
#include "codec/icalendar_parts.h"
#include "codec/utf8.h"

#include <stdlib.h>

enum { DEPTH_MOST = 8, NAME_MOST = 64 };

void reading_problem(struct reading *reading, unsigned line, const char *format, ...)
{
	struct icalendar *calendar = reading->calendar;
	va_list arguments;
	va_start(arguments, format);
	const char *message = arena_vprintf(reading->arena, format, arguments);
	va_end(arguments);
	calendar->problems = arena_grow(reading->arena, calendar->problems, calendar->problem_count,
		&reading->problem_capacity, sizeof(*calendar->problems));
	calendar->problems[calendar->problem_count++] = (struct icalendar_problem){ line, message };
}

/* --- content lines ------------------------------------------------------------------------------------------------ */

/* A content line goes on in lines that begin with a blank. */
struct content_line {
	struct span start; /* the first bytes of it, put together */
	const char *at;    /* where it begins in the file */
	unsigned line;
};

struct lines {
	struct arena *arena;
	struct span rest;
	unsigned line; /* of the next */
};

static bool goes_on(struct span rest)
{
	return rest.length && (rest.at[0] == ' ' || rest.at[0] == '\t');
}

static bool next_line(struct lines *lines, struct content_line *found)
{
	struct span part;
	*found = (struct content_line){ SPAN_NONE, lines->rest.at, lines->line };
	if (!span_next_line(&lines->rest, &part))
		return false;
	lines->line++;
	found->start = span_slice(part, 0, NAME_MOST);
	for (; goes_on(lines->rest) && span_next_line(&lines->rest, &part); lines->line++)
		if (found->start.length < NAME_MOST)
			found->start = span_of(arena_printf(lines->arena, "%.*s%.*s", SPAN_PRINT(found->start),
				SPAN_PRINT(span_slice(part, 1, NAME_MOST - found->start.length))));
	return true;
}

/* The component's name behind `BEGIN:` or `END:`. */
static bool names_component(const struct content_line *line, const char *word, struct span *name)
{
	size_t length = strlen(word);
	if (!span_is_ignoring_case(span_slice(line->start, 0, length), word))
		return false;
	*name = span_trim(span_from(line->start, length));
	return true;
}

/* --- components --------------------------------------------------------------------------------------------------- */

struct scan {
	struct reading *reading;
	struct lines lines;
	int depth;          /* of the component that is open; a calendar is 1 */
	const char *opened; /* where the component of depth 2 begins */
	unsigned line;      /* and its line */
	struct span kind;   /* and its name */
	bool too_deep;      /* it holds too many within each other */
	bool cancels;       /* the calendar's method */
	bool is_calendar;   /* one has been there */
};

static bool is_kind(const struct scan *scan, const char *kind)
{
	return span_is_ignoring_case(scan->kind, kind);
}

static void add_event(struct scan *scan, struct span text)
{
	struct reading *reading = scan->reading;
	struct written_event *event = event_read(reading, text, scan->line);
	event->cancelled = event->cancelled || scan->cancels;
	reading->events = arena_grow(
		reading->arena, reading->events, reading->count, &reading->capacity, sizeof(*reading->events));
	reading->events[reading->count++] = event;
}

/* The text of one is read by itself, so that what is broken in it breaks nothing else. */
static void take_component(struct scan *scan, const char *end)
{
	struct span text = span_between(scan->opened, end);
	bool event = is_kind(scan, "VEVENT");
	if (!event && !is_kind(scan, "VTIMEZONE"))
		return;
	if (scan->too_deep || span_find_byte(text, '\0') < text.length)
		reading_problem(
			scan->reading, scan->line, "a component holds what is no text, or too much within each other");
	else if (event)
		add_event(scan, text);
	else
		zone_read(scan->reading, text, scan->line);
}

static void begin(struct scan *scan, const struct content_line *line, struct span name)
{
	scan->depth++;
	if (scan->depth == 1) {
		scan->is_calendar = scan->is_calendar || span_is_ignoring_case(name, "VCALENDAR");
		scan->cancels = false;
	}
	if (scan->depth == 2) {
		scan->opened = line->at;
		scan->line = line->line;
		scan->kind = name;
		scan->too_deep = false;
	}
	scan->too_deep = scan->too_deep || scan->depth > DEPTH_MOST;
}

static void end(struct scan *scan, struct span name)
{
	const char *behind = scan->lines.rest.at;
	if (scan->depth == 2 && !span_is_ignoring_case(name, arena_copy_text(scan->reading->arena, scan->kind)))
		scan->too_deep = true;
	if (scan->depth == 2)
		take_component(scan, behind);
	if (scan->depth > 0)
		scan->depth--;
}

static void read_line(struct scan *scan, const struct content_line *line)
{
	struct span name;
	if (names_component(line, "BEGIN:", &name))
		begin(scan, line, name);
	else if (names_component(line, "END:", &name))
		end(scan, name);
	else if (scan->depth == 1 && names_component(line, "METHOD:", &name))
		scan->cancels = span_is_ignoring_case(name, "CANCEL");
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

static int refuse(const struct icalendar_request *request, unsigned line, const char *found, struct error *error)
{
	error_at(error, ERROR_PARSE, (struct position){ request->name, line, line ? 1 : 0 }, "%s", found);
	return error_hint(error, "a calendar file (.ics) begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
}

static int scan_file(struct reading *reading, struct error *error)
{
	struct span text = reading->request->text;
	span_skip(&text, "\xEF\xBB\xBF");
	struct scan scan = { .reading = reading, .lines = { reading->arena, text, 1 } };
	struct content_line line = { SPAN_NONE, NULL, 0 };
	while (next_line(&scan.lines, &line)) {
		read_line(&scan, &line);
		if (!scan.is_calendar && line.start.length)
			return refuse(reading->request, line.line, "it is no calendar", error);
	}
	if (!scan.is_calendar)
		return refuse(reading->request, 0, "it is no calendar", error);
	if (scan.depth > 0)
		return refuse(reading->request, scan.lines.line - 1,
			"the calendar is cut off: a component is not closed", error);
	return 0;
}

static int compare_problems(const void *left, const void *right)
{
	const struct icalendar_problem *a = left;
	const struct icalendar_problem *b = right;
	int order = (a->line > b->line) - (a->line < b->line);
	return order ? order : strcmp(a->message, b->message);
}

static int read_calendar(
	struct arena *arena, const struct icalendar_request *request, struct icalendar *calendar, struct error *error)
{
	struct reading reading = {
		.arena = arena, .request = request, .calendar = calendar, .steps = SERIES_STEPS_MOST
	};
	*calendar = (struct icalendar){ .count = 0 };
	if (scan_file(&reading, error))
		return -1;
	series_follow(&reading);
	if (calendar->problem_count > 1)
		qsort(calendar->problems, calendar->problem_count, sizeof(*calendar->problems), compare_problems);
	return 0;
}

const struct icalendar_reader coach_calendar = { .read = read_calendar };
