/* The input as notes that a coach took: parted, put into a session note, and read back. Where the notes close what they
 * open, all sections of the note are still there, and a second time changes nothing. And as the note itself: what is
 * closed twice with the same words, of which names and figures are said twice themselves, is as it was after the first
 * time. And as an engagement: a second time its Progress Log stays as it was after the first, and without a figure it
 * is not touched. */
#include "fuzz/fuzz.h"
#include "model/outline.h"
#include "practice/progress_log.h"
#include "practice/raw_notes.h"
#include "practice/session_closing.h"

enum { MOST_NOTES = 1 << 20 };

static const char note[] =
	"---\ntype: session\nclient: \"[[Ana Silva]]\"\ndate: 2026-11-20\nstatus: planned\n---\n"
	"# Session 7\n\n## Agenda\n\n## Notes\n\n## Summary\n\n## Action Items\n\n## Metrics\n"
	"| Metric | Value | Note |\n| --- | --- | --- |\n\n## Resources\n\n## Next Session\n**Focus:**\n"
	"**Date:**\n";

#define WORDS(text)                                                                                                    \
	{                                                                                                              \
		(text), sizeof(text) - 1                                                                               \
	}

static const struct session_metric figures[] = { { WORDS("Board confidence"), WORDS("7"), WORDS("") },
	{ WORDS("NPS (clients)"), WORDS("5"), WORDS("a | b") }, { WORDS("board  confidence"), WORDS("8"), WORDS("") },
	{ WORDS("NPS (staff)"), WORDS("9"), WORDS("") }, { WORDS("a"), WORDS("1"), WORDS("") },
	{ WORDS("**a**"), WORDS("2"), WORDS("") } };
static const struct span names[] = { WORDS("Noa Template"), WORDS("Ben"), WORDS("[[noa template]]"),
	WORDS("Ben (guest)"), WORDS("BEN") };
enum { FIGURES = sizeof(figures) / sizeof(*figures) };

static const struct aliases *words(struct arena *arena)
{
	struct aliases *aliases = arena_new(arena, struct aliases);
	*aliases = ALIASES_INIT;
	return aliases;
}

static const struct outline *read_note(struct arena *arena, struct span text)
{
	return outline_of(arena, words(arena), document_parse(arena, "note.md", text, MOST_NOTES));
}

static bool close_note(
	struct arena *arena, struct span before, const struct session_closing *closing, struct span *after)
{
	struct error error = ERROR_INIT;
	return session_closing_write(read_note(arena, before), closing, after, &error) == 0;
}

static void check_sections(struct arena *arena, struct span text)
{
	static const char *const terms[] = { "agenda", "notes", "summary", "action items", "metrics", "resources",
		"next session" };
	const struct outline *outline = read_note(arena, text);
	for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		size_t count = 0;
		for (size_t k = 0; k < outline->sections.count; k++)
			count += outline->sections.items[k].level == 2 &&
				 outline_section_is(outline, &outline->sections.items[k], terms[i]);
		CHECK(count == 1);
	}
}

static void check_notes(struct arena *arena, struct span input)
{
	struct finding_list findings = { .arena = arena };
	struct raw_notes raw =
		raw_notes_read(arena, words(arena), "-", input, MOST_NOTES, date_of(2026, 11, 20), &findings);
	struct session_closing closing = {
		.status = SESSION_HELD,
		.minutes = -1,
		.notes = raw.notes,
		.summary = raw.summary,
		.actions = raw.actions,
		.resources = raw.resources,
		.metrics = raw.metrics,
		.metric_count = raw.metric_count,
		.next_focus = raw.next_focus,
		.next = raw.next,
	};
	struct span first;
	struct span second;
	if (!session_closing_is_closed(arena, raw.notes) || !session_closing_is_closed(arena, raw.summary) ||
		!session_closing_is_closed(arena, raw.actions) || !session_closing_is_closed(arena, raw.resources))
		return;
	CHECK(close_note(arena, span_of(note), &closing, &first));
	check_sections(arena, first);
	CHECK(close_note(arena, first, &closing, &second));
	CHECK(span_equal(first, second));
}

static void check_log(struct arena *arena, struct span input)
{
	static const struct date day = { 20777 };
	struct error error = ERROR_INIT;
	struct span first;
	struct span second;
	if (!session_closing_is_closed(arena, input) ||
		progress_log_add(read_note(arena, input), day, figures, FIGURES, &first, &error))
		return;
	CHECK(progress_log_add(read_note(arena, first), day, figures, FIGURES, &second, &error) == 0);
	CHECK(span_equal(first, second));
	CHECK(progress_log_add(read_note(arena, input), day, figures, 0, &first, &error) == 0);
	CHECK(span_equal(first, input));
}

static void check_note(struct arena *arena, struct span input)
{
	struct session_closing closing = {
		.status = SESSION_HELD,
		.minutes = 50,
		.summary = span_of("She stops."),
		.actions = span_of("- [ ] Draft the memo 📅 2026-11-27\n"),
		.resources = span_of("- [ ] Send [[Delegation Ladder]] [owner:: coach]\n"),
		.metrics = figures,
		.metric_count = FIGURES,
		.attended = names,
		.attended_count = sizeof(names) / sizeof(*names),
		.next_focus = span_of("The board"),
		.next = { .date = DATE_NONE, .start = -1 },
	};
	struct span first;
	struct span second;
	if (!session_closing_is_closed(arena, input) || !close_note(arena, input, &closing, &first))
		return;
	CHECK(close_note(arena, first, &closing, &second));
	CHECK(span_equal(first, second));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span input = input_copy(&arena, data, size);
	check_notes(&arena, input);
	check_note(&arena, input);
	check_log(&arena, input);
	arena_release(&arena);
	return 0;
}
