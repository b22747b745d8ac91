"""What all sweeps share: vaults, runs with a fault in them, the judgement of what they left, and the summary line.

A sweep goes through points: one run of the program with one fault in it. Afterwards a reading command recovers, the
vault is compared with what it was (old) and with what the command alone would have made of it (new), and the command is
run again. Beside each sweep stands its negative control, the same with one safety step left out (leave_out.c), which
must come out badly: a sweep that cannot fail proves nothing.
"""

import atexit
import collections
import concurrent.futures
import dataclasses
import functools
import os
import pathlib
import re
import shutil
import stat
import subprocess
import tempfile
import threading

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = pathlib.Path(ROOT, os.environ.get("BUILD", "build/release")).resolve()
COACH = BUILD / "coach"
MONDAY = "2026-11-16"
SECONDS = 60
FAILURES_SHOWN = 12
ATTEMPTS = 8
OF_NO_ACCOUNT = {".git", ".coach/lock", ".coach/cache", ".coach/journal"}
TEMPORARY = ".coach-"
NO_VAULT = 3
REFUSED = 11
FAULTS = ("torn", "mixed", "wedged", "lost", "false success")


class Skipped(Exception):
    """The machine has not what the sweep needs; the text says what."""


# --- the summary line ------------------------------------------------------------------------------------------------


class Tally:
    """Counts points, those whose fault really came, and what was found wrong."""

    def __init__(self):
        self.counts = collections.Counter()
        self.failures = []
        self.remark = ""
        self.guard = threading.Lock()

    def point(self, fired, problems, name):
        """One point's outcome. `problems` are pairs: one of FAULTS, and what was seen."""
        with self.guard:
            self.counts["points"] += 1
            self.counts["fired"] += bool(fired)
            for fault in {fault for fault, _ in problems}:
                self.counts[fault] += 1
            self.failures += [f"{fault} at {name}: {what}" for fault, what in problems]
            if not fired:
                self.failures.append(f"no fault came at {name}")

    def many(self, points, problems, name):
        """Points that are judged together: they all fired."""
        with self.guard:
            self.counts["points"] += points - 1
            self.counts["fired"] += points - 1
        self.point(True, problems, name)

    def is_clean(self):
        return 0 < self.counts["points"] == self.counts["fired"] and not self.found()

    def found(self):
        return sum(self.counts[fault] for fault in FAULTS)

    def line(self):
        figures = ", ".join(f"{name} {self.counts[name]}" for name in ("points", "fired", *FAULTS))
        return figures + (f" ({self.remark})" if self.remark else "")


def each(tally, items, work):
    """`work(item)` for all items, as many at a time as there are processors; it gives a list of points' outcomes.

    A commit's id hangs on the clock, and so do how many folders of objects git makes: a call that did not come is waited
    for a few times, from the start."""
    def insist(item):
        for _ in range(ATTEMPTS):
            outcomes = work(item)
            if all(fired for fired, _, _ in outcomes):
                break
        return outcomes

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for outcomes in pool.map(insist, items):
            for outcome in outcomes:
                tally.point(*outcome)


