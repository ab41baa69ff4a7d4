"""From the bytes of a `.py` file to its text, decoded as Python itself would."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Mapping, Sequence

from deepclinic.submission.magics import parse
from deepclinic.submission.names import statements
from deepclinic.submission.notebook import EMPTY, MAX_CODE, TOO_MUCH_CODE, Unreadable
from deepclinic.text import Text

NULL_BYTES = Text(
    "The file is not Python source: it holds null bytes. Save it as plain text in UTF-8.",
    "Python 소스가 아닙니다. 널(null) 바이트가 들어 있습니다. UTF-8 일반 텍스트로 저장하세요.",
)
NOT_TEXT = Text(
    "The file is not text in {encoding}: {error}. Save it in UTF-8.",
    "{encoding} 텍스트로 읽을 수 없습니다({error}). UTF-8로 저장하세요.",
)
UNKNOWN_ENCODING = Text(
    "The encoding that the file declares is not known ({error}). Save it in UTF-8.",
    "파일에 선언된 인코딩을 알 수 없습니다({error}). UTF-8로 저장하세요.",
)
NOWHERE = Text("The file does not define {names}.", "파일에 {names} 정의가 없습니다.")


def read_text(data: bytes) -> str:
    """Decode a module: byte order mark, PEP 263 comment, else UTF-8; line ends become "\\n".

    Raises:
        Unreadable: empty, too large, null bytes, or not text in its encoding.
    """
    if len(data) > MAX_CODE:
        raise Unreadable(TOO_MUCH_CODE)
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise Unreadable(EMPTY)
    if b"\x00" in data:
        raise Unreadable(NULL_BYTES)
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError as error:
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as wrong:
            raise Unreadable(_not_text("UTF-8", wrong)) from None
        raise Unreadable(UNKNOWN_ENCODING.format(error=str(error)[:80])) from None
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Unreadable(_not_text("UTF-8" if encoding.startswith("utf-8") else encoding, error)) from None
    # A declaration that names another encoding would be wrong for the text that this has become.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for at in range(min(2, len(lines))):
        if re.match(r"[ \t\f]*#.*?coding[:=]", lines[at]):
            lines[at] = "#"
    return "\n".join(lines)


def _not_text(encoding: str, error: Exception) -> Text:
    where = f"byte {error.start}" if isinstance(error, UnicodeDecodeError) else type(error).__name__
    return NOT_TEXT.format(encoding=encoding, error=where)


def defined_exercises(source: str, wanted: Mapping[str, Sequence[str]]) -> list[str]:
    """Which exercises a module solves: those of which it defines every name, else those of which it defines any."""
    tree = parse(source)
    if tree is not None:
        names = {
            name
            for s in statements(tree, source, 0)
            for name in s.binds
            if not isinstance(s.node, (ast.Import, ast.ImportFrom)) or (getattr(s.node, "module", "") or "")
        }
    else:
        names = set(re.findall(r"^(?:class|def)\s+(\w+)", source, re.MULTILINE))
    whole = [exercise for exercise, defines in wanted.items() if defines and set(defines) <= names]
    return whole or [exercise for exercise, defines in wanted.items() if set(defines) & names]
