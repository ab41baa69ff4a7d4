"""Verdicts on solutions that are known to be right or wrong, each kept on disk as soon as it is there.

A verdict is found again under a hash of all that it depends on: the solution, the seed, the reference, the probes, the
rules, the reading of submissions, the libraries' versions. So a run that was interrupted goes on where it was. What the
checks and the known wrong solutions say to a student is left out: to mend a sentence changes no verdict. How a
misconception is recognised counts only where one is looked for.
"""

from __future__ import annotations

import ast
import hashlib
import json
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo
from deepclinic.files import write_whole
from deepclinic.grading import PUBLISHED_SEED, Grader
from deepclinic.grading.expected import cache_dir, environment
from deepclinic.grading.intake import Unreadable, found_in, load, read
from deepclinic.grading.observing import GraderFault, observe
from deepclinic.isolation import Limits
from deepclinic.judging.check import checks_of
from deepclinic.judging.diagnosis import diagnose
from deepclinic.judging.judge import judge_one

PASSED, FAULT = ".", "?"
MARKS = {"pass": PASSED, "fail": "x", "stopped": "s", "not_attempted": "o", "grader_fault": FAULT}
"""How the outcome of a check is written down: one character for each check, in the order of the checks."""

MUTANT_LIMITS = Limits(wall_seconds=8, wall_seconds_total=45, cpu_seconds=30)
"""Some mutants never end. A check takes about a second; with the usual limits each of these would cost 40."""

NAMING = ("diagnosis.py", "symptoms.py")
"""The part of the judging that gives names, and nothing else."""

SENTENCES = ("title", "says", "advice", "hints")
"""What a `Check` is given that a student reads, and no verdict depends on."""

Kind = Literal["right", "misconception", "rewritten", "unseen", "mutant"]


@dataclass(frozen=True)
class Case:
    """A solution of which it is known beforehand whether it is right."""

    kind: Kind
    id: str
    source: str = field(repr=False)
    seed: int

    @property
    def is_named(self) -> bool:
        """True where a misconception should be named."""
        return self.kind in ("misconception", "rewritten", "unseen")


@dataclass(frozen=True)
class Verdict:
    """What the grader says of one solution under one seed.

    Attributes:
        row: the outcome of each check by itself, whatever other checks it waits for (`MARKS`).
        ready_made: forbidden features that the solution is said to use.
        named: the misconception that it is taken for.
        fault: why there is no verdict, or "".
        seconds: wall time, without the naming.
    """

    row: str
    ready_made: tuple[str, ...] = ()
    named: str | None = None
    fault: str = ""
    seconds: float = 0.0

    @property
    def full_marks(self) -> bool:
        """True when every check passed and nothing ready-made was found."""
        return not self.fault and not self.ready_made and set(self.row) == {PASSED}


