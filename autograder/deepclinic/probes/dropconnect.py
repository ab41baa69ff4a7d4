"""What is seen of a `DropConnectDense`. Masks are read off outputs, see `kernel_masks`."""

from __future__ import annotations

import json
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes import chance, gaussian_inference, keras_layer, kernel_masks, training
from deepclinic.probes.gaussian_inference import SIZE, Draws
from deepclinic.probes.kernel_masks import INPUTS, SINGLE, UNITS, Masks
from deepclinic.probes.lab import Lab

RATE = 0.4
FORMATS = (("float32", "mixed_float16"), ("float16", "float32"), ("float64", "float64"))
"""Pairs of the input's dtype and the layer's dtype policy."""


def weights(lab: Lab) -> None:
    """Names, shapes and initial values, with and without a bias."""
    layer = lab.student.DropConnectDense(60)
    layer.build((None, 40))
    for name in ("kernel", "bias"):
        variable = _weight(layer, name)
        lab.record(f"shape/{name}", "missing" if variable is None else list(variable.shape))
    lab.record("trainable", len(layer.trainable_weights))
    kernel, bias = _weight(layer, "kernel"), _weight(layer, "bias")
    if bias is not None:
        lab.record("initial/bias", chance.common(np.asarray(bias)))
    if kernel is not None:
        limit = (6 / (40 + 60)) ** 0.5
        values = np.asarray(kernel, "float64") / limit
        lab.record("initial/within_limit", bool(np.all(np.abs(values) <= 1.0001)))
        lab.record("initial/mean_of_squares", float(np.mean(3 * values**2)))
    layer = lab.student.DropConnectDense(3, use_bias=False)
    layer.build((None, 4))
    lab.record("trainable_without_bias", len(layer.trainable_weights))


def dense(lab: Lab) -> None:
    """Rate 0: what is left is a dense layer, in training too."""
    x, kernel, bias = lab.normal((5, 4)), lab.normal((4, 3)), lab.normal((3,))
    for name, activation in (("none", None), ("relu", "relu"), ("tanh", "tanh"), ("callable", _square)):
        layer = _layer(lab, kernel, bias, rate=0.0, activation=activation)
        for mode in (True, False):
            lab.record(f"activation {name}/training={mode}", chance.steady(layer, x, training=mode))
    layer = _layer(lab, kernel, None, rate=0.0, use_bias=False)
    lab.record("without_bias", chance.steady(layer, x, training=True))
    lab.record("one_example", chance.steady(layer, x[:1], training=True))


def mean_inference(lab: Lab) -> None:
    """Inference of a layer that drops, with the kernel itself."""
    kernel, bias = lab.normal((4, 3)), lab.normal((3,))
    layer = _layer(lab, kernel, bias, rate=0.6, activation="tanh")
    layer(lab.normal((6, 4)), training=True)
    lab.record("training_false", chance.steady(layer, lab.normal((5, 4)), training=False))
    lab.record("without_argument", chance.steady(layer, lab.normal((7, 4))))
    lab.record("one_example", chance.steady(layer, lab.normal((1, 4)), training=False))


def scale(lab: Lab) -> None:
    """By how much the kernel's entries that stay are multiplied. Small batches: none keeps exactly its share."""
    x = np.eye(INPUTS, dtype="float32")[np.arange(7) % INPUTS]
    for rate in (0.3, 0.6):
        layer = _ones(lab, units=3, rate=rate)
        y = np.concatenate([np.asarray(layer(x, training=True), "float64") for _ in range(16)])
        lab.record(f"rate {rate}", chance.common(y[y != 0]))


def share_dropped(lab: Lab) -> None:
    """Which share of the kernel's entries is dropped, for two layers alive at the same time."""
    layers = {rate: _ones(lab, rate=rate) for rate in (0.2, 0.8)}
    for rate, layer in layers.items():
        lab.record(f"rate {rate}", kernel_masks.share_dropped([_masks(layer) for _ in range(3)]))


def own_mask(lab: Lab) -> None:
    """Masks of the examples of one batch."""
    masks = _masks(_ones(lab, rate=RATE))
    lab.record("examples", masks.neighbours(0))


