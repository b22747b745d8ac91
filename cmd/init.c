#include "cli/shell_word.h"
#include "cmd/commands.h"
#include "history/history.h"
#include "practice/layout.h"
#include "sys/file.h"
#include "vault/cloud.h"
#include "vault/configuration_history.h"
#include "vault/entries.h"
#include "vault/template.h"
#include "vault/transaction.h"

#include <string.h>

enum template_choice { TEMPLATE_UNSAID, TEMPLATE_PRACTICE, TEMPLATE_EXECUTIVE, TEMPLATE_BOTH };
static const char *const template_choices[] = { "auto", "practice", "executive", "both", NULL };

struct init_options {
	const char *folder;
	int template;
	bool git;
	bool no_git;
};

static const struct option options[] = {
	ARG(OPTION_TEXT, struct init_options, folder, const char *, "DIR", false,
		"The folder to make a vault of (default: this one)", .completes = COMPLETES_FOLDER),
	OPT_CHOICE(struct init_options, template, 't', "template", "NAME", template_choices,
		"What to lay; auto lays the practice in an empty folder and nothing beside existing notes"),
	OPT_FLAG(struct init_options, git, 0, "git",
		"Make a git repository unless the folder lies inside one (the default)"),
	OPT_FLAG(struct init_options, no_git, 0, "no-git", "Make no git repository"),
	OPT_END,
};

static const struct example examples[] = {
	{ "coach init ~/Practice", "lays a new vault, with the template of a coaching practice" },
	{ "coach init", "makes this folder of notes a vault, without touching a note" },
	{ "coach init --template both --no-git", "adds practice and career templates where they are missing" },
	{ NULL, NULL },
};

struct recognised {
	struct span kind;
	struct optional_integer count;
	struct span path; /* of the first */
};

struct init_result {
	struct span folder;
	bool adopted;                  /* there were notes already */
	bool repository;               /* changes are recorded in git */
	struct result_list laid;       /* struct span: paths */
	struct result_list kept;       /* struct span: paths of the template that were there already */
	struct result_list recognised; /* struct recognised */
	struct result_list settings;   /* struct span: "paths.week: Journal/{week}.md" */
	struct span cloud;             /* at == NULL: it lies in no service's folder */
	struct span history;           /* where the repository lies, when not in the vault; else at == NULL */
};

static const struct result_field recognised_fields[] = {
	RES_TEXT(struct recognised, kind, "kind", "The kind of note"),
	RES_INTEGER(struct recognised, count, "count", "How many there are"),
	RES_TEXT(struct recognised, path, "path", "The first of them"),
	RES_END,
};

static const struct result_field fields[] = {
	RES_TEXT(struct init_result, folder, "folder", "The vault's folder"),
	RES_BOOLEAN(struct init_result, adopted, "adopted", "The folder held notes before"),
	RES_BOOLEAN(struct init_result, repository, "repository", "Changes are recorded in git"),
	RES_TEXTS(struct init_result, laid, "laid", "Files written"),
	RES_TEXTS(struct init_result, kept, "kept", "Files of the template that were there already"),
	RES_LIST(struct init_result, recognised, struct recognised, "recognised", recognised_fields,
		"Documents recognised in an existing folder, by kind"),
	RES_TEXTS(struct init_result, settings, "settings", "Settings taken from the folder's own layout"),
	RES_TEXT_OR_NULL(struct init_result, cloud, "cloud", "The service that keeps the folder on several machines"),
	RES_TEXT_OR_NULL(
		struct init_result, history, "history", "The repository's folder, where it is not in the vault"),
	RES_END,
};

struct founding {
	const struct context *context;
	const struct init_options *asked;
	struct outcome *outcome;
	struct vault vault; /* the folder as if it were a vault, with the defaults */
	struct practice practice;
	struct init_result *result;
	struct span *laid;   /* result->laid.items */
	const char *history; /* history.dir; NULL: the repository lies in the vault, or above it */
};

