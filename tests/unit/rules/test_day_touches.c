/* Which of the messages that are due stand in the note of Thursday 2026-11-19. */
#include "practice_fixture.h"

#include "rules/day_touches.h"

static const char engagement[] = "---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n## Engagement Terms\n"
				 "| Term | Details |\n| --- | --- |\n| Async Support | Slack, within 24 hours |\n\n"
				 "### Email Templates\n- **Session reminder:** 2 days before\n";

static void lay(struct practice_fixture *practice)
{
	practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | |");
	practice_engagement(practice, engagement);
	practice_session(practice, "Ana Silva", "2026-11-20", "planned", "");
	practice_inbox(practice, "Ana Silva", "- 2026-11-17 09:12 ← [slack] Hm.\n");
}

static const char *texts(struct practice_fixture *practice)
{
	struct arena *arena = &practice->note.arena;
	struct link_targets notes = note_links_of(arena, &practice->records);
	struct result_list list = day_touches_decide(
		arena, &practice->records, &practice->settings.hours, &notes, practice_date("2026-11-19"));
	const char *text = "";
	for (size_t i = 0; i < list.count; i++)
		text = arena_printf(arena, "%s%s%.*s", text, i ? ", " : "",
			SPAN_PRINT(day_touch_text(arena, LANGUAGE_ENGLISH, (const struct day_touch *)list.items + i)));
	return text;
}

static void each_says_what_to_do_and_to_whom(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice);
	assert_string_equal(texts(practice), "**Reply to [[Ana Silva]]**, **Remind [[Ana Silva]]**");
}

static void what_an_earlier_day_has_ticked_does_not_come_again(void **state)
{
	static const struct {
		const char *day, *box, *left;
	} cases[] = {
		{ "2026-11-18", "[x] **Reply to [[Ana Silva]]**", "**Remind [[Ana Silva]]**" },
		{ "2026-11-18", "[-] **Reply to [[Ana Silva]]**", "**Remind [[Ana Silva]]**" },
		{ "2026-11-18", "[ ] **Reply to [[Ana Silva]]**",
			"**Reply to [[Ana Silva]]**, **Remind [[Ana Silva]]**" },
		{ "2026-11-18", "[x] **[[Ana Silva]] antworten**", "**Remind [[Ana Silva]]**" },
		{ "2026-11-18", "[x] **回复[[Ana Silva]]**", "**Remind [[Ana Silva]]**" },
		{ "2026-11-19", "[x] **Reply to [[Ana Silva]]**",
			"**Reply to [[Ana Silva]]**, **Remind [[Ana Silva]]**" }, /* the day's own */
		{ "2026-11-02", "[x] **Reply to [[Ana Silva]]**",
			"**Reply to [[Ana Silva]]**, **Remind [[Ana Silva]]**" }, /* of another message */
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice);
		practice_day(practice, cases[i].day,
			arena_printf(&practice->note.arena, "## Touches\n- %s\n  - a message\n", cases[i].box));
		assert_string_equal(texts(practice), cases[i].left);
	}
}

static void a_check_in_that_was_promised_stands_among_the_actions_alone(void **state)
{
	static const struct {
		const char *tasks, *expected;
	} cases[] = {
		{ "", "**Check in with [[Ana Silva]]**" },
		{ "- [ ] Check in with Ana Silva [owner:: coach] 📅 2026-11-18\n", "" },
		{ "- [ ] Check in with Ana Silva [owner:: coach] 📅 2026-11-25\n", "**Check in with [[Ana Silva]]**" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | 2/month | Active | |");
		practice_engagement(practice, "---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n"
					      "### Email Templates\n- **Check-in:** Mid-week between sessions\n");
		practice_session_note(practice, "Ana Silva", "2026-11-10", "held", "",
			arena_printf(&practice->note.arena, "## Next Session\n\n%s", cases[i].tasks));
		assert_string_equal(texts(practice), cases[i].expected);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(each_says_what_to_do_and_to_whom),
		PRACTICE_TEST(a_check_in_that_was_promised_stands_among_the_actions_alone),
		PRACTICE_TEST(what_an_earlier_day_has_ticked_does_not_come_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
