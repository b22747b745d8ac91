#include "cmd/message_words.h"

static const char *const weekdays[LANGUAGE_COUNT][7] = {
	{ "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" },
	{ "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag" },
	{ "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日" },
};

static const char *const months[2][12] = {
	{ "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
		"December" },
	{ "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
		"Dezember" },
};

static const char *day_text(struct arena *arena, enum language language, struct date date, bool with_year)
{
	struct calendar day = date_calendar(date);
	const char *weekday = weekdays[language][date_weekday(date)];
	const char *year = with_year ? arena_printf(arena, "%d", day.year) : "";
	if (language == LANGUAGE_CHINESE)
		return arena_printf(
			arena, "%s%s%d月%d日（%s）", year, with_year ? "年" : "", day.month, day.day, weekday);
	return arena_printf(arena, "%s, %d%s %s%s%s", weekday, day.day, language == LANGUAGE_GERMAN ? "." : "",
		months[language][day.month - 1], with_year ? " " : "", year);
}

struct span message_when(struct arena *arena, enum language language, struct appointment when)
{
	if (!date_is_known(when.date))
		return SPAN_NONE;
	const char *day = day_text(arena, language, when.date, true);
	if (when.start < 0)
		return span_of(day);
	return span_of(arena_printf(arena, "%s%s%s%s", day, language == LANGUAGE_CHINESE ? "" : ", ",
		clock_time_format(when.start).text, language == LANGUAGE_GERMAN ? " Uhr" : ""));
}

struct span message_by(struct arena *arena, enum language language, struct date due, struct date now)
{
	static const char *const before[LANGUAGE_COUNT] = { " (by ", " (bis ", "（" };
	static const char *const behind[LANGUAGE_COUNT] = { ")", ")", "前）" };
	if (!date_is_known(due))
		return SPAN_NONE;
	bool with_year = date_calendar(due).year != date_calendar(now).year;
	return span_of(arena_printf(
		arena, "%s%s%s", before[language], day_text(arena, language, due, with_year), behind[language]));
}

const char *message_me(enum language language)
{
	static const char *const words[LANGUAGE_COUNT] = { "me", "ich", "我" };
	return words[language];
}

const char *message_everybody(enum language language)
{
	static const char *const words[LANGUAGE_COUNT] = { "everybody", "zusammen", "各位" };
	return words[language];
}
