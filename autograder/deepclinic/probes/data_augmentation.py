"""What is seen of a `RandomShift`. The offsets are read off images whose pixels are all different.

They are read where the moved image overlaps the original one, so that a wrong filling does not hide right offsets.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.datasets import digits
from deepclinic.probes import chance, keras_layer, training
from deepclinic.probes.lab import Lab

SIZE = (5, 4, 1)
"""Height, width and channels of the small images of the statistics."""
NOT_MOVED = "some outputs are not their input moved by whole pixels"
ALL_ALIKE = "all examples are moved alike"
FORMATS = (("float32", "mixed_float16"), ("float32", "mixed_bfloat16"), ("float64", "float64"), ("float16", None))
"""Pairs of the input's dtype and the layer's dtype policy (None: its default)."""


def inference(lab: Lab) -> None:
    """Inference before and after a training call, with and without the argument."""
    layer = lab.student.RandomShift(2, fill_value=-1.0)
    x = _images(lab, 64, (6, 7, 2))
    for name, arguments in (("training_false", {"training": False}), ("without_argument", {})):
        for when in ("before", "after"):
            lab.record(f"{name}/{when}", bool(np.array_equal(chance.as_array(layer(x, **arguments), x.shape), x)))
            layer(x, training=True)


def moved(lab: Lab) -> None:
    """Whether every output is its input, moved by whole pixels; several shapes and sizes."""
    cases: tuple[tuple[str, dict[str, Any], tuple[int, ...]], ...] = (
        ("default", {}, (50, 6, 5, 1)),
        ("max_shift 1", {"max_shift": 1}, (50, 5, 8, 3)),
        ("max_shift 2", {"max_shift": 2}, (50, 9, 7, 2)),
        ("one example", {"max_shift": 1}, (1, 6, 6, 1)),
    )
    for name, arguments, shape in cases:
        x = _images(lab, shape[0], shape[1:])
        y = keras.ops.convert_to_numpy(lab.student.RandomShift(**arguments)(x, training=True))
        lab.record(f"{name}/shape", list(y.shape))
        offsets = _offsets(x, y, reach=4) if y.shape == x.shape else NOT_MOVED
        lab.record(f"{name}/moved", not isinstance(offsets, str))
        if not isinstance(offsets, str):
            lab.record(f"{name}/within", bool(np.max(np.abs(offsets)) <= arguments.get("max_shift", 1)))
    # By chance a layer that draws one shift for all examples of a call moves none in all of these: once in 9**12 runs.
    x, layer = _images(lab, 50), lab.student.RandomShift()
    calls = [chance.as_array(layer(x, training=True), x.shape) for _ in range(12)]
    lab.record("default/moves", any(not np.array_equal(y, x) for y in calls))


def moved_in(lab: Lab) -> None:
    """What stands in the pixels that are not the input's: with a fill value given, and without."""
    for name, arguments, fill in (("given", {"fill_value": 250.0}, 250.0), ("default", {}, 0.0)):
        x = _images(lab, 64, (6, 5, 2))
        y = chance.as_array(lab.student.RandomShift(2, **arguments)(x, training=True), x.shape)
        lab.record(f"{name}/fill_seen", bool(np.any(y == fill)))
        strange = twice = lost = False
        for image, output in zip(x, y, strict=True):
            inside = output[np.isin(output, image)]
            strange |= bool(np.any((output != fill) & ~np.isin(output, image)))
            twice |= len(set(inside)) < len(inside)
            lost |= len(set(inside)) < image.size
        lab.record(f"{name}/other_values", strange)
        lab.record(f"{name}/pixels_twice", twice)
        lab.record(f"{name}/pixels_lost", lost)


def uniform(lab: Lab) -> None:
    """How often each offset occurs, among 1,200 examples of one call."""
    x = _images(lab, 1200)
    offsets = _offsets(x, chance.as_array(lab.student.RandomShift(1)(x, training=True), x.shape))
    for axis, name in enumerate(("dy", "dx")):
        for value in (-1, 0, 1):
            lab.record(f"{name} = {value}", _share(offsets, axis, value))


def independent(lab: Lab) -> None:
    """Offsets of neighbouring examples, of the two directions, of two calls."""
    layer = lab.student.RandomShift(1)
    x = _images(lab, 600)
    calls = [_offsets(x, chance.as_array(layer(x, training=True), x.shape)) for _ in range(2)]
    for axis, name in enumerate(("dy", "dx")):
        even, odd = slice(0, None, 2), slice(1, None, 2)
        lab.record(f"examples/{name}", _correlation(calls[0], calls[0], axis, axis, even, odd))
        lab.record(f"calls/{name}", _correlation(calls[0], calls[1], axis, axis))
    lab.record("directions/dy and dx", _correlation(calls[0], calls[0], 0, 1))
    lab.record("directions/whether", _correlation(*[_absolute(calls[0])] * 2, 0, 1))


