#include "model/metric_name.h"

#include "codec/utf8.h"
#include "md/link.h"

struct span metric_key(struct arena *arena, struct span name)
{
	return utf8_fold(arena, text_plain(arena, name));
}

bool metric_is(struct arena *arena, struct span name, struct span other)
{
	return span_equal(metric_key(arena, name), metric_key(arena, other));
}
