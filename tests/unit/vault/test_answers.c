/* What was answered is kept as YAML that a person can read, answer by answer, and reads back as it was typed. */
#include "fixture.h"

#include "base/buffer.h"
#include "vault/answers.h"

static const char talk[] = "close_session 2026-11-19 Ada Example";
static const char file[] = ".coach/answers/close_session 2026-11-19 Ada Example.yaml";

static struct answers kept(struct fixture *fixture)
{
	struct answers answers;
	if (answers_kept(&fixture->arena, &fixture->vault, talk, &answers, &fixture->error))
		fail_msg("%s", fixture->error.message);
	return answers;
}

static int keep(struct fixture *fixture, const struct answer *answer)
{
	return answers_keep(&fixture->arena, &fixture->vault, talk, answer, &fixture->error);
}

static void keep_text(struct fixture *fixture, const char *key, const char *entry, struct span text)
{
	struct answer answer = { key, span_of(entry), &text, 1, false };
	if (keep(fixture, &answer))
		fail_msg("%s: %s", fixture->error.message, fixture->error.hint);
}

static void keep_list(struct fixture *fixture, const char *key, const struct span *items, size_t count)
{
	struct answer answer = { key, SPAN_NONE, items, count, true };
	if (keep(fixture, &answer))
		fail_msg("%s: %s", fixture->error.message, fixture->error.hint);
}

static void answers_are_kept_one_after_the_other(void **state)
{
	struct fixture *fixture = *state;
	const struct span items[] = { SPAN("Draft the memo"), SPAN("Call") };
	assert_null(kept(fixture).root);
	keep_text(fixture, "summary", "", SPAN("She stops."));
	keep_list(fixture, "actions", items, 2);
	keep_text(fixture, "metrics", "Board confidence", SPAN("7"));
	keep_list(fixture, "resources", NULL, 0);
	keep_text(fixture, "metrics", "Hours: \"all\"", SPAN("20"));
	keep_text(fixture, "focus", "", SPAN(""));
	fixture_holds(fixture, file,
		"summary: \"She stops.\"\nactions:\n  - \"Draft the memo\"\n  - \"Call\"\nmetrics:\n"
		"  \"Board confidence\": \"7\"\n  \"Hours: \\\"all\\\"\": \"20\"\nresources: []\nfocus: \"\"\n");
	struct answers answers = kept(fixture);
	assert_true(answers.kept);
	assert_span(yaml_text(answers_get(&answers, "metrics", SPAN("Hours: \"all\""))), "20");
	assert_span(yaml_text(answers_get(&answers, "metrics", SPAN("Board confidence"))), "7");
	assert_null(answers_get(&answers, "metrics", SPAN("Board")));
	assert_null(answers_get(&answers, "summary", SPAN("Board")));
	assert_null(answers_get(&answers, "next", SPAN_NONE));
	assert_non_null(answers_get(&answers, "focus", SPAN_NONE));
}

static void kept_answers_are_for_their_owner_alone(void **state)
{
	struct fixture *fixture = *state;
	struct stat status;
	keep_text(fixture, "summary", "", SPAN("x"));
	assert_int_equal(stat(fixture_path(fixture, file), &status), 0);
	assert_int_equal(status.st_mode & 07777, 0600);
	fixture_lacks(fixture, ".coach/answers/.coach-new");
}

static void hostile_text_reads_back(void **state)
{
	static const char *const texts[] = { "", " ", "a: b", "- x", "\"", "\\", "'", "#", "a\n\nb\n", "\ttab", "null",
		"~", "{", "[", "&a", "*a", "!x", "%", "@", "`", "\x1b[31m", "\x01\x7f", "ä李😀", "\xe2\x80\xae",
		"a\r\nb", "---", "...", "\xef\xbb\xbf", "\xc2\x85", "\xe2\x80\xa8" };
	struct fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span text = span_of(texts[i]);
		keep_text(fixture, "summary", "", text);
		keep_list(fixture, "actions", &text, 1);
		keep_text(fixture, "metrics", "plain", text);
		if (text.length)
			keep_text(fixture, "metrics", texts[i], SPAN("1"));
		struct answers answers = kept(fixture);
		const struct yaml_node *list = answers_get(&answers, "actions", SPAN_NONE);
		assert_span(answers_get(&answers, "summary", SPAN_NONE)->value, texts[i]);
		assert_span(list->children[0].value, texts[i]);
		assert_span(answers_get(&answers, "metrics", SPAN("plain"))->value, texts[i]);
		if (text.length)
			assert_span(answers_get(&answers, "metrics", text)->value, "1");
		assert_int_equal(unlink(fixture_path(fixture, file)), 0);
	}
}

static void a_file_that_a_person_edited_is_gone_on_with(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, file, "# mine\nmetrics:\n  A: 1 # one\n  B: |\n    two\n    lines\n\nsummary: x");
	keep_text(fixture, "metrics", "C", SPAN("3"));
	keep_text(fixture, "focus", "", SPAN("y"));
	fixture_holds(fixture, file,
		"# mine\nmetrics:\n  A: 1 # one\n  B: |\n    two\n    lines\n\n  \"C\": \"3\"\nsummary: x\nfocus: \"y\"\n");
}

