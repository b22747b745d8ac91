#include "model/records.h"

#include "codec/utf8.h"

/* --- who is who -------------------------------------------------------------------------------------------------- */

static int roster_count(const struct records *records)
{
	return records->portfolio ? (int)records->portfolio->client_count : 0;
}

int records_largest_id(const struct records *records)
{
	return roster_count(records) + (int)records->others.count;
}

/* CLIENT_NOBODY for a name that neither the roster nor a view has. */
static int find(const struct records *records, struct span folded)
{
	int id = records->portfolio ? client_names_find(&records->portfolio->names, folded) : CLIENT_NOBODY;
	return id ? id : client_names_find(&records->others, folded);
}

int records_client_id(struct arena *arena, const struct records *records, struct span client)
{
	return client.length ? find(records, utf8_fold(arena, client)) : CLIENT_NOBODY;
}

static int resolve(struct arena *arena, struct records *records, struct span client)
{
	if (!client.length)
		return CLIENT_NOBODY;
	struct span folded = utf8_fold(arena, client);
	if (!find(records, folded))
		client_names_add(arena, &records->others, folded, records_largest_id(records) + 1);
	return find(records, folded);
}

void records_resolve(struct arena *arena, struct records *records)
{
	records->others = (struct client_names){ .count = 0 };
	for (size_t i = 0; i < records->session_count; i++)
		records->sessions[i].client_id = resolve(arena, records, records->sessions[i].client);
	for (size_t i = 0; i < records->engagement_count; i++)
		records->engagements[i].client_id = resolve(arena, records, records->engagements[i].client);
	for (size_t i = 0; i < records->inbox_count; i++)
		records->inboxes[i].client_id = resolve(arena, records, records->inboxes[i].client);
	for (size_t i = 0; i < records->week_count; i++)
		for (size_t k = 0; k < records->weeks[i].entry_count; k++)
			records->weeks[i].entries[k].client_id =
				resolve(arena, records, records->weeks[i].entries[k].client);
	for (size_t i = 0; i < records->actions.count; i++)
		records->actions.items[i].client_id = resolve(arena, records, records->actions.items[i].client);
	for (size_t i = 0; i < records->actions.copy_count; i++)
		records->actions.copies[i].client_id = resolve(arena, records, records->actions.copies[i].client);
}

bool records_in_roster(const struct records *records, int client_id)
{
	return client_id > CLIENT_NOBODY && client_id <= roster_count(records);
}

const struct roster_client *records_client(const struct records *records, int client_id)
{
	for (size_t i = 0; records->portfolio && i < records->portfolio->client_count; i++)
		if (records->portfolio->clients[i].id == client_id)
			return &records->portfolio->clients[i];
	return NULL;
}

/* --- finding views ----------------------------------------------------------------------------------------------- */

const struct engagement *records_engagement(const struct records *records, int client_id)
{
	for (size_t i = 0; client_id != CLIENT_NOBODY && i < records->engagement_count; i++)
		if (records->engagements[i].client_id == client_id)
			return &records->engagements[i];
	return NULL;
}

const struct inbox *records_inbox(const struct records *records, int client_id)
{
	for (size_t i = 0; client_id != CLIENT_NOBODY && i < records->inbox_count; i++)
		if (records->inboxes[i].client_id == client_id)
			return &records->inboxes[i];
	return NULL;
}

size_t records_sessions_from(const struct records *records, struct date date)
{
	size_t low = 0;
	size_t high = records->session_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (date_compare(records->sessions[middle].date, date) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
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

const struct day_note *records_day(const struct records *records, struct date date)
{
	for (size_t i = 0; i < records->day_count; i++)
		if (date_compare(records->days[i].date, date) == 0)
			return &records->days[i];
	return NULL;
}

const struct day_note *records_day_before(const struct records *records, struct date date)
{
	const struct day_note *last = NULL;
	for (size_t i = 0; i < records->day_count && date_compare(records->days[i].date, date) < 0; i++)
		last = &records->days[i];
	return last;
}
