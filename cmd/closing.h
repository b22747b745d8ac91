/* One run of close_session, shared by its parts: what was said, what is written, what is reported. */
#ifndef COACH_CMD_CLOSING_H
#define COACH_CMD_CLOSING_H

#include "cli/command.h"
#include "practice/client_choice.h"
#include "practice/practice.h"
#include "practice/raw_notes.h"
#include "practice/session_closing.h"
#include "rules/phase.h"
#include "rules/session_completion.h"
#include "vault/answers.h"

struct closing_options {
	const char *name;
	struct date date;
	const char *notes;
	const char *answers;
	int status;
	int minutes;
	bool next_phase;
};

/* What --as takes: said by nothing, else as the status. */
enum closing_status { CLOSING_UNSAID, CLOSING_HELD, CLOSING_MISSED, CLOSING_CANCELLED };
extern const char *const closing_status_names[];

struct closing_run {
	const struct context *context;
	struct arena *arena;
	const struct closing_options *given;
	struct practice practice;
	struct finding_list loading;
	struct client_choice choice;
	struct session session;     /* as the note has it before */
	const struct outline *note; /* of the session; made from the template where there was none */
	struct session_outcome before;
	bool created;
	const struct engagement *engagement; /* NULL: none */
	const struct outline *engagement_note;
	struct answers answers;
	struct raw_notes raw;
	/* what was said, taken together */
	struct session_closing closing;
	struct date check_in; /* DATE_NONE: none */
	bool no_check_in;
	/* what follows */
	struct appointment next;  /* booked, or to be booked now */
	const char *next_path;    /* of the note that is made for it; NULL: none is */
	struct span session_text; /* of the note afterwards */
	struct session after;
	struct session_outcome outcome;
	const struct engagement *engagement_after;
	const struct engagement_phase *phase_done, *phase_next; /* NULL: no change to propose */
	bool phase_written;
	struct result_list points; /* struct completion_point */
};

/* --- closing_answers.c --- */

/* Reads --notes, and --answers or what a conversation kept. */
int closing_read(struct closing_run *run, struct error *error);
/* True where a person is asked; false where answers or notes were given. */
bool closing_is_asking(const struct closing_run *run);
/* The name under which the answers are kept. */
const char *closing_conversation(const struct closing_run *run);
/* Fills `closing` and what belongs to it. */
int closing_understand(struct closing_run *run, struct error *error);
/* Of that, what became of the session. */
int closing_understand_status(struct closing_run *run, struct error *error);
bool closing_may_end_with(enum session_status status);
/* Whether an answer can be taken, and how it is kept (cli/question.h). */
const char *closing_settle_status(
	const struct question *question, struct arena *arena, struct span *answer, struct date today);
const char *closing_settle_next(
	const struct question *question, struct arena *arena, struct span *answer, struct date today);

/* True where it is over: on an earlier day, or at an hour of today that has gone by. */
bool closing_is_past(const struct closing_run *run, const struct appointment *appointment);

/* --- closing_actions.c --- */

int closing_understand_actions(struct closing_run *run, struct error *error);
int closing_understand_resources(struct closing_run *run, struct error *error);
/* Names the actions of the closed note that are due before its session. */
void closing_check_actions(const struct closing_run *run);
const char *closing_settle_action(
	const struct question *question, struct arena *arena, struct span *answer, struct date today);

/* --- closing_metrics.c --- */

int closing_understand_metrics(struct closing_run *run, struct error *error);
/* Names the figures of the closed note that no progress can be told by. */
void closing_check_figures(const struct closing_run *run);
/* The note's figures for the Progress Log: without those that are errors. */
const struct session_metric *closing_figures_to_log(const struct closing_run *run, size_t *count);
const char *closing_settle_figure(
	const struct question *question, struct arena *arena, struct span *answer, struct date today);

/* --- closing_questions.c --- */

/* The next thing to ask; NULL where nothing is left. */
const struct question *closing_question(const struct closing_run *run);

/* --- closing_write.c --- */

/* Puts the changed notes into the outcome, and decides what follows from them. */
int closing_write(struct closing_run *run, struct outcome *outcome, struct error *error);

/* --- closing_report.c --- */

extern const struct result_field closing_result[];
void closing_report(const struct closing_run *run, struct outcome *outcome);

#endif
