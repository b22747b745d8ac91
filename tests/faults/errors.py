"""System calls that fail, one at a time: a full disk, a broken one, a quota, a signal."""

import pathlib
import tempfile

import commands
import sweep

# Not unlink: libgit2 makes a new ref by link and unlink of its lock, and does not look whether the lock went away.
CALLS = ("write", "fsync", "fdatasync", "openat", "rename", "renameat2", "link", "linkat", "unlinkat", "mkdir",
         "mkdirat", "close", "ftruncate", "flock")
ERRORS = ("ENOSPC", "EIO", "EINTR", "EDQUOT")
POINTS_IN_SHORT, POINTS_IN_FULL = 3, 60


def fail_once(name, reference, point, more=None):
    call, number, error = point
    with reference.copy() as place, tempfile.NamedTemporaryFile(dir=sweep.scratch()) as trace:
        status, _ = sweep.traced(place, reference.arguments, "-o", trace.name, "-e", f"trace={call}",
                                 "-e", f"inject={call}:error={error}:when={number}", more=more)
        fired = "(INJECTED)" in pathlib.Path(trace.name).read_text(encoding="utf-8", errors="replace")
        return [(fired, reference.judge(place, status), f"{name}, {call} {number} {error} (status {status})")]


def points_of(reference, calls, more=None):
    """Every call with every error; neighbours differ in both, so that a sample has all of them."""
    with reference.copy() as place:
        points = sweep.call_points(place, reference.arguments, calls, more)
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
    points = [point for point in points_of(reference, ("write",), more) if not form.short or point[2] == "ENOSPC"]
    sweep.each(tally, points, lambda point: fail_once("log", reference, point, more))
    return tally


CONTROL_FINDS = ("torn",)
