"""What is observed of `L1`, `L2` and `NormPenalizedLoss`: values, gradients, configs, and their part in training."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import keras_layer, training
from deepclinic.probes.lab import Lab

EXPONENTS = (1, 1.2, 1.5, 2, 3)
"""1 and near it: there the power's own derivative has a root in it. 3: odd, so the sign shows."""

SETTINGS = {"from_logits": True, "label_smoothing": 0.3}
"""Of the base loss, not its defaults: a base loss restored without them shows. (Keras's Huber forgets its delta.)"""


def l1_value(lab: Lab) -> None:
    """Single weights, then several shapes."""
    _record_values(lab, lab.student.L1, "l1")


def l2_value(lab: Lab) -> None:
    """Single weights, then several shapes."""
    _record_values(lab, lab.student.L2, "l2")


def regularizer_gradients(lab: Lab) -> None:
    """With which force the penalty pulls: on weights away from 0, and on weights that are exactly 0."""
    for make in (lab.student.L1, lab.student.L2):
        name = "L1" if make is lab.student.L1 else "L2"
        for w in (1.5, -0.5):
            lab.record(f"{name}, w = {w}", _gradient(make(0.25), np.array([w], "float32")))
        lab.record(f"{name}, many", _gradient(make(0.25), _away_from_zero(lab, (3, 4))))
        zero = _gradient(make(0.25), np.array([0.0, 1.0, 0.0], "float32"))
        lab.record(f"{name}, finite at 0", _is_finite(zero))


def regularizer_arguments(lab: Lab) -> None:
    """Factors that are allowed, and negative ones."""
    for name in ("l1", "l2"):
        make = getattr(lab.student, name.upper())
        for factor in (-0.1, -1):
            lab.record_raises(f"{name}={factor}", name, lambda make=make, f=factor: make(f))
        for factor in (0, 0.0, 2):
            lab.record_raises(f"{name}={factor}", name, lambda make=make, f=factor: make(f))
        lab.record(f"{name}=0, value", make(0.0)(_away_from_zero(lab, (3,))))


def regularizer_config(lab: Lab) -> None:
    """The base class, and a trip through the config."""
    w = _away_from_zero(lab, (3, 2))
    for name in ("l1", "l2"):
        make = getattr(lab.student, name.upper())
        regularizer = make(0.3)
        lab.record(f"{name}/base class", isinstance(regularizer, keras.regularizers.Regularizer))
        config = regularizer.get_config()
        lab.record(f"{name}/config", float(config[name]) if name in config else "missing")
        lab.record(f"{name}/rebuilt", make.from_config(config)(tf.constant(w)))


def regularizer_saving(lab: Lab) -> None:
    """A model with both regularizers, before and after a trip through a `.keras` file."""
    l1, l2 = _as_keras_takes_it(lab.student.L1), _as_keras_takes_it(lab.student.L2)
    model = keras.Sequential(
        [
            keras.Input((4,)),
            keras.layers.Dense(3, kernel_regularizer=l1(0.3)),
            keras.layers.Dense(2, kernel_regularizer=l2(0.2)),
        ]
    )
    model.set_weights([lab.normal(weight.shape) for weight in model.weights])
    lab.record("before", _penalties(model))
    lab.record("after", _penalties(keras_layer.saved_and_loaded(model, {"L1": l1, "L2": l2})))


def regularizer_in_fit(lab: Lab) -> None:
    """Both as `kernel_regularizer` in a model that is trained by `fit`."""
    arrays = [lab.normal(shape, std=0.3) for shape in ((6, 5), (5, 3))]
    x, y = lab.normal((24, 6)), lab.normal((24, 3))
    l1, l2 = _as_keras_takes_it(lab.student.L1), _as_keras_takes_it(lab.student.L2)
    layers = [
        keras.layers.Dense(
            units,
            activation,
            kernel_initializer=keras_layer.initializer(array),
            kernel_regularizer=regularizer,
        )
        for units, activation, array, regularizer in zip(
            (5, 3), ("tanh", None), arrays, (l1(0.02), l2(0.05)), strict=True
        )
    ]
    keras_layer.record_fit(lab, "fit", layers, x, y, epochs=3, batch_size=8, learning_rate=0.1)


def weights_vanish(lab: Lab) -> None:
    """Two softmax regressions on digits, one with each penalty; gradient descent on the whole batch."""
    task = training.digits_task(lab, train=400)
    x, y = tf.constant(task.x), tf.constant(task.y)
    start = lab.normal((64, 10), std=0.1)
    kernels = {name: tf.Variable(start) for name in ("L1", "L2")}
    penalties = {"L1": lab.student.L1(0.005), "L2": lab.student.L2(0.01)}

    @tf.function(autograph=False)
    def train(steps: tf.Tensor) -> tf.Tensor:
        def step(i: tf.Tensor) -> tf.Tensor:
            with tf.GradientTape() as tape:
                losses = [training.cross_entropy(x @ w, y) + penalties[name](w) for name, w in kernels.items()]
                loss = tf.add_n(losses)
            gradients = tape.gradient(loss, list(kernels.values()))
            for kernel, gradient in zip(kernels.values(), gradients, strict=True):
                kernel.assign_sub(0.1 * gradient)
            return i + 1

        return tf.while_loop(lambda i: i < steps, step, (tf.constant(0),), parallel_iterations=1)[0]

    train(tf.constant(600))
    for name, kernel in kernels.items():
        w = kernel.numpy()
        lab.record(f"{name}, share of vanished weights", float(np.mean(np.abs(w) < 1e-3)))
        lab.record(f"{name}, sum of squares", float(np.sum(w.astype("float64") ** 2)))
        lab.record(f"{name}, loss", float(training.cross_entropy(tf.matmul(x, kernel), y)))


