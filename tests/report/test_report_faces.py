"""Every outcome shows in every face, in both languages, and says what it must."""

from __future__ import annotations

import atexit
import re
from dataclasses import replace

import pytest
from gallery import HINTS, MOMENTUM, TITLES, gallery
from hostile_strings import quick, reports_with_curves
from hypothesis import given, settings

from deepclinic.report.html import class_page, fragment, page
from deepclinic.report.model import CheckResult, Curve, Difference, Report
from deepclinic.report.notebook import NotFullMarks, ReportView
from deepclinic.report.terminal import ReportFace, make_console, print_report, to_text
from deepclinic.report.terminal_class import ClassFace, print_class
from deepclinic.report.words import SYMBOLS, WORDS
from deepclinic.text import Text

NAMES = list(gallery())


def terminal(name, language="en", width=80):
    return to_text(ReportFace(gallery()[name], language), width)


def flat(text):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text).replace("&#x27;", "'"))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", NAMES)
def test_every_outcome_renders_and_names_the_exercise_and_every_check(name, language):
    report = gallery()[name]
    faces = (terminal(name, language), page(report, language), fragment(report, language), repr(ReportView(report)))
    for text in faces:
        assert "batch_normalization" in text
    for check in report.checks:
        assert flat(check.title.to(language)) in flat(page(report, language))


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [40, 80, 140])
def test_points_stay_in_one_column(language, width):
    from rich.cells import cell_len

    lines = [line for line in terminal("misconception", language, width).splitlines() if re.search(r" / [\d.]+$", line)]
    assert len(lines) == len(TITLES)
    assert len({cell_len(line) for line in lines}) == 1


def test_the_first_failure_is_shown_in_full_with_yours_beside_expected():
    lines = terminal("misconception").splitlines()
    beside = next(line for line in lines if "0.972" in line)
    assert "moving_mean after 3 steps, at [2]" in beside and "0.0297" in beside
    text = flat("\n".join(lines))
    assert MOMENTUM.what.en in text and MOMENTUM.try_.en in text
    assert text.count("0.972") == 1, "the message must not repeat what the table shows"
    assert "The new batch counts too much." in text


def test_a_name_is_broken_only_where_the_terminal_is_narrow_and_nothing_is_cut_off():
    name = "`layer.non_trainable_weights`"
    values = "['moving_mean', 'moving_variance', 'gamma']", "['gamma', 'beta', 'moving_mean', 'moving_variance']"
    differences = (Difference(Text(f"Names in {name}"), "", *values),)
    failed = CheckResult("weights", Text("The weights"), "fail", 0.0, 1.0, differences=differences)
    face = ReportFace(Report("student.py", "batch_normalization", "graded", 1.0, (failed,)))
    assert name in to_text(face, 80)
    for width in (80, 60, 40):
        assert to_text(face, width).count("_") == 7, width  # one in the heading, two in the name, four in the values


def test_the_students_frames_are_shown():
    for text in (terminal("raised"), fragment(gallery()["raised"])):
        assert "line 31, in call" in text and "centred = inputs - mean" in text


@pytest.mark.parametrize("name, word", [
    ("misconception", "waiting"), ("not_attempted", "not attempted"), ("stopped", "stopped"),
    ("check_fault", "grader's fault"), ("ready_made", "keras.layers.BatchNormalization (line 12)"),
    ("unreadable", "not valid JSON"), ("grader_fault", "costs no points"),
])  # fmt: skip
def test_outcomes_are_told_apart_in_words(name, word):
    assert word in terminal(name)
    assert word in flat(page(gallery()[name]))
    assert word in flat(fragment(gallery()[name]))


def test_symbols_differ_and_take_one_cell():
    from wcwidth import wcwidth

    assert len(set(SYMBOLS.values())) == len(SYMBOLS)
    assert {wcwidth(symbol) for symbol in SYMBOLS.values()} == {1}


def test_words_exist_in_both_languages():
    assert not [key for key, text in WORDS.items() if not text.en or not re.search("[가-힣]", text.ko)]


def test_colour_carries_no_meaning_and_can_be_absent(monkeypatch, capsys):
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    console = make_console(width=80)
    print_report(gallery()["misconception"], console=console)
    coloured = to_text(ReportFace(gallery()["misconception"]), color=True)
    assert not re.search(r"\x1b\[[\d;]*3[0-7]m", capsys.readouterr().out)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == terminal("misconception").split()


