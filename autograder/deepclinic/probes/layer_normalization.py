"""What is seen of a `LayerNormalization`.

Weights are found by the names `gamma` and `beta`, never by their place. Where epsilon is not the question it changes
nothing visible; where the mode is not the question it is training, and where the initial weights are not, they are set.
Inputs have both signs, a mean away from 0 (less than ten standard deviations) and a variance away from 1.
"""

from __future__ import annotations

import functools
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import keras_layer, training
from deepclinic.probes.lab import Lab

TINY = 1e-6
"""An epsilon that changes nothing visible beside a variance near 100."""
AXES = (
    ("last_of_three", (3, 2, 5), -1),
    ("middle", (3, 5, 4), 1),
    ("last_two", (3, 4, 5, 2), (-2, -1)),
    ("all_features", (2, 3, 4, 2), [1, 2, 3]),
    ("apart", (3, 4, 2, 5), (1, -1)),
    ("descending", (3, 4, 5, 2), (2, 1)),
)


def weights(lab: Lab) -> None:
    layer = lab.student.LayerNormalization()
    layer.build((None, 5))
    for name in ("gamma", "beta"):
        lab.record(f"initial/{name}", _read(layer, name))
        lab.record(f"trained/{name}", any(getattr(layer, name, None) is weight for weight in layer.trainable_weights))
    lab.record("trainable_weights", len(layer.trainable_weights))
    lab.record("state", len(layer.non_trainable_weights))


def output(lab: Lab) -> None:
    for name, shape in (("output", (4, 6)), ("more_features", (2, 9))):
        x = _examples(lab, shape)
        lab.record(name, _layer(lab, shape, epsilon=TINY)(x, training=True))


def epsilon(lab: Lab) -> None:
    x = _examples(lab, (4, 6), mean=0.5, std=0.6)
    lab.record("output", _layer(lab, x.shape, epsilon=0.3)(x, training=True))
    x = _examples(lab, (4, 6), mean=0.02, std=0.03)
    lab.record("default_epsilon", _layer(lab, x.shape)(x, training=True))


def scale_and_shift(lab: Lab) -> None:
    x = _examples(lab, (4, 6))
    layer = _layer(lab, x.shape, epsilon=TINY)
    _set_far_away(lab, layer, "gamma")
    lab.record("gamma", layer(x, training=True))
    _set_far_away(lab, layer, "gamma", "beta")
    lab.record("gamma_and_beta", layer(x, training=True))


def axes(lab: Lab) -> None:
    for name, shape, axis in AXES:
        layer = _layer(lab, shape, axis=axis, epsilon=TINY)
        for weight in ("gamma", "beta"):
            lab.record(f"{name}/shape_of_{weight}", list(np.shape(getattr(layer, weight, None))))
        _set_far_away(lab, layer, "gamma", "beta")
        lab.record(f"{name}/output", layer(_examples(lab, shape, axis), training=True))


def each_example_alone(lab: Lab) -> None:
    x = _examples(lab, (6, 5))
    layer = _layer(lab, x.shape, epsilon=TINY)
    whole = keras.ops.convert_to_numpy(layer(x, training=True))
    lab.record("batch_of_one", _agree(layer(x[:1], training=True), whole[:1]))
    lab.record("batch_of_two", _agree(layer(x[:2], training=True), whole[:2]))
    lab.record("other_companions", _agree(layer(np.concatenate([x[:1], 9 * x[1:]]), training=True)[:1], whole[:1]))
    lab.record("at_inference", _agree(layer(x, training=False), whole))
    lab.record("without_training_argument", _agree(layer(x), whole))
    lab.record("the_same_again", _agree(layer(x, training=True), whole))


def gradient(lab: Lab) -> None:
    for name, shape, axis in (("dense", (4, 5), -1), ("image", (2, 3, 4, 2), (1, 2, 3))):
        layer = _layer(lab, shape, axis=axis, epsilon=TINY)
        _set_far_away(lab, layer, "gamma", "beta")
        x, upstream = tf.constant(_examples(lab, shape, axis)), lab.normal(shape, std=5.0)
        watched = {"inputs": x}
        for weight in ("gamma", "beta"):
            if hasattr(getattr(layer, weight, None), "value"):
                watched[weight] = getattr(layer, weight).value
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            for tensor in watched.values():
                tape.watch(tensor)
            loss = tf.reduce_sum(upstream * layer(x, training=True))
        found = dict(zip(watched, tape.gradient(loss, list(watched.values())), strict=True))
        for what in ("inputs", "gamma", "beta"):
            value = found.get(what)
            lab.record(f"{name}/{what}", "no gradient" if value is None else value)


def bad_arguments(lab: Lab) -> None:
    make = lab.student.LayerNormalization
    for value in (0.0, -1e-3):
        lab.record_raises(f"epsilon={value}", "epsilon", lambda value=value: make(epsilon=value))
    for value in (0, (0, 1), [2, 0]):
        lab.record_raises(f"axis={value}", "axis", lambda value=value: make(axis=value))
    for value, shape in ((-2, (4, 3)), ((-1, -3), (4, 3, 2))):
        build_and_call = functools.partial(lambda v, s: make(axis=v)(np.ones(s, "float32")), value, shape)
        lab.record_raises(f"axis={value} of rank {len(shape)}", "axis", build_and_call)
    lab.record_raises("allowed", "axis", lambda: make(axis=-2, epsilon=1e-9).build((None, 3, 2)))


