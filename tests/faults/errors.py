"""System calls that fail, once or from then on: a full disk, a broken one, a quota, a signal."""

import pathlib
import tempfile

import commands
import sweep

# Not unlink: libgit2 makes a new ref by link and unlink of its lock, and does not look whether the lock went away.
CALLS = ("write", "fsync", "fdatasync", "openat", "rename", "renameat", "renameat2", "link", "linkat", "unlinkat",
         "mkdir", "mkdirat", "close", "ftruncate", "flock")
ONCE, FROM_THEN_ON = "", "+"  # as strace has it
ERRORS = (("ENOSPC", ONCE), ("EIO", FROM_THEN_ON), ("EINTR", ONCE), ("EIO", ONCE), ("EDQUOT", ONCE),
          ("ENOSPC", FROM_THEN_ON))
POINTS_IN_SHORT, POINTS_IN_FULL = 3, 60


def fail_once(name, reference, point, more=None):
    call, number, (error, more_of_them) = point
    with reference.copy() as place, tempfile.NamedTemporaryFile(dir=sweep.scratch()) as trace:
        injections = sweep.injecting(call, f"{call}:error={error}:when={number}{more_of_them}", *reference.always)
        status, _ = sweep.traced(place, reference.arguments, "-o", trace.name, *injections, more=more)
        text = pathlib.Path(trace.name).read_text(encoding="utf-8", errors="replace")
        fired = any("(INJECTED)" in line and call in line for line in text.splitlines())
        return [(fired, reference.judge(place, status), f"{name}, {call} {number}{more_of_them} {error} (status {status})")]


def points_of(reference, calls, more=None):
    """Every call with every error; neighbours differ in both, so that a sample has all of them."""
    with reference.copy() as place:
        points = sweep.call_points(place, reference.arguments, calls, more, reference.always)
    return [(*point, error) for point in points for error in ERRORS]


def sweep_points(form):
    sweep.need_ptrace()
    tally = sweep.Tally()
    most = None if form.all else POINTS_IN_SHORT if form.short else POINTS_IN_FULL
    kinds = ("made",) if form.short else commands.VAULTS
    commands.sweep_each(tally, form, kinds, lambda reference: points_of(reference, CALLS), most, fail_once)
    return tally


def control(form):
    """A program that does not hear that a write has failed tears files and says that all is well."""
    tally = sweep.Tally()
    more = sweep.without("errors")
    reference = commands.reference("log, an edited week", "none")
    wanted = [("ENOSPC", ONCE)] if form.short else ERRORS
    points = [point for point in points_of(reference, ("write",), more) if point[2] in wanted]
    sweep.each(tally, points, lambda point: fail_once("log", reference, point, more))
    return tally


CONTROL_FINDS = ("torn",)
