"""What any well-behaved Keras layer must do, observed in the same way for every layer exercise.

Each function takes the lab, a name for what it records, and `make`: a function without arguments that returns a fresh
layer (its initial weights must not depend on chance, or `weights` must be given). Nothing here knows an exercise.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import keras
import numpy as np
import tensorflow as tf

from deepclinic.probes.lab import Lab

MODES = ("eager", "symbolic", "tf_function", "jit_compile")

Layer = keras.layers.Layer
Make = Callable[[], Layer]
Weights = Sequence[np.ndarray] | None


def call(layer: Layer, x: Any, training: bool | None = None) -> Any:
    """Call `layer` on `x`; with `training=None` the argument is left out."""
    return layer(x) if training is None else layer(x, training=training)


def built(make: Make, x: Any, weights: Weights = None) -> Layer:
    """Return a fresh layer, built by one inference call on `x`, its state as it was before that call.

    `weights`, when given, replaces the layer's weights (in the order of `layer.weights`).
    """
    layer = make()
    if not layer.built:
        layer.build(np.shape(x))
    state = [tf.convert_to_tensor(variable.value).numpy() for variable in layer.variables]
    layer(x)
    if len(state) == len(layer.variables):
        for variable, value in zip(layer.variables, state, strict=True):
            variable.assign(value)
    if weights is not None:
        layer.set_weights(list(weights))
    return layer


def record_modes(
    lab: Lab,
    name: str,
    make: Make,
    x: np.ndarray,
    *,
    modes: Sequence[str] = MODES,
    training: bool | None = None,
    weights: Weights = None,
) -> None:
    """Record the output of a fresh layer in each way of calling it, as `<name>/<mode>`.

    Modes: "eager"; "symbolic" (a functional model with an open batch size; its output shape too, as
    `<name>/symbolic_shape`, -1 for open); "tf_function" (open batch size); "jit_compile". A trace costs 0.05-0.3 s.
    """
    for mode in modes:
        layer = built(make, x, weights)
        if mode == "eager":
            output = call(layer, x, training)
        elif mode == "symbolic":
            inputs = keras.Input(x.shape[1:], dtype=x.dtype.name)
            outputs = call(layer, inputs, training)
            lab.record(f"{name}/symbolic_shape", [-1 if size is None else int(size) for size in outputs.shape])
            output = keras.Model(inputs, outputs)(x)
        else:
            jit = mode == "jit_compile"
            spec = tf.TensorSpec(x.shape if jit else (None, *x.shape[1:]), x.dtype)
            traced = tf.function(
                lambda t, layer=layer: call(layer, t, training),
                input_signature=[spec],
                autograph=False,
                jit_compile=jit,
            )
            output = traced(tf.constant(x))
        lab.record(f"{name}/{mode}", output)


def gradient(layer: Layer, x: np.ndarray, upstream: np.ndarray | None = None, training: bool | None = None) -> Any:
    """Return d(sum(upstream * layer(x)))/dx as a tensor of x's shape; None when the output does not depend on x."""
    tensor = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        y = call(layer, tensor, training)
        loss = tf.reduce_sum(y if upstream is None else y * tf.cast(upstream, y.dtype))
    return tape.gradient(loss, tensor)


def record_gradients(
    lab: Lab,
    name: str,
    layer: Layer,
    x: np.ndarray,
    upstream: np.ndarray | None = None,
    training: bool | None = None,
) -> None:
    """Record the gradient for the input as `<name>/input` and for each trainable weight as `<name>/weight_<i>`.

    The loss is sum(upstream * output). A missing gradient is recorded as "no gradient".
    """
    tensor = tf.constant(x)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        y = call(layer, tensor, training)
        loss = tf.reduce_sum(y if upstream is None else y * tf.cast(upstream, y.dtype))
    weights = [weight.value for weight in layer.trainable_weights]
    found = tape.gradient(loss, [tensor, *weights])
    labels = ["input", *(f"weight_{i}" for i in range(len(weights)))]
    for label, value in zip(labels, found, strict=True):
        lab.record(f"{name}/{label}", "no gradient" if value is None else value)


def record_weights(lab: Lab, name: str, layer: Layer) -> None:
    """Record how many weights a built layer has, how many of them are trained, and their shapes."""
    lab.record(f"{name}/weights", len(layer.weights))
    lab.record(f"{name}/trainable_weights", len(layer.trainable_weights))
    lab.record(f"{name}/shapes", [list(weight.shape) for weight in layer.weights])


def record_base_arguments(lab: Lab, name: str, make: Callable[..., Layer]) -> None:
    """Record whether `name`, `dtype` and `trainable` reach the Keras base class. `make` takes keyword arguments."""
    layer = make(name="my_layer", dtype="float64", trainable=False)
    lab.record(f"{name}/is_a_layer", isinstance(layer, keras.layers.Layer))
    lab.record(f"{name}/name", layer.name)
    lab.record(f"{name}/dtype", str(layer.compute_dtype))
    lab.record(f"{name}/trainable", layer.trainable)