def test_a_terminal_without_unicode_gets_ascii_symbols(tmp_path):
    with open(tmp_path / "out.txt", "w", encoding="ascii") as file:
        console = make_console(file, width=80)
        print_report(gallery()["misconception"], console=console)
        print_class(list(gallery().values()), console=console)
        print_report(gallery()["misconception"], "ko", console=console)
    text = (tmp_path / "out.txt").read_text("ascii")
    assert "\nx Each step moves" in text and "\n+ Gradients flow" in text


def test_a_class_has_one_row_for_each_submission_and_says_what_was_misunderstood():
    text = to_text(ClassFace(list(gallery().values())), 100)
    for report in gallery().values():
        assert len(re.findall(rf"^{re.escape(report.student)}\b", text, re.MULTILINE)) == 1
    assert re.search(r"2 students +momentum_swapped", text) and re.search(r"1 student +unbiased_variance", text)
    assert "There is nothing here yet." in to_text(ClassFace([]))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_class_page_has_a_row_for_each_submission_and_links_to_it(language):
    reports = list(gallery().values())
    text = class_page(reports, language, [f"{index}.html" for index in range(len(reports))])
    rows = text[text.index('class="matrix"') :]
    assert rows.count('href="') == len(reports)
    assert text.count("momentum_swapped") == 4  # at a glance, among the misconceptions, in the rows of two students
    assert class_page([], language)


def test_hints_are_folded_one_into_the_other():
    text = page(gallery()["raised"])
    first, second, third = (text.index(f"Hint {step}:") for step in (1, 2, 3))
    between = text[first:third]
    assert first < second < third and between.count("<details") == 2 and "</details>" not in between
    assert "<details open" not in text
    assert flat(HINTS[2].en.replace("`", "")) in flat(text)


def test_a_page_fetches_nothing_and_a_fragment_has_neither_sheet_nor_script_nor_svg():
    for report in gallery().values():
        outward = page(report).replace('xlink:href="#', "").replace("url(#", "")
        assert not re.search(r"(?:src|href)=|url\(|@import|<script", outward)
        assert not re.search(r"<(?:style|script|svg|link)|class=", fragment(report))


def test_curves_are_drawn_with_words_beside_them_and_always_alike():
    report = gallery()["misconception"]
    text = page(report)
    assert '<svg role="img" aria-label="Training curve: training loss. yours 1.166, expected 0.4295"' in text
    assert 'alt="Training curve: training loss. yours' in fragment(report)
    assert "var(--yours)" in text and "#010101" not in text
    assert "에포크 또는 단계" in page(report, "ko")
    from deepclinic.report import plot

    plot._draw.cache_clear()
    assert page(report) == text


NAN, INF = float("nan"), float("inf")


@pytest.mark.parametrize("yours", [(), (NAN, NAN), (INF, 1.0), (1e300, -1e300), (0.0,), (5.0,) * 500])
@pytest.mark.parametrize("expected", [(), (1.0, 0.5), (NAN,), (0.0, 0.0)])
def test_curves_of_any_numbers_are_shown(yours, expected):
    report = gallery()["misconception"]
    curves = (Curve(Text("loss", "손실"), yours, expected),)
    report = replace(report, checks=tuple(replace(check, curves=curves) for check in report.checks))
    assert "loss" in page(report) and "손실" in fragment(report, "ko")


@settings(quick, max_examples=8)
@given(reports_with_curves())
def test_hostile_names_of_curves_stay_text(report):
    assert "<script" not in page(report) and "onerror=" not in re.sub("onerror=alert", "", fragment(report))


def test_in_a_kernel_the_text_is_returned_and_displayed_nowhere(monkeypatch):
    outside = repr(ReportView(gallery()["misconception"]))
    monkeypatch.setattr("rich.console._is_jupyter", lambda: True)
    monkeypatch.setattr("rich.jupyter.display", lambda *_: pytest.fail("shown twice"))
    assert repr(ReportView(gallery()["misconception"])) == outside != ""


def test_the_view_offers_html_and_text():
    bundle = ReportView(gallery()["misconception"], "ko")._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert "\x1b" not in bundle["text/plain"]


def test_the_exception_renders_in_ipython_as_the_report_without_a_traceback(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    atexit.unregister(shell.atexit_operations)
    shell.user_ns["error"] = NotFullMarks(gallery()["misconception"])
    shell.run_cell("raise error")
    shown = re.sub(r"\x1b\[[\d;]*m", "", capsys.readouterr().out)
    assert "Each step moves the moving statistics" in shown and "5.5 / 10 points" in shown
    assert "Traceback" not in shown and "raise error" not in shown
    assert NotFullMarks(gallery()["misconception"], brief=True)._render_traceback_() == [
        "batch_normalization: 5.5 / 10 points"
    ]