def every_entry(lab: Lab) -> None:
    """Entries of one mask along the inputs and along the units; and whether as many are dropped each time."""
    masks = _masks(_ones(lab, rate=RATE))
    lab.record("inputs", masks.neighbours(1))
    lab.record("units", masks.neighbours(2))
    layer = _ones(lab, rate=RATE)
    kept = [mask.kept for mask in (_masks(layer) for _ in range(3))]
    if any(mask is None for mask in kept):
        lab.record("same_number", kernel_masks.UNREADABLE)
    else:
        counts = [mask[0].sum() for mask in kept] + [mask[1].sum() for mask in kept]
        lab.record("same_number", bool(np.ptp(counts) == 0))


def fresh_mask(lab: Lab) -> None:
    """Three calls of one layer in eager mode, and two layers."""
    layer, another = _ones(lab, rate=RATE), _ones(lab, rate=RATE)
    another_first = _masks(another)
    calls = [_masks(layer) for _ in range(3)]
    for first, second in ((0, 1), (1, 2), (0, 2)):
        lab.record(f"calls {first + 1} and {second + 1}", kernel_masks.correlation(calls[first], calls[second]))
    lab.record("layers", kernel_masks.correlation(calls[0], another_first))


def bias(lab: Lab) -> None:
    """Inputs of 0 leave the bias alone; then activations of it."""
    x, values = np.zeros((200, 4), "float32"), np.array([2.0, -1.0, 0.5], "float32")
    for name in (None, "tanh", "relu"):
        layer = _layer(lab, np.ones((4, 3)), values, rate=0.6, activation=name)
        y = chance.as_array(layer(x, training=True), (200, 3))
        for unit in range(3):
            lab.record(f"{name or 'no activation'}/bias {values[unit]:g}", chance.common(y[:, unit]))


def gradient(lab: Lab) -> None:
    """Gradients beside the output of the same call: do they go through the entries that it kept?"""
    layer = _layer(lab, np.ones((INPUTS, UNITS)), np.zeros(UNITS), rate=RATE)
    x = tf.constant(Masks.inputs())
    upstream = lab.normal((len(x), UNITS))
    watched = {"inputs": x, "kernel": _value(layer, "kernel"), "bias": _value(layer, "bias")}
    with tf.GradientTape(watch_accessed_variables=False) as tape:
        for tensor in watched.values():
            tape.watch(tensor)
        y = layer(x, training=True)
        loss = tf.reduce_sum(upstream * y)
    found = dict(zip(watched, tape.gradient(loss, list(watched.values())), strict=True))
    masks = Masks.read(y)
    if masks.kept is None:
        lab.record("masks", kernel_masks.UNREADABLE)
        return
    # An example of one 1 shows one row of its mask: the others do not reach the output.
    single = np.asarray(x[: SINGLE])[:, :, None] * (np.asarray(y)[: SINGLE, None, :] != 0)
    connected = np.concatenate([single, masks.kept]) * masks.factor
    through = {
        "inputs": np.einsum("bu,biu->bi", upstream, connected)[SINGLE :],
        "kernel": np.einsum("bu,bi,biu->iu", upstream, np.asarray(x), connected),
        "bias": upstream.sum(axis=0),
    }
    for name, expected in through.items():
        value = found[name]
        if value is None:
            lab.record(name, "no gradient")
            continue
        value = np.asarray(value, "float64")
        value = value[SINGLE :] if name == "inputs" else value
        lab.record(name, bool(np.allclose(value, expected, rtol=1e-3, atol=1e-3 * np.max(np.abs(expected)))))