def config(lab: Lab) -> None:
    make = lab.student.LayerNormalization
    keras_layer.record_base_arguments(lab, "base", make)
    for name, arguments in (("defaults", {}), ("given", {"axis": [3, 1], "epsilon": 0.02})):
        layer = make(**arguments)
        lab.record(f"{name}/epsilon", layer.get_config().get("epsilon", "missing"))
        lab.record(f"{name}/axis", _axes(layer.get_config().get("axis"), rank=4))
    x = _examples(lab, (4, 6), mean=0.2, std=0.3)
    layer = _far_away_layer(lab, x.shape, epsilon=0.02)
    again = type(layer).from_config(layer.get_config())
    again.build(x.shape)
    again.set_weights(layer.get_weights())
    lab.record("made_again/same_name", again.name == layer.name)
    lab.record("made_again/same_output", _agree(again(x), layer(x)))


def saved_model(lab: Lab) -> None:
    cls = lab.student.LayerNormalization
    x = _examples(lab, (3, 2, 4), (1, 2), mean=0.2, std=0.3)
    layer = _far_away_layer(lab, x.shape, axis=(1, 2), epsilon=0.02)
    inputs = keras.Input(x.shape[1:])
    model = keras.Model(inputs, layer(inputs))
    loaded = keras_layer.saved_and_loaded(model, {"LayerNormalization": cls})
    again = loaded.layers[-1]
    for name in ("gamma", "beta"):
        lab.record(f"kept/{name}", np.array_equal(_read(layer, name), _read(again, name)))
    lab.record("same_output", _agree(loaded(x, training=False), model(x, training=False)))


def dtypes(lab: Lab) -> None:
    x = _examples(lab, (3, 8), std=20.0)
    cases = (("float16", None), ("float64", None), ("float32", "mixed_float16"), ("float32", "mixed_bfloat16"))
    cases += (("float64", "float64"),)
    keras_layer.record_dtypes(
        lab, "dtype", lambda **arguments: _layer(lab, x.shape, **arguments), x, cases, training=True
    )


def every_way_of_calling(lab: Lab) -> None:
    x = _examples(lab, (4, 6))
    gamma, beta = lab.rng.uniform(1.5, 3.0, (2, 6))

    def make() -> keras.layers.Layer:
        layer = _layer(lab, x.shape, epsilon=TINY)
        _set(layer, gamma=gamma, beta=beta)
        return layer

    keras_layer.record_modes(lab, "call", make, x, training=True)


def fit(lab: Lab) -> None:
    """Two examples a step: what a batch statistic would spoil."""
    task = training.digits_task(lab, train=96, validation=1)

    def dense(rows: int, columns: int, activation: str | None = None) -> keras.layers.Layer:
        start = keras_layer.initializer(lab.normal((rows, columns), std=np.sqrt(2.0 / rows)))
        return keras.layers.Dense(columns, activation, kernel_initializer=start)

    layers = [
        dense(64, 16),
        lab.student.LayerNormalization(),
        keras.layers.Activation("tanh"),
        dense(16, 10, "softmax"),
    ]
    keras_layer.record_fit(
        lab, "fit", layers, task.x, task.y, epochs=3, batch_size=2, loss="sparse_categorical_crossentropy"
    )


def _layer(lab: Lab, shape: tuple[int | None, ...], **arguments: Any) -> keras.layers.Layer:
    """A fresh layer, built for inputs of `shape`, with a scale of 1 and a shift of 0 however it starts."""
    layer = lab.student.LayerNormalization(**arguments)
    layer.build(shape)
    _set(layer, gamma=np.ones(()), beta=np.zeros(()))
    return layer


def _far_away_layer(lab: Lab, shape: tuple[int, ...], **arguments: Any) -> keras.layers.Layer:
    layer = _layer(lab, shape, **arguments)
    _set_far_away(lab, layer, "gamma", "beta")
    return layer


def _set_far_away(lab: Lab, layer: keras.layers.Layer, *names: str) -> None:
    """Give weights values of both signs, far from 1 and 0."""
    for name in names:
        shape = tuple(np.shape(getattr(layer, name, None)))
        size = int(np.prod(shape))
        values = np.resize([1.0, -1.0], size) * lab.rng.uniform(1.5, 3.0, size)
        _set(layer, **{name: values.reshape(shape)})


def _set(layer: keras.layers.Layer, **values: np.ndarray) -> None:
    """Assign weights by name; a layer without one of them is judged elsewhere for that."""
    for name, value in values.items():
        weight = getattr(layer, name, None)
        if hasattr(weight, "assign"):
            weight.assign(np.broadcast_to(value, weight.shape))


def _examples(lab: Lab, shape: tuple[int, ...], axis: Any = -1, mean: float = 5.0, std: float = 10.0) -> np.ndarray:
    """Inputs, drawn anew until each mean over `axis` is within four deviations of 0 and no deviation is small."""
    axes = tuple(axis) if isinstance(axis, list) else axis
    while True:
        x = lab.normal(shape, mean, std)
        deviation = x.std(axis=axes)
        if np.all(np.abs(x.mean(axis=axes)) <= 4 * deviation) and np.all(deviation >= 0.3 * std):
            return x


def _read(layer: keras.layers.Layer, name: str) -> Any:
    weight = getattr(layer, name, None)
    return "missing" if weight is None else keras.ops.convert_to_numpy(weight)


def _axes(axis: Any, rank: int) -> Any:
    """The axes that a config means, whatever way it writes them."""
    try:
        return sorted(int(one) % rank for one in np.atleast_1d(axis))
    except (TypeError, ValueError):
        return "missing"


def _agree(one: Any, other: Any) -> bool:
    one, other = keras.ops.convert_to_numpy(one), keras.ops.convert_to_numpy(other)
    return one.shape == other.shape and bool(np.allclose(one, other, rtol=1e-4, atol=1e-4))
