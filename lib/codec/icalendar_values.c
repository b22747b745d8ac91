/* The values of one component, as libical reads them. */
#include "base/ascii.h"
#include "codec/icalendar_parts.h"
#include "codec/utf8.h"

#include <errno.h>
#include <libical/ical.h>
#include <string.h>

enum { SECONDS_IN_MINUTE = 60, TEXT_MOST = 8192 };

static inline void release_component(icalcomponent **component)
{
	if (*component)
		icalcomponent_free(*component);
	icalmemory_free_ring();
}
#define COMPONENT_OWNED __attribute__((cleanup(release_component))) icalcomponent *

/* --- one value ---------------------------------------------------------------------------------------------------- */

static struct span text_copy(struct arena *arena, const char *text)
{
	return utf8_repair(arena, span_slice(span_of(text), 0, TEXT_MOST));
}

static struct span property_text(struct arena *arena, icalproperty *property)
{
	const icalvalue *value = icalproperty_get_value(property);
	return text_copy(arena, value ? icalvalue_get_text(value) : NULL);
}

static const char *zone_name(struct arena *arena, icalproperty *property)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
	const char *name = parameter ? icalparameter_get_tzid(parameter) : NULL;
	return name && *name ? arena_printf(arena, "%.*s", SPAN_PRINT(text_copy(arena, name))) : NULL;
}

/* WRITTEN_NONE for a time that there is not. */
static struct written_time time_of(struct icaltimetype time, const char *zone)
{
	struct date date = date_of(time.year, time.month, time.day);
	bool real = date_is_known(date) && time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60 &&
		    time.second >= 0 && time.second <= 60;
	if (!real)
		return (struct written_time){ .kind = WRITTEN_NONE };
	if (time.is_date)
		return (struct written_time){ WRITTEN_DAY, date, 0, NULL };
	int second = (time.hour * 60 + time.minute) * SECONDS_IN_MINUTE + time.second;
	if (icaltime_is_utc(time))
		return (struct written_time){ WRITTEN_UTC, date, second, NULL };
	return (struct written_time){ zone ? WRITTEN_ZONED : WRITTEN_FLOATING, date, second, zone };
}

static struct written_time property_time(struct arena *arena, icalproperty *property)
{
	const icalvalue *value = icalproperty_get_value(property);
	icalvalue_kind kind = value ? icalvalue_isa(value) : ICAL_NO_VALUE;
	if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE)
		return (struct written_time){ .kind = WRITTEN_NONE };
	return time_of(icalvalue_get_datetimedate(value), zone_name(arena, property));
}

static int duration_minutes(struct icaldurationtype duration)
{
	int64_t days = (int64_t)duration.weeks * 7 + duration.days;
	int64_t minutes = (days * 24 + duration.hours) * 60 + duration.minutes + duration.seconds / SECONDS_IN_MINUTE;
	return duration.is_neg || minutes >= INT32_MAX ? 0 : (int)minutes;
}

static struct extra_time property_extra(struct arena *arena, icalproperty *property)
{
	const icalvalue *value = icalproperty_get_value(property);
	if (!value || icalvalue_isa(value) != ICAL_PERIOD_VALUE)
		return (struct extra_time){ property_time(arena, property), 0 };
	struct icalperiodtype period = icalvalue_get_period(value);
	struct extra_time extra = { time_of(period.start, zone_name(arena, property)),
		duration_minutes(period.duration) };
	struct written_time end = time_of(period.end, zone_name(arena, property));
	if (end.kind == extra.start.kind && end.kind != WRITTEN_NONE)
		extra.minutes = date_difference(extra.start.date, end.date) * 24 * 60 +
				(end.second - extra.start.second) / SECONDS_IN_MINUTE;
	extra.minutes = extra.minutes > 0 ? extra.minutes : 0;
	return extra;
}

/* --- a rule ------------------------------------------------------------------------------------------------------- */

static size_t value_count(const short *values, size_t most)
{
	size_t count = 0;
	while (count < most && values[count] != ICAL_RECURRENCE_ARRAY_MAX)
		count++;
	return count;
}

static const int *copy_values(struct arena *arena, const short *values, size_t most, size_t *count)
{
	*count = value_count(values, most);
	int *copy = arena_new_array(arena, *count, int);
	for (size_t i = 0; i < *count; i++)
		copy[i] = values[i];
	return copy;
}

/* libical's Sunday is 1. */
static enum weekday weekday_of(icalrecurrencetype_weekday weekday)
{
	return (enum weekday)(((int)weekday + 5) % 7);
}

