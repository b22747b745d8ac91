#include "practice_fixture.h"

#include "base/buffer.h"
#include "rules/session_import.h"

#define CLIENTS                                                                                                        \
	"| Ana Silva | 2/month | Active | |\n| Ann | 2/month | On Hold | |\n| Jürgen Moos | weekly | Active | |\n"    \
	"| 李雷 | weekly | Active | |"

enum { EVENTS_MOST = 16, TEN = 600 };

struct calendar_fixture {
	struct icalendar_event events[EVENTS_MOST];
	struct span series[2];
	struct icalendar calendar;
};

static struct calendar_fixture fixture;

static struct icalendar_event *add_event(const char *key, const char *summary, const char *date, int start)
{
	struct icalendar_event *event = &fixture.events[fixture.calendar.count++];
	*event = (struct icalendar_event){ .uid = span_of(key),
		.key = span_of(key),
		.summary = span_of(summary),
		.start = start,
		.minutes = 60,
		.line = (unsigned)fixture.calendar.count };
	event->uid.length = span_find_byte(event->key, '/');
	event->in_series = event->uid.length < event->key.length;
	assert_true(date_parse_iso(span_of(date), &event->date));
	return event;
}

static void start_again(struct practice_fixture *practice)
{
	fixture = (struct calendar_fixture){ .calendar = { .events = fixture.events, .series = fixture.series } };
	practice_contract(practice, "50/30/20", CLIENTS);
}

static void write_step(struct buffer *out, const struct import_step *step)
{
	struct span client = step->session ? step->session->client : step->client->name;
	buffer_printf(
		out, "%s %.*s %s", import_action_names[step->action], SPAN_PRINT(client), date_format(step->date).text);
	if (step->start >= 0)
		buffer_printf(out, " %s", clock_time_format(step->start).text);
	buffer_printf(out, " %dm", step->minutes);
	if (step->number)
		buffer_printf(out, " #%d", step->number);
	buffer_add_text(out, "\n");
}

/* What becomes of the events, a line each; then those that are skipped, how many lie outside, and the findings. */
static const char *decided(struct practice_fixture *practice)
{
	struct arena *arena = &practice->note.arena;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	struct import_client clients[8];
	size_t count = practice->portfolio.client_count;
	for (size_t i = 0; i < count; i++)
		clients[i] = (struct import_client){ &practice->portfolio.clients[i],
			practice->portfolio.clients[i].name, practice->portfolio.clients[i].name };
	const struct import_request request = { &practice->records, &practice->settings.hours, clients, count,
		&fixture.calendar, date_of(2026, 11, 19), date_of(2026, 12, 31), date_of(2026, 11, 19) };
	struct session_import import;
	session_import_decide(arena, &request, &import, &practice->note.findings);
	for (size_t i = 0; i < import.count; i++)
		write_step(&out, &import.steps[i]);
	for (size_t i = 0; i < import.skip_count; i++)
		buffer_printf(
			&out, "%s %u\n", import_reason_names[import.skips[i].reason], import.skips[i].event->line);
	if (import.outside)
		buffer_printf(&out, "outside %zu\n", import.outside);
	for (size_t i = 0; i < practice->note.findings.count; i++)
		buffer_printf(&out, "%s: %s\n", finding_code_text(practice->note.findings.items[i].code),
			practice->note.findings.items[i].message);
	practice->note.findings.count = 0;
	return arena_copy_text(arena, buffer_span(&out));
}

/* --- whom an event names ------------------------------------------------------------------------------------------ */

