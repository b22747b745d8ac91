#include "model/portfolio.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/capacity_limits.h"
#include "model/contract.h"
#include "model/outline.h"
#include "model/rituals.h"
#include "model/roster.h"

static struct span field_text(const struct outline *outline, const char *term)
{
	struct field field;
	if (!outline_field_in(outline, NULL, term, &field) || text_is_placeholder(field.value))
		return SPAN_NONE;
	return text_plain(outline->arena, field.value);
}

static void name_clients(struct arena *arena, struct portfolio *portfolio)
{
	for (size_t i = 0; i < portfolio->client_count; i++) {
		struct roster_client *client = &portfolio->clients[i];
		client->id = (int)i + 1;
		client_names_add(arena, &portfolio->names, utf8_fold(arena, client->name), client->id);
		client_names_add(arena, &portfolio->names, utf8_fold(arena, client->note), client->id);
	}
}

void portfolio_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings)
{
	struct field updated;
	*portfolio = (struct portfolio){ .document = outline->document, .updated = DATE_NONE };
	roster_read(outline, portfolio, findings);
	name_clients(outline->arena, portfolio);
	contract_read(outline, &portfolio->contract, findings);
	capacity_limits_read(outline, portfolio, findings);
	rituals_read(outline, portfolio);
	partners_read(outline, portfolio, findings);
	portfolio->priority_logic = field_text(outline, "priority logic");
	portfolio->trade_off_rule = field_text(outline, "the trade-off rule");
	if (outline_field_in(outline, NULL, "last updated", &updated))
		portfolio->updated = outline_date(outline, updated.value, findings);
}

const struct roster_client *portfolio_client(struct arena *arena, const struct portfolio *portfolio, struct span text)
{
	int id = client_names_find(&portfolio->names, utf8_fold(arena, text));
	return id ? &portfolio->clients[id - 1] : NULL;
}

struct client_match portfolio_match(
	struct arena *arena, const struct portfolio *portfolio, struct span part, enum name_form form)
{
	struct span wanted = utf8_fold_name(arena, part, form);
	struct client_match match = { arena_new_array(arena, portfolio->client_count, const struct roster_client *),
		0 };
	struct client_match exact = match;
	exact.items = arena_new_array(arena, portfolio->client_count, const struct roster_client *);
	for (size_t i = 0; i < portfolio->client_count && wanted.length; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		struct span name = utf8_fold_name(arena, client->name, form);
		struct span note = utf8_fold_name(arena, client->note, form);
		if (span_equal(name, wanted) || span_equal(note, wanted))
			exact.items[exact.count++] = client;
		if (utf8_matches_part(name, wanted) || utf8_matches_part(note, wanted))
			match.items[match.count++] = client;
	}
	return exact.count ? exact : match;
}
