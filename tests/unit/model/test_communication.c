/* What an engagement says of answers and messages. */
#include "note_fixture.h"

#include "model/engagement.h"

static const char filled[] =
	"# AI Execution Specification\n\n## Document Metadata\n| Field | Value |\n|---|---|\n| Client Name | Ada |\n"
	"| Email | [ada@example.org](mailto:ada@example.org) |\n| Language | German |\n| Coach/Owner | Robin Muster |\n\n"
	"## 1. ENGAGEMENT OBJECTIVE\n\n**Engagement Terms:**\n| Term | Details |\n|---|---|\n"
	"| Async Support | Slack, within one working day |\n\n"
	"## 7. DECISION RULES\n\n### Async Support Decisions\n| Situation | Decision |\n|---|---|\n"
	"| Question has clear answer | Respond within 8 hours with answer |\n"
	"| Emergency/urgent | Ten minutes by phone |\n\n"
	"## 8. COMMUNICATION PROTOCOLS\n\n### Async Channel (Slack)\n| Type | Response Time | Use For |\n|---|---|---|\n"
	"| Emergencies | 2 hours | Danger |\n| Quick questions | 24 hours | A line |\n"
	"| Complex issues | Next session | Thinking |\n| Email | 48 hours | Documents |\n\n"
	"### Email Templates\n- **Session reminder:** 2 days before\n- **Session summary:** Within 24 hours after\n"
	"- **Check-in:** Mid-week between sessions\n- **Resource share:** As relevant\n";

static const char german[] =
	"# AI Execution Specification\n\n## Eckdaten\n- **E-Mail-Adresse:** <juergen@example.org>\n"
	"- **Sprache:** Deutsch\n\n## 8. Kommunikation\n\n### Kanal\n"
	"| Art | Antwortzeit | Wofür |\n|---|---|---|\n| Kurze Fragen | 1 Tag | Zeilen |\n\n"
	"### E-Mail-Vorlagen\n| Vorlage | Wann |\n|---|---|\n| Terminerinnerung | am Vortag |\n"
	"| Zusammenfassung | innerhalb von 24 Stunden |\n| Nachfrage | mittwochs |\n";

static struct communication read(struct note_fixture *note, const char *text)
{
	struct engagement engagement;
	engagement_read(note_outline(note, "Clients/Ada/Ada.md", text), &engagement, &note->findings);
	return engagement.communication;
}

static void everything_of_section_eight_is_read(void **state)
{
	struct note_fixture *note = *state;
	struct communication communication = read(note, filled);
	assert_span(communication.email, "ada@example.org");
	assert_span(communication.language, "German");
	assert_int_equal(communication.reminder.minutes, 2 * 24 * 60);
	assert_int_equal(communication.summary.minutes, 24 * 60);
	assert_true(communication.check_in.mid_week);
	assert_true(communication.resource.as_relevant);
	assert_string_equal(note_findings(note), "");
}

static void the_words_may_be_german(void **state)
{
	struct note_fixture *note = *state;
	struct communication communication = read(note, german);
	assert_span(communication.email, "<juergen@example.org>");
	assert_span(communication.language, "Deutsch");
	assert_int_equal(communication.response_count, 1);
	assert_int_equal(communication.responses[0].timing.minutes, 24 * 60);
	assert_int_equal(communication.reminder.minutes, 24 * 60);
	assert_int_equal(communication.summary.minutes, 24 * 60);
	assert_int_equal(communication.check_in.weekday, WEDNESDAY);
	assert_int_equal(communication.resource.text.length, 0);
}

static void the_promise_that_fits_a_channel_is_found(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *channel;
		int hours;
	} cases[] = {
		{ "email", 48 }, /* a row of its own */
		{ "Slack", 24 }, /* the terms name it */
		{ "phone", 24 }, /* nobody does: quick questions */
		{ "", 24 },
	};
	struct communication communication = read(note, filled);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct response_time *response =
			communication_response(&note->arena, &communication, span_of(cases[i].channel));
		assert_non_null(response);
		if (response->timing.minutes != cases[i].hours * 60)
			fail_msg("\"%s\": %d minutes", cases[i].channel, response->timing.minutes);
	}
}

/* One engagement's promises alone, each in its place. */
static void without_one_promise_another_holds(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		int hours; /* 0: nothing is promised */
	} cases[] = {
		{ "### Async Support Decisions\n| Situation | Decision |\n|---|---|\n"
		  "| Emergency/urgent | within 2 hours |\n| Question has clear answer | within 8 hours |\n",
			8 },
		{ "**Async Support:** Voxer, 12 h\n", 12 },
		{ "**Async Support:** Slack 4 h, email 24 h\n", 4 },
		{ "### Async Channel\n| Type | Response Time |\n|---|---|\n| Emergencies | 2 hours |\n", 0 },
		{ "### Async Channel\n| Type | Response Time |\n|---|---|\n| Quick questions | [X] hours |\n", 0 },
		{ "### Async Channel\n| Type | Response Time |\n|---|---|\n| Complex issues | Next session |\n", 0 },
		{ "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct communication communication = read(note, cases[i].text);
		const struct response_time *response =
			communication_response(&note->arena, &communication, SPAN("telegram"));
		int minutes = response ? response->timing.minutes : 0;
		if (minutes != cases[i].hours * 60)
			fail_msg("case %zu: %d minutes", i, minutes);
	}
}

static void placeholders_are_no_timing_and_no_finding(void **state)
{
	struct note_fixture *note = *state;
	struct communication communication = read(note,
		"### Email Templates\n- **Session reminder:** [X] days before\n- **Session summary:** Within [X] hours after\n");
	assert_int_equal(communication.reminder.minutes, 0);
	assert_int_equal(communication.summary.minutes, 0);
	assert_string_equal(note_findings(note), "");
}

static void what_says_no_time_is_named_at_its_place(void **state)
{
	struct note_fixture *note = *state;
	read(note, "### Email Templates\n- **Session reminder:** in good time\n- **Session summary:** soon\n"
		   "- **Check-in:** now and then\n- **Resource share:** whatever\n");
	assert_string_equal(note_findings(note), "timing_unread 2:25, timing_unread 3:24, timing_unread 4:17");
}

/* The label "summary" elsewhere is not the template's. */
static void templates_are_read_in_their_section_alone(void **state)
{
	struct note_fixture *note = *state;
	struct communication communication = read(note, "## Notes & Context\n**Summary:** within 5 hours\n");
	assert_int_equal(communication.summary.minutes, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(everything_of_section_eight_is_read),
		NOTE_TEST(the_words_may_be_german),
		NOTE_TEST(the_promise_that_fits_a_channel_is_found),
		NOTE_TEST(without_one_promise_another_holds),
		NOTE_TEST(placeholders_are_no_timing_and_no_finding),
		NOTE_TEST(what_says_no_time_is_named_at_its_place),
		NOTE_TEST(templates_are_read_in_their_section_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
