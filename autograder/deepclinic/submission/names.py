"""What a statement at module level defines and needs, by name. Scopes are Python's own (`symtable`)."""

from __future__ import annotations

import ast
import builtins
import symtable
import warnings
from dataclasses import dataclass, field

COMPREHENSIONS = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr", "lambda"} - {"lambda"})
BUILTINS = frozenset(dir(builtins)) | {"__name__", "__file__", "__doc__", "__builtins__", "__spec__"}


@dataclass(eq=False)
class Statement:
    """One statement at module level: the names it binds, changes in place, needs at once, and needs when called."""

    node: ast.stmt
    text: str
    cell: int
    binds: frozenset[str] = frozenset()
    changes: frozenset[str] = frozenset()
    needs_now: frozenset[str] = frozenset()
    needs_later: frozenset[str] = frozenset()
    star: bool = field(default=False)

    @property
    def needs(self) -> frozenset[str]:
        return self.needs_now | self.needs_later


def statements(tree: ast.Module, source: str, cell: int) -> list[Statement]:
    """Take a parsed cell apart. A statement that only looks like Python (`return` at module level) is left out."""
    lines = source.split("\n")
    found = []
    for at, node in enumerate(tree.body):
        before = tree.body[at - 1].end_lineno if at else 0
        after = first_line(tree.body[at + 1]) if at + 1 < len(tree.body) else len(lines) + 1
        start, end = first_line(node), node.end_lineno or node.lineno
        alone = (before or 0) < start and end < after
        text = "\n".join(lines[start - 1 : end]) if alone else ast.unparse(node)
        statement = _analyse(node, text, cell)
        if statement is not None:
            found.append(statement)
    return found


def first_line(node: ast.stmt) -> int:
    """The line on which a statement begins, its decorators included."""
    return min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])


def _analyse(node: ast.stmt, text: str, cell: int) -> Statement | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            table = symtable.symtable(ast.unparse(node), "cell", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return None
    star = isinstance(node, ast.ImportFrom) and any(alias.name == "*" for alias in node.names)
    binds, now, later = set(), set(), set()
    for symbol in table.get_symbols():
        if (symbol.is_assigned() or symbol.is_imported()) and not isinstance(node, ast.Delete):
            binds.add(symbol.get_name())
        if symbol.is_referenced():
            now.add(symbol.get_name())
    for child in table.get_children():
        _collect(child, now, later, False)
    changes = _changes(node)
    if isinstance(node, ast.AugAssign):
        now |= binds
    return Statement(
        node, text, cell, frozenset(binds), frozenset(changes), frozenset(now - BUILTINS | changes),
        frozenset(later - BUILTINS - now), star,
    )  # fmt: skip


def _collect(table: symtable.SymbolTable, now: set[str], later: set[str], called: bool) -> None:
    if table.get_type() == "function" and table.get_name() not in COMPREHENSIONS:
        called = True
    for symbol in table.get_symbols():
        if symbol.is_global() and (symbol.is_referenced() or symbol.is_declared_global()):
            (later if called else now).add(symbol.get_name())
    for child in table.get_children():
        _collect(child, now, later, called)


def _changes(node: ast.stmt) -> set[str]:
    """`CONFIG["a"] = 1` and `CONFIG.a = 1` change what CONFIG names."""
    if isinstance(node, ast.Assign):
        targets = node.targets
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        targets = [node.target]
    else:
        return set()
    found = set()
    for target in targets:
        changed = isinstance(target, (ast.Subscript, ast.Attribute))
        while isinstance(target, (ast.Subscript, ast.Attribute)):
            target = target.value
        if changed and isinstance(target, ast.Name):
            found.add(target.id)
    return found
