"""What is seen of `train_validation_split` and of `EarlyStopping`.

Which examples a split picks is open, so only facts about it are recorded. Every example carries its number in its
pixels. Class sizes are such that no class's share is a whole number: how it is rounded is open as well.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes.lab import Lab
from deepclinic.probes.scripted_training import epochs_of_weights, listening, play, small_model

UNEVEN = (203, 307, 411, 254, 366)
"""Class sizes; times 0.2 or 0.35 none is a whole number (times 0.5 the even ones are: one is added there)."""


def complete(lab: Lab) -> None:
    for name, shape in (("numbers", ()), ("tables", (3,)), ("images", (4, 3, 1))):
        data = _data(lab, (33, 47, 21), shape)
        train, validation = _parts(lab, data)
        together = np.concatenate([train.ids, validation.ids])
        lab.record(f"{name}/none_in_both", not set(train.ids) & set(validation.ids))
        lab.record(f"{name}/none_missing", set(together) == set(range(len(data.y))))
        lab.record(f"{name}/none_twice", all(len(set(part.ids)) == len(part.ids) for part in (train, validation)))
        lab.record(f"{name}/as_they_were", train.whole and validation.whole)
        lab.note(f"{name}/sizes", [len(train.ids), len(validation.ids), len(data.y)])


def pairs(lab: Lab) -> None:
    for name, shape in (("tables", (3,)), ("images", (4, 3, 1))):
        data = _data(lab, (33, 47, 21), shape)
        for part, found in zip(("train", "validation"), _parts(lab, data), strict=True):
            lab.record(f"{name}/{part}", bool(np.array_equal(found.y, data.y[found.ids])))


def stratified(lab: Lab) -> None:
    cases: list[tuple[str, dict[str, Any], Sequence[int], float]] = [
        ("default", {}, UNEVEN, 0.2),
        ("0.35", {"validation_fraction": 0.35}, UNEVEN, 0.35),
        ("0.5", {"validation_fraction": 0.5}, [size | 1 for size in UNEVEN], 0.5),
        ("few", {"validation_fraction": 0.2}, (3, 7, 11, 4, 302), 0.2),
    ]
    for name, arguments, sizes, fraction in cases:
        for seed in (0, int(lab.rng.integers(1, 1000))):
            data = _data(lab, sizes)
            _, (x, y) = lab.student.train_validation_split(data.x, data.y, seed=seed, **arguments)
            counts = np.bincount(np.asarray(y), minlength=len(sizes))
            away = np.abs(counts - fraction * np.array(sizes))
            which = "seed 0" if seed == 0 else "another seed"
            if name != "few":
                lab.record(f"{name}/{which}/share", len(y) / sum(sizes))
            lab.record(f"{name}/{which}/every_class", bool(np.all(away < 1)))
            lab.note(f"{name}/{which}/counts", counts)


def any_labels(lab: Lab) -> None:
    labels = np.array([3, 8, 42])
    data = _data(lab, (33, 47, 21), (3,))
    data = _Data(data.x, labels[data.y])
    train, validation = _parts(lab, data)
    lab.record("all_there", set(train.ids) | set(validation.ids) == set(range(len(data.y))))
    counts = [int(np.sum(validation.y == label)) for label in labels]
    lab.record("every_class", bool(np.all(np.abs(np.array(counts) - 0.2 * np.array((33, 47, 21))) < 1)))
    lab.record("labels", [sorted({int(label) for label in part.y}) for part in (train, validation)])


def seed(lab: Lab) -> None:
    data = _data(lab, (203, 107, 211))
    number = int(lab.rng.integers(2, 1000))
    splits = []
    for value in (number, number, number + 1, 0, 0, None):
        # What the rest of a program does with the global generators must not matter.
        np.random.seed(int(lab.rng.integers(2**31)))
        random.seed(int(lab.rng.integers(2**31)))
        splits.append([part.ids for part in _parts(lab, data, **({} if value is None else {"seed": value}))])
    lab.record("same_seed", _equal(splits[0], splits[1]))
    lab.record("seed_zero", _equal(splits[3], splits[4]))
    lab.record("default_is_zero", _equal(splits[4], splits[5]))
    for name, i, j in (("other_seed", 0, 2), ("zero_or_not", 0, 3)):
        lab.record(f"{name}/same_examples", set(splits[i][1]) == set(splits[j][1]))


def order(lab: Lab) -> None:
    data = _data(lab, (120, 123, 118, 121, 122), grouped=True)
    for part, found in zip(("train", "validation"), _parts(lab, data), strict=True):
        changes = np.mean(found.y[1:] != found.y[:-1]) if len(found.y) > 1 else 0.0  # about 0.8 where classes are mixed
        lab.record(f"{part}/mixed", bool(changes > 0.5))
        # 120 examples in random order: standard error 0.09.
        as_given = np.corrcoef(found.ids, np.arange(len(found.ids)))[0, 1] if len(found.ids) > 1 else 1.0
        lab.record(f"{part}/order_of_the_input", bool(abs(as_given) > 0.55))
        lab.note(f"{part}/numbers", [changes, as_given])


def left_alone(lab: Lab) -> None:
    data = _data(lab, (33, 47, 21), (3,))
    x, y = data.x.copy(), data.y.copy()
    tf.random.set_seed(lab.seed)
    expected = np.asarray(tf.random.uniform((3,)))
    tf.random.set_seed(lab.seed)
    before, python_before = np.random.get_state()[1:3], random.getstate()
    lab.student.train_validation_split(x, y, seed=5)
    after, python_after = np.random.get_state()[1:3], random.getstate()
    lab.record("x", bool(np.array_equal(x, data.x)))
    lab.record("y", bool(np.array_equal(y, data.y)))
    lab.record("numpy_random", bool(np.array_equal(before[0], after[0]) and before[1] == after[1]))
    lab.record("python_random", python_before == python_after)
    lab.record("tensorflow_random", bool(np.array_equal(expected, tf.random.uniform((3,)))))


def stops(lab: Lab) -> None:
    """How many epochs a training has. Losses whose comparison does not hang on rounding."""
    scripts = {
        "rises": [8, 4, 2, 3, 4, 5, 6, 7],
        "falls again, but not below the best": [8, 4, 2, 7, 6, 5, 4, 3],
        "bad epochs between good ones": [8, 9, 4, 5, 2, 3, 1, 4, 5, 6, 7, 8],
        "stays the same": [8, 4, 4, 4, 4, 4, 4],
        "falls all the time": [8, 7, 6, 5, 4, 3],
        "first epoch is the best": [1, 2, 3, 4, 5, 6],
    }
    model = small_model()
    for patience in (1, 2, 3):
        for name, script in scripts.items():
            callback = lab.student.EarlyStopping(patience=patience)
            lab.record(f"patience {patience}, {name}", play(callback, _scaled(lab, script), model))


def patience_zero(lab: Lab) -> None:
    model = small_model()
    for script in ([8, 4, 2, 3, 1, 5, 6, 7], [8, 9, 7, 6], [8, 7, 6, 5]):
        name, losses = " ".join(map(str, script)), _scaled(lab, script)
        lab.record(f"{name}/zero", play(lab.student.EarlyStopping(patience=0), losses, model))
        lab.record(f"{name}/default", play(lab.student.EarlyStopping(), losses, model))


def min_delta(lab: Lab) -> None:
    scripts = {
        "small falls": [8, 7.5, 7.25, 7.125, 7.0625, 7.03125],
        "small falls add up": [8, 7.5, 6.75, 6.25, 5.5, 5.0, 4.25],
        "exactly min_delta": [8, 7, 7, 7, 7],
        "large falls": [8, 6, 4, 2, 0.5],
    }
    model = small_model()
    for name, script in scripts.items():
        callback = lab.student.EarlyStopping(patience=2, min_delta=1.0)
        lab.record(f"{name}/epochs", play(callback, script, model))
        lab.record(f"{name}/weights", epochs_of_weights(model)["trained"])


def not_a_number(lab: Lab) -> None:
    nan = float("nan")
    scripts = {
        "NaN from now on": [8, 4, nan, nan, nan, nan, nan],
        "NaN once": [8, 4, nan, 2, 3, 3, 3, 3],
        "above the best after NaN": [8, 2, nan, 6, 5, 4],
    }
    model = small_model()
    for name, script in scripts.items():
        lab.record(f"{name}/epochs", play(lab.student.EarlyStopping(patience=2), script, model))
        lab.record(f"{name}/weights", epochs_of_weights(model)["trained"])


def restored(lab: Lab) -> None:
    script = _scaled(lab, [8, 4, 2, 3, 5, 6, 7])
    model = small_model()
    for wanted in (True, False):
        epochs = play(lab.student.EarlyStopping(patience=2, restore_best_weights=wanted), script, model)
        # Without restoring it is the last epoch's weights, however many there were.
        last = 0 if wanted else epochs - 1
        for part, found in epochs_of_weights(model).items():
            lab.record(f"restore={wanted}/{part}", [epoch - last for epoch in found])
    play(lab.student.EarlyStopping(patience=2), script, model)
    lab.record("default/trained", epochs_of_weights(model)["trained"])


def natural_end(lab: Lab) -> None:
    model = small_model()
    for name, script in (("worse at the end", [8, 4, 2, 3, 5]), ("best at the end", [8, 4, 3, 2])):
        lab.record(f"{name}/epochs", play(lab.student.EarlyStopping(patience=10), _scaled(lab, script), model))
        for part, found in epochs_of_weights(model).items():
            lab.record(f"{name}/{part}", found)


def epochs_reported(lab: Lab) -> None:
    scripts = {"stopped": [8, 4, 2, 3, 5, 6, 7], "never stopped": [8, 4, 2, 3], "best at the start": [1, 2, 3, 4]}
    model = small_model()
    for name, script in scripts.items():
        for wanted in (True, False):
            callback = lab.student.EarlyStopping(patience=2, restore_best_weights=wanted)
            play(callback, _scaled(lab, script), model)
            lab.record(f"{name}/restore={wanted}/stopped_epoch", int(callback.stopped_epoch))
            lab.record(f"{name}/restore={wanted}/best_epoch", int(callback.best_epoch))


def fit_again(lab: Lab) -> None:
    """One callback, three trainings: two that it stops, one that ends by itself."""
    callback = lab.student.EarlyStopping(patience=2)
    model = small_model()
    play(callback, [4, 0.5, 1, 1, 1, 1], model)
    for name, script, first in (("second", [8, 4, 5, 6, 7, 8], 100), ("third", [8, 6, 7], 200)):
        lab.record(f"{name}/epochs", play(callback, script, model, first=first))
        lab.record(f"{name}/stopped_epoch", int(callback.stopped_epoch))
        lab.record(f"{name}/best_epoch", int(callback.best_epoch))
        lab.record(f"{name}/weights", [epoch - first for epoch in epochs_of_weights(model)["trained"]])


def which_value(lab: Lab) -> None:
    model = small_model()
    for monitor in ("loss", "val_mean_absolute_error"):
        callback = lab.student.EarlyStopping(monitor, patience=1)
        lab.record(f"{monitor}/epochs", play(callback, [8, 4, 5, 6, 7], model, monitor=monitor))
    with listening() as heard:
        callback = lab.student.EarlyStopping(monitor="val_accuracy_of_nobody", patience=10)
        epochs = play(callback, [1.0, 1.0, 1.0, 1.0], model, monitor="accuracy")
    lab.record("missing/epochs", epochs)
    lab.record("missing/weights", epochs_of_weights(model)["trained"])
    lab.record("missing/warned", bool(heard))


def bad_arguments(lab: Lab) -> None:
    for argument, values in (("patience", (-1, 1.5, 0, 7)), ("min_delta", (-0.1, -1, 0, 0.5))):
        for value in values:
            lab.record_raises(
                f"{argument}={value}",
                argument,
                lambda argument=argument, value=value: lab.student.EarlyStopping(**{argument: value}),
            )


def real_fit(lab: Lab) -> None:
    """One weight w that learns to be 10 from 0, while the validation examples say 4: it passes by in epoch 4."""
    unit = float(lab.rng.uniform(0.5, 2.0))
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False, kernel_initializer="zeros")])
    model.compile(keras.optimizers.SGD(0.05), "mean_squared_error", jit_compile=False)
    ones = np.ones((8, 1), "float32")
    callback = lab.student.EarlyStopping(patience=2)
    lab.record("is_a_callback", isinstance(callback, keras.callbacks.Callback))
    history = model.fit(
        ones,
        10 * unit * ones,
        validation_data=(ones, 4 * unit * ones),
        epochs=12,
        batch_size=8,
        callbacks=[callback],
        verbose=0,
    )
    lab.record("epochs", len(history.history["loss"]))
    lab.record("weight", float(np.asarray(model.weights[0])[0, 0]))
    lab.record("curve/validation_loss", np.array(history.history["val_loss"], "float64"))


@dataclass(frozen=True)
class _Data:
    x: np.ndarray
    y: np.ndarray


@dataclass(frozen=True)
class _Part:
    """The numbers of the examples of one part, their labels, and whether every example is what it was."""

    ids: np.ndarray
    y: np.ndarray
    whole: bool


def _data(lab: Lab, sizes: Sequence[int], shape: tuple[int, ...] = (), grouped: bool = False) -> _Data:
    """Examples whose first pixel is their number; labels 0, 1, ... in random order, or one class after the other."""
    y = np.repeat(np.arange(len(sizes)), sizes)
    if not grouped:
        y = lab.rng.permutation(y)
    count = int(np.prod(shape))
    x = np.arange(len(y))[:, None] + 10_000.0 * np.arange(count)
    return _Data(x.reshape(len(y), *shape).astype("float32"), y)


def _parts(lab: Lab, data: _Data, **arguments: Any) -> tuple[_Part, _Part]:
    """Split copies of the data and read the numbers of the examples in both parts."""
    split = lab.student.train_validation_split(data.x.copy(), data.y.copy(), **arguments)
    (x_train, y_train), (x_validation, y_validation) = split
    return _part(data, x_train, y_train), _part(data, x_validation, y_validation)


def _part(data: _Data, x: Any, y: Any) -> _Part:
    x, y = np.asarray(x), np.asarray(y)
    if x.shape[1:] != data.x.shape[1:] or y.shape != x.shape[:1]:
        raise ValueError(f"a part of the split has x of shape {x.shape} and y of shape {y.shape}")
    ids = np.rint(x.reshape(len(x), -1)[:, 0]).astype(int) if len(x) else np.zeros(0, int)
    inside = (ids >= 0) & (ids < len(data.x))
    ids = np.where(inside, ids, 0)
    return _Part(ids, y, bool(np.all(inside)) and bool(np.array_equal(x, data.x[ids])))


def _equal(left: list[np.ndarray], right: list[np.ndarray]) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(left, right, strict=True))


def _scaled(lab: Lab, script: Sequence[float]) -> list[float]:
    """The same ups and downs on another scale (a power of two, exact)."""
    factor = 2.0 ** int(lab.rng.integers(-3, 4))
    return [factor * value for value in script]
