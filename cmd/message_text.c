#include "cmd/message_text.h"

#include "base/buffer.h"
#include "cmd/message_words.h"
#include "codec/utf8.h"

enum { LIST_MOST = 1 << 20 };

/* `Ada` of "Ada Example"; a name without a blank is said whole. */
static struct span first_name(struct arena *arena, enum language language, const struct message_people *people)
{
	struct span name = utf8_sentence(arena, people->client);
	if (people->cohort)
		return span_of(message_everybody(language));
	return span_slice(name, 0, span_find_byte(name, ' '));
}

/* One line each: `- Draft the memo (by Friday, 27 November)`, the coach's with the name in front. */
static struct span action_lines(struct arena *arena, enum language language, const struct message_facts *facts,
	struct span coach, struct date today)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(LIST_MOST);
	const char *colon = language == LANGUAGE_CHINESE ? "：" : ": ";
	for (size_t i = 0; i < facts->actions.count; i++) {
		const struct message_action *action = (const struct message_action *)facts->actions.items + i;
		buffer_add_text(&out, out.length ? "\n- " : "- ");
		if (action->by_coach) {
			buffer_add(&out, coach.length ? coach : span_of(message_me(language)));
			buffer_add_text(&out, colon);
		}
		buffer_add(&out, action->text);
		buffer_add(&out, message_by(arena, language, action->due, today));
	}
	return buffer_finish(arena, &out);
}

int message_text(struct arena *arena, const struct vault *vault, enum language language,
	const struct message_facts *facts, const struct message_people *people, struct date today,
	struct message_text *text, struct error *error)
{
	struct appointment when = { DATE_NONE, -1 };
	if (facts->session)
		when = (struct appointment){ facts->session->date, facts->session->start };
	const struct slot slots[] = {
		{ "name", utf8_sentence(arena, people->client) },
		{ "first_name", first_name(arena, language, people) },
		{ "coach", people->coach },
		{ "when", message_when(arena, language, when) },
		{ "minutes", facts->minutes ? span_of(arena_printf(arena, "%d", facts->minutes)) : SPAN_NONE },
		{ "focus", facts->focus },
		{ "actions", action_lines(arena, language, facts, people->coach, today) },
		{ "summary", facts->summary },
		{ "next", message_when(arena, language, facts->next) },
		{ "missed", message_when(arena, language, (struct appointment){ facts->missed, -1 }) },
		{ "win", facts->win },
		{ "metric", facts->metric },
		{ "metric_from", facts->metric_from },
		{ "metric_to", facts->metric_to },
		{ "resource", facts->resource },
		{ "location", facts->location },
		{ "word", facts->word },
		{ "start", message_when(arena, language, (struct appointment){ facts->start, -1 }) },
		{ "outcome", facts->outcome },
		{ "cadence", facts->cadence },
		{ "channel", facts->channel },
	};
	return message_template_fill(
		arena, vault, facts->kind, language, slots, sizeof(slots) / sizeof(*slots), text, error);
}
