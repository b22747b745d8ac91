#include "cmd/practice_settings.h"

enum { UPCOMING_WEEKS = 4 };

static struct configuration configuration_or_defaults(const struct configuration *configuration)
{
	struct configuration defaults;
	if (configuration)
		return *configuration;
	configuration_init(&defaults);
	return defaults;
}

struct hours_settings hours_settings_of(const struct configuration *configuration)
{
	struct configuration chosen = configuration_or_defaults(configuration);
	return (struct hours_settings){ chosen.capacity_prep_minutes, chosen.session_minutes };
}

struct health_settings health_settings_of(const struct configuration *configuration)
{
	struct configuration chosen = configuration_or_defaults(configuration);
	return (struct health_settings){ .silent_days = chosen.health_silent_days,
		.stalled_days = chosen.health_stalled_days };
}

struct capacity_settings capacity_settings_of(const struct configuration *configuration)
{
	struct configuration chosen = configuration_or_defaults(configuration);
	return (struct capacity_settings){
		.hours = hours_settings_of(configuration),
		.elevated_points = chosen.capacity_elevated_points,
		.breached_points = chosen.capacity_breached_points,
		.breaker_weeks = chosen.capacity_breaker_weeks,
		.breaker_lookback = chosen.capacity_breaker_lookback,
		.trend_weeks = chosen.capacity_trend_weeks,
		.min_minutes = chosen.capacity_min_minutes,
		.upcoming_weeks = UPCOMING_WEEKS,
	};
}