def seed(lab: Lab) -> None:
    """Two layers of one seed in three settings; seed 0; another seed; a layer with a seed in a traced function."""
    number = int(lab.rng.integers(1, 1000))
    x = Masks.inputs()
    for value in (number, 0):
        layers = [_ones(lab, rate=RATE, seed=value) for _ in range(2)]
        sequences: list[list[np.ndarray]] = [[], []]
        for _ in range(3):
            for layer, outputs in zip(layers, sequences, strict=True):
                outputs.append(np.asarray(layer(x, training=True)))
            keras.random.uniform((3,))
            tf.random.uniform((3,))
        name = "seed_zero" if value == 0 else "seed"
        lab.record(f"{name}/in_turns", _equal(*sequences))
        calls = [Masks.read(y) for y in sequences[0]]
        lab.record(f"{name}/calls 1 and 2", kernel_masks.correlation(calls[0], calls[1]))
        lab.record(f"{name}/calls 2 and 3", kernel_masks.correlation(calls[1], calls[2]))
    for setting in ("one_after_the_other", "global_seed_reset"):
        sequences = []
        for _ in range(2):
            if setting == "global_seed_reset":
                tf.random.set_seed(lab.seed)
            layer = _ones(lab, rate=RATE, seed=number)
            sequences.append([np.asarray(layer(x, training=True)) for _ in range(2)])
        lab.record(f"seed/{setting}", _equal(*sequences))
    different = [_masks(_ones(lab, rate=RATE, seed=value)) for value in (number, number + 1)]
    lab.record("other_seed", kernel_masks.correlation(*different))
    traced = chance.traced(_ones(lab, rate=RATE, seed=number), x, calls=2)
    lab.record("tf_function/calls 1 and 2", kernel_masks.correlation(*map(Masks.read, traced)))


def compiled(lab: Lab) -> None:
    """Three calls of one traced function, with an open batch size, then with XLA."""
    for way in ("tf_function", "jit_compile"):
        jit = way == "jit_compile"
        outputs = chance.traced(_ones(lab, rate=RATE), Masks.inputs(), jit_compile=jit, open_batch=not jit)
        calls = [Masks.read(y) for y in outputs]
        for first, second in ((0, 1), (1, 2)):
            found = kernel_masks.correlation(calls[first], calls[second])
            lab.record(f"{way}/calls {first + 1} and {second + 1}", found)


def fit(lab: Lab) -> None:
    """Three steps of `model.fit`, seen from within."""
    batch = Masks.inputs()
    outputs = chance.outputs_in_fit(_ones(lab, rate=RATE), np.tile(batch, (3, 1)), UNITS, len(batch))
    calls = [Masks.read(y) for y in outputs]
    for first, second in ((0, 1), (1, 2)):
        lab.record(f"steps {first + 1} and {second + 1}", kernel_masks.correlation(calls[first], calls[second]))


def gaussian_moments(lab: Lab) -> None:
    """Single draws for one and the same example: their mean, variance and shape; and the output at rate 0."""
    draws = _draws(lab, samples=1, calls=10)
    lab.record("mean", draws.means)
    lab.record("variance", draws.variance)
    lab.record("variance_by_kind", draws.variances)
    one_weight = draws.kinds[1] - draws.kinds[1].mean()
    near = np.abs(one_weight) < one_weight.std() / 2
    lab.record("near_the_mean", chance.share(near))
    wide = _gaussian(lab, SIZE, samples=1)
    tripled = Draws.of(lambda x: wide(3 * x, training=False), calls=10).variance
    seen = min(tripled, draws.variance) > 1e-6
    lab.record("growth", float(np.log(tripled / draws.variance) / np.log(3)) if seen else chance.NOTHING)
    layer = _layer(lab, lab.normal((4, 3)), lab.normal((3,)), rate=0.0, inference_samples=3, activation="tanh")
    lab.record("rate_zero", chance.steady(layer, lab.normal((5, 4)), training=False))


