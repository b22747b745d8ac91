/* One run of onboard_client, shared by its parts: what was answered, what is made, what is reported. */
#ifndef COACH_CMD_ONBOARDING_H
#define COACH_CMD_ONBOARDING_H

#include "cli/command.h"
#include "practice/engagement_file.h"
#include "practice/practice.h"
#include "rules/intake.h"
#include "rules/onboarding.h"
#include "vault/answers.h"

struct onboarding_options {
	struct words name;
	const char *answers;
	const char *override_reason;
};

struct onboarding_run {
	const struct context *context;
	struct arena *arena;
	const struct onboarding_options *given;
	struct practice practice;
	struct finding_list loading;
	struct span name;                  /* as the roster has it, else as typed */
	struct span note;                  /* as a note can be called */
	const struct roster_client *known; /* who is in the roster already, without an engagement; NULL */
	int client_id;                     /* also of somebody whom notes name and the roster does not have */
	struct answers answers;
	struct intake intake;
	/* what was answered */
	struct new_engagement engagement;
	struct cadence cadence;
	struct date start, end; /* the end may be DATE_NONE */
	/* what is made */
	const struct outline *made; /* the engagement file, read again */
	const char *engagement_path, *inbox_path;
	const char *decision_path; /* NULL: no override */
	const char *welcome_path;  /* NULL: the first thirty days are over */
	struct onboarding plan;
	size_t open_places;        /* lines of the engagement that hold a placeholder still */
	const char *without_place; /* labels for which the template has no place; NULL */
};

/* --- onboarding_answers.c --- */

int onboarding_read(struct onboarding_run *run, struct error *error);
/* How often they meet, which the gate asks for: not known where it was not answered. */
int onboarding_cadence(struct onboarding_run *run, struct error *error);
/* The first day, which the gate asks for too: today where it was not answered. */
int onboarding_start(struct onboarding_run *run, struct error *error);
/* Fills what was answered. */
int onboarding_understand(struct onboarding_run *run, struct error *error);
/* True where a person is asked; false where answers were given. */
bool onboarding_is_asking(const struct onboarding_run *run);
/* The name under which the answers are kept. */
const char *onboarding_conversation(const struct onboarding_run *run);
/* What one answer may be, whether it was typed or given. A rhythm may also be said to be open (TBD). */
bool onboarding_is_cadence(struct arena *arena, const struct aliases *aliases, struct span said);
bool onboarding_is_email(struct span said); /* one, or several */
bool onboarding_is_consent(struct span said);
/* `Decisions without her: 2 -> 10 by 2026-12-18`, which has a name and a target; what else is not said stays empty. */
bool onboarding_metric(struct arena *arena, struct span said, struct date today, struct new_metric *metric);

/* --- onboarding_questions.c --- */

/* The next thing to ask; NULL where nothing is left. */
const struct question *onboarding_question(const struct onboarding_run *run);

/* --- onboarding_write.c --- */

/* Puts the new notes and the changed portfolio into the outcome. */
int onboarding_write(struct onboarding_run *run, struct outcome *outcome, struct error *error);

/* --- onboarding_welcome.c --- */

/* Puts the draft of a welcome into the outcome, by the engagement as it is going to be; nothing where that begun long
 * ago. */
int onboarding_welcome(struct onboarding_run *run, struct outcome *outcome, struct error *error);

/* --- onboarding_report.c --- */

extern const struct result_field onboarding_result[];
void onboarding_report(const struct onboarding_run *run, struct outcome *outcome);

#endif
