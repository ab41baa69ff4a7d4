"""The values that reading can tell apart, and what can be done with constants among them."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

MAX_VALUES = 50
MAX_TEXT = 20_000


@dataclass(frozen=True)
class Path:
    """A dotted path into a library."""

    name: str


@dataclass(frozen=True)
class Table:
    """The attributes of a library module or class as a dictionary: `vars(keras.layers)`."""

    name: str


@dataclass(frozen=True)
class Const:
    value: Any


@dataclass(frozen=True)
class Items:
    """A tuple or list, item by item."""

    items: tuple[frozenset, ...]


@dataclass(frozen=True)
class Getter:
    """`operator.attrgetter("layers.ReLU")`."""

    name: str


@dataclass(frozen=True)
class Own:
    """A class, function or lambda of the student's; an instance stands for its class."""

    node: ast.AST


Values = frozenset
NOTHING: Values = frozenset()


def item(value: Any, index: int | str) -> Values:
    items = items_of(value)
    if index == "*" or not isinstance(index, int):
        return frozenset().union(*items)
    return items[index] if -len(items) <= index < len(items) else NOTHING


def items_of(value: Any) -> tuple[Values, ...]:
    if isinstance(value, Items):
        return value.items
    if isinstance(value, Const) and isinstance(value.value, (str, bytes, tuple, list)):
        return tuple(frozenset({Const(item)}) for item in value.value[:MAX_TEXT])
    return ()


def constants(value: Any) -> list[Any] | None:
    """The items of a tuple or list if each is one constant."""
    items = items_of(value)
    plain = [next(iter(item)) for item in items if len(item) == 1]
    if not isinstance(value, Items) or len(plain) < len(items) or not all(isinstance(p, Const) for p in plain):
        return None
    return [p.value for p in plain]


def apply(function: Callable[..., Any], *arguments: Values) -> Iterable[Any]:
    """Apply to each combination of constants; what fails or grows too large has no value."""
    found: set[Any] = set()
    combinations: list[tuple[Any, ...]] = [()]
    for values in arguments:
        constants = [value.value for value in values if isinstance(value, Const)]
        combinations = [(*head, item) for head in combinations for item in constants][:MAX_VALUES]
    for combination in combinations:
        try:
            value = function(*combination)
        except Exception:
            continue
        if isinstance(value, int) or (isinstance(value, (str, bytes, tuple)) and len(value) <= MAX_TEXT):
            found.add(Const(value))
    return found

