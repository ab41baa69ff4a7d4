"""Takes the course's own `exercise(…)` calls, and IPython's, out of the code that is to be graded.

`exercise("relu").check()` would grade inside the grading; `get_ipython()` and `display` exist in notebooks only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable

from deepclinic.submission.magics import parse

TOOL = "exercise"
INTERACTIVE = frozenset({"get_ipython"})


def tool_names(trees: Iterable[ast.Module]) -> frozenset[str]:
    """Names that stand for the course's `exercise`, or for something made with it, anywhere in `trees`."""
    names, bound = set(INTERACTIVE), set()
    nodes = [node for tree in trees for node in tree.body]
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "deepclinic":
            names |= {alias.asname or alias.name for alias in node.names if alias.name == TOOL}
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.Assign):
            bound |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    if TOOL not in bound:
        names.add(TOOL)
    for _ in range(3):  # q = exercise("relu"); r = q; …
        for node in nodes:
            if isinstance(node, ast.Assign) and mentions(node.value, names):
                names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return frozenset(names)


def without_tools(source: str, names: frozenset[str]) -> str:
    """Replace statements at module level that use `names` by `pass`; all lines stay where they are."""
    tree = parse(source)
    if tree is None:
        return source
    spans = []
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "deepclinic":
            kept = [alias for alias in node.names if alias.name != TOOL]
            if len(kept) < len(node.names):
                node.names = kept
                spans.append((node, ast.unparse(node) if kept else "pass"))
        elif mentions(node, names):
            spans.append((node, "pass"))
    lines = [line.encode() for line in source.split("\n")]
    for node, text in reversed(spans):
        start, end = node.lineno - 1, (node.end_lineno or node.lineno) - 1
        lines[start] = lines[start][: node.col_offset] + text.encode() + lines[end][node.end_col_offset :]
        lines[start + 1 : end + 1] = [b""] * (end - start)
    return b"\n".join(lines).decode()


def mentions(node: ast.AST, names: Iterable[str]) -> bool:
    """Whether an expression in `node` reads one of `names`, or `deepclinic.exercise`."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load) and inner.id in names:
            return True
        if isinstance(inner, ast.Attribute) and inner.attr == TOOL and isinstance(inner.value, ast.Name):
            return True
    return False
