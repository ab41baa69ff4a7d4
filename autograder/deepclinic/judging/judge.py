"""Compare a student's observation with the reference's, check by check. Imports no student code and no TensorFlow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeGuard

import numpy as np

from deepclinic.judging.advice import of_difference, of_error
from deepclinic.judging.check import Check
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.judging.rules import Within
from deepclinic.report.model import CheckResult, Curve, Difference
from deepclinic.report.observed import observed
from deepclinic.text import Text

MAX_DIFFERENCES = 4
MAX_NAME = 200
"""Characters that are looked at of the name of an entry that nobody asked for: only a forged one is longer."""

NAMELESS = re.compile(r"(\w+) that does not name (`\w+`)")
"""What a probe writes down of an error whose text lacks the argument's name; of one that has it, only the error."""


def judge(checks: Sequence[Check], yours: Observation, expected: Observation) -> tuple[CheckResult, ...]:
    """Return one result per check, in order.

    A check whose needed checks did not pass is `waiting`. A probe that failed on the reference itself is the grader's
    fault and takes no points from anybody (it is left for a person).
    """
    results: dict[str, CheckResult] = {}
    for check in checks:
        missing = [need for need in check.needs if results[need].outcome != "pass"]
        observed = yours.probes.get(check.id)
        if missing and not (observed and not_attempted(observed.error)):
            titles = {c.id: c.title for c in checks}
            first = titles[missing[0]]
            results[check.id] = _result(
                check, "waiting", Text(f"Waits for: {first.en}", f"먼저 통과해야 할 검사: {first.ko or first.en}")
            )
        else:
            results[check.id] = judge_one(check, yours, expected)
    return tuple(results.values())


def judge_one(check: Check, yours: Observation, expected: Observation) -> CheckResult:
    """Judge one check by its probe's observation, ignoring what it depends on."""
    reference = expected.probes.get(check.id)
    if reference is None or reference.error or reference.stopped:
        why = "not observed" if reference is None else str(reference.stopped or reference.error)
        return _result(
            check,
            "grader_fault",
            Text(
                f"The grader could not observe its own reference here ({why}). "
                "No points are taken; a person will look.",
                f"채점기가 자신의 모범 답안을 관찰하지 못했습니다 ({why}). "
                "감점은 없으며 사람이 확인합니다.",
            ),
        )
    if yours.load_error:
        return _error(check, yours.load_error, Text(""))
    observed = yours.probes.get(check.id)
    if observed is None:
        return _result(
            check,
            "stopped",
            Text("Not run: an earlier check ended the run.", "앞선 검사에서 중단되어 실행하지 못했습니다."),
        )
    if observed.stopped:
        return _result(
            check,
            "stopped",
            Text(f"Stopped: {observed.stopped.en}.", f"중단됨: {observed.stopped.ko}."),
        )
    differences = compare(check, observed, reference)
    if observed.error and (not differences or not_attempted(observed.error) or not observed.entries):
        missing = next((entry for entry in reference.entries if entry not in observed.entries), "")
        if _ends_all(observed.error, yours):
            return _error(check, observed.error, of_error(observed.error))
        looked_at = check.what(missing) if missing else None
        return _error(check, observed.error, of_error(observed.error) or check.more(missing), looked_at)
    curves = tuple(_curves(check, observed, reference))
    if not differences:
        return _result(check, "pass", Text(""), curves=curves)
    entry, first = differences[0]
    advice = of_difference(first, entry, reference.entries.get(entry)) or check.more(entry)
    if observed.error:
        raised = _raised(observed.error)
        advice = Text(f"{advice.en}\n{raised.en}".strip(), f"{advice.to('ko')}\n{raised.ko}".strip())
    message = _message(first, advice)
    return CheckResult(
        check.id, check.title, "fail", 0.0, check.points, message,
        tuple(islice(_told_apart(differences), MAX_DIFFERENCES)), curves, check.hints,
        observed.error.traceback if observed.error else "",
        observed.error.full if observed.error else "",
        advice,
    )  # fmt: skip


def compare(check: Check, yours: ProbeObservation, expected: ProbeObservation) -> list[tuple[str, Difference]]:
    """Return (entry, difference) for every entry that disagrees, in the order of the expected entries.

    Entries that only one side recorded are differences too, unless an error explains why they are missing. Of those
    that nobody asked for a few are named, however many there are.
    """
    found: list[tuple[str, Difference]] = []
    for entry, value in expected.entries.items():
        if entry not in yours.entries:
            if yours.error is None:
                found.append((entry, Difference(check.what(entry), "", "nothing", "something")))
            continue
        difference = check.rule(entry).difference(check.what(entry), yours.entries[entry], value)
        if difference:
            found.append((entry, _spelled_out(difference)))
    unasked = (entry[:MAX_NAME] for entry in yours.entries if entry not in expected.entries)
    extra = list(islice(unasked, MAX_DIFFERENCES))
    found.extend((entry, Difference(check.what(entry), "", "something", "nothing")) for entry in extra)
    return found


