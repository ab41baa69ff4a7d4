"""How good the checks are: every solution that is known to be right or wrong is graded, and what came out is kept.

A grader is a classifier. Its errors are right solutions that it rejects, wrong ones that it lets pass, and
misconceptions that it calls by a wrong name; `adequacy_figures` turns what is measured here into rates.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import os
import platform
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from deepclinic.authoring.mutants import Equivalent, Mutant, equivalents, mutants_of
from deepclinic.authoring.verdicts import Bench, Case, Kind, Verdict
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader
from deepclinic.isolation.process import settings
from deepclinic.judging.check import checks_of

SCHEMA = 1
SEED = 7
"""Used where no other is asked for: a run that is repeated finds the verdicts of the one before."""


@dataclass(frozen=True)
class Right:
    """A right solution under `runs` seeds; `rejected` gives seed and row of each run that lost points."""

    id: str
    runs: int
    rejected: tuple[tuple[int, str], ...]
    seconds: float


@dataclass(frozen=True)
class Wrong:
    """A wrong solution under one seed.

    Attributes:
        id: of a misconception; of a rewritten one the misconception's and the style's, `<id>__<style>`.
        row: one mark for each check (`verdicts.MARKS`).
        named: the misconception that it was taken for, None for none.
    """

    id: str
    row: str
    named: str | None

    @property
    def misconception(self) -> str:
        """The misconception that should be named; `<id>+<id>` where the solution has two, of which one may be named."""
        return self.id.partition("__")[0]

    @property
    def misconceptions(self) -> tuple[str, ...]:
        """The names that would be right."""
        return tuple(self.misconception.split("+"))


@dataclass(frozen=True)
class Slip:
    """A mutant under one seed; `row` as of a wrong solution."""

    id: str
    line: int
    change: str
    row: str


@dataclass(frozen=True)
class ExerciseAdequacy:
    """All that was measured of one exercise.

    `faults` are sentences on what gave no verdict, or one that it must not give.
    """

    exercise: str
    checks: tuple[str, ...]
    right: tuple[Right, ...]
    misconceptions: tuple[Wrong, ...]
    rewritten: tuple[Wrong, ...]
    unseen: tuple[Wrong, ...]
    mutants: tuple[Slip, ...]
    equivalent: tuple[Equivalent, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Adequacy:
    """What was measured, by which version and on what machine: wrong solutions with `seed`, right ones with `seeds`
    others that follow from it."""

    version: str
    seed: int
    seeds: int
    environment: Mapping[str, str]
    exercises: tuple[ExerciseAdequacy, ...]
    left_out: tuple[str, ...] = ()
    """Exercises of the course that were not measured."""


def fresh_seeds(seed: int, count: int) -> list[int]:
    """The first `count` seeds that follow from `seed`: a longer run repeats a shorter one and goes on."""
    return [
        int.from_bytes(hashlib.sha256(f"adequacy {seed} {i}".encode()).digest()[:4], "little") >> 1
        for i in range(count)
    ]


def environment(grader: Grader) -> dict[str, str]:
    """What a verdict could depend on beside the code, for a reader."""
    versions = {name: importlib.metadata.version(name) for name in ("keras", "tensorflow", "numpy")}
    return {
        "python": platform.python_version(),
        **versions,
        "machine": platform.machine(),
        "processors": str(os.cpu_count()),
        "submissions at a time": str(grader.jobs),
        "threads of a worker": settings().get("DEEPCLINIC_THREADS", "1"),
        "oneDNN": settings().get("TF_ENABLE_ONEDNN_OPTS", "as TensorFlow sets it"),
    }


def cases_of(
    exercise: ExerciseInfo, seed: int, seeds: Sequence[int], with_mutants: bool
) -> tuple[list[Case], list[Mutant]]:
    """All that is to be graded of one exercise: wrong solutions under `seed`, right ones under each of `seeds`."""
    name = exercise.name
    right = {"reference": solutions.reference_source(name)}
    right |= {alternative.id: alternative.source for alternative in solutions.alternatives(name)}
    cases = [Case("right", case, source, fresh) for case, source in right.items() for fresh in seeds]
    cases += [Case("misconception", wrong.id, wrong.source, seed) for wrong in solutions.misconceptions(name)]
    restyled: tuple[tuple[Kind, tuple[solutions.Rewritten, ...]], ...] = (
        ("rewritten", solutions.rewritten(name)),
        ("unseen", solutions.unseen(name)),
    )
    cases += [
        Case(kind, f"{wrong.misconception}__{wrong.style}", wrong.source, seed)
        for kind, found in restyled
        for wrong in found
    ]
    mutants = mutants_of(right["reference"]) if with_mutants else []
    return cases + [Case("mutant", mutant.id, mutant.source, seed) for mutant in mutants], mutants


def measure(
    grader: Grader,
    exercise: ExerciseInfo,
    seed: int,
    seeds: Sequence[int],
    with_mutants: bool = True,
    on_step: Callable[[Case], None] = lambda case: None,
) -> ExerciseAdequacy:
    """Grade every case of one exercise. Verdicts that are on disk are not made again; see `verdicts`."""
    cases, mutants = cases_of(exercise, seed, seeds, with_mutants)
    verdicts = list(Bench(grader, exercise).verdicts(cases, on_step))
    slips = {case.id: verdict for case, verdict in verdicts if case.kind == "mutant"}
    return ExerciseAdequacy(
        exercise=exercise.name,
        checks=tuple(check.id for check in checks_of(exercise.name)),
        right=tuple(_right(verdicts)),
        misconceptions=tuple(_wrong("misconception", verdicts)),
        rewritten=tuple(_wrong("rewritten", verdicts)),
        unseen=tuple(_wrong("unseen", verdicts)),
        mutants=tuple(Slip(m.id, m.line, m.change, slips[m.id].row) for m in mutants),
        equivalent=tuple(equivalents(exercise.name).values()) if with_mutants else (),
        faults=tuple(_faults(verdicts)),
    )


def _right(verdicts: Iterable[tuple[Case, Verdict]]) -> Iterable[Right]:
    runs: dict[str, list[tuple[Case, Verdict]]] = {}
    for case, verdict in verdicts:
        if case.kind == "right":
            runs.setdefault(case.id, []).append((case, verdict))
    for name, found in runs.items():
        judged = [(case, verdict) for case, verdict in found if not verdict.fault]
        rejected = tuple((case.seed, verdict.row) for case, verdict in judged if not verdict.full_marks)
        seconds = sum(verdict.seconds for _, verdict in judged) / max(len(judged), 1)
        yield Right(name, len(judged), rejected, round(seconds, 2))


def _wrong(kind: str, verdicts: Iterable[tuple[Case, Verdict]]) -> Iterable[Wrong]:
    return (Wrong(case.id, v.row, v.named) for case, v in verdicts if case.kind == kind and not v.fault)


def _faults(verdicts: Iterable[tuple[Case, Verdict]]) -> Iterable[str]:
    for case, verdict in verdicts:
        if verdict.fault:
            yield f"{case.kind} {case.id}, seed {case.seed}: {verdict.fault}"
        if verdict.ready_made:  # whatever a case of ours does wrong, it builds it itself
            yield f"{case.kind} {case.id}, seed {case.seed}: taken for ready-made: {', '.join(verdict.ready_made)}"


def to_json(adequacy: Adequacy) -> dict[str, Any]:
    """As plain data for a JSON file."""
    return {"schema": SCHEMA, **asdict(adequacy)}


def from_json(data: Mapping[str, Any]) -> Adequacy:
    """Read what `to_json` wrote.

    Raises:
        DeepclinicError: it is something else.
    """
    try:
        if data["schema"] != SCHEMA:
            raise KeyError(f"schema {data['schema']}")
        return Adequacy(
            data["version"],
            data["seed"],
            data["seeds"],
            data["environment"],
            tuple(map(_exercise, data["exercises"])),
            tuple(data["left_out"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeepclinicError(f"This is not what `deepclinic dev adequacy --json` writes: {error!r}") from error


def _exercise(data: Mapping[str, Any]) -> ExerciseAdequacy:
    return ExerciseAdequacy(
        exercise=data["exercise"],
        checks=tuple(data["checks"]),
        right=tuple(
            Right(r["id"], r["runs"], tuple((seed, row) for seed, row in r["rejected"]), r["seconds"])
            for r in data["right"]
        ),
        misconceptions=tuple(Wrong(**w) for w in data["misconceptions"]),
        rewritten=tuple(Wrong(**w) for w in data["rewritten"]),
        unseen=tuple(Wrong(**w) for w in data.get("unseen", ())),  # not measured by every version
        mutants=tuple(Slip(**m) for m in data["mutants"]),
        equivalent=tuple(Equivalent(**e) for e in data["equivalent"]),
        faults=tuple(data["faults"]),
    )
