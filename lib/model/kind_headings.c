#include "model/kind_headings.h"

#include <string.h>

/* Sections of any note. */
static const char *const common[] = { "what is this file?", "notes", NULL };

/* Sections by kind, as the seeds and docs/formats.md have them; NULL-terminated. */
static const char *const portfolio[] = { "portfolio identity", "active roster", "engagement principles",
	"the capacity contract", "practice rituals", "strategic translation", "referral network & partners", NULL };
static const char *const engagement[] = { "document metadata", "engagement objective", "engagement terms",
	"success criteria", "client success metrics", "relationship health indicators", "red flags to monitor",
	"client profile", "background", "goals & motivations", "working style", "context & constraints", "consent",
	"engagement structure", "phase 1: onboarding", "phase 2: implementation", "phase 3: optimization",
	"session management", "pre-session protocol", "session agenda template", "post-session protocol",
	"deliverables & tracking", "client-facing deliverables", "internal tracking", "progress log", "decision rules",
	"session decisions", "async support decisions", "escalation triggers", "communication protocols",
	"async channel", "email templates", "touch patterns", "source materials", "client-specific",
	"coaching resources", "timeline & milestones", "engagement timeline", "first 30 days", "regular checkpoints",
	"completion standard", "session complete when", "engagement complete when", "after the engagement",
	"notes & context", NULL };
static const char *const session[] = { "agenda", "attendance", "summary", "action items", "metrics", "resources",
	"next session", NULL };
static const char *const week[] = { "priorities", "client focus", "regular checkpoints", "risk watchlist", "rituals",
	"partner check-ins", "capacity pre-check", "carryover", "time log", "review", "shutdown", NULL };
static const char *const day[] = { "sessions", "top three", "due today", "touches", "carryover", "log", "shutdown",
	NULL };
static const char *const plan[] = { "theme", "initiatives", "milestones", "risks", "retro actions", NULL };

static const char *const *const sections[NOTE_KIND_COUNT] = {
	[NOTE_PORTFOLIO] = portfolio,
	[NOTE_ENGAGEMENT] = engagement,
	[NOTE_SESSION] = session,
	[NOTE_WEEK] = week,
	[NOTE_DAY] = day,
	[NOTE_PLAN] = plan,
};

static bool is_any(const struct outline *outline, size_t index, const char *const *terms)
{
	for (; *terms; terms++)
		if (outline_section_is(outline, &outline->sections.items[index], *terms))
			return true;
	return false;
}

bool kind_has_heading(const struct outline *outline, enum note_kind kind, size_t index)
{
	if (!sections[kind])
		return alias_term(outline->aliases, ALIAS_HEADING, outline->titles[index]) != NULL;
	return is_any(outline, index, sections[kind]) || is_any(outline, index, common);
}

static bool holds(const char *const *terms, const char *term)
{
	while (*terms && strcmp(*terms, term) != 0)
		terms++;
	return *terms != NULL;
}

bool headings_may_meet(const char *a, const char *b)
{
	bool a_listed = false;
	bool b_listed = false;
	for (int kind = 0; kind < NOTE_KIND_COUNT; kind++) {
		bool has_a = sections[kind] && holds(sections[kind], a);
		bool has_b = sections[kind] && holds(sections[kind], b);
		if (has_a && has_b)
			return true;
		a_listed |= has_a;
		b_listed |= has_b;
	}
	return !a_listed || !b_listed;
}
