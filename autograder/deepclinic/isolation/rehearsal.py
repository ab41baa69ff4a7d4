"""What a worker that waits for a solution does ahead: all that is slow the first time, on a layer of its own.

The first op, gradient, trace, compilation and saved model of a process together take some tenths of a second more than
the second ones, and none of that depends on the solution. Nothing is left behind that a solution or a probe could
tell: names, random states and Keras's globals are as in a fresh process.
"""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

SIZE = 4


def rehearse(not_allowed: Sequence[str]) -> Generator[None]:
    """Go once through what probes do, step by step; may be closed between any two.

    To be called when the sandbox is closed: TensorFlow's threads, born here, must be inside it. Uses no ready-made
    layer: what TensorFlow keeps of a trace must not hold one that an exercise does not allow.
    """
    import keras
    import numpy as np
    import tensorflow as tf

    from deepclinic.probes import instruments, watch_features

    class Scale(keras.layers.Layer):
        def build(self, input_shape: Any) -> None:
            self.scale = self.add_weight(shape=(SIZE,), initializer=_ones)

        def call(self, inputs: Any) -> Any:
            return inputs * self.scale

    try:
        x = np.ones((2, SIZE), "float32")
        layer, tensor = Scale(), tf.constant(x)
        layer(x)
        yield
        with tf.GradientTape() as tape:
            tape.watch(tensor)
            loss = tf.reduce_sum(layer(tensor))
        tape.gradient(loss, [tensor, layer.scale.value])
        yield
        instruments.watched_over()()  # touches what the real one will touch: a fork copies a page when it is touched
        watch_features.features(tuple(not_allowed))
        yield
        inputs = keras.Input((SIZE,))
        model: Any = keras.Model(inputs, Scale()(inputs))
        model(x)
        yield
        for jit in (False, True):
            spec = tf.TensorSpec(x.shape if jit else (None, SIZE), "float32")
            tf.function(layer, input_signature=[spec], autograph=False, jit_compile=jit)(tensor)
            yield
        with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
            path = Path(folder) / "m.keras"
            model.save(path)
            keras.saving.load_model(path, custom_objects={"Scale": Scale, "_ones": _ones})
        yield
        for dtype in ("float64", "float16", "bfloat16"):
            number = tf.cast(tensor, dtype)
            tf.reduce_mean(tf.math.sqrt(number * number + number), axis=0)
        yield
        model.compile(keras.optimizers.SGD(0.1), "mean_squared_error")
        model.fit(x, x, batch_size=1, verbose=0)
        yield
    finally:
        keras.utils.clear_session(free_memory=False)
        keras.config.disable_interactive_logging()  # as the parent of workers has it


def _ones(shape: Any, dtype: Any = None, **_: Any) -> Any:
    import tensorflow as tf

    return tf.ones(shape, dtype)
