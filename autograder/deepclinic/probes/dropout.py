"""What is seen of a `Dropout`. A mask is read off the zeros of an output whose inputs are none.

Each probe keeps to one property: a wrong scale does not move the shares, a wrong share does not move the correlations,
and what is compared between calls is the diagonal of a mask, so that sharing draws within a mask moves neither.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import chance, keras_layer, training
from deepclinic.probes.lab import Lab

RATE = 0.4
FORMATS = (
    ("float32", "mixed_float16"),
    ("float32", "mixed_bfloat16"),
    ("float16", "float32"),
    ("float64", "float64"),
    ("float16", None),
)
"""Pairs of the input's dtype and the layer's dtype policy (None: its default)."""


def inference(lab: Lab) -> None:
    """Inference before and after a training call, with and without the argument."""
    layer = lab.student.Dropout(0.6)
    x = chance.away_from_zero(lab, (40, 25))
    for name, arguments in (("training_false", {"training": False}), ("without_argument", {})):
        layer(x, training=True)
        y = chance.as_array(layer(x, **arguments), x.shape)
        lab.record(f"{name}/factor", chance.common(y / x))
        lab.record(f"{name}/zeroed", chance.share(y == 0))


def scale(lab: Lab) -> None:
    """By how much the elements that stay are multiplied. Small batches: none keeps exactly its share."""
    for rate in (0.3, 0.6):
        layer = lab.student.Dropout(rate)
        factors = []
        for _ in range(16):
            x = chance.away_from_zero(lab, (3, 7))
            y = chance.as_array(layer(x, training=True), x.shape)
            factors.append((y / x)[y != 0])
        lab.record(f"rate {rate}", chance.common(np.concatenate(factors)))


def share_zeroed(lab: Lab) -> None:
    """Which share of the elements becomes 0, for two layers alive at the same time."""
    layers = {rate: lab.student.Dropout(rate) for rate in (0.2, 0.8)}
    for rate, layer in layers.items():
        masks = [chance.diagonal(_zeroed(lab, layer, (500, 500))) for _ in range(4)]
        lab.record(f"rate {rate}", chance.share(np.concatenate(masks)))


def fresh_mask(lab: Lab) -> None:
    """Three calls of one layer on one input, in eager mode."""
    layer = lab.student.Dropout(RATE)
    x = chance.away_from_zero(lab, (500, 500))
    masks = [chance.diagonal(chance.as_array(layer(x, training=True), x.shape) == 0) for _ in range(3)]
    for first, second in ((0, 1), (1, 2), (0, 2)):
        lab.record(f"calls {first + 1} and {second + 1}", chance.correlation(masks[first], masks[second]))


def independent(lab: Lab) -> None:
    """Examples, elements of one example, and layers; and whether as many are zeroed each time."""
    make = lab.student.Dropout
    mask = _zeroed(lab, make(RATE), (1000, 500))
    lab.record("examples", chance.correlation(chance.diagonal(mask[0::2]), chance.diagonal(mask[1::2])))
    lab.record("elements", chance.neighbours(_zeroed(lab, make(RATE), (1, 4000)), 1))
    layers = make(RATE), make(RATE)
    masks = [chance.diagonal(_zeroed(lab, layer, (500, 500))) for layer in layers]
    lab.record("layers", chance.correlation(*masks))
    counts = _zeroed(lab, make(RATE), (100, 100)).sum(axis=1)
    lab.record("same_number_in_each_example", bool(np.ptp(counts) == 0))
    layer = make(RATE)
    counts = [_zeroed(lab, layer, (8, 40)).sum() for _ in range(12)]
    lab.record("same_number_in_each_call", bool(np.ptp(counts) == 0))


def any_shape(lab: Lab) -> None:
    """One sequence, one image, other batch sizes, an open batch size."""
    for name, shape in (("image", (1, 24, 24, 8)), ("sequence", (1, 60, 40))):
        mask = _zeroed(lab, lab.student.Dropout(RATE), shape)
        for axis in range(1, len(shape)):
            lab.record(f"{name}/axis {axis}", chance.neighbours(mask, axis))
    table = lab.student.Dropout(RATE)
    for batch in (4, 1, 7):
        lab.record(f"batch of {batch}", list(table(chance.away_from_zero(lab, (batch, 5)), training=True).shape))
    inputs = keras.Input((6, 3))
    outputs = lab.student.Dropout(RATE)(inputs, training=True)
    lab.record("open_batch", [-1 if size is None else int(size) for size in outputs.shape])


def gradient(lab: Lab) -> None:
    """The gradient beside the output of the same call, in eager mode and in a traced function."""
    layer = lab.student.Dropout(RATE)
    x, upstream = (tf.constant(chance.away_from_zero(lab, (40, 30))) for _ in range(2))

    def both() -> tuple[Any, Any]:
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = layer(x, training=True)
            loss = tf.reduce_sum(upstream * y)
        return y, tape.gradient(loss, x)

    for name, call in (("eager", both), ("tf_function", tf.function(both, autograph=False))):
        y, found = call()
        if found is None:
            lab.record(f"{name}/zeroed", "no gradient")
            continue
        zeroed = chance.as_array(y, x.shape) == 0
        derivative = np.asarray(found, "float64") / np.asarray(upstream)
        factor = chance.common((np.asarray(y, "float64") / np.asarray(x))[~zeroed])
        lab.record(f"{name}/zeroed", chance.common(derivative[zeroed]))
        lab.record(f"{name}/kept_minus_factor", chance.minus(chance.common(derivative[~zeroed]), factor))


def rate_zero(lab: Lab) -> None:
    """Rate 0 in training, as a float and as an integer."""
    for rate in (0.0, 0):
        x = chance.away_from_zero(lab, (40, 25))
        y = chance.as_array(lab.student.Dropout(rate)(x, training=True), x.shape)
        lab.record(f"rate {rate!r}/factor", chance.common(y / x))
        lab.record(f"rate {rate!r}/zeroed", chance.share(y == 0))


def bad_rate(lab: Lab) -> None:
    """Rates outside [0, 1), then rates near its ends."""
    for rate in (-0.1, 1.0, 1, 1.5, 0.0, 0.999):
        lab.record_raises(f"rate={rate!r}", "rate", lambda rate=rate: lab.student.Dropout(rate))


def seed(lab: Lab) -> None:
    """Two layers of one seed in three settings; seed 0; another seed; a layer with a seed in a traced function."""
    number = int(lab.rng.integers(1, 1000))
    for value in (number, 0):
        one, other = lab.student.Dropout(RATE, seed=value), lab.student.Dropout(RATE, seed=value)
        name = "seed_zero" if value == 0 else "seed"
        sequences = _in_turns(lab, one, other)
        lab.record(f"{name}/in_turns", _equal(*sequences))
        calls = [chance.diagonal(mask) for mask in sequences[0]]
        lab.record(f"{name}/calls 1 and 2", chance.correlation(calls[0], calls[1]))
        lab.record(f"{name}/calls 2 and 3", chance.correlation(calls[1], calls[2]))
    for setting in ("one_after_the_other", "global_seed_reset"):
        sequences = []
        for _ in range(2):
            if setting == "global_seed_reset":
                tf.random.set_seed(lab.seed)
            layer = lab.student.Dropout(RATE, seed=number)
            sequences.append([_zeroed(lab, layer, (40, 40)) for _ in range(2)])
        lab.record(f"seed/{setting}", _equal(*sequences))
    different = lab.student.Dropout(RATE, seed=number), lab.student.Dropout(RATE, seed=number + 1)
    masks = [chance.diagonal(_zeroed(lab, layer, (300, 300))) for layer in different]
    lab.record("other_seed", chance.correlation(*masks))
    x = chance.away_from_zero(lab, (300, 300))
    outputs = chance.traced(lab.student.Dropout(RATE, seed=number), x, calls=2)
    masks = [chance.diagonal(chance.as_array(y, x.shape) == 0) for y in outputs]
    lab.record("tf_function/calls 1 and 2", chance.correlation(*masks))


def compiled(lab: Lab) -> None:
    """Three calls of one traced function, with an open batch size, then with XLA."""
    x = chance.away_from_zero(lab, (300, 300))
    eager = chance.share(chance.diagonal(_zeroed(lab, lab.student.Dropout(RATE), x.shape)))
    for way in ("tf_function", "jit_compile"):
        jit = way == "jit_compile"
        outputs = chance.traced(lab.student.Dropout(RATE), x, jit_compile=jit, open_batch=not jit)
        masks = [chance.diagonal(chance.as_array(y, x.shape) == 0) for y in outputs]
        for first, second in ((0, 1), (1, 2)):
            lab.record(f"{way}/calls {first + 1} and {second + 1}", chance.correlation(masks[first], masks[second]))
        lab.record(f"{way}/zeroed_as_in_eager", chance.share(masks[0]) - eager)


def fit(lab: Lab) -> None:
    """Three steps of `model.fit`, seen from within."""
    x = chance.away_from_zero(lab, (3 * 256, 256))
    layer = lab.student.Dropout(RATE)
    masks = [chance.diagonal(y == 0) for y in chance.outputs_in_fit(layer, x, 256, batch_size=256)]
    for first, second in ((0, 1), (1, 2)):
        lab.record(f"steps {first + 1} and {second + 1}", chance.correlation(masks[first], masks[second]))
    lab.record("trainable_weights", len(layer.trainable_weights))


def config_and_saving(lab: Lab) -> None:
    """The arguments in the config, a trip through it, and one through a `.keras` file."""
    cls = lab.student.Dropout
    keras_layer.record_base_arguments(lab, "layer", lambda **arguments: cls(RATE, **arguments))
    lab.record("default_seed", cls(RATE).get_config().get("seed", "missing"))
    layer = cls(RATE, seed=11)
    inputs = keras.Input((500,))
    model = keras.Model(inputs, layer(inputs))
    loaded = keras_layer.saved_and_loaded(model, {"Dropout": cls})
    for name, again in (("rebuilt", cls.from_config(layer.get_config())), ("loaded", loaded.layers[-1])):
        lab.record(f"{name}/same_class", type(again) is cls)
        lab.record(f"{name}/keeps_name", again.name == layer.name)
        for argument in ("rate", "seed"):
            lab.record(f"{name}/{argument}", again.get_config().get(argument, "missing"))
        zeroed = [chance.share(chance.diagonal(_zeroed(lab, either, (500, 500)))) for either in (again, layer)]
        lab.record(f"{name}/zeroed_as_before", zeroed[0] - zeroed[1])


def number_formats(lab: Lab) -> None:
    """Input dtypes against the layer's dtype policy. With rate 1/2 the scale is exact in each of them."""
    for given, policy in FORMATS:
        layer = lab.student.Dropout(0.5, **({"dtype": policy} if policy else {}))
        x = tf.cast(chance.away_from_zero(lab, (40, 25)), given)
        entry = f"{given}_to_{policy or 'default'}"
        for mode in ("training", "inference"):
            y = layer(x, training=mode == "training")
            lab.record(f"{entry}/{mode}/dtype", tf.as_dtype(y.dtype).name)
            lab.record(f"{entry}/{mode}/finite", bool(np.all(np.isfinite(chance.as_array(y, x.shape)))))


