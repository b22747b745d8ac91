#include "practice/layout.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "codec/words.h"
#include "sys/file.h"
#include "vault/date_format.h"

#include <string.h>

enum { SETTINGS_MOST = 32 };

/* A pattern and how many notes follow it. */
struct pattern {
	const char *text;
	size_t count;
	struct span client; /* whose the first of them is */
	bool shared;        /* another client's note follows it, too */
};

struct patterns {
	struct arena *arena;
	struct pattern *items;
	size_t count;
	size_t capacity;
	size_t notes; /* seen in all */
};

static struct span replaced(struct arena *arena, struct span text, struct span part, const char *slot)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(text.length * (strlen(slot) + 1));
	const char *wanted = arena_copy_text(arena, part);
	while (part.length && text.length) {
		size_t at = span_find(text, wanted);
		buffer_add(&out, span_slice(text, 0, at));
		if (at < text.length)
			buffer_add_text(&out, slot);
		text = span_from(text, at < text.length ? at + part.length : at);
	}
	buffer_add(&out, text);
	return buffer_finish(arena, &out);
}

/* A note that is named after its client in other words than the whole name (`Berta 2026-11-09`) shows no pattern: the
 * next client's notes would get this one's name. */
static bool names_client(struct arena *arena, struct span path, struct span client)
{
	struct span rest = utf8_fold(arena, client);
	struct span folded = utf8_fold(arena, path);
	while (rest.length) {
		struct span word = span_slice(rest, 0, span_find_any(rest, " "));
		if (words_stand_in(folded, word))
			return true;
		rest = span_trim_start(span_from(rest, word.length));
	}
	return false;
}

static void count_pattern(struct patterns *patterns, struct span text, struct span client)
{
	patterns->notes++;
	for (size_t i = 0; i < patterns->count; i++) {
		struct pattern *pattern = &patterns->items[i];
		if (span_is(text, pattern->text)) {
			pattern->count++;
			pattern->shared = pattern->shared || !span_equal(pattern->client, client);
			return;
		}
	}
	patterns->items = arena_grow(
		patterns->arena, patterns->items, patterns->count, &patterns->capacity, sizeof(*patterns->items));
	patterns->items[patterns->count++] = (struct pattern){ text.at, 1, client, false };
}

static void count_client_pattern(struct patterns *patterns, struct span path, struct span client)
{
	struct span others = replaced(patterns->arena, path, client, "");
	if (names_client(patterns->arena, others, client))
		patterns->notes++;
	else
		count_pattern(patterns, replaced(patterns->arena, path, client, "{client}"), client);
}

/* The pattern that most notes follow and that holds the slot, or NULL. One of clients' notes that does not hold the
 * client may stand for one client in ways that no program sees (`BB 2026-11-09`): others must share it. */
static const char *prevailing(const struct patterns *patterns, const char *slot)
{
	for (size_t i = 0; i < patterns->count; i++) {
		const struct pattern *pattern = &patterns->items[i];
		bool anyones = !pattern->client.length || pattern->shared || strstr(pattern->text, "{client}");
		if (2 * pattern->count > patterns->notes && strstr(pattern->text, slot) && anyones)
			return pattern->text;
	}
	return NULL;
}

struct layout {
	struct arena *arena;
	struct finding_list *findings;
	const char **settings; /* names and values that differ from the defaults */
	size_t count;
	const char *learnt[SETTINGS_MOST]; /* names that the notes themselves settle, also by following the default */
	size_t learnt_count;
};

static bool is_learnt(const struct layout *layout, const char *name)
{
	for (size_t i = 0; i < layout->learnt_count; i++)
		if (strcmp(layout->learnt[i], name) == 0)
			return true;
	return false;
}

static bool is_taken(const struct layout *layout, const struct setting *setting, const char *value)
{
	struct error error = ERROR_INIT;
	if (setting_check(setting, span_of(value), &error) == 0)
		return true;
	struct finding *finding = finding_add_error(layout->findings, FINDING_CONFIG_VALUE, &error);
	finding_hint(layout->findings, finding, "Obsidian's settings or the notes here suggest it; the default holds");
	return false;
}

static void set(struct layout *layout, const char *name, const char *value)
{
	const struct setting *setting = setting_find(span_of(name));
	if (strcmp(setting->fallback, value) == 0 || layout->count + 2 >= SETTINGS_MOST ||
		!is_taken(layout, setting, value))
		return;
	layout->settings[layout->count++] = name;
	layout->settings[layout->count++] = value;
}

/* NULL: the notes show no pattern. */
static void learn(struct layout *layout, const char *name, const char *pattern)
{
	if (!pattern || layout->learnt_count == SETTINGS_MOST)
		return;
	layout->learnt[layout->learnt_count++] = name;
	set(layout, name, pattern);
}

