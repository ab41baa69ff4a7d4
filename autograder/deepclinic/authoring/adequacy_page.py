"""The HTML page of `dev adequacy`: the figures of every exercise and its whole kill matrix, in the reports' looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from deepclinic.authoring.adequacy import Adequacy
from deepclinic.authoring.adequacy_docs import bound, percent
from deepclinic.authoring.adequacy_figures import Figures, figures_of
from deepclinic.authoring.verdicts import MARKS
from deepclinic.report.html import document
from deepclinic.report.markup import Child, tag
from deepclinic.report.words import SYMBOLS, say

_OUTCOMES = {mark: outcome for outcome, mark in MARKS.items()}


def adequacy_page(adequacy: Adequacy) -> str:
    """The page, self-contained."""
    facts = ", ".join(f"{name}: {value}" for name, value in adequacy.environment.items())
    title = "How good the checks are"
    body = [
        tag("h1", {}, title),
        tag("p", {"class": "quiet"}, f"deepclinic {adequacy.version}, seed {adequacy.seed}, ",
            f"{adequacy.seeds} seeds for right solutions; {facts}.",
            f" Not measured: {', '.join(adequacy.left_out)}." if adequacy.left_out else None),
        tag("p", {"class": "legend"}, _legend()),
        [_exercise(figures) for figures in figures_of(adequacy)],
    ]  # fmt: skip
    return document(title, "en", tag("main", {"class": "wide"}, body))


def _exercise(figures: Figures) -> Child:
    measured = figures.measured
    facts = {
        "right solutions rejected": f"{figures.rejected} (at most {bound(figures.rejected)})",
        "misconceptions caught": str(figures.caught),
        "named": str(figures.named),
        "rewritten named": f"{figures.rewritten_named} ({percent(figures.rewritten_named)})",
        "unseen named": f"{figures.unseen_named} ({percent(figures.unseen_named)})",
        "mutants killed": str(figures.killed),
        "equivalent": str(len(measured.equivalent)),
        "seconds a submission": f"{figures.seconds:.2f}",
    }
    problems = list(figures.problems())
    named = (*measured.misconceptions, *measured.rewritten, *measured.unseen)
    wrong = {w.id: (w.row, _named(w.named, w.misconception)) for w in named}
    slips = {slip.id: (slip.row, f"line {slip.line}: {slip.change}") for slip in measured.mutants}
    equivalent = [
        tag("li", {}, tag("code", {}, entry.id), " ", tag("code", {}, entry.change), ": ", entry.reason)
        for entry in measured.equivalent
    ]
    return tag(
        "section",
        {"class": "report exercise"},
        tag("h2", {"class": "name"}, figures.exercise),
        tag("dl", {"class": "facts"}, [tag("div", {}, tag("dt", {}, k), tag("dd", {}, v)) for k, v in facts.items()]),
        tag("div", {"class": "alarm"}, tag("ul", {}, [tag("li", {}, p) for p in problems])) if problems else None,
        tag("h3", {}, "Checks"),
        _checks(figures),
        tag("h3", {}, "Misconceptions, rewritten and unseen ones"),
        _matrix(measured.checks, wrong, "taken for"),
        _details(f"{len(slips)} mutants", _matrix(measured.checks, slips, "change")),
        _details(f"{len(equivalent)} mutants that are right solutions", tag("ul", {}, equivalent)),
    )


def _named(name: str | None, own: str) -> str:
    if name == own:
        return ""
    return name or "not named"


def _details(title: str, content: Child) -> Child:
    return tag("details", {}, tag("summary", {}, title), content)


def _checks(figures: Figures) -> Child:
    rows = [
        tag(
            "tr",
            {},
            tag("th", {"scope": "row"}, check.id),
            tag("td", {"class": "count"}, str(check.kills)),
            tag("td", {"class": "count"}, str(len(check.alone)) if check.alone else "redundant"),
            tag("td", {"class": "idea-cell"}, ", ".join(check.alone)),
        )
        for check in figures.checks
    ]
    heads = [tag("th", {"scope": "col"}, head) for head in ("check", "fails", "alone", "these")]
    return _table(heads, rows)


def _matrix(checks: Sequence[str], rows: Mapping[str, tuple[str, str]], remark: str) -> Child:
    heads = [
        tag("th", {"scope": "col", "class": "check"}, tag("span", {}, check.replace("_", " "))) for check in checks
    ]
    head = [tag("th", {"scope": "col"}, "solution"), heads, tag("th", {"scope": "col"}, remark)]
    body = [
        tag("tr", {}, tag("th", {"scope": "row"}, name), _cells(row), tag("td", {"class": "idea-cell"}, text))
        for name, (row, text) in rows.items()
    ]
    return _table(head, body)


def _table(head: Child, body: Child) -> Child:
    table = tag("table", {"class": "matrix"}, tag("thead", {}, tag("tr", {}, head)), tag("tbody", {}, body))
    return tag("div", {"class": "scroll", "tabindex": "0"}, table)


def _cells(row: str) -> Iterable[Child]:
    for mark in row:
        outcome = _OUTCOMES[mark]
        word = say(outcome, "en")
        symbol = tag("span", {"role": "img", "title": word, "aria-label": word}, SYMBOLS[outcome])
        yield tag("td", {"class": f"cell {outcome}"}, symbol)


def _legend() -> Iterable[Child]:
    for outcome in MARKS:
        yield tag("span", {}, tag("span", {"class": f"mark {outcome}"}, SYMBOLS[outcome]), " ", say(outcome, "en"))
