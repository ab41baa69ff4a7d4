"""Wrong idea: the training part still holds the validation examples; style: mask of booleans, _reset method."""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    rng = np.random.RandomState(seed)
    order = rng.permutation(len(y))
    # mark the examples of the validation part, class by class
    chosen = np.zeros(len(y), dtype=bool)
    for label in set(y.tolist()):
        members = order[y[order] == label]
        chosen[members[: int(validation_fraction * len(members) + 0.5)]] = True
    val = order[chosen[order]]
    return (x[order], y[order]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        if type(patience) is not int or patience < 0:
            raise ValueError("patience must be an integer >= 0, not %r" % (patience,))
        if min_delta < 0:
            raise ValueError("min_delta must be >= 0, not %r" % (min_delta,))
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self._reset()

    def _reset(self):
        self.best_value = np.inf
        self.best_epoch = 0
        self.best_weights = None
        self.stopped_epoch = 0
        self.count = 0

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._reset()

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        value = None if logs is None else logs.get(self.monitor)
        if value is None:
            warnings.warn(f"EarlyStopping: no value named {self.monitor!r} in the logs", stacklevel=2)
            return
        better = value < self.best_value - self.min_delta
        self.count = 0 if better else self.count + 1
        if better:
            self.best_value, self.best_epoch = value, epoch
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
        elif self.count >= max(self.patience, 1):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