def record_dtypes(
    lab: Lab,
    name: str,
    make: Callable[..., Layer],
    x: np.ndarray,
    cases: Sequence[tuple[str, str | None]],
    *,
    training: bool | None = None,
    values: bool = True,
) -> None:
    """Record output dtype (and values) for pairs (dtype of the input, dtype policy of the layer or None for default).

    Entries: `<name>/<input>_to_<policy>/dtype` and `…/values`, the latter as float32 or float64. `make` takes `dtype`.
    """
    for input_dtype, policy in cases:
        layer = make() if policy is None else make(dtype=policy)
        tensor = tf.cast(tf.constant(x), input_dtype)
        output = call(layer, tensor, training)
        entry = f"{name}/{input_dtype}_to_{policy or 'default'}"
        lab.record(f"{entry}/dtype", tf.as_dtype(output.dtype).name)
        if values:
            lab.record(f"{entry}/values", tf.cast(output, "float64"))


def record_config(
    lab: Lab, name: str, make: Make, x: np.ndarray, arguments: Sequence[str], *, training: bool | None = None
) -> None:
    """Record the constructor arguments found in the config, and what the layer rebuilt from the config does on `x`.

    The config goes through JSON on the way (as it does in a `.keras` file). The rebuilt layer gets the weights of the
    first one. Entries: `<name>/config/<argument>`, `<name>/keeps_name`, `<name>/json`, `<name>/same_class`,
    `<name>/output`.
    """
    layer = built(make, x)
    config = layer.get_config()
    lab.record(f"{name}/keeps_name", config.get("name") == layer.name)
    for argument in arguments:
        lab.record(f"{name}/config/{argument}", config.get(argument, "missing"))
    try:
        json.dumps(keras.saving.serialize_keras_object(config))
        lab.record(f"{name}/json", True)
    except (TypeError, ValueError) as error:
        lab.record(f"{name}/json", False)
        lab.note(f"{name}/json", str(error))
    again = built(lambda: type(layer).from_config(config), x, layer.get_weights())
    lab.record(f"{name}/same_class", type(again) is type(layer))
    lab.record(f"{name}/output", call(again, x, training))


def record_saving(
    lab: Lab,
    name: str,
    make: Make,
    x: np.ndarray,
    custom_objects: Mapping[str, Any],
    *,
    weights: Weights = None,
) -> None:
    """Record what a model with the layer returns in inference before and after a trip through a `.keras` file.

    Entries: `<name>/before`, `<name>/after`. The file lives in a temporary folder inside the working folder, the only
    place where a worker may write.
    """
    layer = built(make, x, weights)
    inputs = keras.Input(x.shape[1:], dtype=x.dtype.name)
    model = keras.Model(inputs, layer(inputs))
    lab.record(f"{name}/before", model(x, training=False))
    loaded = saved_and_loaded(model, custom_objects)
    lab.record(f"{name}/after", loaded(x, training=False))
    lab.note(f"{name}/weights", len(loaded.weights))


def saved_and_loaded(model: keras.Model, custom_objects: Mapping[str, Any]) -> keras.Model:
    """Return the model after a trip through a `.keras` file."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        path = Path(folder) / "m.keras"
        model.save(path)
        return keras.saving.load_model(path, custom_objects=dict(custom_objects))


def record_fit(
    lab: Lab,
    name: str,
    layers: Sequence[Layer],
    x: np.ndarray,
    y: np.ndarray,
    *,
    epochs: int = 1,
    batch_size: int = 32,
    learning_rate: float = 0.1,
    loss: str = "mean_squared_error",
    jit_compile: bool = False,
) -> None:
    """Record loss per epoch of `Sequential(layers)` in `model.fit` (no shuffling), and its predictions afterwards.

    The layers must start from given weights (`initializer(array)`). Costs about 0.4 s for tracing.
    Entries: `curve/<name>`, `<name>/prediction`.
    """
    model = keras.Sequential([keras.Input(x.shape[1:]), *layers])
    model.compile(keras.optimizers.SGD(learning_rate), loss, jit_compile=jit_compile)
    history = model.fit(x, y, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0)
    lab.record(f"curve/{name}", np.array(history.history["loss"], "float64"))
    lab.record(f"{name}/prediction", model(x, training=False))


def initializer(value: np.ndarray) -> Callable[..., Any]:
    """Return a Keras initializer that gives exactly `value`."""
    return lambda shape, dtype=None, **_: keras.ops.convert_to_tensor(np.reshape(value, shape), dtype=dtype)
