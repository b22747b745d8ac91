"""The power goes: what a command said it had written is there afterwards, and a cut-off change is there whole or not.

The vault lies on an ext4 or XFS image of its own, mounted through a loop device. The file system is then shut down at
once (ioctl EXT4_IOC_SHUTDOWN, XFS_IOC_GOINGDOWN), as if power had gone: with what lies in its log kept (1), or with
everything dropped that was not synced (2). Then it is mounted again, which replays its log. Needs root.
"""

import contextlib
import fcntl
import os
import pathlib
import struct
import tempfile

import commands
import kill
import sweep

SHUTDOWN = 0x8004587D  # _IOR('X', 125, uint32_t)
KEEP_THE_LOG, DROP_EVERYTHING = 1, 2
MEGABYTES = {"ext4": 64, "xfs": 320}
MAKE = {"ext4": ["mkfs.ext4", "-q", "-F"], "xfs": ["mkfs.xfs", "-q", "-f"]}
SHORT = ("session move",)
CUTS_IN_SHORT, CUTS_IN_FULL = 2, 6


class Disk:
    """An image with one file system, and where it is mounted."""

    def __init__(self, kind, within):
        self.image, self.place = pathlib.Path(within) / kind, pathlib.Path(within) / f"{kind} mounted"
        with open(self.image, "wb") as image:
            image.truncate(MEGABYTES[kind] << 20)
        sweep.must([*MAKE[kind], self.image], "/")
        self.place.mkdir()
        self.mount()

    def mount(self):
        sweep.must(["mount", "-o", "loop", self.image, self.place], "/")

    def unmount(self):
        sweep.must(["umount", self.place], "/")

    def lose_power(self, how):
        folder = os.open(self.place, os.O_RDONLY)
        fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", how))
        os.close(folder)
        self.unmount()
        self.mount()

    @contextlib.contextmanager
    def vault(self, reference):
        """The reference's folder on this disk, all of it durable."""
        place = pathlib.Path(tempfile.mkdtemp(dir=self.place)) / "here"
        sweep.must(["cp", "-a", reference.folder, place], "/")
        os.sync()
        yield place
        sweep.must(["rm", "-rf", place.parent], "/")


@contextlib.contextmanager
def disk(kind):
    sweep.need_mounts()
    sweep.need(MAKE[kind][0])
    with tempfile.TemporaryDirectory(prefix="coach-faults-") as within:
        try:
            made = Disk(kind, within)
        except RuntimeError as error:
            raise sweep.Skipped(f"no {kind} image can be mounted here (root and loop devices)") from error
        try:
            yield made
        finally:
            made.unmount()


def lose_after(made, name, reference, how, more=None):
    """Power goes right after the command has ended with status 0."""
    with made.vault(reference) as place:
        status, _ = sweep.coach(place, *reference.arguments, more=more)
        made.lose_power(how)
        state, problems = sweep.compare(sweep.tree(place), reference.old, reference.new)
        if state == "old":
            problems.append(("false success", "exit status 0, and after the power loss the change was not there"))
        if not problems:
            problems = reference.judge(place, status)
        return status == 0, problems, f"{name}, power lost after it ({how})"


def lose_during(made, name, reference, point, how):
    """The command stops at a call, and power goes."""
    with made.vault(reference) as place:
        fired = sweep.killed_at(place, reference.arguments, point)
        made.lose_power(how)
        return fired, reference.judge(place), f"{name}, power lost at {point[0]} {point[1]} ({how})"


def sweep_points(form, kind):
    sweep.need_ptrace()
    tally = sweep.Tally()
    cuts = None if form.all else CUTS_IN_SHORT if form.short else CUTS_IN_FULL
    with disk(kind) as made:
        for name, reference in commands.references(SHORT, ("made",)) if form.short else commands.references():
            with reference.copy() as looked_at:
                points = sweep.call_points(looked_at, reference.arguments, kill.WRITING)
            for how in (KEEP_THE_LOG, DROP_EVERYTHING):
                tally.point(*lose_after(made, name, reference, how))
                for point in sweep.spread(points, cuts):
                    tally.point(*lose_during(made, name, reference, point, how))
            form.tell(f"{name}: {tally.counts['points']} points so far")
    return tally


def control(_, kind):
    """Without fsync, what was said to be written is not there."""
    tally = sweep.Tally()
    reference = commands.reference("log, an edited week", "made")
    with disk(kind) as made:
        for how in (KEEP_THE_LOG, DROP_EVERYTHING):
            tally.point(*lose_after(made, "log", reference, how, sweep.without("sync")))
    return tally


CONTROL_FINDS = ("false success", "torn")
