"""Files that are not where they are looked for: renamed, copied, gone."""

from __future__ import annotations

import re
from pathlib import Path

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.text import Text

MAX_BYTES = 1_000_000


def looks_like(root: Path, path: Path) -> ExerciseInfo | None:
    """The exercise that a file in a unit's folder seems to be for, where its name is not one that is checked."""
    if path.suffix not in (".py", ".ipynb") or not path.is_file():
        return None
    here = [info for info in catalog().exercises if path.resolve().parent == (root / info.unit).resolve()]
    if path.stem in {info.name for info in here}:
        return None
    try:
        text = path.read_bytes()[:MAX_BYTES].decode("utf-8", "replace")
    except OSError:  # not ours to read, or gone again
        return None
    for info in here:
        if all(re.search(rf"\b(class|def) {name}\b", text) for name in info.defines):
            return info
    return None


def gone(root: Path, info: ExerciseInfo) -> Text:
    """What to say where neither file of an exercise is there."""
    folder = root / info.unit
    name = f"{info.unit}/{info.name}.py"
    beside = sorted(folder.iterdir()) if folder.is_dir() else []
    renamed = next((path.name for path in beside if looks_like(root, path) == info), None)
    if renamed:
        command = f"deepclinic check {info.unit}/{renamed}"
        return Text(
            f"{name} is gone, and {renamed} beside it looks like it. Only files named {info.name}.py and "
            f"{info.name}.ipynb are checked: rename it back, or check it once with `{command}`.",
            f"{name} 파일이 없고, 같은 폴더의 {renamed} 파일이 그 풀이로 보입니다. {info.name}.py와 "
            f"{info.name}.ipynb만 검사합니다. 이름을 되돌리거나 `{command}`로 한 번 검사하세요.",
        )
    return Text(
        f"{name} is gone, and so is the notebook. `deepclinic reset {info.name}` writes fresh ones.",
        f"{name} 파일도 노트북도 없습니다. `deepclinic reset {info.name}`로 새로 만들 수 있습니다.",
    )
