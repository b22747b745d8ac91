#include "rules/escalation.h"

struct result_list escalation_triggers(
	struct arena *arena, const struct engagement *engagement, const struct client_health *health)
{
	size_t count = engagement && health->flag_count ? engagement->trigger_count : 0;
	struct escalation_trigger *triggers = arena_new_array(arena, count, struct escalation_trigger);
	for (size_t i = 0; i < count; i++) {
		const struct engagement_trigger *trigger = &engagement->triggers[i];
		triggers[i] = (struct escalation_trigger){ trigger->text,
			document_position_of(engagement->document, trigger->place) };
	}
	return (struct result_list){ triggers, count };
}