def spread(items, most):
    """At most so many of the items, evenly spread from the first to the last; always the same ones."""
    items = list(items)
    if most is None or len(items) <= most:
        return items
    return [items[index * (len(items) - 1) // (most - 1)] for index in range(most)]


# --- running ---------------------------------------------------------------------------------------------------------


def scratch_root():
    """Memory where there is some: a kill does not ask what lies below the file system. COACH_FAULTS_IN names another."""
    shared = pathlib.Path("/dev/shm")
    named = os.environ.get("COACH_FAULTS_IN")
    return named or (shared if shared.is_dir() and os.access(shared, os.W_OK) else None)


@functools.cache
def scratch():
    """The folder that all sweeps work in; it goes away with the program."""
    folder = tempfile.TemporaryDirectory(prefix="coach-faults-", dir=scratch_root())
    atexit.register(folder.cleanup)
    return pathlib.Path(folder.name)


def environment():
    """Nothing of the user's, and a fixed day; commits have a name."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COACH_", "XDG_", "GIT_"))}
    kept.update(HOME=str(BUILD), XDG_CONFIG_HOME=str(BUILD / "none"), TZ="UTC", LC_ALL="C.UTF-8", TERM="dumb",
                COACH_NOW=MONDAY, GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL="/dev/null",
                GIT_AUTHOR_NAME="Pat Example", GIT_AUTHOR_EMAIL="pat@example.org",
                GIT_COMMITTER_NAME="Pat Example", GIT_COMMITTER_EMAIL="pat@example.org")
    return kept


ENVIRONMENT = environment()


def run(command, folder, more=None, **options):
    """Exit status (negative: the signal it died of), with stdout and stderr together as bytes."""
    done = subprocess.run(list(map(str, command)), cwd=folder, env={**ENVIRONMENT, **(more or {})}, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=SECONDS, **options)
    return done.returncode, done.stdout


def must(command, folder, more=None):
    status, output = run(command, folder, more)
    if status:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit status {status}\n{output.decode(errors='replace')}")
    return output.decode(errors="replace")


def git(folder, *arguments):
    return must(["git", *arguments], folder)


def coach(folder, *arguments, more=None):
    return run([COACH, *arguments, "--no-input"], folder, more)


def library(name):
    """A helper of this folder, compiled as a library to be preloaded."""
    return compiled(name, f"{name}.so", "-shared", "-fPIC")


def compiled(name, output, *flags):
    target = BUILD / "tests" / "faults" / output
    target.parent.mkdir(parents=True, exist_ok=True)
    source = HERE / f"{name}.c"
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        compiler = [os.environ.get("CC", "cc"), "-std=c11", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-O2"]
        subprocess.run([*compiler, *flags, "-o", target, source, "-ldl"], check=True)
    return target


def without(step):
    """The environment of a run with one safety step left out: journal, sync, exchange, errors or bytes."""
    return {"LD_PRELOAD": str(library("leave_out")), "LEAVE_OUT": step}


def need(*programs):
    for program in programs:
        if not shutil.which(program):
            raise Skipped(f"{program} is not here")


# `run` starts itself again in a mount namespace of its own, where it can: what a sweep mounts ends with it.
IN_NAMESPACE = "COACH_FAULTS_NAMESPACE"


def need_mounts():
    if not os.environ.get(IN_NAMESPACE):
        raise Skipped("no mount namespace can be made here (unshare -m, or -Urm without root)")


def bound_by_modes():
    """The words before a command that have root heed the modes of files."""
    return ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []


def need_ptrace():
    need("strace")
    if run(["strace", "-qq", "-o", "/dev/null", "true"], "/")[0]:
        raise Skipped("strace may not trace here (ptrace)")


def traced(folder, arguments, *options, more=None):
    """coach below strace. The environment `more` is the program's alone."""
    inside = [f"-E{name}={value}" for name, value in (more or {}).items()]
    return run(["strace", "-f", "-qq", *inside, *options, COACH, *arguments, "--no-input"], folder)


def injecting(call, *injections):
    """The options that trace the call, with what is injected into it and into others."""
    calls = ",".join({call, *(injection.split(":")[0] for injection in injections)})
    return ["-e", f"trace={calls}", *(word for injection in injections for word in ("-e", f"inject={injection}"))]


def call_points(folder, arguments, calls, more=None, always=()):
    """(call, how manieth) for each of these system calls that the command makes, those of the same call in a row."""
    with tempfile.NamedTemporaryFile(dir=scratch()) as trace:
        traced(folder, arguments, "-o", trace.name, *injecting(",".join(calls), *always), more=more)
        text = pathlib.Path(trace.name).read_text(encoding="utf-8", errors="replace")
    counts = collections.Counter(re.findall(r"^\d+ +(\w+)\((?!.*INJECTED)", text, re.MULTILINE))
    return [(call, number) for call in calls for number in range(1, counts[call] + 1)]


def killed_at(folder, arguments, point, more=None, always=()):
    """True when the run died of SIGKILL at that call (which a shell calls 137)."""
    call, number = point
    injections = injecting(call, f"{call}:signal=KILL:when={number}", *always)
    status, _ = traced(folder, arguments, "-o", "/dev/null", *injections, more=more)
    return status == -9


# --- what stands there -----------------------------------------------------------------------------------------------


def tree(folder, left_out=OF_NO_ACCOUNT):
    """Each file and folder by its path: mode and bytes, or where a symlink leads."""
    found = {}
    pending = [pathlib.Path(folder)]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                name = os.path.relpath(entry.path, folder)
                if any(f"/{name}".endswith("/" + skipped) for skipped in left_out):
                    continue
                if entry.name.startswith(TEMPORARY) and left_out is OF_NO_ACCOUNT:
                    continue
                if entry.is_symlink():
                    found[name] = "-> " + os.readlink(entry.path)
                elif entry.is_dir():
                    pending.append(entry.path)
                    if ".coach" not in name.split("/"):
                        found[name + "/"] = "folder"
                else:
                    found[name] = file_state(entry)
    return found


def file_state(entry):
    status = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(status.st_mode):
        return stat.filemode(status.st_mode)
    try:
        with open(entry.path, "rb") as file:
            return stat.filemode(status.st_mode), file.read()
    except PermissionError:  # a state of its own, for anybody but root
        return stat.filemode(status.st_mode), status.st_size, status.st_mtime_ns


def changed(before, after):
    """The paths that differ between two trees."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


@dataclasses.dataclass
class Snapshot:
    """The files, how many changes are kept for undo, and what git says: the commits of coach's and what is not committed."""

    files: dict
    kept: int
    subjects: list
    pending: list

    @staticmethod
    def take(folder):
        subjects = pending = None
        for inside in repositories(folder):
            status, subjects = run(["git", "log", "--all", "--topo-order", "--format=%s"], inside)
            subjects = subjects.splitlines() if status == 0 else []
            pending = git(inside, "status", "--porcelain", "-uall").splitlines()
            pending = [line for line in pending if not re.search(r"\.coach/(lock|journal|cache)|conflicted copy of", line)]
        kept = sum(1 for path in pathlib.Path(folder).rglob(".coach/journal/kept/*"))
        return Snapshot(tree(folder), kept, subjects, pending)


def leftovers(folder):
    """What no run may leave for the next one, as problems: journal, temporary files and folders, git's locks."""
    found = []
    for place, folders, names in os.walk(folder):
        inside = os.path.relpath(place, folder)
        found += [os.path.join(inside, name) for name in folders + names
                  if name.startswith(TEMPORARY) or name.endswith((".lock", "index.coach")) or
                  (name == "current" and inside.endswith(".coach/journal"))]
    return [("wedged", f"left behind: {', '.join(found)}")] if found else []


def repositories(folder):
    """There is one at most: of the folder, or of the vault below it."""
    return [place for place in (pathlib.Path(folder), pathlib.Path(folder) / "Practice") if (place / ".git").exists()]


# The graph and the index over packs, each checked by a program of its own, are files that nobody writes here.
FSCK = ("git", "-c", "core.commitGraph=false", "-c", "core.multiPackIndex=false", "fsck", "--strict", "--no-dangling")


def check_repository(folder):
    """What git says of its own folder, as problems."""
    for inside in repositories(folder):
        status, output = run(FSCK, inside)
        if status:
            return [("torn", f"git fsck: {output.decode(errors='replace').strip()[:200]}")]
    return []


def without_copies(found, *snapshots):
    """The files less those conflict copies that hold a text of the vault's own: kept for safety, and nothing is lost."""
    texts = {state[1] for snapshot in snapshots for state in snapshot.files.values() if isinstance(state, tuple)}
    return {name: state for name, state in found.items() if "(conflicted copy of " not in name or state[1] not in texts}


def compare(found, old, new):
    """"old", "new", or None with the problems: which files are neither (torn), or of both (mixed)."""
    found = without_copies(found, old, new)
    if found == new.files:
        return "new", []
    if found == old.files:
        return "old", []
    torn, sides = [], collections.defaultdict(list)
    for name in sorted(found.keys() | old.files.keys() | new.files.keys()):
        here, before, after = (files.get(name) for files in (found, old.files, new.files))
        if before == after == here:
            continue
        if here not in (before, after):
            torn.append(name)
        else:
            sides["new" if here == after else "old"].append(name)
    problems = [("torn", ", ".join(torn))] if torn else []
    if sides["new"] and sides["old"]:
        problems.append(("mixed", f"new: {', '.join(sides['new'])}; old: {', '.join(sides['old'])}"))
    return None, problems


# --- judging ---------------------------------------------------------------------------------------------------------


class Reference:
    """A command on a vault: the vault before (in `folder`), after it, and after running it again, without any fault.
    `always` is what is injected into each run that a fault is injected into, beside that."""

    def __init__(self, folder, vault, arguments):
        self.folder, self.vault, self.arguments, self.always = folder, vault, arguments, ()
        self.old = Snapshot.take(folder)
        with self.copy() as place:
            status, output = coach(place, *arguments)
            if status:
                raise RuntimeError(f"{arguments}: exit status {status} without any fault\n{output.decode()}")
            self.new = Snapshot.take(place)
            self.again_status, _ = coach(place, *arguments)
            self.again = Snapshot.take(place)
        if self.old.files == self.new.files:
            raise RuntimeError(f"{arguments} changes nothing")

    def copy(self):
        return Copy(self.folder)

    def recover(self, place):
        """What a person would do next: look. Where init was cut there may be no vault to look at yet, or none any more."""
        status = coach(place / self.vault, "status")[0] if (place / self.vault).is_dir() else NO_VAULT
        return status if status or (place / self.vault / ".coach/config.yaml").exists() else NO_VAULT

    def judge(self, place, status=None):
        """The problems that a run left, and those of the same command run after it."""
        recovered = self.recover(place)
        if recovered == NO_VAULT:
            return self.judge_next(place, "old")
        if recovered:
            return [("wedged", f"the reading command ended with status {recovered}")] + self.judge_next(place, "old")
        state, problems = compare(tree(place), self.old, self.new)
        problems += leftovers(place) + self.judge_history(place, state)
        if status == 0 and state == "old":
            problems.append(("false success", "exit status 0, and the change is not there"))
        return problems + self.judge_next(place, state)

    def judge_history(self, place, state):
        problems = check_repository(place)
        expected = {"old": self.old, "new": self.new}.get(state)
        if expected and not problems:
            found = Snapshot.take(place)
            if found.kept != expected.kept:
                problems.append(("mixed", f"the files are {state}, and {found.kept} changes are kept for undo"))
            elif (found.subjects or []) != (expected.subjects or []):
                problems.append(("mixed", f"the files are {state}, but git's commits are {found.subjects}"))
            elif found.pending != expected.pending:
                problems.append(("mixed", f"the files are {state}, but git's status is {found.pending}"))
        return problems

    def judge_next(self, place, state):
        """The same command again: it lands, or does what a second run does without any fault."""
        status, output = coach(place, *self.arguments)
        found = tree(place)
        said = output.decode(errors="replace").strip().splitlines()[-2:]
        wanted = (0, self.new.files) if state == "old" else (self.again_status, self.again.files)
        problems = []
        if state in ("old", "new") and (status, without_copies(found, self.old, self.new)) != wanted:
            problems.append(("wedged", f"the next run ended with status {status}: {' '.join(said)}"))
        elif status not in (0, self.again_status, REFUSED):
            problems.append(("wedged", f"the next run ended with status {status}: {' '.join(said)}"))
        if status:
            status, output = coach(place / self.vault, "log", "0.25", "admin", "after")
            if status:
                problems.append(("wedged", f"log afterwards ended with status {status}: {output.decode()[-200:]}"))
        return problems + leftovers(place) + check_repository(place)


class Copy:
    """A copy of a folder, with all its attributes, that goes away."""

    def __init__(self, folder):
        self.folder, self.place = folder, None

    def __enter__(self):
        self.place = pathlib.Path(tempfile.mkdtemp(dir=scratch())) / "here"
        subprocess.run(["cp", "-a", self.folder, self.place], check=True)
        return self.place

    def __exit__(self, *_):
        shutil.rmtree(self.place.parent, ignore_errors=True)


