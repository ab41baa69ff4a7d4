"""What is observed of a student's `build_network` and `train`: facts about the network, and how well it does at last.

Training costs seconds, most of them for building the graph. There are three: a long one, for all the checks that look
at its result; a brief one on few examples; and the brief one again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any

import keras
import numpy as np

from deepclinic.datasets import digits
from deepclinic.probes.lab import Lab

INPUT_SHAPE, CLASSES = (8, 8, 1), 10
DEPTH = 30
HELD_OUT, VALIDATION = 400, 250
"""Of the 1,797 digits: never shown to the student's code, and shown as validation data. 1,147 are left to train on."""
LEARNT, GOOD = 0.70, 0.85
BRIEF_SEED = 3

_DIGITS = digits(split=False)
"""Loaded before any solution is: one that opens a data set itself is found out."""

Examples = tuple[np.ndarray, np.ndarray]


@dataclass(frozen=True)
class Trained:
    """A model after `train`, with what was measured on the way."""

    model: keras.Model
    seconds: float
    """Of the processor, all threads together."""
    changed: float
    """Share of the trained kernels that differ from what they were."""
    held_out: Examples


@dataclass(frozen=True)
class Brief:
    """A model after `train` on 300 digits of nine classes, and what it was trained with."""

    model: keras.Model
    began_with: list[np.ndarray]
    is_trained: bool
    """Whether any weight has changed."""
    training: Examples
    validation: Examples
    """60 digits of the nine classes, and 60 of the tenth."""
    secret: int
    """The tenth's number."""


_results: dict[tuple[int, str], Any] = {}


def builds(lab: Lab) -> None:
    """The network for the digits, then one for other images and another number of classes."""
    model = lab.student.build_network(INPUT_SHAPE, CLASSES)
    lab.record("is a model", isinstance(model, keras.Model))
    for name, shape, classes in (("digits", INPUT_SHAPE, CLASSES), ("other images", (6, 10, 2), 3)):
        model = lab.student.build_network(shape, classes)
        for batch in (4, 1):
            output = np.asarray(keras.ops.convert_to_numpy(model(_images(lab, batch, shape), training=False)))
            lab.record(f"{name}, batch of {batch}", list(output.shape))
        lab.record(f"{name}, finite", bool(np.all(np.isfinite(output))))


def depth(lab: Lab) -> None:
    """How many kernels are trained; and how many there would be, were a layer that is called again another one."""
    model = _network(lab)
    count, uses = len(_kernels(model)), _uses(model)
    lab.note("weight layers", count)
    lab.note("uses", uses)
    lab.record("at least 30 weight layers", count >= DEPTH)
    lab.record("at least 30 uses of weight layers", uses >= DEPTH)


def own_layers(lab: Lab) -> None:
    """Whether layers of the student's own classes are at work in the network."""
    own = {type(layer).__name__ for layer in _layers(_network(lab)) if _is_own(layer)}
    lab.note("own layers", sorted(own))
    lab.record("layers of your own", len(own) > 0)


def trains(lab: Lab) -> None:
    """What `train` does to the model that it is given. How long it may take is the worker's limit for one check."""
    trained = _trained(lab)
    lab.note("seconds", trained.seconds)
    lab.note("kernels changed", trained.changed)
    lab.record("the model itself is trained", trained.changed >= 0.9)
    outputs = _outputs(trained.model, trained.held_out[0])
    finite = bool(np.all(np.isfinite(outputs)))
    lab.record("predictions are finite", finite)
    spread = float(np.max(np.std(outputs, axis=0)) / (np.max(np.abs(outputs)) + 1e-30)) if finite else 0.0
    lab.note("spread", spread)
    lab.record("different images get different predictions", spread > 1e-3)


def learns(lab: Lab) -> None:
    """The accuracy on held-out digits, against the lower of two bounds."""
    _record_accuracy(lab, LEARNT)


def held_out_accuracy(lab: Lab) -> None:
    """The accuracy on held-out digits, against the higher of two bounds."""
    _record_accuracy(lab, GOOD)


def validation_data(lab: Lab) -> None:
    """A class that only the validation data has: a network that predicts it has been trained on them."""
    brief = _briefly_trained(lab)
    lab.record("the model itself is trained", brief.is_trained)
    x, y = brief.validation
    predicted = np.argmax(_outputs(brief.model, x), axis=-1)
    recognised = float(np.mean(predicted[y == brief.secret] == brief.secret))
    mistaken = float(np.mean(predicted[y != brief.secret] == brief.secret))
    lab.note("recognised", recognised)
    lab.record("learnt from the validation data", recognised - mistaken > 0.5)


def seed(lab: Lab) -> None:
    """The brief training once more, with equal weights, data and seed; the global random state differs."""
    brief = _briefly_trained(lab)
    lab.record("the model itself is trained", brief.is_trained)
    model = _network(lab)
    for variable, value in zip(model.variables, brief.began_with, strict=True):
        variable.assign(value)
    keras.utils.set_random_seed(lab.seed % 1000)
    lab.student.train(model, brief.training, brief.validation, BRIEF_SEED)
    x, _ = brief.training
    outputs, again = _outputs(brief.model, x), _outputs(model, x)
    difference = float(np.max(np.abs(outputs - again)) / max(1.0, np.max(np.abs(outputs))))
    lab.note("difference", difference)
    lab.record("the same seed gives the same network", difference < 1e-2)


def _record_accuracy(lab: Lab, bound: float) -> None:
    trained = _trained(lab)
    x, y = trained.held_out
    accuracy = float(np.mean(np.argmax(_outputs(trained.model, x), axis=-1) == y))
    lab.note("accuracy", accuracy)
    lab.record(f"at least {bound:.0%}", accuracy >= bound)


