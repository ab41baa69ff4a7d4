"""The mutation operators: which small slips can be made at one node of a syntax tree."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

DROPPED = "(left out)"
SLIPS = (
    "another constant, comparison, arithmetic or boolean operator; operands or arguments swapped; a statement, a term, "
    "an argument, an element, a call, a sign or a decorator left out; `training` fixed; a condition that always or "
    "never holds; another default; another kind of error, or one without its message; `return None`"
)
"""The operators below, for a reader."""


@dataclass(frozen=True)
class Change:
    """What a node's text becomes, and how that reads: `before -> after`."""

    text: str
    before: str
    after: str
    with_sign: bool = False


Operator = Callable[[Any, str], Iterator[Change]]
"""Takes a node and its role in its parent."""


def changes(node: ast.stmt | ast.expr, role: str) -> Iterator[tuple[str, Change]]:
    """Yield (name of the operator, change) for every slip that can be made at `node`.

    `role` is "condition", "default", "decorator", "whole statement", "<argument>=" for a keyword's value, or "".
    """
    if role == "decorator":
        yield "decorator", Change("", f"@{ast.unparse(node)}", DROPPED, with_sign=True)
        return
    if role == "condition":
        for value in ("True", "False"):
            yield "condition", Change(value, ast.unparse(node), value)
    if role == "training=" and not isinstance(node, ast.Constant):
        for value in ("True", "False"):
            yield "training", Change(value, f"training={ast.unparse(node)}", f"training={value}")
    for kind, operators in _OPERATORS.items():
        if isinstance(node, kind):
            for name, operator in operators.items():
                for change in operator(node, role):
                    yield name, change


def _becomes(node: ast.AST, new: ast.AST) -> Change:
    text = ast.unparse(ast.fix_missing_locations(new))
    return Change(f"({text})" if isinstance(new, ast.expr) else text, ast.unparse(node), text)


def _without(node: ast.AST, new: ast.AST, part: str) -> Change:
    return Change(_becomes(node, new).text, part, DROPPED)


def _with(node: Any, **fields: Any) -> Any:
    """A copy of the node with other fields."""
    new = copy.deepcopy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


# Statements


def _statement(node: ast.stmt, role: str) -> Iterator[Change]:
    yield Change("pass", ast.unparse(node), DROPPED)


def _return(node: ast.Return, role: str) -> Iterator[Change]:
    if node.value is not None and not (isinstance(node.value, ast.Constant) and node.value.value is None):
        yield Change("return None", ast.unparse(node), "return None")


def _raise(node: ast.Raise, role: str) -> Iterator[Change]:
    yield Change("pass", _short(ast.unparse(node)), DROPPED)
    if isinstance(node.exc, ast.Call) and node.exc.args:
        kind = ast.unparse(node.exc.func)
        yield Change(f'raise {kind}("")', _short(ast.unparse(node)), f'raise {kind}("")')
        other = "TypeError" if kind != "TypeError" else "ValueError"
        yield Change(f"raise {other}({ast.unparse(node.exc.args[0])})", f"raise {kind}(…)", f"raise {other}(…)")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def _augmented(node: ast.AugAssign, role: str) -> Iterator[Change]:
    for kind in _ARITHMETIC.get(type(node.op), ()):
        yield _becomes(node, _with(node, op=kind()))
    target = copy.deepcopy(node.target)
    yield _becomes(node, ast.Assign([target], node.value, lineno=node.lineno))


def _loop(node: ast.For, role: str) -> Iterator[Change]:
    start = ast.unparse(node).splitlines()[0]
    new = _with(node, iter=ast.Tuple([], ast.Load()))
    yield Change(_indented(ast.unparse(ast.fix_missing_locations(new)), node), start, "no turn of the loop")


def _indented(text: str, node: ast.stmt) -> str:
    return text.replace("\n", "\n" + " " * node.col_offset)


def _leap(node: ast.stmt, role: str) -> Iterator[Change]:
    yield Change("pass", ast.unparse(node), DROPPED)
    other = "break" if isinstance(node, ast.Continue) else "continue"
    yield Change(other, ast.unparse(node), other)


# Expressions

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div,),
    ast.Div: (ast.Mult,),
    ast.FloorDiv: (ast.Mult,),
    ast.Mod: (ast.FloorDiv,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (ast.Mult,),
}
_COMMUTE = (ast.Add, ast.Mult)


def _constant(node: ast.Constant, role: str) -> Iterator[Change]:
    if isinstance(node.value, (int, float)) and not isinstance(node.value, bool):
        for value in (node.value + 1, node.value - 1):
            yield _becomes(node, ast.Constant(value))


def _boolean(node: ast.Constant, role: str) -> Iterator[Change]:
    if type(node.value) is bool:
        yield _becomes(node, ast.Constant(not node.value))


def _string(node: ast.Constant, role: str) -> Iterator[Change]:
    if type(node.value) is str:
        yield _becomes(node, ast.Constant(node.value + "_"))


