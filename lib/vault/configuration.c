#include "vault/configuration.h"

#include "base/nearest.h"
#include "codec/yaml.h"
#include "model/words.h"
#include "vault/configuration_words.h"
#include "vault/setting.h"

#include <assert.h>
#include <ctype.h>
#include <string.h>

const char configuration_name[] = ".coach/config.yaml";

struct reading {
	struct arena *arena;
	struct configuration *configuration;
	struct span yaml; /* the file's text */
	const char *name; /* of the file, or of the variable */
	struct finding_list *findings;
};

static void store(struct configuration *configuration, const struct setting *setting, const struct setting_value *value,
	const char *text)
{
	void *field = (char *)configuration + setting->offset;
	switch (setting->kind) {
	case SETTING_INTEGER:
	case SETTING_HOURS:
		*(int *)field = (int)value->number;
		return;
	case SETTING_SIZE:
		*(long long *)field = value->number;
		return;
	case SETTING_BOOLEAN:
		*(bool *)field = value->flag;
		return;
	case SETTING_TEXT:
	case SETTING_ZONE:
	case SETTING_CATEGORY:
	case SETTING_LANGUAGE:
	case SETTING_NOTE:
	case SETTING_FOLDER:
	case SETTING_OUTSIDE:
	case SETTING_REF:
		*(const char **)field = text;
	}
}

void configuration_init(struct configuration *configuration)
{
	*configuration = (struct configuration){ .aliases = ALIASES_INIT };
	for (size_t i = 0; i < setting_count; i++) {
		struct setting_value value;
		bool good = setting_parse(&settings[i], span_of(settings[i].fallback), &value);
		assert(good);
		(void)good;
		store(configuration, &settings[i], &value, settings[i].fallback);
	}
}

static struct position position_of(const struct reading *reading, const struct yaml_node *node)
{
	return (struct position){ reading->name, node->line, node->column };
}

static void report_value(
	const struct reading *reading, const struct setting *setting, struct span text, struct position position)
{
	const char *kept = setting_value(reading->arena, reading->configuration, setting);
	const char *variable = position.path ? "" : arena_printf(reading->arena, "%s: ", reading->name);
	struct finding *finding = finding_add(reading->findings, FINDING_CONFIG_VALUE, position,
		"%s\"%.*s\" is no value for %s, %s", variable, SPAN_PRINT(text), setting->name,
		kept[0] ? arena_printf(reading->arena, "which stays %s", kept) : "which stays empty");
	finding_hint(reading->findings, finding, "it takes %s", setting_accepts(reading->arena, setting));
}

static void read_value(
	const struct reading *reading, const struct setting *setting, struct span text, struct position position)
{
	struct setting_value value;
	if (!setting_parse(setting, text, &value)) {
		report_value(reading, setting, text, position);
		return;
	}
	store(reading->configuration, setting, &value, arena_copy_text(reading->arena, value.text));
}

static void report_unknown(const struct reading *reading, const struct yaml_node *node, const char *name)
{
	struct finding *finding = finding_add(
		reading->findings, FINDING_CONFIG_UNKNOWN, position_of(reading, node), "unknown setting %s", name);
	struct nearest nearest = nearest_to(span_of(name));
	for (size_t i = 0; i < setting_count; i++)
		nearest_offer(&nearest, settings[i].name);
	if (nearest.best)
		finding_hint(reading->findings, finding, "did you mean %s?", nearest.best);
	else
		finding_hint(reading->findings, finding, "`coach config` lists the settings");
}

static void read_aliases(const struct reading *reading, const struct yaml_node *domains)
{
	struct words_reading words = { reading->arena, &reading->configuration->aliases, reading->yaml, reading->name,
		reading->findings };
	for (size_t i = 0; i < domains->count; i++) {
		const struct yaml_node *node = &domains->children[i];
		enum alias_domain domain;
		if (alias_domain_of(node->key, &domain))
			configuration_words_read(&words, domain, node);
		else
			report_unknown(
				reading, node, arena_printf(reading->arena, "aliases.%.*s", SPAN_PRINT(node->key)));
	}
}

