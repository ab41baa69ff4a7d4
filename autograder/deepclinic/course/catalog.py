"""The units and exercises of the course, in order, read from `course.toml` and the headers of the lessons."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from deepclinic import paths
from deepclinic.course.header import read_header
from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

_LESSON = re.compile(r"\d\d_[a-z0-9_]+\.py")


@dataclass(frozen=True)
class ExerciseInfo:
    """What is known of an exercise before anything is run.

    Attributes:
        name: the exercise's name, also that of the module that a student writes.
        title: for a reader.
        unit: the folder of its unit.
        lesson: the percent script.
        defines: names that the student's module must define.
        minutes: time budget, from and to.
        not_allowed: dotted public names (fnmatch patterns) whose use means "not built from scratch".
        time_factor: how many times the usual time its checks may take (one that trains a deep network needs more).
        folder: where its reference, alternatives and misconceptions lie; None in a student's build.
    """

    name: str
    title: Text
    unit: str
    lesson: Path
    defines: tuple[str, ...]
    minutes: tuple[int, int]
    not_allowed: tuple[str, ...] = ()
    time_factor: float = 1.0
    folder: Path | None = None

    @property
    def reference(self) -> Path | None:
        """The reference solution's file; None where there is none here."""
        file = self.folder / "reference.py" if self.folder else None
        return file if file and file.is_file() else None

    @property
    def max_points(self) -> float:
        """Points of all its checks together."""
        from deepclinic.judging.check import checks_of

        return sum(check.points for check in checks_of(self.name))


@dataclass(frozen=True)
class Unit:
    """A unit: its folder's name, its title, its exercises in order."""

    folder: str
    title: Text
    exercises: tuple[ExerciseInfo, ...]


@dataclass(frozen=True)
class Catalog:
    """The whole course."""

    title: Text
    units: tuple[Unit, ...]

    @property
    def exercises(self) -> tuple[ExerciseInfo, ...]:
        """Every exercise in the order of the course."""
        return tuple(exercise for unit in self.units for exercise in unit.exercises)

    def exercise(self, name: str) -> ExerciseInfo:
        """Look an exercise up by name.

        Raises:
            DeepclinicError: there is none; names that look alike are suggested.
        """
        known = {exercise.name: exercise for exercise in self.exercises}
        if name in known:
            return known[name]
        close = difflib.get_close_matches(name.lower().replace("-", "_"), known, n=3, cutoff=0.5)
        choices = ", ".join(close or known)
        raise DeepclinicError(
            Text(
                f"There is no exercise {name!r}. {'Did you mean' if close else 'There are'}: {choices}",
                f"{name!r} 연습 문제는 없습니다. {'혹시 이것인가요?' if close else '있는 것:'} {choices}",
            )
        )

    @classmethod
    def load(cls, course: Path, solutions: Path | None) -> Catalog:
        """Read a course folder.

        Raises:
            DeepclinicError: a file is missing or not as it should be; the message names it.
        """
        try:
            table = tomllib.loads((course / "course.toml").read_text(encoding="utf-8"))
            title = Text(**table["title"])
            units = tuple(
                Unit(unit["folder"], Text(**unit["title"]), _exercises(course / unit["folder"], solutions))
                for unit in table["unit"]
            )
        except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise DeepclinicError(f"{course / 'course.toml'} cannot be used: {error!r}") from error
        found = cls(title, units)
        names = [exercise.name for exercise in found.exercises]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise DeepclinicError(f"More than one lesson in {course} is for the exercise {', '.join(twice)}.")
        return found


@cache
def catalog() -> Catalog:
    """The course that is installed here; read once per process."""
    return Catalog.load(paths.course_root(), paths.solutions_root())


def _exercises(unit: Path, solutions: Path | None) -> tuple[ExerciseInfo, ...]:
    lessons = sorted(file for file in unit.glob("*.py") if _LESSON.fullmatch(file.name))
    return tuple(_exercise(lesson, solutions) for lesson in lessons)


def _exercise(lesson: Path, solutions: Path | None) -> ExerciseInfo:
    facts: dict[str, Any] = read_header(lesson).get("deepclinic") or {}
    try:
        shortest, longest = facts["minutes"]
        info = ExerciseInfo(
            name=facts["exercise"],
            title=Text(**facts["title"]),
            unit=lesson.parent.name,
            lesson=lesson,
            defines=tuple(facts["defines"]),
            minutes=(int(shortest), int(longest)),
            not_allowed=tuple(facts.get("not_allowed") or ()),
            time_factor=float(facts.get("time_factor", 1)),
            folder=solutions / facts["exercise"] if solutions else None,
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeepclinicError(f"{lesson}: the `deepclinic` part of the header cannot be used: {error!r}") from error
    if lesson.stem[3:] != info.name:
        raise DeepclinicError(f"{lesson} is for the exercise {info.name!r}; the file's name must end with it.")
    return info