def gaussian_draws(lab: Lab) -> None:
    """Which draws are independent: those of calls (eager and traced), examples, units, samples."""
    size = 2 * SIZE
    layer = _gaussian(lab, size, samples=1)
    x = gaussian_inference.batch(size)
    first, second = (gaussian_inference.centred(layer(x, training=False), size) for _ in range(2))
    lab.record("calls", chance.correlation(chance.diagonal(first), chance.diagonal(second)))
    lab.record("examples", chance.correlation(chance.diagonal(first[0::2]), chance.diagonal(first[1::2])))
    units = chance.diagonal(first[:, 0::2]), chance.diagonal(first[:, 1::2])
    lab.record("units", chance.correlation(*units))
    one, four = _draws(lab, samples=1, calls=6).variance, _draws(lab, samples=4, calls=6).variance
    lab.record("variance_of_4_samples", four / one if one > 1e-6 else chance.NOTHING)
    traced = chance.traced(layer, x, training=False, open_batch=True, calls=2)
    traced = [chance.diagonal(gaussian_inference.centred(y, size)) for y in traced]
    lab.record("tf_function/calls", chance.correlation(*traced))


def activation_first(lab: Lab) -> None:
    """Averages over 16 samples, of ReLU and of a square, where the mean before it is 0; in deviations of one draw."""
    deviation = float(_draws(lab, samples=1, calls=5).variance) ** 0.5
    for name, activation in (("relu", "relu"), ("square", _square)):
        average = _draws(lab, samples=16, calls=3, activation=activation).means[2]
        unit = deviation**2 if name == "square" else deviation
        lab.record(name, float(average / unit) if deviation > 1e-3 else chance.NOTHING)


def bad_arguments(lab: Lab) -> None:
    """Rates outside [0, 1), numbers of samples that are none; then values that are allowed."""
    make = lab.student.DropConnectDense
    for value in (-0.1, 1.0, 1.5, 0.0, 0.999):
        lab.record_raises(f"rate={value!r}", "rate", lambda value=value: make(3, rate=value))
    for value in (-1, 1.5, 0, 5):
        lab.record_raises(
            f"inference_samples={value!r}",
            "inference_samples",
            lambda value=value: make(3, inference_samples=value),
        )


def config_and_saving(lab: Lab) -> None:
    """The arguments in the config, a trip through it, and one through a `.keras` file."""
    cls = lab.student.DropConnectDense
    keras_layer.record_base_arguments(lab, "layer", lambda **arguments: cls(3, **arguments))
    given = {"units": 3, "rate": 0.25, "use_bias": False, "inference_samples": 7, "seed": 11}
    config = cls(activation="tanh", **given).get_config()
    again = cls.from_config(config).get_config()
    for argument in given:
        lab.record(f"config/{argument}", config.get(argument, "missing"))
        lab.record(f"rebuilt/{argument}", again.get(argument, "missing"))
    lab.record("config/activation", "activation" in config)
    x = lab.normal((5, 4))
    layer = _layer(lab, lab.normal((4, 3)), lab.normal((3,)), rate=0.25, activation="tanh")
    rebuilt = cls.from_config(layer.get_config())
    rebuilt.build((None, 4))
    _set(rebuilt, kernel=_weight(layer, "kernel"), bias=_weight(layer, "bias"))
    lab.record("rebuilt/change_of_output", _change(rebuilt, layer, x))
    lab.record("rebuilt/keeps_name", rebuilt.name == layer.name)
    try:
        json.dumps(keras.saving.serialize_keras_object(layer.get_config()))
        lab.record("config/json", True)
    except (TypeError, ValueError):
        lab.record("config/json", False)
    inputs = keras.Input((4,))
    model = keras.Model(inputs, layer(inputs))
    loaded = keras_layer.saved_and_loaded(model, {"DropConnectDense": cls}).layers[-1]
    lab.record("loaded/change_of_output", _change(loaded, layer, x))
    for argument in ("units", "rate", "inference_samples"):
        lab.record(f"loaded/{argument}", loaded.get_config().get(argument, "missing"))


def number_formats(lab: Lab) -> None:
    """Input dtypes against the layer's dtype policy, in training and both kinds of inference. Small whole numbers."""
    for given, policy in FORMATS:
        x = tf.cast(lab.rng.integers(-3, 4, (6, 4)), given)
        usual = _layer(lab, np.ones((4, 3)), np.ones(3), rate=0.5)
        for samples in (0, 2):
            layer = _layer(lab, np.ones((4, 3)), np.ones(3), rate=0.5, inference_samples=samples, dtype=policy)
            entry = f"{given}_to_{policy}"
            if samples == 0:
                lab.record(f"{entry}/training", tf.as_dtype(layer(x, training=True).dtype).name)
                lab.record(f"{entry}/change_of_values", _change(layer, usual, x))
            name = "gaussian" if samples else "inference"
            lab.record(f"{entry}/{name}", tf.as_dtype(layer(x, training=False).dtype).name)


