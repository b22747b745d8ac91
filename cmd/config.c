#include "base/nearest.h"
#include "cli/command.h"
#include "cmd/commands.h"
#include "cmd/config_reference.h"
#include "codec/utf8.h"
#include "codec/yaml.h"
#include "history/history.h"
#include "vault/configuration_edit.h"
#include "vault/configuration_history.h"
#include "vault/configuration_origin.h"

enum { CONFIGURATION_MOST = 256 << 10 };

struct config_options {
	const char *name;
	const char *value;
	bool unset;
	bool reference;
};

static const struct option options[] = {
	OPT_FLAG(struct config_options, unset, 'u', "unset", "Take the setting back to its default"),
	OPT_FLAG(struct config_options, reference, 0, "reference", "Print the manual of all settings as Markdown"),
	ARG(OPTION_TEXT, struct config_options, name, const char *, "NAME", false, "The setting",
		.completes = COMPLETES_SETTING),
	ARG(OPTION_TEXT, struct config_options, value, const char *, "VALUE", false, "Its new value",
		.takes_empty = true),
	OPT_END,
};

struct config_setting {
	struct span name;
	struct span value;
	int origin; /* enum setting_origin */
	struct span fallback;
	struct span accepts;
	struct span help;
};

struct config_word {
	struct span domain;
	struct span term;
	struct span word;
};

struct config_result {
	struct result_list settings;
	struct result_list words;
};

static const struct result_field setting_fields[] = {
	RES_TEXT(struct config_setting, name, "name", "The setting's name"),
	RES_TEXT(struct config_setting, value, "value", "Its value"),
	RES_CHOICE(struct config_setting, origin, "origin", setting_origin_names, "Where the value comes from"),
	RES_TEXT(struct config_setting, fallback, "default", "Its default"),
	RES_TEXT(struct config_setting, accepts, "accepts", "What it takes"),
	RES_TEXT(struct config_setting, help, "help", "What it is for"),
	RES_END,
};

static const struct result_field word_fields[] = {
	RES_TEXT(struct config_word, domain, "domain", "headings, labels, columns, properties, categories or states"),
	RES_TEXT(struct config_word, term, "term", "What coach calls it"),
	RES_TEXT(struct config_word, word, "word", "What you call it"),
	RES_END,
};