def compiled(lab: Lab) -> None:
    """Three calls of one traced function, with an open batch size, then with XLA."""
    x = _images(lab, 400)
    for way in ("tf_function", "jit_compile"):
        jit = way == "jit_compile"
        outputs = chance.traced(lab.student.RandomShift(1), x, jit_compile=jit, open_batch=not jit)
        calls = [_offsets(x, y) for y in outputs]
        lab.record(f"{way}/moved", not any(isinstance(call, str) for call in calls))
        for first, second in ((0, 1), (1, 2)):
            lab.record(f"{way}/calls {first + 1} and {second + 1}", _correlation(calls[first], calls[second], 0, 0))


def fit(lab: Lab) -> None:
    """Two steps of `model.fit`, seen from within."""
    x = _images(lab, 2 * 300)
    layer = lab.student.RandomShift(1)
    model = keras.Sequential([keras.Input(SIZE), layer, keras.layers.Flatten()])
    seen = chance.outputs_in_fit(model, x, int(np.prod(SIZE)), batch_size=300)
    steps = [_offsets(x[300 * i : 300 * (i + 1)], y.reshape(-1, *SIZE)) for i, y in enumerate(seen)]
    lab.record("moved", not any(isinstance(step, str) for step in steps))
    lab.record("steps", _correlation(*steps, 0, 0))
    lab.record("trainable_weights", len(layer.trainable_weights))


def seed(lab: Lab) -> None:
    """Two layers of one seed, called in turns with other draws in between; seed 0; another seed."""
    x = _images(lab, 200)
    number = int(lab.rng.integers(1, 1000))
    first: dict[int, np.ndarray | str] = {}
    for name, value in (("seed", number), ("seed_zero", 0)):
        layers = [lab.student.RandomShift(1, seed=value) for _ in range(2)]
        sequences: list[list[np.ndarray]] = [[], []]
        for _ in range(2):
            for layer, outputs in zip(layers, sequences, strict=True):
                outputs.append(chance.as_array(layer(x, training=True), x.shape))
            keras.random.uniform((3,))
            tf.random.uniform((3,))
        calls = [_offsets(x, y) for y in sequences[0]]
        first[value] = calls[0]
        lab.record(f"{name}/same", [bool(np.array_equal(a, b)) for a, b in zip(*sequences, strict=True)])
        lab.record(f"{name}/calls", _correlation(*calls, 0, 0))
    other = lab.student.RandomShift(1, seed=number + 1)
    other_offsets = _offsets(x, chance.as_array(other(x, training=True), x.shape))
    lab.record("other_seed", _correlation(first[number], other_offsets, 0, 0))
    lab.record("zero_or_not", _correlation(first[number], first[0], 0, 0))


def number_formats(lab: Lab) -> None:
    """Integers keep their dtype; floating numbers get the layer's."""
    x = _images(lab, 30)
    for given, policy in (("uint8", None), ("int32", None), *FORMATS):
        layer = lab.student.RandomShift(1, fill_value=100.0, **({"dtype": policy} if policy else {}))
        entry = f"{given}_to_{policy or 'default'}"
        for mode in ("training", "inference"):
            y = layer(tf.cast(x, given), training=mode == "training")
            lab.record(f"{entry}/{mode}/dtype", tf.as_dtype(y.dtype).name)
            values = chance.as_array(y, x.shape)
            lab.record(f"{entry}/{mode}/moved", not isinstance(_offsets(x, values), str))
            lab.record(f"{entry}/{mode}/fill", bool(np.any(values == 100)))


def bad_max_shift(lab: Lab) -> None:
    """What is no integer >= 0; then integers, of which 0 moves nothing."""
    for value in (-1, -3, 1.5, 0, 3):
        lab.record_raises(f"max_shift={value}", "max_shift", lambda value=value: lab.student.RandomShift(value))
    x = _images(lab, 30)
    y = chance.as_array(lab.student.RandomShift(0)(x, training=True), x.shape)
    lab.record("unchanged", bool(np.array_equal(y, x)))


