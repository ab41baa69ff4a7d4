"""Cells as plain Python: IPython's magics, shell lines and questions taken out, every other line left where it was."""

from __future__ import annotations

import ast
import re
import textwrap
import warnings

PYTHON_CELL_MAGICS = frozenset({"time", "timeit", "capture", "prun", "memit", "debug"})
"""Cell magics whose body is Python; the body of any other (`%%bash`, `%%writefile`, …) is not."""

_CELL_MAGIC = re.compile(r"%%\s*(\w+)")
_TIMED = re.compile(r"(\s*)%time\s+(?!-)(?=\S)")
_LINE = re.compile(r"\s*(%{1,2}[A-Za-z_]|!|\?)")
_ASSIGNED = re.compile(r"(\s*[A-Za-z_][\w.,\s]*=\s*)(!|%[A-Za-z_])")
_QUESTION = re.compile(r"\s*%{0,2}[\w.*]+\?{1,2}\s*$")


def parse(source: str) -> ast.Module | None:
    """The syntax tree, or None where the source has a syntax error or is nested too deeply."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def plain_python(source: str) -> str:
    """Return `source` without what only IPython understands. Line numbers stay; what is valid Python is not touched."""
    if parse(source) is not None:
        return source
    lines = source.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#")), None)
    magic = _CELL_MAGIC.match(lines[first]) if first is not None else None
    if first is not None and magic is not None:
        if magic[1] not in PYTHON_CELL_MAGICS:
            return "\n" * (len(lines) - 1)
        lines[first] = ""
        return plain_python("\n".join(lines))
    return "\n".join(_without_magics(lines))


def without_indent(source: str) -> str:
    """Take away an indentation that the whole cell shares, as IPython does, if that makes it Python."""
    dedented = textwrap.dedent(source)
    return dedented if dedented != source and parse(source) is None and parse(dedented) is not None else source


def _without_magics(lines: list[str]) -> list[str]:
    result: list[str] = []
    inside = _Inside()
    dropping = False
    for line in lines:
        if dropping:  # `!pip install \` goes on in the next line
            dropping = line.rstrip().endswith("\\")
            result.append("")
            continue
        if inside.nothing:
            indent = line[: len(line) - len(line.lstrip())]
            timed, assigned = _TIMED.match(line), _ASSIGNED.match(line)
            if timed:
                line = timed[1] + line[timed.end() :]
            elif _LINE.match(line) or _QUESTION.match(line):
                dropping = line.rstrip().endswith("\\")
                line = f"{indent}pass"
            elif assigned:
                dropping = line.rstrip().endswith("\\")
                line = f"{assigned[1]}None"
        inside.read(line)
        result.append(line)
    return result


class _Inside:
    """Whether a line begins inside brackets, a triple-quoted string or a continued line: no magic can stand there."""

    def __init__(self) -> None:
        self.depth = 0
        self.quote = ""
        self.continued = False

    @property
    def nothing(self) -> bool:
        return not (self.depth or self.quote or self.continued)

    def read(self, line: str) -> None:
        at = 0
        while at < len(line):
            if self.quote:
                if line[at] == "\\":
                    at += 2
                elif line.startswith(self.quote, at):
                    at += len(self.quote)
                    self.quote = ""
                else:
                    at += 1
                continue
            sign = line[at]
            if sign == "#":
                break
            if sign in "\"'":
                self.quote = sign * 3 if line.startswith(sign * 3, at) else sign
                at += len(self.quote)
                continue
            if sign in "([{":
                self.depth += 1
            elif sign in ")]}":
                self.depth = max(self.depth - 1, 0)
            at += 1
        self.continued = line.endswith("\\") and "#" not in line
        if len(self.quote) == 1 and not self.continued:
            self.quote = ""  # a quote left open ends with its line
