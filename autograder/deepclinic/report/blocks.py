"""The parts of one report in HTML, whatever they look like: the skin decides that."""

from __future__ import annotations

import math
import re

from deepclinic.report import words
from deepclinic.report.markup import Child, Markup, tag
from deepclinic.report.model import CheckResult, Curve, Report
from deepclinic.report.observed import observed
from deepclinic.report.skin import Skin
from deepclinic.report.summary import FAILED, first_failure
from deepclinic.report.words import SYMBOLS, say
from deepclinic.text import placed


def article(report: Report, language: str, skin: Skin, level: int = 3) -> Markup:
    """One report, from the points to the seed. `report` has been cleaned. `level` is that of its headings."""
    first = None if report.not_from_scratch else first_failure(report)
    rest = [check for check in report.checks if check is not first]
    heading = f"h{level}"
    return tag(
        "div",
        {**skin.of("report"), "lang": language},
        _head(report, language, skin),
        _verdict(report, language, skin),
        _first(first, report, language, skin, heading) if first else None,
        _idea(report, language, skin) if not first else None,
        _list(rest, say(words.heading(report, first is not None), language), language, skin, heading) if rest else None,
        _notes(report, language, skin),
        _foot(report, language, skin),
    )


def _head(report: Report, language: str, skin: Skin) -> Child:
    fault = report.outcome == "grader_fault"
    score = say("grader_fault", language) if fault else words.points(report.points, report.max_points, language)
    return tag(
        "div",
        skin.of("head"),
        tag("span", skin.of("score"), score),
        tag("span", skin.of("name"), report.exercise),
        " ",
        tag("span", skin.of("who"), words.who(report)),
    )


def _verdict(report: Report, language: str, skin: Skin) -> Child:
    counted = words.counted(report, language)
    reason = tag("div", skin.of("message"), report.reason.to(language)) if report.reason.en else None
    if report.not_from_scratch:
        uses = tag("ul", {}, [tag("li", {}, tag("code", {}, placed(use, language))) for use in report.not_from_scratch])
        lead = tag("strong", {}, say("ready_made", language))
        return tag("div", skin.of("alarm"), lead, tag("div", {}, say("ready_made_why", language)), uses)
    if report.outcome == "unreadable":
        return tag("div", skin.of("alarm"), tag("strong", {}, say("cannot_read", language)), reason)
    if report.outcome == "grader_fault":
        return tag("div", skin.of("person"), tag("strong", {}, say("grader_failed", language)), reason)
    parts: list[Child] = []
    if report.full_marks:
        mark = tag("span", {**skin.of("mark", "pass"), "aria-hidden": "true"}, SYMBOLS["pass"])
        parts.append(tag("div", skin.of("counted"), mark, " ", say("all_passed", language)))
    elif counted:
        parts.append(tag("div", skin.of("counted"), counted))
    if report.needs_person:
        parts.append(tag("div", skin.of("person"), say("for_a_person", language)))
    return [*parts, reason]


def _first(check: CheckResult, report: Report, language: str, skin: Skin, heading: str) -> Child:
    mark = tag("span", {**skin.of("mark", check.outcome), "aria-hidden": "true"}, SYMBOLS[check.outcome])
    word = say(check.outcome, language)
    points = words.points(check.points, check.max_points, language)
    return tag(
        "section",
        skin.of("first", check.outcome),
        tag(heading, skin.of("first-title"), mark, " ", _prose(check.title.to(language))),
        tag("div", skin.of("word"), f"{word}, {points}"),
        _evidence(check, language, skin),
        _idea(report, language, skin),
        _hints(check, language, skin),
    )


def _evidence(check: CheckResult, language: str, skin: Skin) -> Child:
    """What shows how a check ended: the two sides, the message, the student's frames, the curves."""
    message = words.explanation(check, language)
    return [
        _beside(check, language, skin) if check.differences else None,
        tag("div", skin.of("message"), _prose(message)) if message else None,
        tag("div", skin.of("small"), say("in_your_code", language)) if check.traceback else None,
        tag("pre", skin.of("code"), check.traceback) if check.traceback else None,
        [_curve(curve, language, skin) for curve in check.curves],
    ]