/* What is there already: the folder may be missing, empty, or full of notes. */
static int look_around(struct founding *founding, struct error *error)
{
	const struct context *context = founding->context;
	configuration_init(&founding->vault.configuration);
	int recovered = 0;
	if (file_look(founding->vault.root, NULL) == FILE_MISSING) {
		founding->practice = (struct practice){ .aliases = &founding->vault.configuration.aliases };
		return 0;
	}
	/* A founding that was interrupted left a journal: what it began is finished or taken back first. */
	if (transaction_recover(context->arena, &founding->vault, &recovered, context->findings, error) < 0)
		return -1;
	struct finding_list unasked = { .arena = context->arena };
	return practice_load(
		context->arena, &founding->vault, context->today, PRACTICE_ALL, &founding->practice, &unasked, error);
}

static void recognise(struct founding *founding)
{
	struct arena *arena = founding->context->arena;
	struct recognised *all = arena_new_array(arena, NOTE_KIND_COUNT, struct recognised);
	const struct note_list *notes = &founding->practice.notes;
	size_t count = 0;
	for (int kind = NOTE_OTHER + 1; kind < NOTE_TEMPLATE; kind++) {
		struct recognised recognised = { .kind = span_of(note_kind_name((enum note_kind)kind)),
			.count = INTEGER_OF(0) };
		for (size_t i = 0; i < notes->count; i++) {
			if (notes->items[i].kind != (enum note_kind)kind)
				continue;
			if (recognised.count.value++ == 0)
				recognised.path = span_of(notes->items[i].path);
		}
		if (recognised.count.value)
			all[count++] = recognised;
	}
	founding->result->recognised = (struct result_list){ all, count };
}

static bool has_kind(const struct founding *founding, enum note_kind kind)
{
	const struct note_list *notes = &founding->practice.notes;
	for (size_t i = 0; i < notes->count; i++)
		if (notes->items[i].kind == kind)
			return true;
	return false;
}

static bool wants(const struct founding *founding, const char *template)
{
	int choice = founding->asked->template;
	if (choice == TEMPLATE_UNSAID)
		return !founding->result->adopted && strcmp(template, "practice") == 0;
	return strcmp(template, "notes") != 0 &&
	       (choice == TEMPLATE_BOTH || strcmp(template_choices[choice], template) == 0);
}

static void lay(struct founding *founding, const char *path, struct span text)
{
	changeset_put(&founding->outcome->changes, path, SPAN_NONE, text);
	founding->laid[founding->result->laid.count++] = span_of(path);
}

/* A file of the template is laid unless it is there, or the vault has a note of its kind elsewhere. */
static void lay_template(struct founding *founding)
{
	struct arena *arena = founding->context->arena;
	struct span *kept = arena_new_array(arena, template_file_count, struct span);
	const struct aliases *aliases = &founding->vault.configuration.aliases;
	for (size_t i = 0; i < template_file_count; i++) {
		const struct template_file *file = &template_files[i];
		struct span text = { (const char *)file->bytes, file->length };
		if (!wants(founding, file->template))
			continue;
		enum note_kind kind = note_recognise(aliases, file->path, text);
		bool there = file_look(path_join(arena, founding->vault.root, file->path), NULL) != FILE_MISSING ||
			     (kind != NOTE_TEMPLATE && kind != NOTE_OTHER && has_kind(founding, kind));
		if (there)
			kept[founding->result->kept.count++] = span_of(file->path);
		else
			lay(founding, file->path, text);
	}
	founding->result->kept.items = kept;
}

/* The folder, or the first above it that is there. */
static const char *existing(struct arena *arena, const char *folder)
{
	while (file_look(folder, NULL) == FILE_MISSING)
		folder = path_folder(arena, folder);
	return folder;
}

static bool lies_in_repository(const struct founding *founding)
{
	struct error error = ERROR_INIT;
	bool found = false;
	struct history_place place = { existing(founding->context->arena, founding->vault.root), "" };
	const struct history *history = history_open(&error);
	return history && history->look(&place, &found, &error) == 0 && found;
}