def _told_apart(differences: Sequence[tuple[str, Difference]]) -> Iterator[Difference]:
    """Of those that read alike (the same thing at another seed, say), the first."""
    seen: set[tuple[str, str]] = set()
    for _, difference in differences:
        name = (difference.what.en, difference.place)
        if name not in seen:
            seen.add(name)
            yield difference


def _spelled_out(difference: Difference) -> Difference:
    """Beside an error that lacks a name, the right one is not only an error: it has that name."""
    nameless = NAMELESS.fullmatch(difference.yours)
    if nameless and difference.expected == nameless[1]:
        return replace(difference, expected=f"{nameless[1]} that names {nameless[2]}")
    return difference


def agrees(check: Check, yours: ProbeObservation, other: ProbeObservation) -> bool:
    """True when two observations of one probe cannot be told apart by the check's rules."""
    if (yours.stopped is None) != (other.stopped is None):
        return False
    if (yours.error and yours.error.type) != (other.error and other.error.type):
        return False
    if yours.entries.keys() != other.entries.keys():
        return False
    return not compare(check, yours, other)


def not_attempted(error: StudentError | None) -> bool:
    """True when the stub's own `raise NotImplementedError` ended the probe.

    Libraries raise NotImplementedError too (NumPy on a symbolic tensor, say): that is an attempt, and a failed one.
    """
    if error is None or error.type != "NotImplementedError":
        return False
    return "raise NotImplementedError" in (error.traceback.splitlines() or [""])[-1]


def _ends_all(error: StudentError, yours: Observation) -> bool:
    """True when the same error ended every probe at once: what one check has to say about its values would mislead."""
    attempted = [probe for probe in yours.probes.values() if not (probe.stopped or not_attempted(probe.error))]
    ended = [probe.error for probe in attempted if probe.error and not probe.entries]
    same = [one for one in ended if (one.type, one.message) == (error.type, error.message)]
    return len(attempted) == len(same) > 1


def _message(first: Difference, more: Text) -> Text:
    place_en = f" at {first.place}" if first.place and first.place != "shape" else ""
    place_ko = f" {first.place} 위치에서" if first.place and first.place != "shape" else ""
    if first.place == "shape":
        place_en, place_ko = ", its shape", "의 모양"
    beside_en = f"yours {first.yours}, expected {first.expected}."
    beside_ko = f"제출 {observed(first.yours, 'ko')}, 기대 {observed(first.expected, 'ko')}."
    return Text(
        f"{first.what.en}{place_en}: {beside_en} {more.en}".strip(),
        f"{first.what.to('ko')}{place_ko}: {beside_ko} {more.to('ko')}".strip(),
    )


def _error(check: Check, error: StudentError, advice: Text | None, looked_at: Text | None = None) -> CheckResult:
    if not_attempted(error):
        return _result(check, "not_attempted", Text("Not attempted yet.", "아직 작성하지 않았습니다."))
    parts = [_raised(error)]
    if looked_at:
        parts.append(Text(f"Looked at: {looked_at.en}.", f"살펴보던 것: {looked_at.to('ko')}."))
    advice = advice or Text("")
    parts += [advice] if advice.en else []
    message = Text("\n".join(part.en for part in parts), "\n".join(part.to("ko") for part in parts))
    return CheckResult(
        check.id, check.title, "fail", 0.0, check.points, message,
        hints=check.hints, traceback=error.traceback, full_traceback=error.full, advice=advice,
    )  # fmt: skip


def _raised(error: StudentError) -> Text:
    if error.type == "MemoryError":
        more = f" ({error.message})" if error.message else ""
        return Text(
            f"Your code raised MemoryError: it asked for more memory than a check may use{more}.",
            f"작성한 코드에서 MemoryError 오류가 났습니다: 검사에 허용된 것보다 많은 메모리를 요청했습니다{more}.",
        )
    return Text(
        f"Your code raised {error.type}: {error.message}",
        f"작성한 코드에서 {error.type} 오류가 났습니다: {error.message}",
    )


def _result(check: Check, outcome, message: Text, curves: tuple[Curve, ...] = ()) -> CheckResult:
    points = check.points if outcome == "pass" else 0.0
    return CheckResult(check.id, check.title, outcome, points, check.points, message, curves=curves, hints=check.hints)


def _curves(check: Check, yours: ProbeObservation, expected: ProbeObservation):
    for entry, value in expected.entries.items():
        mine = yours.entries.get(entry)
        if entry.startswith("curve/") and _is_curve(mine) and _is_curve(value):
            rule = check.rule(entry)
            band = rule.bound if isinstance(rule, Within) else 0.0
            drawn, wanted = (tuple(map(float, side.ravel()[:500])) for side in (mine, value))
            yield Curve(check.what(entry), drawn, wanted, band)


def _is_curve(value: object) -> TypeGuard[np.ndarray]:
    return isinstance(value, np.ndarray) and value.dtype.kind in "fiu"
