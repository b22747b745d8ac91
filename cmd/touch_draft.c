#include "cmd/touch_draft.h"

#include "base/buffer.h"
#include "cmd/regenerate.h"
#include "codec/mail.h"
#include "codec/utf8.h"
#include "codec/yaml.h"

enum { DRAFT_MOST = 64 << 20 };

/* --- addresses --------------------------------------------------------------------------------------------------- */

static void report_none(const struct context *context, const struct engagement *engagement, struct span client)
{
	struct position place = { engagement ? engagement->document->path : NULL, 0, 0 };
	struct finding *finding = finding_add(context->findings, FINDING_NO_ADDRESS, place,
		"the mail address of %.*s is not known; the draft has no recipient", SPAN_PRINT(client));
	finding_hint(context->findings, finding, "%s",
		engagement
			? "add a row to Document Metadata: | Email | name@example.org |"
			: "lay an engagement note from Templates/Engagement.md, and write Email into its Document Metadata");
}

static void report_bad(const struct context *context, const struct engagement *engagement, struct span address)
{
	struct position place = document_position_of(engagement->document, address);
	struct finding *finding = finding_add(
		context->findings, FINDING_BAD_VALUE, place, "\"%.*s\" is no mail address", SPAN_PRINT(address));
	finding_hint(context->findings, finding, "write it as name@example.org; several are separated by commas");
}

struct result_list draft_addresses(
	const struct context *context, const struct engagement *engagement, struct span client)
{
	struct span rest = engagement ? engagement->communication.email : SPAN_NONE;
	struct span *addresses = arena_new_array(context->arena, rest.length / 2 + 1, struct span);
	size_t count = 0;
	if (span_is_blank(rest))
		report_none(context, engagement, client);
	struct span address;
	while (mail_address_next(&rest, &address)) {
		if (mail_address_is_valid(address))
			addresses[count++] = address;
		else if (address.length)
			report_bad(context, engagement, address);
	}
	return (struct result_list){ addresses, count };
}

/* --- people ------------------------------------------------------------------------------------------------------ */

enum language draft_language(const struct context *context, const struct engagement *engagement)
{
	const struct aliases *aliases = &context->configuration->aliases;
	enum language language = aliases->usual;
	if (engagement)
		language_read(context->arena, aliases, engagement->communication.language, &language);
	return language;
}

static bool is_cohort(const struct context *context, const struct engagement *engagement)
{
	struct span folded = alias_fold(context->arena, ALIAS_STATE, engagement->type);
	return alias_is(&context->configuration->aliases, ALIAS_STATE, folded, "group");
}

struct message_people draft_people(
	const struct context *context, const struct engagement *engagement, struct span client)
{
	struct span coach = span_of(context->configuration->message_name);
	if (!coach.length && engagement)
		coach = engagement->coach;
	return (struct message_people){ client, engagement && is_cohort(context, engagement), coach };
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

static struct mail_address sender(const struct context *context, const struct draft_message *message)
{
	struct span address = span_of(context->configuration->message_email);
	if (address.length && !mail_address_is_valid(address))
		finding_add(context->findings, FINDING_CONFIG_VALUE, (struct position){ configuration_name, 0, 0 },
			"messages.email: \"%.*s\" is no mail address", SPAN_PRINT(address));
	return (struct mail_address){ message->people.coach, address };
}

struct span draft_mail(const struct context *context, const struct draft_message *message, bool unsent)
{
	struct arena *arena = context->arena;
	const struct span *addresses = message->to.items;
	struct mail_address *to = arena_new_array(arena, message->to.count, struct mail_address);
	for (size_t i = 0; i < message->to.count; i++)
		to[i] = (struct mail_address){ message->to.count == 1 ? message->people.client : SPAN_NONE,
			addresses[i] };
	const struct mail mail = {
		.from = sender(context, message),
		.to = to,
		.to_count = message->to.count,
		.subject = message->text.subject,
		.body = message->text.body,
		.draft = unsent,
	};
	return mail_text(arena, &mail);
}

static void add_property(struct arena *arena, struct buffer *out, const char *name, struct span value)
{
	buffer_printf(out, "%s: ", name);
	buffer_add(out, yaml_quote(arena, value, '\0'));
	buffer_add_text(out, "\n");
}

struct span draft_note(const struct context *context, const struct draft_message *message)
{
	struct arena *arena = context->arena;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(DRAFT_MOST);
	const struct span *addresses = message->to.items;
	struct span note = message->client_note;
	buffer_add_text(&out, "---\ntype: draft\n");
	if (message->linked)
		note = span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(note)));
	add_property(arena, &out, "client", note);
	buffer_printf(&out, "kind: %s\ndate: %s\n", touch_kind_names[message->kind], date_format(message->day).text);
	const char *to = "";
	for (size_t i = 0; i < message->to.count; i++)
		to = arena_printf(arena, "%s%s%.*s", to, i ? ", " : "", SPAN_PRINT(addresses[i]));
	if (*to)
		add_property(arena, &out, "to", span_of(to));
	add_property(arena, &out, "subject", message->text.subject);
	buffer_add_text(&out, "---\n");
	buffer_add(&out, utf8_without_controls(arena, message->text.body));
	return buffer_finish(arena, &out);
}

int draft_put(const struct context *context, struct outcome *outcome, const struct draft_message *message,
	enum draft_format format, const char **path, struct error *error)
{
	*path = draft_file_path(
		context->arena, context->configuration, message->client_note, message->kind, message->day, format);
	struct span text = format == DRAFT_MAIL ? draft_mail(context, message, true) : draft_note(context, message);
	return regenerate_whole(context, outcome, *path, text, error);
}
