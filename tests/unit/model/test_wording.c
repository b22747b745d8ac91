/* What coach writes: every word for a term is read back as that term, and texts are filled. */
#include "note_fixture.h"

#include "model/wording.h"
#include "model/words.h"

#include <string.h>

static void each_word_is_read_back_as_its_term(void **state)
{
	struct note_fixture *note = *state;
	size_t words = 0;
	for (size_t i = 0; i < wording_table_count; i++) {
		const struct wording *wording = &wording_table[i];
		enum alias_domain domain = (enum alias_domain)wording->kind;
		for (int language = 0; wording->kind != WORDING_TEXT && language < LANGUAGE_COUNT; language++) {
			struct span folded = alias_fold(&note->arena, domain, span_of(wording->texts[language]));
			struct alias_range matches = alias_matches(domain, folded);
			unsigned languages = 0;
			for (size_t k = 0; k < matches.count; k++)
				languages |=
					strcmp(matches.items[k].term, wording->key) ? 0 : matches.items[k].languages;
			/* German and Chinese people write some English words too. */
			if (!(languages & (1u << language | 1u << LANGUAGE_ENGLISH)))
				fail_msg("%s.yaml: \"%s\" is not read as %s \"%s\"", language_names[language],
					wording->texts[language], alias_domain_name(domain), wording->key);
			words++;
		}
	}
	assert_true(words > 0);
}

static void each_session_status_is_read_back_as_itself(void **state)
{
	struct note_fixture *note = *state;
	for (int status = 0; status < SESSION_STATUS_COUNT; status++) {
		for (int language = 0; language < LANGUAGE_COUNT; language++) {
			struct span word = session_status_word((enum language)language, (enum session_status)status);
			enum session_status read;
			if (!session_status_read(&note->arena, &note->aliases, word, &read) || (int)read != status)
				fail_msg("\"%.*s\" is not read as %s", SPAN_PRINT(word), session_status_names[status]);
		}
	}
}

static void the_table_is_sorted(void **state)
{
	(void)state;
	for (size_t i = 1; i < wording_table_count; i++) {
		const struct wording *before = &wording_table[i - 1];
		const struct wording *behind = &wording_table[i];
		assert_true(before->kind < behind->kind ||
			    (before->kind == behind->kind && strcmp(before->key, behind->key) < 0));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(each_word_is_read_back_as_its_term),
		NOTE_TEST(each_session_status_is_read_back_as_itself),
		NOTE_TEST(the_table_is_sorted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
