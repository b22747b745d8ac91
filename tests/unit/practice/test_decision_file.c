/* A decision record reads back as what was decided, whatever its words hold. */
#include "test.h"

#include "md/document.h"
#include "md/table.h"
#include "practice/decision_file.h"
#include "practice/inbox_file.h"

#include <string.h>

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

static struct span write(struct arena *arena, const struct new_decision *decision, const char **path)
{
	const struct vault vault = vault_of_defaults();
	struct error error = ERROR_INIT;
	struct span text;
	if (decision_file(arena, &vault, decision, path, &text, &error))
		fail_msg("%s", error.message);
	return text;
}

static const struct decision_gate gates[] = {
	{ { "Fit", sizeof("Fit") - 1 }, "yes", { "suits | well", sizeof("suits | well") - 1 } },
	{ { "Capacity", sizeof("Capacity") - 1 }, "full",
		{ "7 of 6\n| x | y |\r\nand more", sizeof("7 of 6\n| x | y |\r\nand more") - 1 } },
};

static struct new_decision decision_of(const char *title)
{
	return (struct new_decision){
		.kind = "override",
		.status = "accepted",
		.reversible = "partly",
		.title = span_of(title),
		.client = SPAN("Ida Invented"),
		.date = day("2026-11-19"),
		.review = day("2026-12-19"),
		.request = SPAN("Take her on."),
		.recommendation = SPAN("Yes."),
		.gates = gates,
		.gate_count = 2,
	};
}

static void the_record_is_written_whole(void **state)
{
	struct arena arena = ARENA_INIT;
	struct new_decision decision = decision_of("Override Ida Invented");
	const char *path;
	(void)state;
	decision.gate_count = 1;
	assert_span(write(&arena, &decision, &path),
		"---\ntype: decision\nkind: override\nclient: \"[[Ida Invented]]\"\ndate: 2026-11-19\nstatus: accepted\n"
		"reversible: partly\nreview: 2026-12-19\n---\n# Override Ida Invented — 2026-11-19\n\n## Request\n"
		"Take her on.\n\n## Gates\n| Gate | Result | Reason |\n| --- | --- | --- |\n| Fit | yes | suits \\| well |\n\n"
		"## Recommendation\nYes.\n\n## Reply\n\n## Reviews\n");
	assert_string_equal(path, "Decisions/2026-11-19 Override Ida Invented.md");
	arena_release(&arena);
}

static void a_reason_is_one_cell(void **state)
{
	struct arena arena = ARENA_INIT;
	struct new_decision decision = decision_of("Override Ida Invented");
	const char *path;
	(void)state;
	const struct document *document =
		document_parse(&arena, "d.md", write(&arena, &decision, &path), DOCUMENT_DEFAULT_MOST);
	int table = 0;
	while (document->blocks[table].kind != BLOCK_TABLE)
		table++;
	struct table read = table_read(&arena, document, table);
	assert_int_equal(read.count, 2);
	assert_int_equal(read.rows[0].count, 3);
	assert_int_equal(read.rows[1].count, 3);
	assert_span(cell_value(&arena, read.rows[0].cells[2]), "suits | well");
	assert_span(cell_value(&arena, read.rows[1].cells[2]), "7 of 6 | x | y | and more");
	arena_release(&arena);
}

/* What YAML reads otherwise stands in quotes, and reads back as it was. */
static void hostile_names_read_back(void **state)
{
	static const char *const names[] = { "a: b", "Ida \"Ida\" O'Invented", "- x", "{date}", "王虚构", "#1", "yes",
		"2026-11-19", "a\\b", "C:\\temp" };
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct arena arena = ARENA_INIT;
		struct new_decision decision = decision_of(names[i]);
		const char *path;
		decision.client = span_of(names[i]);
		const struct document *document =
			document_parse(&arena, "d.md", write(&arena, &decision, &path), DOCUMENT_DEFAULT_MOST);
		const struct yaml_node *root = document->front_matter.root;
		assert_non_null(root);
		assert_span(yaml_text(yaml_get(root, "client")), arena_printf(&arena, "[[%s]]", names[i]));
		assert_span(yaml_text(yaml_get(root, "kind")), "override");
		assert_span(yaml_text(yaml_get(root, "review")), "2026-12-19");
		assert_int_equal(root->count, 7);
		assert_true(span_contains(document->bytes, arena_printf(&arena, "\n# %s — 2026-11-19\n", names[i])));
		assert_null(strchr(path + strlen("Decisions/"), '/'));
		arena_release(&arena);
	}
}

static void a_decision_of_nobody_has_no_client(void **state)
{
	struct arena arena = ARENA_INIT;
	struct new_decision decision = decision_of("Raise my fee");
	const char *path;
	(void)state;
	decision.client = SPAN_NONE;
	decision.gate_count = 0;
	const struct document *document =
		document_parse(&arena, "d.md", write(&arena, &decision, &path), DOCUMENT_DEFAULT_MOST);
	assert_non_null(document->front_matter.root);
	assert_span(yaml_text(yaml_get(document->front_matter.root, "client")), "");
	assert_string_equal(path, "Decisions/2026-11-19 Raise my fee.md");
	arena_release(&arena);
}

static void an_inbox_is_empty_and_the_clients(void **state)
{
	struct arena arena = ARENA_INIT;
	const struct vault vault = vault_of_defaults();
	struct error error = ERROR_INIT;
	const char *path;
	struct span text;
	(void)state;
	assert_int_equal(
		inbox_file(&arena, &vault, LANGUAGE_ENGLISH, SPAN("Ida \"I\" Invented"), &path, &text, &error), 0);
	assert_span(
		text, "---\ntype: inbox\nclient: \"[[Ida \\\"I\\\" Invented]]\"\n---\n# Inbox — Ida \"I\" Invented\n");
	assert_true(span_ends_with(span_of(path), "/Inbox.md"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_record_is_written_whole),
		cmocka_unit_test(a_reason_is_one_cell),
		cmocka_unit_test(hostile_names_read_back),
		cmocka_unit_test(a_decision_of_nobody_has_no_client),
		cmocka_unit_test(an_inbox_is_empty_and_the_clients),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
