"""What the cells of a course are worth: the points of the course, or those that an instructor asks for."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from nbformat import NotebookNode

from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

QUESTION = "/question"


@dataclass(frozen=True)
class Points:
    """A factor for everything, and cells with points of their own, by grade id."""

    factor: float = 1.0
    own: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def parse(cls, items: Sequence[str], exercises: Collection[str]) -> Points:
        """Read items such as `2` (everything twice), `relu=20` (its code), `relu/question=5` (its written answer).

        Points that are named are taken as they are; the factor holds for all others.

        Args:
            exercises: names of the exercises that the course has.

        Raises:
            DeepclinicError: an item is none of these, or names an exercise that the course does not have.
        """
        factor, own = 1.0, {}
        for item in items:
            name, equals, number = item.rpartition("=")
            value = _number(number, item)
            if not equals:
                factor = value
                continue
            exercise = name.removesuffix(QUESTION)
            if exercise not in exercises:
                names = ", ".join(exercises)
                raise DeepclinicError(
                    Text(
                        f"--points {item}: this course has no exercise {exercise!r}. It has: {names}",
                        f"--points {item}: 이 과정에 {exercise!r} 연습 문제가 없습니다. 있는 것: {names}",
                    )
                )
            own[f"{exercise}-question" if name.endswith(QUESTION) else f"{exercise}-check"] = value
        return cls(factor, own)

    def give(self, notebook: NotebookNode) -> NotebookNode:
        """Write the points into the graded cells of a source notebook, and return it."""
        for cell in notebook.cells:
            marks = cell.metadata.get("nbgrader", {})
            if "points" in marks:
                marks["points"] = self.own.get(marks["grade_id"], self.factor * marks["points"])
        return notebook


def _number(text: str, item: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value < math.inf:
        raise DeepclinicError(
            Text(
                f"--points {item}: write a factor (2), NAME=POINTS (relu=20) or NAME/question=POINTS; none below 0.",
                f"--points {item}: 배수(2), 이름=점수(relu=20), 이름/question=점수 가운데 하나로 쓰세요. "
                "음수는 쓸 수 없습니다.",
            )
        )
    return value