/* Another vault's, that was here and was moved, may have the first name. */
static const char *free_history_folder(const struct founding *founding)
{
	struct arena *arena = founding->context->arena;
	for (int number = 1;; number++) {
		const char *setting = history_folder_for(arena, founding->vault.root, number);
		if (!setting || file_look(history_folder_resolve(arena, setting), NULL) == FILE_MISSING)
			return setting;
	}
}

/* In a folder that a service copies from machine to machine, a repository of its own would break: it goes elsewhere. */
static void place_history(struct founding *founding)
{
	struct arena *arena = founding->context->arena;
	const char *service = cloud_service(arena, founding->vault.root);
	founding->result->cloud = span_of(service);
	if (!service || !founding->result->repository || lies_in_repository(founding))
		return;
	founding->history = free_history_folder(founding);
	founding->result->history = span_of(founding->history);
	if (founding->history)
		founding->outcome->new_history = history_folder_resolve(arena, founding->history);
}

/* The pairs, and where the history lies; `count` of all their texts. */
static const char *const *with_history(struct founding *founding, const char *const *pairs, size_t *count)
{
	while (pairs[*count])
		*count += 2;
	if (!founding->history)
		return pairs;
	const char **all = arena_new_array(founding->context->arena, *count + 3, const char *);
	memcpy(all, pairs, *count * sizeof(*all));
	all[(*count)++] = "history.dir";
	all[(*count)++] = founding->history;
	return all;
}

static void lay_configuration(struct founding *founding)
{
	struct arena *arena = founding->context->arena;
	struct obsidian obsidian = obsidian_read(arena, founding->vault.root, founding->context->findings);
	size_t count = 0;
	const char *const *pairs = with_history(
		founding, layout_settings(arena, &founding->practice, &obsidian, founding->context->findings), &count);
	struct span *lines = arena_new_array(arena, count / 2, struct span);
	for (size_t i = 0; i < count; i += 2)
		lines[i / 2] = span_of(arena_printf(arena, "%s: %s", pairs[i], pairs[i + 1]));
	founding->result->settings = (struct result_list){ lines, count / 2 };
	lay(founding, ".coach/config.yaml", configuration_file(arena, pairs));
	if (file_look(path_join(arena, founding->vault.root, template_gitignore_path), NULL) == FILE_MISSING)
		lay(founding, template_gitignore_path, span_of(template_gitignore));
}

static void report_recognised(struct report *report, const struct init_result *result)
{
	static const char *const columns[] = { "Recognised", "Notes", "First" };
	if (!result->recognised.count) {
		report_text(report, NULL, TONE_PLAIN,
			"None of the notes is of a kind that coach knows yet; all stay as they are.");
		return;
	}
	struct report_node *table = report_table(report, NULL, columns, 3, "lrl");
	for (size_t i = 0; i < result->recognised.count; i++) {
		const struct recognised *recognised = (const struct recognised *)result->recognised.items + i;
		struct report_cell *cells = report_row(report, table);
		cells[0].text = recognised->kind;
		cells[1].text = span_of(arena_printf(report->arena, "%lld", recognised->count.value));
		cells[2].text = report_escape(report->arena, recognised->path);
	}
}

static void report_list_of(struct report *report, const char *title, const struct result_list *texts)
{
	if (!texts->count)
		return;
	struct report_node *section = report_section(report, NULL, "%s", title);
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < texts->count; i++)
		report_item(report, list, TONE_PLAIN, "%.*s",
			SPAN_PRINT(report_escape(report->arena, ((const struct span *)texts->items)[i])));
}

static void report_cloud(struct report *report, const struct init_result *result)
{
	if (!result->cloud.length)
		return;
	if (result->history.length)
		report_text(report, NULL, TONE_PLAIN,
			"The folder lies in %.*s, which would break a git repository sooner or later: the history is kept in `%.*s`.",
			SPAN_PRINT(result->cloud), SPAN_PRINT(result->history));
	else if (result->repository)
		report_text(report, NULL, TONE_WARNING,
			"The folder and its git repository lie in %.*s, which copies file by file and may break it: consider moving the repository (`git init --separate-git-dir`).",
			SPAN_PRINT(result->cloud));
}

