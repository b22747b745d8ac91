#include "model/text_reading.h"

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

bool text_agreed_day(struct span text, struct date agreed, struct date *day)
{
	enum { WEEK = 7 };
	struct date next;
	if (!date_parse(text, agreed, day))
		return false;
	bool is_weekday = date_compare(*day, agreed) == 0 && date_parse(text, date_add(agreed, 1), &next) &&
			  date_difference(agreed, next) == WEEK;
	*day = is_weekday ? next : *day;
	return true;
}

bool text_agreed_appointment(struct span text, struct date agreed, struct appointment *appointment)
{
	struct appointment read;
	if (!appointment_parse(text, agreed, &read) || !date_is_known(read.date))
		return false;
	/* The day is what is left of the text without its time. */
	struct span day = span_trim(text);
	while (day.length && !text_agreed_day(day, agreed, &read.date))
		day.length--;
	*appointment = read;
	return true;
}

bool text_cut_due(struct span *text, struct date agreed, struct date *due)
{
	for (size_t at = text->length; at-- > 1;) {
		struct span rest = span_from(*text, at);
		struct date day;
		if (!span_skip(&rest, " by ") || !text_agreed_day(span_trim(rest), agreed, &day))
			continue;
		*text = span_trim_end(span_slice(*text, 0, at));
		*due = day;
		return true;
	}
	return false;
}

/* "3. " or "3) ". */
static void skip_number(struct span *line)
{
	struct span rest = *line;
	int number;
	if (span_read_digits(&rest, &number) && (span_skip(&rest, ".") || span_skip(&rest, ")")))
		*line = rest;
}

struct span item_first_line(const struct document *document, int block)
{
	static const char *const markers[] = { "- ", "* ", "+ ", NULL };
	int list = document->blocks[block].parent;
	struct span item = document_block(document, block);
	struct span line = SPAN_NONE;
	span_next_line(&item, &line);
	if (list != NO_BLOCK && document->blocks[list].level >= 0)
		skip_number(&line);
	else
		text_skip_any(&line, markers);
	return span_trim(line);
}
