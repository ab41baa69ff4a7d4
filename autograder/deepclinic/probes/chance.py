"""What can be said for certain about a layer that draws at random, whatever it draws from.

Draws themselves are never recorded: two right layers draw differently. What is recorded is a number whose sampling
error is known (`share`, `correlation`), or a fact that does not depend on the draws (`common`, `always_the_same`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes.lab import Lab

VARIES = "it varies"
NOTHING = "there is nothing to measure"


def away_from_zero(lab: Lab, shape: Sequence[int], dtype: str = "float32") -> np.ndarray:
    """Inputs of both signs, none near 0, so that a 0 in the output is a 0 that the layer made.

    Large arrays repeat themselves: 997 different numbers are drawn.
    """
    numbers = lab.rng.choice([-1.0, 1.0], 997) * lab.rng.uniform(0.5, 3.0, 997)
    return np.resize(numbers.astype(dtype), tuple(shape))


def as_array(output: Any, shape: Sequence[int]) -> np.ndarray:
    """The output as float64; `ValueError` where it has not the shape that it should have."""
    array = np.asarray(tf.cast(keras.ops.convert_to_tensor(output), "float64"))
    if array.shape != tuple(shape):
        raise ValueError(f"the output has shape {array.shape}, it should have {tuple(shape)}")
    return array


def share(events: np.ndarray) -> float:
    """The share of True among `events`."""
    return float(np.mean(events))


def correlation(left: np.ndarray, right: np.ndarray) -> float | str:
    """Correlation of two arrays, element by element: near 0 for independent ones, 1 for equal ones.

    Independent ones of n elements give 0 with a standard error of 1/sqrt(n). `NOTHING` where one of them never changes.
    """
    a, b = (np.asarray(values, "float64").ravel() for values in (left, right))
    if a.size < 2 or np.ptp(a) == 0 or np.ptp(b) == 0:
        return NOTHING
    return float(np.corrcoef(a, b)[0, 1])


def neighbours(values: np.ndarray, axis: int) -> float | str:
    """Correlation between neighbours along `axis`; each element belongs to one pair, so that pairs are independent."""
    pairs = values.shape[axis] // 2
    even = np.take(values, range(0, 2 * pairs, 2), axis)
    odd = np.take(values, range(1, 2 * pairs, 2), axis)
    return correlation(even, odd)


def diagonal(values: np.ndarray) -> np.ndarray:
    """values[i, i]: independent even in a layer that draws once for each row, or once for each column."""
    size = min(values.shape)
    return values[np.arange(size), np.arange(size)]


def common(values: np.ndarray) -> float | str:
    """The one number that all `values` are, up to rounding; in words where they differ or there are none."""
    values = np.asarray(values, "float64").ravel()
    if values.size == 0:
        return NOTHING
    if not np.all(np.isfinite(values)):
        return "not finite"
    if np.ptp(values) > 1e-3 * max(1.0, float(np.max(np.abs(values)))):
        return VARIES
    return float(np.mean(values))


def minus(left: float | str, right: float | str) -> float | str:
    """The difference of two of the above; in words where one of them is no number."""
    if isinstance(left, str) or isinstance(right, str):
        return left if isinstance(left, str) else right
    return left - right


def smooth(curve: np.ndarray, window: int) -> np.ndarray:
    """Running mean over `window` epochs."""
    return np.convolve(curve, np.full(window, 1 / window), mode="valid")


def steady(layer: keras.layers.Layer, x: Any, **arguments: Any) -> np.ndarray | str:
    """The output as float64, where two calls agree on it; else words."""
    first, second = (np.asarray(tf.cast(layer(x, **arguments), "float64")) for _ in range(2))
    agree = first.shape == second.shape and np.allclose(first, second, rtol=1e-4, atol=1e-5, equal_nan=True)
    return first if agree else "it differs from call to call"


def traced(
    layer: keras.layers.Layer,
    x: np.ndarray,
    *,
    training: bool = True,
    jit_compile: bool = False,
    open_batch: bool = False,
    calls: int = 3,
) -> list[np.ndarray]:
    """Outputs of several calls of one traced function."""
    spec = tf.TensorSpec((None, *x.shape[1:]) if open_batch else x.shape, x.dtype)
    function = tf.function(
        lambda t: layer(t, training=training), input_signature=[spec], autograph=False, jit_compile=jit_compile
    )
    return [np.asarray(function(tf.constant(x)), "float64") for _ in range(calls)]


def outputs_in_fit(layer: keras.layers.Layer, x: np.ndarray, output_size: int, batch_size: int) -> np.ndarray:
    """What `layer` returns at each step of one epoch of `model.fit`: (steps, batch_size, output_size).

    Seen from within the loss. The learning rate is 0, so that weights stay as they are.
    """
    steps = len(x) // batch_size
    seen = tf.Variable(tf.zeros((steps, batch_size, output_size)))
    step = tf.Variable(0)

    def loss(y_true: tf.Tensor, y_pred: tf.Tensor) -> tf.Tensor:
        row = tf.reshape(step, (1, 1))
        seen.assign(tf.tensor_scatter_nd_update(seen, row, tf.cast(y_pred, "float32")[None]))
        step.assign_add(1)
        return tf.reduce_mean(y_pred)

    model = keras.Sequential([keras.Input(x.shape[1:]), layer])
    model.compile(keras.optimizers.SGD(0.0), loss, jit_compile=False)
    targets = np.zeros((len(x), output_size), "float32")
    model.fit(x, targets, batch_size=batch_size, epochs=1, shuffle=False, verbose=0)
    return np.asarray(seen, "float64")
