"""What the watch shows and asks, with a grader that says what it is told to; no worker is started."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from deepclinic.course.catalog import catalog
from deepclinic.judging.check import checks_of
from deepclinic.report.model import CheckResult, Report
from deepclinic.selfstudy.session import Session
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text

FIRST, SECOND = catalog().exercises[:2]


def failed(info=FIRST) -> Report:
    """Its first check has failed, and no misconception was recognised."""
    checks = [
        CheckResult(check.id, check.title, "pass", check.points, check.points, hints=check.hints)
        for check in checks_of(info.name)
    ]
    checks[0] = CheckResult(checks[0].id, checks[0].title, "fail", 0.0, checks[0].max_points, Text("no", "아니요"))
    return Report("here", info.name, "graded", info.max_points, tuple(checks), seed=1)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    """The first exercise was checked and failed; the known mistakes have just been observed."""
    expected = SimpleNamespace(is_ready=lambda info: True)
    grader = SimpleNamespace(workers=SimpleNamespace(ready=True), expected=expected)
    console = Console(file=io.StringIO(), force_terminal=True, width=80, height=40)
    made = Session(Workspace.create(tmp_path / "work"), grader, console)
    made.saved(made.workspace.file(FIRST))
    finish(made)
    return made


def finish(session: Session) -> None:
    """The check that runs ends."""
    assert session.checking
    info, path = session.checking
    session.finished(info, path, failed(info))


def on_screen(session: Session) -> list[str]:
    """The lines that were drawn last, from the top."""
    drawn = session.screen.console.file.getvalue().rpartition("\x1b[3J")[2]
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", drawn).splitlines()


def below(session: Session) -> str:
    return "\n".join(map(str, session.below))


def test_a_hint_stays_when_the_known_mistakes_have_been_observed(session):
    session._key("h")
    hint = below(session)
    session.ready(FIRST)
    session.progress(FIRST, failed())
    finish(session)
    assert hint and below(session) == hint


def test_a_page_stays_too(session):
    session._key("l")
    page = session.page
    session.ready(FIRST)
    finish(session)
    assert page and session.page is page


def test_what_somebody_saves_takes_the_place_of_a_hint(session):
    session._key("h")
    session.saved(session.workspace.file(FIRST))
    finish(session)
    assert below(session) == ""


@pytest.mark.parametrize("meanwhile", ["looked at again", "saved", "another saved", "misnamed", "trouble"])
@pytest.mark.parametrize("answer", ["n", "q", "x"])
def test_an_answer_is_an_answer_whatever_happened_since_the_question(session, meanwhile, answer):
    own = session.workspace.file(FIRST).read_text("utf-8") + "# mine\n"
    session.workspace.file(FIRST).write_text(own, "utf-8")
    session._key("x")
    if meanwhile == "looked at again":
        session.ready(FIRST)
        finish(session)
    elif meanwhile == "trouble":
        session.trouble(Text("no such file", "파일이 없습니다"))
    elif meanwhile == "misnamed":
        session.saved(session.workspace.file(FIRST).with_name(f"{FIRST.name}_2.py"))
    else:
        session.saved(session.workspace.file(SECOND if meanwhile == "another saved" else FIRST))
        finish(session)
    shown = session.info
    session._key(answer)
    assert (session.info, session.over, session.asked) == (shown, False, None)
    assert session.workspace.file(FIRST).read_text("utf-8") == own


def test_a_yes_is_for_the_exercise_that_was_asked_about(session):
    files = [session.workspace.file(info) for info in (FIRST, SECOND)]
    for file in files:
        file.write_text(file.read_text("utf-8") + "# mine\n", "utf-8")
    session._key("x")
    session.saved(files[1])
    finish(session)
    session._key("y")
    assert ["# mine" in file.read_text("utf-8") for file in files] == [False, True]


def test_a_report_of_many_checks_fits_on_the_screen(session):
    long = catalog().exercise("dropconnect")
    session.saved(session.workspace.file(long))
    finish(session)
    shown = on_screen(session)
    assert len(checks_of(long.name)) == 20
    assert sum(line.startswith("✓") for line in shown) == 19  # it fits as it is
    session.screen.console.height = 24
    session._draw()
    shown = on_screen(session)
    assert len(shown) <= 24 and shown[0].startswith("dropconnect") and "✓ 19 passed" in shown


def test_of_a_page_that_is_longer_than_the_screen_the_end_says_so(session):
    session._key("l")
    assert not any("scroll up" in line for line in on_screen(session))
    session.screen.console.height = 10
    session._draw()
    assert any("scroll up" in line for line in on_screen(session)[-2:])


def test_nothing_but_titles_is_cut_in_the_list(session):
    exercises = catalog().exercises
    with session.workspace.changing():
        for info in exercises:
            session.workspace.progress(info).update(best=info.max_points - 0.25, tries=123)
    session._key("l")
    rows = on_screen(session)
    for info in exercises:
        assert any(info.name in row and f"{info.max_points - 0.25:g}/{info.max_points:g}    123" in row for row in rows)
