"""What a student reads whose solution is a known wrong one: the first failed check and the misconception, as text.

Judged on the published seed. Numbers are written with three significant digits, and comparing leaves them out: the last
digits of a training curve belong to the machine, and some wrong solutions draw from a generator that nobody seeds.
That the numbers are right is tested elsewhere, by the rules that name the misconception. What a library says in an
error is left out of the comparison too, since it belongs to the library's version; the error's type is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import indent

from deepclinic.course.catalog import catalog
from deepclinic.course.solutions import misconceptions
from deepclinic.grading import PUBLISHED_SEED
from deepclinic.grading.expected import ExpectedObservations, misconception_text
from deepclinic.judging.check import checks_of
from deepclinic.judging.diagnosis import diagnose
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation
from deepclinic.report import words
from deepclinic.report.model import CheckResult, Report
from deepclinic.report.observed import observed
from deepclinic.report.safe import safe_report
from deepclinic.report.summary import first_failure

FOLDER = Path(__file__).parent
NUMBER = re.compile(r"(?<![\w.])-?(?:\d+\.?\d*(?:e[+-]?\d+)?|inf\b|nan\b)", re.IGNORECASE)
ADDRESS = re.compile(r"0x[0-9a-f]{6,}")


def path(exercise: str, language: str) -> Path:
    """Where the golden reports of an exercise are kept."""
    return FOLDER / f"{exercise}.{language}.txt"


def reports(exercise: str, expected: ExpectedObservations) -> list[Report]:
    """The verdict on every misconception of an exercise, from kept observations where there are any."""
    info = catalog().exercise(exercise)
    reference, known = expected.reference(info, PUBLISHED_SEED), expected.misconceptions(info)
    return [_report(wrong.id, exercise, reference, known) for wrong in misconceptions(exercise)]


def _report(name: str, exercise: str, reference: Observation, known: Mapping[str, Observation]) -> Report:
    checks = checks_of(exercise)
    named = diagnose(checks, known[name], known)
    return safe_report(
        Report(
            submission=name, exercise=exercise, outcome="graded", max_points=sum(check.points for check in checks),
            checks=judge(checks, known[name], reference),
            misconception=misconception_text(exercise, named) if named else None,
            seed=PUBLISHED_SEED,
        )
    )  # fmt: skip


def text(found: list[Report], language: str) -> str:
    """All reports of one exercise, as they are kept."""
    return "\n".join("\n".join(_lines(report, language)) + "\n" for report in found)


def compared(golden: str) -> str:
    """What must stay the same: everything but numbers beside one another and what libraries say."""
    golden = re.sub(r"^(    (?:yours|내 결과|expected|기대 결과): )(.*)$", _without_numbers, golden, flags=re.MULTILINE)
    golden = re.sub(r"^(  \S.*?), (?:at )?\[[\d, ]+\]$", r"\1, []", golden, flags=re.MULTILINE)
    return re.sub(r"(raised \w+:|\w+ 오류가 났습니다:).*?(?=\n  \S|\n#|\n\n|\Z)", r"\1", golden, flags=re.DOTALL)


def _without_numbers(match: re.Match[str]) -> str:
    if re.fullmatch(r"\([\d, ]*\)", match[2]):
        return match[0]  # a shape
    return match[1] + NUMBER.sub("#", match[2])


def _lines(report: Report, language: str) -> Iterator[str]:
    points = words.points(report.points, report.max_points, language)
    yield f"## {report.submission} ({points}; {words.counted(report, language)})"
    first = first_failure(report)
    assert first is not None, f"{report.submission} passes every check"
    yield f"{words.SYMBOLS[first.outcome]} {first.title.to(language)}"
    yield from _evidence(first, language)
    if report.misconception is None:
        yield words.say("none_named", language)
        return
    yield words.say("what_happened", language)
    yield indent(report.misconception.what.to(language), "  ")
    yield words.say("what_to_try", language)
    yield indent(report.misconception.try_.to(language), "  ")


def _evidence(check: CheckResult, language: str) -> Iterator[str]:
    if check.differences:
        difference = check.differences[0]
        yield f"  {words.where(difference, language)}"
        yield f"    {words.say('yours', language)}: {observed(_rounded(difference.yours), language)}"
        yield f"    {words.say('expected', language)}: {observed(_rounded(difference.expected), language)}"
    message = words.explanation(check, language)
    if message:
        yield indent(ADDRESS.sub("0x…", message), "  ")
    if check.traceback:
        yield f"  {words.say('in_your_code', language)}"
        yield indent(check.traceback, "    ")


def _rounded(value: str) -> str:
    """A value in one line, which a matrix is not of itself."""
    return NUMBER.sub(lambda match: f"{float(match[0]):.3g}" if "." in match[0] else match[0], " ".join(value.split()))
