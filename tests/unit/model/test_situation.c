/* Situations are named in words of three languages or as tags, and a negation takes them back. */
#include "note_fixture.h"

#include "model/situation.h"

static const char *named(struct note_fixture *note, const char *text)
{
	unsigned situations = situations_named(&note->arena, &note->aliases, span_of(text));
	const char *names = "";
	for (int i = 0; i < SITUATION_COUNT; i++)
		if (situations & 1U << i)
			names = arena_printf(&note->arena, "%s%s%s", names, *names ? ", " : "", situation_names[i]);
	return names;
}

static void words_and_tags_name_a_situation(void **state)
{
	static const struct {
		const char *text, *named;
	} cases[] = {
		{ "", "" },
		{ "The CFO moved the meeting to Monday.", "" },
		{ "Client brings new topic", "new_topic" },
		{ "Client stuck", "stuck" },
		{ "CLIENT OVERWHELMED", "overwhelmed" },
		{ "Client resistant", "resistant" },
		{ "Scope creep request", "scope_creep" },
		{ "Client stuck or overwhelmed", "stuck, overwhelmed" },
		{ "Could you also coach my deputy? #scope-creep", "scope_creep" },
		{ "Could you also coach my deputy? #new-topic", "new_topic" },
		{ "I am unstuck, and it is overwhelmingly good", "" },
		{ "Klientin steckt fest", "stuck" },
		{ "Ich komme nicht weiter.", "stuck" },
		{ "Ich bin gerade ÜBERFORDERT", "overwhelmed" },
		{ "Etwas anderes: #neues-thema", "new_topic" },
		{ "Anfrage außerhalb des Auftrags", "scope_creep" },
		{ "客户卡住了", "stuck" },
		{ "最近忙不过来", "overwhelmed" },
		{ "没有进展", "stuck" },
		{ "客户提出新话题", "new_topic" },
		{ "超出约定的请求", "scope_creep" },
		/* taken back in its own clause, and there alone */
		{ "I am no longer stuck", "" },
		{ "Not overwhelmed any more", "" },
		{ "I stuck to the plan", "" },
		{ "I do not know why, I am stuck", "stuck" },
		{ "stuck, not overwhelmed", "stuck" },
		{ "Ich bin nicht mehr überfordert.", "" },
		{ "已经不再卡住，但忙不过来", "overwhelmed" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(named(note, cases[i].text), cases[i].named);
}

static void words_of_ones_own_count(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(named(note, "Head in the sand"), "");
	aliases_add(&note->arena, &note->aliases, ALIAS_SITUATION, "resistant", SPAN("head in the sand"));
	assert_string_equal(named(note, "Head in the sand"), "resistant");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(words_and_tags_name_a_situation),
		NOTE_TEST(words_of_ones_own_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
