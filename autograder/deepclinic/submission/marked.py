"""Finds an exercise's solution among the cells of a notebook: by nbgrader's id, else by the names it must define."""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from deepclinic.submission.assemble import Piece, piece
from deepclinic.submission.attempted import is_attempted
from deepclinic.submission.magics import without_indent
from deepclinic.submission.names import Statement
from deepclinic.submission.notebook import Cell
from deepclinic.text import Text

LIBRARIES = frozenset({"keras", "tensorflow", "tf_keras", "tensorflow_addons", "torch", "jax", "sklearn", "scipy"})

TWICE = Text(
    "{names} is defined more than once (cells {cells}); the last one, in cell {last}, counts.",
    "{names}: 두 번 이상 정의되어 있습니다(셀 {cells}). 마지막 정의인 셀 {last}의 것을 채점했습니다.",
)
BY_NAME = Text(
    "The marked solution cell is missing; the solution was found by its name {names} in cell {cells}.",
    "표시된 풀이 셀이 없어서 이름 {names}(으)로 셀 {cells}에서 풀이를 찾았습니다.",
)
ELSEWHERE = Text(
    "The marked solution cell is still unanswered; {names} from cell {cells} was graded instead.",
    "표시된 풀이 셀이 비어 있거나 처음 그대로여서, 셀 {cells}의 {names} 정의를 대신 채점했습니다.",
)
BROKEN = Text("Cell {cells} has a syntax error and was left out.", "셀 {cells}에 문법 오류가 있어 제외했습니다.")
REST = Text(
    "{names} is not defined in the marked solution cell; it was taken from another cell.",
    "{names}: 표시된 풀이 셀에 정의가 없어서 다른 셀의 정의를 사용했습니다.",
)
NOT_CODE = Text(
    "The solution cell (cell {cell}) is not a code cell. Change its type back to Code.",
    "풀이 셀(셀 {cell})이 코드 셀이 아닙니다. 셀 종류를 Code로 되돌리세요.",
)
TAKEN_AS_CODE = Text(
    "The solution cell (cell {cell}) is not a code cell; what is written in it was graded as code.",
    "풀이 셀(셀 {cell})이 코드 셀이 아니어서, 그 안에 쓴 내용을 코드로 보고 채점했습니다.",
)
NOWHERE = Text(
    "The notebook holds no solution of this exercise: neither its marked cell nor a definition of {names}.",
    "이 문제의 풀이를 노트북에서 찾을 수 없습니다. 표시된 셀도 없고 {names} 정의도 없습니다.",
)


@dataclass
class Found:
    """A solution's pieces (cells taken whole), the cells they come from, and what the report should say about it."""

    pieces: list[Piece] = field(default_factory=list)
    cells: set[int] = field(default_factory=set)
    notes: list[Text] = field(default_factory=list)
    missing: Text | None = None
    definitions: list[Statement] = field(default_factory=list)


def find(
    exercise: str, defines: Sequence[str], stub: str | None, cells: Sequence[Cell], bodies: dict[int, list[Statement]]
) -> Found:
    """Find the solution of `exercise`.

    `cells`: the notebook's cells, magics taken out. `bodies`: number of a cell -> its statements, for code cells that
    parse and are not tests.
    """
    marked = [c for c in cells if c.grade_id is not None and c.grade_id.startswith(f"{exercise}-solution")]
    code = [c for c in marked if c.is_code]
    pieces = _pieces(_with_rest(code, cells))
    found = Found(pieces, {number for p in pieces for number in p.cells})
    _leave_out_broken(found, defines)
    if found.pieces and any(p.tree is None for p in found.pieces):
        return found  # the syntax error is the student's, and the worker reports it
    source = "\n".join(p.source for p in found.pieces)
    answered = is_attempted(source, defines, stub)
    if answered and any(name in p.binds for p in found.pieces for name in defines):
        _say_rest(found, defines, bodies)
        _say_twice(found, defines)
        return found
    elsewhere = _by_name(defines, cells, bodies, found.cells)
    if elsewhere is not None:
        where = dict(names=_list(defines), cells=_list(sorted(elsewhere.cells)))
        elsewhere.notes.insert(0, (ELSEWHERE if found.pieces else BY_NAME).format(**where))
        return elsewhere
    if not found.pieces and (taken := _as_code(marked, defines)):
        return taken
    if not found.pieces:
        found.missing = NOT_CODE.format(cell=marked[0].number) if marked else NOWHERE.format(names=_list(defines))
    return found


