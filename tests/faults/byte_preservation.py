"""Random edits of random notes through the real commands: all bytes but those of the edited line are as they were.

Each note is made up of a person's odd lines: CRLF beside LF, blanks at ends, tabs, tables without padding, code that
looks like a section, bytes that are no UTF-8, no newline at the end. Three commands take turns: `log` adds a row,
`session cancel` changes one line of the front matter, `config` one line of the configuration.
"""

import concurrent.futures
import dataclasses
import os
import pathlib
import random
import tempfile

import commands
import sweep

EDITS_IN_SHORT, EDITS_IN_FULL, CONTROL_EDITS = 100, 10000, 30
SESSION = "Clients/Ada Example/Sessions/2026-11-19 Ada Example.md"
CONFIGURATION = ".coach/config.yaml"
SETTINGS = ("prep_minutes", "elevated_points", "breached_points", "breaker_weeks", "trend_weeks")
SEED = 20261116

ODD_LINES = (
    b"", b"   ", b"Prose with blanks at the end   ", b"\tA tab before, and one after\t", b"x" * 400,
    b"- [ ] a task  \xf0\x9f\x93\x85 2026-11-27", b"- [x]\tdone ", b"* star", b"  1) nested", b"> quoted  ",
    b"> - [ ] quoted task", b"| a |b|  c|", b"|---|:-:|--|", b"|1|\\||`x|y`|", b"<!-- a comment --> ", b"<div>",
    b"</div>", b"Setext", b"======", b"***", b"\xc2\xa0no-break\xc2\xa0", b"caf\xe9 in Latin-1", b"\xff\xfe",
    "李雷 — 笔记".encode(),
    b"[[Ada Example|Ada]] and [link](x \"y\")", b"trailing backslash\\", b"&nbsp; &amp; <b>", b"#tag", b"#### deeper",
    b"### A heading of one's own ###  ", b"Field:: value  ", b"**Label:** value ", b"\x0b\x0c control",
)
BLOCKS = (
    b"```\n## Time Log\n| a | b |\n```", b"~~~ md\n---\n~~~", b"    indented code\n    ## Time Log", b"%% hidden %%",
)
TABLES = (
    b"| Date | Hours | Category | Client | Note |\n| --- | --- | --- | --- | --- |\n| 2026-11-16 | 1 | admin | | x |",
    b"|Date|Hours|Category|Client|Note|\n|---|---:|:--|---|---|\n|2026-11-16|1.5|bizdev||  padded   |",
    b"Date | Hours | Category\n--- | --- | ---\n2026-11-16 | 2 | admin ",
    b"| Note   | Category | Hours | Date       |\n| ------ | -------- | ----- | ---------- |\n"
    b"| letter | admin    | 0.5   | 2026-11-16 |",
)


@dataclasses.dataclass
class Edit:
    """One command, the file it changes, and what the lines say that it may put in, and take out for it."""

    arguments: tuple
    path: str
    before: bytes
    says: bytes
    takes_out: bool = True


def odd_text(chance, lines):
    picked = [chance.choice(BLOCKS if chance.random() < 0.1 else ODD_LINES) for _ in range(lines)]
    return [b"", *picked, b""]


def with_endings(chance, lines):
    """LF, CRLF, or each line as it comes; sometimes none at the end."""
    text = b"\n".join(lines).split(b"\n")
    way = chance.choice((b"\n", b"\n", b"\r\n", None))
    whole = b"".join(line + (way or chance.choice((b"\n", b"\r\n"))) for line in text)
    return whole.rstrip(b"\r\n") if chance.random() < 0.15 else whole


def log_edit(chance):
    lines = [b"---", b"type: week", b"week:  2026-W47 ", b"---", b"# Week 2026-W47",
             *odd_text(chance, chance.randrange(12)), b"## Time Log", b"", chance.choice(TABLES),
             *odd_text(chance, chance.randrange(3)), b"## Review", *odd_text(chance, chance.randrange(8))]
    return Edit(("log", "0.25", "admin", "invoices"), commands.WEEK, with_endings(chance, lines), b"admin ", False)


def cancel_edit(chance):
    lines = [b"---", b"type:   session ", b"client: \"[[Ada Example]]\"", b"number: 6", b"date: 2026-11-19", b"# mine",
             b"start: \"10:00\"", b"minutes: 60", chance.choice((b"status: planned", b"status:  planned   # soon")),
             b"tags: [a,  b]", b"---", *odd_text(chance, chance.randrange(20))]
    return Edit(("session", "cancel", "ada"), SESSION, with_endings(chance, lines), b"status:")


def config_edit(chance):
    lines = [b"version: 1", b"# my own comment  ", b"capacity:   # mine"]
    lines += [f"  # {name}: 3".encode() for name in SETTINGS if chance.random() < 0.5]
    lines += [b"  # a comment below ", b"paths:", b"  templates:   \"\"  # none", b"# the end "]
    name = chance.choice(SETTINGS)
    return Edit(("config", f"capacity.{name}", str(chance.randrange(4, 13))), CONFIGURATION,
                with_endings(chance, lines), f"{name}:".encode())


def different_lines(before, after):
    """The lines between the beginning and the end that both texts share."""
    if after.startswith(before):
        return [], after[len(before):].lstrip(b"\r\n").splitlines(keepends=True)
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    start = next((place for place, (one, other) in enumerate(zip(old, new)) if one != other), min(len(old), len(new)))
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return old[start:len(old) - end], new[start:len(new) - end]


def judge(edit, status, after):
    if status:
        return after != edit.before, [("wedged", f"exit status {status}")]
    gone, new = different_lines(edit.before, after)
    right = len(new) == 1 and edit.says in new[0]
    right = right and (not gone or (edit.takes_out and len(gone) == 1 and edit.says in gone[0]))
    return after != edit.before, [] if right else [("torn", f"{gone} became {new}")]


def apply(edit, vault, more):
    path = vault / edit.path
    path.write_bytes(edit.before)
    others = {other: (vault / other).read_bytes() for other in (commands.WEEK, SESSION, "Client Portfolio.md")
              if other != edit.path}
    status, output = sweep.coach(vault, *edit.arguments, more=more)
    fired, problems = judge(edit, status, path.read_bytes())
    problems += [("torn", f"{other} was changed") for other, text in others.items()
                 if (vault / other).read_bytes() != text]
    (vault / CONFIGURATION).write_bytes(b"version: 1\n")
    return fired, problems, f"{' '.join(edit.arguments)} ({output.decode(errors='replace').strip()[-80:]})"


def make_edits(tally, count, more=None):
    chance = random.Random(SEED)
    edits = [chance.choice((log_edit, log_edit, cancel_edit, config_edit))(chance) for _ in range(count)]
    workers = os.cpu_count()
    with tempfile.TemporaryDirectory(dir=sweep.scratch()) as within, \
            concurrent.futures.ThreadPoolExecutor(workers) as pool:
        vaults = [pathlib.Path(within) / str(number) for number in range(workers)]
        for vault in vaults:
            commands.lay_with_week("none", vault)

        def share(number):
            return [apply(edit, vaults[number], more) for edit in edits[number::workers]]
        for outcomes in pool.map(share, range(workers)):
            for outcome in outcomes:
                tally.point(*outcome)
    return tally


def sweep_points(form):
    return make_edits(sweep.Tally(), EDITS_IN_SHORT if form.short else EDITS_IN_FULL)


def control(_):
    """A program that renders a note anew takes the blanks at the ends of lines away."""
    return make_edits(sweep.Tally(), CONTROL_EDITS, sweep.without("bytes"))


CONTROL_FINDS = ("torn",)