static void copy_weekdays(struct arena *arena, const struct icalrecurrencetype *read, struct icalendar_rule *rule)
{
	rule->weekday_count = value_count(read->by_day, ICAL_BY_DAY_SIZE);
	struct rule_weekday *days = arena_new_array(arena, rule->weekday_count, struct rule_weekday);
	for (size_t i = 0; i < rule->weekday_count; i++)
		days[i] = (struct rule_weekday){ icalrecurrencetype_day_position(read->by_day[i]),
			weekday_of(icalrecurrencetype_day_day_of_week(read->by_day[i])) };
	rule->weekdays = days;
}

static unsigned months_of(const struct icalrecurrencetype *read)
{
	unsigned months = 0;
	for (size_t i = 0; i < value_count(read->by_month, ICAL_BY_MONTH_SIZE); i++)
		months |= read->by_month[i] >= 1 && read->by_month[i] <= 12 ? 1u << read->by_month[i] : 1u << 13;
	return months;
}

static bool says_only(const short *values, size_t most, int value)
{
	size_t count = value_count(values, most);
	return count == 0 || (count == 1 && values[0] == value);
}

/* What a rule says beyond days; NULL where it is nothing. */
static const char *rule_excess(const struct icalrecurrencetype *read, const struct written_time *start)
{
	if (read->freq != ICAL_DAILY_RECURRENCE && read->freq != ICAL_WEEKLY_RECURRENCE &&
		read->freq != ICAL_MONTHLY_RECURRENCE && read->freq != ICAL_YEARLY_RECURRENCE)
		return "it repeats within a day, or in no way that is known";
	if (!says_only(read->by_hour, ICAL_BY_HOUR_SIZE, start->second / 3600) ||
		!says_only(read->by_minute, ICAL_BY_MINUTE_SIZE, start->second / 60 % 60) ||
		!says_only(read->by_second, ICAL_BY_SECOND_SIZE, start->second % 60))
		return "its rule names other times of the day than that of its start";
	if (value_count(read->by_week_no, ICAL_BY_WEEKNO_SIZE))
		return "its rule names weeks by number";
	if (read->rscale && !span_is_ignoring_case(span_of(read->rscale), "GREGORIAN"))
		return "its rule is of another calendar";
	return NULL;
}

static struct written_rule rule_of(struct arena *arena, const struct icalrecurrencetype *read, const char *zone)
{
	static const enum rule_frequency frequencies[] = { [ICAL_DAILY_RECURRENCE] = RULE_DAILY,
		[ICAL_WEEKLY_RECURRENCE] = RULE_WEEKLY,
		[ICAL_MONTHLY_RECURRENCE] = RULE_MONTHLY,
		[ICAL_YEARLY_RECURRENCE] = RULE_YEARLY };
	struct written_rule written = { .until = { .kind = WRITTEN_NONE } };
	struct icalendar_rule *rule = &written.rule;
	rule->frequency = frequencies[read->freq];
	rule->interval = read->interval > 0 ? read->interval : 1;
	rule->count = read->count > 0 ? read->count : 0;
	rule->week_start = read->week_start == ICAL_NO_WEEKDAY ? MONDAY : weekday_of(read->week_start);
	rule->months = months_of(read);
	copy_weekdays(arena, read, rule);
	rule->month_days = copy_values(arena, read->by_month_day, ICAL_BY_MONTHDAY_SIZE, &rule->month_day_count);
	rule->year_days = copy_values(arena, read->by_year_day, ICAL_BY_YEARDAY_SIZE, &rule->year_day_count);
	rule->places = copy_values(arena, read->by_set_pos, ICAL_BY_SETPOS_SIZE, &rule->place_count);
	if (!icaltime_is_null_time(read->until))
		written.until = time_of(read->until, zone);
	return written;
}

#define APPEND(arena, owner, list, count, capacity)                                                                    \
	((owner)->list = arena_grow(                                                                                   \
		 (arena), (owner)->list, (owner)->count, &(owner)->capacity, sizeof(*(owner)->list)),                  \
		&(owner)->list[(owner)->count++])

/* --- an event ----------------------------------------------------------------------------------------------------- */

static void lose(struct written_event *event, const char *reason)
{
	event->lost = event->lost ? event->lost : reason;
}

