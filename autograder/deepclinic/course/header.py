"""The YAML header of a lesson: what stands between the first two lines `# ---`.

Read here without jupytext, whose import takes longer than `deepclinic list` should.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from deepclinic.errors import DeepclinicError


def read_header(lesson: Path) -> dict[str, Any]:
    """Return the `jupyter` mapping of a lesson's header.

    Raises:
        DeepclinicError: the file cannot be read or has no such header.
    """
    try:
        with lesson.open(encoding="utf-8") as file:
            lines = _header_lines(file)
        header = yaml.safe_load("\n".join(lines))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise DeepclinicError(f"{lesson}: the header cannot be read: {error}") from error
    if not isinstance(header, dict) or not isinstance(header.get("jupyter"), dict):
        raise DeepclinicError(f"{lesson}: a lesson begins with a header `# ---` that has a key `jupyter`.")
    return header["jupyter"]


def _header_lines(file) -> list[str]:
    if next(file, "").rstrip() != "# ---":
        return []
    lines = []
    for line in file:
        if line.rstrip() == "# ---":
            return lines
        lines.append(line.rstrip("\n").removeprefix("#").removeprefix(" "))
    return []
