#include "cli/topic.h"

#include "base/nearest.h"

const struct exit_status exit_statuses[] = {
	{ "0", "Done." },
	{ "1", "Done, with findings (only with `--exit-code`, and where the command says so)." },
	{ "2", "The command line could not be understood." },
	{ "3", "There is no vault, or what was named was not found." },
	{ "4", "A file could not be understood." },
	{ "5", "Someone else changed a file, the lock was not free, or what is to be taken back was changed again." },
	{ "6", "Reading, writing or recording history failed." },
	{ "10", "An answer is needed, but there is no one to ask." },
	{ "11", "Refused by a rule." },
	{ NULL, NULL },
};

static void write_exit_statuses(struct report *report)
{
	report_text(report, NULL, TONE_PLAIN, "**Exit statuses** — what `$?` is when coach has ended.");
	struct report_node *terms = report_terms(report, NULL);
	for (const struct exit_status *exit = exit_statuses; exit->status; exit++)
		report_term(report, terms, exit->status, "%s", exit->meaning);
	report_text(report, NULL, TONE_QUIET, "What a command adds to these is in its page: `man coach-COMMAND`.");
}

const struct topic topics[] = {
	{ "exit-codes", "What the exit statuses mean", write_exit_statuses },
	{ NULL, NULL, NULL },
};

const struct topic *topic_find(const char *name)
{
	for (const struct topic *topic = topics; topic->name; topic++)
		if (text_is_alike(span_of(topic->name), span_of(name)))
			return topic;
	return NULL;
}