static void learn_portfolio(struct layout *layout, const struct records *records)
{
	if (records->portfolio)
		learn(layout, "paths.portfolio", records->portfolio->document->path);
}

static void learn_sessions(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		struct span path = span_of(session->document->path);
		path = replaced(layout->arena, path, span_of(date_format(session->date).text), "{date}");
		count_client_pattern(&patterns, path, session->client);
	}
	learn(layout, "paths.session", prevailing(&patterns, "{date}"));
}

static void learn_engagements(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->engagement_count; i++)
		count_client_pattern(
			&patterns, span_of(records->engagements[i].document->path), records->engagements[i].client);
	learn(layout, "paths.engagement", prevailing(&patterns, "{client}"));
}

static void learn_inboxes(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->inbox_count; i++)
		count_client_pattern(
			&patterns, span_of(records->inboxes[i].document->path), records->inboxes[i].client);
	learn(layout, "paths.inbox", prevailing(&patterns, "{client}"));
}

static void learn_weeks(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->week_count; i++)
		count_pattern(&patterns,
			replaced(layout->arena, span_of(records->weeks[i].document->path),
				span_of(week_format(records->weeks[i].week).text), "{week}"),
			SPAN_NONE);
	learn(layout, "paths.week", prevailing(&patterns, "{week}"));
}

static void learn_plans(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->plan_count; i++)
		count_pattern(&patterns,
			replaced(layout->arena, span_of(records->plans[i].document->path),
				span_of(quarter_format(records->plans[i].quarter).text), "{quarter}"),
			SPAN_NONE);
	learn(layout, "paths.plan", prevailing(&patterns, "{quarter}"));
}

/* A periodic note: its folder and the format of its name, as Obsidian's plugins have them. */
static void take_periodic(struct layout *layout, const char *path_name, const char *format_name, const char *slot,
	const char *folder, const char *format)
{
	bool usable = date_format_is_understood((struct date_format){ span_of(format), true });
	if (is_learnt(layout, path_name) || (!folder[0] && !format[0]))
		return;
	learn(layout, path_name, path_join(layout->arena, folder, arena_printf(layout->arena, "%s.md", slot)));
	if (usable)
		set(layout, format_name, format);
}

/* One finding for the folder, not one for each setting that would lie in it. */
static bool is_folder_below(const struct layout *layout, const char *folder)
{
	struct error ignored = ERROR_INIT;
	if (setting_check(setting_find(SPAN("paths.templates")), span_of(folder), &ignored) == 0)
		return true;
	struct finding *finding = finding_add(layout->findings, FINDING_CONFIG_VALUE,
		(struct position){ .path = ".obsidian/app.json" }, "\"%s\" is no folder below the vault", folder);
	finding_hint(
		layout->findings, finding, "new notes go where they go by default; `coach config` shows the settings");
	return false;
}

/* New notes of all other kinds go where Obsidian puts new notes. */
static void take_new_folder(struct layout *layout, const char *folder)
{
	static const char *const paths[] = { "paths.portfolio", "paths.engagement", "paths.session", "paths.inbox",
		"paths.week", "paths.day", "paths.plan", "paths.decision", "paths.career", "paths.goals" };
	bool usable = folder[0] && is_folder_below(layout, folder);
	for (size_t i = 0; usable && i < sizeof(paths) / sizeof(*paths); i++)
		if (!is_learnt(layout, paths[i]))
			set(layout, paths[i],
				path_join(layout->arena, folder, setting_find(span_of(paths[i]))->fallback));
}

static void take_obsidian(struct layout *layout, const struct obsidian *obsidian)
{
	if (obsidian->templates[0])
		set(layout, "paths.templates", obsidian->templates);
	take_periodic(layout, "paths.week", "formats.week", "{week}", obsidian->weekly_folder, obsidian->weekly_format);
	take_periodic(layout, "paths.day", "formats.day", "{date}", obsidian->daily_folder, obsidian->daily_format);
	take_new_folder(layout, obsidian->new_folder);
}

const char *const *layout_settings(struct arena *arena, const struct practice *practice,
	const struct obsidian *obsidian, struct finding_list *findings)
{
	struct layout layout = { .arena = arena,
		.findings = findings,
		.settings = arena_new_array(arena, SETTINGS_MOST + 1, const char *) };
	learn_portfolio(&layout, &practice->records);
	learn_engagements(&layout, &practice->records);
	learn_sessions(&layout, &practice->records);
	learn_inboxes(&layout, &practice->records);
	learn_weeks(&layout, &practice->records);
	learn_plans(&layout, &practice->records);
	if (obsidian->found)
		take_obsidian(&layout, obsidian);
	return layout.settings;
}
