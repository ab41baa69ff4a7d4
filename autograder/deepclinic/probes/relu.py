"""What is observed of a student's `ReLU`. One function per check; single points are named by their x."""

from __future__ import annotations

import keras
import numpy as np

from deepclinic.probes import keras_layer, training
from deepclinic.probes.lab import Lab

SLOPES = (0.25, 1.0, 2.5)
"""Above 1 too: there `max(x, slope * x)` is something else."""


def plain(lab: Lab) -> None:
    """`ReLU()` on single numbers, then on numbers of every size."""
    layer = lab.student.ReLU()
    lab.record("shape", list(layer(lab.normal((2, 3))).shape))
    _record_points(lab, layer, "")
    _record_sizes(lab, layer, "")
    x = lab.normal((3, 4), std=3.0)
    for is_training in (False, True):
        lab.record(f"training={is_training}", layer(x, training=is_training))


def slope(lab: Lab) -> None:
    """Several layers that are alive at the same time, each with its own slope."""
    layers = {value: lab.student.ReLU(negative_slope=value) for value in SLOPES}
    for value, layer in layers.items():
        _record_points(lab, layer, f"slope {value}, ")
    x = lab.normal((3, 4), std=3.0)
    for value, layer in layers.items():
        _record_sizes(lab, layer, f"slope {value}, ")
        for is_training in (False, True):
            lab.record(f"slope {value}, training={is_training}", layer(x, training=is_training))


def gradient(lab: Lab) -> None:
    """The slope of the output at single numbers, then a gradient that arrives from a layer above."""
    for value in (0.0, *SLOPES):
        layer = lab.student.ReLU(negative_slope=value)
        points = _points(lab)
        derivatives = _elements(keras_layer.gradient(layer, points), points.shape)
        for x, derivative in zip(points[0], derivatives, strict=True):
            lab.record(f"derivative at x = {x:g} (slope {value})", derivative)
    layer = lab.student.ReLU(negative_slope=0.25)
    x = _away_from_zero(lab, (3, 4))
    found = keras_layer.gradient(layer, x, lab.normal(x.shape))
    lab.record("upstream", "no gradient" if found is None else found)


def gradient_at_zero(lab: Lab) -> None:
    """The gradient at exactly 0, alone and among other numbers."""
    for value in (0.0, *SLOPES):
        layer = lab.student.ReLU(negative_slope=value)
        x = np.array([[0.0, -1.5, 0.0, 2.5, -0.0]], "float32")
        found = _elements(keras_layer.gradient(layer, x), x.shape)
        lab.record(f"derivative at x = 0 (slope {value})", found[0])
        lab.record(f"zeros among others (slope {value})", [found[0], found[2], found[4]])


def any_shape(lab: Lab) -> None:
    """Inputs of rank 1 to 5, one example alone, no example at all."""
    layer = lab.student.ReLU()
    for rank in (2, 1, 3, 4, 5):
        x = lab.normal((4, 3, 2, 3, 2)[:rank])
        lab.record(f"rank {rank}", layer(x))
    x = lab.normal((5, 3))
    lab.record("one example", layer(x[2:3]))
    lab.record("no example", layer(x[:0]))


def not_a_number(lab: Lab) -> None:
    """NaN alone and among numbers, in eager calls."""
    x = lab.normal((3, 4))
    x[1, 2] = x[2, 0] = np.nan
    for value in (0.0, 0.25):
        y = keras.ops.convert_to_numpy(lab.student.ReLU(negative_slope=value)(x))
        lab.record(f"NaN (slope {value})", y[np.isnan(x)] if y.shape == x.shape else y)
    lab.record("numbers and NaN", lab.student.ReLU()(x))


def invalid_slope(lab: Lab) -> None:
    """Negative slopes; then slopes that are allowed."""
    for value in (-0.1, -1, -1e-6):
        lab.record_raises(
            f"negative_slope={value}", "negative_slope", lambda value=value: lab.student.ReLU(negative_slope=value)
        )
    for value in (0, 0.0, 1e-6, 3):
        lab.record_raises(
            f"negative_slope={value}", "negative_slope", lambda value=value: lab.student.ReLU(negative_slope=value)
        )


