#include "base/buffer.h"
#include "codec/yaml.h"
#include "vault/configuration.h"

#include <assert.h>
#include <string.h>

enum { WRITTEN_MOST_BYTES = 64 << 10 };

static const char introduction[] =
	"# This folder is a vault of `coach`. A line such as `# prep_minutes: 15` shows a default: take the `# ` away to\n"
	"# change it, or run `coach config NAME VALUE`. Your own words for headings, labels, columns, categories and states\n"
	"# go under `aliases:`, as in `aliases: { headings: { active roster: [my people] } }`.\n";

static const char *value_in(const char *const *set, const char *name)
{
	for (; set && set[0]; set += 2)
		if (strcmp(set[0], name) == 0)
			return set[1];
	return NULL;
}

static bool is_text(const struct setting *setting)
{
	return setting->kind != SETTING_INTEGER && setting->kind != SETTING_SIZE && setting->kind != SETTING_BOOLEAN;
}

static void add_setting(struct arena *arena, struct buffer *file, const struct setting *setting, const char *value)
{
	const char *point = strchr(setting->name, '.');
	const char *indent = point ? "  " : "";
	bool commented = !value && strcmp(setting->name, "version") != 0;
	struct span text = span_of(value ? value : setting->fallback);
	if (is_text(setting))
		text = yaml_quote(arena, text, 0);
	buffer_printf(file, "%s# %s.\n%s%s%s: %.*s\n", indent, setting->help, indent, commented ? "# " : "",
		point ? point + 1 : setting->name, SPAN_PRINT(text));
}

/* The part of the name before its point; empty for settings that stand alone. */
static struct span group_of(const struct setting *setting)
{
	const char *point = strchr(setting->name, '.');
	return point ? span_between(setting->name, point) : SPAN_NONE;
}

struct span configuration_file(struct arena *arena, const char *const *set)
{
	struct buffer file BUFFER_CLEANUP = BUFFER_INIT(WRITTEN_MOST_BYTES);
	buffer_add_text(&file, introduction);
	struct span group = SPAN_NONE;
	for (size_t i = 0; i < setting_count; i++) {
		struct span own = group_of(&settings[i]);
		if (own.length == 0 || !span_equal(own, group))
			buffer_add_byte(&file, '\n');
		if (own.length > 0 && !span_equal(own, group))
			buffer_printf(&file, "%.*s:\n", SPAN_PRINT(own));
		group = own;
		add_setting(arena, &file, &settings[i], value_in(set, settings[i].name));
	}
	assert(!file.over);
	return arena_copy_span(arena, buffer_span(&file));
}
