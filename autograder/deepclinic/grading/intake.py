"""From a path to the solutions in it: files are opened with care, and read inside a worker."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.errors import DeepclinicError
from deepclinic.grading.observing import GraderFault
from deepclinic.isolation import Limits, Run, Workers
from deepclinic.submission.outputs import without_outputs
from deepclinic.text import Text

MAX_BYTES = 20_000_000
MAX_WITH_OUTPUTS = 100_000_000
"""A notebook may be as large as this if it is not larger than `MAX_BYTES` without its outputs."""
MAX_HELPER_BYTES = 1_000_000
MAX_HELPERS = 50
NONSENSE = (LookupError, TypeError, AttributeError, ValueError)


class Unreadable(Exception):
    """The submission cannot be read; `reason` says why, for the report."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class Solution:
    """One exercise's solution as module source, ready to be observed."""

    exercise: str
    source: str
    notes: tuple[Text, ...] = ()
    ready_made: tuple[str, ...] = ()
    modules: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class HandedIn:
    """A file as it was handed in. `helpers`: sources of the modules beside it that it may import."""

    data: bytes
    kind: str
    helpers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Intake:
    """What a submission holds: solutions, and for exercises that it should hold but does not, the reason."""

    solutions: tuple[Solution, ...]
    missing: Mapping[str, Text]


def find_submissions(path: Path) -> list[Path]:
    """The `.py` and `.ipynb` files at `path`: itself, or all in a folder, sorted; hidden folders are left out."""
    if path.is_file() or path.is_symlink() or (path.exists() and not path.is_dir()):
        return [path]
    if not path.exists():
        raise DeepclinicError(f"No such file or folder: {path}")
    found = []
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        found.extend(Path(folder, name) for name in sorted(files) if name.endswith((".py", ".ipynb")))
    if not found:
        raise DeepclinicError(f"No .py or .ipynb file in {path}")
    return found


def read_submission(path: Path) -> bytes:
    """Read a file that was handed in; a huge notebook comes without its outputs. `Unreadable` says why it cannot be."""
    if path.suffix.lower() != ".ipynb":
        return read_bytes(path)
    data = read_bytes(path, MAX_WITH_OUTPUTS)
    if len(data) > MAX_BYTES:
        data = without_outputs(data)
    if len(data) > MAX_BYTES:
        raise _too_large(MAX_BYTES)
    return data


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Read a regular file of at most `limit` bytes; symlinks, pipes and devices are `Unreadable`, not followed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        raise DeepclinicError(f"No such file: {path}") from None
    except OSError as error:
        if path.is_symlink():
            raise Unreadable(Text("It is a symbolic link.", "심볼릭 링크입니다.")) from None
        raise Unreadable(
            Text(f"It cannot be opened: {error.strerror}.", f"파일을 열 수 없습니다: {error.strerror}.")
        ) from None
    status = os.fstat(handle)
    if stat.S_ISDIR(status.st_mode):
        os.close(handle)
        raise Unreadable(Text("It is a folder.", "폴더입니다."))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(Text("It is not an ordinary file.", "일반 파일이 아닙니다."))
        if status.st_size > limit:
            raise _too_large(limit)
        return file.read(limit + 1)[:limit]


def _too_large(limit: int) -> Unreadable:
    return Unreadable(
        Text(
            f"It is larger than {limit // 1_000_000} MB. Clear the outputs and hand it in again.",
            f"{limit // 1_000_000} MB보다 큽니다. 출력을 지우고 다시 제출하세요.",
        )
    )


def load(path: Path, with_helpers: bool) -> HandedIn:
    """Take the file at `path`, without looking into it. Raises `Unreadable` with the reason.

    `with_helpers` lets a notebook import the `.py` files beside it: right where the folder is one student's own.
    """
    kind = path.suffix.lstrip(".").lower()
    if kind not in ("py", "ipynb"):
        raise Unreadable(Text("It is neither a .py nor an .ipynb file.", ".py 파일도 .ipynb 파일도 아닙니다."))
    return HandedIn(read_submission(path), kind, _helpers(path) if with_helpers else {})


def read(
    workers: Workers, file: HandedIn, exercises: Iterable[ExerciseInfo], hurry: bool = False
) -> dict[str, Any]:
    """Have a file read by a worker; return what it says (see `submission.reader.read`), for `found_in`.

    `hurry`: by one that waits for this, where there is one, see `Workers.expect`.

    Raises:
        GraderFault: no worker could be set up.
    """
    request = {"task": "read", "data": file.data, "kind": file.kind, "exercises": wanted(exercises)}
    return _reading(workers.run(request, limits=Limits(), hurry=hurry))


def read_cells(workers: Workers, cells: list[dict[str, Any]], exercises: Iterable[ExerciseInfo]) -> Intake:
    """Read cells that were run in a notebook, in the order in which they were run."""
    request = {"task": "read", "cells": cells, "kind": "cells", "exercises": wanted(exercises)}
    return found_in(_reading(workers.run(request, limits=Limits())), {})


def wanted(exercises: Iterable[ExerciseInfo]) -> dict[str, dict[str, list[str]]]:
    """What a reader must know of the exercises that it looks for."""
    return {e.name: {"defines": list(e.defines), "not_allowed": list(e.not_allowed)} for e in exercises}


def _helpers(path: Path) -> dict[str, str]:
    """`.py` files handed in beside a notebook, which its cells may import."""
    if path.suffix.lower() != ".ipynb":
        return {}
    helpers: dict[str, str] = {}
    for file in sorted(path.parent.glob("*.py"))[:MAX_HELPERS]:
        try:
            helpers[file.stem] = read_bytes(file, MAX_HELPER_BYTES).decode("utf-8-sig")
        except (Unreadable, UnicodeDecodeError):
            continue
    return helpers


def _reading(run: Run) -> dict[str, Any]:
    if run.ended == "fault":
        raise GraderFault(run.detail)
    frame = next((frame for frame in run.frames if "solutions" in frame), None)
    if frame is not None:
        return frame
    stopped = {
        "en": f"Reading it was stopped ({run.ended}: {run.detail}).",
        "ko": f"읽는 도중 중단되었습니다 ({run.ended}: {run.detail}).",
    }
    return {"error": stopped, "solutions": {}, "missing": {}}


def found_in(frame: Mapping[str, Any], helpers: Mapping[str, str]) -> Intake:
    """What a reader has found. Raises `Unreadable` with the reason where it could read nothing."""
    try:
        return understood(frame, helpers)
    except NONSENSE:  # not what the reader sends: something took its place
        raise Unreadable(
            Text("What came back from reading it makes no sense.", "읽은 결과를 이해할 수 없습니다.")
        ) from None


def understood(frame: Mapping[str, Any], helpers: Mapping[str, str]) -> Intake:
    """As `found_in`, but raises one of `NONSENSE` for what no reader sends."""
    if frame["error"]:
        raise Unreadable(_sentence(frame["error"]))
    found = tuple(
        Solution(
            name, _string(s["source"]), tuple(map(_sentence, s["notes"])), tuple(map(_string, s["ready_made"])),
            {key: text for key, text in helpers.items() if key != name},
        )
        for name, s in frame["solutions"].items()
    )  # fmt: skip
    return Intake(found, {name: _sentence(reason) for name, reason in frame["missing"].items()})


def _sentence(fields: Mapping[str, str]) -> Text:
    return Text(_string(fields["en"]), _string(fields["ko"]))


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"a {type(value).__name__} in the place of a text")
    return value
