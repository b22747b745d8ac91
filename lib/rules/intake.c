#include "rules/intake.h"

#include "model/wording.h"

const char *const intake_verdict_names[] = { "fits", "near_full", "full", "breaker", "unknown", NULL };

struct taking {
	struct arena *arena;
	const struct portfolio *portfolio;
	const struct intake_request *request;
	struct date today;
};

/* An end that is past says nothing: whoever is active still goes on. */
static bool has_left(const struct taking *taking, const struct roster_client *client)
{
	return date_is_known(client->end) && date_compare(client->end, taking->today) >= 0 &&
	       date_compare(client->end, taking->request->start) < 0;
}

static bool is_there(const struct taking *taking, const struct roster_client *client)
{
	return client->id != taking->request->client_id && client_status_is_active(client->status) &&
	       !has_left(taking, client);
}

static bool takes_room(const struct taking *taking, const struct roster_client *client)
{
	return is_there(taking, client) && client->cadence.known;
}

static struct result_list unknown_among_others(const struct taking *taking)
{
	size_t most = taking->portfolio ? taking->portfolio->client_count : 0;
	struct span *names = arena_new_array(taking->arena, most, struct span);
	struct result_list unknown = { names, 0 };
	for (size_t i = 0; i < most; i++) {
		const struct roster_client *client = &taking->portfolio->clients[i];
		if (is_there(taking, client) && !client->cadence.known)
			names[unknown.count++] = client->name;
	}
	return unknown;
}

static struct fraction demand_of_others(const struct taking *taking)
{
	struct fraction demand = fraction_of(0, 1);
	for (size_t i = 0; taking->portfolio && i < taking->portfolio->client_count; i++)
		if (takes_room(taking, &taking->portfolio->clients[i]))
			demand = fraction_add(demand, taking->portfolio->clients[i].cadence.high);
	return demand;
}

/* The earliest programme that would come next behind `after`; DATE_NONE for none. */
static struct date next_ending(const struct taking *taking, struct date after)
{
	struct date next = DATE_NONE;
	for (size_t i = 0; i < taking->portfolio->client_count; i++) {
		const struct roster_client *client = &taking->portfolio->clients[i];
		if (!takes_room(taking, client) || !date_is_known(client->end) || date_compare(client->end, after) <= 0)
			continue;
		if (!date_is_known(next) || date_compare(client->end, next) < 0)
			next = client->end;
	}
	return next;
}

/* Programmes end one day after the other, until what is asked for fits. */
static struct date room_on(const struct taking *taking, struct fraction with, struct fraction maximum)
{
	struct date day = date_add(taking->today, -1); /* an end before that frees nothing */
	while (date_is_known(day = next_ending(taking, day))) {
		for (size_t i = 0; i < taking->portfolio->client_count; i++) {
			const struct roster_client *client = &taking->portfolio->clients[i];
			if (takes_room(taking, client) && date_is_known(client->end) &&
				date_compare(client->end, day) == 0)
				with = fraction_subtract(with, client->cadence.high);
		}
		if (fraction_compare(with, maximum) <= 0)
			return day;
	}
	return DATE_NONE;
}

static void judge_room(const struct taking *taking, struct intake *intake, struct fraction with)
{
	struct fraction maximum = fraction_of(intake->maximum.value, 1);
	if (fraction_compare(with, maximum) > 0) {
		intake->verdict = INTAKE_FULL;
		intake->room_on = room_on(taking, with, maximum);
		return;
	}
	bool near = fraction_compare(fraction_subtract(maximum, with), fraction_of(1, 1)) < 0;
	intake->verdict = near ? INTAKE_NEAR_FULL : INTAKE_FITS;
}

struct span intake_reason(struct arena *arena, enum language language, const struct intake *intake)
{
	static const char *const names[] = {
		[INTAKE_FULL] = "gate full", [INTAKE_NEAR_FULL] = "gate near full", [INTAKE_FITS] = "gate fits"
	};
	if (intake->verdict == INTAKE_BREAKER) {
		const struct slot slot = { "category",
			wording_word(language, ALIAS_CATEGORY, category_names[intake->over]) };
		return wording_text(arena, language, "gate breaker", &slot, 1);
	}
	if (intake->verdict == INTAKE_UNKNOWN)
		return wording_text(
			arena, language, intake->with.known ? "gate without maximum" : "gate without cadence", NULL, 0);
	const struct slot slots[] = { { "asked", span_of(decimal_text(arena, intake->with)) },
		{ "maximum", span_of(arena_printf(arena, "%lld", intake->maximum.value)) } };
	return wording_text(arena, language, names[intake->verdict], slots, sizeof(slots) / sizeof(*slots));
}

struct intake intake_decide(struct arena *arena, const struct records *records,
	const struct capacity_settings *settings, const struct intake_request *request, struct date today)
{
	struct finding_list unheard = { .arena = arena };
	const struct capacity *capacity = capacity_decide(arena, records, settings, week_of(today), today, &unheard);
	const struct cadence *cadence = &request->cadence;
	struct taking taking = { arena, records->portfolio, request, today };
	struct fraction demand = demand_of_others(&taking);
	struct fraction with = cadence->known ? fraction_add(demand, cadence->high) : demand;
	struct intake intake = {
		.verdict = INTAKE_UNKNOWN,
		.demand = fraction_round(demand),
		.with = cadence->known ? fraction_round(with) : DECIMAL_UNKNOWN,
		.maximum = capacity->sessions->maximum,
		.unknown = unknown_among_others(&taking),
		.room_on = DATE_NONE,
	};
	if (capacity->breaker->tripped) {
		intake.verdict = INTAKE_BREAKER;
		intake.over = (enum category)capacity->breaker->category;
	} else if (cadence->known && intake.maximum.known)
		judge_room(&taking, &intake, with);
	intake.reason = intake_reason(arena, LANGUAGE_ENGLISH, &intake);
	return intake;
}

bool intake_refuses(const struct intake *intake)
{
	return intake->verdict == INTAKE_FULL || intake->verdict == INTAKE_BREAKER;
}
