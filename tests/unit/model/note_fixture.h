/* A note in a C string, for tests of views: parsed, with the findings a view made of it. */
#ifndef COACH_TEST_NOTE_FIXTURE_H
#define COACH_TEST_NOTE_FIXTURE_H

#include "test.h"

#include "base/buffer.h"
#include "model/outline.h"

struct note_fixture {
	struct arena arena;
	struct aliases aliases;
	struct finding_list findings;
};

static inline int note_set_up(void **state)
{
	static struct note_fixture note;
	note = (struct note_fixture){ .arena = ARENA_INIT, .aliases = ALIASES_INIT };
	note.findings.arena = &note.arena;
	*state = &note;
	return 0;
}

static inline int note_tear_down(void **state)
{
	struct note_fixture *note = *state;
	arena_release(&note->arena);
	return 0;
}

static inline const struct document *note_parse(struct note_fixture *note, const char *path, const char *text)
{
	return document_parse(&note->arena, path, span_of(text), DOCUMENT_DEFAULT_MOST);
}

/* The same with each line ended by CRLF. */
static inline const struct document *note_parse_crlf(struct note_fixture *note, const char *path, const char *text)
{
	struct buffer crlf = BUFFER_INIT(1 << 16);
	for (; *text; text++) {
		if (*text == '\n')
			buffer_add_byte(&crlf, '\r');
		buffer_add_byte(&crlf, *text);
	}
	struct span bytes = arena_copy_span(&note->arena, buffer_span(&crlf));
	buffer_release(&crlf);
	return document_parse(&note->arena, path, bytes, DOCUMENT_DEFAULT_MOST);
}

/* What the views read. */
static inline const struct outline *note_outline(struct note_fixture *note, const char *path, const char *text)
{
	return outline_of(&note->arena, &note->aliases, note_parse(note, path, text));
}

static inline const struct outline *note_outline_crlf(struct note_fixture *note, const char *path, const char *text)
{
	return outline_of(&note->arena, &note->aliases, note_parse_crlf(note, path, text));
}

/* The findings as "bad_date 4:7, bad_value 9:1", by place. */
static inline const char *note_findings(struct note_fixture *note)
{
	const char *text = "";
	finding_sort(&note->findings);
	for (size_t i = 0; i < note->findings.count; i++) {
		const struct finding *finding = &note->findings.items[i];
		text = arena_printf(&note->arena, "%s%s%s %u:%u", text, i ? ", " : "", finding_code_text(finding->code),
			finding->position.line, finding->position.column);
	}
	return text;
}

#define NOTE_TEST(function) cmocka_unit_test_setup_teardown(function, note_set_up, note_tear_down)

#endif
