"""`deepclinic doctor`: what works on this computer and what does not."""

from __future__ import annotations

from argparse import Namespace

from rich.text import Text as Line

from deepclinic.report.safe import clean
from deepclinic.report.terminal import make_console
from deepclinic.selfstudy.doctor import Finding, examine
from deepclinic.text import Text

MARKS = {"works": ("✓", "green"), "weak": ("~", "yellow"), "fails": ("✗", "bold red")}
ASCII_MARKS = {"works": "+", "weak": "~", "fails": "x"}
VERDICTS = {
    "works": Text("Everything works.", "모두 잘 됩니다."),
    "weak": Text(
        "Exercises can be checked here; what is marked ~ is missing.",
        "연습 문제를 검사할 수 있습니다. ~ 표시는 부족한 점입니다.",
    ),
    "fails": Text("Something is broken: see the lines marked ✗.", "문제가 있습니다. ✗ 표시를 보세요."),
}


def doctor(arguments: Namespace) -> int:
    """Try everything. Exit status 0: exercises can be checked here; 1: something is broken."""
    language = arguments.language or "en"
    console = make_console()
    states = []
    for finding in examine():
        states.append(finding.state)
        for line in _lines(finding, language, console.options.ascii_only):
            console.print(line, soft_wrap=True)
    worst = next((state for state in ("fails", "weak") if state in states), "works")
    console.print(Line(VERDICTS[worst].to(language), style="bold"))
    return 1 if worst == "fails" else 0


def _lines(finding: Finding, language: str, ascii_only: bool) -> list[Line]:
    mark, style = MARKS[finding.state]
    line = Line(ASCII_MARKS[finding.state] if ascii_only else mark, style=style)
    line.append(f" {finding.what.to(language)}", style="not bold default")
    if finding.detail:
        line.append(f"  {clean(finding.detail)}", style="dim")
    cure = finding.cure.to(language) if finding.state != "works" else ""
    return [line, Line(f"    {cure}")] if cure else [line]