def loss_value(lab: Lab) -> None:
    """Round numbers first, then several exponents, several variables, several batch sizes."""
    weights = [keras.Variable(np.array(value, "float32")) for value in ([[2.0, -1.0]], [-3.0])]
    y_true, y_pred = np.zeros((2, 1), "float32"), np.array([[1.0], [3.0]], "float32")
    squared_error = keras.losses.MeanSquaredError()
    for p in (1, 2, 3):
        lab.record(f"round numbers, p = {p}", _make(lab, weights[:1], 0.5, p, squared_error)(y_true, y_pred))
    lab.record("two variables", _make(lab, weights, 0.5, 1, squared_error)(y_true, y_pred))
    weights = [keras.Variable(_away_from_zero(lab, shape)) for shape in ((3, 2), (2,), (2, 2, 1, 2), (4, 3))]
    y_true, y_pred = _labels(lab, 16), lab.normal((16, 3))
    for batch in (16, 1, 5):
        lab.record(f"batch of {batch}", _make(lab, weights, 0.1, 2)(y_true[:batch], y_pred[:batch]))
    for p in EXPONENTS:
        lab.record(f"p = {p}", _make(lab, weights, 0.1, p)(y_true, y_pred))
    lab.record("strength 0", _make(lab, weights, 0.0, 1.5)(y_true, y_pred))
    huber = _make(lab, weights, 0.1, 1.5, keras.losses.Huber(0.4))
    lab.record("Huber", huber(lab.normal((5, 3)), lab.normal((5, 3))))


def loss_follows_weights(lab: Lab) -> None:
    """The same loss before and after the weights have changed."""
    weights = [keras.Variable(_away_from_zero(lab, (2, 2))), keras.Variable(_away_from_zero(lab, (2,)))]
    loss = _make(lab, weights, 0.2, 2)
    y_true, y_pred = _labels(lab, 4), lab.normal((4, 3))
    lab.record("before", loss(y_true, y_pred))
    for weight in weights:
        weight.assign(weight * 3.0 + 1.0)
    lab.record("after", loss(y_true, y_pred))


def loss_gradients(lab: Lab) -> None:
    """The gradient for the predictions and for each variable, then at weights of exactly 0."""
    y_true, y_pred = _labels(lab, 4), lab.normal((4, 3))
    values = [_away_from_zero(lab, shape) for shape in ((3, 2), (2,))]
    for p in EXPONENTS:
        weights = [keras.Variable(value) for value in values]
        found = _loss_gradients(_make(lab, weights, 0.1, p), weights, y_true, y_pred)
        lab.record(f"predictions, p = {p}", found[0])
        lab.record(f"first variable, p = {p}", found[1])
        lab.record(f"second variable, p = {p}", found[2])
    for p in EXPONENTS:
        weights = [keras.Variable(np.zeros((2, 2), "float32")), keras.Variable(np.array([0.0, 1.0], "float32"))]
        found = _loss_gradients(_make(lab, weights, 0.1, p), weights, y_true, y_pred)
        lab.record(f"finite at 0, p = {p}", all(_is_finite(gradient) for gradient in found))


def loss_arguments(lab: Lab) -> None:
    """Arguments that are allowed and ones that are not; name and dtype."""
    weights = [keras.Variable(_away_from_zero(lab, (2,)))]
    for strength in (-0.1, -1, 0, 0.0):
        lab.record_raises(f"strength={strength}", "strength", lambda s=strength: _make(lab, weights, s, 2))
    for p in (0.5, 0, -1, 0.99, 1, 1.0):
        lab.record_raises(f"p={p}", "p", lambda p=p: _make(lab, weights, 0.1, p))
    base = keras.losses.MeanSquaredError()
    loss = lab.student.NormPenalizedLoss(base, weights, 0.1, 2, name="my_loss", dtype="float64")
    lab.record("base class", isinstance(loss, keras.losses.Loss))
    lab.record("name", loss.name)
    lab.record("dtype", str(loss.dtype))


