"""Wrong idea: the split is drawn from all examples at once, not by class; style: one permutation, best as None."""

from __future__ import annotations

import math
import warnings

import keras
import numpy as np


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    n = len(x)
    order = np.random.default_rng(seed).permutation(n)
    n_val = int(round(n * validation_fraction))
    val, train = order[:n_val], order[n_val:]
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience has to be an integer of at least 0, got {patience!r}")
        if not min_delta >= 0:
            raise ValueError(f"min_delta has to be at least 0, got {min_delta!r}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.best = None
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.bad_epochs = 0
        self.saved = None

    def _improved(self, value):
        if math.isnan(value):
            return False
        return self.best is None or value < self.best - self.min_delta

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        logs = logs or {}
        if self.monitor not in logs:
            warnings.warn(f"There is no {self.monitor} to monitor.", stacklevel=2)
            return
        value = float(logs[self.monitor])
        if self._improved(value):
            self.best = value
            self.best_epoch = epoch
            self.bad_epochs = 0
            if self.restore_best_weights:
                self.saved = [np.copy(w) for w in self.model.get_weights()]
            return
        self.bad_epochs += 1
        if self.bad_epochs >= max(1, self.patience):
            self.model.stop_training = True
            self.stopped_epoch = epoch

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.restore_best_weights and self.saved is not None:
            self.model.set_weights(self.saved)
