#include "model/text_reading.h"

#include "base/ascii.h"

bool text_skip_any(struct span *rest, const char *const *texts)
{
	for (; *texts; texts++)
		if (span_skip(rest, *texts))
			return true;
	return false;
}

bool text_skip_range_sign(struct span *rest)
{
	static const char *const signs[] = { "-", "–", "—", "~", "～", "to ", "bis ", "或", "至", "到", NULL };
	struct span after = span_trim_start(*rest);
	if (!text_skip_any(&after, signs))
		return false;
	*rest = span_trim_start(after);
	return true;
}

bool text_find_date(struct span text, struct date *date, struct span *found)
{
	for (size_t at = 0; at < text.length; at++) {
		struct span rest = span_from(text, at);
		bool begins = at == 0 || !ascii_is_digit(text.at[at - 1]);
		if (!begins || !date_read_iso(&rest, date) || ascii_begins_with_digit(rest))
			continue;
		*found = span_slice(text, at, text.length - at - rest.length);
		return true;
	}
	return false;
}

int text_first_number(struct span text)
{
	int number = 0;
	for (size_t at = 0; at < text.length; at++) {
		struct span digits = span_from(text, at);
		if (span_read_digits(&digits, &number))
			return number;
	}
	return 0;
}

struct span item_first_line(const struct document *document, int block)
{
	static const char *const markers[] = { "- ", "* ", "+ ", NULL };
	struct span item = document_block(document, block);
	struct span line = SPAN_NONE;
	span_next_line(&item, &line);
	text_skip_any(&line, markers);
	return span_trim(line);
}
