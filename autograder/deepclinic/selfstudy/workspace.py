"""The folder in which somebody works through the course."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.course.stub import stub_source
from deepclinic.errors import DeepclinicError
from deepclinic.files import cannot_write, write_whole
from deepclinic.report.model import Report
from deepclinic.selfstudy.hints import first_failed
from deepclinic.text import LANGUAGES, Text

MARKER = "deepclinic.json"
FORMAT = 1

_README = {
    "en": """# Your deepclinic workspace

Each exercise is here twice: as a notebook (`.ipynb`, with the lesson) and as a plain Python file (`.py`). Work in
whichever you like; the one that you saved last is checked.

    deepclinic            watch: your file is checked each time you save it
    deepclinic list       where you are
    deepclinic hint       a hint for what failed; again for the next step
    deepclinic check      check once
    deepclinic solution   the solution, once yours passes
""",
    "ko": """# deepclinic 작업 폴더

연습 문제마다 노트북(`.ipynb`, 수업 포함)과 파이썬 파일(`.py`)이 하나씩 있습니다. 편한 쪽에서
작업하세요. 나중에 저장한 쪽을 검사합니다.

    deepclinic            지켜보기: 저장할 때마다 검사합니다
    deepclinic list       진행 상황
    deepclinic hint       실패한 검사의 힌트 (다시 실행하면 다음 단계)
    deepclinic check      한 번 검사
    deepclinic solution   통과한 뒤 모범 답안 보기
""",
}


@dataclass
class Workspace:
    """A workspace on disk. `state` is what is written to the marker file: language, and progress by exercise."""

    root: Path
    state: dict[str, Any]

    @property
    def language(self) -> str:
        """ "en" or "ko"."""
        return self.state["language"] if self.state.get("language") in LANGUAGES else "en"

    @classmethod
    def create(cls, root: Path, language: str = "en") -> Workspace:
        """Write stubs, notebooks and a README into an empty or new folder.

        Raises:
            DeepclinicError: something is there already; nothing of it is touched.
        """
        if (root / MARKER).exists():
            raise DeepclinicError(Text(f"{root} is a workspace already.", f"{root}은(는) 이미 작업 폴더입니다."))
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise DeepclinicError(
                Text(
                    f"{root} is there already and not empty. Choose another name.",
                    f"{root}이(가) 이미 있고 비어 있지 않습니다. 다른 이름을 고르세요.",
                )
            )
        workspace = cls(root, {"format": FORMAT, "language": language, "progress": {}})
        try:
            for info in catalog().exercises:
                workspace.write_stub(info)
            write_whole(root / "README.md", _README[language])
            workspace.save()
        except BaseException:  # half a workspace would stand in the way of the next attempt
            for made in root.iterdir() if root.is_dir() else ():
                shutil.rmtree(made) if made.is_dir() else made.unlink()
            raise
        return workspace

    @classmethod
    def find(cls, start: Path | None = None) -> Workspace:
        """The workspace that `start` (the current folder) lies in.

        Raises:
            DeepclinicError: there is none, or its file cannot be read.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            marker = folder / MARKER
            if marker.is_file():
                return cls(folder, _read(marker))
        raise DeepclinicError(
            Text(
                "There is no workspace here. Make one with `deepclinic init my-work`, then `cd my-work`.",
                "여기는 작업 폴더가 아닙니다. `deepclinic init my-work`로 만든 뒤 `cd my-work`로 들어가세요.",
            )
        )

    def save(self) -> None:
        """Write the marker file whole or not at all."""
        write_whole(self.root / MARKER, json.dumps(self.state, ensure_ascii=False, indent=1))

    def files(self, info: ExerciseInfo) -> tuple[Path, Path]:
        """The `.py` and the `.ipynb` of an exercise."""
        base = self.root / info.unit / info.name
        return base.with_suffix(".py"), base.with_suffix(".ipynb")

    def file(self, info: ExerciseInfo) -> Path:
        """The one of the two that was saved last.

        Raises:
            DeepclinicError: both are gone.
        """
        present = [path for path in self.files(info) if path.is_file()]
        if not present:
            raise DeepclinicError(
                Text(
                    f"{self.files(info)[0]} is gone. `deepclinic reset {info.name}` writes a fresh one.",
                    f"{self.files(info)[0]} 파일이 없습니다. `deepclinic reset {info.name}`로 새로 만들 수 있습니다.",
                )
            )
        return max(present, key=lambda path: path.stat().st_mtime_ns)

    def exercise_of(self, path: Path) -> ExerciseInfo | None:
        """The exercise that a file of this workspace belongs to."""
        return next((info for info in catalog().exercises if path.resolve() in self.files(info)), None)

    def write_stub(self, info: ExerciseInfo) -> list[Path]:
        """Write both files fresh; what was there is kept beside them as `.bak`. Returns the backups."""
        from deepclinic.course.notebook import dumps, student_notebook  # takes seconds; `list` and `check` need none

        source, notebook = self.files(info)
        kept = []
        contents = {notebook: dumps(student_notebook(info.name, self.language)), source: stub_source(info.name)}
        for path, content in contents.items():
            if path.exists():
                kept.append(_backup(path))
            write_whole(path, content)
        return kept

    def progress(self, info: ExerciseInfo) -> dict[str, Any]:
        """Points, tries, hints shown and the time of the first pass of one exercise."""
        return self.state.setdefault("progress", {}).setdefault(
            info.name, {"points": 0.0, "best": 0.0, "tries": 0, "passed": None, "failed_check": None, "hints": {}}
        )

    def note(self, info: ExerciseInfo, report: Report) -> None:
        """Keep what a check showed."""
        kept = self.progress(info)
        kept["points"], kept["tries"] = report.points, kept["tries"] + 1
        kept["best"] = max(kept["best"], report.points)
        kept["failed_check"] = first_failed({check.id: check.outcome for check in report.checks})
        if report.full_marks and kept["passed"] is None:
            kept["passed"] = datetime.now(UTC).isoformat(timespec="seconds")
        self.save()

    def next_open(self) -> ExerciseInfo | None:
        """The first exercise that has not passed yet; None when all have."""
        return next((info for info in catalog().exercises if self.progress(info)["passed"] is None), None)


def _backup(path: Path) -> Path:
    number = 1
    while (kept := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    try:
        shutil.copy2(path, kept)  # not moved: where the new file cannot be written, the old one stays
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise cannot_write(kept, error) from error
    return kept


def _read(marker: Path) -> dict[str, Any]:
    try:
        state = json.loads(marker.read_text(encoding="utf-8"))
        if isinstance(state, dict) and state.get("format") == FORMAT:
            return state
        problem = "it was not written by this version"
    except (OSError, ValueError) as error:
        problem = str(error)
    raise DeepclinicError(f"{marker} cannot be read ({problem}). Repair or delete it; your solutions are not touched.")
