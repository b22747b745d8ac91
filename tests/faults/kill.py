"""kill -9 at every system call that can matter, of every command that writes: the old vault or the new one."""

import commands
import sweep

CALLS = ("openat", "write", "rename", "renameat", "renameat2", "link", "linkat", "unlink", "unlinkat", "mkdir",
         "mkdirat", "fsync", "fdatasync", "close", "flock", "ftruncate")
# Those that change something on the disk: what few points are to be spread over.
WRITING = tuple(call for call in CALLS if call not in ("openat", "close", "flock"))
POINTS_IN_SHORT = 2


def kill_once(name, reference, point, more=None):
    """Fired, problems, name of a run killed at the point."""
    with reference.copy() as place:
        fired = sweep.killed_at(place, reference.arguments, point, more, reference.always)
        return [(fired, reference.judge(place), f"{name}, {point[0]} {point[1]}")]


def sweep_points(form):
    sweep.need_ptrace()
    tally = sweep.Tally()
    for name, reference in commands.references() + commands.references_without_exchange():
        with reference.copy() as place:
            points = sweep.call_points(
                place, reference.arguments, WRITING if form.short else CALLS, always=reference.always)
        chosen = sweep.spread(points, POINTS_IN_SHORT if form.short else None)
        sweep.each(tally, chosen, lambda point: kill_once(name, reference, point))
        form.tell(f"{name}: {len(chosen)} of {len(points)} points")
    return tally


def control(form):
    """Without a journal the same kills leave changes by halves."""
    tally = sweep.Tally()
    more = sweep.without("journal")
    reference = commands.reference("session move", "none")
    with reference.copy() as place:
        points = sweep.call_points(place, reference.arguments, ("renameat2",) if form.short else WRITING, more)
    sweep.each(tally, points, lambda point: kill_once("session move", reference, point, more))
    return tally


CONTROL_FINDS = ("mixed",)
