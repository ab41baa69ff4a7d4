"""The judge gives points for agreement only, waits, fails closed, and charges nobody for the grader's own fault."""

from __future__ import annotations

import numpy as np
import pytest

from deepclinic.judging.check import Check
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

HINTS = (Text("a", "가"), Text("b", "나"), Text("c", "다"))
FIRST = Check("first", Text("First", "첫째"), 2, HINTS, says={"y": Text("the output", "출력")})
SECOND = Check("second", Text("Second", "둘째"), 3, HINTS, needs=("first",))
CHECKS = (FIRST, SECOND)


def seen(first=1.0, second=2.0, **changes) -> Observation:
    probes = {"first": ProbeObservation({"y": first}), "second": ProbeObservation({"z": second})}
    probes.update(changes.pop("probes", {}))
    return Observation(probes, **changes)


def outcomes(yours: Observation, expected: Observation | None = None) -> list[str]:
    return [result.outcome for result in judge(CHECKS, yours, expected or seen())]


def test_agreement_earns_every_point():
    assert [result.points for result in judge(CHECKS, seen(), seen())] == [2, 3]


def test_a_difference_is_shown_beside_what_was_expected():
    result = judge(CHECKS, seen(first=np.array([1.0, 5.0])), seen(first=np.array([1.0, 4.0])))[0]
    assert (result.outcome, result.points) == ("fail", 0)
    assert result.message.en.startswith("the output at [1]: yours 5, expected 4")
    assert result.message.ko.startswith("출력 [1] 위치에서: 제출 5, 기대 4")


def test_beside_an_error_that_lacks_a_name_stands_one_that_has_it():
    nameless = judge(CHECKS, seen(first="ValueError that does not name `rate`"), seen(first="ValueError"))[0]
    assert "yours ValueError that does not name `rate`, expected ValueError that names `rate`." in nameless.message.en
    assert "제출 `rate`라는 이름이 없는 ValueError, 기대 `rate`라는 이름이 있는 ValueError." in nameless.message.ko
    of_another_kind = judge(CHECKS, seen(first="TypeError"), seen(first="ValueError"))[0]
    assert "yours TypeError, expected ValueError." in of_another_kind.message.en


def test_a_check_waits_for_what_it_needs():
    assert outcomes(seen(first=9.0)) == ["fail", "waiting"]


@pytest.mark.parametrize(
    "probe",
    [
        ProbeObservation({}, error=StudentError("ValueError", "no")),
        ProbeObservation({"y": 1.0}, error=StudentError("ValueError", "after recording")),
        ProbeObservation({}),
        ProbeObservation({"y": 1.0, "more": 1}),
    ],
    ids=["error", "late error", "nothing recorded", "too much recorded"],
)
def test_whatever_is_not_agreement_fails(probe):
    assert outcomes(seen(probes={"first": probe}))[0] == "fail"


def test_a_probe_that_never_reported_is_stopped_not_passed():
    assert outcomes(Observation({}))[0] == "stopped"


def test_a_limit_is_named():
    stopped = ProbeObservation(stopped=Text("it ran too long", "너무 오래"))
    result = judge(CHECKS, seen(probes={"first": stopped}), seen())[0]
    assert result.outcome == "stopped" and "ran too long" in result.message.en and "너무 오래" in result.message.ko


def test_an_untouched_stub_is_not_attempted():
    stub = ProbeObservation(
        error=StudentError("NotImplementedError", "", "line 9, in call\n    raise NotImplementedError")
    )
    assert outcomes(seen(probes={"first": stub})) == ["not_attempted", "waiting"]


def test_a_librarys_not_implemented_error_is_an_attempt_that_failed():
    error = StudentError("NotImplementedError", "symbolic", "line 9, in call\n    np.maximum(x, 0)")
    assert outcomes(seen(probes={"first": ProbeObservation(error=error)}))[0] == "fail"


def test_the_graders_own_fault_costs_nothing_and_is_said():
    broken = seen(probes={"first": ProbeObservation(error=StudentError("RuntimeError", "no disk"))})
    result = judge(CHECKS, seen(), broken)[0]
    assert result.outcome == "grader_fault" and "no disk" in result.message.en


def test_an_error_while_loading_fails_every_check():
    error = StudentError("SyntaxError", "invalid syntax", "line 3")
    results = judge(CHECKS, Observation({}, load_error=error), seen())
    assert results[0].outcome == "fail" and results[0].traceback == "line 3"


