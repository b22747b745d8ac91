/* Categories of work and states of clients and sessions, in the words people use (docs/words.md). */
#include "note_fixture.h"

#include "model/words.h"

static void categories_are_read_in_three_languages(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		enum category category;
	} cases[] = {
		{ "coaching", CATEGORY_COACHING },
		{ "Direct Coaching", CATEGORY_COACHING },
		{ "Direct Coaching (sessions + prep)", CATEGORY_COACHING },
		{ "**Coaching & Prep**", CATEGORY_COACHING },
		{ "time with clients: 1:1", CATEGORY_COACHING },
		{ "Einzelcoaching", CATEGORY_COACHING },
		{ "Coaching und Vorbereitung", CATEGORY_COACHING },
		{ "教练", CATEGORY_COACHING },
		{ "直接教练（会谈与准备）", CATEGORY_COACHING },
		{ "bizdev", CATEGORY_BIZDEV },
		{ "Biz Dev", CATEGORY_BIZDEV },
		{ "Business Development (marketing, lead follow-up, networking)", CATEGORY_BIZDEV },
		{ "marketing", CATEGORY_BIZDEV },
		{ "📣 Marketing", CATEGORY_BIZDEV },
		{ "Akquise", CATEGORY_BIZDEV },
		{ "业务拓展", CATEGORY_BIZDEV },
		{ "admin", CATEGORY_ADMIN },
		{ "Admin & CPD (invoicing, notes, supervision, learning)", CATEGORY_ADMIN },
		{ "to Admin & CPD", CATEGORY_ADMIN },
		{ "CPD", CATEGORY_ADMIN },
		{ "supervision", CATEGORY_ADMIN },
		{ "invoicing", CATEGORY_ADMIN },
		{ "Verwaltung und Fortbildung", CATEGORY_ADMIN },
		{ "ＡＤＭＩＮ", CATEGORY_ADMIN },
		{ "行政与学习", CATEGORY_ADMIN },
		/* The whole text is tried before its parts. */
		{ "coaching admin", CATEGORY_COACHING },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		enum category category;
		if (!category_read(&note->arena, &note->aliases, span_of(cases[i].text), &category))
			fail_msg("\"%s\" is no category", cases[i].text);
		if (category != cases[i].category)
			fail_msg("\"%s\" is %s", cases[i].text, category_names[category]);
	}
}

static void other_texts_are_no_category(void **state)
{
	struct note_fixture *note = *state;
	static const char *const texts[] = { "", "gardening", "[Category]", "园艺", "coach", "badminton", "123" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		enum category category = CATEGORY_BIZDEV;
		if (category_read(&note->arena, &note->aliases, span_of(texts[i]), &category))
			fail_msg("\"%s\" is %s", texts[i], category_names[category]);
		assert_int_equal(category, CATEGORY_BIZDEV);
	}
}

static void a_category_of_ones_own_wins(void **state)
{
	struct note_fixture *note = *state;
	enum category category;
	aliases_add(&note->arena, &note->aliases, ALIAS_CATEGORY, "admin", SPAN("Gardening"));
	aliases_add(&note->arena, &note->aliases, ALIAS_CATEGORY, "coaching", SPAN("newsletter"));
	assert_true(category_read(&note->arena, &note->aliases, SPAN("gardening"), &category));
	assert_int_equal(category, CATEGORY_ADMIN);
	assert_true(category_read(&note->arena, &note->aliases, SPAN("Newsletter"), &category));
	assert_int_equal(category, CATEGORY_COACHING);
}

