#include "rules/recurrence.h"

#include "codec/utf8.h"
#include "rules/mention.h"

/* What a week note says of a name: not mentioned, there with an open box, or ticked. */
enum mention { MENTION_NONE, MENTION_OPEN, MENTION_DONE };

static struct mention_names names_of(struct arena *arena, const struct portfolio *portfolio, enum recurrence_list list)
{
	size_t count = !portfolio ? 0 : list == RECURRENCE_RITUALS ? portfolio->ritual_count : portfolio->partner_count;
	struct mention_names names = { arena_new_array(arena, count, struct span), count };
	for (size_t i = 0; i < count; i++)
		names.items[i] = utf8_fold_title(
			arena, list == RECURRENCE_RITUALS ? portfolio->rituals[i].name : portfolio->partners[i].name);
	return names;
}

static enum mention mention_in(struct arena *arena, const struct records *records, const struct week_note *note,
	enum recurrence_list list, struct span name)
{
	const struct task_list *tasks = list == RECURRENCE_RITUALS ? &note->rituals : &note->partner_check_ins;
	struct mention_names names = names_of(arena, records->portfolio, list);
	struct span wanted = utf8_fold_title(arena, name);
	enum mention found = MENTION_NONE;
	for (size_t i = 0; i < tasks->count; i++) {
		if (!mention_is_of(arena, tasks->items[i].text, wanted, &names))
			continue;
		if (tasks->items[i].status == TASK_DONE || tasks->items[i].status == TASK_CANCELLED)
			return MENTION_DONE;
		found = MENTION_OPEN;
	}
	return found;
}

struct history_of_mentions {
	int notes; /* week notes in the range */
	bool mentioned;
	bool done;
};

/* What the week notes from `first` up to the week before `week` say. */
static struct history_of_mentions mentions_between(struct arena *arena, const struct records *records,
	enum recurrence_list list, struct span name, struct week first, struct week week)
{
	struct history_of_mentions history = { 0 };
	for (size_t i = 0; i < records->week_count; i++) {
		const struct week_note *note = &records->weeks[i];
		if (week_compare(note->week, first) < 0 || week_compare(note->week, week) >= 0)
			continue;
		enum mention mention = mention_in(arena, records, note, list, name);
		history.notes++;
		history.mentioned = history.mentioned || mention != MENTION_NONE;
		history.done = history.done || mention == MENTION_DONE;
	}
	return history;
}

/* The ordinal weekday of the month that begins on `first`: "first Monday", "last Friday". */
static struct date day_in_month(struct date first, int weekday, int ordinal)
{
	int wanted = weekday < 0 ? MONDAY : weekday;
	struct date day = date_add(first, (wanted - (int)date_weekday(first) + 7) % 7);
	if (ordinal >= 0)
		return date_add(day, 7 * (ordinal > 1 ? ordinal - 1 : 0));
	struct date last = date_month_end(first);
	return date_add(last, -(((int)date_weekday(last) - wanted + 7) % 7));
}

static struct date period_start(struct date date, enum rhythm_unit unit)
{
	struct calendar calendar = date_calendar(date);
	if (unit == RHYTHM_QUARTER)
		return quarter_start(quarter_of(date));
	struct date month = date_add(date, 1 - calendar.day);
	return unit == RHYTHM_YEAR ? date_add_months(month, 1 - calendar.month) : month;
}

static int period_months(enum rhythm_unit unit)
{
	return unit == RHYTHM_YEAR ? 12 : unit == RHYTHM_QUARTER ? 3 : 1;
}

static struct date earlier(struct date a, struct date b)
{
	return date_compare(a, b) < 0 ? a : b;
}

/* Its day in the period that begins on `start`: the one of the calendar, else counted from the front, or, for the last
 * one, in the period's last month. */
static struct date day_in_period(const struct recurrence *recurrence, struct date start)
{
	const struct calendar_day *on = &recurrence->on;
	int months = period_months(recurrence->rhythm.unit);
	if (on->month)
		start = date_add_months(start, (on->month - 1) % months);
	if (on->day)
		return earlier(date_add(start, on->day - 1), date_month_end(start));
	if (recurrence->ordinal < 0 && !on->month)
		start = date_add_months(start, months - 1);
	return day_in_month(start, recurrence->weekday, recurrence->ordinal);
}

/* The latest day of the recurrence that is not after the week's Sunday. */
static struct date latest_day(const struct recurrence *recurrence, struct week week)
{
	struct date sunday = week_sunday(week);
	struct date start = period_start(sunday, recurrence->rhythm.unit);
	struct date day = day_in_period(recurrence, start);
	if (date_compare(day, sunday) <= 0)
		return day;
	return day_in_period(recurrence, date_add_months(start, -period_months(recurrence->rhythm.unit)));
}

static bool is_due_by_weeks(struct arena *arena, const struct records *records, enum recurrence_list list,
	const struct recurrence *recurrence, struct week week)
{
	struct week first = week_add(week, 1 - recurrence->rhythm.every);
	return !mentions_between(arena, records, list, recurrence->name, first, week).done;
}

static bool is_due_by_day(struct arena *arena, const struct records *records, enum recurrence_list list,
	const struct recurrence *recurrence, struct week week, struct date *since)
{
	struct date day = latest_day(recurrence, week);
	int earlier_periods = (recurrence->rhythm.every - 1) * period_months(recurrence->rhythm.unit);
	struct week first = week_of(date_add_months(day, -earlier_periods));
	struct history_of_mentions history = mentions_between(arena, records, list, recurrence->name, first, week);
	*since = day;
	if (history.done)
		return false;
	return week_compare(week_of(day), week) == 0 || history.notes == 0 || history.mentioned;
}

bool recurrence_is_due(struct arena *arena, const struct records *records, enum recurrence_list list,
	const struct recurrence *recurrence, struct week week, struct date *since)
{
	*since = DATE_NONE;
	switch (recurrence->rhythm.unit) {
	case RHYTHM_DAY:
		return true;
	case RHYTHM_WEEK:
		return is_due_by_weeks(arena, records, list, recurrence, week);
	case RHYTHM_MONTH:
	case RHYTHM_QUARTER:
	case RHYTHM_YEAR:
		return is_due_by_day(arena, records, list, recurrence, week, since);
	case RHYTHM_NONE:
		break;
	}
	return false;
}

bool recurrence_is_done(struct arena *arena, const struct records *records, enum recurrence_list list, struct span name,
	struct week week)
{
	const struct week_note *note = records_week(records, week);
	return note && mention_in(arena, records, note, list, name) == MENTION_DONE;
}