def _comparison(node: ast.Compare, role: str) -> Iterator[Change]:
    for i, kind in enumerate(node.ops):
        for other in _COMPARISONS[type(kind)]:
            yield _becomes(node, _with(node, ops=[*node.ops[:i], other(), *node.ops[i + 1 :]]))


def _arithmetic(node: ast.BinOp, role: str) -> Iterator[Change]:
    for kind in _ARITHMETIC.get(type(node.op), ()):
        yield _becomes(node, _with(node, op=kind()))


def _operands(node: ast.BinOp, role: str) -> Iterator[Change]:
    if not isinstance(node.op, _COMMUTE):
        yield _becomes(node, _with(node, left=node.right, right=node.left))


def _term(node: ast.BinOp, role: str) -> Iterator[Change]:
    for kept, dropped in ((node.left, node.right), (node.right, node.left)):
        yield _without(node, kept, f"{ast.unparse(dropped)} in {ast.unparse(node)}")


def _logic(node: ast.BoolOp, role: str) -> Iterator[Change]:
    other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    yield _becomes(node, _with(node, op=other))
    for value in node.values:
        yield _becomes(node, value)


def _sign(node: ast.UnaryOp, role: str) -> Iterator[Change]:
    if not isinstance(node.operand, ast.Constant) or isinstance(node.op, ast.Not):
        yield _becomes(node, node.operand)


def _arguments(node: ast.Call, role: str) -> Iterator[Change]:
    for i in range(len(node.args) - 1):
        args = [*node.args]
        args[i], args[i + 1] = args[i + 1], args[i]
        yield _becomes(node, _with(node, args=args))


def _keyword(node: ast.Call, role: str) -> Iterator[Change]:
    name = ast.unparse(node.func)
    for i, keyword in enumerate(node.keywords):
        kept = [*node.keywords[:i], *node.keywords[i + 1 :]]
        given = ast.unparse(keyword.value)
        part = f"{keyword.arg}={given}" if keyword.arg else f"**{given}"
        yield _without(node, _with(node, keywords=kept), f"{part} in {name}(…)")


def _argument(node: ast.Call, role: str) -> Iterator[Change]:
    for i in range(1, len(node.args)):
        kept = [*node.args[:i], *node.args[i + 1 :]]
        yield _without(node, _with(node, args=kept), f"{ast.unparse(node.args[i])} in {ast.unparse(node.func)}(…)")


def _call(node: ast.Call, role: str) -> Iterator[Change]:
    if node.args and role != "whole statement":
        first = node.args[0]
        yield _becomes(node, first.value if isinstance(first, ast.Starred) else first)


def _elements(node: ast.List | ast.Tuple, role: str) -> Iterator[Change]:
    if isinstance(node.ctx, ast.Load) and len(node.elts) > 1:
        for i, element in enumerate(node.elts):
            new = _with(node, elts=[*node.elts[:i], *node.elts[i + 1 :]])
            yield _without(node, new, f"{ast.unparse(element)} in {ast.unparse(node)}")


def _entries(node: ast.Dict, role: str) -> Iterator[Change]:
    for i, (key, value) in enumerate(zip(node.keys, node.values, strict=True)):
        new = _with(node, keys=[*node.keys[:i], *node.keys[i + 1 :]], values=[*node.values[:i], *node.values[i + 1 :]])
        yield _without(node, new, f"{ast.unparse(key)}: {ast.unparse(value)}" if key else f"**{ast.unparse(value)}")


def _slice(node: ast.Subscript, role: str) -> Iterator[Change]:
    if isinstance(node.slice, ast.Slice) and isinstance(node.ctx, ast.Load):
        yield _becomes(node, node.value)


def _choice(node: ast.IfExp, role: str) -> Iterator[Change]:
    yield _becomes(node, _with(node, body=node.orelse, orelse=node.body))


_OPERATORS: dict[type[ast.AST] | tuple[type[ast.AST], ...], dict[str, Operator]] = {
    (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.Assert): {"statement": _statement},
    ast.Return: {"return": _return},
    ast.Raise: {"error": _raise},
    ast.AugAssign: {"arithmetic": _augmented},
    ast.For: {"loop": _loop},
    (ast.Continue, ast.Break): {"loop": _leap},
    ast.Constant: {"constant": _constant, "boolean": _boolean, "string": _string},
    ast.Compare: {"comparison": _comparison},
    ast.BinOp: {"arithmetic": _arithmetic, "operands": _operands, "term": _term},
    ast.BoolOp: {"logic": _logic},
    ast.UnaryOp: {"sign": _sign},
    ast.Call: {"arguments": _arguments, "keyword": _keyword, "argument": _argument, "call": _call},
    (ast.List, ast.Tuple): {"element": _elements},
    ast.Dict: {"entry": _entries},
    ast.Subscript: {"slice": _slice},
    ast.IfExp: {"choice": _choice},
}