static void client_states_are_read_in_three_languages(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		enum client_status status;
	} cases[] = {
		{ "Active", CLIENT_ACTIVE },
		{ "🟢 Active", CLIENT_ACTIVE },
		{ "active (since May)", CLIENT_ACTIVE },
		{ "Active — renews in January", CLIENT_ACTIVE },
		{ "Active, until the exam", CLIENT_ACTIVE },
		{ "aktiv", CLIENT_ACTIVE },
		{ "活跃", CLIENT_ACTIVE },
		{ "进行中", CLIENT_ACTIVE },
		{ "Completing", CLIENT_COMPLETING },
		{ "Discovery", CLIENT_DISCOVERY },
		{ "**On Hold — back in May**", CLIENT_ON_HOLD },
		{ "**On Hold** — back in May", CLIENT_ON_HOLD },
		{ "On Hold – back in May", CLIENT_ON_HOLD },
		{ "On Hold - back in May", CLIENT_ON_HOLD },
		{ "On Hold—back in May", CLIENT_ON_HOLD },
		{ "On-hold", CLIENT_ON_HOLD },
		{ "⏸️ Paused until spring", CLIENT_ON_HOLD },
		{ "On Hold Until May", CLIENT_ON_HOLD },
		{ "pausiert bis Mai", CLIENT_ON_HOLD },
		{ "暂停到五月", CLIENT_ON_HOLD },
		{ "Active since May", CLIENT_ACTIVE },
		{ "on hold [reason]", CLIENT_ON_HOLD },
		{ "pausiert", CLIENT_ON_HOLD },
		{ "pausiert (Elternzeit)", CLIENT_ON_HOLD },
		{ "暂停", CLIENT_ON_HOLD },
		{ "暂停（休假）", CLIENT_ON_HOLD },
		{ "暂停，明年再说", CLIENT_ON_HOLD },
		{ "Completed", CLIENT_COMPLETED },
		{ "✅ Completed", CLIENT_COMPLETED },
		{ "abgeschlossen", CLIENT_COMPLETED },
		{ "已完成", CLIENT_COMPLETED },
		{ "Declined", CLIENT_DECLINED },
		{ "Waitlist", CLIENT_WAITLIST },
		{ "Warteliste", CLIENT_WAITLIST },
		{ "候补", CLIENT_WAITLIST },
		{ "", CLIENT_STATUS_EMPTY },
		{ "  ", CLIENT_STATUS_EMPTY },
		{ "TBD", CLIENT_STATUS_EMPTY },
		{ "—", CLIENT_STATUS_EMPTY },
		{ "待定", CLIENT_STATUS_EMPTY },
		{ "sparkling", CLIENT_STATUS_UNKNOWN },
		{ "Completed 3 of 8", CLIENT_STATUS_UNKNOWN },
		{ "not active", CLIENT_STATUS_UNKNOWN },
		{ "Aktive Hoffnung", CLIENT_STATUS_UNKNOWN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		enum client_status status = client_status_read(&note->arena, &note->aliases, span_of(cases[i].text));
		if (status != cases[i].status)
			fail_msg("\"%s\" is %s, not %s", cases[i].text, client_status_names[status],
				client_status_names[cases[i].status]);
	}
}

static void who_takes_capacity(void **state)
{
	(void)state;
	static const bool active[] = {
		[CLIENT_ACTIVE] = true,
		[CLIENT_COMPLETING] = true,
		[CLIENT_DISCOVERY] = true,
		[CLIENT_ON_HOLD] = false,
		[CLIENT_COMPLETED] = false,
		[CLIENT_DECLINED] = false,
		[CLIENT_WAITLIST] = false,
		[CLIENT_STATUS_EMPTY] = true,
		[CLIENT_STATUS_UNKNOWN] = true,
	};
	for (int i = 0; i < CLIENT_STATUS_COUNT; i++)
		assert_int_equal(client_status_is_active((enum client_status)i), active[i]);
}

static void session_states_are_read_in_three_languages(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		enum session_status status;
	} cases[] = {
		{ "planned", SESSION_PLANNED },
		{ "Booked", SESSION_PLANNED },
		{ "geplant", SESSION_PLANNED },
		{ "已预约", SESSION_PLANNED },
		{ "held", SESSION_HELD },
		{ "✅ held", SESSION_HELD },
		{ "stattgefunden", SESSION_HELD },
		{ "已举行", SESSION_HELD },
		{ "missed", SESSION_MISSED },
		{ "no-show", SESSION_MISSED },
		{ "nicht erschienen", SESSION_MISSED },
		{ "缺席", SESSION_MISSED },
		{ "cancelled", SESSION_CANCELLED },
		{ "canceled (ill)", SESSION_CANCELLED },
		{ "abgesagt", SESSION_CANCELLED },
		{ "取消", SESSION_CANCELLED },
		{ "rescheduled", SESSION_RESCHEDULED },
		{ "verschoben", SESSION_RESCHEDULED },
		{ "改期", SESSION_RESCHEDULED },
	};
	enum session_status status;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (!session_status_read(&note->arena, &note->aliases, span_of(cases[i].text), &status))
			fail_msg("\"%s\" is no status", cases[i].text);
		if (status != cases[i].status)
			fail_msg("\"%s\" is %s", cases[i].text, session_status_names[status]);
	}
	assert_false(session_status_read(&note->arena, &note->aliases, SPAN("wonderful"), &status));
	assert_false(session_status_read(&note->arena, &note->aliases, SPAN(""), &status));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(categories_are_read_in_three_languages),
		NOTE_TEST(other_texts_are_no_category),
		NOTE_TEST(a_category_of_ones_own_wins),
		NOTE_TEST(client_states_are_read_in_three_languages),
		NOTE_TEST(who_takes_capacity),
		NOTE_TEST(session_states_are_read_in_three_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
