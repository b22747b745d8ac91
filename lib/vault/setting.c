/* One setting: what it accepts, how its text becomes a value, and how the value is shown. */
#include "vault/setting.h"

#include "base/date.h"
#include "model/words.h"
#include "sys/clock.h"

#include <string.h>

static bool in_range(const struct setting *setting, long long value)
{
	return value >= setting->least && value <= setting->most;
}

static bool parse_integer(struct span text, long long *value)
{
	int digits;
	if (!span_read_digits(&text, &digits) || text.length > 0)
		return false;
	*value = digits;
	return true;
}

static bool parse_size(struct span text, long long *value)
{
	static const struct {
		const char *name;
		long long factor;
	} units[] = { { "", 1 }, { "B", 1 }, { "K", 1 << 10 }, { "KB", 1 << 10 }, { "KiB", 1 << 10 }, { "M", 1 << 20 },
		{ "MB", 1 << 20 }, { "MiB", 1 << 20 } };
	int digits;
	if (!span_read_digits(&text, &digits))
		return false;
	text = span_trim(text);
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (span_is_ignoring_case(text, units[i].name)) {
			*value = digits * units[i].factor;
			return true;
		}
	return false;
}

static bool parse_hours(const struct setting *setting, struct span text, long long *minutes)
{
	long long hours;
	int length;
	if (text.length == 0)
		*minutes = -1;
	else if (parse_integer(text, &hours))
		*minutes = in_range(setting, hours) ? hours * 60 : -2;
	else
		*minutes = duration_parse(text, &length) ? length : -2;
	return *minutes > -2;
}

static bool parse_boolean(struct span text, bool *value)
{
	static const char *const words[] = { "false", "true", "no", "yes", "off", "on", "0", "1" };
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (span_is_ignoring_case(text, words[i])) {
			*value = i % 2 == 1;
			return true;
		}
	return false;
}

static bool is_path_below(struct span path)
{
	if (span_starts_with(path, "/"))
		return false;
	struct span part;
	while (span_next(&path, '/', &part))
		if (part.length == 0 || span_is(part, ".") || span_is(part, ".."))
			return false;
	return true;
}

static bool is_zone(struct span text)
{
	struct arena arena = ARENA_INIT;
	bool known = clock_knows_zone(arena_copy_text(&arena, text));
	arena_release(&arena);
	return known;
}

/* By the rules of `git check-ref-format`. */
static bool is_ref_part(struct span part)
{
	return part.length > 0 && !span_starts_with(part, ".") && !span_ends_with(part, ".lock") &&
	       span_find(part, "..") == part.length && span_find(part, "@{") == part.length;
}

static bool is_ref(struct span text)
{
	struct span rest = text;
	struct span part;
	for (size_t i = 0; i < text.length; i++)
		if (strchr(" ~^:?*[\\\x7f", text.at[i]))
			return false;
	if (!span_skip(&rest, "refs/") || rest.length == 0 || span_ends_with(rest, "/") || span_ends_with(rest, "."))
		return false;
	while (span_next(&rest, '/', &part))
		if (!is_ref_part(part))
			return false;
	return true;
}

static bool text_fits(const struct setting *setting, struct span text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.at[i] < 0x20)
			return false;
	if (setting->kind == SETTING_NOTE)
		return span_ends_with(text, ".md") && text.length > 3 && is_path_below(text);
	if (setting->kind == SETTING_FOLDER)
		return text.length == 0 || is_path_below(text);
	if (setting->kind == SETTING_ZONE && text.length > 0)
		return is_path_below(text) && is_zone(text);
	if (setting->kind == SETTING_OUTSIDE)
		return text.length == 0 || span_starts_with(text, "/") || span_starts_with(text, "~/");
	if (setting->kind == SETTING_REF)
		return text.length == 0 || is_ref(text);
	return text.length > 0 || setting->fallback[0] == '\0';
}

bool setting_parse(const struct setting *setting, struct span text, struct setting_value *value)
{
	text = span_trim(text);
	*value = (struct setting_value){ .text = text };
	switch (setting->kind) {
	case SETTING_INTEGER:
		return parse_integer(text, &value->number) && in_range(setting, value->number);
	case SETTING_SIZE:
		return parse_size(text, &value->number) && in_range(setting, value->number);
	case SETTING_HOURS:
		return parse_hours(setting, text, &value->number);
	case SETTING_BOOLEAN:
		return parse_boolean(text, &value->flag);
	case SETTING_TEXT:
	case SETTING_ZONE:
	case SETTING_CATEGORY:
	case SETTING_LANGUAGE:
	case SETTING_NOTE:
	case SETTING_FOLDER:
	case SETTING_OUTSIDE:
	case SETTING_REF:
		break;
	}
	return text_fits(setting, text);
}

