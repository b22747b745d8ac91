#include "vault/obsidian.h"

#include "codec/json_read.h"
#include "sys/file.h"

#include <string.h>

struct reading {
	struct arena *arena;
	const char *root;
	struct finding_list *findings;
};

/* NULL when there is no such file, or it is broken. */
static struct json *read_file(const struct reading *reading, const char *name)
{
	struct error error = ERROR_INIT;
	struct span text;
	struct json *value = NULL;
	const char *path = path_join(reading->arena, reading->root, name);
	if (file_read(reading->arena, path, name, JSON_MOST_BYTES, &text, NULL, &error) == 0 &&
		json_parse(text, name, &value, &error) == 0)
		return value;
	if (error.class != ERROR_NOT_FOUND)
		finding_add_error(reading->findings, FINDING_UNREADABLE, &error);
	return NULL;
}

static const char *text_of(const struct reading *reading, const struct json *object, const char *key)
{
	return arena_copy_text(reading->arena, span_trim(json_get_text(object, key)));
}

static const char *folder_of(const struct reading *reading, const struct json *object, const char *key)
{
	struct span folder = span_trim(json_get_text(object, key));
	while (span_starts_with(folder, "/") || span_starts_with(folder, "./"))
		folder = span_from(folder, 1);
	while (span_ends_with(folder, "/"))
		folder.length--;
	return arena_copy_text(reading->arena, folder);
}

static void read_application(const struct reading *reading, struct obsidian *settings)
{
	struct json *file JSON_CLEANUP = read_file(reading, ".obsidian/app.json");
	if (span_is(json_get_text(file, "newFileLocation"), "folder"))
		settings->new_folder = folder_of(reading, file, "newFileFolderPath");
	settings->attachments = folder_of(reading, file, "attachmentFolderPath");
}

static void read_core_plugins(const struct reading *reading, struct obsidian *settings)
{
	struct json *daily JSON_CLEANUP = read_file(reading, ".obsidian/daily-notes.json");
	struct json *templates JSON_CLEANUP = read_file(reading, ".obsidian/templates.json");
	settings->daily_folder = folder_of(reading, daily, "folder");
	settings->daily_format = text_of(reading, daily, "format");
	settings->templates = folder_of(reading, templates, "folder");
}

/* The plugin's stable form has `weekly` at the top; its second form has `week` in the first of `calendarSets`. */
static const struct json *period(const struct json *file, const char *name, const char *name_in_set)
{
	const struct json *top = json_get(file, name);
	return top ? top : json_get(json_item(json_get(file, "calendarSets"), 0), name_in_set);
}

static const char *or_default(const char *format, const char *fallback)
{
	return format[0] ? format : fallback;
}

static void read_periodic_notes(const struct reading *reading, struct obsidian *settings)
{
	struct json *file JSON_CLEANUP = read_file(reading, ".obsidian/plugins/periodic-notes/data.json");
	const struct json *daily = period(file, "daily", "day");
	const struct json *weekly = period(file, "weekly", "week");
	if (json_get_true(daily, "enabled")) {
		settings->daily_folder = folder_of(reading, daily, "folder");
		settings->daily_format = or_default(text_of(reading, daily, "format"), "YYYY-MM-DD");
	}
	if (json_get_true(weekly, "enabled")) {
		settings->weekly_folder = folder_of(reading, weekly, "folder");
		settings->weekly_format = or_default(text_of(reading, weekly, "format"), "gggg-[W]ww");
	}
}

static void read_tasks(const struct reading *reading, struct obsidian *settings)
{
	struct json *file JSON_CLEANUP = read_file(reading, ".obsidian/plugins/obsidian-tasks-plugin/data.json");
	struct span format = json_get_text(file, "taskFormat");
	if (span_is(format, "tasksPluginEmoji"))
		settings->tasks = TASKS_FORMAT_EMOJI;
	else if (span_is(format, "dataview"))
		settings->tasks = TASKS_FORMAT_DATAVIEW;
}

struct obsidian obsidian_read(struct arena *arena, const char *root, struct finding_list *findings)
{
	struct reading reading = { arena, root, findings };
	struct obsidian settings = {
		.found = file_look(path_join(arena, root, ".obsidian"), NULL) == FILE_DIRECTORY,
		.new_folder = "",
		.attachments = "",
		.templates = "",
		.daily_folder = "",
		.daily_format = "",
		.weekly_folder = "",
		.weekly_format = "",
	};
	if (!settings.found)
		return settings;
	read_application(&reading, &settings);
	read_core_plugins(&reading, &settings);
	read_periodic_notes(&reading, &settings);
	read_tasks(&reading, &settings);
	return settings;
}
