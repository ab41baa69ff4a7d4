"""Sample reports with every outcome. `python tests/report/gallery.py FOLDER` writes their pages to look at."""

from __future__ import annotations

import math
import sys
from pathlib import Path

from deepclinic.report.model import CheckResult, Curve, Difference, Misconception, Report
from deepclinic.text import Text

HINTS = (
    Text("Which variance should the layer divide by: that of the batch, or that of the running average?",
         "층은 어떤 분산으로 나누어야 할까요? 배치의 분산일까요, 이동 평균일까요?"),
    Text("Look at what `call` does when `training` is true.", "`training`이 참일 때 `call`이 하는 일을 살펴보세요."),
    Text("`ops.var` already divides by n; `n - 1` is not wanted here.",
         "`ops.var`는 이미 n으로 나눕니다. 여기서는 `n - 1`이 필요 없습니다."),
)  # fmt: skip
TITLES = {
    "training_output": Text("In training the output has mean 0 and variance 1 before gamma and beta",
                            "학습 중 출력은 gamma와 beta 적용 전에 평균 0, 분산 1이다"),
    "statistics_gradient": Text("Gradients flow through mean and variance", "기울기가 평균과 분산을 통해 흐른다"),
    "moving_statistics": Text("Each step moves the moving statistics by 1 - momentum",
                              "각 스텝마다 이동 통계가 1 - momentum만큼 움직인다"),
    "inference_output": Text("At inference the moving statistics are used", "추론에서는 이동 통계를 사용한다"),
    "inference_frozen": Text("At inference nothing is updated", "추론에서는 아무것도 갱신하지 않는다"),
    "bad_arguments": Text("Bad arguments are refused by name", "잘못된 인수는 이름을 밝혀 거부한다"),
    "training_curve": Text("A net of five sigmoid layers trains as with the reference",
                           "시그모이드 층 다섯 개짜리 신경망이 모범 답안과 같게 학습된다"),
}  # fmt: skip
POINTS = {"training_output": 2.0, "statistics_gradient": 2.0, "moving_statistics": 2.0, "inference_output": 1.0,
          "inference_frozen": 1.0, "bad_arguments": 0.5, "training_curve": 1.5}  # fmt: skip
EXPECTED = tuple(2.3 * math.exp(-0.35 * step) + 0.36 for step in range(11))
SLOW = tuple(2.3 * math.exp(-0.12 * step) + 0.5 + 0.05 * math.sin(step) for step in range(11))
MOMENTUM = Misconception(
    "momentum_swapped",
    Text("Momentum weighs the new batch, so that with 0.99 the moving statistics all but forget what came before.",
         "momentum을 새 배치의 가중치로 사용했습니다. 0.99이면 이동 통계가 이전 값을 거의 잊어버립니다."),
    Text("Work out by hand what one step does to a moving mean of 0 when the batch mean is 1 and momentum is 0.9.",
         "배치 평균이 1이고 momentum이 0.9일 때, 이동 평균 0이 한 스텝 뒤에 얼마가 되는지 손으로 계산해 보세요."),
)  # fmt: skip
UNBIASED = Misconception(
    "unbiased_variance",
    Text("The variance divides by n - 1.", "분산을 n - 1로 나누었습니다."),
    Text("Compare with `np.var` of one column.", "한 열의 `np.var`와 비교해 보세요."),
)


def check(id: str, outcome: str = "pass", **more: object) -> CheckResult:
    """One check of the sample exercise; `more` are fields of CheckResult."""
    earned = POINTS[id] if outcome == "pass" else 0.0
    return CheckResult(id, TITLES[id], outcome, earned, POINTS[id], hints=HINTS, **more)  # type: ignore[arg-type]


def report(*checks: CheckResult, **more: object) -> Report:
    """A graded report of the sample exercise in which checks that are not named passed."""
    given = {one.id: one for one in checks}
    whole = tuple(given.get(id, check(id)) for id in TITLES)
    fields = {"submission": "submitted/kim/bn.ipynb", "student": "kim", "seed": 7, "seconds": 0.41, **more}
    return Report(exercise="batch_normalization", outcome="graded", max_points=10.0, checks=whole, **fields)  # type: ignore[arg-type]


