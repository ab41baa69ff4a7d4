"""A training whose losses are written beforehand, so that it is known what a callback must do after each epoch.

The model is a real one and the callback is called by Keras's own `CallbackList`, in the order of `model.fit`; only the
steps between are left out. After epoch k every weight of the model is k: weights tell which epoch they are from.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import keras
import numpy as np

_LOGGERS = (None, "tensorflow", "absl")


class _Both(keras.layers.Layer):
    """A weight that is trained, and one that is not (as moving statistics are)."""

    def build(self, input_shape: tuple[int | None, ...]) -> None:
        self.kernel = self.add_weight(shape=(2,), name="kernel")
        self.moving = self.add_weight(shape=(2,), name="moving", trainable=False)

    def call(self, inputs: Any) -> Any:
        return inputs * self.kernel + self.moving


def small_model() -> keras.Model:
    """A model with two weights, of which one is trained. Making it costs more than a whole training: use it again."""
    return keras.Sequential([keras.Input((2,)), _Both()])


def play(
    callback: keras.callbacks.Callback,
    values: Sequence[float | None],
    model: keras.Model,
    *,
    monitor: str = "val_loss",
    first: int = 0,
) -> int:
    """Run one training of `model`, whose weights tell afterwards from which epoch they are; return its epochs.

    Args:
        values: what `logs[monitor]` is after each epoch; None leaves it out. "loss" and "val_loss" are there too, and
            fall steadily where they are not the monitor.
        first: what the weights are after the first epoch.
    """
    callbacks = keras.callbacks.CallbackList([callback], model=model, epochs=len(values), steps=1, verbose=0)
    model.stop_training = False
    callbacks.on_train_begin()
    epochs = 0
    logs: dict[str, float | None] = {}
    for epoch, value in enumerate(values):
        callbacks.on_epoch_begin(epoch)
        for weight in model.weights:
            weight.assign(np.full(weight.shape, first + epoch, "float32"))
        logs = {"loss": 1.0 / (epoch + 1), "val_loss": 2.0 / (epoch + 1), monitor: value}
        callbacks.on_epoch_end(epoch, {name: number for name, number in logs.items() if number is not None})
        epochs += 1
        if model.stop_training:
            break
    callbacks.on_train_end(logs)
    return epochs


def epochs_of_weights(model: keras.Model) -> dict[str, list[int]]:
    """From which epochs the weights are: {"trained": [...], "not_trained": [...]}, without repetition."""
    parts = {"trained": model.trainable_weights, "not_trained": model.non_trainable_weights}
    return {
        name: sorted({int(round(float(value))) for weight in weights for value in np.ravel(weight)})
        for name, weights in parts.items()
    }


@contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what is warned, by `warnings` or by `logging`, into the list."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    listener = Listener(logging.WARNING)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(listener)
        try:
            yield heard
        finally:
            for name in _LOGGERS:
                logging.getLogger(name).removeHandler(listener)
            heard.extend(str(warning.message) for warning in caught)
