"""What is recorded of random layers does not depend on the draws, and tells shared draws from independent ones."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import tensorflow as tf

from deepclinic.probes import chance
from deepclinic.probes.gaussian_inference import BIAS, SIZE, Draws, batch, bias, kernel
from deepclinic.probes.kernel_masks import (
    EXAMPLES,
    INPUTS,
    SINGLE,
    UNITS,
    UNREADABLE,
    Masks,
    correlation,
    share_dropped,
)

RATE = 0.4


def outputs(mask: np.ndarray, factor: float = 1.0) -> np.ndarray:
    """What a dense layer of ones returns under masks (batch, inputs, units)."""
    return np.einsum("bi,biu->bu", Masks.inputs(), np.broadcast_to(mask, MASK) * factor)


MASK = (SINGLE + EXAMPLES, INPUTS, UNITS)


def kept(seed: int, shape: tuple[int, ...] = MASK) -> np.ndarray:
    return (np.random.default_rng(seed).random(shape) >= RATE).astype(float)


def test_a_number_is_common_only_where_all_agree():
    assert chance.common(np.array([2.0, 2.0000001])) == pytest.approx(2.0)
    assert chance.common(np.array([2.0, 2.1])) == chance.VARIES
    assert chance.common(np.array([])) == chance.NOTHING
    assert chance.common(np.array([1.0, np.nan])) == "not finite"


def test_the_diagonal_is_independent_where_rows_or_columns_share_their_draws():
    rows = kept(0, (500, 1))
    for shared in (np.broadcast_to(rows, (500, 500)), np.broadcast_to(rows.T, (500, 500))):
        assert np.array_equal(chance.diagonal(shared), rows[:, 0])


def test_correlation_tells_equal_from_independent():
    first, second = kept(1, (500,)), kept(2, (500,))
    assert chance.correlation(first, first) == pytest.approx(1)
    assert abs(chance.correlation(first, second)) < 0.2
    assert chance.correlation(first, np.ones(500)) == chance.NOTHING


@pytest.mark.parametrize("factor", [1.0, 1 / 0.6, 0.6])
def test_masks_are_read_as_they_were_whatever_the_factor(factor):
    mask = kept(3)
    read = Masks.read(outputs(mask, factor))
    assert np.array_equal(read.kept, mask[SINGLE:])
    assert read.factor == pytest.approx(factor)


def test_outputs_that_are_no_masks_are_called_unreadable():
    noise = np.random.default_rng(4).normal(1, 0.5, MASK)
    read = Masks.read(outputs(noise))
    assert read.kept is None
    assert read.neighbours(0) == correlation(read, read) == share_dropped([read]) == UNREADABLE


@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_shared_axis_shows_on_that_axis_alone(axis):
    shape = tuple(1 if i == axis else size for i, size in enumerate(MASK))
    read = Masks.read(outputs(kept(5, shape)))
    assert [read.neighbours(i) == pytest.approx(1) for i in range(3)] == [i == axis for i in range(3)]
    # Between calls, and in the share, nothing of it shows: those are checked on their own.
    other = Masks.read(outputs(kept(6, shape)))
    assert abs(correlation(read, other)) < 0.25
    assert share_dropped([read, other]) == pytest.approx(RATE, abs=0.1)


def test_draws_of_each_kind_have_the_mean_of_their_unit_and_one_variance():
    rng = np.random.default_rng(7)

    def call(x):
        deviation = np.sqrt(RATE / (1 - RATE) * x**2 @ kernel(SIZE) ** 2)
        return x @ kernel(SIZE) + bias(SIZE) + deviation * rng.normal(size=(SIZE, SIZE))

    draws = Draws.of(call, 10)
    without = (batch(1) @ kernel(3))[0] + np.array(BIAS)
    assert draws.means == pytest.approx(without, abs=0.3)
    assert draws.variance == pytest.approx(4, abs=0.5)


class Numbered(keras.layers.Layer):
    """Returns the number of its call."""

    def build(self, input_shape):
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False)

    def call(self, inputs):
        self.calls.assign_add(1.0)
        return tf.zeros_like(inputs) + self.calls


@pytest.mark.filterwarnings("ignore:The model does not have any trainable weights:UserWarning")
def test_fit_and_traced_functions_are_seen_call_by_call():
    x = np.ones((12, 2), "float32")
    seen = chance.outputs_in_fit(Numbered(), x, 2, batch_size=4)
    assert seen.shape == (3, 4, 2)
    assert np.array_equal(np.diff(seen[:, 0, 0]), [1, 1])
    layer = Numbered()
    layer.build(x.shape)
    assert [y[0, 0] for y in chance.traced(layer, x, open_batch=True)] == [1, 2, 3]
