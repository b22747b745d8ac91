"""Another program edits the note while coach writes it: each of its lines is found again, whoever came first.

A round is a vault in which a second program (other_writer.c) adds its lines to the week note, while `coach log` runs
again and again. At the end each line must stand in the note, in a conflict copy beside it, or in git's history. A point
is one edit of the other's; what it counts as fired, those that were made.
"""

import concurrent.futures
import dataclasses
import functools
import re
import subprocess
import threading

import commands
import sweep

EDITS_IN_ROUND, RUNS_IN_ROUND, BURST = 2500, 50, 25
ROUNDS_IN_SHORT, ROUNDS_IN_FULL, CONTROL_ROUNDS = 5, 50, 8
STRETCHED_IN_SHORT, STRETCHED_IN_FULL = 2, 20
SHORT_CONTROL_TRIES = 3
DONE, CONFLICT = 0, 5


@dataclasses.dataclass
class Round:
    """One round: how the other writes, in which kind of vault, with what left out of coach."""

    way: str
    kind: str
    number: int
    more: dict = None

    def name(self):
        return f"{self.way}, {self.kind}, round {self.number}"


@dataclasses.dataclass
class Sizes:
    edits: int
    runs: int
    pause: int


@functools.cache
def base(kind):
    """A vault of this kind whose week has a note: what each round begins with."""
    folder = sweep.scratch() / f"race, {kind}"
    commands.lay_with_week(kind, folder)
    return folder


def play(game, sizes):
    """One round: how many lines were lost, the problems, and what coach's runs ended with."""
    with sweep.Copy(base(game.kind)) as vault:
        writer = subprocess.Popen([sweep.compiled("other_writer", "other_writer"), game.way, vault / commands.WEEK,
                                   str(sizes.edits), str(BURST), str(sizes.pause)])
        statuses, rows = [], []
        while writer.poll() is None or len(statuses) < sizes.runs:
            text = f"row-{len(statuses):04d}"
            statuses.append(sweep.coach(vault, "log", "0.25", "admin", text, more=game.more)[0])
            rows += [text] if statuses[-1] == DONE else []
        return judge(vault, game, sizes, writer.returncode, statuses, rows)


def judge(vault, game, sizes, writer_status, statuses, rows):
    sweep.coach(vault, "status")
    kept = everything_kept(vault)
    here = set(re.findall(rb"other-\d{6}", kept))
    lost = [f"other-{number:06d}" for number in range(1, sizes.edits + 1) if f"other-{number:06d}".encode() not in here]
    # An editor that read the note before coach's row came saves it without; then only git remembers the row.
    remembered = game.way in ("append", "busy", "hold") or game.kind == "made"
    gone = [row for row in rows if row.encode() not in kept] if remembered else []
    strange = sorted(set(statuses) - {DONE, CONFLICT})
    problems = [("lost", f"{len(lost)} lines, such as {lost[0]}")] if lost else []
    problems += [("false success", f"{len(gone)} rows of coach's, such as {gone[0]}")] if gone else []
    problems += [("wedged", f"coach ended with statuses {strange}")] if strange else []
    problems += [("wedged", f"the other writer ended with status {writer_status}")] if writer_status else []
    problems += sweep.leftovers(vault) + sweep.check_repository(vault)
    return len(lost), problems, statuses


def everything_kept(vault):
    """The note, its conflict copies, and all that git has."""
    kept = b"".join(path.read_bytes() for path in (vault / "Weeks").glob("2026-W47*"))
    if (vault / ".git").exists():
        kept += sweep.run(["git", "log", "--all", "-p", "--no-ext-diff"], vault)[1]
    return kept


def run_rounds(games, sizes):
    tally, runs, conflicts = sweep.Tally(), 0, 0
    for game in games:
        lost, problems, statuses = play(game, sizes)
        tally.many(sizes.edits, problems, game.name())
        tally.counts["lost"] += max(0, lost - 1)
        runs += len(statuses)
        conflicts += statuses.count(CONFLICT)
    tally.remark = f"edits of the other writer against {runs} runs, of which {conflicts} gave way"
    return tally


def games(rounds, more=None):
    ways = [(way, kind) for kind in ("made", "none") for way in ("append", "save", "hold", "rewrite", "busy")]
    return [Round(*ways[number % len(ways)], number, more) for number in range(rounds)]


def stretched(tally, number):
    """One run that sleeps for half a second before it exchanges, and an edit within that time."""
    way = ("append", "save")[number % 2]
    with sweep.Copy(base("none")) as vault:
        writer = sweep.compiled("other_writer", "other_writer")
        with concurrent.futures.ThreadPoolExecutor(1) as pool:
            run = pool.submit(sweep.traced, vault, ["log", "0.25", "admin", "row"], "-o", "/dev/null", "-e",
                              "trace=renameat2", "-e", "inject=renameat2:delay_enter=500000:when=1")
            threading.Event().wait(0.25)
            fired = not run.done()
            subprocess.run([writer, way, vault / commands.WEEK, "1", "1", "0"], check=True)
            status, _ = run.result()
        kept = everything_kept(vault)
        problems = [] if b"other-000001" in kept else [("lost", "the line written before the exchange")]
        if status == DONE and b"| row |" not in kept:
            problems.append(("false success", "the row is not there"))
        tally.point(fired, problems + sweep.leftovers(vault), f"stretched, {way}, status {status}")


def sweep_points(form):
    sweep.need_ptrace()
    if form.short:
        sizes = Sizes(500, 20, 30000)
    else:
        sizes = Sizes(EDITS_IN_ROUND, RUNS_IN_ROUND, 20000)
    tally = run_rounds(games(ROUNDS_IN_SHORT if form.short else ROUNDS_IN_FULL), sizes)
    for number in range(STRETCHED_IN_SHORT if form.short else STRETCHED_IN_FULL):
        stretched(tally, number)
    return tally


def control(form):
    """Without the exchange, what comes between the check and the rename is lost: in the short form as many rounds as it
    takes to see that, since a race may go well."""
    rounds, sizes = games(CONTROL_ROUNDS, sweep.without("exchange")), Sizes(500, 20, 30000)
    if not form.short:
        return run_rounds(rounds, sizes)
    for game in (rounds[1::2] + rounds[::2]) * SHORT_CONTROL_TRIES:
        tally = run_rounds([game], sizes)
        if tally.counts["lost"]:
            break
    return tally


CONTROL_FINDS = ("lost",)
