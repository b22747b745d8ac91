#include "test.h"

#include "cli/style.h"

enum { NO_TERMINAL = -1 };

static void unicode_follows_the_locales_name(void **state)
{
	(void)state;
	static const struct {
		const char *locale;
		bool unicode;
	} cases[] = {
		{ NULL, false },
		{ "", false },
		{ "C", false },
		{ "POSIX", false },
		{ "de_DE.ISO-8859-1", false },
		{ "C.UTF-8", true },
		{ "en_GB.utf8", true },
		{ "de_DE.UTF-8@euro", true },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(style_of(NO_TERMINAL, COLOUR_AUTO, cases[i].locale).unicode, cases[i].unicode);
}

static void colours_are_as_chosen(void **state)
{
	(void)state;
	assert_false(style_of(NO_TERMINAL, COLOUR_AUTO, NULL).colour);
	assert_false(style_of(NO_TERMINAL, COLOUR_NEVER, NULL).colour);
	assert_true(style_of(NO_TERMINAL, COLOUR_ALWAYS, NULL).colour);
	assert_true(style_of(NO_TERMINAL, COLOUR_AUTO, NULL).width >= 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(unicode_follows_the_locales_name),
		cmocka_unit_test(colours_are_as_chosen),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
