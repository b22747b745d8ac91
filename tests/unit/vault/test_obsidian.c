#include "scratch.h"

#include "vault/obsidian.h"

static struct obsidian read_settings(void **state, struct finding_list *findings)
{
	findings->arena = scratch_arena(state);
	struct scratch *scratch = *state;
	return obsidian_read(findings->arena, scratch->folder, findings);
}

static void a_folder_without_settings_says_nothing(void **state)
{
	struct finding_list findings = { 0 };
	struct obsidian settings = read_settings(state, &findings);
	assert_false(settings.found);
	assert_string_equal(settings.weekly_format, "");
	assert_int_equal(findings.count, 0);
}

static void each_file_is_read(void **state)
{
	struct finding_list findings = { 0 };
	scratch_write(state, ".obsidian/app.json",
		SPAN("{\"newFileLocation\":\"folder\",\"newFileFolderPath\":\"Inbox/\",\"attachmentFolderPath\":\"./Files\"}"));
	scratch_write(state, ".obsidian/daily-notes.json", SPAN("{\"folder\":\"Tage\",\"format\":\"DD.MM.YYYY\"}"));
	scratch_write(state, ".obsidian/templates.json", SPAN("{\"folder\":\"Vorlagen\"}"));
	scratch_write(state, ".obsidian/plugins/periodic-notes/data.json",
		SPAN("{\"weekly\":{\"format\":\"\",\"folder\":\"Journal/Weeks\",\"enabled\":true},"
		     "\"daily\":{\"format\":\"YYYY-MM-DD\",\"folder\":\"X\",\"enabled\":false}}"));
	scratch_write(
		state, ".obsidian/plugins/obsidian-tasks-plugin/data.json", SPAN("{\"taskFormat\":\"dataview\"}"));
	struct obsidian settings = read_settings(state, &findings);
	assert_true(settings.found);
	assert_string_equal(settings.new_folder, "Inbox");
	assert_string_equal(settings.attachments, "Files");
	assert_string_equal(settings.daily_folder, "Tage");
	assert_string_equal(settings.daily_format, "DD.MM.YYYY");
	assert_string_equal(settings.templates, "Vorlagen");
	assert_string_equal(settings.weekly_folder, "Journal/Weeks");
	assert_string_equal(settings.weekly_format, "gggg-[W]ww");
	assert_int_equal(settings.tasks, TASKS_FORMAT_DATAVIEW);
	assert_int_equal(findings.count, 0);
}

static void the_second_form_of_periodic_notes_is_read(void **state)
{
	struct finding_list findings = { 0 };
	scratch_write(state, ".obsidian/plugins/periodic-notes/data.json",
		SPAN("{\"calendarSets\":[{\"id\":\"Default\",\"week\":{\"enabled\":true,\"format\":\"GGGG-[W]WW\",\"folder\":\"W\"},"
		     "\"day\":{\"enabled\":true,\"format\":\"\",\"folder\":\"D\"}}]}"));
	struct obsidian settings = read_settings(state, &findings);
	assert_string_equal(settings.weekly_folder, "W");
	assert_string_equal(settings.weekly_format, "GGGG-[W]WW");
	assert_string_equal(settings.daily_folder, "D");
	assert_string_equal(settings.daily_format, "YYYY-MM-DD");
}

static void broken_or_odd_files_stop_nothing(void **state)
{
	struct finding_list findings = { 0 };
	scratch_write(state, ".obsidian/app.json", SPAN("{\"newFileLocation\":\"folder\","));
	scratch_write(state, ".obsidian/templates.json", SPAN("[1, 2]"));
	scratch_write(state, ".obsidian/daily-notes.json", SPAN("{\"folder\": 7, \"format\": null}"));
	scratch_write(state, ".obsidian/plugins/periodic-notes/data.json", SPAN("{\"weekly\": true}"));
	struct obsidian settings = read_settings(state, &findings);
	assert_int_equal(findings.count, 1);
	assert_string_equal(findings.items[0].position.path, ".obsidian/app.json");
	assert_string_equal(settings.new_folder, "");
	assert_string_equal(settings.daily_folder, "");
	assert_string_equal(settings.weekly_format, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(a_folder_without_settings_says_nothing),
		scratch_test(each_file_is_read),
		scratch_test(the_second_form_of_periodic_notes_is_read),
		scratch_test(broken_or_odd_files_stop_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
