#include "base/appointment.h"

#include "base/join.h"

/* Where the day ends and the time begins: at the T of an ISO date, else at the last blank; 0 when there is none. */
static size_t find_time(struct span text)
{
	struct date date;
	struct span rest = text;
	if (date_read_iso(&rest, &date) && span_starts_with(rest, "T"))
		return text.length - rest.length;
	size_t at = text.length;
	while (at > 0 && text.at[at - 1] != ' ')
		at--;
	return at ? at - 1 : 0;
}

bool appointment_parse(struct span text, struct date today, struct appointment *appointment)
{
	text = span_trim(text);
	struct appointment read = { DATE_NONE, -1 };
	bool understood = date_parse(text, today, &read.date) || clock_time_parse(text, &read.start);
	size_t separator = understood || !text.length ? 0 : find_time(text);
	if (separator)
		understood = date_parse(span_slice(text, 0, separator), today, &read.date) &&
			     clock_time_parse(span_trim(span_from(text, separator + 1)), &read.start);
	if (understood)
		*appointment = read;
	return understood;
}

bool appointment_split(struct arena *arena, const char *const *words, size_t count, struct date today,
	struct span *name, struct appointment *appointment)
{
	for (size_t i = 1; i < count; i++) {
		if (appointment_parse(words_join(arena, words + i, count - i), today, appointment)) {
			*name = words_join(arena, words, i);
			return true;
		}
	}
	*name = words_join(arena, words, count);
	return false;
}
