#include "cmd/given_answers.h"

#include "cmd/given_text.h"

int given_answers(const struct context *context, bool asks, const char *conversation, const char *file,
	const char *const *keys, struct answers *answers, struct error *error)
{
	struct span text;
	*answers = (struct answers){ .path = "-" };
	if (asks)
		return answers_kept(context->arena, context->vault, conversation, answers, error);
	if (given_text(context, file, ANSWERS_MOST_BYTES, &text, error))
		return -1;
	if (!text.at)
		return 0;
	if (answers_read(context->arena, file, text, answers, error))
		return -1;
	return answers_check_keys(answers, keys, error);
}
