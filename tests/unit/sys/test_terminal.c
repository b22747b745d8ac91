#include "test.h"

#include "sys/terminal.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int open_nothing(void **state)
{
	static int descriptor;
	descriptor = open("/dev/null", O_RDWR);
	*state = &descriptor;
	return descriptor < 0;
}

static int close_nothing(void **state)
{
	return close(*(int *)*state);
}

static void what_is_no_terminal_has_no_colour(void **state)
{
	int descriptor = *(int *)*state;
	setenv("TERM", "xterm", 1);
	unsetenv("NO_COLOR");
	assert_false(terminal_is(descriptor));
	assert_false(terminal_has_colour(descriptor));
}

static void the_width_comes_from_columns_where_there_is_no_terminal(void **state)
{
	static const struct {
		const char *columns;
		int width;
	} cases[] = { { "120", 120 }, { "20", 20 }, { "5", 20 }, { "", 80 }, { "0", 80 }, { "wide", 80 },
		{ "100x", 80 }, { "-5", 80 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		setenv("COLUMNS", cases[i].columns, 1);
		assert_int_equal(terminal_width(*(int *)*state), cases[i].width);
	}
	unsetenv("COLUMNS");
	assert_int_equal(terminal_width(*(int *)*state), 80);
}

static void a_terminal_tells_its_width_and_has_colour_unless_told_otherwise(void **state)
{
	(void)state;
	int terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY);
	if (terminal < 0 || !isatty(terminal))
		skip();
	struct winsize size = { .ws_row = 24, .ws_col = 97 };
	assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
	setenv("COLUMNS", "120", 1);
	assert_int_equal(terminal_width(terminal), 97);
	size.ws_col = 0;
	assert_int_equal(ioctl(terminal, TIOCSWINSZ, &size), 0);
	assert_int_equal(terminal_width(terminal), 120);
	setenv("TERM", "xterm", 1);
	setenv("NO_COLOR", "", 1);
	assert_true(terminal_has_colour(terminal));
	setenv("NO_COLOR", "1", 1);
	assert_false(terminal_has_colour(terminal));
	unsetenv("NO_COLOR");
	setenv("TERM", "dumb", 1);
	assert_false(terminal_has_colour(terminal));
	unsetenv("TERM");
	assert_false(terminal_has_colour(terminal));
	close(terminal);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_no_terminal_has_no_colour),
		cmocka_unit_test(the_width_comes_from_columns_where_there_is_no_terminal),
		cmocka_unit_test(a_terminal_tells_its_width_and_has_colour_unless_told_otherwise),
	};
	return cmocka_run_group_tests(tests, open_nothing, close_nothing);
}
