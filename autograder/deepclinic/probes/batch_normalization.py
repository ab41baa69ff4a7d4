"""What is seen of a `BatchNormalization`.

Each probe looks at one property and keeps the others out of the way: epsilon is negligible where the place of epsilon
is not the question, gamma is 1 and beta 0 where they are not, and so on. So one mistake costs what it is worth.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import keras_layer, training
from deepclinic.probes.lab import Lab

WEIGHTS = ("gamma", "beta", "moving_mean", "moving_variance")
MOVING = ("moving_mean", "moving_variance")
TINY = 1e-6
"""An epsilon that changes nothing visible beside a variance near 400."""
FORMATS = (
    ("float16", "float32"),
    ("float64", "float64"),
    ("float32", "mixed_float16"),
    ("float32", "mixed_bfloat16"),
)
"""Pairs of the input's dtype and the layer's dtype policy."""


def weights(lab: Lab) -> None:
    layer = lab.student.BatchNormalization()
    layer.build((None, 5))
    lab.record("names", [weight.name for weight in layer.weights])
    lab.record("trained", [weight.name for weight in layer.trainable_weights])
    lab.record("not_trained", [weight.name for weight in layer.non_trainable_weights])
    for name in WEIGHTS:
        lab.record(f"attribute/{name}", any(getattr(layer, name, None) is weight for weight in layer.weights))
    for name in WEIGHTS:
        lab.record(f"initial/{name}", _read(layer, name))


def training_output(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), epsilon=TINY)
    _set(layer, gamma=np.ones(3), beta=np.zeros(3), **_unlike_any_batch(lab, 3))
    lab.record("output", layer(_batch(lab, (8, 3)), training=True))
    layer(_batch(lab, (4, 3)), training=False)
    lab.record("after_inference", layer(_batch(lab, (6, 3)), training=True))


def scale_and_shift(lab: Lab) -> None:
    x = _batch(lab, (8, 3))
    layer = _layer(lab, x.shape, epsilon=TINY)
    _set(layer, **_affine(lab, 3), **_statistics(x))
    lab.record("training", layer(x, training=True))
    _set(layer, **_statistics(x))
    lab.record("inference", layer(x, training=False))


def images(lab: Lab) -> None:
    for name, shape in (("image", (4, 3, 5, 2)), ("sequence", (3, 6, 4)), ("volume", (3, 2, 3, 2, 4))):
        _record_both_modes(lab, name, _batch(lab, shape), -1)


def any_axis(lab: Lab) -> None:
    for name, shape, axis in (
        ("channels_first", (4, 3, 2, 5), 1),
        ("channels_first_negative", (4, 3, 2, 5), -3),
        ("middle", (3, 6, 4), -2),
        ("third_of_four", (4, 2, 5, 3), 2),
    ):
        _record_both_modes(lab, name, _batch(lab, shape), axis)


def gradient(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), epsilon=TINY)
    _set(layer, **_affine(lab, 3), **_unlike_any_batch(lab, 3))
    watched = {"inputs": tf.constant(_batch(lab, (6, 3)))}
    for name in ("gamma", "beta"):
        if isinstance(getattr(layer, name, None), keras.Variable):
            watched[name] = getattr(layer, name).value
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        for tensor in watched.values():
            tape.watch(tensor)
        loss = tf.reduce_sum(lab.normal((6, 3), std=10.0) * layer(watched["inputs"], training=True))
    found = dict(zip(watched, tape.gradient(loss, list(watched.values())), strict=True))
    for name in ("inputs", "gamma", "beta"):
        value = found.get(name)
        lab.record(name, "no gradient" if value is None else value)


def moving_statistics(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), momentum=0.6, epsilon=0.5)
    _set(layer, **_affine(lab, 3), **_unlike_any_batch(lab, 3, variance=2.0))
    for step, size in enumerate((6, 4, 8), start=1):
        layer(_batch(lab, (size, 3), mean=3.0 * step, std=2.0), training=True)
        for name in MOVING:
            lab.record(f"after_{step}/{name}", _read(layer, name))


def inference_output(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), epsilon=TINY)
    layer(_batch(lab, (8, 3)), training=True)
    state = {**_neutral(3), **_unlike_any_batch(lab, 3)}
    for name, size, arguments in (
        ("output", 5, {"training": False}),
        ("without_training_argument", 4, {}),
        ("one_example", 1, {"training": False}),
    ):
        _set(layer, **state)
        lab.record(name, layer(_batch(lab, (size, 3)), **arguments))


def inference_changes_nothing(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), momentum=0.6)
    layer(_batch(lab, (8, 3)), training=True)
    _set(layer, **_affine(lab, 3), **_unlike_any_batch(lab, 3))
    for mode, arguments in (("training_false", {"training": False}), ("without_training_argument", {})):
        before = {name: _read(layer, name) for name in MOVING}
        values = layer.get_weights()
        layer(_batch(lab, (5, 3)), **arguments)
        layer(_batch(lab, (1, 3)), **arguments)
        for name in MOVING:
            lab.record(f"{mode}/{name}", _difference(_read(layer, name), before[name]))
        changes = [abs(new - old).sum() for new, old in zip(layer.get_weights(), values, strict=True)]
        lab.record(f"{mode}/all_weights", float(sum(changes)))


def frozen(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), momentum=0.6, epsilon=TINY)
    _set(layer, **_neutral(3), **_unlike_any_batch(lab, 3))
    before = {name: _read(layer, name) for name in MOVING}
    layer.trainable = False
    lab.record("output", layer(_batch(lab, (6, 3)), training=True))
    for name in MOVING:
        lab.record(f"change/{name}", _difference(_read(layer, name), before[name]))


def epsilon(lab: Lab) -> None:
    layer = _layer(lab, (None, 3), epsilon=0.3)
    for mode in ("training", "inference"):
        x = _batch(lab, (6, 3), mean=1.0, std=0.5)
        _set(layer, **_neutral(3), **_statistics(x))
        lab.record(mode, layer(x, training=mode == "training"))


def bad_arguments(lab: Lab) -> None:
    make = lab.student.BatchNormalization
    for value in (-0.1, 1.5):
        lab.record_raises(f"momentum/{value}", "momentum", lambda value=value: make(momentum=value))
    for value in (0.0, -1e-3):
        lab.record_raises(f"epsilon/{value}", "epsilon", lambda value=value: make(epsilon=value))
    for value in (0.0, 1.0):
        lab.record_raises(f"allowed_momentum/{value}", "momentum", lambda value=value: make(momentum=value))


def config(lab: Lab) -> None:
    make = lab.student.BatchNormalization
    keras_layer.record_base_arguments(lab, "base", make)
    for argument in ("axis", "momentum", "epsilon"):
        lab.record(f"default/{argument}", make().get_config().get(argument, "missing"))
    keras_layer.record_config(
        lab,
        "given",
        lambda: make(axis=1, momentum=0.6, epsilon=1e-5),
        _batch(lab, (4, 3)),
        ("axis", "momentum", "epsilon"),
        training=False,
    )


def saved_model(lab: Lab) -> None:
    cls = lab.student.BatchNormalization
    layer = cls(momentum=0.6, epsilon=0.5)
    inputs = keras.Input((3,))
    model = keras.Model(inputs, layer(inputs))
    _set(layer, **_affine(lab, 3), **_unlike_any_batch(lab, 3, variance=0.5))
    loaded = keras_layer.saved_and_loaded(model, {"BatchNormalization": cls})
    for name in MOVING:
        lab.record(f"change/{name}", _difference(_read(loaded.layers[-1], name), _read(layer, name)))
    x = _batch(lab, (4, 3), std=2.0)
    before, after = model(x, training=False), loaded(x, training=False)
    lab.record("change_of_output", _difference(np.asarray(after), np.asarray(before)))


def compiled(lab: Lab) -> None:
    x = _batch(lab, (8, 3))
    state = {**_affine(lab, 3), **_unlike_any_batch(lab, 3)}
    eager = _layer(lab, x.shape, momentum=0.6)
    _set(eager, **state)
    expected = [eager(x, training=mode) for mode in (False, True)]
    for way in ("tf_function", "jit_compile"):
        jit = way == "jit_compile"
        layer = _layer(lab, x.shape, momentum=0.6)
        _set(layer, **state)
        traced = tf.function(
            lambda t, layer=layer: [layer(t, training=mode) for mode in (False, True)],
            input_signature=[tf.TensorSpec(x.shape if jit else (None, 3), tf.float32)],
            autograph=False,
            jit_compile=jit,
        )
        for mode, output, own in zip(("inference", "training"), traced(tf.constant(x)), expected, strict=True):
            lab.record(f"{way}/{mode}", _difference(np.asarray(output), np.asarray(own)))
        for name in MOVING:
            lab.record(f"{way}/{name}", _difference(_read(layer, name), _read(eager, name)))


def fit(lab: Lab) -> None:
    layer = lab.student.BatchNormalization(momentum=0.6, epsilon=TINY)
    dense = keras.layers.Dense(1, kernel_initializer=keras_layer.initializer(lab.normal((3, 1))))
    model = keras.Sequential([keras.Input((3,)), layer, dense])
    _set(layer, **_affine(lab, 3), **_unlike_any_batch(lab, 3))
    model.compile(keras.optimizers.SGD(0.05), "mean_squared_error")
    x, y = _batch(lab, (16, 3)), lab.normal((16, 1))
    model.fit(x, y, batch_size=8, epochs=2, shuffle=False, verbose=0)
    for name in WEIGHTS:
        lab.record(name, _read(layer, name))
    lab.record("prediction", model(x[:5], training=False))


def number_formats(lab: Lab) -> None:
    x = _batch(lab, (8, 3), mean=1.0, std=2.0)
    state = {**_neutral(3), **_statistics(x)}

    def output(given: str, policy: str, mode: str) -> tf.Tensor:
        layer = _layer(lab, x.shape, dtype=policy)
        _set(layer, **state)
        return tf.convert_to_tensor(layer(tf.cast(x, given), training=mode == "training"))

    for mode in ("training", "inference"):
        usual = tf.cast(output("float32", "float32", mode), "float64")
        for given, policy in FORMATS:
            found = output(given, policy, mode)
            lab.record(f"{mode}/{given}_to_{policy}/dtype", found.dtype.name)
            lab.record(f"{mode}/{given}_to_{policy}/difference", tf.cast(found, "float64") - usual)


def training_curve(lab: Lab) -> None:
    net = training.DenseNet(lab, (64, 32, 32, 32, 10), lambda: lab.student.BatchNormalization(momentum=0.9))
    training.record_curves(
        lab, net, net.trainable, training.digits_task(lab, train=512), epochs=5, batch_size=64, learning_rate=0.5
    )


def _layer(lab: Lab, shape: tuple[int | None, ...], **arguments: Any) -> keras.layers.Layer:
    """A fresh layer, built for inputs of `shape`."""
    layer = lab.student.BatchNormalization(**arguments)
    layer.build(shape)
    return layer


def _batch(lab: Lab, shape: tuple[int, ...], mean: float = 10.0, std: float = 20.0) -> np.ndarray:
    """Inputs of both signs, away from mean 0 and variance 1."""
    return lab.normal(shape, mean, std)


def _affine(lab: Lab, channels: int) -> dict[str, np.ndarray]:
    """A scale of both signs and a shift, far from 1 and 0."""
    signs = np.resize([1.0, -1.0], channels)
    return {"gamma": signs * lab.rng.uniform(1.5, 3.0, channels), "beta": lab.rng.uniform(-3.0, -1.0, channels)}


def _neutral(channels: int) -> dict[str, np.ndarray]:
    return {"gamma": np.ones(channels), "beta": np.zeros(channels)}


def _unlike_any_batch(lab: Lab, channels: int, variance: float = 50.0) -> dict[str, np.ndarray]:
    """Moving statistics that no batch here comes near."""
    return {
        "moving_mean": lab.rng.uniform(-4.0, -2.0, channels),
        "moving_variance": lab.rng.uniform(variance, 2 * variance, channels),
    }


def _statistics(x: np.ndarray, axis: int = -1) -> dict[str, np.ndarray]:
    """The batch's own statistics as moving ones: then training and inference differ in nothing but the way."""
    others = tuple(i for i in range(x.ndim) if i != axis % x.ndim)
    return {"moving_mean": x.mean(axis=others), "moving_variance": x.var(axis=others)}