def loss_config(lab: Lab) -> None:
    """A trip through the config; the base loss has a setting of its own."""
    weights = [keras.Variable(_away_from_zero(lab, (2, 3))), keras.Variable(_away_from_zero(lab, (2,)))]
    y_true, y_pred = np.eye(3, dtype="float32")[_labels(lab, 5)], lab.normal((5, 3))
    loss = _make(lab, weights, 0.1, 1.5, keras.losses.CategoricalCrossentropy(**SETTINGS))
    config = loss.get_config()
    for argument in ("base_loss", "weights"):
        lab.record(f"config/{argument}", argument in config)
    for argument in ("strength", "p"):
        lab.record(f"config/{argument}", float(config[argument]) if argument in config else "missing")
    rebuilt = lab.student.NormPenalizedLoss.from_config(config)
    lab.record("rebuilt", rebuilt(y_true, y_pred))
    for weight in weights:
        weight.assign(weight * 2.0)
    lab.record("rebuilt, other weights", rebuilt(y_true, y_pred))
    lab.record("rebuilt, gradient", _loss_gradients(rebuilt, weights, y_true, y_pred)[1])
    lab.record("keeps_name", rebuilt.name == loss.name)


def loss_in_fit(lab: Lab) -> None:
    """In `model.compile(loss=…)`, with another batch size in the last step."""
    x, y = lab.normal((20, 6)), _labels(lab, 20)
    layers = [
        keras.layers.Dense(5, "tanh", kernel_initializer=keras_layer.initializer(lab.normal((6, 5), std=0.4))),
        keras.layers.Dense(3, kernel_initializer=keras_layer.initializer(lab.normal((5, 3), std=0.4))),
    ]
    model = keras.Sequential([keras.Input((6,)), *layers])
    loss = _make(lab, model.trainable_weights, 0.02, 1.5)
    model.compile(keras.optimizers.SGD(0.1), loss)
    history = model.fit(x, y, batch_size=8, epochs=3, shuffle=False, verbose=0)
    lab.record("curve/fit", np.array(history.history["loss"], "float64"))
    lab.record("prediction", model(x, training=False))


def _record_values(lab: Lab, make: Callable[..., Any], argument: str) -> None:
    for w in (2.0, -2.0, 0.5, 0.0):
        lab.record(f"w = {w:g}", make(1.0)(tf.constant([w])))
    lab.record("w = (3, -1)", make(1.0)(tf.constant([3.0, -1.0])))
    for factor in (0.25, 3.0):
        lab.record(f"factor {factor}", make(factor)(tf.constant([3.0, -1.0])))
    lab.record("by name", make(**{argument: 0.5})(tf.constant([3.0, -1.0])))
    lab.record("default factor", make()(tf.constant([3.0, -1.0])))
    for shape in ((), (4,), (2, 3), (3, 2, 1, 2)):
        lab.record(f"shape {shape}", make(0.1)(tf.constant(lab.normal(shape))))
    lab.record("a variable", make(0.1)(keras.Variable(lab.normal((3, 4)))))


def _make(
    lab: Lab, weights: Sequence[keras.Variable], strength: float, p: float, base: keras.losses.Loss | None = None
) -> Any:
    """The student's loss around `base`, or else around cross-entropy with logits, which is not symmetric."""
    base = base or keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return lab.student.NormPenalizedLoss(base, list(weights), strength, p)


def _as_keras_takes_it(make: Any) -> Any:
    """A class of regularizers, or where it lacks the base class one of the same that has it.

    Keras before 3.13 refuses a `kernel_regularizer` without it, later ones take whatever can be called. What is missing
    is the config check's to tell, and the verdict of the others must not depend on the version.
    """
    if not isinstance(make, type) or issubclass(make, keras.regularizers.Regularizer):
        return make
    return type(make.__name__, (make, keras.regularizers.Regularizer), {})


def _gradient(penalty: Callable[..., Any], w: np.ndarray) -> Any:
    variable = tf.Variable(w)
    with tf.GradientTape() as tape:
        value = penalty(variable)
    return _found(tape.gradient(value, variable) if isinstance(value, tf.Tensor) else None)


def _loss_gradients(loss: Any, weights: Sequence[keras.Variable], y_true: np.ndarray, y_pred: np.ndarray) -> list[Any]:
    """The gradients for the predictions and for each variable; "no gradient" where nothing arrives."""
    predictions = tf.constant(y_pred)
    with tf.GradientTape() as tape:
        tape.watch(predictions)
        value = loss(tf.constant(y_true), predictions)
    return [_found(gradient) for gradient in tape.gradient(value, [predictions, *(w.value for w in weights)])]


def _found(gradient: Any) -> Any:
    return "no gradient" if gradient is None else tf.convert_to_tensor(gradient).numpy()


def _is_finite(gradient: Any) -> bool:
    return isinstance(gradient, np.ndarray) and bool(np.all(np.isfinite(gradient)))


def _penalties(model: keras.Model) -> float:
    """All regularization losses of a model, added up."""
    return float(sum(np.sum(keras.ops.convert_to_numpy(loss)) for loss in model.losses))


def _labels(lab: Lab, count: int) -> np.ndarray:
    return lab.rng.integers(0, 3, count).astype("int32")


def _away_from_zero(lab: Lab, shape: tuple[int, ...]) -> np.ndarray:
    return (lab.rng.choice([-1.0, 1.0], shape) * lab.rng.uniform(0.3, 1.5, shape)).astype("float32")
