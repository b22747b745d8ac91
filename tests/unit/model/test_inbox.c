#include "note_fixture.h"

#include "model/inbox.h"

static struct inbox read(struct note_fixture *note, const char *path, const char *text)
{
	struct inbox inbox;
	note->findings.count = 0;
	inbox_read(note_outline(note, path, text), &inbox, &note->findings);
	return inbox;
}

/* Each message as "date minutes < channel: text" (> to the client), one a line. */
static const char *messages(struct note_fixture *note, const struct inbox *inbox)
{
	const char *text = "";
	for (size_t i = 0; i < inbox->message_count; i++) {
		const struct message *message = &inbox->messages[i];
		text = arena_printf(&note->arena, "%s%s %d %s %.*s: %.*s\n", text, date_format(message->date).text,
			message->time, message->from_client ? "<" : ">", SPAN_PRINT(message->channel),
			SPAN_PRINT(message->text));
	}
	return text;
}

static const char two_messages[] = "- 2026-11-18 09:12 ← [slack] The CFO moved the meeting to Monday.\n"
				   "- 2026-11-18 11:40 → [slack] Good to know.\n";

static void messages_are_read_in_order(void **state)
{
	struct note_fixture *note = *state;
	struct inbox inbox = read(note, "Clients/Ana Silva/Inbox.md", two_messages);
	assert_span(inbox.client, "Ana Silva");
	assert_string_equal(messages(note, &inbox), "2026-11-18 552 < slack: The CFO moved the meeting to Monday.\n"
						    "2026-11-18 700 > slack: Good to know.\n");
	assert_int_equal(inbox.messages[1].line, 2);
	assert_string_equal(note_findings(note), "");
}

static void line_ends_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct inbox inbox;
	inbox_read(note_outline_crlf(note, "Inbox.md", two_messages), &inbox, &note->findings);
	assert_int_equal(inbox.message_count, 2);
	assert_span(inbox.messages[1].text, "Good to know.");
}

static void parts_may_be_missing(void **state)
{
	struct note_fixture *note = *state;
	struct inbox inbox = read(note, "Inbox.md",
		"---\nclient: \"[[李雷]]\"\n---\n# 收件箱\n* 2026-11-18 <- 会议改到星期一。\n"
		"* 18.11.2026 9:05 -> [[Memo]] ist fertig\n"
		"* 2026-11-19 ← [e-mail] first line\n  second line\n    * nested\n* a thought\n");
	assert_span(inbox.client, "李雷");
	assert_string_equal(messages(note, &inbox), "2026-11-18 -1 < : 会议改到星期一。\n"
						    "2026-11-18 545 > : [[Memo]] ist fertig\n"
						    "2026-11-19 -1 < e-mail: first line\n  second line\n");
	assert_string_equal(note_findings(note), "");
}

static void what_cannot_be_read_is_named(void **state)
{
	struct note_fixture *note = *state;
	struct inbox inbox = read(note, "Inbox.md",
		"- 03/04/2026 09:12 ← [slack] Hello\n- 2026-11-18 09:12 Hello\n- 2026-11-18 25:99 ← Hello\n"
		"<!--\n- 2026-02-31 ← hidden\n-->\n```\n- 2026-02-31 ← code\n```\n");
	assert_span(inbox.client, "");
	assert_int_equal(inbox.message_count, 0);
	assert_string_equal(note_findings(note), "bad_date 1:3, bad_value 2:3, bad_value 3:3");
}

/* By the letters of their texts. */
static void order_is_that_of_time_whichever_way_the_note_goes(void **state)
{
	static const struct {
		const char *note, *order;
	} cases[] = {
		{ "- 2026-11-17 ← a\n- 2026-11-18 09:00 ← b\n- 2026-11-18 10:00 → c\n", "abc" },
		{ "- 2026-11-18 10:00 → c\n- 2026-11-18 09:00 ← b\n- 2026-11-17 ← a\n", "abc" },
		{ "- 2026-11-18 → c\n- 2026-11-18 ← b\n- 2026-11-17 ← a\n", "abc" },
		{ "- 2026-11-18 10:00 → c\n- 2026-11-18 09:00 ← b\n", "bc" },
		{ "- 2026-11-18 ← b\n- 2026-11-18 → c\n", "bc" },
		{ "- 2026-11-18 09:00 ← b\n- 2026-11-18 → c\n- 2026-11-18 11:00 ← d\n", "bcd" },
		{ "- 2026-11-19 ← d\n- 2026-11-17 ← a\n- 2026-11-18 ← b\n- 2026-11-20 ← e\n", "abde" },
		{ "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct inbox inbox = read(*state, "Inbox.md", cases[i].note);
		char order[8] = "";
		for (size_t k = 0; k < inbox.message_count; k++)
			order[k] = inbox.messages[k].text.at[0];
		assert_string_equal(order, cases[i].order);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(messages_are_read_in_order),
		NOTE_TEST(order_is_that_of_time_whichever_way_the_note_goes),
		NOTE_TEST(line_ends_do_not_matter),
		NOTE_TEST(parts_may_be_missing),
		NOTE_TEST(what_cannot_be_read_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
