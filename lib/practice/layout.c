#include "practice/layout.h"

#include "base/buffer.h"

#include <string.h>

enum { PATH_MOST = 4096, SETTINGS_MOST = 32 };

/* A pattern and how many notes follow it. */
struct pattern {
	const char *text;
	size_t count;
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
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(PATH_MOST);
	const char *wanted = arena_copy_text(arena, part);
	while (part.length && text.length) {
		size_t at = span_find(text, wanted);
		buffer_add(&out, span_slice(text, 0, at));
		if (at < text.length)
			buffer_add_text(&out, slot);
		text = span_from(text, at < text.length ? at + part.length : at);
	}
	buffer_add(&out, text);
	return arena_copy_span(arena, buffer_span(&out));
}

static void count_pattern(struct patterns *patterns, struct span text)
{
	patterns->notes++;
	for (size_t i = 0; i < patterns->count; i++) {
		if (span_is(text, patterns->items[i].text)) {
			patterns->items[i].count++;
			return;
		}
	}
	patterns->items = arena_grow(
		patterns->arena, patterns->items, patterns->count, &patterns->capacity, sizeof(*patterns->items));
	patterns->items[patterns->count++] = (struct pattern){ text.at, 1 };
}

/* The pattern that most notes follow and that holds the slot, or NULL. */
static const char *prevailing(const struct patterns *patterns, const char *slot)
{
	for (size_t i = 0; i < patterns->count; i++)
		if (2 * patterns->items[i].count > patterns->notes && strstr(patterns->items[i].text, slot))
			return patterns->items[i].text;
	return NULL;
}

struct layout {
	struct arena *arena;
	const char **settings;
	size_t count;
};

static void set(struct layout *layout, const char *name, const char *value)
{
	const struct setting *setting = setting_find(span_of(name));
	if (!value || strcmp(setting->fallback, value) == 0 || layout->count + 2 >= SETTINGS_MOST)
		return;
	layout->settings[layout->count++] = name;
	layout->settings[layout->count++] = value;
}

static void learn_portfolio(struct layout *layout, const struct records *records)
{
	if (records->portfolio)
		set(layout, "paths.portfolio", records->portfolio->document->path);
}

static void learn_sessions(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		struct span path = span_of(session->document->path);
		path = replaced(layout->arena, path, session->client, "{client}");
		count_pattern(
			&patterns, replaced(layout->arena, path, span_of(date_format(session->date).text), "{date}"));
	}
	set(layout, "paths.session", prevailing(&patterns, "{date}"));
}

static void learn_engagements(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->engagement_count; i++)
		count_pattern(&patterns, replaced(layout->arena, span_of(records->engagements[i].document->path),
						 records->engagements[i].client, "{client}"));
	set(layout, "paths.engagement", prevailing(&patterns, "{client}"));
}

static void learn_inboxes(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->inbox_count; i++)
		count_pattern(&patterns, replaced(layout->arena, span_of(records->inboxes[i].document->path),
						 records->inboxes[i].client, "{client}"));
	set(layout, "paths.inbox", prevailing(&patterns, "{client}"));
}

static void learn_weeks(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->week_count; i++)
		count_pattern(&patterns, replaced(layout->arena, span_of(records->weeks[i].document->path),
						 span_of(week_format(records->weeks[i].week).text), "{week}"));
	set(layout, "paths.week", prevailing(&patterns, "{week}"));
}

static void learn_plans(struct layout *layout, const struct records *records)
{
	struct patterns patterns = { .arena = layout->arena };
	for (size_t i = 0; i < records->plan_count; i++)
		count_pattern(&patterns, replaced(layout->arena, span_of(records->plans[i].document->path),
						 span_of(quarter_format(records->plans[i].quarter).text), "{quarter}"));
	set(layout, "paths.plan", prevailing(&patterns, "{quarter}"));
}

const char *const *layout_settings(struct arena *arena, const struct practice *practice)
{
	struct layout layout = { arena, arena_new_array(arena, SETTINGS_MOST, const char *), 0 };
	learn_portfolio(&layout, &practice->records);
	learn_engagements(&layout, &practice->records);
	learn_sessions(&layout, &practice->records);
	learn_inboxes(&layout, &practice->records);
	learn_weeks(&layout, &practice->records);
	learn_plans(&layout, &practice->records);
	return layout.settings;
}
