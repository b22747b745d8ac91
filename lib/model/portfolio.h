/* The client portfolio: roster, capacity contract, rituals, strategic translation, partners
 * (vault-template/practice/Client Portfolio.md), in the seed's form or in a person's own words. */
#ifndef COACH_MODEL_PORTFOLIO_H
#define COACH_MODEL_PORTFOLIO_H

#include "base/date.h"
#include "codec/utf8.h"
#include "md/document.h"
#include "model/cadence.h"
#include "model/calendar_day.h"
#include "model/client_names.h"
#include "model/finding.h"
#include "model/words.h"

struct outline; /* model/outline.h */

/* A row of §2, Active Roster. */
struct roster_client {
	int id; /* from 1 on, in order of the roster; those behind are clients that it does not have (model/records.h)
		 */
	struct span name; /* as a person reads it: links by label, no emphasis */
	struct span note; /* the linked note's name, or empty */
	struct span type; /* Engagement Type */
	enum client_status status;
	struct span status_text; /* as written */
	struct cadence cadence;
	struct span cadence_text; /* as written; empty when the cell is */
	struct date end; /* Programme End; DATE_NONE when absent or unreadable. A quarter ends on its last day. */
	struct span end_text;
	struct span row; /* where it stands, for positions */
};

/* §4. Shares in tenths of a percent, so that 33.3 % is exact. */
struct capacity_contract {
	bool known;
	int tenths[CATEGORY_COUNT];
	struct span text; /* where it stands */
};

/* §5. */
struct ritual {
	struct span name;
	struct span label; /* the name as it stands, for positions */
	struct span text;  /* what is done */
	struct rhythm rhythm;
	int weekday;            /* enum weekday named in the text, or -1 */
	int ordinal;            /* 1–4 for "first Monday", -1 for "last", 0 for none */
	struct calendar_day on; /* "15 June", "the 15th" */
};

/* §7. */
struct partner {
	struct span name;
	struct span role;
	struct span relationship;
	struct span channel;
	struct span direction;
	struct span carries_over;
	struct rhythm rhythm; /* of check-ins, read from the channel */
	struct span row;
};

struct portfolio {
	const struct document *document;
	struct roster_client *clients;
	size_t client_count;
	struct client_names names; /* each client's name and note, with its id */
	bool has_roster;           /* a roster table was found, also one without clients */
	bool demand_ambiguous;     /* two columns of the same meaning say how often, or who is active */
	struct capacity_contract contract;
	bool maximum_known;
	int maximum_sessions;  /* a week; the larger end of a range */
	int bandwidth_minutes; /* Total Weekly Bandwidth; 0 when not given */
	int breaker_weeks;     /* "two consecutive weeks"; 0: the configuration's */
	struct ritual *rituals;
	size_t ritual_count;
	struct partner *partners;
	size_t partner_count;
	struct span trade_off_rule;
	struct span priority_logic;
	struct date updated; /* Last Updated */
};

/* Reads the view. Placeholder rows are no clients. What cannot be understood is a finding and stays unknown. Clients
 * keep their order; a client that stands in two tables twice with the same name is read once (finding). */
void portfolio_read(const struct outline *outline, struct portfolio *portfolio, struct finding_list *findings);

/* The first client whose name or note the text is, in any case; NULL when there is none. */
const struct roster_client *portfolio_client(struct arena *arena, const struct portfolio *portfolio, struct span text);

/* Clients whose name matches `part` (utf8_matches_part), both in the form that is given; an exact match alone wins over
 * partial ones. The result's count may be 0, 1 or more; pointers into the portfolio. */
struct client_match {
	const struct roster_client **items;
	size_t count;
};
struct client_match portfolio_match(
	struct arena *arena, const struct portfolio *portfolio, struct span part, enum name_form form);

#endif
