"""What a student may try: strings that are harmless as text and harmful as anything else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from deepclinic.report.model import CheckResult, Curve, Difference, Misconception, Report
from deepclinic.text import Text

quick = settings(
    max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
KNOWN = (
    "<script>alert(1)</script>",
    "</style></pre><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "javascript:alert(1)",
    "\x1b[2J\x1b[31mred\x1b[0m",
    "\x1b]8;;http://example.org\x07link\x1b]8;;\x07",
    "\x1b]0;title\x07",
    "\x9b31m",
    "abc\u202egnp.exe",
    "\u2066\u2069\u200b\u200f\ufeff",
    "[bold red]rich[/] :smile: [link=http://example.org]x[/link]",
    "=HYPERLINK(0)",
    "@SUM(1+1)",
    "a\r\rb\x00\x08\x7f",
    "\ud800 lone surrogate",
    "\ufffe\u2028\u2029",
    "Z" + "\u0301" * 500,
    "한글 이름 😀 `code` $x^2$ \\(y\\)",
    "W" * 100_000,
)
strings = st.one_of(
    st.sampled_from(KNOWN),
    st.text(st.characters(), max_size=60),
    st.builds("".join, st.lists(st.sampled_from(KNOWN), max_size=3)),
)
texts = st.builds(Text, strings, strings)
floats = st.floats(allow_nan=True, allow_infinity=True)
OUTCOMES = ("pass", "fail", "waiting", "not_attempted", "stopped", "grader_fault")


@st.composite
def checks(draw: st.DrawFn) -> CheckResult:
    outcome = draw(st.sampled_from(OUTCOMES))
    most = draw(st.integers(1, 8)) / 4
    return CheckResult(
        id=draw(strings),
        title=draw(texts),
        outcome=outcome,
        points=most if outcome == "pass" else 0.0,
        max_points=most,
        message=draw(texts),
        differences=tuple(draw(st.lists(st.builds(Difference, texts, strings, strings, strings), max_size=2))),
        hints=tuple(draw(st.lists(texts, max_size=3))),
        traceback=draw(strings),
        advice=draw(texts),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    some = tuple(draw(st.lists(checks(), max_size=3)))
    return Report(
        submission=draw(strings),
        exercise=draw(strings),
        outcome=draw(st.sampled_from(("graded", "unreadable", "grader_fault"))),
        max_points=sum(check.max_points for check in some) or 1.0,
        checks=some,
        student=draw(st.none() | strings),
        misconception=draw(st.none() | st.builds(Misconception, strings, texts, texts)),
        reason=draw(texts),
        not_from_scratch=tuple(draw(st.lists(strings, max_size=2))),
        notes=tuple(draw(st.lists(texts, max_size=2))),
        seed=draw(st.integers(0, 2**31)),
        seconds=draw(st.floats(0, 100)),
        solution=draw(strings),
    )


@st.composite
def reports_with_curves(draw: st.DrawFn) -> Report:
    values = st.lists(floats, max_size=4).map(tuple)
    curves = tuple(draw(st.lists(st.builds(Curve, texts, values, values), max_size=2)))
    report = draw(reports())
    return replace(report, checks=tuple(replace(check, curves=curves) for check in report.checks))