const struct setting *setting_find(struct span name)
{
	for (size_t i = 0; i < setting_count; i++)
		if (span_is(name, settings[i].name))
			return &settings[i];
	return NULL;
}

static const char *show_hours(struct arena *arena, int minutes)
{
	if (minutes < 0)
		return "";
	if (minutes % 60 == 0)
		return arena_printf(arena, "%d", minutes / 60);
	if (minutes % 6 == 0)
		return arena_printf(arena, "%d.%d", minutes / 60, minutes % 60 / 6);
	return arena_printf(arena, "%d:%02d", minutes / 60, minutes % 60);
}

static const char *show_size(struct arena *arena, long long bytes)
{
	if (bytes % (1 << 20) == 0)
		return arena_printf(arena, "%lld MiB", bytes >> 20);
	if (bytes % (1 << 10) == 0)
		return arena_printf(arena, "%lld KiB", bytes >> 10);
	return arena_printf(arena, "%lld", bytes);
}

const char *setting_value(struct arena *arena, const struct configuration *configuration, const struct setting *setting)
{
	const void *field = (const char *)configuration + setting->offset;
	switch (setting->kind) {
	case SETTING_INTEGER:
		return arena_printf(arena, "%d", *(const int *)field);
	case SETTING_SIZE:
		return show_size(arena, *(const long long *)field);
	case SETTING_HOURS:
		return show_hours(arena, *(const int *)field);
	case SETTING_BOOLEAN:
		return *(const bool *)field ? "true" : "false";
	case SETTING_TEXT:
	case SETTING_ZONE:
	case SETTING_CATEGORY:
	case SETTING_LANGUAGE:
	case SETTING_NOTE:
	case SETTING_FOLDER:
	case SETTING_OUTSIDE:
	case SETTING_REF:
		break;
	}
	return *(const char *const *)field;
}

const char *setting_accepts(struct arena *arena, const struct setting *setting)
{
	switch (setting->kind) {
	case SETTING_INTEGER:
		if (setting->least == setting->most)
			return arena_printf(arena, "%d", setting->least);
		return arena_printf(arena, "a whole number from %d to %d", setting->least, setting->most);
	case SETTING_SIZE:
		return arena_printf(arena, "a size from %s to %s", show_size(arena, setting->least),
			show_size(arena, setting->most));
	case SETTING_HOURS:
		return "hours such as 3, 2.5 or 90m, or nothing";
	case SETTING_BOOLEAN:
		return "true or false";
	case SETTING_NOTE:
		return "a path below the vault that ends in .md";
	case SETTING_FOLDER:
		return "a folder below the vault, or nothing";
	case SETTING_OUTSIDE:
		return "an absolute folder outside the vault, or one from ~/, or nothing";
	case SETTING_REF:
		return "a whole name such as refs/heads/main, by git's rules, or nothing";
	case SETTING_ZONE:
		return "an IANA name such as Europe/Berlin, or nothing";
	case SETTING_CATEGORY:
		return "coaching, bizdev, admin, or a word for one of them";
	case SETTING_LANGUAGE:
		return "en, de, zh, or a word for one of them";
	case SETTING_TEXT:
		break;
	}
	return setting->fallback[0] ? "a text" : "a text, or nothing";
}

bool setting_means_something(const struct configuration *configuration, const struct setting *setting, struct span text)
{
	if (setting->kind != SETTING_CATEGORY && setting->kind != SETTING_LANGUAGE)
		return true;
	struct arena arena = ARENA_INIT;
	enum category category;
	enum language language;
	bool known = setting->kind == SETTING_CATEGORY
			     ? category_read(&arena, &configuration->aliases, text, &category)
			     : language_read(&arena, &configuration->aliases, text, &language);
	arena_release(&arena);
	return known;
}

static int refuse(const struct setting *setting, struct span value, struct error *error)
{
	struct arena arena = ARENA_INIT;
	error_set(error, ERROR_USAGE, "\"%.*s\" is no value for %s", SPAN_PRINT(value), setting->name);
	error_hint(error, "it takes %s", setting_accepts(&arena, setting));
	arena_release(&arena);
	return -1;
}

int setting_check(const struct setting *setting, struct span value, struct error *error)
{
	struct setting_value parsed;
	return setting_parse(setting, value, &parsed) ? 0 : refuse(setting, value, error);
}

int setting_check_meaning(const struct configuration *configuration, const struct setting *setting, struct span value,
	struct error *error)
{
	if (setting_check(setting, value, error))
		return -1;
	return setting_means_something(configuration, setting, value) ? 0 : refuse(setting, value, error);
}
