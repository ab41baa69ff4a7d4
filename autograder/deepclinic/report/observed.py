"""The words that probes write down, in the reader's language.

An observation is data and holds English words. They are put into words where a face shows them; what is not listed
(numbers, names of Python's) is shown as it is.
"""

from __future__ import annotations

import re

KOREAN = {
    "a layer without weights": "가중치가 없는 층",
    "all examples are moved alike": "모든 예제가 똑같이 옮겨짐",
    "as before": "그대로",
    "changed": "바뀜",
    "different": "서로 다름",
    "it differs from call to call": "호출할 때마다 다름",
    "it varies": "일정하지 않음",
    "missing": "없음",
    "moved": "움직임",
    "no": "아니요",
    "no array": "배열이 아님",
    "no error": "오류 없음",
    "no gradient": "기울기 없음",
    "no: another shape": "아니요: 모양이 다름",
    "not a layer": "층이 아님",
    "not finite": "유한하지 않음",
    "not zero": "0이 아님",
    "nothing": "기록 없음",
    "only some moved": "일부만 움직임",
    "other statistics": "다른 통계량",
    "some outputs are not their input moved by whole pixels": "입력을 픽셀 단위로 옮긴 것이 아닌 출력이 있음",
    "something": "기록 있음",
    "stayed": "움직이지 않음",
    "the masks cannot be read off the outputs": "출력에서 마스크를 알아낼 수 없음",
    "the moving statistics": "이동 통계량",
    "the same": "서로 같음",
    "there is nothing to measure": "잴 것이 없음",
    "yes": "예",
    "zero": "0",
}
PATTERNS = (
    (re.compile(r"(\w+) that does not name (`\w+`)"), r"\2라는 이름이 없는 \1"),
    (re.compile(r"(\w+) that names (`\w+`)"), r"\2라는 이름이 있는 \1"),
    (re.compile(r"an array of shape (\([\d, ]*\))"), r"모양이 \1인 배열"),
    (re.compile(r"shapes (\([\d, ]*\)) and (\([\d, ]*\))"), r"모양 \1, \2"),
    (re.compile(r"list of (\w+)"), r"\1의 리스트"),
)


def observed(value: str, language: str) -> str:
    """A value of a difference, as a reader of `language` reads it."""
    if language != "ko":
        return value
    for pattern, korean in PATTERNS:
        if pattern.fullmatch(value):
            return pattern.sub(korean, value)
    return KOREAN.get(value, value)
