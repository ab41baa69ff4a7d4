"""What a call may return, for the few functions by which names are looked up and strings put together."""

from __future__ import annotations

import ast
import base64
import codecs
from collections.abc import Callable, Iterable
from typing import Any

from deepclinic.submission.abstract import (
    MAX_TEXT,
    NOTHING,
    Const,
    Getter,
    Items,
    Own,
    Path,
    Table,
    Values,
    apply,
    constants,
    items_of,
)
from deepclinic.submission.scopes import FUNCTIONS, Scope, placed_code
from deepclinic.submission.values import Evaluator, Frame

TEXT_METHODS = frozenset(
    {"lower", "upper", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "replace", "format", "split"}
    | {"rsplit", "decode", "encode", "removeprefix", "removesuffix", "zfill"}
)
_GETATTR = frozenset({"builtins.getattr", "inspect.getattr_static", "builtins.object.__getattribute__"})
_IMPORTS = frozenset({"importlib.import_module", "builtins.__import__", "importlib.__import__"})
_PLAIN: dict[str, Callable[..., Any]] = {
    "builtins.chr": chr,
    "builtins.str": str,
    "builtins.bytes.fromhex": bytes.fromhex,
    "base64.b64decode": base64.b64decode,
    "base64.b32decode": base64.b32decode,
    "base64.b16decode": base64.b16decode,
    "codecs.decode": codecs.decode,
    "binascii.unhexlify": bytes.fromhex,
}
_SAME = frozenset({"builtins.list", "builtins.tuple", "builtins.iter", "builtins.next", "functools.partial"})
"""For our purpose these return their first argument."""


def result(ev: Evaluator, node: ast.Call, scope: Scope, frame: Frame) -> Iterable[Any]:
    """The possible values of a call."""
    arguments = [ev.value(a.value if isinstance(a, ast.Starred) else a, scope, frame) for a in node.args[:20]]
    found: set[Any] = set()
    if isinstance(node.func, ast.Attribute):
        found |= _method(ev, ev.value(node.func.value, scope, frame), node.func.attr, arguments)
    for callee in ev.value(node.func, scope, frame):
        if isinstance(callee, Own):
            found.update(_own(ev, callee, node, arguments, scope, frame))
        elif isinstance(callee, Getter) and arguments:
            values = arguments[0]
            for name in callee.name.split("."):
                values = ev.attribute(values, name)
            found |= values
        elif isinstance(callee, Path):
            found.update(_library(ev, callee.name, node, arguments, scope, frame))
    return found


def _library(
    ev: Evaluator, name: str, node: ast.Call, arguments: list[Values], scope: Scope, frame: Frame
) -> Iterable[Any]:
    first = arguments[0] if arguments else NOTHING
    if name in _GETATTR or name.endswith(".__getattribute__"):
        if name not in _GETATTR:
            first, arguments = frozenset({Path(name.removesuffix(".__getattribute__"))}), [NOTHING, *arguments]
        names = [text for values in arguments[1:2] for text in texts(values)]
        return {v for text in names for v in ev.attribute(first, text)}.union(*arguments[2:3])
    if name in _IMPORTS:
        listed = len(node.args) > 3 or any(keyword.arg == "fromlist" for keyword in node.keywords)
        whole = name == "importlib.import_module" or listed
        return {Path(text if whole else text.split(".")[0]) for text in texts(first)}
    if name == "builtins.vars" and arguments:
        return {Table(value.name) for value in first if isinstance(value, Path)}
    if name in ("builtins.vars", "builtins.globals", "builtins.locals"):
        return {Table("")}
    if name == "builtins.super":
        owner: Scope | None = scope
        while owner is not None and not isinstance(owner.node, ast.ClassDef):
            owner = owner.parent
        return ev.bases(owner.node) if owner is not None and isinstance(owner.node, ast.ClassDef) else ()
    if name == "builtins.eval":
        codes = [placed_code(text, node) for text in texts(first)]
        return {v for code in codes if code and isinstance(code.body[0], ast.Expr)
                for v in ev.value(code.body[0].value, scope, frame)}  # fmt: skip
    if name == "builtins.type" and len(arguments) == 1:
        return {value for value in first if isinstance(value, Own)}
    if name == "operator.attrgetter":
        return {Getter(text) for text in texts(first)}
    if name in _PLAIN:
        return apply(_PLAIN[name], *arguments)
    if name == "builtins.reversed":
        return {Items(items_of(value)[::-1]) for value in first}
    if name == "builtins.bytes":
        return apply(bytes, frozenset(Const(tuple(c)) for v in first if (c := constants(v)) is not None))
    if name in ("builtins.map", "functools.reduce") and len(arguments) > 1:
        return _mapped(ev, name, arguments)
    return first if name in _SAME else ()


