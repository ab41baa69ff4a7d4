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
from deepclinic.report.safe import safe_report
from deepclinic.report.skin import Fragment, Page
from deepclinic.report.style import CSS
from deepclinic.report.words import say

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
    names: list[str] = []
    for count, report in enumerate(map(safe_report, reports)):
        name = unicodedata.normalize("NFKC", f"{words.who(report)}-{report.exercise}").lower()
        stem = re.sub(r"\W+", "-", name)[-60:].strip("-")
        clear = stem and stem not in RESERVED and f"{stem}.html" not in names
        names.append(f"{stem}.html" if clear else f"{stem or 'report'}-{count + 1}.html")
    files = {name: page(report, language) for name, report in zip(names, reports, strict=True)}
    return {"index.html": class_page(reports, language, names), **files}


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