def config_and_saving(lab: Lab) -> None:
    """The arguments in the config, a trip through it, and one through a `.keras` file."""
    cls = lab.student.RandomShift
    keras_layer.record_base_arguments(lab, "layer", lambda **arguments: cls(1, **arguments))
    lab.record("default_seed", cls().get_config().get("seed", "missing"))
    layer = cls(2, fill_value=200.0, seed=11)
    inputs = keras.Input((6, 7, 1))
    model = keras.Model(inputs, layer(inputs))
    loaded = keras_layer.saved_and_loaded(model, {"RandomShift": cls})
    x = _images(lab, 60, (6, 7, 1))
    for name, again in (("rebuilt", cls.from_config(layer.get_config())), ("loaded", loaded.layers[-1])):
        config = again.get_config()
        lab.record(f"{name}/same_class", type(again) is cls)
        lab.record(f"{name}/keeps_name", again.name == layer.name)
        for argument in ("max_shift", "fill_value", "seed"):
            lab.record(f"{name}/{argument}", float(config[argument]) if config.get(argument) is not None else "missing")
        y = chance.as_array(again(x, training=True), x.shape)
        offsets = _offsets(x, y, reach=4)
        lab.record(f"{name}/largest", NOT_MOVED if isinstance(offsets, str) else int(np.max(np.abs(offsets))))
        lab.record(f"{name}/fill", bool(np.any(y == 200)))


def few_examples(lab: Lab) -> None:
    """A network that sees 100 digits and is asked about others, which are moved by up to a pixel."""
    (x_train, y_train), (x_test, y_test) = digits()
    picked, held_out = lab.rng.permutation(len(x_train))[:100], lab.rng.permutation(len(x_test))[:400]
    around = np.pad(x_test[held_out].reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    starts = lab.rng.integers(0, 3, (400, 2))
    windows = [image[i : i + 8, j : j + 8].ravel() for image, (i, j) in zip(around, starts, strict=True)]
    task = training.Task(
        2 * x_train[picked], y_train[picked].astype("int32"), 2 * np.array(windows), y_test[held_out].astype("int32")
    )
    dense = training.DenseNet(lab, (64, 64, 10), None, activation=tf.nn.relu)
    layer = lab.student.RandomShift(1)

    def net(x: tf.Tensor, is_training: bool) -> tf.Tensor:
        images = layer(tf.reshape(x, (-1, 8, 8, 1)), training=is_training)
        return dense(tf.reshape(images, (-1, 64)), is_training)

    curves = training.record_curves(lab, net, dense.trainable, task, epochs=60, batch_size=50, learning_rate=0.2)
    for name, curve in zip(("training", "validation"), curves, strict=True):
        lab.record(f"curve/{name}_loss", chance.smooth(curve, 8))


def _images(lab: Lab, count: int, size: tuple[int, ...] = SIZE) -> np.ndarray:
    """Images (count, *size) of the integers 1, 2, ... as float32, each in another order: no pixel occurs twice."""
    pixels = int(np.prod(size))
    rows = np.tile(np.arange(1, pixels + 1, dtype="float32"), (count, 1))
    return lab.rng.permuted(rows, axis=1).reshape(count, *size)


def _offsets(x: np.ndarray, y: np.ndarray, reach: int = 2) -> np.ndarray | str:
    """By how much each example was moved, (n, 2) for dy and dx; `NOT_MOVED` where one of them was not."""
    height, width = x.shape[1:3]
    found = np.full((len(x), 2), reach + 1)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            target = y[:, max(dy, 0) : height + min(dy, 0), max(dx, 0) : width + min(dx, 0)]
            source = x[:, max(-dy, 0) : height - max(dy, 0), max(-dx, 0) : width - max(dx, 0)]
            found[np.all(target == source, axis=(1, 2, 3))] = dy, dx
    return NOT_MOVED if np.any(found > reach) else found


def _share(offsets: np.ndarray | str, axis: int, value: int) -> float | str:
    if isinstance(offsets, str):
        return offsets
    values = offsets[:, axis]
    return ALL_ALIKE if np.ptp(values) == 0 else chance.share(values == value)


def _correlation(
    left: np.ndarray | str,
    right: np.ndarray | str,
    axis: int,
    other: int,
    examples: slice = slice(None),
    others: slice = slice(None),
) -> float | str:
    if isinstance(left, str) or isinstance(right, str):
        return NOT_MOVED
    if np.ptp(left[:, axis]) == 0 or np.ptp(right[:, other]) == 0:
        return ALL_ALIKE
    return chance.correlation(left[examples, axis], right[others, other])


def _absolute(offsets: np.ndarray | str) -> np.ndarray | str:
    return offsets if isinstance(offsets, str) else np.abs(offsets)