def _record_both_modes(lab: Lab, name: str, x: np.ndarray, axis: int) -> None:
    channels = x.shape[axis]
    layer = _layer(lab, x.shape, axis=axis, epsilon=TINY)
    for weight in WEIGHTS:
        lab.record(f"{name}/shape_of_{weight}", str(np.shape(_read(layer, weight))))
    state = {**_affine(lab, channels), **_statistics(x, axis)}
    for mode in ("training", "inference"):
        _set(layer, **state)
        lab.record(f"{name}/{mode}", layer(x, training=mode == "training"))


def _set(layer: keras.layers.Layer, **values: np.ndarray) -> None:
    """Give the layer's weights the values; a layer without one of them is judged elsewhere for that."""
    for name, value in values.items():
        weight = getattr(layer, name, None)
        assign: Callable[[np.ndarray], Any] | None = getattr(weight, "assign", None)
        if assign is not None:
            assign(np.broadcast_to(value, weight.shape))
        elif weight is not None:
            setattr(layer, name, value.astype("float32"))


def _read(layer: keras.layers.Layer, name: str) -> Any:
    weight = getattr(layer, name, None)
    return "missing" if weight is None else keras.ops.convert_to_numpy(weight)


def _difference(left: Any, right: Any) -> Any:
    """left - right; what differs in shape, or is missing, is said in words."""
    if isinstance(left, str) or isinstance(right, str):
        return "missing"
    if left.shape != right.shape:
        return f"shapes {left.shape} and {right.shape}"
    return left.astype("float64") - right.astype("float64")
