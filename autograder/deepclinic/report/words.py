"""The words that every face shares, in both languages, and how numbers and outcomes are written."""

from __future__ import annotations

from deepclinic.report.model import CheckResult, Difference, Report
from deepclinic.text import Text

WORDS: dict[str, Text] = {
    "pass": Text("passed", "통과"),
    "fail": Text("failed", "실패"),
    "waiting": Text("waiting", "대기"),
    "not_attempted": Text("not attempted", "미작성"),
    "stopped": Text("stopped", "중단"),
    "grader_fault": Text("grader's fault", "채점기 오류"),
    "unreadable": Text("unreadable", "읽을 수 없음"),
    "points": Text("points", "점수"),
    "yours": Text("yours", "내 결과"),
    "expected": Text("expected", "기대 결과"),
    "where": Text("where", "위치"),
    "check": Text("check", "검사"),
    "outcome": Text("outcome", "결과"),
    "submission": Text("submission", "제출물"),
    "misconception": Text("misconception", "오개념"),
    "failed_checks": Text("failed or not written", "실패했거나 작성하지 않은 검사"),
    "what_happened": Text("What happened", "무슨 일이 있었나"),
    "what_to_try": Text("What to try", "이렇게 해 보세요"),
    "in_your_code": Text("In your code", "내 코드에서"),
    "first_failure": Text("Look at this first", "먼저 볼 것"),
    "other_checks": Text("The other checks", "나머지 검사"),
    "all_checks": Text("The checks", "검사"),
    "do_not_count": Text("What the checks saw (it does not count)", "검사 결과 (점수에 포함되지 않음)"),
    "details": Text("details", "자세히"),
    "hint_0": Text("Hint 1: a question", "힌트 1: 질문"),
    "hint_1": Text("Hint 2: the place", "힌트 2: 살펴볼 곳"),
    "hint_2": Text("Hint 3: the line", "힌트 3: 고칠 줄"),
    "more_hint": Text("Another hint", "힌트 더 보기"),
    "notes": Text("Good to know", "알아 두기"),
    "all_passed": Text("Every check passed.", "모든 검사를 통과했습니다."),
    "cannot_read": Text("The submission could not be read.", "제출물을 읽을 수 없습니다."),
    "grader_failed": Text(
        "The grader itself failed. This costs no points: a person will grade it.",
        "채점기 자체에 문제가 생겼습니다. 감점은 없으며 사람이 직접 채점합니다.",
    ),
    "for_a_person": Text(
        "Part of this is left for a person to grade: the grader failed there.",
        "채점기에 문제가 생긴 부분은 사람이 직접 채점합니다.",
    ),
    "ready_made": Text("Not built from scratch: 0 points", "직접 구현하지 않음: 0점"),
    "ready_made_why": Text(
        "The exercise is to build this yourself. Your solution used what is ready-made:",
        "이 과제는 직접 구현하는 것이 목표입니다. 제출한 코드는 이미 만들어진 기능을 사용했습니다:",
    ),
    "seed": Text("seed {seed}", "시드 {seed}"),
    "took": Text("{seconds} s", "{seconds}초"),
    "epoch": Text("epoch or step", "에포크 또는 단계"),
    "curve": Text("Training curve", "학습 곡선"),
    "band": Text(
        "The band, ± {band}, is where right solutions lie: chance has a part in this curve",
        "띠(± {band})는 올바른 풀이가 놓이는 범위입니다. 이 곡선은 우연에 좌우됩니다",
    ),
    "class": Text("Class report", "반 전체 결과"),
    "class_misunderstood": Text("What the class misunderstood", "반에서 자주 나온 오개념"),
    "none_named": Text("No known misconception was recognised.", "알려진 오개념은 발견되지 않았습니다."),
    "hard_checks": Text("How often each check failed or was not written", "검사별로 실패했거나 작성하지 않은 비율"),
    "nothing_failed": Text("None.", "없습니다."),
    "submissions": Text("Submissions", "제출물"),
    "average": Text("Average", "평균"),
    "full_marks": Text("Full marks", "만점"),
    "median": Text("Median", "중앙값"),
    "distribution": Text("How the points are spread", "점수 분포"),
    "share_of_points": Text("share of the points, in %", "득점률 (%)"),
    "not_graded": Text("Left for a person", "사람이 채점할 것"),
    "look_at": Text("For a person to look at", "사람이 살펴볼 것"),
    "nothing_to_look_at": Text(
        "Nothing: every submission was graded without doubt.", "없습니다. 모두 문제없이 채점되었습니다."
    ),
    "exercise": Text("Exercise", "연습 문제"),
    "why": Text("Why", "이유"),
    "most_frequent": Text("Misunderstood most often", "가장 많은 오개념"),
    "feedback": Text("Feedback", "피드백"),
    "nothing_there": Text("There is nothing here yet.", "아직 결과가 없습니다."),
}

SYMBOLS = {"pass": "✓", "fail": "✗", "waiting": "⋯", "not_attempted": "◌", "stopped": "◼", "grader_fault": "!"}
"""One cell wide in every terminal, Korean ones too."""
ASCII_SYMBOLS = {"pass": "+", "fail": "x", "waiting": ".", "not_attempted": "o", "stopped": "#", "grader_fault": "!"}


def say(key: str, language: str, **values: object) -> str:
    """Return the words for `key` in `language`."""
    words = WORDS[key].to(language)
    return words.format(**values) if values else words


def number(value: float) -> str:
    """Write points without trailing zeros: 2, 7.5, 0.33."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def points(value: float, of: float, language: str, unit: bool = True) -> str:
    """Write "7.5 / 10 points"."""
    text = f"{number(value)} / {number(of)}"
    if not unit:
        return text
    return f"{text}점" if language == "ko" else f"{text} points"


def students(count: int, language: str) -> str:
    """Write "3 students"."""
    if language == "ko":
        return f"{count}명"
    return f"{count} student" + ("" if count == 1 else "s")


def counted(report: Report, language: str) -> str:
    """Write how the checks ended: "8 passed, 2 failed, 1 waiting"."""
    outcomes = [check.outcome for check in report.checks]
    return ", ".join(_of(outcomes.count(outcome), outcome, language) for outcome in SYMBOLS if outcome in outcomes)


def passed(count: int, language: str) -> str:
    """Write "8 passed"."""
    return _of(count, "pass", language)


def _of(count: int, outcome: str, language: str) -> str:
    word = say(outcome, language)
    return f"{word} {count}" if language == "ko" else f"{count} {word}"


def who(report: Report) -> str:
    """The student, or the submission where the student is not known."""
    return report.student or report.submission


def where(difference: Difference, language: str) -> str:
    """Name what differs and at which place."""
    what, place = difference.what.to(language), difference.place
    if not place:
        return what
    if place == "shape":
        return f"{what}의 모양" if language == "ko" else f"{what}, its shape"
    return f"{what}, {place}" if language == "ko" else f"{what}, at {place}"


def explanation(check: CheckResult, language: str) -> str:
    """What is left to say once the differences are shown: the advice, or a message that says more than they do."""
    message = check.message.to(language)
    if not check.differences:
        return message
    if check.advice.en:
        return check.advice.to(language)
    return "" if message.startswith(check.differences[0].what.to(language)) else message


def heading(report: Report, after_first: bool) -> str:
    """The key of the heading over the list of checks."""
    if report.not_from_scratch:
        return "do_not_count"
    return "other_checks" if after_first else "all_checks"
