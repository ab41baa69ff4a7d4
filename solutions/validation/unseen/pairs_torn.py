"""Wrong idea: x and y are each shuffled on their own at the end; style: helper that picks and shuffles one array."""
from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)

    def mixed(array, rows):
        """These rows of the array (a copy), in random order."""
        part = array[rows]
        rng.shuffle(part)
        return part

    in_validation = np.zeros(y.shape, bool)
    for label in np.unique(y):
        where = rng.permutation(np.nonzero(y == label)[0])
        in_validation[where[: int(validation_fraction * where.size + 0.5)]] = True

    x_train, y_train = mixed(x, ~in_validation), mixed(y, ~in_validation)
    x_val, y_val = mixed(x, in_validation), mixed(y, in_validation)
    return (x_train, y_train), (x_val, y_val)


class EarlyStopping(keras.callbacks.Callback):
    """Stops when `monitor` does not get better any more."""

    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True) -> None:
        super().__init__()
        for name, ok in (
            ("patience", isinstance(patience, (int, np.integer)) and patience >= 0),
            ("min_delta", min_delta >= 0),
        ):
            if not ok:
                raise ValueError(f"{name} has a value that is not allowed")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self.best_epoch = 0
        self.stopped_epoch = 0

    def on_train_begin(self, logs=None) -> None:
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.losing_streak = 0
        self.record = None
        self.kept = None

    def on_epoch_end(self, epoch, logs=None) -> None:
        logs = logs or {}
        if self.monitor in logs:
            v = float(logs[self.monitor])
            better = self.record is None or v < self.record - self.min_delta
            self.losing_streak = 0 if better else self.losing_streak + 1
            if better:
                self.record = v
                self.best_epoch = epoch
                if self.restore_best_weights:
                    self.kept = [np.array(w) for w in self.model.get_weights()]
            elif self.losing_streak >= max(self.patience, 1):
                self.model.stop_training = True
                self.stopped_epoch = epoch
        else:
            warnings.warn(f"logs has no {self.monitor!r}, only {sorted(logs)}", stacklevel=2)

    def on_train_end(self, logs=None) -> None:
        if self.kept is not None:
            self.model.set_weights(self.kept)
