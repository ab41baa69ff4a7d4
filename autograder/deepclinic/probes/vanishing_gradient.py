"""What is seen of `sigmoid`, `sigmoid_derivative` and `layer_gradient_norms`.

No model here contains a sigmoid of Keras's own: the student may not call one, and the watch cannot tell who did.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from deepclinic.probes.lab import Lab

Function = Callable[[Any], Any]
LARGE = (30.0, 90.0, 1e3, 1e4)
"""exp(90) is beyond float32, exp(1e3) beyond float64; the contract ends at 1e4."""
DROPOUT_UNITS = 10_000


def sigmoid_values(lab: Lab) -> None:
    _record_values(lab, lab.student.sigmoid)


def derivative_values(lab: Lab) -> None:
    _record_values(lab, lab.student.sigmoid_derivative)


def large_inputs(lab: Lab) -> None:
    for name, function in _functions(lab):
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for size in LARGE:
                for x in (size, -size):
                    lab.record(f"{name}, x = {x:g}", _at(function, x))
        lab.record(f"{name}, overflow warning", any("overflow" in str(warning.message) for warning in caught))


def tensors(lab: Lab) -> None:
    for name, function in _functions(lab):
        x = lab.normal((4, 3), std=3.0)
        traced = tf.function(function, input_signature=[tf.TensorSpec((None, 3))], autograph=False)
        lab.record(f"{name}, tensor", _agree(function(x), function(tf.constant(x))))
        lab.record(f"{name}, tf_function", _agree(function(x), traced(tf.constant(x))))


def gradient_norms(lab: Lab) -> None:
    for name, widths in (("two kernels", (4, 1)), ("five kernels", (6, 5, 4, 3, 2))):
        layers = [keras.layers.Dense(width, activation="tanh") for width in widths]
        model = _model(lab, (5,), layers)
        x, y = lab.normal((6, 5)), lab.normal((6, widths[-1]))
        lab.record(name, _array(lab.student.layer_gradient_norms(model, x, y, squared_error)))


def plain_numbers(lab: Lab) -> None:
    model = _model(lab, (3,), [keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1)])
    norms = lab.student.layer_gradient_norms(model, lab.normal((6, 3)), lab.normal((6, 1)), squared_error)
    lab.record("kind", _kind(norms))


def which_kernels(lab: Lab) -> None:
    layers = keras.layers
    inner = keras.Sequential([keras.Input((4,)), layers.Dense(3, activation="tanh"), layers.Dense(4)])
    frozen = layers.Dense(4, activation="tanh")
    frozen.trainable = False
    for name, shape, stack in (
        ("convolution", (5, 5, 2), [layers.Conv2D(3, 3, activation="tanh"), layers.Flatten(), layers.Dense(2)]),
        ("frozen layer", (3,), [layers.Dense(4, activation="tanh"), frozen, layers.Dense(2)]),
        ("model inside a model", (4,), [layers.Dense(4, activation="tanh"), inner, layers.Dense(2)]),
        ("a layer of one's own", (3,), [layers.Dense(4), Mixing(), layers.Dense(2)]),
    ):
        model = _model(lab, shape, stack)
        x, y = lab.normal((4, *shape)), lab.normal((4, 2))
        lab.record(name, _array(lab.student.layer_gradient_norms(model, x, y, squared_error)))


def training_mode(lab: Lab) -> None:
    model = _model(lab, (3,), [keras.layers.Dense(4), keras.layers.BatchNormalization(), keras.layers.Dense(1)])
    x, y = lab.normal((6, 3), std=3.0), lab.normal((6, 1))
    lab.record("batch normalization", _array(lab.student.layer_gradient_norms(model, x, y, squared_error)))
    dropout = keras.layers.Dropout(0.5, seed=lab.seed)
    model = _model(lab, (DROPOUT_UNITS,), [dropout, keras.layers.Dense(1, use_bias=False)])
    # The gradient is the input after dropout, each entry 0 or 2: the mean of its squares is 2 in training, else 1.
    ones, zero = np.ones((1, DROPOUT_UNITS), "float32"), np.zeros((1, 1), "float32")
    norms = _array(lab.student.layer_gradient_norms(model, ones, zero, mean_of_both))
    lab.record("dropout", float(norms[0] ** 2 / DROPOUT_UNITS) if np.shape(norms) == (1,) and norms[0] else norms)


def loss_alone(lab: Lab) -> None:
    model = _model(lab, (3,), [keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(1)])
    x, y = lab.normal((6, 3)), lab.rng.uniform(1.0, 3.0, (6, 1)).astype("float32")
    lab.record("lopsided loss", _array(lab.student.layer_gradient_norms(model, x, y, lopsided_error)))
    penalty = keras.regularizers.L2(0.5)
    layers = [
        keras.layers.Dense(4, activation="tanh", kernel_regularizer=penalty),
        keras.layers.Dense(1, activity_regularizer=penalty),
    ]
    model = _model(lab, (3,), layers)
    lab.record("regularized model", _array(lab.student.layer_gradient_norms(model, x, y, squared_error)))


def unreached_kernel(lab: Lab) -> None:
    x, y = lab.normal((6, 3)), lab.normal((6, 2))
    wall = _model(lab, (3,), [keras.layers.Dense(4), Wall(), keras.layers.Dense(2)])
    inputs = keras.Input((3,))
    hidden = keras.layers.Dense(4, activation="tanh")(inputs)
    fork = keras.Model(inputs, First()([keras.layers.Dense(2)(hidden), keras.layers.Dense(3)(hidden)]))
    _randomize(lab, fork)
    with _keras_variables_as_tensorflow_variables():
        lab.record("first kernel", _array(lab.student.layer_gradient_norms(wall, x, y, squared_error)))
        lab.record("last kernel", _array(lab.student.layer_gradient_norms(fork, x, y, squared_error)))


def weights_stay(lab: Lab) -> None:
    layers = [keras.layers.Dense(4, activation="tanh"), keras.layers.BatchNormalization(), keras.layers.Dense(1)]
    model = _model(lab, (3,), layers)
    x, y = lab.normal((6, 3)), lab.normal((6, 1))
    before = [np.array(weight) for weight in model.trainable_weights]
    first = lab.student.layer_gradient_norms(model, x, y, squared_error)
    after = [np.array(weight) for weight in model.trainable_weights]
    lab.record("unchanged", [np.array_equal(a, b) for a, b in zip(before, after, strict=True)])
    second = lab.student.layer_gradient_norms(model, x, y, squared_error)
    lab.record("same norms again", bool(np.allclose(_array(first), _array(second), rtol=1e-5, atol=1e-6)))


def squared_error(y_true: Any, y_pred: Any) -> Any:
    return ops.mean(ops.square(y_true - y_pred))


def lopsided_error(y_true: Any, y_pred: Any) -> Any:
    """Poisson's: it matters which of the two is the target."""
    return ops.mean(ops.exp(y_pred) - y_true * y_pred)


