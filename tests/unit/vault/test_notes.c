#include "vault/fixture.h"

#include "vault/notes.h"

struct scanned {
	struct note_list notes;
	struct finding_list findings;
};

static struct scanned scan(struct fixture *fixture)
{
	struct scanned scanned = { .findings = { .arena = &fixture->arena } };
	assert_int_equal(
		notes_scan(&fixture->arena, &fixture->vault, &scanned.notes, &scanned.findings, &fixture->error), 0);
	return scanned;
}

static void notes_are_found_in_order_and_recognised(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Desk/Portfolio.md", "# CLIENT PORTFOLIO\n");
	fixture_write(fixture, "A.md", "---\ntype: week\n---\n# Week 2026-W47\n");
	fixture_write(fixture, "picture.png", "x");
	fixture_write(fixture, ".obsidian/Hidden.md", "# CLIENT PORTFOLIO\n");
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.count, 2);
	assert_string_equal(scanned.notes.items[0].path, "A.md");
	assert_int_equal(scanned.notes.items[0].kind, NOTE_WEEK);
	assert_string_equal(scanned.notes.items[1].path, "Desk/Portfolio.md");
	assert_int_equal(scanned.notes.items[1].kind, NOTE_PORTFOLIO);
	assert_span(scanned.notes.items[1].bytes, "# CLIENT PORTFOLIO\n");
	assert_int_equal(scanned.findings.count, 0);
}

static void notes_of_the_templates_folder_are_templates(void **state)
{
	struct fixture *fixture = *state;
	fixture->vault.configuration.templates_folder = "Templates";
	fixture_write(fixture, "Templates/P.md", "# CLIENT PORTFOLIO\n");
	fixture_write(fixture, "Templates 2/P.md", "# CLIENT PORTFOLIO\n");
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.items[0].kind, NOTE_TEMPLATE);
	assert_int_equal(scanned.notes.items[1].kind, NOTE_PORTFOLIO);
}

static void what_could_not_be_read_is_known_by_its_first_lines_or_unknown(void **state)
{
	struct fixture *fixture = *state;
	char text[200];
	fixture->vault.configuration.note_most_bytes = 100;
	snprintf(text, sizeof(text), "# CLIENT PORTFOLIO\n%0150d\n", 0);
	fixture_write(fixture, "A.md", text);
	snprintf(text, sizeof(text), "# Poems\n%0150d\n", 0);
	fixture_write(fixture, "B.md", text);
	fixture_write(fixture, "Clients/.Ada.md.icloud", "");
	fixture_write(fixture, "Clients/.photo.jpg.icloud", "");
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.items[0].kind, NOTE_OTHER);
	assert_int_equal(scanned.notes.items[0].unread_kind, NOTE_PORTFOLIO);
	assert_int_equal(scanned.notes.items[1].unread_kind, NOTE_OTHER);
	assert_int_equal(scanned.notes.unknown_count, 1);
	assert_string_equal(scanned.notes.unknown[0], "Clients/Ada.md");
}

static void conflict_copies_are_findings(void **state)
{
	struct fixture *fixture = *state;
	static const char *const copies[] = {
		"Note (conflicted copy of 2026-11-20 1015).md",
		"Note (Pat's conflicted copy 2026-11-20).md",
		"Note (Case Conflict).md",
		"Note (In Konflikt stehende Kopie von Pat 2026-11-20).md",
		"Note.sync-conflict-20261120-101500-ABCDEFG.md",
	};
	for (size_t i = 0; i < sizeof(copies) / sizeof(copies[0]); i++)
		fixture_write(fixture, copies[i], "# CLIENT PORTFOLIO\n");
	fixture_write(fixture, "On conflicted copy editors.md", "text\n");
	fixture_write(fixture, "Note (2).md", "text\n");
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.count, 2);
	assert_int_equal(scanned.findings.count, 5);
	for (size_t i = 0; i < scanned.findings.count; i++)
		assert_int_equal(scanned.findings.items[i].code, FINDING_CONFLICT_COPY);
}

