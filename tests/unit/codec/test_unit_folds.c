#include "test.h"

#include "codec/unit_folds.h"

struct fixture {
	struct arena arena;
	struct unit_folds folds;
};

static int set_up(void **state)
{
	static struct fixture fixture;
	fixture = (struct fixture){ .arena = ARENA_INIT };
	fixture.folds = unit_folds_of(&fixture.arena);
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;
	unit_folds_release(&fixture->folds);
	arena_release(&fixture->arena);
	return 0;
}

static void a_unit_is_a_character_with_its_marks(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *text, *unmarked, *spelled_out;
		size_t length;
		enum unit_class class;
	} cases[] = {
		{ "A b", "a", "a", 1, UNIT_WORD },
		{ "7", "7", "7", 1, UNIT_WORD },
		{ "_x", "_", "_", 1, UNIT_SYMBOL },
		{ "\tx", " ", " ", 1, UNIT_SPACE },
		{ "\x01x", "", "", 1, UNIT_SYMBOL },
		{ "Üx", "u", "ue", 2, UNIT_WORD },
		{ "U\xcc\x88x", "u", "ue", 3, UNIT_WORD },
		{ "Åx", "a", "aa", 2, UNIT_WORD },
		{ "é", "e", "e", 2, UNIT_WORD },
		{ "ß", "ss", "ss", 2, UNIT_WORD },
		{ "ﬁ", "fi", "fi", 3, UNIT_WORD },
		{ "Ａ", "a", "a", 3, UNIT_WORD },
		{ "Ж", "ж", "ж", 2, UNIT_WORD },
		{ "李雷", "李", "李", 3, UNIT_UNSPACED },
		{ "か\xe3\x82\x99", "が", "が", 6, UNIT_UNSPACED },
		{ "が", "が", "が", 3, UNIT_UNSPACED },
		{ "㈱", "(株)", "(株)", 3, UNIT_SYMBOL },
		{ "\xe3\x80\x80x", " ", " ", 3, UNIT_SPACE },
		{ "\xc2\xa0x", " ", " ", 2, UNIT_SPACE },
		{ "\xc2\xadx", "", "", 2, UNIT_SYMBOL },
		{ "📅\xef\xb8\x8f", "📅", "📅", 7, UNIT_SYMBOL },
		{ "—", "-", "-", 3, UNIT_SYMBOL },
		{ "’", "'", "'", 3, UNIT_SYMBOL },
		{ "„", "\"", "\"", 3, UNIT_SYMBOL },
		{ "\xff\xff", "\xff", "\xff", 1, UNIT_SYMBOL },
		{ "\xe3\x82", "\xff", "\xff", 1, UNIT_SYMBOL },
		{ "\x81\xcc\x88", "\xff", "\xff", 1, UNIT_SYMBOL },
	};
	for (int round = 0; round < 2; round++) /* the second time from what was kept */
		for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
			struct unit unit;
			unit_read(&fixture->folds, span_of(cases[i].text), &unit);
			assert_span(unit.folded[UNIT_UNMARKED], cases[i].unmarked);
			assert_span(unit.folded[UNIT_SPELLED_OUT], cases[i].spelled_out);
			assert_int_equal(unit.length, cases[i].length);
			assert_int_equal(unit.class, cases[i].class);
			assert_false(unit.is_mark);
		}
}

static void a_mark_without_a_character_is_told(void **state)
{
	struct fixture *fixture = *state;
	struct unit unit;
	unit_read(&fixture->folds, SPAN("\xcc\x88x"), &unit);
	assert_true(unit.is_mark);
	assert_int_equal(unit.length, 2);
}

static void the_class_before_is_that_of_the_character_below_its_marks(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum unit_class class;
	} cases[] = { { "", UNIT_SPACE }, { "a", UNIT_WORD }, { "a-", UNIT_SYMBOL }, { "ü", UNIT_WORD },
		{ "-\xcc\x88", UNIT_SYMBOL }, { "か\xe3\x82\x99", UNIT_UNSPACED }, { "李", UNIT_UNSPACED },
		{ "\xe3\x82", UNIT_SYMBOL }, { "x\xe3\x80\x80", UNIT_SPACE } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(unit_class_before(span_of(cases[i].text), strlen(cases[i].text)), cases[i].class);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_unit_is_a_character_with_its_marks, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_mark_without_a_character_is_told, set_up, tear_down),
		cmocka_unit_test(the_class_before_is_that_of_the_character_below_its_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
