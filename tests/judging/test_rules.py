"""Rules are symmetric, tolerate exactly what they say, and name the place where two observations differ most."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from deepclinic.judging.rules import Close, Default, Exactly, Within, sampling_bound
from deepclinic.text import Text

WHAT = Text("the output", "출력")
RULES = [Close(), Within(0.5), Exactly(), Default()]
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.floats(),
    st.text(max_size=5),
    st.lists(st.integers(-3, 3), max_size=3),
    arrays(np.float32, array_shapes(max_dims=3, max_side=3), elements=st.floats(width=32)),
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: type(rule).__name__)
@settings(max_examples=200, deadline=None, derandomize=True)
@given(value=VALUES)
def test_a_value_agrees_with_itself(rule, value):
    assert rule.difference(WHAT, value, value) is None


@pytest.mark.parametrize("rule", RULES[:3], ids=lambda rule: type(rule).__name__)
@settings(max_examples=200, deadline=None, derandomize=True)
@given(left=VALUES, right=VALUES)
def test_agreement_does_not_depend_on_which_side_is_the_reference(rule, left, right):
    assert (rule.difference(WHAT, left, right) is None) == (rule.difference(WHAT, right, left) is None)


def test_the_place_is_where_the_two_differ_most():
    expected = np.zeros((3, 4))
    yours = expected.copy()
    yours[0, 1], yours[2, 3] = 0.1, -0.5
    difference = Close().difference(WHAT, yours, expected)
    assert difference is not None
    assert (difference.place, difference.yours, difference.expected) == ("[2, 3]", "-0.5", "0")


@pytest.mark.parametrize("gap, agree", [(0.9e-3, True), (1.1e-3, False)])
def test_close_tolerates_what_it_says(gap, agree):
    assert (Close(rtol=0, atol=1e-3).difference(WHAT, 1.0 + gap, 1.0) is None) is agree


def test_a_broadcastable_shape_is_not_the_same_shape():
    difference = Close().difference(WHAT, np.ones((1, 3)), np.ones((2, 3)))
    assert difference is not None and difference.place == "shape"


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_nan_and_inf_agree_only_with_themselves(bad):
    assert Close().difference(WHAT, np.array([bad]), np.array([bad])) is None
    assert Close().difference(WHAT, np.array([bad]), np.array([1.0])) is not None
    assert Close().difference(WHAT, np.array([1.0]), np.array([bad])) is not None


@pytest.mark.parametrize("yours", ["text", None, ["1.0", "2.0"], {"a": 1}, True])
def test_what_is_not_a_number_never_agrees_with_an_array(yours):
    assert Default().difference(WHAT, yours, np.array([1.0, 2.0])) is not None


def test_a_bool_is_not_the_integer_one():
    assert Exactly().difference(WHAT, True, 1) is not None


def test_the_sampling_bound_is_the_normal_quantile_of_a_difference_of_means():
    # 5.3267 is the two-sided normal quantile for 1e-7; two means of 10,000 fair coins each.
    assert sampling_bound(10_000) == pytest.approx(5.3267 * math.sqrt(2 * 0.25 / 10_000), rel=1e-4)


def test_lists_of_floats_are_compared_as_numbers_and_other_lists_as_they_are():
    assert Default().difference(WHAT, [0.1 + 0.2, 1.0], [0.3, 1.0]) is None
    assert Default().difference(WHAT, [0.3, 1.1], [0.3, 1.0]) is not None
    assert Default().difference(WHAT, [0.3], [0.3, 1.0]) is not None
    assert Default().difference(WHAT, [3, 1], [3, 2]) is not None
    assert Default().difference(WHAT, ["a", 1.0], ["a", 1.0 + 1e-9]) is not None


def test_a_list_of_arrays_of_different_shapes_is_only_different():
    """What a layer that returns (output, mean) leaves behind."""
    ragged = [np.ones((4, 3)), np.ones((4, 1))]
    assert Default().difference(WHAT, ragged, np.ones((4, 3))) is not None
    assert Default().difference(WHAT, np.ones((4, 3)), ragged) is not None


@pytest.mark.parametrize("shape", [(5, 3), (64, 100), (4, 5, 6)])
def test_a_matrix_beside_a_word_is_not_cut_off_within_a_number(shape):
    expected = -np.random.default_rng(3).uniform(0.1, 1, shape)
    difference = Close().difference(WHAT, "it varies", expected)
    assert difference is not None
    assert difference.expected.endswith("]")
    shown = difference.expected.replace("[", " ").replace("]", " ").replace("...", " ")
    numbers = [float(number) for number in shown.split()]
    assert all(np.abs(expected - number).min() < 1e-3 for number in numbers)
    assert numbers[0] == pytest.approx(expected[(0,) * len(shape)], abs=1e-3)


def test_what_is_random_is_shown_with_the_distance_that_is_allowed():
    found = Within(0.4).difference(Text("power"), 3.82496, 2.02725)
    assert (found.yours, found.expected) == ("3.82", "2.03 ± 0.4")
    assert Within(0.4).difference(Text("power"), np.zeros(3), np.zeros(2)).expected == "(2,)"
    assert Within(0.4).difference(Text("power"), "no number", 2.0).expected == "2"
    assert Within(0.4).difference(Text("power"), float("nan"), 2.0).yours == "nan"