static void report_result(struct report *report, const struct init_result *result)
{
	report_text(report, NULL, TONE_GOOD, "%s %.*s", result->adopted ? "Adopted" : "New vault in",
		SPAN_PRINT(report_escape(report->arena, result->folder)));
	if (result->adopted)
		report_recognised(report, result);
	report_list_of(report, "Laid", &result->laid);
	report_list_of(report, "Kept as it was", &result->kept);
	report_list_of(report, "Settings from the folder's layout", &result->settings);
	report_cloud(report, result);
	report_text(
		report, NULL, TONE_QUIET, "Next: `coach status` shows what is there, `coach lint` what to fill in.");
}

static int check_folder(struct founding *founding, struct error *error)
{
	const char *root = founding->vault.root;
	enum file_kind kind = file_look(root, NULL);
	if (founding->asked->git && founding->asked->no_git)
		return error_set(error, ERROR_USAGE, "--git and --no-git contradict each other");
	if (kind != FILE_MISSING && kind != FILE_DIRECTORY)
		return error_at(
			error, ERROR_IO, (struct position){ root, 0, 0 }, "there is a file of that name, not a folder");
	return 0;
}

/* Two vaults would both take the notes for theirs. */
static int refuse_within(const struct founding *founding, struct error *error)
{
	const char *around = vault_around(founding->context->arena, founding->vault.root);
	if (!around)
		return 0;
	error_set(error, ERROR_REFUSED, "%s lies in the vault %s already", founding->vault.given, around);
	return error_hint(
		error, "notes here are that vault's; for a vault of its own, move the folder out of it first");
}

static int say_unchanged(const struct founding *founding, const char *why)
{
	founding->outcome->unchanged =
		arena_printf(founding->context->arena, "%s is a vault already%s", founding->vault.given, why);
	return 0;
}

/* Git is chosen when a vault is made; for one that is there already it is a matter of git and of the settings. */
static int check_git(const struct founding *founding, struct error *error)
{
	struct arena *arena = founding->context->arena;
	struct vault *vault;
	bool found = false;
	const struct history *history = founding->asked->git ? history_open(error) : NULL;
	if (!founding->asked->git)
		return 0;
	if (!history || vault_open(arena, founding->vault.given, &vault, founding->context->findings, error))
		return -1;
	struct history_place place = { vault->root, vault->history_folder };
	if (history->look(&place, &found, error))
		return -1;
	const char *folder = shell_word(arena, span_of(founding->vault.given));
	bool enabled = vault->configuration.history_enabled;
	if (enabled && (found || vault->history_folder[0]))
		return 0;
	error_set(error, ERROR_REFUSED, "%s is a vault already, and --git is for a new one", founding->vault.given);
	if (!enabled)
		return error_hint(error,
			"`coach config history.enabled true --vault %s` has its changes recorded in git%s", folder,
			found ? "" : ", once `git init` has made a repository there");
	return error_hint(error,
		"`git init %s` makes a repository; coach then keeps its commits there, beside your branch", folder);
}

