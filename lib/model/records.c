#include "model/records.h"

#include "codec/utf8.h"

bool records_same_client(struct arena *arena, const struct records *records, struct span a, struct span b)
{
	if (!a.length || !b.length)
		return false;
	if (span_equal(utf8_fold(arena, a), utf8_fold(arena, b)))
		return true;
	const struct roster_client *client = records_client(arena, records, a);
	return client && roster_client_is(arena, client, b);
}

const struct roster_client *records_client(struct arena *arena, const struct records *records, struct span client)
{
	return records->portfolio ? portfolio_client(arena, records->portfolio, client) : NULL;
}

const struct engagement *records_engagement(struct arena *arena, const struct records *records, struct span client)
{
	for (size_t i = 0; i < records->engagement_count; i++)
		if (records_same_client(arena, records, records->engagements[i].client, client))
			return &records->engagements[i];
	return NULL;
}

const struct inbox *records_inbox(struct arena *arena, const struct records *records, struct span client)
{
	for (size_t i = 0; i < records->inbox_count; i++)
		if (records_same_client(arena, records, records->inboxes[i].client, client))
			return &records->inboxes[i];
	return NULL;
}

const struct plan *records_plan(const struct records *records, struct date date)
{
	for (size_t i = 0; i < records->plan_count; i++)
		if (quarter_compare(records->plans[i].quarter, quarter_of(date)) == 0)
			return &records->plans[i];
	return NULL;
}

const struct week_note *records_week(const struct records *records, struct week week)
{
	for (size_t i = 0; i < records->week_count; i++)
		if (week_compare(records->weeks[i].week, week) == 0)
			return &records->weeks[i];
	return NULL;
}
