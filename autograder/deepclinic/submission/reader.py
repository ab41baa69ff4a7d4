"""From what was handed in to module source per exercise. Runs inside a worker; parses, never executes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from deepclinic.submission import marked, plain_file
from deepclinic.submission.assemble import assemble
from deepclinic.submission.attempted import is_attempted
from deepclinic.submission.from_scratch import scan
from deepclinic.submission.magics import parse, plain_python, without_indent
from deepclinic.submission.names import Statement, statements
from deepclinic.submission.notebook import (
    MAX_CELLS,
    MAX_CODE,
    TOO_MANY_CELLS,
    TOO_MUCH_CODE,
    Cell,
    Unreadable,
    normal_lines,
    read_notebook,
)
from deepclinic.submission.own_tools import tool_names, without_tools
from deepclinic.text import Text, placed

UNKNOWN_KIND = Text("It is neither a .py nor an .ipynb file.", ".py 파일도 .ipynb 파일도 아닙니다.")
NO_CELLS = Text("The notebook has no cells.", "노트북에 셀이 없습니다.")
TOO_DEEP = Text("The code is nested too deeply to be read.", "코드의 중첩이 너무 깊어 읽을 수 없습니다.")
COMPUTED = Text(
    "{where} runs code or looks up a name that is put together at run time; a person should look at it.",
    "{where}: 실행 중에 만들어지는 코드나 이름을 사용합니다. 사람이 확인해야 합니다.",
)

Exercises = Mapping[str, Mapping[str, Any]]
Result = dict[str, Any]


def read(data: bytes, kind: str, exercises: Exercises) -> Result:
    """Read a submission.

    Args:
        data: the bytes of the file.
        kind: "py" or "ipynb".
        exercises: name -> {"defines": names, "not_allowed": patterns, "stub": source given out (may be left out)}.

    Returns:
        {"error": None or {"en", "ko"}, "solutions": {exercise: {"source", "notes", "ready_made", "attempted"}},
        "missing": {exercise: {"en", "ko"}}}. A syntax error is no error here: the worker that runs the source reports
        it.
    """
    if kind == "py":
        return _guarded(lambda: _read_file(plain_file.read_text(data), exercises))
    if kind == "ipynb":
        return _guarded(lambda: _read_notebook(read_notebook(data), exercises))
    return _failed(UNKNOWN_KIND)


def read_cells(cells: Sequence[Mapping[str, Any]], exercises: Exercises) -> Result:
    """Read cells that were run, in the order in which they were run: each {"source": text, "grade_id": id or None}.

    Of a cell that was run again only the last run counts. Returns what `read` returns.
    """

    def work() -> Result:
        texts = [(normal_lines(str(cell.get("source") or "")), cell.get("grade_id")) for cell in cells]
        if len(texts) > MAX_CELLS:
            raise Unreadable(TOO_MANY_CELLS.format(count=MAX_CELLS))
        if sum(len(text) for text, _ in texts) > MAX_CODE:
            raise Unreadable(TOO_MUCH_CODE)
        return _read_notebook(_last_runs(texts), exercises, history=True)

    return _guarded(work)


def _guarded(work: Callable[[], Result]) -> Result:
    try:
        return work()
    except Unreadable as error:
        return _failed(error.reason)
    except (RecursionError, MemoryError):
        return _failed(TOO_DEEP)


def _failed(reason: Text) -> Result:
    return {"error": _plain(reason), "solutions": {}, "missing": {}}


def _read_file(source: str, exercises: Exercises) -> Result:
    tree = parse(source)
    if tree is not None:
        source = without_tools(source, tool_names([tree]))
    names = list(exercises)
    if len(names) > 1:
        names = plain_file.defined_exercises(source, {name: tuple(e["defines"]) for name, e in exercises.items()})
    solutions = {name: _solution(source, exercises[name], [], "line {}".format) for name in names}
    reasons = {name: plain_file.NOWHERE.format(names=", ".join(e["defines"])) for name, e in exercises.items()}
    missing = {} if names else {name: _plain(reason) for name, reason in reasons.items()}
    return {"error": None, "solutions": solutions, "missing": missing}


def _read_notebook(cells: Sequence[Cell], exercises: Exercises, history: bool = False) -> Result:
    if not cells:
        raise Unreadable(NO_CELLS)
    code = [
        Cell(c.number, plain_python(c.source), c.grade_id, c.is_code, c.is_test or _is_check(c, exercises))
        for c in cells
        if c.is_code or c.grade_id
    ]
    trees = [parse(without_indent(c.source)) for c in code if c.is_code and not c.is_test]
    tools = tool_names(tree for tree in trees if tree is not None)
    code = [Cell(c.number, without_tools(c.source, tools), c.grade_id, c.is_code, c.is_test) for c in code]
    bodies: dict[int, list[Statement]] = {}
    for cell in code:
        text = without_indent(cell.source)
        if cell.is_code and not cell.is_test and (tree := parse(text)) is not None:
            bodies[cell.number] = statements(tree, text, cell.number)
    result: Result = {"error": None, "solutions": {}, "missing": {}}
    places = {
        name: marked.find(name, tuple(exercise["defines"]), exercise.get("stub"), code, bodies)
        for name, exercise in exercises.items()
    }
    for name, exercise in exercises.items():
        defines = tuple(exercise["defines"])
        found = places[name]
        if found.missing is not None or _is_part_of_another(name, places):
            reason = found.missing or marked.NOWHERE.format(names=", ".join(defines))
            result["missing"][name] = _plain(reason)
            continue
        taken_whole = {number for p in found.pieces for number in p.cells} | (found.cells if found.pieces else set())
        others = [s for number, body in bodies.items() if number not in taken_whole for s in body]
        if found.definitions:
            others = [s for s in others if s in found.definitions or not s.binds & set(defines)]
        module = assemble(found.pieces, others, defines)

        def where(line: int, origin: Sequence[tuple[int, int] | None] = module.origin) -> str:
            place = origin[line - 1] if 0 < line <= len(origin) else None
            return f"cell {place[0]}, line {place[1]}" if place else f"line {line}"

        # A kernel knows no ids, and whoever works on a cell defines things again and again.
        notes = [] if history and found.definitions else found.notes
        result["solutions"][name] = _solution(module.source, exercise, notes, where)
    return result


def _is_part_of_another(name: str, places: Mapping[str, marked.Found]) -> bool:
    """Whether what was found by its names alone stands in the marked cell of another exercise, which builds on it."""
    others = [found for other, found in places.items() if other != name and found.pieces and not found.definitions]
    taken = {cell for found in others for cell in found.cells}
    return bool(places[name].definitions) and all(s.cell in taken for s in places[name].definitions)


def _is_check(cell: Cell, exercises: Exercises) -> bool:
    return cell.grade_id is not None and any(cell.grade_id.startswith(f"{name}-check") for name in exercises)


def _solution(source: str, exercise: Mapping[str, Any], notes: Sequence[Text], where: Callable[[int], str]) -> Result:
    defines = tuple(exercise["defines"])
    reading = scan(source, defines, tuple(exercise.get("not_allowed", ())))
    notes = list(notes)
    for line in reading.computed[:3]:
        place = where(line).capitalize()
        notes.append(Text(COMPUTED.en.format(where=place), COMPUTED.ko.format(where=placed(place, "ko"))))
    return {
        "source": source,
        "notes": [_plain(note) for note in notes],
        "ready_made": [f"{name} ({where(line)})" for name, line in reading.uses],
        "attempted": is_attempted(source, defines, exercise.get("stub")),
    }


def _last_runs(texts: Sequence[tuple[str, Any]]) -> list[Cell]:
    """Drop what was run again later: the same text, or a cell of the same id that binds the same names anew."""
    kept: list[Cell] = []
    later: set[tuple[str, Any]] = set()
    rebound: dict[str, set[str]] = {}
    for number, (text, grade_id) in reversed(list(enumerate(texts, 1))):
        if (text, grade_id) in later:
            continue
        later.add((text, grade_id))
        if isinstance(grade_id, str):
            plain = plain_python(text)
            tree = parse(plain)
            binds = {name for s in statements(tree, plain, number) for name in s.binds} if tree else set()
            if grade_id in rebound and binds <= rebound[grade_id]:
                continue
            rebound.setdefault(grade_id, set()).update(binds)
        kept.append(Cell(number, text, grade_id if isinstance(grade_id, str) else None))
    return kept[::-1]


def _plain(text: Text) -> dict[str, str]:
    return {"en": text.en, "ko": text.ko}
