"""What is seen of a `DenseResidualBlock` and a `ConvResidualBlock`.

The weights of every sub-layer are given, found through the attributes that the exercise names: neither the order in
which a student creates sub-layers nor their initializers matter. Nor do epsilon and momentum of the batch
normalizations, which the exercise leaves open: where values are compared, every variance is large beside epsilon, and
of the moving statistics it is only asked whether they moved. What is no question of the formula (the mode, the config,
the way of calling) is seen by comparing a block with itself, so that a wrong formula costs its own points only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import keras
import numpy as np
import tensorflow as tf
from keras import ops

from deepclinic.probes import keras_layer, training
from deepclinic.probes.lab import Lab, MissingName

DENSE = ("dense1", "dense2", "shortcut")
CONV = ("conv1", "bn1", "conv2", "bn2", "shortcut", "shortcut_bn")
ROLES = ("kernel", "bias", "gamma", "beta", "moving_mean", "moving_variance")
CONV_CASES = {
    "4 to 4 channels": (4, 4, 1),
    "3 to 5 channels": (3, 5, 1),
    "4 to 4 channels, strides 2": (4, 4, 2),
    "3 to 5 channels, strides 2": (3, 5, 2),
}
"""Name of a case: channels of the input, filters, strides. The first has an identity shortcut."""

Layer = keras.layers.Layer


def dense_parts(lab: Lab) -> None:
    """The sub-layers after a first call: what they are and which weights they have."""
    for name, inputs, units in (("4 to 4 units", 4, 4), ("3 to 5 units", 3, 5)):
        layer = lab.student.DenseResidualBlock(units)
        _try(lab, name, lambda layer=layer, inputs=inputs: layer(lab.normal((2, inputs))))
        _record_parts(lab, name, layer, DENSE)


def dense_identity(lab: Lab) -> None:
    """Output where the widths agree, and the gradient through both paths."""
    for size in (6, 1):
        x = lab.normal((size, 5), std=2.0)
        lab.record(f"output/{size}", _dense(lab, 5, x)(x))
    x = lab.normal((6, 5), std=2.0)
    _record_gradient(lab, "gradient", _dense(lab, 5, x), x)


def dense_projection(lab: Lab) -> None:
    """Output where the shortcut must change the width, to a larger and to a smaller one."""
    for name, inputs, units in (("3 to 5", 3, 5), ("5 to 3", 5, 3), ("4 to 1", 4, 1)):
        x = lab.normal((6, inputs), std=2.0)
        lab.record(f"output/{name}", _dense(lab, units, x)(x))
    x = lab.normal((6, 3), std=2.0)
    _record_gradient(lab, "gradient", _dense(lab, 5, x), x)


def dense_skip(lab: Lab) -> None:
    """Nothing comes out of the branch: what is left is the shortcut."""
    for name, inputs, units in (("identity", 5, 5), ("projection", 3, 5)):
        x = lab.normal((6, inputs), std=2.0)
        layer = _dense(lab, units, x)
        _assign(layer, "dense2", kernel=0.0, bias=0.0)
        lab.record(f"{name}/output", layer(x))
        _record_gradient(lab, f"{name}/gradient", layer, x)


def conv_parts(lab: Lab) -> None:
    """The sub-layers after a first call, their weights, and the shapes that come out of the convolutions."""
    for name, (channels, filters, strides) in CONV_CASES.items():
        layer = lab.student.ConvResidualBlock(filters, strides=strides)
        x = lab.normal((2, 5, 6, channels))
        _try(lab, name, lambda layer=layer, x=x: layer(x))
        _record_parts(lab, name, layer, CONV)
        inside = _part(layer, "conv1")(x)
        lab.record(f"{name}/output of conv1", list(inside.shape))
        lab.record(f"{name}/output of conv2", list(_part(layer, "conv2")(inside).shape))
        if callable(getattr(layer, "shortcut", None)):
            lab.record(f"{name}/output of shortcut", list(layer.shortcut(x).shape))


def conv_identity(lab: Lab) -> None:
    """Inference where the shapes agree, and the gradient through both paths."""
    for size in (3, 1):
        x = _images(lab, 4, size)
        layer = _conv(lab, 4, 1, x)
        lab.record(f"output/{size}", layer(x, training=False))
    _record_gradient(lab, "gradient", layer, x, training=False)


def conv_projection(lab: Lab) -> None:
    """Inference where the shortcut must change the channels, the size, or both."""
    for name, (channels, filters, strides) in list(CONV_CASES.items())[1:]:
        x = _images(lab, channels)
        layer = _conv(lab, filters, strides, x)
        lab.record(f"output/{name}", layer(x, training=False))
    _record_gradient(lab, "gradient", layer, x, training=False)


def conv_skip(lab: Lab) -> None:
    """Nothing comes out of the branch: what is left is the shortcut, in inference and in training."""
    for name, (channels, filters, strides) in {"identity": (4, 4, 1), "projection": (3, 5, 2)}.items():
        x = _images(lab, channels)
        layer = _conv(lab, filters, strides, x)
        _assign(layer, "bn2", gamma=0.0, beta=0.0)
        lab.record(f"{name}/output", layer(x, training=False))
        _record_gradient(lab, f"{name}/gradient", layer, x, training=False)


def conv_training(lab: Lab) -> None:
    """Which statistics the batch normalizations use, and whether they update theirs, compared with the block itself."""
    for name, (channels, filters, strides) in {"identity": (4, 4, 1), "projection": (3, 5, 2)}.items():
        x = _images(lab, channels)
        layer = lab.student.ConvResidualBlock(filters, strides=strides)
        layer(x)
        for variable in layer.trainable_variables:
            if _role(variable) == "gamma":  # one that starts at zero would hide what its statistics do
                variable.assign(np.ones(variable.shape))
        before = _give_statistics(lab, layer)
        inference = layer(x, training=False)
        lab.record(f"{name}/without the argument", _difference(layer(x), inference))
        lab.record(f"{name}/after inference", _moved(before, _statistics(layer)))
        _give_statistics(lab, layer)
        same = np.allclose(layer(x, training=False), inference, rtol=1e-3)
        lab.record(f"{name}/inference uses", "other statistics" if same else "the moving statistics")
        before = _give_statistics(lab, layer)
        learning = layer(x, training=True)
        lab.record(f"{name}/after training", _moved(before, _statistics(layer)))
        _give_statistics(lab, layer)
        lab.record(f"{name}/training with other moving statistics", _difference(layer(x, training=True), learning))
    before = _give_statistics(lab, layer)
    inputs = keras.Input(x.shape[1:])
    keras.Model(inputs, layer(inputs))(x, training=True)
    lab.record("after a model in training", _moved(before, _statistics(layer)))


def bad_arguments(lab: Lab) -> None:
    """Sizes that are no integers >= 1; then the smallest that are allowed."""
    dense, conv = lab.student.DenseResidualBlock, lab.student.ConvResidualBlock
    for value in (0, -2, 2.5, 1):
        lab.record_raises(f"units={value}", "units", lambda value=value: dense(value))
        lab.record_raises(f"filters={value}", "filters", lambda value=value: conv(value))
        lab.record_raises(f"strides={value}", "strides", lambda value=value: conv(3, strides=value))


def keras_arguments(lab: Lab) -> None:
    """`name`, `dtype`, `trainable`, and the dtype of what comes out."""
    x, images = lab.normal((4, 3)), _images(lab, 3)
    policies = (("float16", None), ("float32", "float64"), ("float32", "mixed_float16"))
    for name, make, batch in (
        ("dense", lambda **kw: lab.student.DenseResidualBlock(5, **kw), x),
        ("conv", lambda **kw: lab.student.ConvResidualBlock(5, strides=2, **kw), images),
    ):
        keras_layer.record_base_arguments(lab, name, make)
        for given, policy in policies if name == "dense" else policies[1:]:
            layer = make() if policy is None else make(dtype=policy)
            output = layer(tf.cast(batch, given))
            lab.record(f"{name}/{given} to {policy or 'default'}", tf.as_dtype(output.dtype).name)


def config_and_saving(lab: Lab) -> None:
    """A trip through the config, and one through a `.keras` file: what comes back does as it did before."""
    x, images = lab.normal((4, 3)), lab.normal((4, 5, 6, 3))
    dense, conv = lab.student.DenseResidualBlock, lab.student.ConvResidualBlock
    lab.record("default strides", conv(5).get_config().get("strides", "missing"))
    for name, layer, batch, arguments in (
        ("dense", dense(5), x, ("units",)),
        ("conv", conv(5, strides=2), images, ("filters", "strides")),
    ):
        layer(batch, training=True)  # the moving statistics are then not those of a new block
        config = layer.get_config()
        for argument in arguments:
            lab.record(f"{name}/config/{argument}", config.get(argument, "missing"))
        again = type(layer).from_config(config)
        lab.record(f"{name}/keeps its name", again.name == layer.name)
        again(batch)
        again.set_weights(layer.get_weights())
        lab.record(f"{name}/rebuilt", _difference(again(batch), layer(batch)))
    inputs = keras.Input(images.shape[1:])
    model = keras.Model(inputs, dense(5)(keras.layers.GlobalAveragePooling2D()(conv(3)(inputs))))
    model(images, training=True)
    loaded = keras_layer.saved_and_loaded(model, {cls.__name__: cls for cls in (dense, conv)})
    lab.record("loaded", _difference(loaded(images, training=False), model(images, training=False)))


def every_way_of_calling(lab: Lab) -> None:
    """Compiled by XLA as in eager calls; and in `model.fit`. (The training curve traces a dense block.)"""
    images = lab.normal((4, 5, 6, 3))
    for name, layer, batch in (
        ("dense", lab.student.DenseResidualBlock(5), lab.normal((4, 3))),
        ("conv", lab.student.ConvResidualBlock(5, strides=2), images),
    ):
        eager = layer(batch)
        compiled = tf.function(lambda t, layer=layer: layer(t), autograph=False, jit_compile=True)
        lab.record(f"{name}/jit_compile", _difference(compiled(tf.constant(batch)), eager))
    block = lab.student.ConvResidualBlock(5, strides=2)
    block(images)
    before, statistics = [(v, np.array(v)) for v in block.trainable_variables], _statistics(block)
    head = keras.layers.Dense(1, kernel_initializer="ones")
    model = keras.Sequential([keras.Input(images.shape[1:]), block, keras.layers.GlobalAveragePooling2D(), head])
    lab.record("model/shape", [-1 if size is None else int(size) for size in block.output.shape])
    model.compile(keras.optimizers.SGD(0.01), "mean_squared_error")
    model.fit(images, lab.normal((4, 1)), batch_size=2, epochs=1, shuffle=False, verbose=0)
    # A bias before a batch normalization has a gradient of 0: it stays, or moves by rounding.
    still = [v.name for v, value in before if _role(v) != "bias" and np.array_equal(np.array(v), value)]
    lab.record("fit/weights that stayed", len(still))
    lab.record("fit/moving statistics", _moved(statistics, _statistics(block)))


def training_curve(lab: Lab) -> None:
    """A deep network of dense blocks, trained from given weights. Its branches start small, as deep ones should."""
    task = training.digits_task(lab, train=512)
    kernels = [tf.Variable(lab.normal(shape, std=np.sqrt(2 / shape[0]))) for shape in ((64, 32), (32, 10))]
    blocks = []
    for i in range(4):
        block = _dense(lab, 32, np.zeros((2, 32), "float32"), salt=i)
        for part, scale in (("dense1", 1.0), ("dense2", 0.1)):
            kernel = _part(block, part).kernel
            kernel.assign(scale * kernel)
            _assign(block, part, bias=0.0)
        blocks.append(block)

    def net(x: tf.Tensor, is_training: bool) -> tf.Tensor:
        x = tf.nn.relu(x @ kernels[0])
        for block in blocks:
            x = block(x, training=is_training)
        return x @ kernels[1]

    variables = [*kernels, *(variable.value for block in blocks for variable in block.trainable_variables)]
    training.record_curves(lab, net, variables, task, epochs=3, batch_size=64, learning_rate=0.05)


def _dense(lab: Lab, units: int, x: np.ndarray, salt: int = 0) -> Layer:
    """A dense block that has seen `x` and has given weights."""
    return _given(lab, lab.student.DenseResidualBlock(units), x, DENSE, salt)


def _conv(lab: Lab, filters: int, strides: int, x: np.ndarray) -> Layer:
    """A convolutional block that has seen `x` and has given weights and moving statistics."""
    return _given(lab, lab.student.ConvResidualBlock(filters, strides=strides), x, CONV)


def _given(lab: Lab, layer: Layer, x: np.ndarray, parts: Sequence[str], salt: int = 0) -> Layer:
    layer(x)
    for name in parts:
        if name.startswith("shortcut") and getattr(layer, name, None) is None:
            continue
        for variable in getattr(_part(layer, name), "variables", ()):
            # Each weight has a stream of its own, so that no missing or further part changes the others.
            rng = np.random.default_rng([lab.seed, salt, *f"{name}/{_role(variable)}".encode()])
            variable.assign(_VALUES[_role(variable)](rng, tuple(variable.shape)))
    return layer


def _signed(low: float, high: float) -> Callable[..., np.ndarray]:
    return lambda rng, shape: rng.choice([-1.0, 1.0], shape) * rng.uniform(low, high, shape)


_VALUES: dict[str, Callable[..., np.ndarray]] = {
    "kernel": lambda rng, shape: rng.normal(0.0, np.sqrt(2.0 / np.prod(shape[:-1])), shape),
    "bias": _signed(0.5, 2.0),
    # Large, so that what the next batch normalization sees varies by much more than its epsilon.
    "gamma": _signed(15.0, 30.0),
    "beta": _signed(10.0, 30.0),
    "moving_mean": _signed(5.0, 20.0),
    "moving_variance": lambda rng, shape: rng.uniform(200.0, 800.0, shape),
}


def _role(variable: Any) -> str:
    """What a weight is in its sub-layer: by its rank, then by its name."""
    if len(variable.shape) >= 2:
        return "kernel"
    return next((role for role in ROLES[2:] if role in variable.name), "bias")


def _part(layer: Layer, name: str) -> Any:
    part = getattr(layer, name, None)
    if part is None:
        raise MissingName(f"the block has no sub-layer under the attribute `{name}`")
    return part


def _assign(layer: Layer, part: str, **values: float) -> None:
    """Fill weights of a sub-layer with one number each."""
    for variable in _part(layer, part).variables:
        if _role(variable) in values:
            variable.assign(np.full(variable.shape, values[_role(variable)]))


def _record_parts(lab: Lab, name: str, layer: Layer, parts: Sequence[str]) -> None:
    for part in parts:
        lab.record(f"{name}/{part}", _described(layer, part))
    lab.record(f"{name}/weights", len(layer.weights))
    lab.record(f"{name}/trained", len(layer.trainable_weights))


def _described(layer: Layer, part: str) -> str:
    """A sub-layer by its weights, such as "kernel (3, 5), bias (5,)"."""
    thing = getattr(layer, part, "missing")
    if thing is None or isinstance(thing, str):
        return str(thing)
    if not isinstance(thing, Layer):
        return "not a layer"
    shapes = {_role(variable): tuple(variable.shape) for variable in thing.variables}
    return ", ".join(f"{role} {shapes[role]}" for role in ROLES if role in shapes) or "a layer without weights"


def _try(lab: Lab, name: str, call: Callable[[], Any]) -> None:
    """Call; an error is only noted, so that sub-layers can be looked at although their sum does not work out."""
    try:
        call()
    except NotImplementedError:
        raise
    except Exception as error:
        lab.note(name, f"{type(error).__name__}: {str(error)[:200]}")


def _record_gradient(lab: Lab, name: str, layer: Layer, x: np.ndarray, training: bool | None = None) -> None:
    # Drawn by its own stream: an output of the wrong shape must not change what is drawn afterwards.
    shape = np.shape(keras_layer.call(layer, x, training))
    upstream = np.random.default_rng([lab.seed, *name.encode()]).normal(size=shape).astype("float32")
    found = keras_layer.gradient(layer, x, upstream, training)
    lab.record(name, "no gradient" if found is None else found)


def _images(lab: Lab, channels: int, size: int = 3) -> np.ndarray:
    """Images of odd height and even width, (size, 5, 6, channels), of both signs."""
    return lab.normal((size, 5, 6, channels), mean=5.0, std=20.0)


def _statistics(layer: Layer) -> list[np.ndarray]:
    """Every moving mean and variance in a block, wherever it is."""
    return [np.array(v) for v in layer.non_trainable_variables if _role(v).startswith("moving")]


def _give_statistics(lab: Lab, layer: Layer) -> list[np.ndarray]:
    """Draw new moving statistics for a block, whatever the order in which it made its parts; return them."""
    salt = int(lab.rng.integers(2**31))
    parts = {id(v): name for name in CONV for v in getattr(getattr(layer, name, None), "variables", ())}
    for variable in layer.non_trainable_variables:
        if _role(variable).startswith("moving"):
            rng = np.random.default_rng([lab.seed, salt, *f"{parts.get(id(variable))}/{_role(variable)}".encode()])
            variable.assign(_VALUES[_role(variable)](rng, tuple(variable.shape)))
    return _statistics(layer)


def _moved(before: list[np.ndarray], after: list[np.ndarray]) -> str:
    moved = [not np.allclose(new, old, rtol=1e-5) for old, new in zip(before, after, strict=True)]
    return "moved" if all(moved) and moved else "stayed" if not any(moved) else "only some moved"


def _difference(left: Any, right: Any) -> Any:
    """left - right in units of the largest entry; what differs in shape is said in words."""
    left, right = (np.asarray(ops.convert_to_numpy(value), "float64") for value in (left, right))
    if left.shape != right.shape:
        return f"shapes {left.shape} and {right.shape}"
    return (left - right) / max(float(np.max(np.abs(right), initial=0.0)), 1e-6)