def overfitting(lab: Lab) -> None:
    """A network that can learn 300 examples by heart, three in ten of them with a wrong label."""
    task = training.digits_task(lab, train=300, validation=300)
    wrong = lab.rng.permutation(300)[:90]
    task.y[wrong] = (task.y[wrong] + lab.rng.integers(1, 10, 90)) % 10
    hidden = _layer(lab, lab.normal((64, 48), std=0.18), np.zeros(48), rate=0.7, activation="relu")
    kernel, bias_ = tf.Variable(lab.normal((48, 10), std=0.2)), tf.Variable(np.zeros(10, "float32"))

    def net(x: tf.Tensor, is_training: bool) -> tf.Tensor:
        return tf.matmul(hidden(x, training=is_training), kernel) + bias_

    variables = [*(weight.value for weight in hidden.trainable_weights), kernel, bias_]
    curves = training.record_curves(lab, net, variables, task, epochs=15, batch_size=60, learning_rate=0.3)
    for name, curve in zip(("training", "validation"), curves, strict=True):
        lab.record(f"curve/{name}_loss", chance.smooth(curve, 5))


def _square(z: Any) -> Any:
    return z * z


def _layer(lab: Lab, kernel: np.ndarray, bias: np.ndarray | None, **arguments: Any) -> keras.layers.Layer:
    """A layer built for (and set to) a kernel and a bias."""
    layer = lab.student.DropConnectDense(np.shape(kernel)[1], **arguments)
    layer.build((None, np.shape(kernel)[0]))
    _set(layer, kernel=kernel, bias=bias)
    return layer


def _ones(lab: Lab, units: int = UNITS, **arguments: Any) -> keras.layers.Layer:
    return _layer(lab, np.ones((INPUTS, units)), np.zeros(units), **arguments)


def _gaussian(lab: Lab, size: int, samples: int, **arguments: Any) -> keras.layers.Layer:
    given = {"rate": RATE, "inference_samples": samples, **arguments}
    return _layer(lab, gaussian_inference.kernel(size), gaussian_inference.bias(size), **given)


def _draws(lab: Lab, samples: int, calls: int, **arguments: Any) -> Draws:
    layer = _gaussian(lab, SIZE, samples, **arguments)
    return Draws.of(lambda x: layer(x, training=False), calls)


def _masks(layer: keras.layers.Layer) -> Masks:
    return Masks.read(layer(Masks.inputs(), training=True))


def _equal(left: list[np.ndarray], right: list[np.ndarray]) -> list[bool]:
    return [bool(np.allclose(a, b)) for a, b in zip(left, right, strict=True)]


def _change(left: keras.layers.Layer, right: keras.layers.Layer, x: Any) -> Any:
    """Inference output of one layer minus that of another; in words where one of them is not steady."""
    first, second = (chance.steady(layer, x, training=False) for layer in (left, right))
    return first if isinstance(first, str) else second if isinstance(second, str) else first - second


def _weight(layer: keras.layers.Layer, name: str) -> Any:
    """The weight of this name, found as an attribute or among the layer's weights; None where there is none."""
    attribute = getattr(layer, name, None)
    if attribute is not None:
        return attribute
    return next((weight for weight in layer.weights if weight.name == name), None)


def _value(layer: keras.layers.Layer, name: str) -> Any:
    weight = _weight(layer, name)
    return weight.value if isinstance(weight, keras.Variable) else tf.zeros(())


def _set(layer: keras.layers.Layer, **values: Any) -> None:
    """Give the layer's weights the values; a layer without one of them is judged elsewhere for that."""
    for name, value in values.items():
        weight = _weight(layer, name)
        if value is not None and hasattr(weight, "assign"):
            weight.assign(np.asarray(value, "float32"))
