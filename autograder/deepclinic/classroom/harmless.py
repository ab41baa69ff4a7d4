"""Markdown of a student's as it may be shown to others: it formats text, and does nothing.

Formgrader and feedback pages put HTML that stands in Markdown into the page as it is. A script in an answer would run
in the session of the person who grades, who may change every mark.
"""

from __future__ import annotations

import re
from html import unescape

JOINER = "\u2060"
"""Has no width. Behind a `<` no parser takes what follows for a tag, and a reader still sees what was written, also in
code, where an entity would be seen as one."""
SAFE = ("http:", "https:", "mailto:", "attachment:", "data:image/")

_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_LINK = re.compile(r"\]([ \t]*[(:])(\s*<?(?:\\.|[^\s)>])*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)


def harmless(markdown: str) -> str:
    """Return `markdown` without HTML and without links that run something; what is neither stays as it is."""
    return _LINK.sub(_link, _TAG.sub(f"<{JOINER}", markdown))


def _link(found: re.Match[str]) -> str:
    address = re.sub(r"[\x00-\x20<\\\u2060]", "", unescape(found[2]))
    scheme = _SCHEME.match(address)
    if not scheme or address.lower().startswith(SAFE):
        return found[0]
    return f"]{JOINER}{found[1]}{found[2]}"
