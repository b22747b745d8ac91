#include "cli/style.h"

#include "sys/terminal.h"

/* The encoding stands behind the dot: "de_DE.UTF-8@euro". */
static bool has_unicode(struct span name)
{
	struct span encoding = span_from(name, span_find_byte(name, '.') + 1);
	encoding = span_slice(encoding, 0, span_find_byte(encoding, '@'));
	return span_is_ignoring_case(encoding, "UTF-8") || span_is_ignoring_case(encoding, "UTF8");
}

struct report_style style_of(int descriptor, enum colour_choice colour, const char *locale)
{
	bool coloured = colour == COLOUR_ALWAYS || (colour == COLOUR_AUTO && terminal_has_colour(descriptor));
	return (struct report_style){ terminal_width(descriptor), coloured, has_unicode(span_of(locale)) };
}
