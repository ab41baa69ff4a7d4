"""A submitted notebook, however messy, becomes one that nbgrader can process.

nbgrader trusts the metadata that a student hands in: a cell that occurs twice, a changed id or an old schema version
ends the grading of that notebook, in the last case of the whole class. So nothing of the metadata is kept but the ids.
The notebook is built anew from text: the student's sources, and beside a known id what the gradebook says of that cell.
The solution is graded from the file itself; what is made here is what people look at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from deepclinic.classroom.harmless import harmless
from deepclinic.classroom.marked import MarkedCell
from deepclinic.submission.notebook import EMPTY, NOT_NOTEBOOK, Unreadable, normal_lines, parse_json
from deepclinic.text import Text

MAX_CELLS = 2_000
MAX_SOURCE = 200_000
MAX_IMAGE = 5_000_000
"""Bounds on what is shown, in cells and characters: pages must open, whatever was handed in."""

_NEW_CELL = {"code": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}
_DEFINITION = re.compile(r"^(?:class|def)[ \t]+([A-Za-z_]\w*)", re.MULTILINE)


@dataclass
class Found:
    """A cell of the submission: its type, its text, its id where it has one, its images."""

    cell_type: str
    source: str
    grade_id: str | None = None
    attachments: Mapping[str, Any] | None = None


def read_cells(data: bytes) -> list[Found]:
    """Read the cells of a notebook of any format version.

    Raises:
        Unreadable: it is empty, no JSON, or JSON but no notebook.
    """
    if not data.strip():
        raise Unreadable(EMPTY)
    notebook = parse_json(data)
    cells = list(_raw_cells(notebook))
    if not cells and not (isinstance(notebook, dict) and ("cells" in notebook or "worksheets" in notebook)):
        raise Unreadable(NOT_NOTEBOOK)
    return [_found(cell) for cell in cells[:MAX_CELLS]]


def tidy(cells: Sequence[Found], marked: Sequence[MarkedCell]) -> tuple[NotebookNode, list[Text]]:
    """Build the notebook; return it and what a person who grades answers should know of it.

    Every marked cell is in it exactly once: of two with one id the last that was changed counts, one that lost its id
    is found again by what it defines, one that is not there at all is put back as it was released, in its place.
    """
    notes: list[Text] = []
    cells = [Found(c.cell_type, c.source, c.grade_id, c.attachments) for c in cells]
    _keep_one_of_each(cells, marked, notes)
    _find_lost_solutions(cells, marked)
    _put_back(cells, marked, notes)
    known = {cell.grade_id: cell for cell in marked}
    return notebook_of(_cell(i, cell, known.get(cell.grade_id or "")) for i, cell in enumerate(cells)), notes


def defines_the_same(cell: Found, release: MarkedCell) -> bool:
    """Whether a cell defines a class or function that the released one defines."""
    return bool(defined(cell.source) & defined(release.source))


def defined(source: str) -> set[str]:
    """Names of the classes and functions that a text defines at its top level."""
    return set(_DEFINITION.findall(source))


def stand_in(marked: Sequence[MarkedCell], remark: Text) -> NotebookNode:
    """The marked cells as they were released, under a remark: what stands for a notebook that cannot be read."""
    cells = [_cell(i + 1, Found(cell.cell_type, cell.source, cell.grade_id), cell) for i, cell in enumerate(marked)]
    notebook = notebook_of([new_markdown_cell(f"**{remark.en}**\n\n**{remark.ko}**", id="cell-0"), *cells])
    notebook.metadata["deepclinic"]["stand_in"] = True
    return notebook


def notebook_of(cells: Iterable[NotebookNode]) -> NotebookNode:
    """A Python notebook of these cells. nbgrader puts the kernel of the released notebook in."""
    return new_notebook(cells=list(cells), metadata={"language_info": {"name": "python"}, "deepclinic": {}})


def _raw_cells(notebook: Any) -> Iterator[Any]:
    if not isinstance(notebook, dict):
        return
    sheets = notebook.get("worksheets")
    for holder in (notebook, *(sheets if isinstance(sheets, list) else ())):
        cells = holder.get("cells") if isinstance(holder, dict) else None
        yield from cells if isinstance(cells, list) else ()


def _found(cell: Any) -> Found:
    fields = cell if isinstance(cell, dict) else {}
    kind = fields.get("cell_type")
    metadata = fields.get("metadata")
    marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
    return Found(
        kind if kind in _NEW_CELL else "markdown",
        _text(fields.get("source", fields.get("input"))),  # format 3 has `input`
        grade_id if isinstance(grade_id, str) else None,
        _images(fields.get("attachments")),
    )


def _text(source: Any) -> str:
    lines = source if isinstance(source, list) else [source]
    text = normal_lines("".join(line for line in lines if isinstance(line, str)))
    if len(text) > MAX_SOURCE:
        text = text[:MAX_SOURCE] + "\n..."
    # JSON can hold half a surrogate pair, which no file can.
    return text.encode("utf-8", "replace").decode("utf-8")


def _images(attachments: Any) -> dict[str, Any] | None:
    """What a student pasted into an answer: images as nbformat keeps them, everything else left out."""
    kept: dict[str, Any] = {}
    for name, bundle in attachments.items() if isinstance(attachments, dict) else ():
        for kind, data in bundle.items() if isinstance(bundle, dict) else ():
            image = "".join(data) if isinstance(data, list) and all(isinstance(d, str) for d in data) else data
            if kind.startswith("image/") and isinstance(image, str) and image.isascii() and len(image) <= MAX_IMAGE:
                kept.setdefault(_text(name), {})[_text(kind)] = image
    return kept or None


def _keep_one_of_each(cells: list[Found], marked: Sequence[MarkedCell], notes: list[Text]) -> None:
    known = {cell.grade_id: cell for cell in marked}
    for cell in cells:
        if cell.grade_id not in known:
            cell.grade_id = None
    for grade_id, release in known.items():
        same = [cell for cell in cells if cell.grade_id == grade_id]
        if len(same) > 1:
            changed = [cell for cell in same if cell.source != release.source]
            for cell in same:
                if cell is not (changed or same)[-1]:
                    cell.grade_id = None
            if release.is_answer:
                notes.append(Text(f"The cell {grade_id} occurs {len(same)} times.",
                                  f"{grade_id} 셀이 {len(same)}번 나옵니다."))  # fmt: skip


def _find_lost_solutions(cells: list[Found], marked: Sequence[MarkedCell]) -> None:
    present = {cell.grade_id for cell in cells}
    for release in marked:
        if release.grade_id in present or not release.metadata["solution"]:
            continue
        for cell in reversed(cells):
            if cell.grade_id is None and cell.cell_type == "code" and defines_the_same(cell, release):
                cell.grade_id = release.grade_id
                break


def _put_back(cells: list[Found], marked: Sequence[MarkedCell], notes: list[Text]) -> None:
    place = 0
    for release in marked:
        at = next((i for i, cell in enumerate(cells) if cell.grade_id == release.grade_id), None)
        if at is not None:
            place = at + 1
            continue
        source = release.source
        if release.is_answer:
            # An answer as released would count as no answer and get 0; with this line a person grades it, who may find
            # the answer elsewhere in the notebook.
            mark = "# " if release.cell_type == "code" else ""
            source = f"{mark}This cell was missing. / 이 셀은 제출물에 없었습니다.\n\n{source}"
            notes.append(Text(f"The cell {release.grade_id} is missing.", f"{release.grade_id} 셀이 없습니다."))
        cells.insert(place, Found(release.cell_type, source, release.grade_id))
        place += 1


def _cell(index: int, found: Found, release: MarkedCell | None) -> NotebookNode:
    kind = release.cell_type if release else found.cell_type
    as_released = release is not None and found.source == release.source
    source = found.source if kind == "code" or as_released else harmless(found.source)
    cell = _NEW_CELL[kind](source, id=f"cell-{index}")
    if release:
        cell.metadata["nbgrader"] = NotebookNode(release.metadata)
    if found.attachments and kind != "code":
        cell["attachments"] = NotebookNode(found.attachments)
    return cell