/* An event whose times are not whole could stand on a wrong day. */
static void read_complaint(struct reading *reading, icalproperty *property, struct written_event *event)
{
	static const char *const times[] = { "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
		"RECURRENCE-ID", "STATUS", "UID" };
	struct span text = utf8_sentence(reading->arena, property_text(reading->arena, property));
	struct span shown = span_slice(text, 0, utf8_fit(text, 160));
	for (size_t i = 0; i < sizeof(times) / sizeof(*times); i++)
		if (span_contains(text, times[i])) {
			lose(event, arena_printf(reading->arena, "%.*s", SPAN_PRINT(shown)));
			return;
		}
	reading_problem(reading, event->line, "an entry of the event is not understood: %.*s", SPAN_PRINT(shown));
}

static void read_rule(struct arena *arena, icalproperty *property, struct written_event *event)
{
	struct icalrecurrencetype read = icalproperty_get_rrule(property);
	const char *excess = rule_excess(&read, &event->start);
	if (excess)
		lose(event, excess);
	else
		*APPEND(arena, event, rules, rule_count, rule_capacity) = rule_of(arena, &read, event->start.zone);
}

static void read_name(struct arena *arena, struct span name, struct written_event *event)
{
	if (name.length)
		*APPEND(arena, event, names, name_count, name_capacity) = name;
}

static struct span common_name(struct arena *arena, icalproperty *property)
{
	icalparameter *parameter = icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER);
	return text_copy(arena, parameter ? icalparameter_get_cn(parameter) : NULL);
}

/* A uid that a line of front matter can hold. */
static struct span uid_of(struct arena *arena, icalproperty *property)
{
	struct span text = span_trim(property_text(arena, property));
	bool plain = text.length <= UID_MOST && span_equal(text, utf8_safe_line(arena, text)) &&
		     !span_contains(text, "\xEF\xBF\xBD");
	return plain ? text : SPAN_NONE;
}

static void read_times(struct arena *arena, icalcomponent *component, struct written_event *event)
{
	for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property;
		property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
		icalproperty_kind kind = icalproperty_isa(property);
		if (kind == ICAL_DTSTART_PROPERTY)
			event->start = property_time(arena, property);
		else if (kind == ICAL_DTEND_PROPERTY)
			event->end = property_time(arena, property);
		else if (kind == ICAL_RECURRENCEID_PROPERTY) {
			event->recurrence = property_time(arena, property);
			event->following = icalproperty_get_first_parameter(property, ICAL_RANGE_PARAMETER) != NULL;
			if (event->recurrence.kind == WRITTEN_NONE)
				lose(event, "which occurrence it is cannot be read");
		}
	}
}

static void read_property(struct reading *reading, icalproperty *property, struct written_event *event)
{
	struct arena *arena = reading->arena;
	icalproperty_kind kind = icalproperty_isa(property);
	if (kind == ICAL_UID_PROPERTY)
		event->uid = uid_of(arena, property);
	else if (kind == ICAL_SUMMARY_PROPERTY)
		event->summary = utf8_sentence(arena, property_text(arena, property));
	else if (kind == ICAL_DESCRIPTION_PROPERTY)
		event->description = property_text(arena, property);
	else if (kind == ICAL_ATTENDEE_PROPERTY || kind == ICAL_ORGANIZER_PROPERTY)
		read_name(arena, common_name(arena, property), event);
	else if (kind == ICAL_CATEGORIES_PROPERTY)
		read_name(arena, property_text(arena, property), event);
	else if (kind == ICAL_DURATION_PROPERTY)
		event->minutes = duration_minutes(icalproperty_get_duration(property));
	else if (kind == ICAL_STATUS_PROPERTY)
		event->cancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
	else if (kind == ICAL_RRULE_PROPERTY)
		read_rule(arena, property, event);
	else if (kind == ICAL_EXRULE_PROPERTY)
		lose(event, "it has a rule of exceptions");
	else if (kind == ICAL_RDATE_PROPERTY)
		*APPEND(arena, event, extra, extra_count, extra_capacity) = property_extra(arena, property);
	else if (kind == ICAL_EXDATE_PROPERTY)
		*APPEND(arena, event, excluded, excluded_count, excluded_capacity) = property_time(arena, property);
	else if (kind == ICAL_XLICERROR_PROPERTY)
		read_complaint(reading, property, event);
}

/* Times that are none would be taken for others. */
static void check_lists(struct written_event *event)
{
	for (size_t i = 0; i < event->extra_count; i++)
		if (event->extra[i].start.kind == WRITTEN_NONE)
			lose(event, "a date of its series is none");
	for (size_t i = 0; i < event->excluded_count; i++)
		if (event->excluded[i].kind == WRITTEN_NONE)
			lose(event, "a date taken out of its series is none");
}