class Bench:
    """Gives verdicts on the cases of one exercise, from the disk where they are there already."""

    def __init__(self, grader: Grader, exercise: ExerciseInfo) -> None:
        self._grader = grader
        self._exercise = exercise
        self._checks = checks_of(exercise.name)
        self._depends = _depends_on(exercise)

    def verdicts(
        self, cases: Sequence[Case], on_step: Callable[[Case], None] = lambda case: None
    ) -> Iterator[tuple[Case, Verdict]]:
        """Yield a verdict for each case, in their order. When it is interrupted, what is begun is ended and kept."""
        pool = ThreadPoolExecutor(self._grader.jobs)

        def verdict(case: Case) -> Verdict:
            found = self.verdict(case)
            on_step(case)
            return found

        try:
            yield from zip(cases, pool.map(verdict, cases), strict=True)
        finally:
            pool.shutdown(cancel_futures=True)

    def verdict(self, case: Case) -> Verdict:
        """The verdict on one case. A fault of the grader's own is not kept: the next run tries again."""
        path = self._path(case)
        kept = _load(path)
        if kept is None:
            try:
                kept = self._graded(case)
            except Unreadable as error:
                kept = Verdict("", fault=f"cannot be read: {error}")
            except GraderFault as error:
                kept = Verdict("", fault=str(error))
            if not kept.fault and FAULT not in kept.row:
                _save(path, kept)
        return kept

    def _graded(self, case: Case) -> Verdict:
        started = time.perf_counter()
        workers, exercise = self._grader.workers, self._exercise
        with tempfile.TemporaryDirectory(prefix="deepclinic-dev-") as folder:
            file = Path(folder, f"{exercise.name}.py")
            write_whole(file, case.source)
            found = found_in(read(workers, load(file, with_helpers=False), [exercise]), {})
        if not found.solutions:
            return Verdict("", fault=" ".join(reason.en for reason in found.missing.values()))
        solution = found.solutions[0]
        limits = (MUTANT_LIMITS if case.kind == "mutant" else Limits()).stretched(exercise.time_factor)

        def observed(seed: int):
            ids = [check.id for check in self._checks]
            return observe(workers, exercise.name, solution.source, ids, seed, exercise.not_allowed, limits=limits)

        yours = observed(case.seed)
        seconds = time.perf_counter() - started
        expected = self._grader.expected.reference(exercise, case.seed)
        row = "".join(MARKS[judge_one(check, yours, expected).outcome] for check in self._checks)
        ready_made = tuple(dict.fromkeys([*solution.ready_made, *yours.ready_made]))
        named = None
        if case.is_named and set(row) != {PASSED} and not ready_made:
            known = self._grader.expected.misconceptions(exercise)
            published = self._grader.expected.of_copy(exercise, solution.source) or observed(PUBLISHED_SEED)
            right = self._grader.expected.reference(exercise, PUBLISHED_SEED)
            named = diagnose(self._checks, published, known, right)
        return Verdict(row, ready_made, named, seconds=round(seconds, 3))

    def _path(self, case: Case) -> Path:
        facts: list[object] = [case.kind == "mutant", _code(case.source), case.seed, self._depends]
        if case.is_named:
            facts.append([_code(wrong.source) for wrong in solutions.misconceptions(self._exercise.name)])
            facts.append([_digest(f"judging/{name}") for name in NAMING])
        key = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
        return cache_dir() / "verdicts" / self._exercise.name / f"{key[:32]}.json"


def _depends_on(exercise: ExerciseInfo) -> list[object]:
    header = [exercise.defines, exercise.not_allowed, exercise.time_factor]
    checks = Path(__file__).parents[1] / "judging" / "exercises" / f"{exercise.name}.py"
    return [
        header, solutions.reference_source(exercise.name), environment(exercise.name),
        _digest("judging/*.py", but=NAMING),
        _code(checks.read_text(encoding="utf-8")), _digest("submission/*.py"), asdict(MUTANT_LIMITS),
    ]  # fmt: skip


@cache
def _code(source: str) -> str:
    """What a file of ours does, without the sentences in it: its docstring, its comments, each `Text`, and a check's
    tables of sentences."""
    tree = ast.parse(source)
    if ast.get_docstring(tree) is not None:
        del tree.body[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text":
            node.args, node.keywords = [], []
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Check":
            node.keywords = [keyword for keyword in node.keywords if keyword.arg not in SENTENCES]
    return ast.unparse(tree)


@cache
def _digest(pattern: str, but: tuple[str, ...] = ()) -> str:
    files = sorted(path for path in Path(__file__).parents[1].glob(pattern) if path.name not in but)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()


def _load(path: Path) -> Verdict | None:
    try:
        fields: Mapping = json.loads(path.read_text(encoding="utf-8"))
        return Verdict(**{**fields, "ready_made": tuple(fields["ready_made"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _save(path: Path, verdict: Verdict) -> None:
    write_whole(path, json.dumps(asdict(verdict)))
