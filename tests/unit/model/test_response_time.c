/* How soon a message is answered: read from terms as people write them, and counted from a message. */
#include "note_fixture.h"

#include "model/response_time.h"

static const char *read(struct note_fixture *note, const char *text)
{
	static const char *const units[] = { "hours", "days", "working days" };
	struct response_time response;
	if (!response_time_read(&note->arena, span_of(text), &response))
		return "none";
	return arena_printf(&note->arena, "%d %s", response.amount, units[response.unit]);
}

static void terms_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text, *read;
	} cases[] = {
		{ "Slack, within 24 hours", "24 hours" },
		{ "Email: 24h", "24 hours" },
		{ "Slack, within one working day", "1 working days" },
		{ "Email, within two working days; none during leave", "2 working days" },
		{ "1-2 business days", "2 working days" },
		{ "Voxer, a day", "1 days" },
		{ "same day", "0 days" },
		{ "E-Mail, binnen 24 Stunden", "24 hours" },
		{ "innerhalb eines Werktags", "1 working days" },
		{ "zwei Arbeitstage", "2 working days" },
		{ "in drei Tagen", "3 days" },
		{ "am selben Tag", "0 days" },
		{ "微信，24小时内", "24 hours" },
		{ "一个工作日内", "1 working days" },
		{ "两天内回复", "2 days" },
		{ "当天", "0 days" },
		{ "[Slack/Email/Voxer — response time]", "none" },
		{ "Slack", "none" },
		{ "Phone 555 1234", "none" },
		{ "24 horses", "none" },
		{ "as soon as I can", "none" },
		{ "99999999999 hours", "none" },
		{ "", "none" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(read(*state, cases[i].text), cases[i].read);
}

/* 2026-11-20 is a Friday. */
static void the_last_day_is_counted_from_the_message(void **state)
{
	static const struct {
		struct response_time response;
		const char *received;
		int time;
		const char *end;
	} cases[] = {
		{ { 24, RESPONSE_HOURS }, "2026-11-18", 9 * 60, "2026-11-19" },
		{ { 4, RESPONSE_HOURS }, "2026-11-18", 9 * 60, "2026-11-18" },
		{ { 4, RESPONSE_HOURS }, "2026-11-18", 21 * 60, "2026-11-19" },
		{ { 4, RESPONSE_HOURS }, "2026-11-18", -1, "2026-11-19" },
		{ { 0, RESPONSE_DAYS }, "2026-11-18", -1, "2026-11-18" },
		{ { 2, RESPONSE_DAYS }, "2026-11-20", -1, "2026-11-22" },
		{ { 1, RESPONSE_WORKING_DAYS }, "2026-11-19", -1, "2026-11-20" },
		{ { 1, RESPONSE_WORKING_DAYS }, "2026-11-20", -1, "2026-11-23" },
		{ { 2, RESPONSE_WORKING_DAYS }, "2026-11-20", -1, "2026-11-24" },
		{ { 1, RESPONSE_WORKING_DAYS }, "2026-11-21", -1, "2026-11-23" },
	};
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date received;
		assert_true(date_parse_iso(span_of(cases[i].received), &received));
		struct date end = response_time_end(cases[i].response, received, cases[i].time);
		assert_string_equal(date_format(end).text, cases[i].end);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(terms_are_read_as_people_write_them),
		NOTE_TEST(the_last_day_is_counted_from_the_message),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
