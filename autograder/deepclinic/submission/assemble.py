"""Puts one module together from a notebook: the solution cells whole, and from other cells only the names they need."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from deepclinic.submission.magics import parse
from deepclinic.submission.names import Statement, first_line, statements

DISPLAY = "def display(*args, **kwargs): pass  # IPython's"


@dataclass
class Piece:
    """Code that is taken whole: a solution cell, or neighbours that only together are Python (a cell split in two)."""

    cells: tuple[int, ...]
    source: str
    body: list[Statement] = field(default_factory=list)
    tree: ast.Module | None = None

    @property
    def binds(self) -> frozenset[str]:
        return frozenset().union(*(statement.binds for statement in self.body))


@dataclass(frozen=True)
class Module:
    """Source of a module; `origin[i]` is the cell and the line in it that line i + 1 comes from, None if made here."""

    source: str
    origin: tuple[tuple[int, int] | None, ...]


def piece(cells: Sequence[int], source: str) -> Piece:
    """Parse code that is to be taken whole; a syntax error leaves `tree` None."""
    tree = parse(source)
    return Piece(tuple(cells), source, statements(tree, source, cells[0]) if tree else [], tree)


def assemble(pieces: Sequence[Piece], others: Sequence[Statement], defines: Iterable[str]) -> Module:
    """Return the module: in the notebook's order, but what a piece needs while it runs comes before it.

    `others` are the statements of all other cells. Of these only those are taken that bind a name which is needed and
    which no piece binds, and what they need in turn.
    """
    own = frozenset().union(*(p.binds for p in pieces))
    needed = {name for p in pieces for statement in p.body for name in statement.needs} | set(defines)
    taken, unknown = _follow(needed - own, others, own)
    if unknown:
        taken |= {statement for statement in others if statement.star}
    layout = _Layout(own, [statement for statement in others if statement in taken])
    if any(_is_future(statement) for statement in (*others, *(s for p in pieces for s in p.body))):
        layout.write("from __future__ import annotations", None)
    if "display" in unknown:
        layout.write(DISPLAY, None)
    for p in pieces:
        for statement in layout.waiting:
            if statement.cell < p.cells[0] or statement.star or statement.binds & own:
                layout.supply(statement)
        layout.supply_names({name for statement in p.body for name in statement.needs_now})
        layout.write(_without_future(p), p.cells)
    for statement in layout.waiting:
        layout.supply(statement)
    return Module("\n".join(layout.lines) + "\n", tuple(layout.origin))


def _follow(
    wanted: set[str], others: Sequence[Statement], own: frozenset[str]
) -> tuple[set[Statement], frozenset[str]]:
    """All statements that define what is wanted, in turn, and the names that nothing defines."""
    taken: set[Statement] = set()
    seen: set[str] = set()
    unknown: set[str] = set()
    while wanted:
        name = wanted.pop()
        seen.add(name)
        makers = [s for s in others if name in s.binds]
        if makers and not all(isinstance(s.node, (ast.Import, ast.ImportFrom)) for s in makers):
            makers += [s for s in others if name in s.changes]
        if not makers:
            unknown.add(name)
        for statement in makers:
            if statement not in taken:
                taken.add(statement)
                wanted |= statement.needs - own - seen
    return taken, frozenset(unknown)


def _is_future(statement: Statement) -> bool:
    return isinstance(statement.node, ast.ImportFrom) and statement.node.module == "__future__"


def _without_future(p: Piece) -> str:
    lines = p.source.split("\n")
    for statement in p.body:
        if _is_future(statement):
            start, end = statement.node.lineno, statement.node.end_lineno or statement.node.lineno
            lines[start - 1 : end] = ["pass", *[""] * (end - start)]
    return "\n".join(lines)


class _Layout:
    """The lines of the module, and where each comes from."""

    def __init__(self, own: frozenset[str], waiting: Sequence[Statement]) -> None:
        self.own = own
        self.waiting = tuple(waiting)
        self.lines: list[str] = []
        self.origin: list[tuple[int, int] | None] = []
        self._begun: set[Statement] = set()
        self._bound: set[str] = set(own)

    def write(self, text: str, cells: tuple[int, ...] | None) -> None:
        if cells and self.lines:
            self.lines.append(f"# cell {cells[0]} of the notebook")
            self.origin.append(None)
        self._append(text, cells[0] if cells else None, 1)

    def supply(self, statement: Statement) -> None:
        """Write a statement once; what it needs at once and nothing has bound yet comes first."""
        if statement in self._begun or _is_future(statement):
            return
        self._begun.add(statement)
        self.supply_names(statement.needs_now)
        self._bound |= statement.binds
        self._append(_spared(statement, self.own), statement.cell, first_line(statement.node))

    def supply_names(self, names: Iterable[str]) -> None:
        for name in sorted(self._reach(names) - self._bound):
            for statement in self.waiting:
                if name in statement.binds:
                    self.supply(statement)

    def _reach(self, names: Iterable[str]) -> set[str]:
        reached, new = set(), set(names) - self.own
        while new:
            reached |= new
            new = {name for s in self.waiting if s.binds & new for name in s.needs} - reached - self.own
        return reached

    def _append(self, text: str, cell: int | None, first: int) -> None:
        for number, line in enumerate(text.split("\n"), first):
            self.lines.append(line)
            self.origin.append(None if cell is None else (cell, number))


def _spared(statement: Statement, own: frozenset[str]) -> str:
    """`from keras.layers import Dense, ReLU` must not put its ReLU over the student's own."""
    node = statement.node
    if not isinstance(node, (ast.Import, ast.ImportFrom)) or statement.star or not statement.binds & own:
        return statement.text
    kept = [alias for alias in node.names if (alias.asname or alias.name.split(".")[0]) not in own]
    if isinstance(node, ast.Import):
        return ast.unparse(ast.Import(kept))
    return ast.unparse(ast.ImportFrom(node.module, kept, node.level))
