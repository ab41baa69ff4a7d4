"""Wrong idea: the first epoch is epoch 1; style: own epoch counter instead of the argument, quotas and a walk for the split."""
from __future__ import annotations

import math
import warnings
from collections import Counter

import keras
import numpy as np


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    labels = [int(label) for label in y]
    open_places = {label: math.floor(n * validation_fraction) for label, n in Counter(labels).items()}
    val, train = [], []
    # visit the examples in random order; who comes first gets one of the places of the class
    for i in np.random.default_rng(seed).permutation(len(labels)):
        if open_places[labels[i]] > 0:
            open_places[labels[i]] -= 1
            val.append(i)
        else:
            train.append(i)
    train, val = np.array(train, dtype=int), np.array(val, dtype=int)
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
        if not isinstance(patience, (int, np.integer)):
            raise ValueError(f"patience must be an integer, received {patience!r}")
        if patience < 0:
            raise ValueError(f"patience must not be negative, received {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must not be negative, received {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self._reset()

    def _reset(self):
        self.epochs_done = 0
        self.best = None
        self.best_epoch = 0
        self.best_weights = None
        self.stopped_epoch = 0
        self.wait = 0

    def on_train_begin(self, logs: dict | None = None) -> None:
        self._reset()

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        self.epochs_done += 1  # Keras prints "Epoch 1/60" for the first
        value = (logs or {}).get(self.monitor)
        if value is None:
            warnings.warn(f"{self.monitor} is not available; cannot stop early.", stacklevel=2)
        elif self.best is None or value < self.best - self.min_delta:
            self.best = value
            self.best_epoch = self.epochs_done
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
        else:
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = self.epochs_done
                self.model.stop_training = True

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.restore_best_weights and self.best_weights is not None:
            self.model.set_weights(self.best_weights)