def keras_arguments(lab: Lab) -> None:
    """`name`, `dtype`, `trainable`: the arguments of every Keras layer."""
    keras_layer.record_base_arguments(lab, "layer", lab.student.ReLU)


def every_way_of_calling(lab: Lab) -> None:
    """Eager, as part of a functional model, traced, and compiled by XLA."""
    keras_layer.record_modes(lab, "call", lambda: lab.student.ReLU(negative_slope=0.25), lab.normal((4, 3)))


def config_and_saving(lab: Lab) -> None:
    """A trip through the config, and one through a `.keras` file."""
    x = lab.normal((4, 3))

    def make() -> keras.layers.Layer:
        return lab.student.ReLU(negative_slope=0.25)

    keras_layer.record_config(lab, "rebuilt", make, x, ["negative_slope"])
    keras_layer.record_saving(lab, "file", make, x, {"ReLU": lab.student.ReLU})


def dtypes(lab: Lab) -> None:
    """Input dtypes against the layer's dtype policy."""
    x = _away_from_zero(lab, (3, 4))
    cases = [
        ("float16", None),
        ("float64", None),
        ("bfloat16", None),
        ("float32", "mixed_float16"),
        ("float32", "mixed_bfloat16"),
        ("float16", "float16"),
        ("float32", "float64"),
        ("float64", "float64"),
    ]
    keras_layer.record_dtypes(lab, "dtype", lambda **kw: lab.student.ReLU(negative_slope=0.25, **kw), x, cases)


def training_curve(lab: Lab) -> None:
    """A small network trained twice from the same start: by hand, then by `model.fit`."""
    slopes = iter((0.0, 0.25))
    net = training.DenseNet(
        lab, (64, 32, 32, 10), between=lambda: lab.student.ReLU(negative_slope=next(slopes)), activation=None
    )
    task = training.digits_task(lab)
    lab.record("trainable_weights", sum(len(layer.trainable_weights) for layer in net.layers))
    training.record_curves(lab, net, net.trainable, task, epochs=3, learning_rate=0.1)
    layers = [
        keras.layers.Dense(8, kernel_initializer=keras_layer.initializer(lab.normal((64, 8), std=0.17))),
        lab.student.ReLU(negative_slope=0.25),
    ]
    targets = lab.normal((128, 8))
    keras_layer.record_fit(lab, "fit", layers, task.x[:128], targets, epochs=2)


def _points(lab: Lab) -> np.ndarray:
    """One example, (1, 4): two positive and two negative numbers, rounded so that their text is all of them."""
    positive, negative = lab.rng.uniform(0.5, 3.0, 2), -lab.rng.uniform(0.5, 3.0, 2)
    return np.round([[positive[0], negative[0], positive[1], negative[1]]], 2).astype("float32")


def _record_points(lab: Lab, layer: keras.layers.Layer, prefix: str) -> None:
    points = np.append(_points(lab), np.float32([[0.0, 9.0]]), axis=1)
    for x, y in zip(points[0], _elements(layer(points), points.shape), strict=True):
        lab.record(f"{prefix}x = {x:g}", y)


def _record_sizes(lab: Lab, layer: keras.layers.Layer, prefix: str) -> None:
    sizes = np.float32([[1e-30, 1e-10, 1e-4, 1e4, 1e10, 1e30]])
    lab.record(f"{prefix}tiny to huge, positive", layer(sizes))
    lab.record(f"{prefix}tiny to huge, negative", layer(-sizes))


def _away_from_zero(lab: Lab, shape: tuple[int, ...]) -> np.ndarray:
    return (lab.rng.choice([-1.0, 1.0], shape) * lab.rng.uniform(0.5, 3.0, shape)).astype("float32")


def _elements(values: object, shape: tuple[int, int]) -> list[object]:
    """Split what should be one example (1, n) into n numbers; anything else is given n times as a whole."""
    if values is None:
        return ["no gradient"] * shape[1]
    array = keras.ops.convert_to_numpy(values)
    return [float(value) for value in array[0]] if array.shape == shape else [array] * shape[1]
