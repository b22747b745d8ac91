/* How long before or after something, as people write it. */
#include "note_fixture.h"

#include "base/date.h"
#include "model/timing.h"

static struct timing read(struct note_fixture *note, const char *text)
{
	return timing_read(&note->arena, &note->aliases, span_of(text));
}

static void lengths_of_time_are_read(void **state)
{
	struct note_fixture *note = *state;
	enum { HOUR = 60, DAY = 24 * HOUR };
	static const struct {
		const char *text;
		int minutes;
		bool by_days;
	} cases[] = {
		{ "2 days before", 2 * DAY, true },
		{ "Within 24 hours after", DAY, false },
		{ "24h", DAY, false },
		{ "24 h", DAY, false },
		{ "1.5 hours", 90, false },
		{ "1,5 Std.", 90, false },
		{ "30 min", 30, false },
		{ "24-48 hours", 2 * DAY, false },
		{ "24 to 48 hours", 2 * DAY, false },
		{ "[48] hours", 2 * DAY, false },
		{ "one working day", DAY, true },
		{ "within a day", DAY, true },
		{ "a week before", 7 * DAY, true },
		{ "the day before", DAY, true },
		{ "the same day", DAY, false },
		{ "1 Tag", DAY, true },
		{ "Innerhalb von zwei Werktagen", 2 * DAY, true },
		{ "innerhalb eines Arbeitstags", DAY, true },
		{ "am Vortag", DAY, true },
		{ "innerhalb von 24 Stunden danach", DAY, false },
		{ "24 小时", DAY, false },
		{ "结束后24小时内", DAY, false },
		{ "会谈前2天", 2 * DAY, true },
		{ "两个工作日内", 2 * DAY, true },
		{ "前一天", DAY, true },
		{ "２４小时", DAY, false },
		{ "[X] days before", 0, false },
		{ "Within [X] hours after", 0, false },
		{ "[X hours]", 0, false },
		{ "hours", 0, false },
		{ "0 hours", 0, false },
		{ "24", 0, false },
		{ "99999 days", 0, false },
		{ "soon", 0, false },
		{ "", 0, false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct timing timing = read(note, cases[i].text);
		if (timing.minutes != cases[i].minutes || timing.by_days != cases[i].by_days)
			fail_msg("\"%s\": %d minutes, by days: %d", cases[i].text, timing.minutes, timing.by_days);
	}
}

static void other_words_are_told_apart(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		bool mid_week, next_session, as_relevant;
		int weekday;
	} cases[] = {
		{ "Mid-week between sessions", true, false, false, -1 },
		{ "Mitte der Woche", true, false, false, -1 },
		{ "周中", true, false, false, -1 },
		{ "On Thursdays", false, false, false, THURSDAY },
		{ "mittwochs", false, false, false, WEDNESDAY },
		{ "周四", false, false, false, THURSDAY },
		{ "Next session", false, true, false, -1 },
		{ "In der nächsten Sitzung", false, true, false, -1 },
		{ "下次会谈", false, true, false, -1 },
		{ "As relevant", false, false, true, -1 },
		{ "When relevant", false, false, true, -1 },
		{ "bei Bedarf", false, false, true, -1 },
		{ "视需要", false, false, true, -1 },
		{ "2 days before", false, false, false, -1 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct timing timing = read(note, cases[i].text);

		if (timing.mid_week != cases[i].mid_week || timing.next_session != cases[i].next_session ||
			timing.as_relevant != cases[i].as_relevant || timing.weekday != cases[i].weekday)
			fail_msg("\"%s\": %d %d %d %d", cases[i].text, timing.mid_week, timing.next_session,
				timing.as_relevant, timing.weekday);
	}
}

static void a_text_with_a_placeholder_says_nothing(void **state)
{
	struct note_fixture *note = *state;
	assert_int_equal(read(note, "[X] days before").text.length, 0);
	assert_int_equal(read(note, "Mid-week, [day]").text.length, 0);
	assert_span(read(note, " soon ").text, "soon");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(lengths_of_time_are_read),
		NOTE_TEST(other_words_are_told_apart),
		NOTE_TEST(a_text_with_a_placeholder_says_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
