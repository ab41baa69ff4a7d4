"""A certificate states what the files earn: it holds while they stay, and not when one of them changes."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from deepclinic.cli import main
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.judging.check import checks_of
from deepclinic.selfstudy.certificate import Passed, read, write
from deepclinic.selfstudy.workspace import Workspace

NAME = "map_estimation"


@pytest.fixture
def passed(tmp_path, monkeypatch, lent_workers) -> Workspace:
    workspace = Workspace.create(tmp_path / "w")
    monkeypatch.chdir(workspace.root)
    source, _ = workspace.files(catalog().exercise(NAME))
    source.write_text(solutions.reference_source(NAME), encoding="utf-8")
    assert main(["check", NAME]) == 0
    return workspace


def test_it_is_verified_from_the_files_until_one_changes(passed, capsys):
    assert main(["certificate", "--name", "Ada <Lovelace>"]) == 0
    page = (passed.root / "certificate.html").read_text(encoding="utf-8")
    assert "Ada &lt;Lovelace&gt;" in page and "passed 1 of" in page
    assert main(["grade", "certificate.html"]) == 0
    assert "holds" in capsys.readouterr().out
    source, _ = passed.files(catalog().exercise(NAME))
    for content, says in (
        (solutions.reference_source(NAME) + "# later\n", "has changed since; it earns 10/10"),
        (solutions.misconceptions(NAME)[0].source, "has changed since"),
        (None, "is not there"),
    ):
        source.write_text(content, encoding="utf-8") if content else source.unlink()
        assert main(["grade", "certificate.html"]) == 1
        out = capsys.readouterr().out
        assert says in out and "does not hold" in out


def test_an_exercise_that_passes_no_more_is_left_out(passed, capsys):
    with passed.changing():
        passed.progress(catalog().exercise("relu"))["passed"] = "2026-01-01T00:00:00+00:00"
    assert main(["certificate"]) == 1
    assert [one.exercise for one in read(passed.root / "certificate.html").passed] == [NAME]


def test_where_nothing_passes_any_more_the_last_certificate_stays(passed, capsys):
    assert main(["certificate"]) == 0
    before = (passed.root / "certificate.html").read_bytes()
    passed.files(catalog().exercise(NAME))[0].write_text(solutions.misconceptions(NAME)[0].source, encoding="utf-8")
    assert main(["certificate"]) == 1
    said = capsys.readouterr().out
    assert "No certificate was written" in said
    assert any(check.title.en in said for check in checks_of(NAME)), "which check it fails"
    assert (passed.root / "certificate.html").read_bytes() == before


def test_without_a_pass_there_is_nothing_to_certify(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(Workspace.create(tmp_path / "w").root)
    assert main(["certificate"]) == 2
    assert "nothing to certify" in capsys.readouterr().err


def test_what_is_written_can_be_read_whatever_the_name(tmp_path):
    one = Passed(NAME, "3_over_fitting/map_estimation.py", "0" * 64, 10.0, 10.0, "2026-01-01T00:00:00+00:00", 3)
    path = tmp_path / "c.html"
    name = '</script><script>alert("x")</script> 가'
    path.write_text(write(name, 7, [one], "ko"), encoding="utf-8")
    assert path.read_text(encoding="utf-8").count("<script") == 1
    stated = read(path)
    assert (stated.name, stated.seed, stated.passed) == (name, 7, [one])


@pytest.mark.parametrize(
    "change",
    [
        {"file": "../../etc/passwd.py"}, {"file": "/etc/passwd.py"}, {"file": "x.html"}, {"sha256": "0"},
        {"exercise": "nothing"}, {"unknown": 1},
    ],
    ids=str,
)  # fmt: skip
def test_a_forged_certificate_names_no_file_elsewhere(tmp_path, change):
    one = Passed(NAME, "3_over_fitting/map_estimation.py", "0" * 64, 10.0, 10.0, "2026-01-01T00:00:00+00:00", 3)
    page = write("", 7, [one], "en")
    true, forged = json.dumps(asdict(one)), json.dumps(asdict(one) | change)
    assert true in page
    (tmp_path / "c.html").write_text(page.replace(true, forged), encoding="utf-8")
    with pytest.raises(DeepclinicError, match="no certificate"):
        read(tmp_path / "c.html")


@pytest.mark.parametrize("facts", [None, "[]", "{}", "{", '{"schema": 1, "passed": 3}'])
def test_another_page_is_no_certificate(tmp_path, facts):
    data = f'<script type="application/json" id="deepclinic-certificate">{facts}</script>' if facts else ""
    (tmp_path / "c.html").write_text(f"<html>{data}</html>", encoding="utf-8")
    with pytest.raises(DeepclinicError, match="no certificate"):
        read(tmp_path / "c.html")
