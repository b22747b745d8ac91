/* A new engagement is the template with what is known filled in, and reads back as that. */
#include "test.h"

#include "model/engagement.h"
#include "model/outline.h"
#include "practice/engagement_file.h"

#include <string.h>

struct written {
	struct arena arena;
	struct aliases aliases;
};

static int set_up(void **state)
{
	static struct written written;
	written = (struct written){ ARENA_INIT, ALIASES_INIT };
	*state = &written;
	return 0;
}

static int tear_down(void **state)
{
	struct written *written = *state;
	arena_release(&written->arena);
	return 0;
}

static struct vault vault_of_defaults(void)
{
	struct vault vault = { .given = ".", .root = "/nonexistent", .history_folder = "" };
	configuration_init(&vault.configuration);
	return vault;
}

static struct date day(const char *text)
{
	struct date date = DATE_NONE;
	assert_true(date_parse_iso(span_of(text), &date));
	return date;
}

/* The template, NULL for the one that ships, as the vault's own; what it has no place for is compared. */
static struct span fill(
	struct written *note, const char *template, const struct new_engagement *new, const char *missing)
{
	struct note own = { .path = "Templates/Engagement.md", .kind = NOTE_TEMPLATE, .bytes = span_of(template) };
	const struct practice practice = {
		.notes = { .items = &own, .count = template ? 1 : 0 },
		.aliases = &note->aliases,
	};
	const struct vault vault = vault_of_defaults();
	const char *named = NULL;
	struct error error = ERROR_INIT;
	struct span text;
	if (engagement_file_text(&note->arena, &vault, &practice, new, &text, &named, &error))
		fail_msg("%s", error.message);
	assert_string_equal(named ? named : "", missing);
	return text;
}

static const struct outline *outline_again(struct written *note, struct span text)
{
	const char *path = "Clients/Ida Invented/Ida Invented.md";
	return outline_of(
		&note->arena, &note->aliases, document_parse(&note->arena, path, text, DOCUMENT_DEFAULT_MOST));
}

static struct engagement read_back(struct written *note, struct span text)
{
	struct finding_list findings = { .arena = &note->arena };
	struct engagement engagement;
	engagement_read(outline_again(note, text), &engagement, &findings);
	if (findings.count)
		fail_msg("%s", findings.items[0].message);
	return engagement;
}

static struct span *no_values(struct written *note)
{
	size_t count = 0;
	while (engagement_places[count].key)
		count++;
	return arena_new_array(&note->arena, count, struct span);
}

static void give(struct span *values, const char *key, const char *text)
{
	int place = engagement_place_of(key);
	assert_true(place >= 0);
	values[place] = span_of(text);
}

static void every_value_reads_back(void **state)
{
	struct written *note = *state;
	struct span *values = no_values(note);
	give(values, "type", "1:1 | hybrid");
	give(values, "start", "2026-12-01");
	give(values, "phase", "Onboarding");
	give(values, "transformation", "From owner to | chair");
	give(values, "outcome", "Two branches\nrun without\r\nher");
	give(values, "duration", "6 months");
	give(values, "cadence", "2/month");
	give(values, "length", "1.5 hours");
	give(values, "async", "Slack, within 24 hours");
	give(values, "investment", "400 | monthly");
	give(values, "sessions", "12");
	give(values, "renewal", "2027-05-28");
	give(values, "cancellation", "Missed sessions count.");
	give(values, "role", "Owner of a shop");
	give(values, "goal", "Hand over\nthe shop");
	give(values, "why_now", "Her deputy left");
	give(values, "vision", "A third branch");
	give(values, "communication", "Plain");
	give(values, "accountability", "High");
	give(values, "constraints", "No travel");
	give(values, "blockers", "Time");
	give(values, "history", "Referred by Ben Made-Up");
	give(values, "considerations", "Her sister works there");
	give(values, "growth", "The sister");
	const struct new_engagement new = { .client = SPAN("Ida Invented"), .values = values };
	struct engagement read = read_back(note, fill(note, NULL, &new, ""));
	assert_span(read.client, "Ida Invented");
	assert_span(read.type, "1:1 | hybrid");
	assert_int_equal(date_compare(read.start, day("2026-12-01")), 0);
	assert_span(read.phase, "Onboarding");
	assert_span(read.transformation, "From owner to | chair");
	assert_span(read.outcome, "Two branches run without her");
	assert_span(read.profile.duration, "6 months");
	assert_true(read.cadence.known);
	assert_int_equal(read.meeting_minutes, 90);
	assert_span(read.profile.async_support, "Slack, within 24 hours");
	assert_span(read.profile.investment, "400 | monthly");
	assert_int_equal(read.package_sessions, 12);
	assert_int_equal(date_compare(read.renewal, day("2027-05-28")), 0);
	assert_true(read.missed_count);
	assert_span(read.profile.role, "Owner of a shop");
	assert_span(read.goal, "Hand over the shop");
	assert_span(read.profile.why_now, "Her deputy left");
	assert_span(read.profile.vision, "A third branch");
	assert_span(read.profile.communication, "Plain");
	assert_span(read.profile.accountability, "High");
	assert_span(read.profile.constraints, "No travel");
	assert_span(read.profile.blockers, "Time");
	assert_span(read.profile.history, "Referred by Ben Made-Up");
	assert_span(read.profile.considerations, "Her sister works there");
	assert_span(read.profile.growth, "The sister");
}

