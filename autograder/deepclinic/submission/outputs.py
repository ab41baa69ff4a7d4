"""Takes the outputs out of the bytes of a notebook, without parsing it: they are what makes a notebook huge."""

from __future__ import annotations

import re

_KEY = rb'"outputs"\s*+:\s*+(?=\[)'
# A string that does not end reaches to the end of the file, or each quote in it would be tried as a beginning.
_TOKEN = re.compile(rb"(?P<key>" + _KEY + rb')|"(?:[^"\\]++|\\.)*+"?|(?P<open>\[)|(?P<close>\])', re.DOTALL)


def without_outputs(data: bytes) -> bytes:
    """Return JSON in which every value of a key "outputs" that is a list has become an empty one.

    Text in strings is left alone, whatever it looks like; what is no JSON stays none.
    """
    kept: list[bytes] = []
    copied = depth = 0
    inside: int | None = None  # how deep the list lies that is being left out
    begins = False
    for token in _TOKEN.finditer(data):
        if token["key"] and inside is None:
            begins = True
        elif token["open"]:
            if begins:
                kept.append(data[copied : token.end()])
                inside, begins = depth, False
            depth += 1
        elif token["close"]:
            depth -= 1
            if inside == depth:
                copied, inside = token.start(), None
    return data if inside is not None else b"".join([*kept, data[copied:]])
