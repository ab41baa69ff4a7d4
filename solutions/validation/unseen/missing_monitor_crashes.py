"""Wrong idea: after the warning the epoch goes on with the missing value and fails; style: get, one long condition."""
from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    y_array = np.asarray(y)
    n = len(y_array)
    rng = np.random.default_rng(seed)
    position = rng.permutation(n)
    # sort by class, at random within a class; then the rank of each example in its class
    by_class = np.lexsort((position, y_array))
    _, start, count = np.unique(y_array[by_class], return_index=True, return_counts=True)
    rank = np.arange(n) - np.repeat(start, count)
    share = np.repeat(np.rint(validation_fraction * count), count)
    val = rng.permutation(by_class[rank < share])
    train = rng.permutation(by_class[rank >= share])
    return (x[train], y_array[train]), (x[val], y_array[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True) -> None:
        super().__init__()
        if not np.issubdtype(type(patience), np.integer) or patience < 0:
            raise ValueError(f"patience={patience} is not an integer >= 0")
        if min_delta < 0:
            raise ValueError(f"min_delta={min_delta} is negative")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self.best_epoch = 0
        self.stopped_epoch = 0

    def on_train_begin(self, logs=None) -> None:
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.first = True
        self.best = float("inf")
        self.best_weights = None
        self.bad_epochs = 0

    def on_epoch_end(self, epoch, logs=None) -> None:
        current = (logs or {}).get(self.monitor)
        if current is None:
            warnings.warn(f"{self.monitor} not in logs", stacklevel=2)
        if self.first or current < self.best - self.min_delta:
            self.first = False
            self.best = float(current)
            self.best_epoch, self.bad_epochs = epoch, 0
            self.best_weights = self.model.get_weights() if self.restore_best_weights else None
        else:
            self.bad_epochs += 1
            if self.bad_epochs >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True

    def on_train_end(self, logs=None) -> None:
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
