/* The session that a move or a cancelling means, and why there is none. */
#include "cli/shell_word.h"
#include "cmd/session_run.h"
#include "practice/uncounted_session.h"

/* --- none -------------------------------------------------------------------------------------------------------- */

/* The latest that is over and still planned; NULL without. */
static const struct session *overdue_session(const struct session_run *run)
{
	const struct records *records = &run->practice.records;
	for (size_t i = records_sessions_from(records, run->context->today); i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == run->choice.client->id && session->status == SESSION_PLANNED)
			return session;
	}
	return NULL;
}

static int hint_overdue(const struct session_run *run, const struct session *session, struct error *error)
{
	bool moves = run->given->action == SESSION_MOVE;
	const char *day = arena_printf(run->arena, "%s", date_format(session->date).text);
	return error_hint(error,
		"the one of %s is over and still planned: `coach session %s %s%s --from %s` %s it, `coach close_session` "
		"closes it",
		day, session_action_names[run->given->action], shell_word(run->arena, run->choice.name),
		moves ? " WHEN" : "", day, moves ? "moves" : "cancels");
}

static int refuse_none(const struct session_run *run, struct date date, struct error *error)
{
	const struct session *next =
		next_session(&run->practice.records, run->choice.client, run->context->today, false);
	const struct session *overdue = overdue_session(run);
	const char *day = date_is_known(date) ? arena_printf(run->arena, "on %s", date_format(date).text)
			  : overdue           ? "planned from today on"
					      : "planned";
	if (uncounted_session_refuse(run->arena, &run->practice, &run->loading, &run->choice, error))
		return -1;
	error_set(error, ERROR_NOT_FOUND, "%.*s has no session %s", SPAN_PRINT(run->choice.name), day);
	if (next)
		return error_hint(error, "the next one is on %s", date_format(next->date).text);
	if (overdue)
		return hint_overdue(run, overdue, error);
	return error_hint(error, "`coach session add` books one; `coach session list --all` shows those there were");
}

/* --- one --------------------------------------------------------------------------------------------------------- */

/* Which session is the next cannot be told while a note that may be one is unknown. */
static int refuse_unknown(const struct session_run *run, struct error *error)
{
	enum session_action action = (enum session_action)run->given->action;
	const char *name = arena_printf(run->arena, "%.*s", SPAN_PRINT(run->choice.name));
	error_at(error, ERROR_REFUSED, run->practice.unknown_at,
		"it cannot be read, and may hold the next session with %s", name);
	return error_hint(error,
		action == SESSION_MOVE ? "say which session is meant: --from 2026-12-04"
				       : "say the day of the session: %s 2026-12-04",
		name);
}

int session_find(
	const struct session_run *run, struct date date, int start, const struct session **session, struct error *error)
{
	const struct records *records = &run->practice.records;
	bool dated = date_is_known(date);
	if (!dated && (run->practice.unknown & PRACTICE_SESSIONS))
		return refuse_unknown(run, error);
	*session = dated ? session_on(records, run->choice.client, date, start)
			 : next_session(records, run->choice.client, run->context->today, false);
	return *session ? 0 : refuse_none(run, date, error);
}
