"""JSON, CSV, the stored form and nbgrader's cell hold the same verdict as the report."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import jsonschema
import nbformat
import pytest
from gallery import gallery
from hostile_strings import OUTCOMES, quick, reports, reports_with_curves
from hypothesis import given
from nbgrader.utils import determine_grade

from deepclinic.report.csv_face import FIXED, to_csv
from deepclinic.report.json_face import from_json, to_json
from deepclinic.report.nbgrader_cell import needs_manual_grade, outputs, points_text
from deepclinic.report.stored import from_dict, to_dict

TEXT, NUMBER, STRINGS = {"type": "string"}, {"type": "number"}, {"type": "array", "items": {"type": "string"}}


def exactly(**properties):
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


CHECK = exactly(id=TEXT, title=TEXT, outcome={"enum": list(OUTCOMES)}, points=NUMBER, max_points=NUMBER, message=TEXT)
REPORT = exactly(
    submission=TEXT, student={"type": ["string", "null"]}, exercise=TEXT,
    outcome={"enum": ["graded", "unreadable", "grader_fault"]}, points=NUMBER, max_points=NUMBER,
    misconception={"anyOf": [{"type": "null"}, exactly(id=TEXT, what=TEXT, **{"try": TEXT})]},
    checks={"type": "array", "items": CHECK}, seconds=NUMBER, reason=TEXT, not_from_scratch=STRINGS, notes=STRINGS,
)  # fmt: skip
SCHEMA = exactly(schema={"const": 1}, seed={"type": ["integer", "null"]}, reports={"type": "array", "items": REPORT})
ALL = list(gallery().values())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_json_is_of_schema_1(language):
    data = json.loads(to_json(ALL, language))
    jsonschema.validate(data, SCHEMA)
    assert data["seed"] == 7
    assert [one["points"] for one in data["reports"]] == [report.points for report in ALL]
    for one in data["reports"]:
        if not one["not_from_scratch"]:
            assert one["points"] == pytest.approx(sum(check["points"] for check in one["checks"]))


def test_the_seed_is_null_where_reports_differ():
    assert json.loads(to_json([ALL[0], replace(ALL[1], seed=8)]))["seed"] is None
    assert json.loads(to_json([]))["reports"] == []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_json_comes_back_as_reports_that_write_the_same_json(language):
    text = to_json(ALL, language)
    again = from_json(text)
    assert to_json(again) == text
    assert [(one.points, one.full_marks, one.needs_person) for one in again] == [
        (one.points, one.full_marks, one.needs_person) for one in ALL
    ]


def test_json_of_another_schema_is_refused():
    with pytest.raises(ValueError, match="schema 1"):
        from_json('{"schema": 2}')


@quick
@given(reports())
def test_any_report_gives_json_of_schema_1(report):
    jsonschema.validate(json.loads(to_json([report])), SCHEMA)


@quick
@given(reports_with_curves())
def test_a_stored_report_comes_back_whole_through_json(report):
    stored = json.dumps(to_dict(report), allow_nan=False)
    assert repr(from_dict(json.loads(stored))) == repr(report), "repr, since NaN equals nothing"
    assert from_dict(json.loads(stored)).solution == report.solution


def test_the_gallery_is_stored_without_loss():
    assert [from_dict(json.loads(json.dumps(to_dict(report)))) for report in ALL] == ALL


def test_a_stored_report_of_another_format_is_refused():
    with pytest.raises(ValueError, match="format"):
        from_dict({"format": 0})
    with pytest.raises(ValueError, match="incomplete"):
        from_dict({"format": 1})


def rows(some):
    return list(csv.DictReader(io.StringIO(to_csv(some))))


def test_csv_has_a_row_for_each_report_and_points_that_add_up():
    table = rows(ALL)
    assert [row["student"] for row in table] == [report.student for report in ALL]
    for row, report in zip(table, ALL, strict=True):
        if report.outcome == "graded" and not report.not_from_scratch:
            parts = [float(value) for key, value in row.items() if "/" in key and value]
            assert sum(parts) == pytest.approx(float(row["points"]))
        assert (row["points"] == "") == (report.outcome == "grader_fault")
        assert row["needs_person"] == ("yes" if report.needs_person else "no")


def test_csv_columns_do_not_depend_on_who_handed_in():
    header = list(rows(ALL[:1])[0])
    assert header == list(rows(ALL)[0]) == list(rows([ALL[4], ALL[0]])[0])
    assert header[: len(FIXED)] == list(FIXED)
    assert header[len(FIXED)] == "batch_normalization/training_output"


def cell(report, points=10.0):
    made = nbformat.v4.new_code_cell("test", outputs=outputs(report, cell_points=points))
    made.metadata["nbgrader"] = {"grade": True, "solution": False, "locked": True, "points": points, "grade_id": "t"}
    return made


@pytest.mark.parametrize("points", [10.0, 5.0, 0.3, 7.0, 0.0])
def test_nbgrader_reads_the_points_of_every_outcome(points):
    for report in ALL:
        earned, most = determine_grade(cell(report, points))
        assert earned == pytest.approx(report.points / 10.0 * points, abs=1e-4)
        assert earned <= most


@quick
@given(reports())
def test_nbgrader_never_reads_more_than_the_cell_is_worth(report):
    earned, most = determine_grade(cell(report, report.max_points))
    assert earned == pytest.approx(report.points, abs=1e-4) and earned <= most


def test_one_result_and_nothing_on_a_stream():
    made = outputs(gallery()["misconception"], execution_count=3)
    assert [one.output_type for one in made] == ["execute_result"]
    assert made[0].data["text/plain"] == "5.5" == points_text(gallery()["misconception"])
    assert "momentum" in made[0].data["text/html"]


def test_a_fault_of_the_graders_is_marked_for_a_person():
    marked = [report for report in ALL if outputs(report)[0].metadata["deepclinic"]["needs_manual_grade"]]
    assert marked == [report for report in ALL if needs_manual_grade(report)]
    assert gallery()["grader_fault"] in marked and gallery()["check_fault"] in marked
