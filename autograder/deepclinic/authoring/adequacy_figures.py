"""Rates and bounds from what `adequacy` measured, and what is not as it should be."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from deepclinic.authoring.adequacy import Adequacy, ExerciseAdequacy, Slip, Wrong
from deepclinic.authoring.verdicts import PASSED

CONFIDENCE = 0.95


def upper_bound(events: int, runs: int, confidence: float = CONFIDENCE) -> float:
    """The exact one-sided upper confidence bound of a rate (Clopper and Pearson, 1934): the largest rate under which
    `events` or fewer in `runs` still have a probability of 1 - confidence. For no event: 1 - (1 - confidence)^(1/runs).
    """
    if events >= runs:
        return 1.0
    low, high = events / runs, 1.0
    for _ in range(60):  # each turn halves the interval
        rate = (low + high) / 2
        as_few = sum(math.comb(runs, i) * rate**i * (1 - rate) ** (runs - i) for i in range(events + 1))
        low, high = (rate, high) if as_few > 1 - confidence else (low, rate)
    return high


@dataclass(frozen=True)
class Share:
    """`count` out of `total`."""

    count: int
    total: int

    def __str__(self) -> str:
        return f"{self.count}/{self.total}"

    def __add__(self, other: Share) -> Share:
        return Share(self.count + other.count, self.total + other.total)

    @property
    def bound(self) -> float:
        """Upper bound of the rate, see `upper_bound`."""
        return upper_bound(self.count, self.total)

    @property
    def interval(self) -> tuple[float, float]:
        """The exact two-sided confidence interval of the rate (Clopper and Pearson, 1934)."""
        one_side = (1 + CONFIDENCE) / 2
        return (
            1 - upper_bound(self.total - self.count, self.total, one_side),
            upper_bound(self.count, self.total, one_side),
        )


@dataclass(frozen=True)
class CheckFigures:
    """What one check is good for: how many wrong solutions it fails, and which of them no other check fails."""

    id: str
    kills: int
    alone: tuple[str, ...]

    @property
    def is_redundant(self) -> bool:
        """True when each wrong solution that it fails, another check fails too."""
        return not self.alone


class Figures:
    """The figures of one exercise."""

    def __init__(self, measured: ExerciseAdequacy) -> None:
        self.measured = measured
        self.exercise = measured.exercise

    @property
    def rejected(self) -> Share:
        """Runs of right solutions that lost points."""
        right = self.measured.right
        return Share(sum(len(r.rejected) for r in right), sum(r.runs for r in right))

    @property
    def caught(self) -> Share:
        """Misconceptions that lost points."""
        return _share(self.measured.misconceptions, is_killed)

    @property
    def named(self) -> Share:
        """Misconceptions that were called by their name."""
        return _share(self.measured.misconceptions, _is_named)

    @property
    def rewritten_caught(self) -> Share:
        """Rewritten misconceptions that lost points."""
        return _share(self.measured.rewritten, is_killed)

    @property
    def rewritten_named(self) -> Share:
        """Rewritten misconceptions that were called by their name; of two in one solution, none need be named."""
        return _share([w for w in self.measured.rewritten if len(w.misconceptions) == 1], _is_named)

    @property
    def rewritten_misnamed(self) -> Share:
        """Rewritten misconceptions that were called by another's name."""
        return _share(self.measured.rewritten, _is_misnamed)

    @property
    def unseen_caught(self) -> Share:
        """Unseen wrong solutions that lost points."""
        return _share(self.measured.unseen, is_killed)

    @property
    def unseen_named(self) -> Share:
        """Unseen wrong solutions that were called by their name."""
        return _share(self.measured.unseen, _is_named)

    @property
    def unseen_misnamed(self) -> Share:
        """Unseen wrong solutions that were called by another's name."""
        return _share(self.measured.unseen, _is_misnamed)

    @property
    def killed(self) -> Share:
        """Mutants that lost points, out of those that are not known to be right."""
        known = {entry.id for entry in self.measured.equivalent}
        return _share([slip for slip in self.measured.mutants if slip.id not in known], is_killed)

    @cached_property
    def surviving(self) -> list[Slip]:
        """Mutants with full marks that are not known to be right."""
        known = {entry.id for entry in self.measured.equivalent}
        return [slip for slip in self.measured.mutants if slip.id not in known and set(slip.row) == {PASSED}]

    @property
    def seconds(self) -> float:
        """Mean wall time of grading a right solution."""
        right = self.measured.right
        return sum(r.seconds for r in right) / max(len(right), 1)

    @cached_property
    def confusion(self) -> dict[tuple[str, str], int]:
        """(misconception, name that it got or "") to how many got it, where that is not its own."""
        return _confusion([*self.measured.misconceptions, *self.measured.rewritten])

    @cached_property
    def unseen_confusion(self) -> dict[tuple[str, str], int]:
        """The same of the unseen wrong solutions."""
        return _confusion(self.measured.unseen)

    @cached_property
    def checks(self) -> list[CheckFigures]:
        """What each check is good for, in the order of the checks."""
        found = [CheckFigures(check, 0, ()) for check in self.measured.checks]
        for name, row in self.wrong_rows.items():
            killers = [i for i, mark in enumerate(row) if mark != PASSED]
            for i in killers:
                alone = (*found[i].alone, name) if len(killers) == 1 else found[i].alone
                found[i] = CheckFigures(found[i].id, found[i].kills + 1, alone)
        return found

    @property
    def wrong_rows(self) -> Mapping[str, str]:
        """The kill matrix: every wrong solution, mutants included, to its row."""
        wrong: Sequence[Wrong | Slip] = [
            *self.measured.misconceptions, *self.measured.rewritten, *self.measured.unseen, *self.measured.mutants
        ]  # fmt: skip
        return {w.id: w.row for w in wrong}

    def problems(self) -> Iterator[str]:
        """Yield a sentence for everything that is not as it should be."""
        yield from self.measured.faults
        for right in self.measured.right:
            for seed, row in right.rejected:
                yield f"{right.id}, a right solution, loses points with seed {seed}: {self._failed(row)}"
        for wrong in (*self.measured.misconceptions, *self.measured.rewritten):
            if not is_killed(wrong):
                yield f"{wrong.id}, a wrong solution, gets full marks"
            elif _is_misnamed(wrong):
                yield f"{wrong.id} is taken for {wrong.named}"
        for wrong in self.measured.unseen:  # what names they get is a rate, and no single one is a fault
            if not is_killed(wrong):
                yield f"{wrong.id}, a wrong solution, gets full marks"
        for wrong in self.measured.misconceptions:
            if wrong.named is None and is_killed(wrong):
                yield f"{wrong.id} is not named"
        for slip in self.surviving:
            yield f"survives, line {slip.line}: {slip.change}  [{slip.id}]"
        yield from self._listed_wrongly()

    def _listed_wrongly(self) -> Iterator[str]:
        mutants = {slip.id: slip for slip in self.measured.mutants}
        for entry in self.measured.equivalent:
            slip = mutants.get(entry.id)
            if slip is None:
                yield f"equivalent.toml lists {entry.id}, but there is no such mutant"
            elif entry.change != slip.change:
                yield f"equivalent.toml says that {entry.id} is `{entry.change}`; it is `{slip.change}`"
            elif is_killed(slip):
                yield f"equivalent.toml lists {entry.id}, but it loses points: {self._failed(slip.row)}"
            elif not entry.reason.strip():
                yield f"equivalent.toml gives no reason for {entry.id}"

    def _failed(self, row: str) -> str:
        return ", ".join(c for c, mark in zip(self.measured.checks, row, strict=False) if mark != PASSED) or "none"


def figures_of(adequacy: Adequacy) -> list[Figures]:
    """The figures of every exercise, in order."""
    return [Figures(exercise) for exercise in adequacy.exercises]


def total(shares: Iterable[Share]) -> Share:
    """The sum over exercises."""
    return sum(shares, Share(0, 0))


def is_killed(solution: Wrong | Slip) -> bool:
    """True when some check did not pass."""
    return not set(solution.row) <= {PASSED}


def _is_named(wrong: Wrong) -> bool:
    return wrong.named in wrong.misconceptions


def _is_misnamed(wrong: Wrong) -> bool:
    return wrong.named not in (None, *wrong.misconceptions)


def _confusion(solutions: Iterable[Wrong]) -> dict[tuple[str, str], int]:
    wrong = [w for w in solutions if not _is_named(w) and (w.named or len(w.misconceptions) == 1)]
    return dict(sorted(Counter((w.misconception, w.named or "") for w in wrong).items()))


def _share(solutions: Sequence, condition) -> Share:
    return Share(sum(map(condition, solutions)), len(solutions))
