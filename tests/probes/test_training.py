"""Paired curves: equal where the layers are equal, different where they are not."""

from __future__ import annotations

from types import ModuleType

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import training
from deepclinic.probes.lab import Lab


class Scale(keras.layers.Layer):
    """Multiplies by a number."""

    def __init__(self, factor: float) -> None:
        super().__init__()
        self.factor = factor

    def call(self, inputs):
        return self.factor * inputs


def curves(factor: float, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    lab = Lab(ModuleType("solution"), seed, "probe")
    net = training.DenseNet(lab, (64, 8, 10), between=lambda: Scale(factor), activation=tf.tanh)
    task = training.digits_task(lab, train=128, validation=64)
    result = training.record_curves(lab, net, net.trainable, task, epochs=2, batch_size=32, learning_rate=0.2)
    assert set(lab.entries) == {"curve/training_loss", "curve/validation_loss"}
    return result


def test_the_same_layer_from_the_same_seed_gives_the_same_curve_to_the_last_bit():
    np.testing.assert_array_equal(curves(1.0), curves(1.0))


def test_another_layer_or_another_seed_gives_another_curve():
    right = np.array(curves(1.0))
    assert np.all(np.abs(right - curves(1.05)) > 1e-4)
    assert np.all(right != np.array(curves(1.0, seed=4)))


def test_training_lowers_both_losses():
    losses, validation = curves(1.0)
    assert losses[-1] < losses[0]
    assert validation[-1] < validation[0]


def test_a_variable_that_the_loss_does_not_reach_stays_as_it_is():
    lab = Lab(ModuleType("solution"), 3, "probe")
    net = training.DenseNet(lab, (64, 8, 10), between=None, activation=tf.sigmoid)
    unused = tf.Variable([1.0])
    task = training.digits_task(lab, train=64, validation=32)
    training.record_curves(lab, net, [*net.trainable, unused], task, epochs=1, batch_size=32)
    assert unused.numpy() == [1.0]
