#include "codec/utf8.h"
#include "report/report.h"
#include "report/screen.h"

enum { INDENT = 2, DEEPEST_INDENT = 4 };

static void write_blocks(struct screen *screen, const struct report_node *first, size_t indent);

static void write_list(struct screen *screen, const struct report_node *list, size_t indent)
{
	struct span bullet = span_of(screen->style->unicode ? "• " : "- ");
	for (const struct report_node *item = list->first; item; item = item->next) {
		screen_put_spaces(screen, indent);
		buffer_add(screen->out, bullet);
		screen_put_wrapped(
			screen, marks_read(screen->arena, item->text), indent + utf8_width(bullet), item->tone);
	}
}

static void write_code(struct screen *screen, const struct report_node *code, size_t indent)
{
	struct span rest = utf8_without_controls(screen->arena, code->text);
	struct span line;
	while (span_next_line(&rest, &line)) {
		screen_put_spaces(screen, line.length > 0 ? indent + INDENT : 0);
		buffer_add(screen->out, line);
		buffer_add_byte(screen->out, '\n');
	}
}

static void write_text(struct screen *screen, const struct report_node *text, size_t indent)
{
	screen_put_spaces(screen, indent);
	screen_put_wrapped(screen, marks_read(screen->arena, text->text), indent, text->tone);
}

static void write_section(struct screen *screen, const struct report_node *section, size_t indent)
{
	struct plain_text title = marks_read(screen->arena, section->text);
	screen_put_spaces(screen, indent);
	screen_put_strong(screen, title.text);
	buffer_add_byte(screen->out, '\n');
	write_blocks(screen, section->first, indent < DEEPEST_INDENT ? indent + INDENT : indent);
}

static void write_block(struct screen *screen, const struct report_node *node, size_t indent)
{
	switch (node->kind) {
	case REPORT_SECTION:
		write_section(screen, node, indent);
		break;
	case REPORT_TEXT:
		write_text(screen, node, indent);
		break;
	case REPORT_TABLE:
		screen_put_table(screen, node, indent);
		break;
	case REPORT_TERMS:
		screen_put_terms(screen, node, indent);
		break;
	case REPORT_LIST:
		write_list(screen, node, indent);
		break;
	case REPORT_CODE:
		write_code(screen, node, indent);
		break;
	}
}

static void write_blocks(struct screen *screen, const struct report_node *first, size_t indent)
{
	for (const struct report_node *node = first; node; node = node->next) {
		if (node != first)
			buffer_add_byte(screen->out, '\n');
		write_block(screen, node, indent);
	}
}

void report_write_terminal(const struct report *report, const struct report_style *style, struct buffer *out)
{
	struct screen screen = { report->arena, style, out };
	if (!report_is_empty(report))
		write_blocks(&screen, report->root->first, 0);
}
