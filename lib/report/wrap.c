#include "report/wrap.h"

#include "codec/utf8.h"

/* What Chinese and Japanese do not begin a line with. */
static bool begins_with_closing(struct span text)
{
	static const char *const closing[] = { "。", "，", "、", "！", "？", "；", "：", "）", "」", "』", "】", "》",
		"”", "’", "…" };
	for (size_t i = 0; i < sizeof(closing) / sizeof(closing[0]); i++)
		if (span_starts_with(text, closing[i]))
			return true;
	return false;
}

static bool is_wide(struct span cluster)
{
	return cluster.length > 1 && utf8_width(cluster) > 1;
}

/* The last place at or before `fit` where the line may end; `fit` when there is none. */
static size_t last_break(struct span line, size_t fit)
{
	size_t best = 0;
	bool wide_before = false;
	for (size_t at = 0; at <= fit && at < line.length;) {
		struct span rest = span_from(line, at);
		struct span cluster = span_slice(rest, 0, utf8_cluster(rest));
		bool wide = is_wide(cluster);
		if (at > 0 && (*cluster.at == ' ' || line.at[at - 1] == ' '))
			best = at;
		else if (at > 0 && (wide || wide_before) && !begins_with_closing(rest))
			best = at;
		wide_before = wide;
		at += cluster.length;
	}
	return best > 0 ? best : fit;
}

size_t wrap_line(struct span text, size_t columns, size_t *next)
{
	size_t fit = utf8_fit(text, columns);
	if (fit == 0)
		fit = utf8_cluster(text);
	size_t feed = span_find_byte(span_slice(text, 0, fit + 1), '\n');
	if (feed <= fit && feed < text.length) {
		*next = feed + 1;
		return span_trim_end(span_slice(text, 0, feed)).length;
	}
	size_t end = fit == text.length ? fit : last_break(text, fit);
	*next = end;
	while (*next < text.length && text.at[*next] == ' ')
		(*next)++;
	return span_trim_end(span_slice(text, 0, end)).length;
}

size_t wrap_natural_width(struct span text)
{
	struct span line;
	size_t widest = 0;
	while (span_next_line(&text, &line)) {
		size_t width = utf8_width(line);
		widest = width > widest ? width : widest;
	}
	return widest;
}