/* libical leaves out what it has no memory for, and an event without it would be another one. */
static void check_memory(void)
{
	if (errno == ENOMEM || icalerrno == ICAL_NEWFAILED_ERROR)
		memory_exhausted();
}

static icalcomponent *parse(struct arena *arena, struct span text)
{
	icalerror_set_errors_are_fatal(0);
	icalerror_clear_errno();
	errno = 0;
	icalcomponent *component = icalparser_parse_string(arena_copy_text(arena, text));
	check_memory();
	return component;
}

struct written_event *event_read(struct reading *reading, struct span text, unsigned line)
{
	struct arena *arena = reading->arena;
	struct written_event *event = arena_new(arena, struct written_event);
	event->line = line;
	COMPONENT_OWNED component = parse(arena, text);
	if (!component) {
		lose(event, "it is broken");
		return event;
	}
	read_times(arena, component, event);
	for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property;
		property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY))
		read_property(reading, property, event);
	if (event->start.kind == WRITTEN_NONE)
		lose(event, "its start is missing, or no time");
	check_lists(event);
	check_memory();
	return event;
}

/* --- a zone ------------------------------------------------------------------------------------------------------- */

static void read_observance(struct arena *arena, icalcomponent *component, struct observance *observance)
{
	for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property;
		property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
		icalproperty_kind kind = icalproperty_isa(property);
		if (kind == ICAL_DTSTART_PROPERTY)
			observance->onset = property_time(arena, property);
		else if (kind == ICAL_TZOFFSETFROM_PROPERTY)
			observance->from = icalproperty_get_tzoffsetfrom(property);
		else if (kind == ICAL_TZOFFSETTO_PROPERTY)
			observance->to = icalproperty_get_tzoffsetto(property);
		else if (kind == ICAL_RDATE_PROPERTY)
			*APPEND(arena, observance, extra, extra_count, extra_capacity) =
				property_extra(arena, property);
	}
}

/* Onsets are yearly in every zone there is. */
static bool read_observance_rules(struct arena *arena, icalcomponent *component, struct observance *observance)
{
	for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY); property;
		property = icalcomponent_get_next_property(component, ICAL_RRULE_PROPERTY)) {
		struct icalrecurrencetype read = icalproperty_get_rrule(property);
		if (rule_excess(&read, &observance->onset) || read.freq != ICAL_YEARLY_RECURRENCE)
			return false;
		*APPEND(arena, observance, rules, rule_count, rule_capacity) = rule_of(arena, &read, NULL);
	}
	return true;
}

static bool add_observance(struct reading *reading, icalcomponent *component, struct written_zone *zone)
{
	enum { OFFSET_MOST = 24 * 60 * 60 };
	struct observance observance = { .onset = { .kind = WRITTEN_NONE } };
	read_observance(reading->arena, component, &observance);
	if (observance.onset.kind == WRITTEN_NONE || !read_observance_rules(reading->arena, component, &observance))
		return false;
	if (observance.from < -OFFSET_MOST || observance.from > OFFSET_MOST || observance.to < -OFFSET_MOST ||
		observance.to > OFFSET_MOST)
		return false;
	for (size_t i = 0; i < observance.extra_count; i++)
		if (observance.extra[i].start.kind == WRITTEN_NONE)
			return false;
	*APPEND(reading->arena, zone, observances, count, capacity) = observance;
	return true;
}

static const char *zone_id(struct arena *arena, icalcomponent *component)
{
	icalproperty *property = icalcomponent_get_first_property(component, ICAL_TZID_PROPERTY);
	struct span name = property ? property_text(arena, property) : SPAN_NONE;
	return name.length ? arena_copy_text(arena, name) : NULL;
}

void zone_read(struct reading *reading, struct span text, unsigned line)
{
	COMPONENT_OWNED component = parse(reading->arena, text);
	const char *name = component ? zone_id(reading->arena, component) : NULL;
	struct written_zone zone = { .name = name };
	bool whole = name != NULL;
	for (icalcomponent *part = whole ? icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT) : NULL;
		part && whole; part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
		icalcomponent_kind kind = icalcomponent_isa(part);
		if (kind == ICAL_XSTANDARD_COMPONENT || kind == ICAL_XDAYLIGHT_COMPONENT)
			whole = add_observance(reading, part, &zone);
	}
	check_memory();
	if (!whole || zone.count == 0)
		reading_problem(reading, line, "a time zone's description is not understood: %s", name ? name : "");
	else
		*APPEND(reading->arena, reading, zones, zone_count, zone_capacity) = zone;
}
