"""What to try where no value is at stake that a check knows something about: errors, shapes, nothing at all."""

from __future__ import annotations

import re

import numpy as np

from deepclinic.judging.observation import StudentError
from deepclinic.report.model import Difference
from deepclinic.text import Text

KERAS_HAS_NOT_MADE = re.compile(r"'\w+' object has no attribute '_\w+'")
"""What Keras runs into in an object whose class has not called the constructor of its base class."""

SHAPES_DO_NOT_FIT = re.compile(
    r"[Ii]ncompatible shapes|[Ss]hapes must be equal|Dimensions must be equal|Dimensions .{0,40} are not compatible|"
    r"not be broadcast|broadcast(able)? shapes|required broadcastable|[Ss]ize-incompatible|"
    r"[Ii]nput to reshape|cannot reshape|[Cc]annot reshape|[Mm]ust have the same (number of|rank)|inner dimension|"
    r"have rank \d"
)
"""How TensorFlow, Keras and NumPy say that the shapes of two tensors do not go together."""

_FITS_NOT = Text(
    "The shapes of two tensors do not go together there. Which axis does one of them lack, or have too many? "
    "Write both shapes one under the other, aligned at the right.",
    "그 자리에서 두 텐서의 모양이 서로 맞지 않습니다. 어느 축이 모자라거나 남나요? 두 모양을 오른쪽을 맞추어 위아래로 "
    "적어 보세요.",
)
_NOTHING_CAME = Text(
    "Nothing came back. Does every way through the function end in a `return`?",
    "아무 값도 돌아오지 않았습니다. 함수의 모든 경로가 `return`으로 끝나나요?",
)
_ANOTHER_SHAPE = Text(
    "It is the shape that is wrong. Follow it line by line: where does it become this one?",
    "모양이 틀렸습니다. 한 줄씩 따라가며 어디에서 이 모양이 되는지 찾아보세요.",
)


def of_error(error: StudentError) -> Text | None:
    """Advice for an error that says the same in whatever check it comes up; what a check knows is of its values."""
    if error.type == "AttributeError" and not error.traceback and KERAS_HAS_NOT_MADE.fullmatch(error.message):
        return Text(
            "Keras looks for an attribute that the base class's constructor makes. "
            "Does yours begin with `super().__init__(**kwargs)`?",
            "기반 클래스의 생성자가 만드는 속성을 Keras가 찾지 못했습니다. "
            "생성자가 `super().__init__(**kwargs)`로 시작하나요?",
        )
    return _FITS_NOT if SHAPES_DO_NOT_FIT.search(error.message) else None


def of_difference(first: Difference, entry: str, expected: object) -> Text | None:
    """Advice for what is no matter of values, which is what a check has to say something about."""
    if first.yours == "None" and isinstance(expected, (float, np.ndarray)):  # no attribute that is None: an output
        return _NOTHING_CAME
    if first.place == "shape" and "shape" not in entry:
        return _ANOTHER_SHAPE
    return None
