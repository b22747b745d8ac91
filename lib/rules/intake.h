/* Whether the week has room for one more client: the capacity gate of onboard_client and client_request
 * (vault-template/practice/Client Portfolio.md §4; docs/words.md, "The capacity gate"). Pure. */
#ifndef COACH_RULES_INTAKE_H
#define COACH_RULES_INTAKE_H

#include "rules/capacity.h"

enum intake_verdict {
	INTAKE_FITS,
	INTAKE_NEAR_FULL, /* it fits, and leaves less than one session a week free */
	INTAKE_FULL,      /* the roster's demand would pass the maximum */
	INTAKE_BREAKER,   /* the circuit breaker is tripped */
	INTAKE_UNKNOWN,   /* the maximum, or how often the client would meet, is not known */
};
extern const char *const intake_verdict_names[]; /* fits, near_full, full, breaker, unknown */

struct intake {
	int verdict;           /* enum intake_verdict */
	struct decimal demand; /* sessions a week of the roster at the start, without the client, the high end */
	struct decimal with;   /* with the client */
	struct optional_integer maximum;
	enum category over; /* of a tripped breaker */
	struct span reason; /* intake_reason in English */
	struct result_list
		unknown;     /* struct span: names of others who are not counted, as nobody knows how often they meet */
	struct date room_on; /* when full: the end of the programme behind which there is room; DATE_NONE: none known */
};

/* Why it is judged so: one sentence, with the figures. */
struct span intake_reason(struct arena *arena, enum language language, const struct intake *intake);

/* Who asks for room. */
struct intake_request {
	struct cadence cadence; /* a range counts by its high end */
	int client_id;          /* in the roster: its own demand is left out; CLIENT_NOBODY */
	struct date start;      /* programmes that end before it, and not before today, take no room any more */
};

/* The breaker counts before the room. */
struct intake intake_decide(struct arena *arena, const struct records *records,
	const struct capacity_settings *settings, const struct intake_request *request, struct date today);

/* True where a new client is refused. */
bool intake_refuses(const struct intake *intake);

#endif