static void a_large_note_is_listed_without_its_bytes(void **state)
{
	struct fixture *fixture = *state;
	fixture->vault.configuration.note_most_bytes = 20;
	fixture_write(fixture, "Large.md", "# CLIENT PORTFOLIO\nmore\n");
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.count, 1);
	assert_null(scanned.notes.items[0].bytes.at);
	assert_int_equal(scanned.notes.items[0].kind, NOTE_OTHER);
	assert_int_equal(scanned.findings.items[0].code, FINDING_OPAQUE_NOTE);
	struct document *document =
		note_parse(&fixture->arena, &fixture->vault, &scanned.notes.items[0], &scanned.findings);
	assert_int_equal(document->block_count, 0);
	assert_int_equal(scanned.findings.count, 1);
}

static void symlinks_are_not_read(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Real.md", "text\n");
	fixture_write(fixture, "outside/Far.md", "far\n");
	fixture->vault.root = fixture_path(fixture, "inside");
	fixture_write(fixture, "Real.md", "text\n");
	assert_int_equal(symlink("Real.md", fixture_path(fixture, "Alias.md")), 0);
	assert_int_equal(symlink("../outside/Far.md", fixture_path(fixture, "Far.md")), 0);
	assert_int_equal(symlink("nowhere.md", fixture_path(fixture, "Lost.md")), 0);
	struct scanned scanned = scan(fixture);
	assert_int_equal(scanned.notes.count, 1);
	assert_string_equal(scanned.notes.items[0].path, "Real.md");
	assert_int_equal(scanned.findings.count, 2);
	assert_int_equal(scanned.findings.items[0].code, FINDING_UNREADABLE);
	assert_string_equal(scanned.findings.items[0].position.path, "Far.md");
	assert_non_null(strstr(scanned.findings.items[0].message, "leads out of the vault"));
	assert_string_equal(scanned.findings.items[1].position.path, "Lost.md");
	assert_non_null(strstr(scanned.findings.items[1].message, "leads nowhere"));
	fixture->vault.root = fixture->vault.given;
}

static void problems_of_a_parsed_note_are_found_once(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Broken.md", "---\na: [\n---\ntext\n");
	struct scanned scanned = scan(fixture);
	struct note *note = &scanned.notes.items[0];
	const struct document *document = note_parse(&fixture->arena, &fixture->vault, note, &scanned.findings);
	assert_ptr_equal(note_parse(&fixture->arena, &fixture->vault, note, &scanned.findings), document);
	assert_int_equal(scanned.findings.count, 1);
	assert_int_equal(scanned.findings.items[0].code, FINDING_FRONT_MATTER);
	assert_string_equal(scanned.findings.items[0].position.path, "Broken.md");
}

static void a_vault_is_found_from_a_folder_below(void **state)
{
	struct fixture *fixture = *state;
	struct finding_list findings = { .arena = &fixture->arena };
	struct vault *vault = NULL;
	fixture_write(fixture, "Clients/Ana/Inbox.md", "x\n");
	fixture_write(fixture, ".coach/config.yaml", "session: { minutes: 45 }\n");
	fixture_write(fixture, "coach/config.yaml", "session: { minutes: 30 }\nhealth: { silent_days: 9 }\n");
	assert_int_equal(chdir(fixture_path(fixture, "Clients/Ana")), 0);
	int result = vault_open(&fixture->arena, NULL, &vault, &findings, &fixture->error);
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(result, 0);
	assert_string_equal(vault->given, "../..");
	assert_string_equal(vault->root, fixture->vault.root);
	assert_int_equal(vault->configuration.session_minutes, 45);
	assert_int_equal(vault->configuration.health_silent_days, 9);
	assert_int_equal(vault_open(&fixture->arena, "/", &vault, &findings, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_NOT_FOUND);
	assert_int_equal(findings.count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(notes_are_found_in_order_and_recognised),
		FIXTURE_TEST(notes_of_the_templates_folder_are_templates),
		FIXTURE_TEST(what_could_not_be_read_is_known_by_its_first_lines_or_unknown),
		FIXTURE_TEST(conflict_copies_are_findings),
		FIXTURE_TEST(a_large_note_is_listed_without_its_bytes),
		FIXTURE_TEST(symlinks_are_not_read),
		FIXTURE_TEST(problems_of_a_parsed_note_are_found_once),
		FIXTURE_TEST(a_vault_is_found_from_a_folder_below),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
