"""What can be seen of an exercise without running it: texts in every language, points, files in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from deepclinic import paths
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.judging.check import Check, checks_of
from deepclinic.text import LANGUAGES, Text

MIN_ALTERNATIVES = 5
MIN_MISCONCEPTIONS = 8
_HANGUL = re.compile("[가-힣]")


def content_problems(exercise: ExerciseInfo) -> Iterator[str]:
    """Yield a sentence for everything that is missing or out of place in one exercise."""
    checks = checks_of(exercise.name)
    yield from _check_problems(checks)
    alternatives, wrong = solutions.alternatives(exercise.name), solutions.misconceptions(exercise.name)
    if len(alternatives) < MIN_ALTERNATIVES:
        yield f"has {len(alternatives)} alternatives, at least {MIN_ALTERNATIVES} are asked for"
    if len(wrong) < MIN_MISCONCEPTIONS:
        yield f"has {len(wrong)} misconceptions, at least {MIN_MISCONCEPTIONS} are asked for"
    for alternative in alternatives:
        yield from _text_problems(f"alternative {alternative.id}: idea", alternative.idea)
    for solution in wrong:
        yield from _text_problems(f"misconception {solution.id}: what", solution.misconception.what)
        yield from _text_problems(f"misconception {solution.id}: try", solution.misconception.try_)
    reference = solutions.reference_source(exercise.name)
    if reference.count("### BEGIN SOLUTION") != reference.count("### END SOLUTION"):
        yield "the reference's BEGIN SOLUTION and END SOLUTION do not pair"
    if "### BEGIN SOLUTION" not in reference:
        yield "the reference marks nothing as the student's part"
    lesson = exercise.lesson.read_text(encoding="utf-8")
    for language in LANGUAGES:
        if f'lang="{language}"' not in lesson:
            yield f"the lesson says nothing in {language!r}"


def _check_problems(checks: tuple[Check, ...]) -> Iterator[str]:
    seen: set[str] = set()
    for check in checks:
        yield from _text_problems(f"check {check.id}: title", check.title)
        if len(check.hints) != 3:
            yield f"check {check.id}: has {len(check.hints)} hints, not 3"
        for number, hint in enumerate(check.hints, 1):
            yield from _text_problems(f"check {check.id}: hint {number}", hint)
        for table, kind in ((check.says, "says"), (check.advice, "advice")):
            for entry, text in table.items():
                yield from _text_problems(f"check {check.id}: {kind} {entry!r}", text)
        if check.points <= 0:
            yield f"check {check.id}: is worth no points"
        for need in check.needs:
            if need not in seen:
                yield f"check {check.id}: needs {need!r}, which does not come before it"
        if check.id in seen:
            yield f"check {check.id}: is there twice"
        seen.add(check.id)


def _text_problems(where: str, text: Text) -> Iterator[str]:
    for language in LANGUAGES:
        if not getattr(text, language).strip():
            yield f"{where}: nothing in {language!r}"
    if _HANGUL.search(text.en):
        yield f"{where}: Korean in the English text {text.en!r}"
    if text.ko.strip() and text.ko != text.en and not _HANGUL.search(text.ko):  # the same in both: code
        yield f"{where}: no Korean in the Korean text {text.ko!r}"


def stray_files() -> Iterator[str]:
    """Yield every file that belongs to no exercise."""
    names = {exercise.name for exercise in catalog().exercises}
    package = Path(__file__).parents[1]
    root = solutions.reference_path(next(iter(names))).parents[1]
    for folder in sorted(root.iterdir()):
        if folder.name not in names:
            yield f"{folder}: no lesson is for an exercise of this name"
            continue
        for path in sorted(folder.rglob("*")):
            parts = path.relative_to(folder).parts
            of_a_kind = parts[0] in ("alternatives", "misconceptions", "rewritten", "unseen")
            fits = parts in (("reference.py",), ("equivalent.toml",)) or (
                of_a_kind and (len(parts) == 1 or path.suffix == ".py")
            )
            if not fits and "__pycache__" not in parts:
                yield f"{path}: neither a reference, an alternative, one of the wrong solutions nor about mutants"
    for path in sorted((package / "judging" / "exercises").glob("*.py")):
        if path.stem not in names and path.stem != "__init__":
            yield f"{path}: no lesson is for an exercise of this name"
    lessons = {exercise.lesson for exercise in catalog().exercises}
    for path in sorted(paths.course_root().rglob("*")):
        if path.is_file() and path.name != "course.toml" and path not in lessons and "__pycache__" not in path.parts:
            yield f"{path}: not a lesson (NN_<exercise>.py in a unit's folder)"
