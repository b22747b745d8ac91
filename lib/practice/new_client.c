#include "practice/new_client.h"

#include "codec/utf8.h"

enum likeness { NOBODY_LIKE, PART_OF_A_NAME, SAME_NAME };

static enum likeness compare(struct arena *arena, struct span a, struct span b)
{
	enum likeness likeness = NOBODY_LIKE;
	for (int form = NAME_AS_WRITTEN; form < NAME_FORM_COUNT; form++) {
		struct span one = utf8_fold_name(arena, a, (enum name_form)form);
		struct span other = utf8_fold_name(arena, b, (enum name_form)form);
		if (span_equal(one, other))
			return SAME_NAME;
		if (utf8_matches_part(one, other) || utf8_matches_part(other, one))
			likeness = PART_OF_A_NAME;
	}
	return likeness;
}

static enum likeness compare_row(struct arena *arena, const struct roster_client *client, struct span name)
{
	enum likeness by_name = compare(arena, client->name, name);
	enum likeness by_note = client->note.length ? compare(arena, client->note, name) : NOBODY_LIKE;
	return by_name > by_note ? by_name : by_note;
}

static int refuse_part(const struct roster_client *client, struct span name, struct error *error)
{
	error_set(error, ERROR_REFUSED, "\"%.*s\" may be %.*s, who is in the roster and has no engagement file yet",
		SPAN_PRINT(name), SPAN_PRINT(client->name));
	return error_hint(error,
		"write the name as the roster has it; somebody else of that name gets a row in the roster first");
}

int new_client_find(struct arena *arena, const struct records *records, struct span name,
	const struct roster_client **known, struct error *error)
{
	const struct portfolio *portfolio = records->portfolio;
	const struct roster_client *part = NULL;
	*known = portfolio_client(arena, portfolio, name);
	for (size_t i = 0; !*known && i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		enum likeness likeness = compare_row(arena, client, name);
		if (likeness == SAME_NAME)
			*known = client;
		else if (likeness == PART_OF_A_NAME && !part && !records_engagement(records, client->id))
			part = client;
	}
	return part && !*known ? refuse_part(part, name, error) : 0;
}
