"""Who binds which name where: the scopes of a module, each with its bindings in order."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

Position = tuple[int, int]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(eq=False)
class Binding:
    """One place where a name gets a value.

    `kind`: "path" (an import: `value` is dotted), "expr" (`value` is evaluated; `index` picks an item, "*" any item),
    "def" (`value` is a class or function), "unknown".
    """

    kind: str
    value: Any
    end: Position
    sure: bool
    index: tuple[int | str, ...] = ()
    node: ast.AST | None = None


@dataclass(eq=False)
class Scope:
    """A module, class, function or lambda."""

    node: ast.AST
    parent: Scope | None
    bindings: dict[str, list[Binding]] = field(default_factory=dict)
    stars: list[str] = field(default_factory=list)
    statements: list[ast.stmt] = field(default_factory=list)

    @property
    def is_function(self) -> bool:
        return isinstance(self.node, FUNCTIONS)

    @property
    def is_module(self) -> bool:
        return self.parent is None

    def live(self, name: str, before: Position | None) -> list[Binding]:
        """The bindings that a read of `name` can see: in a function all of them; else the last sure one and later."""
        seen: list[Binding] = []
        for binding in self.bindings.get(name, []):
            if before is not None and binding.end > before:
                continue
            if binding.sure and not self.is_function:
                seen = []
            seen.append(binding)
        return seen


class Scopes:
    """All scopes of a module, by their nodes. What runs only under `if __name__ == "__main__"` is left out."""

    def __init__(self, tree: ast.Module) -> None:
        self.by_node: dict[ast.AST, Scope] = {}
        self.module = self.open(tree, None)

    def open(self, node: Any, parent: Scope | None) -> Scope:
        scope = self.by_node[node] = Scope(node, parent)
        if isinstance(node, FUNCTIONS):
            self._parameters(node, scope)
        body = node.body if isinstance(node.body, list) else [node.body]
        self.add(body, scope, True)
        return scope

    def add(self, body: Iterable[ast.AST], scope: Scope, sure: bool) -> None:
        for node in body:
            self._node(node, scope, sure)

    def _parameters(self, node: Any, scope: Scope) -> None:
        a = node.args
        places = [*a.posonlyargs, *a.args]
        defaults = dict(zip(reversed([p.arg for p in places]), reversed(a.defaults), strict=False))
        defaults |= {p.arg: d for p, d in zip(a.kwonlyargs, a.kw_defaults, strict=True) if d is not None}
        for p in (*places, *a.kwonlyargs, *filter(None, (a.vararg, a.kwarg))):
            default = defaults.get(p.arg)
            kind = "unknown" if default is None else "default"
            scope.bindings.setdefault(p.arg, []).append(Binding(kind, default, (0, 0), True))

    def _node(self, node: ast.AST, scope: Scope, sure: bool) -> None:
        if isinstance(node, ast.stmt):
            scope.statements.append(node)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self._bind(node.name, Binding("def", node, _end(node), sure, node=node), scope)
            self.add(_outside(node), scope, sure)
            self.open(node, scope)
            return
        if isinstance(node, ast.Lambda):
            self.add([*node.args.defaults, *filter(None, node.args.kw_defaults)], scope, sure)
            self.open(node, scope)
            return
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self._import(node, scope, sure)
            return
        if isinstance(node, ast.If) and runs_only_as_script(node.test):
            self.add(node.orelse, scope, False)
            return
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._target(target, node.value, (), node, scope, sure)
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)) and node.value is not None:
            self._target(node.target, node.value, (), node, scope, sure)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            self._target(node.target, node.iter, ("*",), node, scope, False)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self._target(node.optional_vars, None, (), node, scope, sure)
        elif isinstance(node, ast.ExceptHandler) and node.name:
            self._bind(node.name, Binding("unknown", None, _end(node), False), scope)
        elif isinstance(node, ast.Call):
            self._executed(node, scope)
        inner = sure and not isinstance(node, (ast.If, ast.For, ast.While, ast.Try, ast.IfExp))
        self.add(ast.iter_child_nodes(node), scope, inner)

    def _executed(self, node: ast.Call, scope: Scope) -> None:
        """`exec("import keras as k")` binds names too."""
        code = constant_code(node)
        if code is not None:
            self.add(code.body, scope, False)
            scope.statements = [s for s in scope.statements if s not in code.body]

    def _import(self, node: ast.Import | ast.ImportFrom, scope: Scope, sure: bool) -> None:
        for alias in node.names:
            if isinstance(node, ast.ImportFrom):
                module = "." * node.level + (node.module or "")
                if alias.name == "*":
                    scope.stars.append(module)
                    continue
                name, path = alias.asname or alias.name, f"{module}.{alias.name}"
            else:
                name, path = alias.asname or alias.name.split(".")[0], alias.name
                path = path if alias.asname else name
            self._bind(name, Binding("path", path, _end(node), sure, node=node), scope)

    def _target(
        self, target: ast.AST, value: Any, index: tuple[int | str, ...], node: ast.AST, scope: Scope, sure: bool
    ) -> None:
        if isinstance(target, ast.Starred):
            target = target.value
        if isinstance(target, ast.Name):
            kind = "unknown" if value is None else "expr"
            self._bind(target.id, Binding(kind, value, _end(node), sure, index, node), scope)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for at, item in enumerate(target.elts):
                self._target(item, value, (*index, at), node, scope, sure)

    def _bind(self, name: str, binding: Binding, scope: Scope) -> None:
        for node in scope.statements:
            if isinstance(node, ast.Global) and name in node.names:
                binding.sure, scope = False, self.module
                break
        scope.bindings.setdefault(name, []).append(binding)


def constant_code(node: ast.Call) -> ast.Module | None:
    """The code of `exec("…")`, `eval("…")`, `compile("…", …)`, placed where the call stands."""
    called = node.func.id if isinstance(node.func, ast.Name) else None
    text = node.args[0].value if node.args and isinstance(node.args[0], ast.Constant) else None
    return placed_code(text, node) if called in ("exec", "eval", "compile") else None


def placed_code(text: Any, node: ast.Call) -> ast.Module | None:
    """Parse `text` as code whose every node stands where `node` does; None if it is no Python."""
    known = getattr(node, "_deepclinic_code", {})
    if text in known:
        return known[text]
    try:
        tree = ast.parse(text.strip()) if isinstance(text, (str, bytes)) else None
    except (SyntaxError, ValueError, RecursionError):
        tree = None
    for inner in ast.walk(tree) if tree else ():
        if hasattr(inner, "lineno"):
            ast.copy_location(inner, node)
    node._deepclinic_code = {**known, text: tree}  # type: ignore[attr-defined]
    return tree


def runs_only_as_script(test: ast.expr) -> bool:
    """`__name__ == "__main__"`, and `TYPE_CHECKING`: neither runs when the module is graded."""
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq):
        sides = [test.left, test.comparators[0]]
        named = any(isinstance(side, ast.Name) and side.id == "__name__" for side in sides)
        return named and any(isinstance(side, ast.Constant) and side.value == "__main__" for side in sides)
    return (test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", None)) == "TYPE_CHECKING"


def _outside(node: Any) -> Iterator[ast.AST]:
    """What of a definition is evaluated outside it: decorators, defaults, bases."""
    yield from node.decorator_list
    if isinstance(node, ast.ClassDef):
        yield from (*node.bases, *(keyword.value for keyword in node.keywords))
    else:
        yield from (*node.args.defaults, *filter(None, node.args.kw_defaults))


def _end(node: Any) -> Position:
    return (getattr(node, "end_lineno", 0) or 0, getattr(node, "end_col_offset", 0) or 0)
