"""The head of the page for a class: all exercises at a glance, and what a person should look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from deepclinic.report import words
from deepclinic.report.attention import KINDS, LookAt, look_at
from deepclinic.report.markup import Child, tag
from deepclinic.report.model import Report
from deepclinic.report.summary import ExerciseSummary
from deepclinic.report.words import say

TALLEST = 6.0
"""Height of the tallest column of a histogram, in rem."""

UNFOLDED = 12
"""A list longer than this is folded: of 200 students many do the same."""


def anchor(exercise: str) -> str:
    """The id of an exercise's section."""
    return f"exercise-{exercise}"


def at_a_glance(summaries: Sequence[ExerciseSummary], language: str) -> Child:
    """One row for each exercise, with a link to its section."""
    columns = ("exercise", "submissions", "average", "full_marks", "most_frequent")
    numbers = ("submissions", "average", "full_marks")
    head = [
        tag("th", {"scope": "col", "class": "count" if key in numbers else None}, say(key, language)) for key in columns
    ]
    rows = [_glance(summary, language) for summary in summaries]
    table = tag("table", {"class": "list"}, tag("thead", {}, tag("tr", {}, head)), tag("tbody", {}, rows))
    return tag("section", {"class": "report"}, tag("div", {"class": "scroll"}, table))


def _glance(summary: ExerciseSummary, language: str) -> Child:
    idea, count = summary.misconceptions[0] if summary.misconceptions else (None, 0)
    often = [tag("code", {}, idea.id), f" ({words.students(count, language)})"] if idea else ""
    link = tag("a", {"href": f"#{anchor(summary.exercise)}"}, summary.exercise)
    return tag(
        "tr",
        {},
        tag("th", {"scope": "row"}, link),
        tag("td", {"class": "count"}, str(len(summary.reports))),
        tag("td", {"class": "count"}, words.points(summary.average, summary.most, language, unit=False)),
        tag("td", {"class": "count"}, str(sum(report.full_marks for report in summary.reports))),
        tag("td", {"class": "quiet"}, often),
    )


def to_look_at(reports: Sequence[Report], language: str, address: Mapping[int, str | None]) -> Child:
    """The list of what a person should look at, the most important first."""
    found = [(entry, address.get(id(report))) for report in reports for entry in look_at([report])]
    parts = []
    for kind, title in KINDS.items():
        rows = [_entry(entry, link, language) for entry, link in found if entry.kind == kind]
        if rows:
            count = tag("span", {"class": "quiet"}, f" {len(rows)}")
            table = tag("table", {"class": "list"}, tag("tbody", {}, rows))
            summary = tag("summary", {}, tag("h3", {}, title.to(language), count))
            opened = "" if len(rows) <= UNFOLDED else None
            parts.append(tag("details", {"open": opened}, summary, tag("div", {"class": "scroll"}, table)))
    nothing = tag("p", {"class": "quiet"}, say("nothing_to_look_at", language))
    title = tag("h2", {"class": "name"}, say("look_at", language))
    return tag("section", {"class": "report exercise", "id": "look-at"}, title, parts or nothing)


def _entry(entry: LookAt, link: str | None, language: str) -> Child:
    return tag(
        "tr",
        {},
        tag("th", {"scope": "row"}, tag("a", {"href": link}, entry.student) if link else entry.student),
        tag("td", {"class": "quiet"}, entry.exercise),
        tag("td", {"class": "why"}, entry.why.to(language)),
    )


def histogram(summary: ExerciseSummary, language: str) -> Child:
    """The points of a class: one column for each tenth, and one for full marks."""
    counts = summary.distribution
    most = max(*counts, 1)
    columns = [
        tag(
            "li",
            {"class": "all" if tenth == 10 else None},
            tag("span", {"class": "number"}, str(count) if count else ""),
            tag("span", {"class": "column", "style": f"height: {TALLEST * count / most:.2f}rem"}),
            tag("span", {"class": "tick"}, f"{10 * tenth}" if tenth == 10 else f"{10 * tenth}–{10 * tenth + 9}"),
        )
        for tenth, count in enumerate(counts)
    ]
    caption = tag("figcaption", {"class": "caption"}, say("share_of_points", language))
    return tag("figure", {"class": "spread"}, tag("ol", {"class": "histogram"}, columns), caption)
