/* What the rules need of the configuration. */
#ifndef COACH_CMD_PRACTICE_SETTINGS_H
#define COACH_CMD_PRACTICE_SETTINGS_H

#include "rules/capacity.h"
#include "rules/client_state.h"
#include "rules/week_plan.h"
#include "vault/configuration.h"

struct hours_settings hours_settings_of(const struct configuration *configuration);
struct health_settings health_settings_of(const struct configuration *configuration);
struct client_state_settings client_state_settings_of(const struct configuration *configuration);
struct capacity_settings capacity_settings_of(const struct configuration *configuration);
struct week_plan_settings week_plan_settings_of(const struct configuration *configuration);

#endif
