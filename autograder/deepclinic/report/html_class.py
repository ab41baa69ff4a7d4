"""The page for a class: how the points are spread, what was misunderstood, which checks were hard, and who got what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deepclinic.report import words
from deepclinic.report.html_overview import anchor, at_a_glance, histogram, to_look_at
from deepclinic.report.markup import Child, tag
from deepclinic.report.model import Report
from deepclinic.report.summary import ExerciseSummary, summarise
from deepclinic.report.words import SYMBOLS, say


def class_body(reports: Sequence[Report], language: str, links: Sequence[str | None]) -> Child:
    """The page's content for cleaned `reports`; `links` are the addresses of their own pages."""
    address = {id(report): link for report, link in zip(reports, links, strict=True)}
    title = tag("h1", {}, say("class", language))
    if not reports:
        return [title, tag("p", {}, say("nothing_there", language))]
    summaries = summarise(reports)
    sections = [_exercise(summary, language, address) for summary in summaries]
    return [title, at_a_glance(summaries, language), to_look_at(reports, language, address), sections]


def _exercise(summary: ExerciseSummary, language: str, address: Mapping[int, str | None]) -> Child:
    full = sum(report.full_marks for report in summary.reports)
    facts: Sequence[tuple[str, str]] = (
        (say("submissions", language), str(len(summary.reports))),
        (say("average", language), words.points(summary.average, summary.most, language, unit=False)),
        (say("median", language), words.points(summary.median, summary.most, language, unit=False)),
        (say("full_marks", language), str(full)),
        (say("not_graded", language), str(sum(report.needs_person for report in summary.reports))),
    )
    return tag(
        "section",
        {"class": "report exercise", "id": anchor(summary.exercise)},
        tag("h2", {"class": "name"}, summary.exercise),
        tag("dl", {"class": "facts"}, [tag("div", {}, tag("dt", {}, k), tag("dd", {}, value)) for k, value in facts]),
        tag("h3", {}, say("distribution", language)),
        histogram(summary, language),
        tag("h3", {}, say("class_misunderstood", language)),
        _misconceptions(summary, language),
        tag("h3", {}, say("hard_checks", language)),
        _rates(summary, language),
        tag("h3", {}, say("submissions", language)),
        _matrix(summary, language, address),
    )


def _misconceptions(summary: ExerciseSummary, language: str) -> Child:
    if not summary.misconceptions:
        return tag("p", {"class": "quiet"}, say("none_named", language))
    total = len(summary.reports)
    rows = [
        tag(
            "tr",
            {},
            tag("td", {"class": "count"}, words.students(count, language)),
            tag("td", {"class": "bar-cell"}, _bar(count / total)),
            tag("th", {"scope": "row"}, idea.what.to(language), " ", tag("code", {"class": "quiet"}, idea.id)),
        )
        for idea, count in summary.misconceptions
    ]
    return tag("table", {"class": "ranking"}, tag("tbody", {}, rows))


def _rates(summary: ExerciseSummary, language: str) -> Child:
    rates = [rate for rate in summary.rates if rate.failed]
    if not rates:
        return tag("p", {"class": "quiet"}, say("nothing_failed", language))
    rows = [
        tag(
            "tr",
            {},
            tag("td", {"class": "count"}, f"{rate.failed} / {rate.decided}"),
            tag("td", {"class": "bar-cell"}, _bar(rate.rate)),
            tag("th", {"scope": "row"}, rate.title.to(language)),
        )
        for rate in rates
    ]
    return tag("table", {"class": "ranking"}, tag("tbody", {}, rows))


def _bar(share: float) -> Child:
    inner = tag("span", {"style": f"width: {100 * share:.0f}%"})
    return tag("span", {"class": "bar", "aria-hidden": "true"}, inner)


def _matrix(summary: ExerciseSummary, language: str, address: Mapping[int, str | None]) -> Child:
    """One row for each submission, one column for each check, in the order of the check list."""
    columns = [
        tag("th", {"scope": "col", "class": "check", "title": check.title.to(language)},
            tag("span", {}, check.id.replace("_", " ")))
        for check in summary.checks
    ]  # fmt: skip
    head = [
        tag("th", {"scope": "col"}, say("submission", language)),
        tag("th", {"scope": "col", "class": "count"}, say("points", language)),
        columns,
        tag("th", {"scope": "col"}, say("misconception", language)),
    ]
    rows = [_matrix_row(report, summary, language, address.get(id(report))) for report in summary.reports]
    table = tag("table", {"class": "matrix"}, tag("thead", {}, tag("tr", {}, head)), tag("tbody", {}, rows))
    legend = tag(
        "p",
        {"class": "legend"},
        [
            tag("span", {}, tag("span", {"class": f"mark {outcome}"}, symbol), " ", say(outcome, language))
            for outcome, symbol in SYMBOLS.items()
        ],
    )
    return [tag("div", {"class": "scroll", "tabindex": "0"}, table), legend]


def _matrix_row(report: Report, summary: ExerciseSummary, language: str, link: str | None) -> Child:
    outcomes = {check.id: check.outcome for check in report.checks}
    name = words.who(report)
    points = "?" if report.needs_person else words.points(report.points, report.max_points, language, unit=False)
    cells = []
    for check in summary.checks:
        outcome = outcomes.get(check.id)
        if outcome is None:
            cells.append(tag("td", {"class": "cell"}))
            continue
        word = say(outcome, language)
        mark = tag("span", {"role": "img", "title": word, "aria-label": word}, SYMBOLS[outcome])
        cells.append(tag("td", {"class": f"cell {outcome}"}, mark))
    return tag(
        "tr",
        {"class": "void" if report.not_from_scratch else None},
        tag("th", {"scope": "row"}, tag("a", {"href": link}, name) if link else name),
        tag("td", {"class": "count"}, points),
        cells,
        tag("td", {"class": "idea-cell"}, _remark(report, language)),
    )


def _remark(report: Report, language: str) -> str:
    if report.not_from_scratch:
        return say("ready_made", language)
    if report.outcome != "graded":
        return say(report.outcome, language)
    return report.misconception.id if report.misconception else ""
