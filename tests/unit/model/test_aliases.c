/* Many words, one meaning: the compiled table, a person's own words, and words within longer texts. */
#include "note_fixture.h"

#include "model/aliases.h"

#include <string.h>

static struct span fold(struct note_fixture *note, enum alias_domain domain, const char *text)
{
	return alias_fold(&note->arena, domain, span_of(text));
}

static void headings_and_labels_are_compared_without_their_dress(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		enum alias_domain domain;
		const char *text;
		const char *term;
	} cases[] = {
		{ ALIAS_HEADING, "Active Roster", "active roster" },
		{ ALIAS_HEADING, "2. **Active Roster** (Capacity Board) 🔥", "active roster" },
		{ ALIAS_HEADING, "§4 The Capacity Contract", "the capacity contract" },
		{ ALIAS_HEADING, "Aktive Klienten", "active roster" },
		{ ALIAS_HEADING, "三、活跃客户", "active roster" },
		{ ALIAS_HEADING, "Time Log", "time log" },
		{ ALIAS_HEADING, "ＴＩＭＥ ＬＯＧ", "time log" },
		{ ALIAS_HEADING, "Zeiterfassung", "time log" },
		{ ALIAS_LABEL, "The Ratio", "the ratio" },
		{ ALIAS_LABEL, "Maximum Weekly Sessions:", "maximum weekly sessions" },
		{ ALIAS_COLUMN, "Sessions/Month", "sessions/month" },
		{ ALIAS_COLUMN, "**Client**", "client" },
		{ ALIAS_STATE, "🟢 Active", "active" },
		{ ALIAS_FREQUENCY, "# / month", "per month" },
		{ ALIAS_PERIOD, "Monday", "monday" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (!alias_is(
			    &note->aliases, cases[i].domain, fold(note, cases[i].domain, cases[i].text), cases[i].term))
			fail_msg("\"%s\" is not \"%s\"", cases[i].text, cases[i].term);
}

static void a_word_means_something_in_its_own_domain_alone(void **state)
{
	struct note_fixture *note = *state;
	assert_false(alias_is(&note->aliases, ALIAS_COLUMN, SPAN("active roster"), "active roster"));
	assert_false(alias_is(&note->aliases, ALIAS_HEADING, SPAN("active roster"), "time log"));
	assert_false(alias_is(&note->aliases, ALIAS_HEADING, SPAN(""), "active roster"));
	assert_null(alias_term(&note->aliases, ALIAS_CATEGORY, SPAN("gardening")));
	assert_string_equal(alias_term(&note->aliases, ALIAS_CATEGORY, SPAN("akquise")), "bizdev");
}

static void words_of_ones_own_come_first(void **state)
{
	struct note_fixture *note = *state;
	aliases_add(&note->arena, &note->aliases, ALIAS_HEADING, "active roster", SPAN("## My **People** 🌱"));
	aliases_add(&note->arena, &note->aliases, ALIAS_CATEGORY, "admin", SPAN("Marketing"));
	assert_true(
		alias_is(&note->aliases, ALIAS_HEADING, fold(note, ALIAS_HEADING, "## My people"), "active roster"));
	assert_string_equal(alias_term(&note->aliases, ALIAS_CATEGORY, SPAN("marketing")), "admin");
	assert_true(alias_is(&note->aliases, ALIAS_CATEGORY, SPAN("marketing"), "bizdev"));
}

static void the_table_is_sorted_and_folded(void **state)
{
	struct note_fixture *note = *state;
	for (size_t i = 0; i < alias_table_count; i++) {
		const struct alias_word *entry = &alias_table[i];
		struct span folded = fold(note, entry->domain, entry->text);
		if (!span_is(folded, entry->text))
			fail_msg("\"%s\" folds to \"%.*s\"", entry->text, SPAN_PRINT(folded));
		if (i == 0 || alias_table[i - 1].domain < entry->domain)
			continue;
		assert_int_equal(alias_table[i - 1].domain, entry->domain);
		int order = strcmp(alias_table[i - 1].text, entry->text);
		assert_true(order < 0 || (order == 0 && strcmp(alias_table[i - 1].term, entry->term) < 0));
	}
}

static void each_domain_has_a_range_and_a_name(void **state)
{
	(void)state;
	size_t sum = 0;
	for (int i = 0; i < ALIAS_DOMAIN_COUNT; i++) {
		enum alias_domain domain = (enum alias_domain)i;
		struct alias_range range = alias_range(domain);
		assert_true(range.count > 0);
		for (size_t k = 0; k < range.count; k++)
			assert_int_equal(range.items[k].domain, domain);
		sum += range.count;
		enum alias_domain back = ALIAS_DOMAIN_COUNT;
		assert_true(alias_domain_of(span_of(alias_domain_name(domain)), &back));
		assert_int_equal(back, domain);
	}
	assert_int_equal(sum, alias_table_count);
	enum alias_domain domain = ALIAS_STATE;
	assert_false(alias_domain_of(SPAN("colours"), &domain));
	assert_int_equal(domain, ALIAS_STATE);
}

/* Which entry an edit sets must not depend on the order of terms. */
static void a_word_of_front_matter_has_one_meaning(void **state)
{
	(void)state;
	struct alias_range range = alias_range(ALIAS_PROPERTY);
	for (size_t i = 1; i < range.count; i++)
		assert_string_not_equal(range.items[i - 1].text, range.items[i].text);
}

static void a_word_is_found_within_a_text(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		enum alias_domain domain;
		const char *text;
		const char *term;
		const char *found;
	} cases[] = {
		{ ALIAS_CATEGORY, "to direct coaching and prep", "coaching", "direct coaching" },
		{ ALIAS_CATEGORY, "to business development", "bizdev", "business development" },
		{ ALIAS_CATEGORY, "用于业务拓展的时间", "bizdev", "业务拓展" },
		{ ALIAS_CATEGORY, "für akquise", "bizdev", "akquise" },
		{ ALIAS_PERIOD, "on the first monday", "first", "first" },
		{ ALIAS_PERIOD, "每月第一个周一", "month", "月" },
		/* Words of an alphabet are whole words. */
		{ ALIAS_CATEGORY, "badminton, then itself", NULL, "" },
		{ ALIAS_CATEGORY, "adminer admin", "admin", "admin" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span found = SPAN_NONE;
		const char *term = alias_find_in(&note->aliases, cases[i].domain, span_of(cases[i].text), &found);
		if (!term != !cases[i].term || (term && strcmp(term, cases[i].term) != 0))
			fail_msg("\"%s\": %s", cases[i].text, term ? term : "nothing");
		assert_span(found, cases[i].found);
	}
}

static void of_several_words_at_one_place_the_longest_is_found(void **state)
{
	struct note_fixture *note = *state;
	struct span found;
	aliases_add(&note->arena, &note->aliases, ALIAS_CATEGORY, "admin", SPAN("coaching circle of peers"));
	assert_string_equal(
		alias_find_in(&note->aliases, ALIAS_CATEGORY, SPAN("my coaching circle of peers"), &found), "admin");
	assert_span(found, "coaching circle of peers");
}

static void a_slip_suggests_what_was_meant(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(alias_nearest(&note->aliases, ALIAS_HEADING, SPAN("actve rostr")), "active roster");
	assert_string_equal(alias_nearest(&note->aliases, ALIAS_CATEGORY, SPAN("coahcing")), "coaching");
	assert_null(alias_nearest(&note->aliases, ALIAS_CATEGORY, SPAN("xylophone")));
	assert_null(alias_nearest(&note->aliases, ALIAS_CATEGORY, SPAN("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(headings_and_labels_are_compared_without_their_dress),
		NOTE_TEST(a_word_means_something_in_its_own_domain_alone),
		NOTE_TEST(words_of_ones_own_come_first),
		NOTE_TEST(the_table_is_sorted_and_folded),
		NOTE_TEST(each_domain_has_a_range_and_a_name),
		NOTE_TEST(a_word_of_front_matter_has_one_meaning),
		NOTE_TEST(a_word_is_found_within_a_text),
		NOTE_TEST(of_several_words_at_one_place_the_longest_is_found),
		NOTE_TEST(a_slip_suggests_what_was_meant),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
