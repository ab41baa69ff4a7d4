"""What is seen of `filter_normalized_direction` and `loss_surface`.

Directions are random, by whatever generator a student chooses: written down are facts about them ("every filter has the
model's norm") and statistics with many draws, never a draw. Surfaces are asked for along directions that are given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
from keras import ops

from deepclinic.probes.lab import Lab

MANY = (50, 100)
"""Shape of a kernel whose entries make a statistic."""


class Scale(keras.layers.Layer):
    """Multiplies by one number: a weight of rank 0."""

    def build(self, input_shape: Any) -> None:
        self.scale = self.add_weight(shape=(), initializer="ones", name="scale")

    def call(self, inputs: Any) -> Any:
        return inputs * self.scale


class Stop(Exception):
    """Raised in the middle of a surface."""


def direction_form(lab: Lab) -> None:
    """One array for each trainable weight, of its shape and dtype."""
    model = _network(lab)
    model.layers[-2].trainable = False
    direction = lab.student.filter_normalized_direction(model, 3)
    lab.record("is a list", isinstance(direction, list))
    lab.record("arrays", all(isinstance(array, (np.ndarray, np.generic)) for array in direction))
    lab.record("shapes", [list(np.shape(array)) for array in direction])
    for dtype in ("float32", "float64", "float16"):
        model = _dense_model(lab, (4, 3), dtype=dtype)
        lab.record(f"dtypes/{dtype}", [_dtype(array) for array in lab.student.filter_normalized_direction(model, 3)])


def filter_norms(lab: Lab) -> None:
    """The norms of filters of very different size; one filter is zero."""
    kernels = {"dense": (7, 5), "convolution": (3, 2, 4, 6)}
    for name, shape in kernels.items():
        kernel = lab.normal(shape) * np.geomspace(0.05, 20.0, shape[-1], dtype="float32")
        kernel = kernel * np.reshape(np.geomspace(0.2, 5.0, shape[0], dtype="float32"), (-1, *[1] * (len(shape) - 1)))
        for seed in (1, 2):
            drawn = _direction_of(lab, kernel, seed)
            lab.record(f"{name}/filters, seed {seed}", _agree(_norms(drawn), _norms(kernel)))
            lab.record(f"{name}/filters have norm 1, seed {seed}", _agree(_norms(drawn), np.ones(shape[-1])))
            lab.record(f"{name}/rows, seed {seed}", _agree(_norms(drawn, 0), _norms(kernel, 0)))
            lab.record(f"{name}/whole kernel, seed {seed}", _agree(_norm(drawn), _norm(kernel)))
            if kernel.ndim > 2 and drawn.shape == kernel.shape:
                parts = [_agree(*(np.linalg.norm(k, axis=axis) for k in (drawn, kernel))) for axis in range(3)]
                lab.record(f"{name}/parts of filters, seed {seed}", parts)
        kernel[..., 2] = 0.0
        drawn = _direction_of(lab, kernel, 3)
        lab.record(f"{name}/finite", bool(np.all(np.isfinite(drawn))))
        lab.record(f"{name}/zero filter stays zero", drawn.shape == shape and not np.any(drawn[..., 2]))


def rank_one(lab: Lab) -> None:
    """Weights of rank 1 and 0, all of them different from zero in the model."""
    model = _network(lab)
    direction = lab.student.filter_normalized_direction(model, 5)
    small = [(w, d) for w, d in zip(model.trainable_weights, direction, strict=False) if len(w.shape) <= 1]
    lab.record("weights", len(small))
    for i, (weight, array) in enumerate(small):
        lab.record(f"{weight.name} ({i})", "zero" if not np.any(np.asarray(array)) else "not zero")
    large = [np.asarray(d) for w, d in zip(model.trainable_weights, direction, strict=False) if len(w.shape) > 1]
    lab.record("kernels move", all(np.any(array) for array in large))


def gaussian_entries(lab: Lab) -> None:
    """How many entries lie within a half and within two standard deviations, and how many are positive."""
    # All entries of the kernel have one size, so that a wrong scale of filters does not show here.
    kernel = lab.rng.choice([-1.0, 1.0], (200, 100)).astype("float32")
    drawn = _direction_of(lab, kernel, 4)
    if drawn.shape != kernel.shape:
        lab.record("within half a standard deviation", "no kernel")
        return
    entries = drawn / np.maximum(np.sqrt(np.mean(np.square(drawn), axis=0)), 1e-30)
    lab.record("within half a standard deviation", float(np.mean(np.abs(entries) < 0.5)))
    lab.record("within 2 standard deviations", float(np.mean(np.abs(entries) < 2)))
    lab.record("positive", float(np.mean(entries > 0)))


def independent_entries(lab: Lab) -> None:
    """Correlations between weights of one shape, between filters of one weight, and between seeds."""
    model = _dense_model(lab, MANY, count=2)
    first, second = _kernels(lab.student.filter_normalized_direction(model, 6), MANY)
    other, _ = _kernels(lab.student.filter_normalized_direction(model, 7), MANY)
    lab.record("two kernels of one shape", _correlation(first, second))
    lab.record("two filters of one kernel", _correlation(first[:, :-1], first[:, 1:]))
    lab.record("two inputs of one kernel", _correlation(first[:-1], first[1:]))
    lab.record("two seeds", _correlation(first, other))


def seeded(lab: Lab) -> None:
    """The same seed again, after other random numbers were drawn; and another seed."""
    model = _network(lab)
    for seed in (0, 11):
        first = _flat(lab.student.filter_normalized_direction(model, seed))
        np.random.random(3)  # noqa: NPY002 (the global state is meant)
        keras.random.normal((3,))
        lab.rng.normal(size=3)
        again = _flat(lab.student.filter_normalized_direction(model, seed))
        other = _flat(lab.student.filter_normalized_direction(model, seed + 1))
        lab.record(f"seed {seed} twice", "the same" if np.array_equal(first, again) else "different")
        lab.record(f"seeds {seed} and {seed + 1}", "the same" if np.array_equal(first, other) else "different")


def surface_form(lab: Lab) -> None:
    """Type and shape of surfaces that are no squares."""
    task = _task(lab)
    for rows, columns in ((4, 3), (1, 2), (3, 1)):
        surface = _surface(lab, *task, np.linspace(-1, 1, rows), np.linspace(-1, 0.5, columns))
        lab.record(f"array, {rows} x {columns}", isinstance(surface, np.ndarray) and surface.dtype.kind == "f")
        lab.record(f"shape, {rows} x {columns}", list(np.shape(surface)))


def surface_values(lab: Lab) -> None:
    """Losses on a plane whose two directions and two ranges of steps differ."""
    task = _task(lab)
    alphas, betas = np.float64([-1.0, 0.3, 0.7]), np.float64([-0.4, 0.9])
    for name, steps in (
        ("at the weights themselves", ([0.0], [0.0])),
        ("along the first direction", (alphas, [0.0])),
        ("along the second direction", ([0.0], betas)),
        ("on the plane", (alphas, betas)),
        ("steps in lists", (alphas.tolist(), betas.tolist())),
    ):
        _record_surface(lab, name, _surface(lab, *task, *steps))
    model, _, x, _, directions = task
    labels = lab.rng.integers(0, 2, len(x))
    per_example = lambda y, p: keras.losses.sparse_categorical_crossentropy(y, p, from_logits=True)  # noqa: E731
    for name, loss_fn in (
        ("one loss per example", per_example),
        ("keras loss object", keras.losses.SparseCategoricalCrossentropy(from_logits=True)),
    ):
        _record_surface(lab, name, _surface(lab, model, loss_fn, x, labels, directions, alphas, betas))


def surface_inference(lab: Lab) -> None:
    """Models that behave differently in training, and one with a regularization loss."""
    layers = keras.layers
    for name, inner in (
        ("batch normalization", [layers.Dense(4), layers.BatchNormalization(), layers.Dense(2)]),
        ("dropout", [layers.Dense(4), layers.Dropout(0.5, seed=1), layers.Dense(2)]),
        ("regularization", [layers.Dense(4, kernel_regularizer=keras.regularizers.L2(0.5)), layers.Dense(2)]),
    ):
        model = _given(lab, keras.Sequential([keras.Input((3,)), *inner]))
        _record_surface(lab, name, _surface(lab, *_task(lab, model), [-0.5, 0.8], [0.0, 0.6]))


def weights_restored(lab: Lab) -> None:
    """The model's weights and the caller's arrays, bit by bit, after a surface and after errors."""
    layers = keras.layers
    inner = [layers.Dense(4), layers.BatchNormalization(), layers.Dense(2)]
    model = _given(lab, keras.Sequential([keras.Input((3,)), *inner]))
    _, loss_fn, x, y, directions = _task(lab, model)
    alphas, betas = np.float64([-0.7, 0.9]), np.float64([0.3, 0.6])
    state = [np.array(weight) for weight in model.weights]
    given = [x, y, alphas, betas, *directions[0], *directions[1]]
    copies = [np.array(array) for array in given]

    def record(name: str, loss_fn: Callable[[Any, Any], Any], x: np.ndarray) -> None:
        for weight, value in zip(model.weights, state, strict=True):
            weight.assign(value)
        try:
            lab.student.loss_surface(model, loss_fn, x, y, directions, alphas, betas)
        except NotImplementedError:
            raise
        except Exception as error:
            lab.note(name, f"{type(error).__name__}: {str(error)[:200]}")
        lab.record(f"weights after {name}", _unchanged(model.weights, state))

    record("a surface", loss_fn, x)
    near = all(np.allclose(a, b, rtol=1e-3, atol=1e-3) for a, b in zip(model.get_weights(), state, strict=True))
    lab.record("roughly, weights after a surface", "as before" if near else "changed")
    lab.record("arguments after a surface", _unchanged(given, copies))
    for call in (1, 3):
        record(f"an error in call {call} of loss_fn", _raises_at(call, loss_fn), x)
    record("an error in the model", loss_fn, x[:, :2])


def not_finite(lab: Lab) -> None:
    """Losses that are NaN, infinite, or too large for a float."""
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    model.set_weights([np.ones((1, 1), "float32")])
    x = y = np.ones((2, 1), "float32")
    directions = ([np.ones((1, 1), "float32")], [np.zeros((1, 1), "float32")])
    for name, loss_fn, alphas in (
        ("logarithm", lambda y, p: ops.log(ops.mean(p)), [-2.0, -1.0, 0.0, 1.0]),
        ("overflow", lambda y, p: ops.exp(ops.mean(p)), [0.0, 200.0, 1.0]),
    ):
        _record_surface(lab, name, _surface(lab, model, loss_fn, x, y, directions, alphas, [0.0, 1.0]))


def _network(lab: Lab) -> keras.Model:
    """A model with kernels of rank 2 and 4 and weights of rank 1 and 0; the last but one layer may be frozen."""
    layers = keras.layers
    inner = [layers.Conv2D(4, 3), layers.BatchNormalization(), layers.GlobalAveragePooling2D(), Scale()]
    return _given(lab, keras.Sequential([keras.Input((5, 5, 2)), *inner, layers.Dense(5), layers.Dense(3)]))


def _dense_model(lab: Lab, shape: tuple[int, int], count: int = 1, dtype: str = "float32") -> keras.Model:
    """Dense kernels of `shape`, `count` of them side by side, each with a bias."""
    inputs = keras.Input(shape[:1], dtype=dtype)
    outputs = [keras.layers.Dense(shape[1], dtype=dtype)(inputs) for _ in range(count)]
    return _given(lab, keras.Model(inputs, outputs))


def _given(lab: Lab, model: keras.Model) -> keras.Model:
    """Give every weight values without zeros; those of rank 1 are positive (one of them is a variance)."""
    for weight in model.weights:
        if len(weight.shape) > 1:
            weight.assign(lab.normal(weight.shape))
        elif weight.dtype.startswith("float"):  # not the state of a dropout's seed
            weight.assign(lab.rng.uniform(0.5, 1.5, weight.shape))
    return model


def _direction_of(lab: Lab, kernel: np.ndarray, seed: int) -> np.ndarray:
    """The kernel of a direction for a model of one layer that has `kernel`."""
    if kernel.ndim == 4:
        layer = keras.layers.Conv2D(kernel.shape[-1], kernel.shape[:2])
        model = keras.Sequential([keras.Input((4, 4, kernel.shape[2])), layer])
    else:
        layer = keras.layers.Dense(kernel.shape[-1])
        model = keras.Sequential([keras.Input(kernel.shape[:1]), layer])
    layer.kernel.assign(kernel)
    return np.asarray(lab.student.filter_normalized_direction(model, seed)[0], "float64")


def _kernels(direction: Sequence[Any], shape: tuple[int, int]) -> list[np.ndarray]:
    return [np.asarray(array, "float64") for array in direction if np.shape(array) == shape]


def _flat(direction: Sequence[Any]) -> np.ndarray:
    return np.concatenate([np.ravel(np.asarray(array, "float64")) for array in direction])


def _dtype(array: Any) -> str:
    return keras.backend.standardize_dtype(getattr(array, "dtype", "none")) if hasattr(array, "dtype") else "no array"


def _norms(kernel: np.ndarray, axis: int = -1) -> np.ndarray:
    """Norm of each slice along one axis."""
    kernel = np.asarray(kernel, "float64")
    others = tuple(i for i in range(kernel.ndim) if i != axis % kernel.ndim)
    return np.sqrt(np.sum(np.square(kernel), axis=others))


def _norm(kernel: np.ndarray) -> float:
    return float(np.sqrt(np.sum(np.square(np.asarray(kernel, "float64")))))


def _agree(found: Any, wanted: Any) -> str:
    if np.shape(found) != np.shape(wanted):
        return "no: another shape"
    return "yes" if np.allclose(found, wanted, rtol=1e-3, atol=1e-5) else "no"


def _correlation(first: np.ndarray, second: np.ndarray) -> float:
    """Mean product of two arrays, each divided by its own root mean square in every filter."""
    first, second = (a / np.maximum(np.sqrt(np.mean(np.square(a), axis=0)), 1e-30) for a in (first, second))
    return float(np.mean(first * second))


def _task(lab: Lab, model: keras.Model | None = None) -> tuple[Any, ...]:
    """Model, loss, x, y and two directions that move every weight, also those of rank 1."""
    if model is None:
        inner = [keras.layers.Dense(4, activation="tanh"), keras.layers.Dense(2)]
        model = _given(lab, keras.Sequential([keras.Input((3,)), *inner]))
    directions = tuple([_step(lab, weight.shape) for weight in model.trainable_weights] for _ in range(2))
    return model, _weighted_squares, lab.normal((6, 3)), lab.normal((6, 2)), directions


def _step(lab: Lab, shape: Sequence[int]) -> np.ndarray:
    """An array whose entries are of both signs and not near zero."""
    return (lab.rng.choice([-1.0, 1.0], shape) * lab.rng.uniform(0.5, 1.5, shape)).astype("float32")


def _weighted_squares(y: Any, prediction: Any) -> Any:
    """A loss that changes when its two arguments are swapped."""
    y = ops.convert_to_tensor(y)
    return ops.mean(ops.square(prediction - y) * (1.0 + ops.square(y)))


def _surface(lab: Lab, model, loss_fn, x, y, directions, alphas, betas) -> Any:
    """A surface from copies of the arguments; the model's weights are put back, whatever the student does."""
    state = model.get_weights()
    copies = tuple([np.array(array) for array in direction] for direction in directions)
    try:
        return lab.student.loss_surface(model, loss_fn, np.array(x), np.array(y), copies, alphas, betas)
    finally:
        model.set_weights(state)


def _record_surface(lab: Lab, name: str, surface: Any) -> None:
    lab.record(name, np.asarray(surface, "float64"))


def _unchanged(found: Sequence[Any], wanted: Sequence[np.ndarray]) -> str:
    same = all(np.array(a).tobytes() == b.tobytes() for a, b in zip(found, wanted, strict=True))
    return "as before" if same else "changed"


def _raises_at(call: int, loss_fn: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    calls = iter(range(1, 1_000_000))

    def raising(y: Any, prediction: Any) -> Any:
        if next(calls) == call:
            raise Stop("an error in the middle of a surface")
        return loss_fn(y, prediction)

    return raising