static const struct result_field result[] = {
	RES_LIST(struct config_result, settings, struct config_setting, "settings", setting_fields,
		"The settings asked for, as they are now or will be"),
	RES_LIST(struct config_result, words, struct config_word, "aliases", word_fields,
		"Your own words; empty where one setting was asked for"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach config", "List all settings with their values and where they come from" },
	{ "coach config capacity.prep_minutes", "Show one" },
	{ "coach config capacity.prep_minutes 20 --dry-run", "Show what setting it would change in the file" },
	{ "coach config --unset capacity.prep_minutes --dry-run", "The way back to the default" },
	{ NULL, NULL },
};

/* --- what there is ----------------------------------------------------------------------------------------------- */

static struct config_setting describe(struct arena *arena, const struct configuration *configuration,
	const struct setting *setting, enum setting_origin origin)
{
	return (struct config_setting){
		.name = span_of(setting->name),
		.value = span_of(setting_value(arena, configuration, setting)),
		.origin = (int)origin,
		.fallback = span_of(setting->fallback),
		.accepts = span_of(setting_accepts(arena, setting)),
		.help = span_of(setting->help),
	};
}

/* `only` NULL: all of them. */
static struct result_list list_settings(const struct context *context, const struct setting *only)
{
	struct setting_origins origins = setting_origins_read(context->arena, context->vault);
	struct config_setting *items = arena_new_array(context->arena, setting_count, struct config_setting);
	size_t count = 0;
	for (size_t i = 0; i < setting_count; i++)
		if (!only || only == &settings[i])
			items[count++] = describe(context->arena, &context->vault->configuration, &settings[i],
				setting_origin(context->arena, &origins, &settings[i]));
	return (struct result_list){ items, count };
}

static struct result_list list_words(const struct context *context)
{
	const struct aliases *aliases = &context->vault->configuration.aliases;
	struct config_word *items = arena_new_array(context->arena, aliases->own_count, struct config_word);
	for (size_t i = 0; i < aliases->own_count; i++) {
		const struct alias *own = &aliases->own[i];
		items[i] = (struct config_word){ span_of(alias_domain_name(own->domain)), span_of(own->term),
			span_of(own->text) };
	}
	return (struct result_list){ items, aliases->own_count };
}

static const char *shown(struct report *report, struct span value)
{
	if (value.length == 0)
		return "–";
	return arena_printf(report->arena, "%.*s", SPAN_PRINT(report_escape(report->arena, value)));
}

static void report_settings(struct report *report, const struct result_list *list)
{
	static const char *const columns[] = { "Setting", "Value", "From" };
	struct report_node *table = report_table(report, NULL, columns, 3, "lll");
	for (size_t i = 0; i < list->count; i++) {
		const struct config_setting *setting = (const struct config_setting *)list->items + i;
		struct report_cell *cells = report_row(report, table);
		enum report_tone tone = setting->origin == ORIGIN_DEFAULT ? TONE_QUIET : TONE_PLAIN;
		report_cell_set(report, &cells[0], TONE_PLAIN, "%.*s", SPAN_PRINT(setting->name));
		report_cell_set(report, &cells[1], tone, "%s", shown(report, setting->value));
		report_cell_set(report, &cells[2], tone, "%s", setting_origin_names[setting->origin]);
	}
}

static void report_words(struct report *report, const struct result_list *words)
{
	static const char *const columns[] = { "In", "Your word", "Read as" };
	if (words->count == 0)
		return;
	struct report_node *section = report_section(report, NULL, "Your own words");
	struct report_node *table = report_table(report, section, columns, 3, "lll");
	for (size_t i = 0; i < words->count; i++) {
		const struct config_word *word = (const struct config_word *)words->items + i;
		struct report_cell *cells = report_row(report, table);
		report_cell_set(report, &cells[0], TONE_PLAIN, "%.*s", SPAN_PRINT(word->domain));
		report_cell_set(report, &cells[1], TONE_PLAIN, "%s", shown(report, word->word));
		report_cell_set(report, &cells[2], TONE_PLAIN, "%s", shown(report, word->term));
	}
}

/* To a script, the value and nothing else. */
static void report_setting(const struct context *context, const struct config_setting *setting, struct outcome *outcome)
{
	struct report *report = &outcome->report;
	struct report_node *terms = report_terms(report, NULL);
	report_term(report, terms, "Value", "%s", shown(report, setting->value));
	report_term(report, terms, "From", "%s", setting_origin_names[setting->origin]);
	report_term(report, terms, "Default", "%s", shown(report, setting->fallback));
	report_term(report, terms, "Takes", "%.*s", SPAN_PRINT(setting->accepts));
	report_text(report, NULL, TONE_QUIET, "%.*s.", SPAN_PRINT(setting->help));
	if (context->interactive)
		return;
	struct span value = utf8_safe_line(context->arena, setting->value);
	outcome->raw = span_of(arena_printf(context->arena, "%.*s\n", SPAN_PRINT(value)));
}

/* --- changing ---------------------------------------------------------------------------------------------------- */

static int unknown_setting(const char *name, struct error *error)
{
	struct nearest nearest = nearest_to(span_of(name));
	for (size_t i = 0; i < setting_count; i++)
		nearest_offer(&nearest, settings[i].name);
	error_set(error, ERROR_USAGE, "there is no setting \"%s\"", name);
	if (nearest.best)
		return error_hint(error, "did you mean %s?", nearest.best);
	return error_hint(error, "`coach config` lists the settings");
}

/* What the vault's file says from now on; a value from elsewhere may still hold. */
static void report_change(const struct context *context, const struct setting *setting, struct span after,
	struct config_result *data, struct report *report)
{
	struct finding_list ignored = { .arena = context->arena };
	struct configuration changed;
	configuration_init(&changed);
	configuration_read(context->arena, &changed, after, configuration_name, &ignored);
	struct config_setting *item = arena_new(context->arena, struct config_setting);
	const struct config_setting *now = data->settings.items;
	bool outranked = now->origin == ORIGIN_ENVIRONMENT;
	*item = outranked ? *now : describe(context->arena, &changed, setting, ORIGIN_VAULT);
	data->settings = (struct result_list){ item, 1 };
	if (outranked)
		report_text(report, NULL, TONE_WARNING, "%s holds as long as %s is set in the environment.",
			shown(report, now->value), setting_variable(context->arena, setting));
	else
		report_text(report, NULL, TONE_PLAIN, "%s is %s.", setting->name, shown(report, item->value));
}

/* A place that no history can be kept in would be found out by the next command that writes. */
static int check_history_folder(const struct context *context, const char *value, struct error *error)
{
	struct history_place place = { .vault = context->vault->root };
	bool found;
	if (history_folder_find(context->arena, context->vault->root, value, &place.folder, error))
		return -1;
	if (!place.folder[0])
		return 0;
	const struct history *history = history_open(error);
	return history ? history->look(&place, &found, error) : -1;
}

static int change(const struct context *context, const struct setting *setting, struct config_result *data,
	struct outcome *outcome, struct error *error)
{
	const struct config_options *asked = context->options;
	struct span before;
	struct span after;
	if (vault_read(context->arena, context->vault, configuration_name, CONFIGURATION_MOST, &before, error))
		return -1;
	int failed = asked->unset
			     ? configuration_unset(context->arena, before, configuration_name, setting, &after, error)
			     : configuration_set(context->arena, before, configuration_name, setting,
				       span_trim(span_of(asked->value)), &after, error);
	if (failed)
		return -1;
	/* By the new settings: the ones before may be what no history can be kept by. */
	struct finding_list unheard = { .arena = context->arena };
	outcome->becomes = vault_with_configuration(context->arena, context->vault, after, &unheard);
	outcome->changes.subject = setting->name;
	changeset_put(&outcome->changes, configuration_name, before, after);
	if (span_equal(before, after))
		outcome->unchanged = asked->unset ? "it is not set in this vault" : "it has this value already";
	report_change(context, setting, after, data, &outcome->report);
	return 0;
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static int check_words(const struct context *context, const struct setting *setting, struct error *error)
{
	const struct config_options *asked = context->options;
	if (asked->name && !setting)
		return unknown_setting(asked->name, error);
	if (asked->unset && !asked->name)
		return error_set(error, ERROR_USAGE, "--unset needs the name of a setting");
	if (asked->unset && asked->value)
		return error_set(error, ERROR_USAGE, "--unset takes no value");
	if (asked->reference && asked->name)
		return error_set(error, ERROR_USAGE, "--reference takes no setting: it describes them all");
	if (!asked->value)
		return 0;
	if (setting_check_meaning(context->configuration, setting, span_of(asked->value), error))
		return -1;
	bool folder = setting->kind == SETTING_OUTSIDE;
	return folder ? check_history_folder(context, asked->value, error) : 0;
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	const struct config_options *asked = context->options;
	const struct setting *setting = asked->name ? setting_find(span_of(asked->name)) : NULL;
	if (check_words(context, setting, error))
		return -1;
	struct config_result *data = arena_new(context->arena, struct config_result);
	data->settings = list_settings(context, setting);
	outcome->data = data;
	if (asked->value || asked->unset)
		return change(context, setting, data, outcome, error);
	if (setting) {
		report_setting(context, data->settings.items, outcome);
		return 0;
	}
	data->words = list_words(context);
	if (asked->reference)
		outcome->raw = config_reference(context->arena);
	report_settings(&outcome->report, &data->settings);
	report_words(&outcome->report, &data->words);
	return 0;
}

const struct command command_config = {
	.name = "config",
	.group = GROUP_FOUNDATION,
	.summary = "Show and change the vault's settings",
	.description =
		"Alone, lists every setting with its value and where that comes from: the default, your own file, the vault, or "
		"the environment. With a name, shows that one; in a pipe, its value alone. With a name and a value, sets it in the vault's "
		"`.coach/config.yaml`: a line that stands there as a comment is taken into use, and every other line stays as "
		"it is.\n\n"
		"Your own words for headings, labels, columns, front matter keys, categories and states stand under "
		"`aliases:` in the same file; "
		"they are listed behind the settings. `docs/configuration.md` describes everything.",
	.examples = examples,
	.needs = NEEDS_VAULT,
	.options = options,
	.options_size = sizeof(struct config_options),
	.result = result,
	.run = run,
};
