"""Mutants of a reference solution: the same code with one small slip in the part that a student writes.

Why not a ready-made tool: mutmut and cosmic-ray write each mutant over an installed module and start a test command on
it, which here would import Keras a thousand times (5 s each), in the process that knows the expected answers. Neither
has operators for what goes wrong in a layer: an axis left out, arguments swapped, `training` not handed on, a statement
forgotten, an entry missing in the config. So the operators are here (`mutation.py`), and a mutant is plain text that is
graded as any submission is.
"""

from __future__ import annotations

import ast
import hashlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from deepclinic.authoring.mutation import Change, changes
from deepclinic.course import solutions
from deepclinic.errors import DeepclinicError

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


@dataclass(frozen=True)
class Mutant:
    """One slip.

    Attributes:
        id: stays the same as long as its statement does, wherever in the file that stands:
            `ReLU.call/comparison/1f3a5c` (the function, the operator, a digest).
        line: where in the reference.
        change: `inputs > 0 -> inputs >= 0`.
        source: the whole module.
    """

    id: str
    line: int
    change: str
    source: str

    @property
    def operator(self) -> str:
        """The name of the kind of slip."""
        return self.id.split("/")[1]


@dataclass(frozen=True)
class Equivalent:
    """A mutant that its exercise's contract allows, and why; an entry of `solutions/<exercise>/equivalent.toml`."""

    id: str
    change: str
    reason: str


def equivalents(exercise: str) -> dict[str, Equivalent]:
    """The mutants of an exercise that are known to be right solutions, by id.

    Raises:
        DeepclinicError: the file is not TOML, or an entry lacks its change or its reason.
    """
    path = solutions.reference_path(exercise).parent / "equivalent.toml"
    if not path.is_file():
        return {}
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: Equivalent(name, entry["change"], entry["reason"]) for name, entry in table.items()}
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise DeepclinicError(f"{path} cannot be used ({error!r}): each entry needs `change` and `reason`.") from error


def mutants_of(source: str) -> list[Mutant]:
    """Every mutant of a module, in the order of its lines: of the marked parts, and of their functions' defaults."""
    lines = source.encode().splitlines(keepends=True)
    inside = _marked_lines(source)
    found: dict[str, Mutant] = {}
    seen: Counter[str] = Counter()
    for place in _places(ast.parse(source), inside):
        for operator, change in changes(place.node, place.role):
            mutated = _spliced(lines, place.node, change)
            if mutated == source or mutated in found or not _compiles(mutated):
                continue
            text = f"{change.before} -> {change.after}"
            facts = f"{place.function}/{operator}/{place.statement}/{text}"
            digest = hashlib.sha256(f"{facts}/{seen[facts]}".encode()).hexdigest()[:6]
            seen[facts] += 1
            name = f"{place.function}/{operator}/{digest}"
            found[mutated] = Mutant(name, place.node.lineno, text, mutated)
    return list(found.values())


@dataclass(frozen=True)
class _Place:
    """A node that may be changed: its role in its parent ("default", "decorator", …), its statement and function."""

    node: ast.stmt | ast.expr
    role: str
    statement: str
    function: str


def _places(tree: ast.Module, inside: set[int]) -> Iterator[_Place]:
    def walk(node: ast.AST, statement: str, function: str) -> Iterator[_Place]:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            function = f"{function}.{node.name}".lstrip(".")
        if isinstance(node, ast.stmt):
            statement = ast.unparse(node).splitlines()[0]
        own_default = isinstance(node, ast.FunctionDef) and not inside.isdisjoint(
            range(node.lineno, (node.end_lineno or node.lineno) + 1)
        )
        for role, child in _children(node):
            if not isinstance(child, (ast.stmt, ast.expr)):
                yield from walk(child, statement, function)
                continue
            if (role == "default" and own_default) or child.lineno in inside:
                line = ast.unparse(child).splitlines()[0] if isinstance(child, ast.stmt) else statement
                yield _Place(child, role, line, function or "module")
            if role != "default":
                yield from walk(child, statement, function)

    yield from walk(tree, "", "")


_SKIPPED: Mapping[type[ast.AST], tuple[str, ...]] = {
    ast.arg: ("annotation",),
    ast.FunctionDef: ("returns",),
    ast.AnnAssign: ("annotation",),
    ast.Raise: ("exc", "cause"),  # `raise` is changed as a whole: the wording of its message is not judged
    ast.JoinedStr: ("values",),  # Python 3.11 does not tell where in the file these are
}
_ROLES = {"decorator_list": "decorator", "defaults": "default", "kw_defaults": "default", "test": "condition"}


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for field, value in ast.iter_fields(node):
        if field in _SKIPPED.get(type(node), ()):
            continue
        for position, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST):
                continue
            first = position == 0 and field == "body" and isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            if first and isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue  # a docstring
            if isinstance(node, ast.comprehension) and field == "ifs":
                yield "condition", child
            elif isinstance(node, ast.keyword):
                yield f"{node.arg}=", child
            elif isinstance(child, ast.arguments):
                yield from _children(child)
            elif isinstance(node, ast.Expr):
                yield "whole statement", child
            else:
                yield _ROLES.get(field, ""), child


def _marked_lines(source: str) -> set[int]:
    inside, marked = False, set()
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip() in (BEGIN, END):
            inside = line.strip() == BEGIN
        elif inside:
            marked.add(number)
    return marked


def _spliced(lines: list[bytes], node: ast.stmt | ast.expr, change: Change) -> str:
    """The module with the text of one node replaced, all else as it was."""
    start, end = (node.lineno - 1, node.col_offset), ((node.end_lineno or 0) - 1, node.end_col_offset or 0)
    if change.with_sign:  # the `@` of a decorator stands before it, and its line goes with it
        start, end = (start[0], lines[start[0]].index(b"@")), end
    before = b"".join(lines[: start[0]]) + lines[start[0]][: start[1]]
    after = lines[end[0]][end[1] :] + b"".join(lines[end[0] + 1 :])
    return (before + change.text.encode() + after).decode()


def _compiles(source: str) -> bool:
    try:
        compile(source, "mutant.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return False
    return True
