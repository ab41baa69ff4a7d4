"""How the parts of a report look: as classes on a page of its own, or inline where style sheets are thrown away.

JupyterLab strips `<style>`, `<svg>`, `role` and `aria-*` from outputs that it does not trust, and keeps `style`
attributes (without variables), tables, `<details>` and `<img>` with data in its address. nbgrader's feedback page keeps
everything, but there a style sheet would restyle the whole page. So a fragment has inline styles only. It inherits the
text's colour and the background, light or dark; its own colours have a contrast of at least 3:1 with both, and mark
symbols and edges, never text that must be read.
"""

from __future__ import annotations

from typing import Protocol

from deepclinic.report import plot
from deepclinic.report.markup import Markup, tag
from deepclinic.report.model import Curve

ACCENTS = {
    "pass": "#2e8b57",
    "fail": "#d1453b",
    "waiting": "#7d8590",
    "not_attempted": "#a8741a",
    "stopped": "#9a5bc4",
    "grader_fault": "#2f82b5",
}
MONO = "font-family: monospace; font-size: 92%; white-space: pre-wrap; word-break: break-word"
TABLE = "border-collapse: collapse; table-layout: auto; text-align: left; color: inherit; font-size: 14px"
EDGE = "1px solid rgba(128, 128, 128, 0.35)"
CELL = f"text-align: left; vertical-align: top; border-bottom: {EDGE}"
INLINE = {
    "report": f"max-width: 760px; margin: 6px 0; padding: 14px 18px; border: {EDGE}; border-radius: 8px;"
    " font-size: 14px; line-height: 1.5",
    "head": "margin: 0",
    "name": "font-size: 18px; font-weight: 700",
    "who": "opacity: 0.75; margin-left: 8px",
    "score": "float: right; font-size: 18px; font-weight: 700; white-space: nowrap; margin-left: 16px",
    "counted": "opacity: 0.8; margin: 2px 0 0 0",
    "alarm": f"margin: 10px 0; padding: 8px 12px; border-left: 4px solid {ACCENTS['fail']};"
    " background-color: rgba(209, 69, 59, 0.1)",
    "person": f"margin: 10px 0; padding: 8px 12px; border-left: 4px solid {ACCENTS['grader_fault']};"
    " background-color: rgba(47, 130, 181, 0.12)",
    "idea": f"margin: 12px 0; padding: 8px 12px; border-left: 4px solid {ACCENTS['not_attempted']};"
    " background-color: rgba(168, 116, 26, 0.12)",
    "idea-part": "margin: 0 0 4px 0",
    "section": "margin: 14px 0 4px 0; font-weight: 700; font-size: 15px",
    "first": "margin: 12px 0; padding: 0",
    "first-title": "font-weight: 700; font-size: 15px; margin: 0",
    "scroll": "overflow-x: auto",
    "beside": f"{TABLE}; margin: 6px 0",
    "beside-head": f"text-align: left; font-weight: 400; opacity: 0.8; padding: 3px 18px 3px 0; border-bottom: {EDGE}",
    "beside-what": f"{CELL}; font-weight: 400; padding: 4px 18px 4px 0",
    "value": f"{CELL}; padding: 4px 18px 4px 0; min-width: 54px; {MONO}",
    "message": "margin: 6px 0; white-space: pre-wrap; word-break: break-word",
    "code": "margin: 6px 0; padding: 8px 10px; background-color: rgba(128, 128, 128, 0.12); color: inherit;"
    f" border-radius: 4px; {MONO}",
    "small": "margin: 6px 0 0 0; opacity: 0.8",
    "plot": "margin: 8px 0",
    "caption": "opacity: 0.85; font-size: 13px",
    "checks": f"{TABLE}; width: 100%; margin: 4px 0",
    "row": "background-color: transparent",
    "title": f"{CELL}; padding: 5px 10px 5px 0; font-weight: 400",
    "points": f"text-align: right; padding: 5px 0; border-bottom: {EDGE}; vertical-align: top; white-space: nowrap",
    "word": "opacity: 0.8; font-size: 12px",
    "details": "margin: 0",
    "summary": "cursor: pointer; display: list-item",
    "hints": "margin: 8px 0",
    "foot": "margin: 10px 0 0 0; opacity: 0.7; font-size: 12px",
}


class Skin(Protocol):
    """Gives an element its looks."""

    def of(self, part: str, outcome: str = "") -> dict[str, str | None]:
        """Attributes for an element that plays `part`."""
        ...

    def curve(self, curve: Curve, alt: str, label: str) -> Markup:
        """The picture of a training curve."""
        ...


class Page:
    """Classes; the page carries the style sheet."""

    def of(self, part: str, outcome: str = "") -> dict[str, str | None]:
        """Attributes for an element that plays `part`."""
        return {"class": f"{part} {outcome}".strip()}

    def curve(self, curve: Curve, alt: str, label: str) -> Markup:
        """The picture inline, in the colours of the page."""
        return plot.inline(curve, alt, label)


class Fragment:
    """Inline styles; symbols carry the accent of their outcome."""

    def of(self, part: str, outcome: str = "") -> dict[str, str | None]:
        """Attributes for an element that plays `part`."""
        if part == "symbol":
            colour = f"color: {ACCENTS[outcome]}; font-weight: 700"
            return {"style": f"{CELL}; padding: 5px 8px 5px 0; width: 24px; {colour}"}
        if part == "mark":
            return {"style": f"color: {ACCENTS[outcome]}; font-weight: 700"}
        return {"style": INLINE[part]}

    def curve(self, curve: Curve, alt: str, label: str) -> Markup:
        """The picture as an image on white, since a cleaned output may hold no SVG."""
        source = plot.data_address(curve, label)
        looks = "max-width: 100%; border-radius: 4px; background-color: #ffffff"
        return tag("img", {"src": source, "alt": alt, "width": "460", "style": looks}) if source else Markup("")