static void a_client_is_named_whole_and_alone(void **state)
{
	static const struct {
		const char *summary;
		const char *name; /* of an attendee */
		const char *description;
		const char *client; /* or why there is none */
	} cases[] = {
		{ "Coaching Ana Silva", "", "", "Ana Silva" },
		{ "ANA SILVA: session 4", "", "", "Ana Silva" },
		{ "Silva, Ana", "", "", "Ana Silva" },
		{ "Ana", "", "", "no_client" },
		{ "Anna Silvano", "", "", "no_client" },
		{ "Joann and Annabel", "", "", "no_client" },
		{ "Ann", "", "", "Ann" },
		{ "Ann / Ana Silva", "", "", "several_clients" },
		{ "Ana Silva — with Jürgen Moos", "", "", "several_clients" },
		{ "Jurgen Moos", "", "", "no_client" },
		{ "Jürgen Moos (online)", "", "", "Jürgen Moos" },
		{ "与李雷会面", "", "", "李雷" },
		{ "Coaching", "Ana Silva", "", "Ana Silva" },
		{ "Coaching", "Ana Silva <ana@example.org>", "", "Ana Silva" },
		{ "Ann", "Ana Silva", "", "Ann" },
		{ "Coaching", "", "Booked online\nInvitee: Ana Silva\nTopic: none", "Ana Silva" },
		{ "Coaching", "", "Ana Silva\nJürgen Moos", "several_clients" },
		{ "Lunch", "", "I must tell Ana Silva about the book.", "no_client" },
		{ "", "", "", "no_client" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		start_again(practice);
		struct icalendar_event *event = add_event("u", cases[i].summary, "2026-12-01", TEN);
		struct span name = span_of(cases[i].name);
		event->names = &name;
		event->name_count = 1;
		event->description = span_of(cases[i].description);
		const char *found = decided(practice);
		if (!span_contains(span_of(found), cases[i].client))
			fail_msg("\"%s\": %s, not %s", cases[i].summary, found, cases[i].client);
	}
}

/* --- sessions that are the event's -------------------------------------------------------------------------------- */

static void an_event_of_a_booked_session_moves_it_while_it_is_planned(void **state)
{
	static const struct {
		const char *status, *front; /* of the session on 2026-12-01 */
		const char *date;
		int start;
		bool cancelled;
		const char *expected;
	} cases[] = {
		{ "planned", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\nuid: u\n", "2026-12-03", TEN, false,
			"moved Ana Silva 2026-12-03 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\nuid: u\n", "2026-12-01", -1, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\nminutes: 90\nuid: u\n", "2026-12-01", TEN, false,
			"moved Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\nuid: u\n", "2027-03-01", TEN, false,
			"moved Ana Silva 2027-03-01 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, true,
			"cancelled Ana Silva 2026-12-01 10:00 60m\n" },
		{ "cancelled", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, true,
			"unchanged Ana Silva 2026-12-01 10:00 60m\n" },
		{ "held", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\n" },
		{ "held", "start: \"10:00\"\nuid: u\n", "2026-12-03", TEN, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\ncalendar_differs: the session is held, and the calendar "
			"says 2026-12-03 10:00; the note stays as it is\n" },
		{ "missed", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, true,
			"unchanged Ana Silva 2026-12-01 10:00 60m\ncalendar_differs: the session is missed, and the "
			"calendar cancels it; the note stays as it is\n" },
		{ "cancelled", "start: \"10:00\"\nuid: u\n", "2026-12-01", TEN, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\ncalendar_differs: the session is cancelled, and the "
			"calendar says 2026-12-01 10:00; the note stays as it is\n" },
		/* booked by hand */
		{ "planned", "start: \"10:00\"\n", "2026-12-01", TEN, false,
			"linked Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "", "2026-12-01", TEN, false, "linked Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"10:00\"\n", "2026-12-01", -1, false, "linked Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"10:30\"\n", "2026-12-01", TEN, false, "repeated 1\n" },
		{ "planned", "start: \"10:00\"\nuid: other\n", "2026-12-01", TEN, false, "repeated 1\n" },
		{ "held", "start: \"10:00\"\n", "2026-12-01", TEN, false,
			"unchanged Ana Silva 2026-12-01 10:00 60m\n" },
		{ "planned", "start: \"14:00\"\n", "2026-12-01", TEN, false,
			"booked Ana Silva 2026-12-01 10:00 60m #2\n" },
		{ "planned", "start: \"10:00\"\n", "2026-12-01", TEN, true, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		start_again(practice);
		practice_session(practice, "Ana Silva", "2026-12-01", cases[i].status, cases[i].front);
		add_event("u", "Ana Silva", cases[i].date, cases[i].start)->cancelled = cases[i].cancelled;
		assert_string_equal(decided(practice), cases[i].expected);
	}
}

static void an_event_that_names_somebody_else_now_leaves_the_session(void **state)
{
	struct practice_fixture *practice = *state;
	start_again(practice);
	practice_session(practice, "Ana Silva", "2026-12-01", "planned", "start: \"10:00\"\nuid: u\n");
	add_event("u", "Jürgen Moos", "2026-12-02", TEN);
	assert_string_equal(decided(practice),
		"unchanged Ana Silva 2026-12-01 10:00 60m\ncalendar_differs: the session is planned, and the calendar "
		"names Jürgen Moos for it; the note stays as it is\n");
}

static void a_series_whose_time_of_day_changed_keeps_its_sessions(void **state)
{
	struct practice_fixture *practice = *state;
	start_again(practice);
	practice_session(practice, "Ana Silva", "2026-12-01", "planned", "start: \"10:00\"\nuid: s/2026-12-01T10:00\n");
	practice_session(practice, "Ana Silva", "2026-12-08", "planned", "start: \"10:00\"\nuid: s/2026-12-08T10:00\n");
	add_event("s/2026-12-01T11:00", "Ana Silva", "2026-12-01", TEN + 60);
	fixture.series[0] = SPAN("s");
	fixture.calendar.series_count = 1;
	assert_string_equal(decided(practice),
		"moved Ana Silva 2026-12-01 11:00 60m\n"
		"calendar_without: the calendar's series does not hold this session any more\n");
}

/* --- new ones ----------------------------------------------------------------------------------------------------- */

static void what_is_new_is_booked_within_the_days_asked_for(void **state)
{
	struct practice_fixture *practice = *state;
	start_again(practice);
	add_event("past", "Ana Silva", "2026-11-18", TEN);
	add_event("first", "Ana Silva", "2026-11-19", TEN);
	add_event("day", "李雷", "2026-12-02", -1)->minutes = 0;
	add_event("last", "Ana Silva", "2026-12-31", TEN);
	add_event("behind", "Ana Silva", "2027-01-01", TEN);
	assert_string_equal(decided(practice),
		"booked Ana Silva 2026-11-19 10:00 60m #1\nbooked 李雷 2026-12-02 60m #1\n"
		"booked Ana Silva 2026-12-31 10:00 60m #2\noutside 2\n");
}

static void each_booking_is_checked_with_those_before_it(void **state)
{
	struct practice_fixture *practice = *state;
	start_again(practice);
	add_event("a", "Ana Silva", "2026-12-01", TEN);
	add_event("again", "Ana Silva", "2026-12-01", TEN + 30);
	add_event("b", "Ann", "2026-12-01", TEN + 45);
	add_event("c", "Jürgen Moos", "2026-12-02", TEN)->minutes = 24 * 60 + 1;
	assert_string_equal(decided(practice),
		"booked Ana Silva 2026-12-01 10:00 60m #1\nbooked Ann 2026-12-01 10:45 60m #1\nrepeated 2\ntoo_long 4\n"
		"session_clash: Ana Silva is booked from 10:00 to 11:00 that day\n"
		"client_not_active: Ann is \"On Hold\" in the roster\n");
}

static void sessions_may_take_each_other_s_places(void **state)
{
	static const struct {
		const char *a, *b; /* where the calendar has them now */
		const char *result;
	} cases[] = {
		{ "2026-12-02", "2026-12-03",
			"moved Ana Silva 2026-12-02 10:00 60m\nmoved Ana Silva 2026-12-03 10:00 60m\n" },
		{ "2026-12-02", "2026-12-01",
			"moved Ana Silva 2026-12-01 10:00 60m\nmoved Ana Silva 2026-12-02 10:00 60m\n" },
		{ "2026-12-02", "2026-12-02", "unchanged Ana Silva 2026-12-02 10:00 60m\nrepeated 1\n" },
		{ "2026-12-03", "2026-12-03", "moved Ana Silva 2026-12-03 10:00 60m\nrepeated 2\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		start_again(practice);
		practice_session(practice, "Ana Silva", "2026-12-01", "planned", "start: \"10:00\"\nuid: a\n");
		practice_session(practice, "Ana Silva", "2026-12-02", "planned", "start: \"10:00\"\nuid: b\n");
		add_event("a", "Ana Silva", cases[i].a, TEN);
		add_event("b", "Ana Silva", cases[i].b, TEN);
		assert_string_equal(decided(practice), cases[i].result);
	}
}

/* The second keeps its place, since a third session that stays stands where it would go: so the first has none to go
 * to. */
static void a_move_that_is_refused_keeps_its_place(void **state)
{
	struct practice_fixture *practice = *state;
	start_again(practice);
	practice_session(practice, "Ana Silva", "2026-12-01", "planned", "start: \"10:00\"\nuid: a\n");
	practice_session(practice, "Ana Silva", "2026-12-02", "planned", "start: \"10:00\"\nuid: b\n");
	practice_session(practice, "Ana Silva", "2026-12-03", "held", "start: \"10:00\"\n");
	add_event("a", "Ana Silva", "2026-12-02", TEN);
	add_event("b", "Ana Silva", "2026-12-03", TEN);
	assert_string_equal(decided(practice), "repeated 1\nrepeated 2\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_client_is_named_whole_and_alone, practice_set_up, practice_tear_down),
		cmocka_unit_test_setup_teardown(
			an_event_of_a_booked_session_moves_it_while_it_is_planned, practice_set_up, practice_tear_down),
		cmocka_unit_test_setup_teardown(
			an_event_that_names_somebody_else_now_leaves_the_session, practice_set_up, practice_tear_down),
		cmocka_unit_test_setup_teardown(
			a_series_whose_time_of_day_changed_keeps_its_sessions, practice_set_up, practice_tear_down),
		PRACTICE_TEST(sessions_may_take_each_other_s_places),
		PRACTICE_TEST(a_move_that_is_refused_keeps_its_place),
		cmocka_unit_test_setup_teardown(
			what_is_new_is_booked_within_the_days_asked_for, practice_set_up, practice_tear_down),
		cmocka_unit_test_setup_teardown(
			each_booking_is_checked_with_those_before_it, practice_set_up, practice_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