def _with_rest(code: Sequence[Cell], cells: Sequence[Cell]) -> list[Cell]:
    """The marked cells, each with an unmarked one right behind it that can only be its rest, e.g. of a class."""
    places = {c.number: at for at, c in enumerate(cells)}
    whole: list[Cell] = []
    for cell in code:
        whole.append(cell)
        rest = next(iter(cells[places[cell.number] + 1 :]), None)
        if rest is None or rest.number != cell.number + 1 or not rest.is_code or rest.is_test or rest.grade_id:
            continue
        if rest.source[:1].isspace() and piece([1], without_indent(rest.source)).tree is not None:
            joined = piece([1], f"{cell.source}\n{rest.source}")
            if joined.tree is not None:
                whole.append(rest)
    return whole


def _as_code(marked: Sequence[Cell], defines: Sequence[str]) -> Found | None:
    """A solution cell whose type was changed by accident: taken for what it is, if it is whole."""
    for cell in reversed(marked):
        one = piece([cell.number], cell.source)
        if one.tree is not None and set(defines) <= one.binds:
            return Found([one], {cell.number}, [TAKEN_AS_CODE.format(cell=cell.number)])
    return None


def _pieces(cells: Sequence[Cell]) -> list[Piece]:
    """One piece a cell; a run of cells that is Python only when joined (a class split in two) is one piece."""
    pieces: list[Piece] = []
    at = 0
    while at < len(cells):
        one = piece([cells[at].number], cells[at].source)
        width = 1
        starts_inside = at + 1 < len(cells) and cells[at + 1].source[:1].isspace()
        if one.tree is None or starts_inside:
            for end in range(len(cells), at + 1, -1):
                joined = piece([c.number for c in cells[at:end]], "\n".join(c.source for c in cells[at:end]))
                if joined.tree is not None:
                    one, width = joined, end - at
                    break
        if one.tree is None:
            one = piece(one.cells, without_indent(one.source))
        pieces.append(one)
        at += width
    return pieces


def _leave_out_broken(found: Found, defines: Sequence[str]) -> None:
    whole = [p for p in found.pieces if p.tree is not None]
    if len(whole) < len(found.pieces) and whole and set(defines) <= frozenset().union(*(p.binds for p in whole)):
        broken = [p.cells[0] for p in found.pieces if p.tree is None]
        found.pieces = whole
        found.notes.append(BROKEN.format(cells=_list(broken)))


def _by_name(
    defines: Sequence[str], cells: Sequence[Cell], bodies: dict[int, list[Statement]], without: set[int]
) -> Found | None:
    found = Found()
    for name in defines:
        makers = [s for n, body in bodies.items() if n not in without for s in body if name in s.binds and _defines(s)]
        if makers:
            last = makers[-1].cell
            found.definitions += [s for s in makers if s.cell == last]
            found.cells.add(last)
            at = sorted({s.cell for s in makers})
            if len(at) > 1:
                found.notes.append(TWICE.format(names=name, cells=_list(at), last=last))
    if found.cells:
        return found
    begins = re.compile(rf"^(?:class|def)\s+(?:{'|'.join(map(re.escape, defines))})\b", re.MULTILINE)
    broken = [c for c in cells if c.is_code and not c.is_test and c.number not in bodies and begins.search(c.source)]
    broken = [c for c in broken if c.number not in without]
    if not broken:
        return None
    return Found([piece([broken[-1].number], broken[-1].source)], {broken[-1].number})


def _defines(statement: Statement) -> bool:
    """An import from a library is no solution; one from a file beside the notebook may be."""
    node = statement.node
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] not in LIBRARIES
    return not isinstance(node, ast.Import)


def _say_rest(found: Found, defines: Sequence[str], bodies: dict[int, list[Statement]]) -> None:
    own = frozenset().union(*(p.binds for p in found.pieces))
    elsewhere = {name for n, body in bodies.items() if n not in found.cells for s in body for name in s.binds}
    rest = [name for name in defines if name not in own and name in elsewhere]
    if rest:
        found.notes.append(REST.format(names=_list(rest)))


def _say_twice(found: Found, defines: Sequence[str]) -> None:
    for name in defines:
        at = sorted({p.cells[0] for p in found.pieces if name in p.binds})
        if len(at) > 1:
            found.notes.append(TWICE.format(names=name, cells=_list(at), last=at[-1]))


def _list(items: Sequence[object]) -> str:
    return ", ".join(map(str, items))
