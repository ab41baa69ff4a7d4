"""Wrong idea: negative patience and min_delta are accepted unchecked; style: np.split, small methods."""

from __future__ import annotations

import warnings

import keras
import numpy as np


def _take(index, *arrays):
    return tuple(a[index] for a in arrays)


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    labels, counts = np.unique(y, return_counts=True)
    pairs = []
    for label, count in zip(labels, counts):
        cut = int(np.rint(count * validation_fraction))
        pairs.append(np.split(rng.permutation(np.flatnonzero(y == label)), [cut]))
    val = rng.permutation(np.hstack([pair[0] for pair in pairs]))
    train = rng.permutation(np.hstack([pair[1] for pair in pairs]))
    return _take(train, x, y), _take(val, x, y)


class EarlyStopping(keras.callbacks.Callback):
    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.best = np.inf
        self.best_epoch = self.stopped_epoch = self.wait = 0
        self.best_weights = None

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        value = logs.get(self.monitor) if logs else None
        if value is None:
            warnings.warn(f"No {self.monitor!r} in this epoch: nothing to compare.", stacklevel=2)
        elif np.less(value, self.best - self.min_delta):
            self._remember(epoch, value)
        else:
            self._count(epoch)

    def _remember(self, epoch, value):
        self.best, self.best_epoch, self.wait = value, epoch, 0
        if self.restore_best_weights:
            self.best_weights = self.model.get_weights()

    def _count(self, epoch):
        self.wait += 1
        # patience 0 works like patience 1
        if self.wait >= (self.patience or 1):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