def overfitting(lab: Lab) -> None:
    """A network that can learn 300 examples by heart, three in ten of them with a wrong label."""
    task = training.digits_task(lab, train=300, validation=300)
    wrong = lab.rng.permutation(300)[:90]
    task.y[wrong] = (task.y[wrong] + lab.rng.integers(1, 10, 90)) % 10
    net = training.DenseNet(lab, (64, 128, 10), lambda: lab.student.Dropout(0.7), activation=tf.nn.relu)
    curves = training.record_curves(lab, net, net.trainable, task, epochs=40, batch_size=60, learning_rate=0.3)
    for name, curve in zip(("training", "validation"), curves, strict=True):
        lab.record(f"curve/{name}_loss", chance.smooth(curve, 8))


def _zeroed(lab: Lab, layer: keras.layers.Layer, shape: tuple[int, ...]) -> np.ndarray:
    """Where a training call puts zeros: a boolean array of `shape`."""
    return chance.as_array(layer(chance.away_from_zero(lab, shape), training=True), shape) == 0


def _in_turns(lab: Lab, *layers: keras.layers.Layer) -> list[list[np.ndarray]]:
    """Three masks of each layer, called in turns, with other draws in between."""
    masks: list[list[np.ndarray]] = [[] for _ in layers]
    for _ in range(3):
        for layer, seen in zip(layers, masks, strict=True):
            seen.append(_zeroed(lab, layer, (300, 300)))
        keras.random.uniform((3,))
        tf.random.uniform((3,))
    return masks


def _equal(left: list[np.ndarray], right: list[np.ndarray]) -> list[bool]:
    return [bool(np.array_equal(a, b)) for a, b in zip(left, right, strict=True)]
