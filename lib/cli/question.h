/* A question that a command has for a person.
 *
 * A command that lacks an answer returns its next question (`outcome->question`) instead of a result, and has then
 * written and changed nothing. The dispatcher asks it, while nobody keeps other writers waiting, keeps the answer among
 * those of the conversation (vault/answers.h), and runs the command anew. Where nobody can be asked, the run ends with
 * ERROR_INPUT_NEEDED, which names the key to answer in a file given with --answers; so a command returns a question
 * that it can do without only where `context->interactive`. */
#ifndef COACH_CLI_QUESTION_H
#define COACH_CLI_QUESTION_H

#include "base/arena.h"
#include "base/date.h"
#include "base/span.h"

enum question_kind {
	QUESTION_LINE, /* one line */
	QUESTION_TEXT, /* lines up to an empty one */
	QUESTION_LIST, /* the same, each line an item */
};

struct question {
	const char *conversation; /* under which the answers are kept: "close_session 2026-11-19 Ada Example" */
	const char *about;        /* what it is of, said before the first question: "Ada Example, 2026-11-19 10:00" */
	const char *key;          /* of the answer */
	struct span entry;        /* of the mapping that the key names; empty: of the key itself */
	enum question_kind kind;
	const char *text; /* one line, with its question mark */
	const char *why;  /* what the answer is for, and in which form it is understood; shown for `?` */
	/* Why the answer (of a list: one of its items) cannot be taken, as the end of "That is "; NULL: it can, and
	 * *answer is then what is kept, which must not depend on the day it is read (`fri` becomes a date). May be NULL
	 * itself. Not asked about an empty answer. */
	const char *(*settle)(
		const struct question *question, struct arena *arena, struct span *answer, struct date today);
	const void *run; /* what the command has read, for settle to judge by; outlives its run as the question does */
	bool required;
};

#endif
