#include "cmd/commands.h"

struct version_result {
	struct span version;
};

static const struct result_field result[] = {
	RES_TEXT(struct version_result, version, "version", "The program's version, MAJOR.MINOR.PATCH"),
	RES_END,
};

static const struct example examples[] = {
	{ "coach version", "Show the version" },
	{ NULL, NULL },
};

static int run(const struct context *context, struct outcome *outcome, struct error *error)
{
	(void)error;
	struct version_result *data = arena_new(context->arena, struct version_result);
	data->version = span_of(COACH_VERSION);
	outcome->data = data;
	outcome->raw = SPAN("coach " COACH_VERSION "\n");
	return 0;
}

const struct command command_version = {
	.name = "version",
	.group = GROUP_HELP,
	.summary = "Show the version",
	.description = "Prints the program's name and version. `coach --version` is the same.",
	.examples = examples,
	.needs = NEEDS_NOTHING,
	.result = result,
	.run = run,
};
