"""From the bytes of a notebook to its cells, whatever version, editor or accident shaped the file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from deepclinic.text import Text

MAX_BYTES = 20_000_000
MAX_CELLS = 5_000
MAX_CODE = 1_000_000


class Unreadable(Exception):
    """The submission cannot be read; `reason` says why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


@dataclass(frozen=True)
class Cell:
    """One cell. `number` counts all cells of the notebook from 1; `grade_id` is nbgrader's, None without one."""

    number: int
    source: str
    grade_id: str | None = None
    is_code: bool = True
    is_test: bool = False


EMPTY = Text("The file is empty.", "파일이 비어 있습니다.")
TOO_LARGE = Text(
    "The file is larger than 20 MB. Clear the outputs and hand it in again.",
    "파일이 20 MB보다 큽니다. 출력을 지우고 다시 제출하세요.",
)
TOO_MUCH_CODE = Text("It holds more than 1 MB of code.", "코드가 1 MB보다 많습니다.")
TOO_MANY_CELLS = Text("The notebook has more than {count} cells.", "노트북의 셀이 {count}개보다 많습니다.")
NOT_JSON = Text(
    "The notebook file is damaged: it is not valid JSON ({error}). Open it in Jupyter, save it, and hand it in again.",
    "노트북 파일이 손상되었습니다. 올바른 JSON이 아닙니다({error}). Jupyter에서 열어 저장한 뒤 다시 제출하세요.",
)
NOT_NOTEBOOK = Text(
    "The file is not a Jupyter notebook: it has no list of cells.",
    "Jupyter 노트북이 아닙니다. 셀 목록이 없습니다.",
)


def read_notebook(data: bytes) -> list[Cell]:
    """Return the cells of a notebook of nbformat 2 to 4 in order; missing or odd fields are passed over.

    Raises:
        Unreadable: empty, too large, not JSON, or JSON that is not a notebook.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(TOO_LARGE)
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise Unreadable(EMPTY)
    raw = _raw_cells(parse_json(data))
    if len(raw) > MAX_CELLS:
        raise Unreadable(TOO_MANY_CELLS.format(count=MAX_CELLS))
    cells = [_cell(number, cell) for number, cell in enumerate(raw, 1)]
    if sum(len(cell.source) for cell in cells if cell.is_code) > MAX_CODE:
        raise Unreadable(TOO_MUCH_CODE)
    return cells


def parse_json(data: bytes) -> Any:
    """Parse the JSON of a notebook; bytes of another encoding (in a comment, say) and raw line ends are let pass.

    Raises:
        Unreadable: not JSON.
    """
    try:
        try:
            return json.loads(data, strict=False)
        except UnicodeDecodeError:
            return json.loads(data.decode("utf-8", "replace"), strict=False)
    except RecursionError:
        raise Unreadable(NOT_JSON.format(error="nested too deeply")) from None
    except ValueError as error:
        raise Unreadable(NOT_JSON.format(error=str(error)[:120])) from None


def _raw_cells(content: Any) -> list[Any]:
    if not isinstance(content, dict):
        raise Unreadable(NOT_NOTEBOOK)
    if isinstance(content.get("cells"), list):
        return content["cells"]
    sheets = content.get("worksheets")  # until nbformat 3
    if not isinstance(sheets, list):
        raise Unreadable(NOT_NOTEBOOK)
    lists = [sheet.get("cells") for sheet in sheets if isinstance(sheet, dict)]
    return [cell for cells in lists if isinstance(cells, list) for cell in cells]


def _cell(number: int, cell: Any) -> Cell:
    if not isinstance(cell, dict):
        return Cell(number, "", is_code=False)
    source = cell.get("source", cell.get("input"))
    if isinstance(source, list):
        source = "".join(line for line in source if isinstance(line, str))
    text = normal_lines(source) if isinstance(source, str) else ""
    metadata = cell.get("metadata")
    grader = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    grader = grader if isinstance(grader, dict) else {}
    grade_id = grader.get("grade_id")
    return Cell(
        number,
        text,
        grade_id if isinstance(grade_id, str) else None,
        cell.get("cell_type", "code") == "code",
        grader.get("grade") is True and grader.get("solution") is not True,
    )


def normal_lines(text: str) -> str:
    """Unix line ends, no byte order mark, no null bytes, no trailing blank."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").rstrip()
