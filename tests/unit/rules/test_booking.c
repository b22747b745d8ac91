#include "practice_fixture.h"

#include "rules/booking.h"

#define CLIENTS "| Ana | 2/month | Active | |\n| Ben | 2/month | On Hold | |\n| Cleo | 2/month | Active | |"

static struct booking booking_of(
	struct practice_fixture *practice, const char *client, const char *date, int start, int minutes)
{
	struct booking booking = { .start = start, .minutes = minutes };
	booking.client = portfolio_client(&practice->note.arena, &practice->portfolio, span_of(client));
	assert_true(date_parse_iso(span_of(date), &booking.date));
	return booking;
}

static const struct session *repeated(struct practice_fixture *practice, struct booking booking)
{
	return booking_repeated(&practice->records, &practice->settings.hours, &booking);
}

/* The findings of a booking, as "session_clash 0:0, over_maximum 0:0". */
static const char *findings_of(struct practice_fixture *practice, struct booking booking)
{
	booking_check(&practice->records, &practice->settings.hours, &booking, date_of(2026, 11, 19),
		&practice->note.findings);
	return note_findings(&practice->note);
}

static void lay_day(struct practice_fixture *practice)
{
	practice_contract(practice, "50/30/20", CLIENTS);
	practice_session(practice, "Cleo", "2026-11-20", "cancelled", "start: \"10:00\"\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "start: \"10:30\"\nminutes: 90\n");
}

static void the_same_client_at_an_overlapping_time_is_booked_twice(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	const struct session *ana = &practice->sessions[1];
	assert_ptr_equal(repeated(practice, booking_of(practice, "Ana", "2026-11-20", 600, 60)), ana);
	assert_ptr_equal(repeated(practice, booking_of(practice, "Ana", "2026-11-20", 719, 60)), ana);
	assert_ptr_equal(repeated(practice, booking_of(practice, "Ana", "2026-11-20", -1, 60)), ana);
}

static void a_session_that_ends_as_the_other_begins_is_a_second_one(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	assert_null(repeated(practice, booking_of(practice, "Ana", "2026-11-20", 570, 60)));
	assert_null(repeated(practice, booking_of(practice, "Ana", "2026-11-20", 720, 60)));
	assert_null(repeated(practice, booking_of(practice, "Ana", "2026-11-21", 630, 60)));
}

static void another_client_or_a_cancelled_session_is_no_repetition(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	assert_null(repeated(practice, booking_of(practice, "Cleo", "2026-11-20", 600, 60)));
	assert_null(repeated(practice, booking_of(practice, "Ben", "2026-11-20", 630, 60)));
}

static void a_session_that_moves_is_not_in_its_own_way(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	struct booking booking = booking_of(practice, "Ana", "2026-11-20", 640, 90);
	booking.moved = &practice->sessions[1];
	assert_null(repeated(practice, booking));
	assert_int_equal(booked_week(&practice->records, &booking).booked, 1);
	assert_string_equal(findings_of(practice, booking), "");
}

static void overlapping_sessions_are_pointed_out(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	assert_string_equal(
		findings_of(practice, booking_of(practice, "Cleo", "2026-11-20", 600, 60)), "session_clash 0:0");
	assert_string_equal(practice->note.findings.items[0].message, "Ana is booked from 10:30 to 12:00 that day");
}

static void a_client_who_is_not_active_is_pointed_out_at_the_roster(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	assert_string_equal(
		findings_of(practice, booking_of(practice, "Ben", "2026-11-27", 600, 60)), "client_not_active 6:3");
}

static void a_day_of_the_past_is_pointed_out(void **state)
{
	struct practice_fixture *practice = *state;
	lay_day(practice);
	assert_string_equal(
		findings_of(practice, booking_of(practice, "Ana", "2026-11-18", 600, 60)), "session_overdue 0:0");
}

static void the_session_beyond_the_maximum_is_pointed_out(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", CLIENTS);
	for (int i = 0; i < 5; i++)
		practice_session(practice, "Ana", "2026-11-23", i % 2 ? "planned" : "held",
			arena_printf(&practice->note.arena, "start: \"%02d:00\"\n", 8 + 2 * i));
	practice_session(practice, "Ana", "2026-11-24", "missed", "");
	struct booking sixth = booking_of(practice, "Cleo", "2026-11-29", 600, 60);
	assert_int_equal(booked_week(&practice->records, &sixth).booked, 6);
	assert_int_equal(booked_week(&practice->records, &sixth).maximum, 6);
	assert_string_equal(findings_of(practice, sixth), "");
	practice_session(practice, "Cleo", "2026-11-27", "planned", "");
	assert_string_equal(findings_of(practice, sixth), "over_maximum 0:0");
	assert_string_equal(
		practice->note.findings.items[0].message, "2026-W48 has 7 sessions with this one; the maximum is 6");
}

static void a_planned_session_of_the_day_comes_before_others(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "50/30/20", CLIENTS);
	practice_session(practice, "Ana", "2026-11-20", "cancelled", "start: \"09:00\"\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "start: \"10:00\"\n");
	practice_session(practice, "Ana", "2026-11-20", "planned", "start: \"15:00\"\n");
	const struct roster_client *ana = &practice->portfolio.clients[0];
	const struct roster_client *cleo = &practice->portfolio.clients[2];
	struct date day = date_of(2026, 11, 20);
	assert_ptr_equal(session_on(&practice->records, ana, day, -1), &practice->sessions[1]);
	assert_ptr_equal(session_on(&practice->records, ana, day, 900), &practice->sessions[2]);
	assert_ptr_equal(session_on(&practice->records, ana, day, 540), &practice->sessions[0]);
	assert_null(session_on(&practice->records, ana, date_add(day, 1), -1));
	assert_null(session_on(&practice->records, cleo, day, -1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_same_client_at_an_overlapping_time_is_booked_twice),
		PRACTICE_TEST(a_session_that_ends_as_the_other_begins_is_a_second_one),
		PRACTICE_TEST(another_client_or_a_cancelled_session_is_no_repetition),
		PRACTICE_TEST(a_session_that_moves_is_not_in_its_own_way),
		PRACTICE_TEST(overlapping_sessions_are_pointed_out),
		PRACTICE_TEST(a_client_who_is_not_active_is_pointed_out_at_the_roster),
		PRACTICE_TEST(a_day_of_the_past_is_pointed_out),
		PRACTICE_TEST(the_session_beyond_the_maximum_is_pointed_out),
		PRACTICE_TEST(a_planned_session_of_the_day_comes_before_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
