"""A few lines that write HTML. Text is always escaped; only what these functions return is taken as markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

VOID = frozenset(("img", "meta", "hr", "br"))


class Markup(str):
    """A string that is HTML already."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
"""Plain text (to be escaped), markup, nothing, or several of these."""


def tag(name: str, attributes: dict[str, str | None], *children: Child) -> Markup:
    """Write one element. Attributes that are None are left out; an empty string writes the bare name."""
    given = "".join(
        f" {key}" if value == "" and key != "alt" else f' {key}="{escape(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{join(children)}</{name}>")


def join(children: Child) -> Markup:
    """Write children one after another."""
    if children is None:
        return Markup("")
    if isinstance(children, Markup):
        return children
    if isinstance(children, str):
        return Markup(escape(children))
    return Markup("".join(join(child) for child in children))
