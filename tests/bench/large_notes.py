#!/usr/bin/env python3
"""Writes notes of up to a mebibyte that make readers slow or deep: large_notes.py FOLDER [deep]

Each is named for what it holds much of, and begins as a note of the kind whose view has most to do with it. The same
name gives the same bytes each time. `deep` writes only those that nest.
"""

import pathlib
import sys

MOST = 1 << 20
FRONT_MATTER_MOST = 16 << 10

HEADS = {
    "portfolio": "---\ntype: portfolio\n---\n# CLIENT PORTFOLIO\n> **Last Updated:** 2026-10-01\n\n",
    "session": '---\ntype: session\nclient: "[[Ada Example]]"\ndate: 2026-11-20\nstatus: planned\n---\n# Session 3\n\n',
    "week": "---\ntype: week\nweek: 2026-W47\n---\n# Week 2026-W47\n\n",
    "engagement": '---\ntype: engagement\nclient: "Ada Example"\n---\n# AI Execution Specification\n\n',
    "plan": "# Quarterly Plan: Q4 2026\n> **Last Updated:** 2026-10-01\n\n",
    "inbox": "---\ntype: inbox\nclient: \"[[Ada Example]]\"\n---\n# Inbox\n\n",
    "other": "",
}
ROSTER = "## 2. Active Roster\n| Client | Engagement Type | Sessions/Month | Status | Programme End |\n|-|-|-|-|-|\n"
TIME_LOG = "## Time Log\n| Date | Hours | Category | Client | Note |\n|-|-|-|-|-|\n"
INITIATIVES = "## Initiatives\n| Initiative | Category | Priority | Status | Effort | Due |\n|-|-|-|-|-|-|\n"
METRICS = "## Success Criteria\n### Client Success Metrics\n| Metric | Baseline | Target | Deadline |\n|-|-|-|-|\n"
PROGRESS = "## Deliverables & Tracking\n### Progress Log\n| Date | Metric | Value | Note |\n|-|-|-|-|\n"
ACTIONS = "## Action Items\n"
FAMILY = "\U0001F469\u200D\U0001F469\u200D\U0001F467"


def filled(start, piece, end=""):
    """`start`, `piece` as often as there is room for it, `end`; a {n} in the piece is its number."""
    parts, size = [start], len((start + end).encode())
    number = 0
    while True:
        text = piece.replace("{n}", str(number))
        size += len(text.encode("utf-8", "surrogateescape"))
        if size > MOST:
            return "".join([*parts, end])
        parts.append(text)
        number += 1


def stairs(mark, deepest):
    """Lines that are nested one level deeper each, over and over."""
    return "".join(f"{mark * level}- a\n" for level in range(deepest)) + "\n"


