"""Write files whole or not at all. Every file that the project makes for somebody to read later is written by this."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from pathlib import Path

from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

_CURES = {
    errno.ENOSPC: Text(
        "The disk is full: make room and try again.", "디스크가 가득 찼습니다. 공간을 확보하고 다시 시도하세요."
    ),
    errno.EDQUOT: Text(
        "Your disk quota is used up: make room and try again.", "디스크 할당량을 다 썼습니다. 공간을 확보하세요."
    ),
    errno.EFBIG: Text(
        "It is larger than a file may be here: see `ulimit -f`.",
        "허용된 파일 크기를 넘습니다. `ulimit -f`를 확인하세요.",
    ),
    errno.EACCES: Text(
        "You may not write there: choose another place, or change the folder's permissions.",
        "쓰기 권한이 없습니다. 다른 위치를 고르거나 폴더 권한을 바꾸세요.",
    ),
    errno.EROFS: Text("That disk is read-only: choose another place.", "읽기 전용 디스크입니다. 다른 위치를 고르세요."),
}
_CURES[errno.EPERM] = _CURES[errno.EACCES]


class CannotWrite(DeepclinicError):
    """A file could not be written; what stood there before still does."""


def write_whole(
    path: Path, content: str | bytes | Iterable[str], durable: bool = False, mode: int | None = None
) -> None:
    """Write under a temporary name in the same folder, then rename: a crash leaves the old file or none.

    Folders on the way are made. A link is followed; a device or a pipe is written to as it is. Text is written as
    UTF-8; what is too large for memory comes in parts. `durable` waits until it is on the disk, so that it survives a
    cut of the power too. `mode` gives the file these rights, whatever it had.

    Raises:
        CannotWrite: names the file and the cure.
    """
    parts: Iterable[str | bytes] = [content] if isinstance(content, (str, bytes)) else content
    data = (part.encode("utf-8") if isinstance(part, str) else part for part in parts)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        now = _mode(path)
        if now is not None and not stat.S_ISREG(now):
            with open(path, "wb") as file:
                file.writelines(data)
            return
        target = os.path.realpath(path)
        temporary = os.path.join(os.path.dirname(target), f".new-{secrets.token_hex(8)}")
        # By os.open, so that the file gets the rights that any other new file of this user gets.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if mode is None else 0o600)
        with open(handle, "wb") as file:
            file.writelines(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
            if mode is not None or now is not None:
                os.chmod(temporary, stat.S_IMODE(now or 0) if mode is None else mode)
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        if temporary is not None:
            try:
                os.unlink(temporary)
            except OSError:
                pass  # it was never made


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The error for a person, of an attempt to write at `path`."""
    cure = _CURES.get(error.errno or 0, Text(""))
    en = f"Cannot write {path}: {error.strerror or error}. {cure.en}"
    ko = f"{path} 파일을 쓸 수 없습니다: {error.strerror or error}. {cure.ko}"
    return CannotWrite(Text(en.strip(), ko.strip()))


def _mode(path: Path) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None
