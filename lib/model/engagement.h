/* One client's engagement specification (vault-template/practice/Templates/Engagement.md). */
#ifndef COACH_MODEL_ENGAGEMENT_H
#define COACH_MODEL_ENGAGEMENT_H

#include "base/date.h"
#include "md/document.h"
#include "md/table.h"
#include "md/task.h"
#include "model/cadence.h"
#include "model/communication.h"
#include "model/finding.h"

struct outline; /* model/outline.h */

/* §2, Client Success Metrics: figures stay as written; reading them as numbers is a rule's work. */
struct engagement_metric {
	struct span name, baseline, target;
	struct date deadline;
	struct span row;
};

/* §6, Progress Log. */
struct progress_entry {
	struct date date;
	struct span metric, value, note;
	struct span row;
};

/* §10, Engagement Timeline. */
struct engagement_milestone {
	struct span name;
	struct date date;
	struct span indicator;
	bool done; /* the status, indicator or name is ticked, struck out, or says done */
	struct span row;
	struct cell tick; /* where a tick goes: the status, else the indicator, else the name */
};

/* §10, Regular Checkpoints: "**Monthly:** Progress review against goals". */
struct engagement_checkpoint {
	struct rhythm rhythm;
	struct span text;
	struct span place; /* the same as it stands in the document */
};

/* §9, Coaching Resources. */
struct engagement_resource {
	struct span source, location, when;
};

/* §4: "### Phase 1: Onboarding (Sessions 1-3)". 0 where the heading does not say. */
struct engagement_phase {
	struct span name; /* "Onboarding" */
	int first_session, last_session;
	struct span objective;
	/* The phase's table: by session number in phase 1, by month of the phase in phase 2, by focus alone in phase 3.
	 */
	struct span focuses[12];
	int focus_sessions[12]; /* the session number of each, 0 when the row has none */
	int focus_months[12];   /* its month, from 1; 0 when the row has none */
	int focus_count;
	bool focus_always; /* the table has a column for neither: each of its rows holds for the whole phase */
};

/* §7, Session Decisions and Async Support Decisions. */
struct engagement_decision {
	unsigned situations; /* bits of enum situation (model/situation.h); 0: a situation of the coach's own */
	struct span situation, decision;
	struct span place; /* its row, as it stands in the document */
};

/* §7, Escalation Triggers. */
struct engagement_trigger {
	struct span text;
	struct span place; /* its line, as it stands in the document */
};

/* What the coach wrote about the client and the work, in their own words; each may be empty. */
struct engagement_profile {
	struct span duration, async_support, investment; /* §1, terms */
	struct span role, why_now, vision;               /* §3 */
	struct span communication, accountability;       /* §3, Working Style */
	struct span constraints, blockers;               /* §3, Context & Constraints */
	struct span history, considerations, growth;     /* §12 */
};

/* §3, Consent: what the client agreed to. */
struct consent {
	struct span scope;  /* ai, icf_log, case_study, recording, sponsor, hand_over; as written */
	struct span status; /* as written */
	bool given;         /* the status says yes */
	struct date date;
	struct span agreement;
	struct span row;
};

struct engagement {
	const struct document *document;
	struct span client; /* Client Name, else the note's front matter, else the file's name */
	int client_id;      /* records_resolve */
	struct span type;
	struct span phase; /* Current Phase */
	struct date start;
	struct span outcome; /* Primary Outcome */
	struct span transformation;
	struct span goal;       /* Primary Goal, §3 */
	int meeting_minutes;    /* Meeting Length; 0 when not given */
	struct cadence cadence; /* Meeting Cadence */
	struct span cadence_text;
	int package_sessions; /* Sessions of the terms; 0 when not given */
	struct date renewal;
	struct span cancellation;
	bool missed_count; /* the cancellation term says that missed sessions count */
	struct engagement_profile profile;
	struct consent *consents;
	size_t consent_count;
	struct engagement_metric *metrics;
	size_t metric_count;
	struct progress_entry *progress; /* in order of the note */
	size_t progress_count;
	struct engagement_milestone *milestones;
	size_t milestone_count;
	struct engagement_checkpoint *checkpoints; /* in order of the note */
	size_t checkpoint_count;
	struct engagement_resource *resources;
	size_t resource_count;
	struct engagement_phase *phases;
	size_t phase_count;
	struct engagement_decision *decisions; /* in order of the note */
	size_t decision_count;
	struct engagement_trigger *triggers;
	size_t trigger_count;
	/* §2, "Client satisfied" where it is ticked, which nothing else tells; else NULL */
	const struct task *satisfied;
	struct task_list completion;        /* §11, Engagement Complete When */
	struct communication communication; /* §8 */
	struct span coach;                  /* Coach/Owner */
};

/* The focus that its phases (§4) name for the session of that number; empty without. `engagement` may be NULL. */
struct span engagement_phase_focus(const struct engagement *engagement, int number);

void engagement_read(const struct outline *outline, struct engagement *engagement, struct finding_list *findings);

#endif
