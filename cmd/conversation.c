#include "cmd/conversation.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "sys/file.h"
#include "vault/answers.h"

#include <errno.h>
#include <unistd.h>

enum { LINE_MOST = 64 << 10, LINES_MOST = 500 };

enum typed { TYPED_LINE, TYPED_NOTHING, TYPED_WHY, TYPED_QUIT };

static void say(struct arena *arena, const char *text)
{
	file_write_all(STDERR_FILENO, utf8_without_controls(arena, span_of(text)));
}

/* Byte by byte, as what is pasted behind a line answers the next question. False at the end of the input. */
static bool read_line(struct arena *arena, struct span *line)
{
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(LINE_MOST);
	char byte;
	ssize_t got;
	while ((got = read(STDIN_FILENO, &byte, 1)) == 1 || (got < 0 && errno == EINTR))
		if (got == 1 && byte == '\n')
			break;
		else if (got == 1)
			buffer_add_byte(&bytes, byte);
	*line = span_trim(utf8_repair(arena, arena_copy_span(arena, buffer_span(&bytes))));
	return got == 1;
}

static enum typed read_typed(struct arena *arena, struct span *line)
{
	if (!read_line(arena, line))
		return TYPED_QUIT;
	if (line->length == 0)
		return TYPED_NOTHING;
	if (span_is(*line, "?"))
		return TYPED_WHY;
	return span_is(*line, "quit") ? TYPED_QUIT : TYPED_LINE;
}

static bool is_taken(struct arena *arena, const struct question *question, struct span *line, struct date today)
{
	const char *reason = question->settle ? question->settle(question, arena, line, today) : NULL;
	if (reason)
		say(arena, arena_printf(arena, "  That is %s.\n> ", reason));
	return reason == NULL;
}

static int stop(struct arena *arena, struct error *error)
{
	say(arena, "\n");
	error_set(error, ERROR_INPUT_NEEDED, "stopped; nothing was changed, and your answers are kept");
	return error_hint(error, "run the same command again to go on where you stopped");
}

/* None is an answer too, where the question can be passed over. */
static int read_lines(struct arena *arena, const struct question *question, struct date today, struct span *lines,
	size_t *count, struct error *error)
{
	size_t most = question->kind == QUESTION_LINE ? 1 : LINES_MOST;
	*count = 0;
	while (*count < most) {
		struct span line;
		switch (read_typed(arena, &line)) {
		case TYPED_QUIT:
			return stop(arena, error);
		case TYPED_WHY:
			say(arena, arena_printf(arena, "  %s\n> ", question->why));
			break;
		case TYPED_NOTHING:
			if (*count || !question->required)
				return 0;
			say(arena, "  This one is needed (? says why, quit stops).\n> ");
			break;
		case TYPED_LINE:
			if (!is_taken(arena, question, &line, today))
				break;
			lines[(*count)++] = line;
			if (*count < most)
				say(arena, "> ");
			break;
		}
	}
	return 0;
}

static struct span joined(struct arena *arena, const struct span *lines, size_t count)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT((size_t)LINES_MOST * (LINE_MOST + 1));
	for (size_t i = 0; i < count; i++) {
		if (i)
			buffer_add_byte(&text, '\n');
		buffer_add(&text, lines[i]);
	}
	return buffer_finish(arena, &text);
}

void conversation_begin(struct arena *arena, const struct question *question)
{
	say(arena, arena_printf(arena, "%s (? says why it is asked; quit stops, and keeps your answers)\n",
			   question->about));
}

int conversation_ask(struct arena *arena, const struct vault *vault, const struct question *question, struct date today,
	struct error *error)
{
	static const char *const how[] = { [QUESTION_LINE] = "",
		[QUESTION_TEXT] = " (an empty line ends it)",
		[QUESTION_LIST] = " (one a line; an empty line ends them)" };
	struct span *lines = arena_new_array(arena, LINES_MOST, struct span);
	size_t count;
	say(arena, arena_printf(arena, "%s%s\n> ", question->text, how[question->kind]));
	if (read_lines(arena, question, today, lines, &count, error))
		return -1;
	struct span text = joined(arena, lines, count);
	bool is_list = question->kind == QUESTION_LIST;
	struct answer answer = {
		.key = question->key,
		.entry = question->entry,
		.values = is_list ? lines : &text,
		.count = is_list ? count : 1,
		.is_list = is_list,
	};
	return answers_keep(arena, vault, question->conversation, &answer, error);
}

int conversation_refuse(const struct question *question, struct error *error)
{
	bool within = question->entry.length;
	error_set(error, ERROR_INPUT_NEEDED, "an answer is needed, and nobody can be asked: %s", question->text);
	return error_hint(error, "give it as \"%s%s%.*s\" in a file with --answers, or run this at a terminal",
		question->key, within ? ": " : "", SPAN_PRINT(question->entry));
}
