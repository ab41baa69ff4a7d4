"""Whether a solution is still the stub that was given out."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from deepclinic.submission.magics import parse

GIVEN = frozenset({"build", "compute_output_shape", "get_config", "from_config"})
"""Methods that a stub may give whole: that they are written says nothing."""


def is_attempted(source: str, defines: Sequence[str], stub: str | None = None) -> bool:
    """False for code that is empty or in which every part to be written still raises `NotImplementedError`.

    With `stub`, the source that was given out, this is a count of the parts; without it, a solution counts as not
    attempted if no function that a student must write says anything else.
    """
    tree = parse(source)
    if tree is None:
        return True
    if not any(not _is_nothing(node) for node in tree.body):
        return False
    given = parse(stub) if stub else None
    if given is not None:
        total = _open_parts(given)
        return total == 0 or _open_parts(tree) < total
    functions = [f for node in tree.body for f in _functions(node, defines)]
    still_open = [f for f in functions if _open_parts(f)]
    return not still_open or any(f not in still_open and f.name not in GIVEN for f in functions if f.name != "__init__")


def _is_nothing(node: ast.stmt) -> bool:
    return isinstance(node, ast.Pass) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))


def _open_parts(tree: ast.AST) -> int:
    count = 0
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and node.exc is not None:
            raised = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
            count += isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    return count


def _functions(node: ast.stmt, defines: Sequence[str]) -> Iterator[ast.FunctionDef]:
    if isinstance(node, ast.FunctionDef) and node.name in defines:
        yield node
    elif isinstance(node, ast.ClassDef) and node.name in defines:
        yield from (inner for inner in node.body if isinstance(inner, ast.FunctionDef))
