"""Name the misconception that explains an observation, where exactly one does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from deepclinic.judging.check import Check
from deepclinic.judging.judge import agrees, compare, judge
from deepclinic.judging.observation import Observation, ProbeObservation

Alike = Callable[[Check, ProbeObservation, ProbeObservation], bool]


def diagnose(
    checks: Sequence[Check], yours: Observation, known: Mapping[str, Observation], expected: Observation | None = None
) -> str | None:
    """Return the id of the misconception that explains `yours`, or None where none or several do.

    A misconception explains what it agrees with in every probe. Where none does and `expected`, the reference's
    observation, is given, one explains also what it agrees with in every check that was judged: what waits for a
    failed check follows from the failure in ways that differ between two spellings of one idea (the gradient at 0 of
    `abs(x)` and of `where(x > 0, x, -x)`), and so does the type of an error that ends a probe at the same entry. That
    asks for evidence: some value that was judged and differs from the reference's.

    All must have been observed with the same seed. The caller makes sure that `yours` does not agree with `expected`.
    """
    if yours.load_error:
        return None
    candidates = {name: other for name, other in known.items() if other.load_error is None}
    named = _explaining(checks, yours, candidates, agrees)
    if not named and expected is not None:
        results = judge(checks, yours, expected)
        judged = [check for check, result in zip(checks, results, strict=True) if result.outcome != "waiting"]
        if any(_has_evidence(check, yours, expected) for check in judged):
            named = _explaining(judged, yours, candidates, _alike)
    return named[0] if len(named) == 1 else None


def _explaining(
    checks: Sequence[Check], yours: Observation, candidates: Mapping[str, Observation], alike: Alike
) -> list[str]:
    return [
        name
        for name, other in candidates.items()
        if all(
            check.id in yours.probes
            and check.id in other.probes
            and alike(check, yours.probes[check.id], other.probes[check.id])
            for check in checks
        )
    ]


def _alike(check: Check, yours: ProbeObservation, other: ProbeObservation) -> bool:
    """True when both recorded the same and ended in the same way, whatever the type of the error."""
    return (
        (yours.stopped is None) == (other.stopped is None)
        and (yours.error is None) == (other.error is None)
        and yours.entries.keys() == other.entries.keys()
        and not compare(check, yours, other)
    )


def _has_evidence(check: Check, yours: Observation, expected: Observation) -> bool:
    observed, reference = yours.probes.get(check.id), expected.probes.get(check.id)
    if observed is None or reference is None:
        return False
    return any(e in observed.entries and e in reference.entries for e, _ in compare(check, observed, reference))
