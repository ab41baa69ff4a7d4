"""Wrong idea: with patience 0 it stops after the first epoch, though that improved; style: shuffle in place."""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    in_validation = np.zeros(y.shape[0], dtype=bool)
    for c in np.unique(y):
        where = np.where(y == c)[0]
        k = int(np.floor(validation_fraction * where.size + 0.5))
        in_validation[rng.choice(where, size=k, replace=False)] = True

    parts = []
    for mask in (~in_validation, in_validation):
        index = np.nonzero(mask)[0]
        rng.shuffle(index)  # a copy of ours, not the input
        parts.append((x[index], y[index]))
    return parts[0], parts[1]


class EarlyStopping(keras.callbacks.Callback):
    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        if not isinstance(patience, int):
            raise ValueError(f"patience must be an integer, not {patience!r}")
        if patience < 0:
            raise ValueError(f"patience must not be negative, not {patience!r}")
        if min_delta < 0:
            raise ValueError(f"min_delta must not be negative, not {min_delta!r}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.lowest = float("inf")
        self.waiting = 0
        self.weights = None
        self.best_epoch = 0
        self.stopped_epoch = 0

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        if not logs or self.monitor not in logs:
            warnings.warn(f"EarlyStopping cannot find {self.monitor!r}.", stacklevel=2)
            return
        current = logs[self.monitor]
        self.waiting += 1
        if current < self.lowest - self.min_delta:
            self.waiting = 0
            self.lowest = current
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.weights = self.model.get_weights()
        if self.waiting >= self.patience:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.restore_best_weights and self.weights is not None:
            self.model.set_weights(self.weights)