/* Beside what a vault has: files of the template alone, its configuration stays as it is. */
static int add_template(struct founding *founding, struct error *error)
{
	const struct context *context = founding->context;
	struct outcome *outcome = founding->outcome;
	if (check_git(founding, error))
		return -1;
	if (founding->asked->template == TEMPLATE_UNSAID)
		return say_unchanged(founding, "; nothing changed");
	if (vault_open(context->arena, founding->vault.given, &outcome->vault, context->findings, error) ||
		transaction_recover(context->arena, outcome->vault, &(int){ 0 }, context->findings, error))
		return -1;
	founding->vault = *outcome->vault;
	struct finding_list unasked = { .arena = context->arena };
	if (practice_load(context->arena, &founding->vault, context->today, PRACTICE_ALL, &founding->practice, &unasked,
		    error))
		return -1;
	founding->result->adopted = true;
	founding->result->repository = founding->vault.configuration.history_enabled;
	recognise(founding);
	lay_template(founding);
	outcome->changes.mass_change = true;
	outcome->changes.subject = "template";
	if (founding->result->laid.count == 0)
		return say_unchanged(founding, ", and nothing of the template is missing");
	report_text(&outcome->report, NULL, TONE_GOOD, "Added a template to %.*s",
		SPAN_PRINT(report_escape(context->arena, founding->result->folder)));
	report_list_of(&outcome->report, "Laid", &founding->result->laid);
	report_list_of(&outcome->report, "Kept as it was", &founding->result->kept);
	return 0;
}

static int fail_nowhere(struct arena *arena, const char *given, struct error *error)
{
	if (given[0] != '/' && !path_resolve(arena, ".")) {
		error_set(error, ERROR_NOT_FOUND, "%s: the folder that you are in was removed", given);
		return error_hint(error, "go to one that is there, or give the whole path of the vault's folder");
	}
	error_set(error, ERROR_REFUSED, "%s: a symlink on the way leads nowhere", given);
	return error_hint(error, "remove it, or make the folder that it leads to");
}

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	struct founding founding = { .context = context, .asked = context->options, .outcome = outcome };
	const char *given = founding.asked->folder ? founding.asked->folder : context->vault_given;
	given = given ? given : ".";
	founding.vault.given = given;
	founding.vault.root = path_resolve_start(context->arena, given);
	if (!founding.vault.root)
		return fail_nowhere(context->arena, given, error);
	founding.vault.history_folder = "";
	founding.result = arena_new(context->arena, struct init_result);
	founding.result->folder = span_of(given);
	founding.laid = arena_new_array(context->arena, template_file_count + 2, struct span);
	founding.result->laid.items = founding.laid;
	outcome->data = founding.result;
	outcome->changes = changeset_of(context->arena, "init", entry_founding_subject);
	if (check_folder(&founding, error) < 0)
		return -1;
	const char *configuration = path_join(context->arena, founding.vault.root, ".coach/config.yaml");
	if (file_look(configuration, NULL) != FILE_MISSING)
		return add_template(&founding, error);
	if (refuse_within(&founding, error) || look_around(&founding, error) < 0)
		return -1;
	founding.result->adopted = founding.practice.notes.count > 0;
	founding.result->repository = !founding.asked->no_git;
	recognise(&founding);
	lay_template(&founding);
	place_history(&founding);
	lay_configuration(&founding);
	outcome->new_root = founding.vault.root;
	outcome->way_back = "undo 1"; /* without the number undo leaves the vault what it is */
	outcome->make_repository = founding.result->repository;
	report_result(&outcome->report, founding.result);
	return 0;
}

const struct command command_init = {
	.name = "init",
	.group = GROUP_FOUNDATION,
	.summary = "Make a folder a vault",
	.description =
		"Lays a new vault from a template, or adopts a folder of notes as it is: adds `.coach/config.yaml` and reports what "
		"was recognised. Where sessions, weeks and plans lie and how they are named is learnt from the notes that are there. "
		"In a folder that is a vault already, `--template` adds the files of it that are missing, and nothing else changes. "
		"No file is ever overwritten.\n\n"
		"Makes a git repository for the vault's history, unless the folder lies inside one or `--no-git` is given. Its "
		"commits run none of your hooks and are not signed, whatever `commit.gpgsign` says. In a folder of Dropbox, "
		"iCloud, OneDrive, Google Drive or Syncthing the repository goes to your own state folder instead "
		"(`history.dir`), since such services break repositories.",
	.examples = examples,
	.needs = NEEDS_NOTHING,
	.options = options,
	.options_size = sizeof(struct init_options),
	.result = fields,
	.run = run,
};
