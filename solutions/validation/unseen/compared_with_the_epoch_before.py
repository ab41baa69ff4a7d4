"""Wrong idea: an epoch improves if it is below the epoch before; style: list of values, boolean mask for the split."""
from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    y = np.asarray(y)
    for_validation = np.zeros(len(y), dtype=bool)
    for label in np.unique(y):
        members = np.flatnonzero(y == label)
        how_many = round(validation_fraction * len(members))
        for_validation[rng.choice(members, size=how_many, replace=False)] = True
    order = rng.permutation(len(y))
    val = order[for_validation[order]]
    train = order[~for_validation[order]]
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True) -> None:
        super().__init__()
        if isinstance(patience, bool) or not isinstance(patience, (int, np.integer)) or patience < 0:
            raise ValueError(f"patience must be an integer >= 0, received {patience!r}")
        if not min_delta >= 0:
            raise ValueError(f"min_delta must be >= 0, received {min_delta!r}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self.stopped_epoch = 0
        self.best_epoch = 0

    def on_train_begin(self, logs=None) -> None:
        self.values = []  # the curve so far
        self.rising = 0
        self.weights = None
        self.stopped_epoch = 0
        self.best_epoch = 0

    def on_epoch_end(self, epoch, logs=None) -> None:
        if not logs or self.monitor not in logs:
            warnings.warn(f"EarlyStopping: there is no {self.monitor!r} in the logs", stacklevel=2)
            return
        value = float(logs[self.monitor])
        still_falling = not np.isnan(value) and (not self.values or value < self.values[-1] - self.min_delta)
        if not np.isnan(value):
            self.values.append(value)

        if still_falling:
            self.rising = 0
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.weights = self.model.get_weights()
            return
        self.rising += 1
        if self.rising >= max(1, self.patience):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None) -> None:
        if self.weights is not None:
            self.model.set_weights(self.weights)
