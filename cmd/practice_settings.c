#include "cmd/practice_settings.h"

enum { UPCOMING_WEEKS = 4 };

struct hours_settings hours_settings_of(const struct configuration *configuration)
{
	return (struct hours_settings){ configuration->capacity_prep_minutes, configuration->session_minutes };
}

struct health_settings health_settings_of(const struct configuration *configuration)
{
	return (struct health_settings){ .silent_days = configuration->health_silent_days,
		.stalled_days = configuration->health_stalled_days,
		.late_actions = configuration->health_late_actions };
}

struct client_state_settings client_state_settings_of(const struct configuration *configuration)
{
	return (struct client_state_settings){ health_settings_of(configuration), configuration->health_pace_points };
}

struct capacity_settings capacity_settings_of(const struct configuration *configuration)
{
	return (struct capacity_settings){
		.hours = hours_settings_of(configuration),
		.elevated_points = configuration->capacity_elevated_points,
		.breached_points = configuration->capacity_breached_points,
		.breaker_weeks = configuration->capacity_breaker_weeks,
		.breaker_lookback = configuration->capacity_breaker_lookback,
		.trend_weeks = configuration->capacity_trend_weeks,
		.min_minutes = configuration->capacity_min_minutes,
		.upcoming_weeks = UPCOMING_WEEKS,
	};
}

struct week_plan_settings week_plan_settings_of(const struct configuration *configuration)
{
	return (struct week_plan_settings){ capacity_settings_of(configuration), health_settings_of(configuration),
		&configuration->aliases };
}