def gallery() -> dict[str, Report]:
    """One report for each thing that can happen to a submission."""
    moving = Text("moving_mean after 3 steps", "3 스텝 뒤의 moving_mean")
    variance = Text("moving_variance after 3 steps", "3 스텝 뒤의 moving_variance")
    wrong = check(
        "moving_statistics", "fail",
        message=Text("moving_mean after 3 steps at [2]: yours 0.972, expected 0.0297. The new batch counts too much.",
                     "3 스텝 뒤의 moving_mean [2] 위치에서: 제출 0.972, 기대 0.0297. 새 배치가 지나치게 반영됩니다."),
        advice=Text("The new batch counts too much.", "새 배치가 지나치게 반영됩니다."),
        differences=(Difference(moving, "[2]", "0.972", "0.0297"),
                     Difference(variance, "[0]", "4.21", "1.03")),
    )  # fmt: skip
    curve = check(
        "training_curve", "fail", curves=(Curve(Text("training loss", "학습 손실"), SLOW, EXPECTED),),
        message=Text("training loss at [10]: yours 1.19, expected 0.429.",
                     "학습 손실 [10] 위치에서: 제출 1.19, 기대 0.429."),
        differences=(Difference(Text("training loss", "학습 손실"), "[10]", "1.19", "0.429"),),
    )  # fmt: skip
    waits = Text("Waits for: Each step moves the moving statistics",
                 "먼저 통과해야 할 검사: 각 스텝마다 이동 통계가 움직인다")  # fmt: skip
    waiting = check("inference_output", "waiting", message=waits)
    raised = check(
        "training_output", "fail",
        message=Text("Your code raised ValueError: Cannot broadcast (8, 3) with (8,)",
                     "작성한 코드에서 ValueError 오류가 났습니다: Cannot broadcast (8, 3) with (8,)"),
        traceback="line 31, in call\n    centred = inputs - mean\nline 44, in _mean\n    return ops.mean(x, axis=1)",
    )  # fmt: skip
    shape = check(
        "training_output", "fail",
        message=Text("output, its shape: yours (8,), expected (8, 3).", "출력의 모양: 제출 (8,), 기대 (8, 3)."),
        differences=(Difference(Text("output", "출력"), "shape", "(8,)", "(8, 3)"),),
    )
    stopped = check("training_output", "stopped", message=Text("Stopped: 30 s of wall time.", "중단됨: 30초 초과."))
    not_run = Text("Not run: an earlier check ended the run.", "앞선 검사에서 중단되어 실행하지 못했습니다.")
    fault = check("training_curve", "grader_fault",
                  message=Text("The grader could not observe its own reference here.",
                               "채점기가 자신의 모범 답안을 관찰하지 못했습니다."))  # fmt: skip
    not_yet = Text("Not attempted yet.", "아직 작성하지 않았습니다.")
    todo = [check(id, "not_attempted", message=not_yet) for id in TITLES]
    good_curve = check("training_curve", curves=(Curve(Text("training loss", "학습 손실"), EXPECTED, EXPECTED),))
    empty = {"exercise": "batch_normalization", "max_points": 10.0, "seed": 7}
    twice = Text("BatchNormalization is defined twice: the last one was graded.",
                 "BatchNormalization이 두 번 정의되어 마지막 것을 채점했습니다.")  # fmt: skip
    return {
        "full_marks": report(good_curve, student="ana"),
        "misconception": report(wrong, waiting, curve, misconception=MOMENTUM, notes=(twice,)),
        "unnamed": report(shape, check("bad_arguments", "fail", message=Text("No error.", "오류가 없습니다.")),
                          student="박서연"),
        "raised": report(raised, *(check(id, "waiting", message=waits) for id in list(TITLES)[1:4]), student="lee"),
        "stopped": report(stopped, *(check(id, "stopped", message=not_run) for id in list(TITLES)[1:]),
                          student="o'neil"),
        "not_attempted": report(*todo, student="choi"),
        "check_fault": report(fault, student="ravi"),
        "ready_made": report(student="mallory",
                             not_from_scratch=("keras.layers.BatchNormalization (line 12)", "tf.nn.moments, entered")),
        "unreadable": Report("submitted/sam/bn.ipynb", outcome="unreadable", student="sam",
                             reason=Text("The notebook is not valid JSON: line 3.",
                                         "노트북이 올바른 JSON이 아닙니다: 3행."),
                             **empty),
        "grader_fault": Report("submitted/zoe/bn.ipynb", outcome="grader_fault", student="zoe",
                               reason=Text("No worker could be started.", "작업 프로세스를 시작하지 못했습니다."),
                               **empty),
        "unbiased": report(check("inference_frozen", "fail", message=Text("It moved.", "값이 변했습니다.")),
                           misconception=UNBIASED, student="nia"),
        "swapped_too": report(wrong, waiting, curve, misconception=MOMENTUM, student="omar"),
    }  # fmt: skip


def main(folder: Path) -> None:
    """Write every page of the gallery, in both languages."""
    from deepclinic.report.html import fragment, pages

    for language in ("en", "ko"):
        for name, page in pages(list(gallery().values()), language).items():
            target = folder / language / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, encoding="utf-8")
        body = "".join(fragment(one, language) + "<hr>" for one in gallery().values())
        (folder / language / "fragments.html").write_text(f"<meta charset=utf-8>{body}", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
