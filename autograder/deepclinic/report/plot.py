"""The student's training curve over the reference's, as SVG. Matplotlib is imported when the first curve is drawn.

The same curve gives the same bytes. Colours are placeholders until the end: variables of the page inline, fixed ones in
an image. The axis label is put in last, because Matplotlib's own fonts lack Hangul.
"""

from __future__ import annotations

import base64
import io
import math
import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from typing import Any

from deepclinic.report.markup import Markup
from deepclinic.report.model import Curve

YOURS, EXPECTED, INK, FAINT = "#010101", "#020202", "#030303", "#040404"
ON_PAGE = {YOURS: "var(--yours)", EXPECTED: "var(--expected)", INK: "var(--muted)", FAINT: "var(--line)"}
ON_WHITE = {YOURS: "#b42318", EXPECTED: "#7db8a0", INK: "#4c555e", FAINT: "#dddddd"}
LABEL = "HORIZONTAL-AXIS"
HUGE = 1e30


def inline(curve: Curve, alt: str, label: str) -> Markup:
    """An `<svg>` element that takes its colours from `--yours`, `--expected`, `--muted` and `--line` of the page."""
    svg = _draw(curve.yours, curve.expected, curve.band)
    if not svg:
        return Markup("")
    described = f'<svg role="img" aria-label="{escape(alt)}"'
    return Markup(_finish(svg, ON_PAGE, label).replace("<svg", described, 1))


def data_address(curve: Curve, label: str) -> str:
    """The same picture as a `data:` address for an `<img>`; empty where there is nothing to draw."""
    svg = _draw(curve.yours, curve.expected, curve.band)
    if not svg:
        return ""
    return "data:image/svg+xml;base64," + base64.b64encode(_finish(svg, ON_WHITE, label).encode()).decode()


def _finish(svg: str, colours: dict[str, str], label: str) -> str:
    for placeholder, colour in colours.items():
        svg = svg.replace(placeholder, colour)
    return svg.replace(LABEL, escape(label))


@lru_cache(maxsize=256)
def _draw(yours: Sequence[float], expected: Sequence[float], band: float) -> str:
    mine, theirs = _finite(yours), _finite(expected)
    if not any(map(math.isfinite, mine + theirs)):
        return ""
    import matplotlib
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

    settings: dict[Any, Any] = {"svg.hashsalt": "deepclinic", "svg.fonttype": "none", "font.family": ["sans-serif"],
                "font.sans-serif": ["DejaVu Sans"], "text.parse_math": False}  # fmt: skip
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(5.2, 2.5), layout="constrained")
        FigureCanvasSVG(figure)
        axes = figure.add_subplot()
        dots = "o" if max(len(mine), len(theirs)) <= 30 else None
        if band:
            low, high = ([value + side * band for value in theirs] for side in (-1, 1))
            axes.fill_between(range(len(theirs)), low, high, color=EXPECTED, alpha=0.3, linewidth=0)
        axes.plot(range(len(theirs)), theirs, color=EXPECTED, linewidth=5, solid_capstyle="round", alpha=0.75)
        axes.plot(range(len(mine)), mine, color=YOURS, linewidth=1.7, marker=dots, markersize=3.2)
        axes.set_ylim(*_view(mine, theirs, band))
        axes.set_xlabel(LABEL, color=INK, fontsize=9)
        axes.xaxis.set_major_locator(MaxNLocator("auto", integer=True))
        axes.grid(color=FAINT, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.tick_params(colors=INK, labelsize=9, length=0)
        axes.spines[:].set_visible(False)
        figure.patch.set_visible(False)
        axes.patch.set_visible(False)
        file = io.StringIO()
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _trim(file.getvalue())


def _trim(svg: str) -> str:
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r' id="[A-Za-z]+\w*_\d+"', "", svg)
    svg = re.sub(r'width="[\d.]+pt" height="[\d.]+pt"|height="[\d.]+pt" width="[\d.]+pt"', "", svg, count=1)
    return re.sub(r"\s*\n\s*", "\n", svg).strip()


def _finite(values: Sequence[float]) -> tuple[float, ...]:
    return tuple(max(-HUGE, min(HUGE, value)) if math.isfinite(value) else math.nan for value in values)


def _view(mine: Sequence[float], theirs: Sequence[float], band: float) -> tuple[float, float]:
    """Limits of the vertical axis: both curves and the band, but yours at most three heights from the expected one."""
    inside = [value for value in theirs if math.isfinite(value)] or [value for value in mine if math.isfinite(value)]
    low, high = min(inside) - band, max(inside) + band
    height = max(high - low, abs(high) * 0.1, 1e-6)
    finite = [value for value in mine if math.isfinite(value)] or [low]
    low = min(low, max(min(finite), low - 3 * height))
    high = max(high, min(max(finite), high + 3 * height))
    margin = 0.07 * max(high - low, height)
    return low - margin, high + margin