/* Each value alone has a place in the template that ships, and is found there word for word. */
static void every_key_has_a_place_in_the_template(void **state)
{
	struct written *note = *state;
	for (size_t i = 0; engagement_places[i].key; i++) {
		struct span *values = no_values(note);
		values[i] = SPAN("Quite unlike the rest");
		const struct new_engagement new = { .client = SPAN("Ida Invented"), .values = values };
		struct span text = fill(note, NULL, &new, "");
		if (!span_contains(text, "Quite unlike the rest"))
			fail_msg("%s is not in the text", engagement_places[i].key);
	}
}

static void what_looks_like_a_block_is_none(void **state)
{
	static const char *const hostile[] = { "- [ ] a task", "# Heading", "> quote", "| a | b |", "```", "<!-- open",
		"%% open", "---", "* item" };
	struct written *note = *state;
	for (size_t i = 0; i < sizeof(hostile) / sizeof(*hostile); i++) {
		struct span *values = no_values(note);
		give(values, "outcome", hostile[i]);
		give(values, "goal", "Hand over");
		give(values, "growth", "Her sister");
		const struct new_engagement new = { .client = SPAN("Ida Invented"), .values = values };
		struct span text = fill(note, NULL, &new, "");
		const struct outline *plain = outline_again(note, text);
		struct engagement read = read_back(note, text);
		if (!read.outcome.length || !span_is(read.goal, "Hand over") ||
			!span_is(read.profile.growth, "Her sister"))
			fail_msg("behind \"%s\" something is lost", hostile[i]);
		for (size_t k = 0; k < plain->tasks.count; k++)
			assert_false(span_contains(plain->tasks.items[k].text, "a task"));
	}
}

static void metrics_take_the_place_of_placeholders_and_go_on(void **state)
{
	static const struct new_metric metrics[] = {
		{ { "Decisions | alone", sizeof("Decisions | alone") - 1 }, { "2", sizeof("2") - 1 },
			{ "10", sizeof("10") - 1 }, { "2027-03-31", sizeof("2027-03-31") - 1 } },
		{ { "Evenings off", sizeof("Evenings off") - 1 }, { "", sizeof("") - 1 },
			{ "4\na week", sizeof("4\na week") - 1 }, { "", sizeof("") - 1 } },
		{ { "Pulse", sizeof("Pulse") - 1 }, { "3", sizeof("3") - 1 }, { "8", sizeof("8") - 1 },
			{ "2027-01-29", sizeof("2027-01-29") - 1 } },
		{ { "Turnover", sizeof("Turnover") - 1 }, { "40k", sizeof("40k") - 1 }, { "60k", sizeof("60k") - 1 },
			{ "2027-05-28", sizeof("2027-05-28") - 1 } },
		{ { "Letters", sizeof("Letters") - 1 }, { "9", sizeof("9") - 1 }, { "1", sizeof("1") - 1 },
			{ "", sizeof("") - 1 } },
	};
	struct written *note = *state;
	struct new_engagement new = { .client = SPAN("Ida Invented"), .values = no_values(note), .metrics = metrics };
	for (new.metric_count = 1; new.metric_count <= 5; new.metric_count++) {
		struct engagement read = read_back(note, fill(note, NULL, &new, ""));
		assert_int_equal(read.metric_count, new.metric_count);
		assert_span(read.metrics[0].name, "Decisions | alone");
		assert_span(read.metrics[0].baseline, "2");
		assert_span(read.metrics[0].target, "10");
		assert_int_equal(date_compare(read.metrics[0].deadline, day("2027-03-31")), 0);
	}
	new.metric_count = 5;
	struct engagement read = read_back(note, fill(note, NULL, &new, ""));
	assert_span(read.metrics[1].baseline, "");
	assert_true(span_starts_with(read.metrics[1].target, "4"));
	assert_false(date_is_known(read.metrics[1].deadline));
	assert_span(read.metrics[4].name, "Letters");
}