def front_matter(piece):
    text = "".join(piece.replace("{n}", str(number)) for number in range(FRONT_MATTER_MOST // 4))
    return text[:text.rindex("\n", 0, FRONT_MATTER_MOST - 64) + 1]


# Name: kind, text behind the head, what is repeated, the end.
DEEP = {
    "quotes, 32 deep": ("other", "", "> " * 31 + "a\n", ""),
    "quotes without end": ("other", "", "> ", ""),
    "lists, 32 on a line": ("session", "", "- " * 31 + "a\n", ""),
    "lists without end": ("other", "", "- ", "a"),
    "lists, 30 levels of stairs": ("session", ACTIONS, stairs("  ", 30), ""),
    "lists, 1,000 levels of stairs": ("session", ACTIONS, stairs("  ", 1000), ""),
    "quotes and lists in turn": ("session", "", "> - " * 15 + "[ ] a\n", ""),
    "numbered lists": ("other", "", "1. " * 31 + "a\n", ""),
    "brackets": ("session", "", "[", ""),
    "brackets, closed": ("session", "", "[" * 500 + "]" * 500, ""),
    "brackets, wikilinks begun": ("session", "", "[[a", ""),
    "brackets, links begun": ("session", "", "[a](", ""),
    "brackets, fields begun": ("session", "", "[a:: (b:: ", ""),
}
LONG = {
    # length
    "a line of letters": ("session", "", "a", ""),
    "a line of blanks": ("session", "", " ", "a"),
    "a line of words": ("session", "**Focus:** ", "word ", ""),
    "a line of tabs": ("other", "", "\t", "a"),
    "a task of words": ("session", ACTIONS + "- [ ] ", "word ", "📅 2026-11-27"),
    "a task of tags": ("session", ACTIONS + "- [ ] a ", "#a ", ""),
    "a task of fields": ("session", ACTIONS + "- [ ] a ", "📅 2026-11-27 ", ""),
    "a task of fields in brackets": ("session", ACTIONS + "- [ ] a ", "[due:: 2026-11-27] ", ""),
    "a task in many boxes": ("session", ACTIONS, "- [ ] ", "a"),
    "a heading of words": ("portfolio", "## ", "word ", ""),
    "a cell of words": ("portfolio", ROSTER + "| ", "word ", "| b | weekly | Active | |\n"),
    "boxes on a line": ("session", "", "[ ] ", ""),
    "placeholders on a line": ("session", "", "[Name] ", ""),
    # lines
    "lines of a letter": ("session", "", "a\n", ""),
    "lines, empty": ("session", "", "\n", ""),
    "lines of Windows": ("session", "", "a\r\n", ""),
    "lines of an old Mac": ("session", "", "a\r", ""),
    "items": ("session", "", "- a\n", ""),
    "paragraphs": ("session", "", "a\n\n", ""),
    "rules": ("session", "", "---\n", ""),
    "headings, the same": ("session", "", "# a\n", ""),
    "headings, unknown": ("portfolio", "", "## Zzz qqq {n}\n", ""),
    "headings, known": ("portfolio", "", "## Active Roster\n", ""),
    "headings, known, with text": ("session", "", "## Summary\na\n\n", ""),
    # what views read
    "roster": ("portfolio", ROSTER, "| **[[Client {n}]]** | 1-on-1 | 2/month | Active | 2027-03-31 |\n", ""),
    "roster, the same name": ("portfolio", ROSTER, "| [[Ada Example]] | 1-on-1 | weekly | Active | |\n", ""),
    "roster, unknown words": ("portfolio", ROSTER, "| Client {n} | zz{n} | qq{n} | ww{n} | 2026-99-99 |\n", ""),
    "rosters": ("portfolio", "", ROSTER + "| A {n} | 1-on-1 | weekly | Active | |\n\n", ""),
    "rituals": ("portfolio", "## 5. Practice Rituals\n", "* **Ritual {n} (Async):** Sunday evening\n", ""),
    "contracts": ("portfolio", "", "## The Capacity Contract\n* **Maximum Weekly Sessions:** 10 a week\n\n", ""),
    "time log": ("week", TIME_LOG, "| 2026-11-16 | 1.5 | admin | | invoices {n} |\n", ""),
    "time log of clients": ("week", TIME_LOG, "| 2026-11-16 | 1.5 | coaching | Client {n} | |\n", ""),
    "time log, unknown words": ("week", TIME_LOG, "| 2026-99-16 | x{n} | y{n} | z{n} | |\n", ""),
    "priorities": ("week", "## Priorities\n", "1. **Task {n}** — a\n", ""),
    "carryover": ("week", "## Carryover\n", "- [ ] Task {n} 📅 2026-11-18\n", ""),
    "initiatives": ("plan", INITIATIVES, "| Page {n} | bizdev | high | active | 10h | 2026-11-30 |\n", ""),
    "initiatives, unknown words": ("plan", INITIATIVES, "| P {n} | a{n} | b{n} | c{n} | d{n} | e{n} |\n", ""),
    "milestones": ("plan", "## Milestones\n", "- [ ] Page {n} live 📅 2026-11-30\n", ""),
    "metrics": ("engagement", METRICS, "| Metric {n} | 4 | 8 | 2027-01-31 |\n", ""),
    "progress": ("engagement", METRICS + "| Confidence | 4 | 8 | |\n\n" + PROGRESS,
                 "| 2026-10-12 | Confidence | {n} | |\n", ""),
    "progress of as many metrics": ("engagement", METRICS + "".join(f"| M {n} | 1 | 2 | |\n" for n in range(20000)) +
                                    "\n" + PROGRESS, "| 2026-10-12 | M {n} | 5 | |\n", ""),
    "messages": ("inbox", "", "- 2026-11-18 09:12 message {n}\n", ""),
    "messages with headings": ("inbox", "", "## 2026-11-18 09:12\nmessage {n}\n\n", ""),
    "tasks": ("session", ACTIONS, "- [ ] Call number {n} 📅 2026-11-27\n", ""),
    "tasks with ids": ("session", ACTIONS, "- [ ] Call number {n} 📅 2026-11-27 🆔 k{n}\n", ""),
    "tasks, the same id": ("session", ACTIONS, "- [ ] Call number {n} 📅 2026-11-27 🆔 k\n", ""),
    "tasks, the same text": ("session", ACTIONS, "- [ ] Call 📅 2026-11-27\n", ""),
    "tasks, bad dates": ("session", ACTIONS, "- [ ] Call number {n} 📅 2026-99-27\n", ""),
    "tasks, text behind": ("session", ACTIONS, "- [ ] Call 📅 2026-11-27 number {n}\n", ""),
    "fields": ("session", "", "**Label {n}:** value\n\n", ""),
    "fields of one paragraph": ("session", "", "**Focus:** value\n", ""),
    "fields in brackets": ("session", "", "[due:: 2026-99-27] ", ""),
    "links": ("session", "", "[[Note {n}]]\n", ""),
    "links on a line": ("session", "", "[[Note {n}#Heading|alias]] ", ""),
    "links, the same": ("session", "", "[[Nowhere]] ", ""),
    "placeholders": ("session", "", "[Name {n}]\n\n", ""),
    "placeholders in cells": ("portfolio", ROSTER, "| [Name] | [Type] | [N] | [Status] | [Date] |\n", ""),
    # tables
    "a table of 200 columns": ("portfolio", "|a" * 200 + "|\n" + "|-" * 200 + "|\n", "|b" * 200 + "|\n", ""),
    "a table of 5,000 columns": ("portfolio", "|a" * 5000 + "|\n" + "|-" * 5000 + "|\n", "|b" * 5000 + "|\n", ""),
    "a table of short rows": ("portfolio", "|a" * 5 + "|\n" + "|-" * 5 + "|\n", "b\n", ""),
    "a table of unknown columns": ("portfolio", "## Active Roster\n" + "".join(f"|zz{n}" for n in range(190)) + "|\n" +
                                   "|-" * 190 + "|\n", "|b" * 190 + "|\n", ""),
    "tables": ("portfolio", "## Active Roster\n", "| a{n} | Client |\n|-|-|\n| b | c |\n\n", ""),
    "rows of dashes": ("other", "", "|-|\n", ""),
    "dashes in a paragraph": ("other", "", "a|b\n|-\n", ""),
    # marks
    "emphasis": ("session", "", "*a_ **b__ ", ""),
    "emphasis, stars": ("session", "", "*", ""),
    "emphasis around a heading": ("portfolio", "## ", "**a", ""),
    "backticks": ("session", "", "``a`b```c", ""),
    "code": ("session", ACTIONS, "- [ ] `a` b\n", ""),
    "code on a line": ("session", "", "`a` ", ""),
    "comments": ("session", "", "<!-- a --> b\n", ""),
    "comments without end": ("session", "", "<!-- a\n\n", ""),
    "comments without end on a line": ("session", "", "<!--", ""),
    "comments of Obsidian": ("session", "", "%%a%% b\n", ""),
    "comments of Obsidian without end": ("session", "", "a %%b\n\n", ""),
    "fences": ("session", "", "```\n", ""),
    "a fence without end": ("session", "```\n", "- [ ] a\n", ""),
    "HTML": ("session", "", "<div>\n", ""),
    "entities": ("session", "", "&amp;", ""),
    "backslashes": ("session", "", "\\", ""),
    "link definitions": ("session", "", "[a{n}]: b\n", ""),
    "underlined headings": ("session", "", "a\n===\n", ""),
    "front matter of a mebibyte": ("other", "---\n", "k{n}: v\n", "---\n"),
    "front matter without end": ("other", "---\n", "k{n}: v\n", ""),
    # bytes
    "Chinese": ("session", "## 行动事项\n", "- [ ] 写备忘录 📅 2026-11-27\n", ""),
    "Chinese on a line": ("session", "**重点：** ", "写备忘录", ""),
    "emoji": ("session", "", FAMILY, ""),
    "emoji in headings": ("portfolio", "", "## " + FAMILY * 20 + "\n", ""),
    "accents": ("portfolio", "## a", "\u0301\u0316", ""),
    "accents in a name": ("portfolio", ROSTER + "| a", "\u0301\u0316", "| 1-on-1 | weekly | Active | |\n"),
    "accents in a client": ("week", TIME_LOG + "| 2026-11-16 | 1.5 | coaching | a", "\u0301\u0316", " | |\n"),
    "accents in a link": ("session", "[[a", "\u0301\u0316", "]]"),
    "accents in a task": ("session", ACTIONS + "- [ ] a", "\u0301\u0316", " 📅 2026-11-27\n"),
    "accents in a label": ("session", "**a", "\u0301\u0316", ":** b\n"),
    "ligatures": ("portfolio", "## ", "\uFDFA", ""),
    "bytes that are no text": ("session", "", "\udcff", ""),
    "NULs": ("session", "", "\0", ""),
    "byte order marks": ("session", "", "\ufeff", ""),
}


def write(folder, deep=False):
    notes = {name: filled(HEADS[kind] + start, piece, end)
             for name, (kind, start, piece, end) in (DEEP if deep else {**DEEP, **LONG}).items()}
    # At the limit of what is read as front matter.
    notes["front matter of brackets"] = "---\na: " + "[" * (FRONT_MATTER_MOST - 64) + "\n---\n"
    if not deep:
        notes["front matter of keys"] = "---\n" + front_matter("k{n}: v\n") + "---\n"
        notes["front matter of lists"] = "---\ntype: session\na:\n" + front_matter("  - a\n") + "---\n"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in notes.items():
        (folder / f"{name}.md").write_bytes(text.encode("utf-8", "surrogateescape"))


def main():
    write(pathlib.Path(sys.argv[1]), deep=sys.argv[2:] == ["deep"])


if __name__ == "__main__":
    main()