def _mapped(ev: Evaluator, name: str, arguments: list[Values]) -> Iterable[Any]:
    """`map(chr, …)` and `reduce(getattr, ["layers", "ReLU"], keras)`."""
    functions = {value.name for value in arguments[0] if isinstance(value, Path)}
    if name == "builtins.map" and "builtins.chr" in functions:
        return {Items(tuple(frozenset(apply(chr, item)) for item in items_of(value))) for value in arguments[1]}
    if name == "functools.reduce" and "builtins.getattr" in functions and len(arguments) > 2:
        found: set[Any] = set()
        for value in arguments[1]:
            reached = arguments[2]
            for item in items_of(value):
                reached = frozenset(v for text in texts(item) for v in ev.attribute(reached, text))
            found |= reached
        return found
    return ()


def _method(ev: Evaluator, values: Values, name: str, arguments: list[Values]) -> set[Any]:
    """Methods of constant strings, and of a module's dictionary."""
    found: set[Any] = set()
    if name in TEXT_METHODS:
        made = apply(lambda text, *rest: getattr(text, name)(*rest) if isinstance(text, (str, bytes)) else None,
                     frozenset(v for v in values if isinstance(v, Const)), *arguments)  # fmt: skip
        for value in made:
            split = isinstance(value, Const) and isinstance(value.value, tuple)
            found.add(Items(items_of(value)) if split else value)
    if name == "join" and arguments:
        for separator in texts(values):
            for value in arguments[0]:
                parts = constants(value) if isinstance(value, Items) else [c.value for i in items_of(value) for c in i]
                if parts is not None and all(isinstance(part, str) for part in parts):
                    found.add(Const(separator.join(parts)[:MAX_TEXT]))
    if name in ("get", "__getitem__", "pop", "setdefault") and arguments:
        tables = [v for v in values if isinstance(v, Table) or v == Path("sys.modules")]
        found |= {v for text in texts(arguments[0]) for v in ev.entry(tables, text)}
    return found


def _own(
    ev: Evaluator, callee: Own, node: ast.Call, arguments: list[Values], scope: Scope, frame: Frame
) -> Iterable[Any]:
    """A class gives an instance; a function what it returns, with the arguments of this call."""
    function: Any = callee.node
    if not isinstance(function, FUNCTIONS):
        return {callee}
    inner = ev.scopes.by_node[function]
    places = [p.arg for p in (*function.args.posonlyargs, *function.args.args)]
    if isinstance(node.func, ast.Attribute) and inner.parent and isinstance(inner.parent.node, ast.ClassDef):
        places = places[1:]
    known = {(inner, name): values for name, values in zip(places, arguments, strict=False) if values}
    for keyword in node.keywords:
        if keyword.arg and (values := ev.value(keyword.value, scope, frame)):
            known[inner, keyword.arg] = values
    if isinstance(function, ast.Lambda):
        return ev.value(function.body, inner, known)
    returns = [s for s in inner.statements if isinstance(s, ast.Return)]
    return frozenset().union(*(ev.value(statement.value, inner, known) for statement in returns))


def texts(values: Iterable[Any]) -> list[str]:
    """The strings among `values`."""
    return [value.value for value in values if isinstance(value, Const) and isinstance(value.value, str)]
