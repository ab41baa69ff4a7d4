"""A class that hands in what classes hand in: the same right solution of `relu` in every state of disorder.

Each student is a function of the released notebook, returning the files of their folder: name to bytes (a `Link` is a
symbolic link). `FULL` get full marks; of those, `TOLD` learn something from the report. `PARTLY` get some
of the points, `NOTHING` get 0 and the reason.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from deepclinic.course.solutions import reference_source

Notebook = dict[str, Any]
Folder = dict[str, Any]

REFERENCE = reference_source("relu")
HEAD, BODY = REFERENCE.split("    def call(", 1)
BODY = "    def call(" + BODY
WRONG = REFERENCE.replace("self.negative_slope * inputs", "0 * inputs")


class Link(str):
    """Where a symbolic link leads."""


def cell(source: str, kind: str = "code") -> dict[str, Any]:
    """A cell that the student has added."""
    fields = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {"cell_type": kind, "metadata": {}, "source": source, **fields}


def grade_id(one: dict[str, Any]) -> str | None:
    """nbgrader's id of a cell."""
    return one["metadata"].get("nbgrader", {}).get("grade_id")


def solution(notebook: Notebook) -> dict[str, Any]:
    """The marked solution cell."""
    return next(one for one in notebook["cells"] if grade_id(one) == "relu-solution")


def place(notebook: Notebook) -> int:
    """Where it is."""
    return notebook["cells"].index(solution(notebook))


def copied(value: Any) -> Any:
    """A deep copy of JSON."""
    return json.loads(json.dumps(value))


def data(notebook: Notebook, **options: Any) -> bytes:
    """The notebook's file."""
    return json.dumps(notebook, **options).encode()


FULL: dict[str, Callable[[Notebook], Folder]] = {}
TOLD: dict[str, str] = {}
PARTLY: dict[str, Callable[[Notebook], Folder]] = {}
NOTHING: dict[str, tuple[Callable[[Notebook], Folder], str]] = {}


def full(told: str = "", answered: bool = True) -> Callable[[Callable], Callable]:
    """A student with full marks: the function changes the answered notebook, or returns the whole folder.

    Args:
        told: what the report says beside.
        answered: whether the reference stands in the solution cell before the change.
    """

    def take(change: Callable) -> Callable:
        def hand_in(released: Notebook) -> Folder:
            if answered:
                solution(released)["source"] = REFERENCE
            return change(released) or {"relu.ipynb": data(released)}

        FULL[change.__name__] = hand_in
        if told:
            TOLD[change.__name__] = told
        return hand_in

    return take


def nothing(reason: str) -> Callable[[Callable], Callable]:
    """A student without a solution, and a part of the reason that the page gives."""

    def take(change: Callable) -> Callable:
        def hand_in(released: Notebook) -> Folder:
            return change(released) or {"relu.ipynb": data(released)}

        NOTHING[change.__name__] = hand_in, reason
        return hand_in

    return take


@full("defined more than once")
def duplicated(notebook):
    wrong = copied(solution(notebook))
    wrong["source"] = WRONG
    notebook["cells"].insert(0, wrong)


@full("defined more than once")
def duplicated_without_ids(notebook):
    for one in notebook["cells"]:
        one["metadata"] = {}
    notebook["cells"].insert(0, cell(WRONG))


def last_one_is_wrong(notebook: Notebook) -> Folder:
    """Two candidates, and the later one is not the better one."""
    solution(notebook)["source"] = REFERENCE
    wrong = copied(solution(notebook))
    wrong["source"] = WRONG
    notebook["cells"].append(wrong)
    return {"relu.ipynb": data(notebook)}


PARTLY["last_one_is_wrong"] = last_one_is_wrong


@full()
def moved(notebook):
    notebook["cells"].append(notebook["cells"].pop(place(notebook)))


@full()
def split_in_two(notebook):
    at = place(notebook)
    second = copied(solution(notebook))
    notebook["cells"][at]["source"], second["source"] = HEAD, BODY
    notebook["cells"].insert(at + 1, second)


@full()
def split_and_the_second_half_lost_its_id(notebook):
    at = place(notebook)
    notebook["cells"][at]["source"] = HEAD
    notebook["cells"].insert(at + 1, cell(BODY))


@full()
def all_others_deleted(notebook):
    notebook["cells"] = [solution(notebook)]


@full("found by its name")
def renamed(notebook):
    solution(notebook)["metadata"]["nbgrader"]["grade_id"] = "cell-1f5a"


@full("found by its name")
def stripped(notebook):
    for one in notebook["cells"]:
        one["metadata"] = {}
    del notebook["metadata"]


@full()
def missing_metadata(notebook):
    for one in notebook["cells"]:
        if grade_id(one) != "relu-solution":
            one.pop("metadata")
        one.pop("id", None)


@full()
def metadata_of_another_schema(notebook):
    for one in notebook["cells"]:
        if grade_id(one):
            one["metadata"]["nbgrader"].update(schema_version=1, points=1e9, junk="x", locked="no")


@full()
def test_cell_edited(notebook):
    for one in notebook["cells"]:
        if grade_id(one) == "relu-check":
            one["source"] = "print('10')\n10"
            one["metadata"]["nbgrader"]["points"] = 1000


@full()
def test_cell_deleted(notebook):
    notebook["cells"] = [one for one in notebook["cells"] if grade_id(one) != "relu-check"]


@full()
def unknown_kernel(notebook):
    notebook["metadata"]["kernelspec"] = {"name": "conda-env-my_env-py", "display_name": "R", "language": "R"}


