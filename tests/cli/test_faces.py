"""Reports that are written one by one, in whatever order they come, give what all of them together give."""

from __future__ import annotations

import random
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest

from deepclinic.cli.faces import Faces
from deepclinic.report.csv_face import to_csv
from deepclinic.report.html import pages
from deepclinic.report.json_face import to_json
from deepclinic.report.model import Report
from deepclinic.report.slim import slim

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))
from gallery import gallery
from hostile_strings import KNOWN


def class_of(seed: int) -> list[Report]:
    """Reports of every kind, of several students each; two with one name and one exercise."""
    kinds = list(gallery().values())
    named = [replace(kind, seed=seed, student=f"s{n // 2}", submission=f"{n}.py") for n, kind in enumerate(kinds)]
    return [*named, named[0], *(replace(kinds[0], seed=seed, student=name) for name in KNOWN)]


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_bytes().decode("utf-8") for path in folder.iterdir()}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("shuffled", [False, True])
def test_one_by_one_they_give_the_same_files_as_together(tmp_path, language, shuffled):
    reports = class_of(7)
    wanted = Namespace(json=str(tmp_path / "r.json"), csv=tmp_path / "r.csv", html=tmp_path / "pages")
    places = list(range(len(reports)))
    random.Random(0).shuffle(places if shuffled else [])
    expected = [(report.student or report.submission, report.exercise) for report in reports]
    with Faces(wanted, language, 7, expected if shuffled else None) as faces:
        for place in places:
            faces.take(reports[place], place if shuffled else None)
        faces.finish()
    assert (tmp_path / "r.json").read_text("utf-8") == to_json(reports, language, 7)
    assert (tmp_path / "r.csv").read_bytes().decode("utf-8") == to_csv(reports)
    assert written(tmp_path / "pages") == pages(reports, language)
    assert faces.reports == [slim(report) for report in reports]
    assert [report.points for report in faces.reports] == [report.points for report in reports]


def test_of_none_there_is_an_empty_list_and_on_standard_output_there_is_json_alone(tmp_path, capsys):
    with Faces(Namespace(json="-", csv=None, html=None), "en", 7) as faces:
        faces.finish()
    assert capsys.readouterr().out == to_json([], "en", 7) + "\n"


def test_one_alone_keeps_its_details():
    report = class_of(7)[0]
    with Faces(Namespace(json=None, csv=None, html=None), "en", 7) as faces:
        faces.take(report)
        faces.finish()
    assert faces.reports == [report]