/* A group whose settings are all commented out is null. */
static bool is_group(const char *name)
{
	size_t length = strlen(name);
	for (size_t i = 0; i < setting_count; i++)
		if (strncmp(settings[i].name, name, length) == 0 && settings[i].name[length] == '.')
			return true;
	return strcmp(name, "aliases") == 0;
}

static void read_entry(const struct reading *reading, const struct yaml_node *node, const char *name)
{
	const struct setting *setting = setting_find(span_of(name));
	if (setting && node->kind == YAML_SCALAR)
		read_value(reading, setting, yaml_text(node), position_of(reading, node));
	else if (setting)
		report_value(reading, setting, SPAN("(several values)"), position_of(reading, node));
	else if (!is_group(name) || (node->kind != YAML_MAPPING && yaml_text(node).length > 0))
		report_unknown(reading, node, name);
	else if (strcmp(name, "aliases") == 0)
		read_aliases(reading, node);
	else
		for (size_t i = 0; i < node->count; i++) {
			const struct yaml_node *child = &node->children[i];
			read_entry(
				reading, child, arena_printf(reading->arena, "%s.%.*s", name, SPAN_PRINT(child->key)));
		}
}

/* A person's own words may stand behind the setting that uses them. */
static void check_meanings(const struct reading *reading, const struct yaml_node *root)
{
	for (size_t i = 0; i < setting_count; i++) {
		const struct yaml_node *node = yaml_path(root, settings[i].name);
		struct span text = yaml_text(node);
		if (!text.length || setting_means_something(reading->configuration, &settings[i], text))
			continue;
		struct setting_value usual = { .text = span_of(settings[i].fallback) };
		store(reading->configuration, &settings[i], &usual, settings[i].fallback);
		report_value(reading, &settings[i], text, position_of(reading, node));
	}
}

/* After the settings and the person's own words for the languages. */
static void settle_language(struct arena *arena, struct configuration *configuration)
{
	struct aliases *aliases = &configuration->aliases;
	language_read(arena, aliases, span_of(configuration->message_language), &aliases->usual);
}

void configuration_read(struct arena *arena, struct configuration *configuration, struct span yaml, const char *name,
	struct finding_list *findings)
{
	struct reading reading = { arena, configuration, yaml, name, findings };
	struct yaml_node *root;
	struct error error = ERROR_INIT;
	if (yaml_parse(arena, yaml, CONFIGURATION_MOST_BYTES, name, 1, &root, &error)) {
		finding_add_error(findings, FINDING_CONFIG_VALUE, &error);
		return;
	}
	if (root->kind != YAML_MAPPING) {
		finding_add(findings, FINDING_CONFIG_VALUE, position_of(&reading, root), "the settings are no mapping");
		return;
	}
	for (size_t i = 0; i < root->count; i++)
		read_entry(&reading, &root->children[i], arena_copy_text(arena, root->children[i].key));
	check_meanings(&reading, root);
	settle_language(arena, configuration);
}

const char *setting_variable(struct arena *arena, const struct setting *setting)
{
	char *name = arena_printf(arena, "COACH_%s", setting->name);
	for (char *byte = name; *byte; byte++)
		*byte = *byte == '.' ? '_' : (char)toupper((unsigned char)*byte);
	return name;
}

void configuration_read_environment(struct arena *arena, struct configuration *configuration,
	const char *(*lookup)(const char *name), struct finding_list *findings)
{
	for (size_t i = 0; i < setting_count; i++) {
		const char *name = setting_variable(arena, &settings[i]);
		/* COACH_VERSION is a name that build systems use for their own ends. */
		const char *text = strcmp(settings[i].name, "version") == 0 ? NULL : lookup(name);
		struct reading reading = { arena, configuration, SPAN_NONE, name, findings };
		if (text)
			read_value(&reading, &settings[i], span_of(text), (struct position){ 0 });
	}
	settle_language(arena, configuration);
}