def mean_of_both(y_true: Any, y_pred: Any) -> Any:
    return ops.mean(y_true + y_pred)


class Mixing(keras.layers.Layer):
    """A kernel and a scale that are not called `kernel` and `bias`."""

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        size = input_shape[-1]
        self.scale = self.add_weight(shape=(size,), name="scale")
        self.mixing = self.add_weight(shape=(size, size), name="mixing")

    def call(self, inputs: Any) -> Any:
        return ops.tanh(ops.matmul(inputs * self.scale, self.mixing))


class Wall(keras.layers.Layer):
    """Lets values pass, and no gradient."""

    def call(self, inputs: Any) -> Any:
        return ops.stop_gradient(inputs)


class First(keras.layers.Layer):
    """Of several inputs, the first; the others are computed in vain."""

    def call(self, inputs: Any) -> Any:
        return inputs[0]


def _functions(lab: Lab) -> Iterator[tuple[str, Function]]:
    for name in ("sigmoid", "sigmoid_derivative"):
        yield name, getattr(lab.student, name)


def _record_values(lab: Lab, function: Function) -> None:
    for x in (0.0, *np.round(lab.rng.uniform(0.5, 4.0, 2), 2) * [1.0, -1.0]):
        lab.record(f"x = {x:g}", _at(function, x))
    lab.record("from -12 to 12", function(np.linspace(-12.0, 12.0, 97, dtype="float32")))
    for shape in ((), (5,), (2, 3), (2, 1, 3, 2)):
        lab.record(f"shape {shape}", function(np.array(lab.normal(shape, std=3.0))))


def _at(function: Function, x: float) -> Any:
    """What the function gives for one number, as a number where it is one."""
    value = ops.convert_to_numpy(function(np.array([x], "float32")))
    return float(value[0]) if value.shape == (1,) else value


def _agree(one: Any, other: Any) -> bool:
    one, other = ops.convert_to_numpy(one), ops.convert_to_numpy(other)
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=0.0, atol=2e-6))


def _model(lab: Lab, shape: tuple[int, ...], layers: list[keras.layers.Layer]) -> keras.Model:
    model = keras.Sequential([keras.Input(shape), *layers])
    _randomize(lab, model)
    return model


def _randomize(lab: Lab, model: keras.Model) -> None:
    """Give every weight new values; variances must be positive. Kernels keep activations near size 1."""
    for weight in model.weights:
        if len(weight.shape) >= 2:
            fan_in = float(np.prod(weight.shape[:-1]))
            weight.assign(lab.normal(weight.shape, std=1.0 / np.sqrt(fan_in)))
        elif "float" in weight.dtype:
            weight.assign(lab.rng.uniform(0.5, 1.5, weight.shape))


def _array(norms: Any) -> Any:
    """A list of numbers as one array; what is not a number (None) stays as it is."""
    if not isinstance(norms, (list, tuple)):
        return norms
    numbers = [norm if norm is None else float(norm) for norm in norms]
    return numbers if None in numbers else np.array(numbers, "float64")


def _kind(norms: Any) -> str:
    if not isinstance(norms, list):
        return type(norms).__name__
    kinds = sorted({"float" if isinstance(norm, float) else type(norm).__name__ for norm in norms})
    return f"list of {' and '.join(kinds)}"


@contextmanager
def _keras_variables_as_tensorflow_variables() -> Iterator[None]:
    """Let `tape.gradient(…, unconnected_gradients="zero")` take Keras variables.

    TensorFlow 2.21 raises there for a Keras variable that the loss does not reach, because its dtype is a string. The
    idea is right all the same, so it must not cost a student anything.
    """
    original = tf.GradientTape.gradient

    def gradient(self: tf.GradientTape, target: Any, sources: Any, *args: Any, **kwargs: Any) -> Any:
        return original(self, target, tf.nest.map_structure(_value, sources), *args, **kwargs)

    tf.GradientTape.gradient = gradient
    try:
        yield
    finally:
        tf.GradientTape.gradient = original


def _value(source: Any) -> Any:
    return source.value if isinstance(source, keras.Variable) else source
