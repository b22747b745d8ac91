#include "sys/terminal.h"

#include "base/span.h"

#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { USUAL_WIDTH = 80, LEAST_WIDTH = 20, PASTE_MILLISECONDS = 50 };

bool terminal_is(int descriptor)
{
	return isatty(descriptor) == 1;
}

/* 0 when the variable does not say. */
static int width_of_environment(void)
{
	struct span columns = span_of(getenv("COLUMNS"));
	int width = 0;
	return span_read_digits(&columns, &width) && columns.length == 0 ? width : 0;
}

int terminal_width(int descriptor)
{
	struct winsize size = { 0 };
	int width = ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
	if (width == 0)
		width = width_of_environment();
	if (width == 0)
		width = USUAL_WIDTH;
	return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

bool terminal_has_colour(int descriptor)
{
	struct span none = span_of(getenv("NO_COLOR"));
	const char *type = getenv("TERM");
	return none.length == 0 && type && !span_is(span_of(type), "dumb") && terminal_is(descriptor);
}

bool terminal_has_more(int descriptor)
{
	struct pollfd waiting = { .fd = descriptor, .events = POLLIN };
	return poll(&waiting, 1, PASTE_MILLISECONDS) == 1 && (waiting.revents & POLLIN);
}