@full()
def old_format(notebook):
    cells = [{**one, "input": one["source"], "language": "python"} for one in notebook["cells"]]
    for one in cells:
        del one["source"]
    old = {"worksheets": [{"cells": cells}], "metadata": {}, "nbformat": 3, "nbformat_minor": 0}
    return {"relu.ipynb": data(old)}


@full()
def byte_order_mark(notebook):
    return {"relu.ipynb": b"\xef\xbb\xbf" + data(notebook)}


@full()
def crlf(notebook):
    solution(notebook)["source"] = REFERENCE.replace("\n", "\r\n")
    return {"relu.ipynb": data(notebook, indent=1).replace(b"\n", b"\r\n")}


@full()
def saved_in_a_korean_encoding(notebook):
    solution(notebook)["source"] = "# 내 풀이\n" + REFERENCE
    return {"relu.ipynb": json.dumps(notebook, ensure_ascii=False).encode("cp949", "replace")}


@full()
def syntax_error_elsewhere(notebook):
    notebook["cells"].insert(0, cell("for x in"))
    notebook["cells"].append(cell("print 'python 2'"))


@full()
def magics_and_shell_lines(notebook):
    solution(notebook)["source"] = "%matplotlib inline\n!pip install keras\n" + REFERENCE + "\n%timeit ReLU()\nReLU?\n"
    notebook["cells"].insert(0, cell("%%bash\nrm -rf /nowhere"))


@full()
def input_elsewhere(notebook):
    notebook["cells"].insert(0, cell("name = input('Your name? ')\nprint(name)"))


@full()
def input_in_the_solution(notebook):
    solution(notebook)["source"] = "import os\nname = input('Your name? ')\n" + REFERENCE


@full()
def helper_in_an_added_cell(notebook):
    notebook["cells"].append(cell("def my_where(c, a, b):\n    return ops.where(c, a, b)\n"))
    solution(notebook)["source"] = REFERENCE.replace("ops.where(", "my_where(")


@full()
def helper_in_a_file(notebook):
    solution(notebook)["source"] = "from my_tools import my_where\n" + REFERENCE.replace("ops.where(", "my_where(")
    helper = "from keras import ops\n\ndef my_where(c, a, b):\n    return ops.where(c, a, b)\n"
    return {"relu.ipynb": data(notebook), "my_tools.py": helper.encode()}


@full()
def huge_outputs(notebook):
    lines = [f"epoch {n}: loss 0.1\n" for n in range(600_000)]
    output = {"output_type": "stream", "name": "stdout", "text": lines}
    picture = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * 12_000_000}}
    notebook["cells"].append(cell("fit()") | {"outputs": [output, picture]})


@full("Handed in as relu (1).ipynb")
def wrong_file_name(notebook):
    return {"relu (1).ipynb": data(notebook)}


@full("Handed in as My ReLU.IPYNB")
def capital_letters(notebook):
    return {"My ReLU.IPYNB": data(notebook)}


@full("Handed in as relu-Copy1.ipynb", answered=False)
def solved_in_a_copy(notebook):
    untouched = data(notebook)
    solution(notebook)["source"] = REFERENCE
    return {"relu.ipynb": untouched, "relu-Copy1.ipynb": data(notebook)}


@full("Handed in as relu.py")
def exported_as_a_script(notebook):
    return {"relu.py": REFERENCE.encode()}


@full("graded as code")
def turned_into_markdown(notebook):
    solution(notebook)["cell_type"] = "markdown"


@full("was graded instead", answered=False)
def solved_in_a_new_cell(notebook):
    notebook["cells"].insert(place(notebook) + 1, cell(REFERENCE))


@full()
def odd_files_beside(notebook):
    return {"relu.ipynb": data(notebook), "dangling": Link("/nowhere/at/all"), "secret.txt": Link("/etc/hostname")}


@nothing("not valid JSON")
def invalid_json(notebook):
    return {"relu.ipynb": data(notebook)[:-40]}


@nothing("not valid JSON")
def merge_conflict(notebook):
    return {"relu.ipynb": b"<<<<<<< HEAD\n" + data(notebook)}


@nothing("empty")
def empty_file(notebook):
    return {"relu.ipynb": b""}


@nothing("was not handed in")
def missing_notebook(notebook):
    return {"notes.txt": b"I forgot."}


@nothing("was not handed in")
def another_notebook(notebook):
    return {"holiday.ipynb": b'{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}'}


@nothing("symbolic link")
def link_instead(notebook):
    return {"relu.ipynb": Link("/etc/hostname")}


@nothing("folder")
def folder_instead(notebook):
    return {"relu.ipynb/inside.txt": b""}


@nothing("neither its marked cell nor a definition")
def solution_deleted(notebook):
    notebook["cells"].remove(solution(notebook))


@nothing("Not attempted")
def untouched(notebook):
    pass


@nothing("not a Jupyter notebook")
def json_of_something_else(notebook):
    return {"relu.ipynb": b'{"points": 10}'}


def hand_in(released: Path, submitted: Path, assignment: str) -> None:
    """Write the folder of every student."""
    given = json.loads((released / "relu.ipynb").read_text(encoding="utf-8"))
    for student, change in {**FULL, **PARTLY, **{name: change for name, (change, _) in NOTHING.items()}}.items():
        for name, content in change(copied(given)).items():
            path = submitted / student / assignment / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if isinstance(content, Link):
                path.symlink_to(content)
            else:
                path.write_bytes(content)
    os.mkfifo(submitted / "odd_files_beside" / assignment / "pipe")
