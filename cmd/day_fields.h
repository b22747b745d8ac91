/* How a day's plan is shown in JSON. */
#ifndef COACH_CMD_DAY_FIELDS_H
#define COACH_CMD_DAY_FIELDS_H

#include "cli/result.h"

extern const struct result_field day_session_fields[]; /* struct day_session */
extern const struct result_field day_top_fields[];     /* struct day_top */
extern const struct result_field day_action_fields[];  /* struct day_action */
extern const struct result_field touch_fields[];       /* struct day_touch */
extern const struct result_field day_carried_fields[]; /* struct day_carried */

#endif
