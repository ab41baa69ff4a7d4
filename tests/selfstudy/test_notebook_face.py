"""What goes wrong around `check()` in a notebook is told in one line, in the reader's language."""

from __future__ import annotations

import pytest
from IPython.core.interactiveshell import InteractiveShell

from deepclinic.course import solutions

MISSPELT = {"en": "There is no exercise 'rellu'", "ko": "'rellu' 연습 문제는 없습니다"}


@pytest.fixture
def shell(monkeypatch, capsys):
    made = InteractiveShell()
    made.run_cell("from deepclinic import exercise")
    capsys.readouterr()
    yield made
    made.history_manager.end_session()


@pytest.mark.parametrize("language", MISSPELT)
def test_a_misspelt_exercise(shell, capsys, language):
    shell.run_cell(f"q = exercise('rellu', {language!r})")
    out = capsys.readouterr().out
    assert out.startswith("deepclinic: ") and MISSPELT[language] in out and "relu" in out
    assert out.strip().count("\n") == 0 and "Traceback" not in out


def test_the_solution_in_a_build_that_has_none(shell, capsys, monkeypatch):
    monkeypatch.setattr(solutions.paths, "solutions_root", lambda: None)
    shell.run_cell("exercise('relu', 'ko').solution(give_up=True)")
    out = capsys.readouterr().out
    assert out.startswith("deepclinic: ") and "모범 답안이 들어 있지 않습니다" in out and "Traceback" not in out
