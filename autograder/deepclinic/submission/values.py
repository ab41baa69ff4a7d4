"""What an expression may stand for, as far as reading tells.

Aliases, tuples, `getattr`, `vars`, `__dict__`, `importlib`, constant strings put together, attributes of `self` and
small functions are followed. Everything else has no value here, and is left to the watch at run time.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterable
from typing import Any

from deepclinic.submission.abstract import (
    MAX_VALUES,
    NOTHING,
    Const,
    Items,
    Own,
    Path,
    Table,
    Values,
    apply,
    constants,
    item,
    items_of,
)
from deepclinic.submission.scopes import FUNCTIONS, Binding, Scope, Scopes

MAX_DEPTH = 60
MAX_STEPS = 300_000
_BUILTINS = frozenset(dir(builtins))


Frame = dict[tuple[Scope, str], Values]


class Evaluator:
    """Evaluates expressions of one module. Pure: nothing is imported or called."""

    def __init__(self, scopes: Scopes, call: Callable[..., Iterable[Any]]) -> None:
        self.scopes = scopes
        self._call = call
        self._memo: dict[tuple[ast.AST, Scope], Values] = {}
        self._busy: set[tuple[ast.AST, Scope]] = set()
        self._asked: set[tuple[ast.ClassDef, str]] = set()
        self._cuts = 0
        self._left = MAX_STEPS

    def value(self, node: ast.AST | None, scope: Scope, frame: Frame | None = None) -> Values:
        """The possible values of `node`, read in `scope`; `frame` holds known arguments of functions."""
        if node is None:
            return NOTHING
        key = (node, scope)
        if not frame and key in self._memo:
            return self._memo[key]
        self._left -= 1
        if key in self._busy or len(self._busy) > MAX_DEPTH or self._left < 0:
            self._cuts += 1
            return NOTHING
        cuts = self._cuts
        self._busy.add(key)
        try:
            handle = getattr(self, f"_{type(node).__name__}", None)
            found = frozenset(list(handle(node, scope, frame or {}))[:MAX_VALUES]) if handle else NOTHING
        finally:
            self._busy.discard(key)
        if not frame and cuts == self._cuts:  # a value cut short in a cycle is no value to remember
            self._memo[key] = found
        return found

    def lookup(self, name: str, scope: Scope, at: ast.AST) -> tuple[Scope | None, list[Binding]]:
        """The scope that binds `name` as read in `scope` at the node `at`, and the bindings that it can see."""
        before: Any = None if _inside_function(scope) else (getattr(at, "lineno", 0), getattr(at, "col_offset", 0))
        current: Scope | None = scope
        while current is not None:
            skipped = current is not scope and isinstance(current.node, ast.ClassDef)
            if not skipped and name in current.bindings:
                found = current.live(name, None if current.is_function else before)
                if found or current.is_module:
                    return current, found or current.live(name, None)
            current = current.parent
        return None, []

    def binding(self, binding: Binding, scope: Scope, frame: Frame | None = None) -> Values:
        """The values of one binding of `scope`."""
        if binding.kind == "path":
            return frozenset({Path(binding.value)})
        if binding.kind == "def":
            return frozenset({Own(binding.value)})
        if binding.kind == "default":
            return self.value(binding.value, scope.parent or scope, frame)
        found = self.value(binding.value, scope, frame) if binding.kind == "expr" else NOTHING
        for index in binding.index:
            found = frozenset().union(*(item(value, index) for value in found))
        return found

    def _Name(self, node: ast.Name, scope: Scope, frame: Frame) -> Iterable[Any]:
        owner, bindings = self.lookup(node.id, scope, node)
        if owner is None:
            if node.id in _BUILTINS or node.id.startswith("__"):
                return {Path(f"builtins.{node.id}")}
            return {Path(f"{star}.{node.id}") for star in self._stars(scope)}
        if (owner, node.id) in frame:
            return frame[owner, node.id]
        found = frozenset().union(*(self.binding(b, owner, frame) for b in bindings))
        return found or self._self(node.id, owner)

    def _stars(self, scope: Scope | None) -> list[str]:
        return [*scope.stars, *self._stars(scope.parent)] if scope else []

    def _self(self, name: str, scope: Scope) -> Values:
        """The first parameter of a method stands for the class."""
        if isinstance(scope.node, FUNCTIONS) and scope.parent and isinstance(scope.parent.node, ast.ClassDef):
            parameters = [*scope.node.args.posonlyargs, *scope.node.args.args]
            if parameters and parameters[0].arg == name:
                return frozenset({Own(scope.parent.node)})
        return NOTHING

    def _Constant(self, node: ast.Constant, scope: Scope, frame: Frame) -> Iterable[Any]:
        return {Const(node.value)} if isinstance(node.value, (str, bytes, int)) else ()

    def _Attribute(self, node: ast.Attribute, scope: Scope, frame: Frame) -> Iterable[Any]:
        return self.attribute(self.value(node.value, scope, frame), node.attr)

    def attribute(self, values: Iterable[Any], name: str) -> Values:
        """The values of `.name` of `values`."""
        found: set[Any] = set()
        for value in values:
            if isinstance(value, Path):
                found.add(Table(value.name) if name == "__dict__" else Path(f"{value.name}.{name}"))
            elif isinstance(value, Own) and isinstance(value.node, ast.ClassDef):
                found |= {value} if name == "__class__" else self._member(value.node, name)
        return frozenset(found)

    def _member(self, node: ast.ClassDef, name: str) -> set[Any]:
        if (node, name) in self._asked:  # a class among its own bases
            return set()
        self._asked.add((node, name))
        try:
            return self._find_member(node, name)
        finally:
            self._asked.discard((node, name))

    def _find_member(self, node: ast.ClassDef, name: str) -> set[Any]:
        scope = self.scopes.by_node[node]
        found = {v for binding in scope.bindings.get(name, []) for v in self.binding(binding, scope)}
        for inner, method in self.scopes.by_node.items():
            if isinstance(inner, FUNCTIONS) and method.parent is scope:
                for statement in method.statements:
                    for target in getattr(statement, "targets", [getattr(statement, "target", None)]):
                        if isinstance(target, ast.Attribute) and target.attr == name:
                            found |= self.value(getattr(statement, "value", None), method)
        return found or set(self.attribute(self.bases(node), name))

    def bases(self, node: ast.ClassDef) -> Values:
        scope = self.scopes.by_node[node].parent or self.scopes.module
        return frozenset().union(*(self.value(base, scope) for base in node.bases))

    def _Tuple(self, node: ast.Tuple, scope: Scope, frame: Frame) -> Iterable[Any]:
        return {Items(tuple(self.value(item, scope, frame) for item in node.elts[:MAX_VALUES]))}

    _List = _Set = _Tuple

    def _Dict(self, node: ast.Dict, scope: Scope, frame: Frame) -> Iterable[Any]:
        return {Items(tuple(self.value(item, scope, frame) for item in node.values[:MAX_VALUES]))}

    def _NamedExpr(self, node: ast.NamedExpr, scope: Scope, frame: Frame) -> Iterable[Any]:
        return self.value(node.value, scope, frame)

    def _IfExp(self, node: ast.IfExp, scope: Scope, frame: Frame) -> Iterable[Any]:
        return self.value(node.body, scope, frame) | self.value(node.orelse, scope, frame)

    def _BoolOp(self, node: ast.BoolOp, scope: Scope, frame: Frame) -> Iterable[Any]:
        return frozenset().union(*(self.value(value, scope, frame) for value in node.values))

    def _Lambda(self, node: ast.Lambda, scope: Scope, frame: Frame) -> Iterable[Any]:
        return {Own(node)}

    def _BinOp(self, node: ast.BinOp, scope: Scope, frame: Frame) -> Iterable[Any]:
        left, right = self.value(node.left, scope, frame), self.value(node.right, scope, frame)
        if isinstance(node.op, ast.Add):
            return apply(lambda a, b: a + b, left, right)
        if isinstance(node.op, ast.Mod):
            rights = [constants(value) for value in right]
            plain = frozenset(Const(tuple(r) if r is not None else None) for r in rights if r is not None)
            return apply(lambda a, b: a % b if isinstance(a, str) else None, left, right | plain)
        return ()

    def _JoinedStr(self, node: ast.JoinedStr, scope: Scope, frame: Frame) -> Iterable[Any]:
        text: Values = frozenset({Const("")})
        for part in node.values:
            inner = part.value if isinstance(part, ast.FormattedValue) else part
            text = frozenset(apply(lambda a, b: f"{a}{b}", text, self.value(inner, scope, frame)))
        return text

    def _ListComp(self, node: Any, scope: Scope, frame: Frame) -> Iterable[Any]:
        sequences = self.value(node.generators[0].iter, scope, frame)
        target = node.generators[0].target
        if len(node.generators) > 1 or node.generators[0].ifs or not isinstance(target, ast.Name):
            return {Items((self.value(node.elt, scope, frame),))}
        found = set()
        for sequence in sequences:
            items = items_of(sequence)
            frames = [{**frame, (scope, target.id): item} for item in items[:MAX_VALUES]]
            found.add(Items(tuple(self.value(node.elt, scope, inner) for inner in frames)))
        return found

    _GeneratorExp = _ListComp

    def _Subscript(self, node: ast.Subscript, scope: Scope, frame: Frame) -> Iterable[Any]:
        values = self.value(node.value, scope, frame)
        if isinstance(node.slice, ast.Slice):
            parts = (node.slice.lower, node.slice.upper, node.slice.step)
            bounds = [next((c.value for c in self.value(p, scope, frame) if isinstance(c, Const)), None) for p in parts]
            return apply(lambda a: a[slice(*bounds)], values)
        keys = self.value(node.slice, scope, frame) or {Const("*")}
        return {found for key in keys if isinstance(key, Const) for found in self.entry(values, key.value)}

    def entry(self, values: Iterable[Any], key: Any) -> Values:
        """The values of `[key]` of `values`."""
        found: set[Any] = set()
        for value in values:
            if isinstance(value, Path) and value.name == "sys.modules" and isinstance(key, str):
                found.add(Path(key))
            elif isinstance(value, Table) and isinstance(key, str):
                found |= {Path(f"{value.name}.{key}")} if value.name else self._global(key)
            else:
                found |= item(value, key if isinstance(key, int) else "*")
        return frozenset(found)

    def _global(self, name: str) -> Values:
        module = self.scopes.module
        return frozenset().union(*(self.binding(b, module) for b in module.live(name, None)))

    def _UnaryOp(self, node: ast.UnaryOp, scope: Scope, frame: Frame) -> Iterable[Any]:
        return apply(lambda a: -a, self.value(node.operand, scope, frame)) if isinstance(node.op, ast.USub) else ()

    def _Call(self, node: ast.Call, scope: Scope, frame: Frame) -> Iterable[Any]:
        return self._call(self, node, scope, frame)


def _inside_function(scope: Scope | None) -> bool:
    return scope is not None and (scope.is_function or _inside_function(scope.parent))