def _beside(check: CheckResult, language: str, skin: Skin) -> Child:
    head = [
        tag("th", {**skin.of("beside-head"), "scope": "col"}, say(key, language))
        for key in ("where", "yours", "expected")
    ]
    rows = [
        tag(
            "tr",
            skin.of("row"),
            tag("th", {**skin.of("beside-what"), "scope": "row"}, words.where(difference, language)),
            tag("td", skin.of("value", "yours"), observed(difference.yours, language)),
            tag("td", skin.of("value", "expected"), observed(difference.expected, language)),
        )
        for difference in check.differences
    ]
    table = tag("table", skin.of("beside"), tag("thead", {}, tag("tr", {}, head)), tag("tbody", {}, rows))
    return tag("div", skin.of("scroll"), table)


def _curve(curve: Curve, language: str, skin: Skin) -> Child:
    name = curve.name.to(language)
    sides = (("yours", curve.yours), ("expected", curve.expected))
    ends = [(say(key, language), values[-1]) for key, values in sides if values]
    last = ", ".join(f"{side} {value:.4g}" if math.isfinite(value) else f"{side} {value}" for side, value in ends)
    picture = skin.curve(curve, f"{say('curve', language)}: {name}. {last}", say("epoch", language))
    band = f". {say('band', language, band=f'{curve.band:g}')}" if curve.band else ""
    caption = tag("figcaption", skin.of("caption"), f"{name}: {last}{band}")
    return tag("figure", skin.of("plot"), picture, caption)


def _idea(report: Report, language: str, skin: Skin) -> Child:
    idea = report.misconception
    if idea is None or report.not_from_scratch:
        return None
    parts = (("what_happened", idea.what), ("what_to_try", idea.try_))
    return tag(
        "div",
        skin.of("idea"),
        [
            tag("p", skin.of("idea-part"), tag("strong", {}, say(key, language)), ". ", _prose(text.to(language)))
            for key, text in parts
        ],  # fmt: skip
    )


def _hints(check: CheckResult, language: str, skin: Skin) -> Child:
    """The hints one inside the other, so that each is opened by choice."""
    inner: Child = None
    for step, hint in reversed(list(enumerate(check.hints))):
        if not hint.en:
            continue
        title = say(f"hint_{step}" if step < 3 else "more_hint", language)
        inner = tag(
            "details",
            skin.of("details"),
            tag("summary", skin.of("summary"), title),
            tag("div", skin.of("message"), _prose(hint.to(language))),
            inner,
        )
    return tag("div", skin.of("hints"), inner) if inner and check.outcome in FAILED else None


def _list(checks: list[CheckResult], title: str, language: str, skin: Skin, heading: str) -> Child:
    rows = [_row(check, language, skin) for check in checks]
    return [tag(heading, skin.of("section"), title), tag("table", skin.of("checks"), tag("tbody", {}, rows))]


def _row(check: CheckResult, language: str, skin: Skin) -> Child:
    word = say(check.outcome, language)
    symbol = tag("span", {"title": word, "role": "img", "aria-label": word}, SYMBOLS[check.outcome])
    points = words.points(check.points, check.max_points, language, unit=False)
    title: Child = _prose(check.title.to(language))
    if check.outcome not in ("pass", "fail"):
        title = [title, " ", tag("span", skin.of("word"), f"({word})")]
    inside = [_evidence(check, language, skin), _hints(check, language, skin)]
    if check.message.en or check.curves or (check.hints and check.outcome in FAILED):
        title = tag("details", skin.of("details"), tag("summary", skin.of("summary"), title), inside)
    return tag(
        "tr",
        skin.of("row"),
        tag("td", skin.of("symbol", check.outcome), symbol),
        tag("th", {**skin.of("title", check.outcome), "scope": "row"}, title),
        tag("td", skin.of("points"), points),
    )


def _notes(report: Report, language: str, skin: Skin) -> Child:
    if not report.notes:
        return None
    notes = [tag("div", {}, note.to(language)) for note in report.notes]
    return tag("div", skin.of("small"), tag("strong", {}, say("notes", language)), notes)


def _foot(report: Report, language: str, skin: Skin) -> Child:
    took = say("took", language, seconds=f"{report.seconds:.2f}")
    return tag("div", skin.of("foot"), f"{say('seed', language, seed=report.seed)}, {took}")


def _prose(text: str) -> Child:
    """Text in which a pair of backticks marks code."""
    parts = re.split(r"`([^`\n]+)`", text)
    return [tag("code", {}, part) if index % 2 else part for index, part in enumerate(parts)]
