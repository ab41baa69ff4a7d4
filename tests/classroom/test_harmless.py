"""What a student wrote in Markdown reaches other people's browsers as text with formats, and as nothing else."""

from __future__ import annotations

import re

import pytest
from nbconvert.filters import markdown2html

from deepclinic.classroom.harmless import harmless

HARMFUL = {
    "script": "<script>alert(1)</script>",
    "event": "<img src=x onerror=alert(1)>",
    "over lines": "<img\nsrc=x\nonerror=alert(1)>",
    "closing tag": "</div></div><h1>mine</h1>",
    "comment": "<!-- <b> -->",
    "in a table": "| a |\n|---|\n| <iframe src=//x> |",
    "after an open fence": "`\n```\n<script>alert(1)</script>\n",
    "escaped backtick": "\\`<script>alert(1)</script>\\`",
    "link": "[a](javascript:alert(1))",
    "link in brackets": "[a](<javascript:alert(1)>)",
    "link with a space": "[a]( javascript:alert(1))",
    "capitals": "[a](JaVaScRiPt:alert(1))",
    "entities": "[a](&#106;avascript:alert(1))",
    "tab inside": "[a](java&#9;script:alert(1))",
    "picture": "![a](javascript:alert(1))",
    "reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "reference on the next line": "[a][b]\n\n[b]:\n  javascript:alert(1)",
    "autolink": "<javascript:alert(1)>",
    "data": "[a](data:text/html,<script>alert(1)</script>)",
}


@pytest.mark.parametrize("text", HARMFUL.values(), ids=HARMFUL.keys())
def test_nothing_runs(text):
    page = markdown2html(harmless(text))
    assert not re.search(r"<(script|img|iframe|h1|!--)", page)
    assert not re.search(r"(href|src)\s*=\s*[\"']?\s*(javascript|data:text)", page, re.IGNORECASE)


KEPT = {
    "emphasis": "It is **1** and *not* 0.",
    "mathematics": "Because $a < b$ and $\\frac{1}{4} \\le 1$ $$x<1$$",
    "code": "`a < 3` and\n```python\nif a < 3: pass\n```",
    "link": "[paper](https://example.org/a:b) and ![p](attachment:p.png) and [up](#top) and [f](other.md)",
    "quote": "> said\n\n1. one\n2. two",
    "picture inside": "![p](data:image/png;base64,AAAA)",
    "colon": "[note]: this is it",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_only_formats_stays_as_it_is(text):
    assert harmless(text) == text


def test_a_reader_sees_what_was_written():
    shown = re.sub(r"<[^>]*>", "", markdown2html(harmless("`<b>` and <b>x</b>"))).replace("\u2060", "")
    assert shown.strip() == "&lt;b&gt; and &lt;b&gt;x&lt;/b&gt;"
