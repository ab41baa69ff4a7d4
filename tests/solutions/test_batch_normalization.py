"""The solutions that count as right agree with Keras's own layer, which no student may use but a test may."""

from __future__ import annotations

import types

import keras
import numpy as np
import pytest
import tensorflow as tf

from deepclinic.course import solutions

EXERCISE = "batch_normalization"
RIGHT = {
    "reference": solutions.reference_source(EXERCISE),
    **{a.id: a.source for a in solutions.alternatives(EXERCISE)},
}
SHAPES = [((8, 3), -1), ((4, 3, 5, 2), -1), ((4, 3, 2, 5), 1), ((3, 6, 4), -2), ((2, 3, 4, 2, 3), 1)]


def _layer(source: str, **arguments) -> keras.layers.Layer:
    module = types.ModuleType(EXERCISE)
    exec(source, module.__dict__)
    return module.BatchNormalization(**arguments)


def _step(layer: keras.layers.Layer, x: np.ndarray, upstream: np.ndarray, training: bool) -> list[np.ndarray]:
    """Output, gradients for input, gamma and beta, and the four weights after one call."""
    tensor, weights = tf.constant(x), [layer.gamma.value, layer.beta.value]
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        y = layer(tensor, training=training)
        loss = tf.reduce_sum(upstream * y)
    found = [y, *tape.gradient(loss, [tensor, *weights]), *(weight.value for weight in layer.weights)]
    return [value.numpy() for value in found]


@pytest.mark.parametrize("name", RIGHT)
def test_agrees_with_keras_in_training_and_at_inference(name: str) -> None:
    rng = np.random.default_rng(5)
    for shape, axis in SHAPES:
        arguments = {"axis": axis, "momentum": 0.7, "epsilon": 0.05}
        ours, theirs = _layer(RIGHT[name], **arguments), keras.layers.BatchNormalization(**arguments)
        channels = shape[axis]
        state = [*rng.normal(size=(3, channels)), rng.uniform(0.5, 2.0, channels)]
        for layer in (ours, theirs):
            layer.build(shape)
            for weight, value in zip(layer.weights, state, strict=True):
                weight.assign(value)
        for training in (True, True, False, True):
            x, upstream = (rng.normal(mean, 4.0, shape).astype("float32") for mean in (3.0, 0.0))
            pairs = zip(_step(ours, x, upstream, training), _step(theirs, x, upstream, training), strict=True)
            for place, (mine, expected) in enumerate(pairs):
                where = f"{name}, shape {shape}, axis {axis}, training {training}, value {place}"
                np.testing.assert_allclose(mine, expected, rtol=1e-4, atol=1e-5, err_msg=where)