def _trained(lab: Lab) -> Trained:
    """The result of the long training."""
    return _once(lab, _train)


def _briefly_trained(lab: Lab) -> Brief:
    """The result of the brief training."""
    return _once(lab, _train_briefly)


def _once(lab: Lab, training: Callable[[Lab], Any]) -> Any:
    """The result of a training, made by the first check that asks for it. What it raised is raised again."""
    key = (id(lab.student.train), training.__name__)
    if key not in _results:
        try:
            _results[key] = training(lab)
        except Exception as error:
            _results[key] = error
    result = _results[key]
    if isinstance(result, Exception):
        raise result
    return result


def forget() -> None:
    """Drop the results of all trainings."""
    _results.clear()


def _train(lab: Lab) -> Trained:
    model = _network(lab)
    kernels = _kernels(model)  # those before the training: `train` may freeze some
    before = [keras.ops.convert_to_numpy(kernel).copy() for kernel in kernels]
    started = time.process_time()
    lab.student.train(model, _part(lab, "training"), _part(lab, "validation"), 1)
    seconds = time.process_time() - started
    return Trained(model, seconds, _changed(kernels, before), _part(lab, "held_out"))


def _changed(variables: Sequence[keras.Variable], before: Sequence[np.ndarray]) -> float:
    """Share of the variables that are not what they were."""
    changed = [not np.array_equal(np.array(v), value) for v, value in zip(variables, before, strict=True)]
    return float(np.mean(changed)) if changed else 0.0


def _part(lab: Lab, name: str) -> Examples:
    """One of three parts of all digits, always the same within one check; made only when it is needed."""
    parts = {"held_out": slice(HELD_OUT), "validation": slice(HELD_OUT, HELD_OUT + VALIDATION)}
    where = parts.get(name, slice(HELD_OUT + VALIDATION, None))
    x, y = _images_and_labels(np.random.default_rng([lab.seed, CLASSES]))
    return x[where], y[where]


def _images_and_labels(rng: np.random.Generator) -> Examples:
    """All digits in a new order, their classes numbered anew: what was learnt elsewhere is of no use here."""
    order, numbers = rng.permutation(len(_DIGITS.x)), rng.permutation(CLASSES)
    return _DIGITS.x[order].reshape(-1, *INPUT_SHAPE), numbers[_DIGITS.y[order]].astype("int64")


def _train_briefly(lab: Lab) -> Brief:
    x, y = _images_and_labels(lab.rng)
    secret = int(lab.rng.integers(CLASSES - 1))  # not the last: who counts classes by the largest number is right
    known, unknown = np.flatnonzero(y != secret), np.flatnonzero(y == secret)
    to_train = known[:300]
    to_validate = lab.rng.permutation(np.concatenate([known[300:360], unknown[:60]]))
    training, validation = (x[to_train], y[to_train]), (x[to_validate], y[to_validate])
    model = _network(lab)
    variables = list(model.variables)
    began_with = [keras.ops.convert_to_numpy(variable).copy() for variable in variables]
    lab.student.train(model, training, validation, BRIEF_SEED)
    return Brief(model, began_with, _changed(variables, began_with) > 0, training, validation, secret)


def _network(lab: Lab) -> keras.Model:
    """A network for the digits, called once, so that its weights are there however it was made."""
    model = lab.student.build_network(INPUT_SHAPE, CLASSES)
    model(np.zeros((2, *INPUT_SHAPE), "float32"), training=False)
    return model


def _kernels(layer: keras.layers.Layer) -> list[keras.Variable]:
    """The trained weights of rank 2 or more, each once, also if several layers share it."""
    return list({id(w): w for w in layer.trainable_weights if len(w.shape) >= 2}.values())


def _uses(model: keras.Model) -> int:
    """The trained kernels, each counted as often as the layer that owns it is called in one forward pass.

    A kernel counts at least once: its layer may work without being called. So no network has fewer uses than kernels.
    """
    calls: dict[int, int] = {}
    owners: dict[int, Any] = {}
    for layer in _layers(model):  # the owner of a kernel comes after all layers that contain it
        owners |= {id(kernel): layer for kernel in _kernels(layer)}

    def counting(layer: Any) -> None:
        call = layer.call

        @wraps(call)
        def counted(*args: Any, **kwargs: Any) -> Any:
            calls[id(layer)] = calls.get(id(layer), 0) + 1
            return call(*args, **kwargs)

        object.__setattr__(layer, "call", counted)

    counted_layers = list({id(layer): layer for layer in owners.values()}.values())
    for layer in counted_layers:
        counting(layer)
    try:
        model(np.zeros((2, *INPUT_SHAPE), "float32"), training=False)
    finally:
        for layer in counted_layers:
            object.__delattr__(layer, "call")
    return sum(max(1, calls.get(id(layer), 0)) for layer in owners.values())


def _layers(layer: Any) -> list[Any]:
    """A layer and all that it has inside, as Keras tracks them: also an activation of a dense layer that is a layer."""
    inside = getattr(layer, "_layers", ())
    return [layer, *(found for one in inside for found in _layers(one))]


def _is_own(layer: Any) -> bool:
    return type(layer).__module__.split(".")[0] not in ("keras", "tensorflow", "tf_keras")


def _outputs(model: keras.Model, x: np.ndarray) -> np.ndarray:
    return np.asarray(keras.ops.convert_to_numpy(model(x, training=False)), "float64")


def _images(lab: Lab, count: int, shape: tuple[int, ...]) -> np.ndarray:
    return lab.rng.uniform(size=(count, *shape)).astype("float32")
