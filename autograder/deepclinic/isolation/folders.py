"""Look into and remove a folder that somebody hostile has filled: any depth, any mode, any number of files."""

from __future__ import annotations

import os
import stat

_MAX_DEPTH = 40


def exceeds(folder: str, max_bytes: int, max_files: int) -> str | None:
    """Return "disk" or "files" when the folder holds more than it may; looks at no more than `max_files` entries."""
    size, count = 0, 0
    waiting = [(folder, 0)]
    while waiting:
        path, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            return "files"
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    count += 1
                    if count > max_files:
                        return "files"
                    status = entry.stat(follow_symlinks=False)
                    size += status.st_blocks * 512
                    if stat.S_ISDIR(status.st_mode):
                        waiting.append((entry.path, depth + 1))
        except OSError:
            continue  # gone meanwhile, or made unreadable by its owner
    return "disk" if size > max_bytes else None


def hidden(pid: int, folder: str, file_bytes: int) -> int:
    """Bytes in files of `folder` that the process has deleted and still holds, by a descriptor or mapped into memory.

    Of a file that is only mapped the size cannot be seen: it counts as `file_bytes`, the most that one file may have.
    0 where the system does not tell.
    """
    held: dict[int, int] = {}
    try:
        # Descriptors first: a file can leave them for a mapping in between, not the other way round.
        for name in os.listdir(f"/proc/{pid}/fd"):
            path = f"/proc/{pid}/fd/{name}"
            try:
                if _deleted(os.readlink(path), folder):
                    status = os.stat(path)
                    held[status.st_ino] = status.st_blocks * 512
            except OSError:
                continue  # closed meanwhile
        with open(f"/proc/{pid}/maps", encoding="utf-8", errors="replace") as file:
            for line in file:
                fields = line.rstrip("\n").split(maxsplit=5)
                if len(fields) == 6 and _deleted(fields[5], folder):
                    held.setdefault(int(fields[4]), file_bytes)
    except OSError:
        pass  # gone, or no such system
    return sum(held.values())


def _deleted(path: str, folder: str) -> bool:
    # A file that never had a name lies in "<folder>/#<inode> (deleted)".
    return path.endswith(" (deleted)") and path.startswith(folder + "/")


def remove(folder: str) -> None:
    """Remove the folder and all that is in it, following no link and without descending deeper than one level.

    Sub-folders of sub-folders are moved up to the top first, so that no depth can exceed a path's or a stack's limit.
    Errors are passed over: what cannot be removed here is removed with the folder of the whole session.
    """
    try:
        top = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return
    try:
        serial = 0
        while True:
            names = os.listdir(top)
            if not names:
                break
            before = serial
            removed = 0
            for name in names:
                if _unlink(name, top):
                    removed += 1
                    continue
                serial = _flatten(name, top, serial)
                removed += _rmdir(name, top)
            if not removed and serial == before:
                break
    except OSError:
        pass
    finally:
        os.close(top)
    try:
        os.rmdir(folder)
    except OSError:
        pass


def _unlink(name: str, directory: int) -> bool:
    try:
        os.unlink(name, dir_fd=directory)
        return True
    except OSError:
        return False


def _rmdir(name: str, directory: int) -> bool:
    try:
        os.rmdir(name, dir_fd=directory)
        return True
    except OSError:
        return False


def _flatten(name: str, top: int, serial: int) -> int:
    try:
        if not stat.S_ISDIR(os.stat(name, dir_fd=top, follow_symlinks=False).st_mode):
            return serial
        os.chmod(name, 0o700, dir_fd=top)
        inside = os.open(name, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=top)
    except OSError:
        return serial
    try:
        for child in os.listdir(inside):
            if _unlink(child, inside):
                continue
            serial += 1
            try:
                os.rename(child, f".deepclinic-removing-{serial}", src_dir_fd=inside, dst_dir_fd=top)
            except OSError:
                continue
    finally:
        os.close(inside)
    return serial
