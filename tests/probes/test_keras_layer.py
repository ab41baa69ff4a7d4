"""What is observed of any layer: the same in every way of calling it, and nothing of the observing stays behind."""

from __future__ import annotations

from types import ModuleType

import keras
import numpy as np
import pytest
import tensorflow as tf

from deepclinic.probes import keras_layer
from deepclinic.probes.lab import Lab


class Counter(keras.layers.Layer):
    """Adds up how often it was called, and gives that many times its input."""

    def build(self, input_shape):
        self.calls = self.add_weight(shape=(), initializer="zeros", trainable=False)

    def call(self, inputs):
        self.calls.assign_add(1.0)
        return inputs * self.calls


class Constant(keras.layers.Layer):
    """Its output does not depend on its input."""

    def call(self, inputs):
        return tf.ones_like(inputs)


class Doubled(keras.layers.Layer):
    """Adds its input to itself."""

    def call(self, inputs):
        return inputs + inputs


@pytest.fixture
def lab() -> Lab:
    return Lab(ModuleType("solution"), 7, "probe")


def test_building_leaves_the_state_as_it_was(lab):
    layer = keras_layer.built(Counter, lab.normal((2, 3)))
    assert float(layer.calls.value) == 0


def test_every_way_of_calling_shows_the_same_layer(lab):
    x = lab.normal((2, 3))
    keras_layer.record_modes(lab, "call", Doubled, x)
    assert lab.entries.pop("call/symbolic_shape") == [-1, 3]
    assert set(lab.entries) == {f"call/{mode}" for mode in keras_layer.MODES}
    for mode, output in lab.entries.items():
        np.testing.assert_allclose(output, 2 * x, rtol=1e-6, err_msg=mode)


def test_a_gradient_that_does_not_exist_is_none(lab):
    x = lab.normal((2, 3))
    assert keras_layer.gradient(Constant(), x) is None
    keras_layer.record_gradients(lab, "gradient", Constant(), x)
    assert lab.entries["gradient/input"] == "no gradient"


def test_a_trip_through_a_file_leaves_no_file(lab, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    x = lab.normal((2, 3))
    keras_layer.record_saving(lab, "file", Doubled, x, {"Doubled": Doubled})
    np.testing.assert_allclose(lab.entries["file/after"], 2 * x, rtol=1e-6)
    assert list(tmp_path.iterdir()) == []


def test_an_output_is_recorded_with_its_dtype(lab):
    cases = [("float64", None), ("float32", "mixed_float16")]
    keras_layer.record_dtypes(lab, "dtype", Doubled, lab.normal((2, 3)), cases)
    assert lab.entries["dtype/float64_to_default/dtype"] == "float32"
    assert lab.entries["dtype/float32_to_mixed_float16/dtype"] == "float16"
