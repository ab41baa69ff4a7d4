"""Finds, by reading, where a solution uses a feature that its exercise does not allow.

Only code that the required names reach is read: experiments, unused imports, comments, docstrings and what runs under
`if __name__ == "__main__"` do not count; a class or a variable of the student's own may be called what it likes. What
reading cannot follow (names that come from data, code put together at run time) is reported as `computed`, without a
verdict, and is noticed at run time by `deepclinic.probes.watch`.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from deepclinic.submission.abstract import Own, Path, Table
from deepclinic.submission.calls import result, texts
from deepclinic.submission.magics import parse
from deepclinic.submission.patterns import ACTIVATIONS, BASE_CLASSES, ROOMS, Forbidden
from deepclinic.submission.scopes import FUNCTIONS, Scope, Scopes, placed_code, runs_only_as_script
from deepclinic.submission.values import Evaluator

MAX_USES = 8
_CODE = frozenset({"builtins.exec", "builtins.eval", "builtins.compile"})
_IMPORTS = frozenset({"importlib.import_module", "builtins.__import__", "importlib.__import__"})
_BY_NAME = frozenset({"get", "deserialize", "deserialize_keras_object", "get_registered_object"})


@dataclass(frozen=True)
class Reading:
    """`uses`: (public name, line) of each forbidden feature used. `computed`: lines that reading cannot follow."""

    uses: tuple[tuple[str, int], ...] = ()
    computed: tuple[int, ...] = ()


def scan(source: str, defines: Sequence[str], not_allowed: Sequence[str]) -> Reading:
    """Read `source` from the names `defines` on; `not_allowed` holds dotted public names, `fnmatch` patterns per part.

    Source with a syntax error has no uses: it will not run either.
    """
    tree = parse(source) if not_allowed else None
    if tree is None:
        return Reading()
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, 6_000))
    try:
        return _Scan(tree, Forbidden(tuple(not_allowed))).run(defines)
    finally:
        sys.setrecursionlimit(limit)


@dataclass
class _Scan:
    tree: ast.Module
    forbidden: Forbidden
    uses: dict[tuple[str, int], None] = field(default_factory=dict)
    computed: dict[int, None] = field(default_factory=dict)

    def run(self, defines: Sequence[str]) -> Reading:
        self.scopes = Scopes(self.tree)
        self.ev = Evaluator(self.scopes, result)
        self._seen: set[Any] = set()
        self._reached: set[str] = set(defines)
        module = self.scopes.module
        found = [binding for name in defines for binding in module.live(name, None)]
        if not any(name in module.bindings for name in defines):
            self._walk_all(self.tree.body, module)  # defined in some roundabout way: everything counts
        for binding in found:
            self._reach(binding, module)
            if binding.kind == "path":
                self._use(binding.value, getattr(binding.node, "lineno", 0))
        size = -1
        while size != len(self._seen):  # what is changed from outside may bring in new names to look at
            size = len(self._seen)
            self._changes(self.tree.body)
        uses = sorted(self.uses, key=lambda use: use[1])
        return Reading(tuple(uses[:MAX_USES]), tuple(sorted(self.computed)))

    def _walk_all(self, nodes: Iterable[ast.AST], scope: Scope) -> None:
        for node in nodes:
            if not (isinstance(node, ast.If) and runs_only_as_script(node.test)):
                self._walk(node, scope)

    def _reach(self, binding: Any, scope: Scope) -> None:
        """Read the code from which a name has its value."""
        if binding in self._seen:
            return
        self._seen.add(binding)
        if binding.kind == "def":
            if isinstance(binding.value, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                self._reached.add(binding.value.name)
            self._walk(binding.value, scope)
        elif binding.kind == "expr":
            self._walk(binding.value, scope)

    def _changes(self, nodes: Iterable[ast.stmt]) -> None:
        """Statements outside that change what counts: `ReLU.call = …`, `setattr(ReLU, …)`, `globals()[…] = …`."""
        for node in nodes:
            if isinstance(node, ast.If) and runs_only_as_script(node.test):
                continue
            if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                continue
            targets = getattr(node, "targets", [getattr(node, "target", None)])
            call = node.value if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) else None
            first = call.args[:1] if call and getattr(call.func, "id", "") in ("setattr", "delattr") else []
            if call and getattr(call.func, "id", "") == "exec":
                self._walk(call, self.scopes.module)
            places = [t for t in targets if isinstance(t, (ast.Attribute, ast.Subscript))] + first
            if any(self._is_reached(place) for place in places) and node not in self._seen:
                self._seen.add(node)
                self._walk(node, self.scopes.module)
            for block in ("body", "orelse", "finalbody"):
                self._changes(getattr(node, block, []))
            for handler in getattr(node, "handlers", []):
                self._changes(handler.body)

    def _is_reached(self, place: ast.AST) -> bool:
        while isinstance(place, (ast.Attribute, ast.Subscript)):
            place = place.value
        if isinstance(place, ast.Call):
            return getattr(place.func, "id", "") in ("globals", "locals", "vars")
        return isinstance(place, ast.Name) and place.id in self._reached

    def _walk(self, node: ast.AST, scope: Scope) -> None:
        if (node, scope) in self._seen:
            return
        self._seen.add((node, scope))
        if isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            self._walk_definition(node, scope)
            return
        if isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call)):
            self._expression(node, scope)
        for name, child in ast.iter_fields(node):
            if name == "annotation" or (name == "args" and self._is_type_question(node)):
                continue
            for inner in child if isinstance(child, list) else [child]:
                if isinstance(inner, ast.AST):
                    self._walk(inner, scope)

    def _walk_definition(self, node: Any, scope: Scope) -> None:
        inner = self.scopes.by_node.get(node)
        if inner is None:
            return
        if isinstance(node, ast.ClassDef):
            outside: list[Any] = [*node.decorator_list, *node.bases, *(k.value for k in node.keywords)]
        else:
            outside = [*getattr(node, "decorator_list", []), *node.args.defaults, *filter(None, node.args.kw_defaults)]
        for part in outside:
            self._walk(part, scope)
        self._walk_all(node.body if isinstance(node.body, list) else [node.body], inner)

    @staticmethod
    def _is_type_question(node: ast.AST) -> bool:
        """`isinstance(layer, keras.layers.ReLU)` asks; it does not use."""
        return isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("isinstance", "issubclass")

    def _expression(self, node: Any, scope: Scope) -> None:
        if not isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            return
        if isinstance(node, ast.Name):
            owner, bindings = self.ev.lookup(node.id, scope, node)
            for binding in bindings:
                if owner is not None and (owner.is_module or binding.kind != "path"):
                    self._reach(binding, owner)
        for value in self.ev.value(node, scope):
            if isinstance(value, Path):
                self._use(value.name, node.lineno)
            elif isinstance(value, Own):
                self._reach_own(value.node)
        if isinstance(node, ast.Call):
            self._call(node, scope)

    def _reach_own(self, node: ast.AST) -> None:
        scope = self.scopes.by_node.get(node)
        if scope is not None and scope.parent is not None:
            self._walk(node, scope.parent)

    def _use(self, path: str, line: int) -> None:
        name = self.forbidden.match(path)
        if name is not None:
            self.uses[name, line] = None

    def _call(self, node: ast.Call, scope: Scope) -> None:
        callees = self.ev.value(node.func, scope)
        paths = {value.name for value in callees if isinstance(value, Path)}
        for value in callees:
            if isinstance(value, Own) and isinstance(value.node, ast.ClassDef):
                bases = [base.name for base in self.ev.bases(value.node) if isinstance(base, Path)]
                paths |= {base for base in bases if base.rpartition(".")[2] not in BASE_CLASSES}
        for path in paths:
            if path in _CODE:
                self._code(node, scope)
            elif path in _IMPORTS or path == "builtins.getattr":
                self._lookup(node, scope, path)
            elif path.split(".")[0] in ("keras", "tf", "tensorflow", "tf_keras"):
                self._strings(node, scope, path)

    def _code(self, node: ast.Call, scope: Scope) -> None:
        """Code in a string: read it if it is known, else say that it is there."""
        known = texts(self.ev.value(node.args[0], scope)) if node.args else []
        if not known and not self._is_compiled(node, scope):
            self.computed[node.lineno] = None
        for text in known:
            code = placed_code(text, node)
            if code is not None and code not in self.scopes.by_node:
                inner = self.scopes.open(code, scope)
                self._walk_all(code.body, inner)

    def _is_compiled(self, node: ast.Call, scope: Scope) -> bool:
        called = node.args[0].func if node.args and isinstance(node.args[0], ast.Call) else None
        return called is not None and Path("builtins.compile") in self.ev.value(called, scope)

    def _lookup(self, node: ast.Call, scope: Scope, path: str) -> None:
        at = 1 if path == "builtins.getattr" else 0
        if len(node.args) <= at or texts(self.ev.value(node.args[at], scope)):
            return
        holders = [v.name for v in self.ev.value(node.args[0], scope) if isinstance(v, (Path, Table))]
        if at == 0 or any(self.forbidden.may_hold(name) for name in holders):
            self.computed[node.lineno] = None

    def _strings(self, node: ast.Call, scope: Scope, path: str) -> None:
        """Features that Keras looks up by a string: `activation="relu"`, `keras.activations.get("relu")`."""
        *_, room, last = ["", *path.split(".")]
        if last in _BY_NAME:
            rooms = (room,) if room in ROOMS else ROOMS
            inner = [n for a in (*node.args, *(k.value for k in node.keywords)) for n in ast.walk(a)]
            for part in inner:
                for text in texts(self.ev.value(part, scope)) if isinstance(part, ast.expr) else []:
                    self._named(rooms, text, node.lineno)
            return
        for argument in node.args:
            for text in texts(self.ev.value(argument, scope)):
                if text in ACTIVATIONS:
                    self._named(("activations",), text, node.lineno)
        for keyword in node.keywords:
            kind = (keyword.arg or "").rpartition("_")[2]
            if kind in ("activation", "regularizer"):
                for text in texts(self.ev.value(keyword.value, scope)):
                    self._named((f"{kind}s",), text, node.lineno)

    def _named(self, rooms: Iterable[str], text: str, line: int) -> None:
        for room in rooms:
            name = self.forbidden.match_name(room, text)
            if name is not None:
                self.uses[name, line] = None
                return
