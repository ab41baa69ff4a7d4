"""The sample class is the same every time, has the odd ones that it should have, and gives nothing away."""

from __future__ import annotations

import json

from deepclinic.classroom import sample
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.course.notebook import dumps, student_notebook


def test_about_half_are_right_and_some_share_a_wrong_idea():
    wrong = {sample.without_docstring(w.source): w.id for w in solutions.misconceptions("relu")}
    ideas = [wrong[source] for source in sample.sample_solutions("relu") if source in wrong]
    assert 4 <= len(ideas) <= len(sample.STUDENTS) // 2 + 1
    assert max(map(ideas.count, ideas)) >= 3
    assert sample.sample_solutions("relu") == sample.sample_solutions("relu")


def test_neither_the_markers_nor_the_docstring_that_names_the_mistake_are_handed_in():
    for solution in (*solutions.misconceptions("relu"), *solutions.alternatives("relu")):
        source = sample.without_docstring(solution.source)
        assert "SOLUTION" not in source and "what.en" not in source and "idea.en" not in source
        compile(source, solution.id, "exec")


def test_hand_in_lays_out_a_folder_for_each_student(tmp_path):
    release = tmp_path / "release"
    release.mkdir()
    (release / "relu.ipynb").write_text(dumps(student_notebook("relu")))
    assert sample.hand_in(tmp_path / "exchange", "c", "unit", release) == len(sample.STUDENTS) >= 12
    files = {path.parent.name.split("+")[0]: path for path in tmp_path.glob("exchange/c/inbound/*/relu.ipynb")}
    texts = {place: files[student].read_text() for place, (student, *_) in enumerate(sample.STUDENTS)}
    broken = [place for place, text in texts.items() if not _is_json(text)]
    cheating = [place for place, text in texts.items() if "np.allclose" in text]
    assert broken == [sample.BROKEN] and cheating == [sample.CHEAT]
    assert json.loads(texts[sample.EMPTY])["cells"] == json.loads((release / "relu.ipynb").read_text())["cells"]


def test_the_sample_has_something_of_every_unit():
    done = sample.exercises()
    assert all(any(exercise.name in done for exercise in unit.exercises) for unit in catalog().units)
    for name, ideas in sample.LIKED.items():
        assert set(ideas) <= {wrong.id for wrong in solutions.misconceptions(name)}


def test_an_exercise_may_be_handed_in_by_a_few(tmp_path):
    (name, places), *_ = sample.HANDED_IN_BY.items()
    release = tmp_path / "release"
    release.mkdir()
    (release / f"{name}.ipynb").write_text(dumps(student_notebook(name)))
    assert sample.hand_in(tmp_path / "exchange", "c", "unit", release) == len(places)
    found = {path.parent.name.split("+")[0] for path in tmp_path.glob(f"exchange/c/inbound/*/{name}.ipynb")}
    assert found == {sample.STUDENTS[place][0] for place in places}


def test_the_roster_names_everybody():
    assert len(sample.roster().splitlines()) == len(sample.STUDENTS) + 1


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True
