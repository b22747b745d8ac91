/* The message with which an engagement begins, as a draft (docs/formats.md, "Drafts"). */
#include "cmd/onboarding.h"
#include "cmd/touch_draft.h"
#include "rules/client_sessions.h"

/* A session may be booked already, where the client is on trial. */
static struct appointment first_meeting(const struct onboarding_run *run)
{
	const struct roster_client client = { .id = run->client_id };
	const struct session *next = NULL;
	if (run->client_id != CLIENT_NOBODY)
		next = next_session(&run->practice.records, &client, run->context->today, false);
	return next ? (struct appointment){ next->date, next->start } : (struct appointment){ DATE_NONE, -1 };
}

int onboarding_welcome(struct onboarding_run *run, struct outcome *outcome, struct error *error)
{
	const struct context *context = run->context;
	struct finding_list unheard = { .arena = run->arena };
	struct engagement engagement;
	struct message_facts facts;
	if (run->engagement.step_count == 0)
		return 0;
	engagement_read(run->made, &engagement, &unheard);
	message_welcome(run->arena, &engagement, first_meeting(run), context->today, &facts);
	facts.start = facts.day = run->start; /* a template of the person's own may have no place for it */
	struct draft_message message = {
		.kind = TOUCH_WELCOME,
		.day = facts.day,
		.client_note = run->note,
		.linked = true,
		.people = draft_people(context, &engagement, run->name),
		.to = draft_addresses(context, &engagement, run->name),
	};
	if (message_text(run->arena, context->vault, draft_language(context, &engagement), &facts, &message.people,
		    context->today, &message.text, error))
		return -1;
	return draft_put(context, outcome, &message, DRAFT_MAIL, &run->welcome_path, error);
}
