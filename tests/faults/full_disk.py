"""Disks that are really full, of bytes and of files, and folders and file systems that may not be written to."""

import contextlib
import itertools
import os
import pathlib
import tempfile

import commands
import sweep

PAGE = 4096
ROOMY = ("size=64m", "nr_inodes=20000")
MOST_FREE = 400
SHORT = ("session move",)
STEP_IN_SHORT, STEP_IN_FULL, CONTROL_PAGES = 12, 4, range(1, 5)


@contextlib.contextmanager
def disk(reference):
    """The reference's folder on a file system of its own, in memory."""
    place = pathlib.Path(tempfile.mkdtemp(dir=sweep.scratch()))
    sweep.must(["mount", "-t", "tmpfs", "-o", ",".join(ROOMY), "tmpfs", place], "/")
    try:
        sweep.must(["cp", "-a", reference.folder, place / "here"], "/")
        # A size of no pages would mean one without limit.
        (place / "ballast").write_bytes(bytes(PAGE))
        yield place
    finally:
        sweep.must(["umount", place], "/")
        place.rmdir()


def remount(place, *options):
    """With its source named, or mount would give back options that a user namespace does not take."""
    sweep.must(["mount", "-t", "tmpfs", "-o", ",".join(("remount", *options)), "tmpfs", place], "/")


def leave_free(place, what, free):
    """Makes the disk so small that this many pages, or files, are free."""
    status = os.statvfs(place)
    if what == "pages":
        remount(place, f"size={(status.f_blocks - status.f_bfree + free) * status.f_frsize}")
    else:
        remount(place, f"nr_inodes={status.f_files - status.f_ffree + free}")


def run_full(name, reference, what, free, more=None):
    """None where the command had room enough."""
    with disk(reference) as place:
        leave_free(place, what, free)
        here = place / "here"
        status, _ = sweep.coach(here, *reference.arguments, more=more)
        reference.recover(here)
        remount(place, *ROOMY)
        problems = reference.judge(here, status)
        enough = status == 0 and not problems and not more
        return None if enough else (True, problems, f"{name}, {free} {what} free (status {status})")


def fill_up(tally, name, reference, step):
    """Less and less full, until the command has room enough."""
    for what in ("pages", "files"):
        for free in range(0, MOST_FREE, step):
            outcome = run_full(name, reference, what, free)
            if outcome is None:
                break
            tally.point(*outcome)


def forbid_folders(name, reference):
    """Each folder of the vault in turn is not to be written to."""
    with reference.copy() as looked_at:
        folders = [path.relative_to(looked_at) for path in sorted((looked_at / reference.vault).rglob("*"))
                   if path.is_dir() and ".git" not in path.parts and path.name not in ("cache", "journal", "base")]
    for folder in folders:
        with reference.copy() as place:
            before = sweep.tree(place)
            (place / folder).chmod(0o555)
            status, _ = sweep.run([*sweep.bound_by_modes(), sweep.COACH, *reference.arguments, "--no-input"], place)
            (place / folder).chmod(0o755)
            if status or sweep.tree(place) == before:
                yield True, reference.judge(place, status), f"{name}, {folder} read-only (status {status})"


def forbid_disk(name, reference):
    """The whole file system is read-only: writing fails, reading goes on."""
    with disk(reference) as place:
        remount(place, "ro")
        here = place / "here"
        status, _ = sweep.coach(here, *reference.arguments)
        seen = reference.recover(here)
        remount(place, "rw")
        problems = reference.judge(here, status)
        if seen not in (0, 3):
            problems.append(("wedged", f"a reading command ended with status {seen} on a read-only file system"))
        return status != 0, problems, f"{name}, read-only file system (status {status})"


def sweep_points(form):
    sweep.need_mounts()
    sweep.need("setpriv")
    tally = sweep.Tally()
    for name, reference in commands.references(SHORT, ("made",)) if form.short else commands.references():
        fill_up(tally, name, reference, STEP_IN_SHORT if form.short else STEP_IN_FULL)
        for outcome in itertools.chain(forbid_folders(name, reference), [forbid_disk(name, reference)]):
            tally.point(*outcome)
        form.tell(f"{name}: {tally.counts['points']} points so far")
    return tally


def control(_):
    """A program that does not hear that a write has failed."""
    tally = sweep.Tally()
    reference = commands.reference("log, an edited week", "none")
    for free in CONTROL_PAGES:
        tally.point(*run_full("log", reference, "pages", free, sweep.without("errors")))
    return tally


CONTROL_FINDS = ("torn",)