static void a_broken_file_is_named_and_stays(void **state)
{
	struct fixture *fixture = *state;
	struct answers answers;
	struct span text = SPAN("x");
	struct answer answer = { "focus", SPAN_NONE, &text, 1, false };
	fixture_write(fixture, file, "summary: \"open\nnext: [\n");
	assert_int_equal(answers_kept(&fixture->arena, &fixture->vault, talk, &answers, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_PARSE);
	assert_string_equal(fixture->error.path, file);
	assert_string_equal(fixture->error.hint, "close the quotes that begin here");
	assert_int_equal(keep(fixture, &answer), -1);
	fixture_holds(fixture, file, "summary: \"open\nnext: [\n");
	fixture_write(fixture, file, "metrics: {A: 1}\n");
	answer.key = "metrics";
	answer.entry = SPAN("B");
	assert_int_equal(keep(fixture, &answer), -1);
	fixture_holds(fixture, file, "metrics: {A: 1}\n");
}

static void an_answer_without_measure_is_refused(void **state)
{
	struct fixture *fixture = *state;
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(2 << 20);
	for (int i = 0; i <= ANSWERS_MOST_BYTES; i++)
		buffer_add_byte(&text, 'x');
	struct span whole = buffer_span(&text);
	struct answer answer = { "summary", SPAN_NONE, &whole, 1, false };
	assert_int_equal(keep(fixture, &answer), -1);
	assert_int_equal(fixture->error.class, ERROR_USAGE);
	fixture_lacks(fixture, file);
}

static void what_has_served_goes_with_the_change(void **state)
{
	struct fixture *fixture = *state;
	struct changeset changes = fixture_changes(fixture);
	keep_text(fixture, "summary", "", SPAN("x"));
	struct answers answers = kept(fixture);
	answers_put_served(&changes, &answers);
	fixture_put(fixture, &changes, "Note.md", "x\n");
	fixture_applies(fixture, &changes);
	fixture_lacks(fixture, file);
}

/* --- what was given ---------------------------------------------------------------------------------------------- */

static struct answers given(struct fixture *fixture, const char *text)
{
	struct answers answers;
	if (answers_read(&fixture->arena, "a.yaml", span_of(text), &answers, &fixture->error))
		fail_msg("%s", fixture->error.message);
	return answers;
}

static void a_text_may_be_a_list_of_one(void **state)
{
	struct fixture *fixture = *state;
	struct answers answers = given(fixture, "actions: Call\nresources: [a, b]\nnext:\nattended: ~\n");
	const struct yaml_node **items;
	size_t count;
	assert_int_equal(answers_list(&fixture->arena, &answers, "actions", &items, &count, &fixture->error), 0);
	assert_int_equal(count, 1);
	assert_span(yaml_text(items[0]), "Call");
	assert_int_equal(answers_list(&fixture->arena, &answers, "resources", &items, &count, &fixture->error), 0);
	assert_int_equal(count, 2);
	assert_span(yaml_text(items[1]), "b");
	assert_int_equal(answers_list(&fixture->arena, &answers, "attended", &items, &count, &fixture->error), 0);
	assert_int_equal(count, 0);
	assert_int_equal(answers_list(&fixture->arena, &answers, "notes", &items, &count, &fixture->error), 0);
	assert_int_equal(count, 0);
	assert_null(items);
}

static void another_form_than_expected_is_named_with_its_place(void **state)
{
	struct fixture *fixture = *state;
	struct answers answers = given(fixture, "summary:\n  - one\nactions:\n  text: Call\n");
	const struct yaml_node **items;
	struct span text;
	size_t count;
	assert_int_equal(answers_text(&answers, "summary", &text, &fixture->error), -1);
	assert_string_equal(fixture->error.message, "\"summary\" is no text");
	assert_string_equal(fixture->error.path, "a.yaml");
	assert_int_equal(fixture->error.line, 2);
	assert_int_equal(answers_list(&fixture->arena, &answers, "actions", &items, &count, &fixture->error), -1);
	assert_string_equal(fixture->error.message, "\"actions\" is no list");
	assert_int_equal(fixture->error.line, 4);
}

static void what_is_no_mapping_holds_no_answers(void **state)
{
	struct fixture *fixture = *state;
	struct answers answers;
	assert_int_equal(answers_read(&fixture->arena, "a.yaml", SPAN("- x\n"), &answers, &fixture->error), -1);
	assert_string_equal(fixture->error.message, "this holds no answers");
	assert_int_equal(answers_read(&fixture->arena, "a.yaml", SPAN("a: b: c\n"), &answers, &fixture->error), -1);
	assert_int_equal(fixture->error.line, 1);
	answers = given(fixture, "# nothing yet\n");
	assert_null(answers_get(&answers, "summary", SPAN_NONE));
}

static void an_unknown_key_is_named_with_the_nearest(void **state)
{
	static const char *const keys[] = { "summary", "actions", NULL };
	struct fixture *fixture = *state;
	struct answers answers = given(fixture, "summary: x\nactoins: y\n");
	assert_int_equal(answers_check_keys(&answers, keys, &fixture->error), -1);
	assert_string_equal(fixture->error.message, "no question is called \"actoins\"");
	assert_string_equal(fixture->error.hint, "did you mean actions?");
	assert_int_equal(fixture->error.line, 2);
	answers = given(fixture, "actions: x\n");
	assert_int_equal(answers_check_keys(&answers, keys, &fixture->error), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(answers_are_kept_one_after_the_other),
		FIXTURE_TEST(kept_answers_are_for_their_owner_alone),
		FIXTURE_TEST(hostile_text_reads_back),
		FIXTURE_TEST(a_file_that_a_person_edited_is_gone_on_with),
		FIXTURE_TEST(a_broken_file_is_named_and_stays),
		FIXTURE_TEST(an_answer_without_measure_is_refused),
		FIXTURE_TEST(what_has_served_goes_with_the_change),
		FIXTURE_TEST(a_text_may_be_a_list_of_one),
		FIXTURE_TEST(another_form_than_expected_is_named_with_its_place),
		FIXTURE_TEST(what_is_no_mapping_holds_no_answers),
		FIXTURE_TEST(an_unknown_key_is_named_with_the_nearest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
