#include "cmd/preparation_fields.h"

#include "model/words.h"
#include "rules/preparation.h"

static const struct result_field action_fields[] = {
	RES_TEXT(struct prepared_action, text, "text", "What was agreed"),
	RES_CHOICE(struct prepared_action, status, "status", task_status_names, "Where it stands now"),
	RES_DATE_OR_NULL(struct prepared_action, due, "due", "Its due date"),
	RES_BOOLEAN(struct prepared_action, overdue, "overdue", "Open, and due before today"),
	RES_TEXT(struct prepared_action, owner, "owner", "Who does it"),
	RES_DATE_OR_NULL(struct prepared_action, agreed, "agreed", "The session it was agreed in"),
	RES_END,
};

static const struct result_field message_fields[] = {
	RES_DATE_OR_NULL(struct prepared_message, date, "date", "When it came"),
	RES_TEXT_OR_NULL(struct prepared_message, channel, "channel", "How it came"),
	RES_TEXT(struct prepared_message, text, "text", "What it says"),
	RES_END,
};

static const struct result_field metric_fields[] = {
	RES_TEXT(struct prepared_metric, name, "name", "The metric"),
	RES_TEXT_OR_NULL(struct prepared_metric, baseline, "baseline", "Where it began"),
	RES_TEXT_OR_NULL(struct prepared_metric, target, "target", "Where it should go"),
	RES_DATE_OR_NULL(struct prepared_metric, deadline, "deadline", "By when"),
	RES_TEXT_OR_NULL(struct prepared_metric, value, "value", "The latest value of the progress log"),
	RES_DATE_OR_NULL(struct prepared_metric, value_date, "value_date", "When it was measured"),
	RES_END,
};

static const struct result_field flag_fields[] = {
	RES_CHOICE(struct prepared_flag, code, "code", health_flag_names, "The red flag"),
	RES_TEXT(struct prepared_flag, message, "message", "What it rests on"),
	RES_END,
};

static const struct result_field signal_fields[] = {
	RES_TEXT(struct decision_signal, message, "message", "What was seen"),
	RES_TEXT(struct decision_signal, path, "path", "The note"),
	RES_INTEGER(struct decision_signal, line, "line", "The line"),
	RES_END,
};

static const struct result_field rule_fields[] = {
	RES_TEXT(struct decision_rule, situation, "situation", "What the rule is for, in the engagement's words"),
	RES_TEXT(struct decision_rule, decision, "decision", "What to do then, in the engagement's words"),
	RES_TEXT(struct decision_rule, path, "path", "The engagement"),
	RES_INTEGER(struct decision_rule, line, "line", "The rule's line"),
	RES_LIST(struct decision_rule, signals, struct decision_signal, "signals", signal_fields, "Why it applies"),
	RES_END,
};

static const struct result_field milestone_fields[] = {
	RES_TEXT(struct prepared_milestone, name, "name", "The milestone"),
	RES_DATE(struct prepared_milestone, date, "date", "Its target date"),
	RES_END,
};

static const struct result_field checkpoint_fields[] = {
	RES_TEXT(struct due_checkpoint, text, "text", "The checkpoint"),
	RES_TEXT(struct due_checkpoint, rhythm, "rhythm", "How often it comes: weekly, monthly, quarterly"),
	RES_DATE_OR_NULL(struct due_checkpoint, date, "date", "Its day; null where it comes by the week"),
	RES_END,
};

static const struct result_field resource_fields[] = {
	RES_TEXT(struct prepared_resource, source, "source", "The resource"),
	RES_TEXT_OR_NULL(struct prepared_resource, location, "location", "Where it lies"),
	RES_TEXT(struct prepared_resource, word, "word", "The word its use shares with the focus or the goal"),
	RES_END,
};

static const struct result_field part_fields[] = {
	RES_CHOICE(struct prepared_part, part, "part", agenda_part_names, "The part of the session"),
	RES_INTEGER(struct prepared_part, minutes, "minutes", "Its minutes"),
	RES_END,
};

const struct result_field preparation_result[] = {
	RES_TEXT(struct preparation, client, "client", "The client"),
	RES_TEXT(struct preparation, path, "path", "The session note"),
	RES_DATE(struct preparation, date, "date", "The session's day"),
	RES_TEXT_OR_NULL(struct preparation, start_text, "start", "Its time"),
	RES_INTEGER(struct preparation, minutes, "minutes", "Its length"),
	RES_INTEGER_OR_NULL(struct preparation, number, "number", "Its number"),
	RES_TEXT_OR_NULL(struct preparation, focus, "focus", "The focus suggested"),
	RES_CHOICE(struct preparation, focus_source, "focus_source", focus_source_names, "Where the focus comes from"),
	RES_CHOICE(struct preparation, mode, "mode", coaching_mode_names, "The coaching mode suggested"),
	RES_TEXT(struct preparation, mode_reason, "mode_reason", "Why"),
	RES_INTEGER(struct preparation, package_number, "package_number",
		"This session's place in the package: after those held, and those missed where the terms say that they count"),
	RES_INTEGER_OR_NULL(struct preparation, package_total, "package_total", "Sessions of the package"),
	RES_DATE_OR_NULL(struct preparation, programme_end, "programme_end", "Programme End"),
	RES_DATE_OR_NULL(struct preparation, last_session, "last_session", "The last session held"),
	RES_LIST(struct preparation, actions, struct prepared_action, "actions", action_fields,
		"Agreed last time, and older ones still open"),
	RES_LIST(struct preparation, messages, struct prepared_message, "messages", message_fields,
		"From the client since the last session"),
	RES_LIST(struct preparation, metrics, struct prepared_metric, "metrics", metric_fields, "Success metrics"),
	RES_LIST(struct preparation, flags, struct prepared_flag, "flags", flag_fields, "Red flags"),
	RES_LIST(struct preparation, decision_rules, struct decision_rule, "decision_rules", rule_fields,
		"Decision rules of the engagement that apply, each with the signals that say so"),
	RES_INTEGER_OR_NULL(struct preparation, decision_rules_written, "decision_rules_written",
		"How many decision rules the engagement has; null without an engagement"),
	RES_LIST(struct preparation, milestones, struct prepared_milestone, "milestones", milestone_fields,
		"Milestones near or overdue"),
	RES_LIST(struct preparation, checkpoints, struct due_checkpoint, "checkpoints", checkpoint_fields,
		"Regular checkpoints of the session's week, and of the weeks since the last session"),
	RES_LIST(struct preparation, resources, struct prepared_resource, "resources", resource_fields,
		"Resources that fit"),
	RES_LIST(struct preparation, agenda, struct prepared_part, "agenda", part_fields, "The agenda's minutes"),
	RES_END,
};
