/* A message as the file that is its draft. */
#ifndef COACH_CMD_TOUCH_DRAFT_H
#define COACH_CMD_TOUCH_DRAFT_H

#include "cli/command.h"
#include "cmd/message_text.h"
#include "practice/draft_file.h"

struct draft_message {
	enum touch_kind kind;
	struct date day;
	struct span client_note;
	bool linked; /* the note links it */
	struct message_people people;
	struct result_list to; /* struct span: addresses */
	struct message_text text;
};

/* The client's addresses by the engagement (may be NULL); where there is none, or what stands there is none, a finding
 * says so and where to put it. */
struct result_list draft_addresses(
	const struct context *context, const struct engagement *engagement, struct span client);

/* By the engagement (may be NULL), else by the configuration: in which language, to whom and by whom. */
enum language draft_language(const struct context *context, const struct engagement *engagement);
struct message_people draft_people(
	const struct context *context, const struct engagement *engagement, struct span client);

/* RFC 5322; `unsent` lets mail programs open it as a draft. */
struct span draft_mail(const struct context *context, const struct draft_message *message, bool unsent);
/* A note of the kind draft: the same with front matter in place of headers. */
struct span draft_note(const struct context *context, const struct draft_message *message);
/* Puts it into the outcome's changeset, where the configuration has drafts; one that a person changed stays. */
int draft_put(const struct context *context, struct outcome *outcome, const struct draft_message *message,
	enum draft_format format, const char **path, struct error *error);

#endif