@pytest.mark.parametrize("mine", [np.array(["a", "b"]), "text", None, [1.0, 2.0]])
def test_what_is_no_curve_is_not_drawn(mine):
    check = Check("first", Text("First", "첫째"), 2, HINTS)
    right = Observation({"first": ProbeObservation({"curve/loss": np.array([2.0, 1.0])})})
    result = judge([check], Observation({"first": ProbeObservation({"curve/loss": mine})}), right)[0]
    assert result.points == 0 and result.curves == ()
    assert len(judge([check], right, right)[0].curves) == 1


def test_an_error_that_ends_every_probe_comes_without_what_one_check_says_about_its_values():
    first = Check("first", Text("First", "첫째"), 2, HINTS, advice={"y": Text("Look at the values.", "값을 보세요.")})
    error, other = StudentError("RuntimeError", "no super().__init__()"), StudentError("ValueError", "shapes")

    def said(*errors: StudentError | None) -> str:
        probes = {name: ProbeObservation(error=error) for name, error in zip(("first", "second"), errors, strict=True)}
        return judge((first, SECOND), Observation(probes), seen())[0].message.en

    assert said(error, error) == "Your code raised RuntimeError: no super().__init__()"
    assert said(error, other).endswith("Looked at: y.\nLook at the values.")
    assert said(error, None).endswith("Looked at: y.\nLook at the values.")


@pytest.mark.parametrize(
    "message",
    [
        "Incompatible shapes: [4,6] vs. [4]",
        "Input to reshape is a tensor with 6 values, but the requested shape has 1",
        "operands could not be broadcast together with shapes (4,6) (4,)",
        "Matrix size-incompatible: In[0]: [4,6], In[1]: [5,3]",
        "Expected input 1 to have rank 3 but got: 2",
        "Dimensions must be equal, but are 6 and 4 for '{{node add}}'",
    ],
)
def test_where_shapes_do_not_go_together_the_advice_is_about_shapes(message):
    first = Check("first", Text("First", "첫째"), 2, HINTS, advice={"y": Text("Look at the values.", "값을 보세요.")})
    probe = ProbeObservation(error=StudentError("InvalidArgumentError", message))
    result = judge((first, SECOND), seen(probes={"first": probe}), seen())[0]
    assert "Write both shapes" in result.message.en and "Look at the values." not in result.message.en


@pytest.mark.parametrize(
    ("yours", "about"), [(None, "`return`"), (np.zeros((2, 1)), "the shape that is wrong"), (0.5, "values")]
)
def test_what_a_check_says_of_its_values_is_for_values(yours, about):
    first = Check("first", Text("First", "첫째"), 2, HINTS, advice={"y": Text("Look at the values.", "값을 보세요.")})
    expected = np.zeros(2) if isinstance(yours, np.ndarray) else 1.0
    result = judge((first, SECOND), seen(first=yours), seen(first=expected))[0]
    assert about in result.message.en and ("Look at the values." in result.message.en) == (about == "values")


def test_a_base_class_whose_constructor_was_not_called_is_pointed_out():
    first = Check("first", Text("First", "첫째"), 2, HINTS, advice={"y": Text("Look at the values.", "값을 보세요.")})

    def said(error: StudentError) -> str:
        probes = {"first": ProbeObservation(error=error), "second": seen().probes["second"]}
        return judge((first, SECOND), Observation(probes), seen())[0].message.en

    message = "'LayerNormalization' object has no attribute '_parent_path'"
    assert "super().__init__(**kwargs)" in said(StudentError("AttributeError", message))
    own = StudentError("AttributeError", message, "line 3, in call\n    return self._parent_path")
    assert "super" not in said(own) and said(own).endswith("Look at the values.")


def test_two_differences_that_read_alike_are_shown_once():
    alike = Check("first", Text("First", "첫째"), 2, HINTS, says={"y *": Text("the output", "출력")})
    right, wrong = ({f"y {i}": value for i in range(3)} for value in (1.0, 2.0))
    yours, expected = (Observation({"first": ProbeObservation(entries)}) for entries in (wrong, right))
    result = judge((alike,), yours, expected)
    assert [difference.what.en for difference in result[0].differences] == ["the output"]