static void milestones_steps_and_consents_stand_in_their_places(void **state)
{
	const struct new_milestone milestones[] = { { "first quick win", day("2026-12-22") },
		{ "90-day review", DATE_NONE }, { "engagement close", day("2027-05-28") } };
	const struct new_step steps[] = { { "step alignment", SPAN_NONE, day("2026-12-04") },
		{ "step review", SPAN_NONE, day("2026-12-31") } };
	const struct consent consents[] = { { .scope = SPAN("ai"),
		.status = SPAN("yes"),
		.date = day("2026-11-19"),
		.agreement = SPAN("mail | of today") } };
	struct written *note = *state;
	const struct new_engagement new = { SPAN("Ida Invented"), no_values(note), NULL, 0, milestones, 3, steps, 2,
		consents, 1 };
	struct span text = fill(note, NULL, &new, "");
	struct engagement read = read_back(note, text);
	assert_int_equal(read.milestone_count, 5);
	assert_int_equal(date_compare(read.milestones[1].date, day("2026-12-22")), 0);
	assert_false(date_is_known(read.milestones[2].date));
	assert_int_equal(date_compare(read.milestones[4].date, day("2027-05-28")), 0);
	assert_int_equal(read.consent_count, 1);
	assert_true(read.consents[0].given);
	assert_span(read.consents[0].agreement, "mail | of today");
	assert_true(span_contains(text,
		"### First 30 Days\n\n- [ ] Alignment: agree in writing on outcome, measures of success, "
		"and what is not part of it [[Ida Invented]] 📅 2026-12-04\n"
		"- [ ] Review the first thirty days together: what works, what to change "
		"[[Ida Invented]] 📅 2026-12-31\n\n### Regular Checkpoints"));
}

static void the_vaults_own_template_counts(void **state)
{
	struct written *note = *state;
	struct span *values = no_values(note);
	give(values, "goal", "Den Laden | übergeben");
	give(values, "outcome", "Zwei Filialen");
	give(values, "async", "Post");
	const struct new_metric metric = { SPAN("Abende"), SPAN("1"), SPAN("4"), SPAN_NONE };
	const struct new_engagement new = {
		.client = SPAN("Ida Invented"), .values = values, .metrics = &metric, .metric_count = 1
	};
	struct span text = fill(note,
		"---\ntype: template\ntags: [klientin]\n---\n# Klientin\n\n**Hauptziel:** [was]\n\n**Wichtigstes Ergebnis:**\n\nMeine Worte.\n",
		&new, "Async Support, Client Success Metrics");
	assert_span(text,
		"---\ntype: engagement\ntags: [klientin]\nclient: \"[[Ida Invented]]\"\n---\n# Klientin\n\n"
		"**Hauptziel:** Den Laden | übergeben\n\n**Wichtigstes Ergebnis:** Zwei Filialen\n\nMeine Worte.\n");
	struct engagement read = read_back(note, text);
	assert_span(read.client, "Ida Invented");
	assert_span(read.goal, "Den Laden | übergeben");
}

static void a_template_without_front_matter_gets_it(void **state)
{
	struct written *note = *state;
	const struct new_engagement new = { .client = SPAN("Ida Invented"), .values = no_values(note) };
	struct span text = fill(note, "# My client\r\n\r\nWords.\r\n", &new, "");
	assert_span(text,
		"---\r\ntype: engagement\r\nclient: \"[[Ida Invented]]\"\r\n---\r\n# My client\r\n\r\nWords.\r\n");
}

static void a_broken_template_is_refused(void **state)
{
	struct written *note = *state;
	struct note own = { .path = "Templates/Engagement.md",
		.kind = NOTE_TEMPLATE,
		.bytes = SPAN("---\ntype: [engagement\n---\n# Mine\n") };
	const struct practice practice = { .notes = { .items = &own, .count = 1 }, .aliases = &note->aliases };
	const struct vault vault = vault_of_defaults();
	const struct new_engagement new = { .client = SPAN("Ida Invented"), .values = no_values(note) };
	struct error error = ERROR_INIT;
	struct span text;
	const char *missing;
	assert_int_equal(engagement_file_text(&note->arena, &vault, &practice, &new, &text, &missing, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_string_equal(error.path, "Templates/Engagement.md");
}

#define WRITTEN_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WRITTEN_TEST(every_value_reads_back),
		WRITTEN_TEST(every_key_has_a_place_in_the_template),
		WRITTEN_TEST(what_looks_like_a_block_is_none),
		WRITTEN_TEST(metrics_take_the_place_of_placeholders_and_go_on),
		WRITTEN_TEST(milestones_steps_and_consents_stand_in_their_places),
		WRITTEN_TEST(the_vaults_own_template_counts),
		WRITTEN_TEST(a_template_without_front_matter_gets_it),
		WRITTEN_TEST(a_broken_template_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
