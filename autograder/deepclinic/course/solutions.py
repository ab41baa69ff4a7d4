"""The solutions of an exercise as text: reference, right alternatives, misconceptions. Never imported or run here."""

from __future__ import annotations

import ast
import threading
import tomllib
from dataclasses import dataclass
from pathlib import Path

from deepclinic import paths
from deepclinic.errors import DeepclinicError
from deepclinic.report.model import Misconception
from deepclinic.text import Text

UNSEEN = "unseen"


@dataclass(frozen=True)
class Alternative:
    """A right solution written differently; `idea` says how in a few words."""

    id: str
    path: Path
    source: str
    idea: Text


@dataclass(frozen=True)
class WrongSolution:
    """A wrong solution of which the wrong idea has a name."""

    path: Path
    source: str
    misconception: Misconception

    @property
    def id(self) -> str:
        """The misconception's id: the name of its file."""
        return self.misconception.id


@dataclass(frozen=True)
class Rewritten:
    """A wrong solution that no misconception's file was made from: the same wrong idea in another style.

    `misconceptions` has two ids where two wrong ideas are in one solution; `style` says whose way of writing it has.
    """

    misconceptions: tuple[str, ...]
    style: str
    path: Path
    source: str

    @property
    def misconception(self) -> str:
        """The id of the wrong idea; two are joined by `+`."""
        return "+".join(self.misconceptions)


def has_solutions() -> bool:
    """False in a build for students."""
    return paths.solutions_root() is not None


def reference_path(exercise: str) -> Path:
    """Path of the reference solution; `DeepclinicError` in a build that carries none."""
    root = paths.solutions_root()
    if root is None:
        raise DeepclinicError(
            Text(
                "This build of deepclinic carries no solutions (a students' build). Ask whoever gave it to you.",
                "이 deepclinic에는 모범 답안이 들어 있지 않습니다 (학생용 빌드). 나누어 준 사람에게 물어보세요.",
            )
        )
    path = root / exercise / "reference.py"
    if not path.is_file():
        raise DeepclinicError(f"No reference solution for {exercise!r}: {path} is missing.")
    return path


def reference_source(exercise: str) -> str:
    """Source of the reference solution, with its BEGIN/END SOLUTION markers."""
    return reference_path(exercise).read_text(encoding="utf-8")


def alternatives(exercise: str) -> tuple[Alternative, ...]:
    """All alternatives in the order of their file names."""
    found = []
    for path in sorted((reference_path(exercise).parent / "alternatives").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        found.append(Alternative(path.stem, path, source, _text(_header(path, source), "idea", path)))
    return tuple(found)


def misconceptions(exercise: str) -> tuple[WrongSolution, ...]:
    """All misconceptions in the order of their file names."""
    found = []
    for path in sorted((reference_path(exercise).parent / "misconceptions").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        header = _header(path, source)
        misconception = Misconception(path.stem, _text(header, "what", path), _text(header, "try", path))
        found.append(WrongSolution(path, source, misconception))
    return tuple(found)


def rewritten(exercise: str) -> tuple[Rewritten, ...]:
    """All wrong solutions written differently, `<id>__<style>.py` or `<id>+<id>__<style>.py`, by file name.

    The style is an alternative's, or `own`: one like no other, by somebody who had not seen the checks.
    """
    found = []
    for path in sorted((reference_path(exercise).parent / "rewritten").glob("*.py")):
        ids, separator, style = path.stem.partition("__")
        if not separator:
            raise DeepclinicError(f"{path}: the name must be <misconception>__<style>.py.")
        found.append(Rewritten(tuple(ids.split("+")), style, path, path.read_text(encoding="utf-8")))
    return tuple(found)


def unseen(exercise: str) -> tuple[Rewritten, ...]:
    """All wrong solutions, `<id>.py`, that no rule was made or changed in view of, by file name.

    They were written by somebody who had not seen the checks, the probes or any other solution, and how they are
    judged says how a stranger's solution is. Whoever changes a check, a probe or a rule of the diagnosis because of one
    of them moves them to `rewritten/<id>__own.py`: they are seen then, and new ones are needed.
    """
    folder = reference_path(exercise).parent / UNSEEN
    return tuple(
        Rewritten((path.stem,), UNSEEN, path, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.py"))
    )


_PARSING = threading.Lock()
"""CPython 3.11 counts the depth of a syntax tree once for all threads: two that parse at a time fail (SystemError)."""


def _header(path: Path, source: str) -> dict:
    with _PARSING:
        docstring = ast.get_docstring(ast.parse(source)) or ""
    try:
        return tomllib.loads(docstring)
    except tomllib.TOMLDecodeError as error:
        raise DeepclinicError(f"{path}: the module docstring must be TOML ({error}).") from error


def _text(header: dict, key: str, path: Path) -> Text:
    value = header.get(key)
    if not isinstance(value, dict) or not {"en", "ko"} <= value.keys():
        raise DeepclinicError(f"{path}: the module docstring must give `{key}.en` and `{key}.ko`.")
    return Text(value["en"].strip(), value["ko"].strip())
