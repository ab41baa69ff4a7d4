"""The HTML faces: a page for one report, a page for a class, and a fragment for places that clean what they show.

All of it is self-contained: no script, no font, no address that is fetched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from deepclinic.report import words
from deepclinic.report.blocks import article
from deepclinic.report.html_class import class_body
from deepclinic.report.markup import Child, Markup, tag
from deepclinic.report.model import Report
from deepclinic.report.safe import NAME, clean, safe_report
from deepclinic.report.skin import Fragment, Page
from deepclinic.report.style import CSS
from deepclinic.report.words import say

INDEX = "index.html"
RESERVED = frozenset(("index", "con", "nul", "aux", "prn"))
"""Names that another page or Windows has taken."""


def page(report: Report, language: str = "en") -> str:
    """A page of its own for one report."""
    report = safe_report(report)
    title = f"{say('feedback', language)}: {report.exercise}, {words.who(report)}"
    return document(title, language, tag("main", {"class": "narrow"}, article(report, language, Page(), 2)))


def class_page(reports: Sequence[Report], language: str = "en", links: Sequence[str | None] | None = None) -> str:
    """A page for a class. `links[i]` is the address of report i's own page, where there is one."""
    cleaned = [safe_report(report) for report in reports]
    body = class_body(cleaned, language, list(links) if links else [None] * len(cleaned))
    return document(say("class", language), language, tag("main", {"class": "wide"}, body))


def pages(reports: Sequence[Report], language: str = "en") -> dict[str, str]:
    """File name to page: `index.html` for the class and one page for each report, under names that any system takes."""
    choose = PageNames()
    names = [choose(words.who(report), report.exercise) for report in reports]
    files = {name: page(report, language) for name, report in zip(names, reports, strict=True)}
    return {INDEX: class_page(reports, language, names), **files}


class PageNames:
    """Names of the pages of reports, in their order: names that any system takes, no two alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._count = 0

    def __call__(self, who: str, exercise: str) -> str:
        """The name of the next report's page."""
        self._count += 1
        name = unicodedata.normalize("NFKC", f"{clean(who, NAME)}-{clean(exercise, NAME)}").lower()
        stem = re.sub(r"\W+", "-", name)[-60:].strip("-")
        clear = stem and stem not in RESERVED and f"{stem}.html" not in self._taken
        chosen = f"{stem}.html" if clear else f"{stem or 'report'}-{self._count}.html"
        self._taken.add(chosen)
        return chosen


def fragment(report: Report, language: str = "en") -> str:
    """The report for a notebook's output or nbgrader's feedback: inline styles only."""
    return str(article(safe_report(report), language, Fragment(), 4))


def document(title: str, language: str, body: Child) -> str:
    """A page around `body`, with the style sheet in it."""
    head = tag(
        "head",
        {},
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("title", {}, title),
        tag("style", {}, Markup(CSS)),
    )
    return f"<!DOCTYPE html>\n{tag('html', {'lang': language}, head, tag('body', {}, body))}\n"
