"""Wrong idea: the best value and the counter last as long as the callback; style: started lazily, once; split with random.Random."""
from __future__ import annotations

import random
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    dice = random.Random(seed)
    classes = {}
    for index, label in enumerate(np.asarray(y).tolist()):
        classes.setdefault(label, []).append(index)
    train, val = [], []
    for members in classes.values():
        dice.shuffle(members)
        k = round(len(members) * validation_fraction)
        val += members[:k]
        train += members[k:]
    dice.shuffle(train)
    dice.shuffle(val)

    def take(indices):
        indices = np.array(indices, dtype="int64")
        return x[indices], y[indices]

    return take(train), take(val)


class EarlyStopping(keras.callbacks.Callback):
    best = None  # nothing seen yet
    best_weights = None
    wait = 0
    best_epoch = 0
    stopped_epoch = 0

    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True) -> None:
        super().__init__()
        if not isinstance(patience, (int, np.integer)) or patience < 0:
            raise ValueError(f"patience must be an integer >= 0 (received {patience})")
        if min_delta < 0:
            raise ValueError(f"min_delta must be a number >= 0 (received {min_delta})")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None) -> None:
        # this time it has not stopped yet
        self.stopped_epoch = 0

    def on_epoch_end(self, epoch, logs=None) -> None:
        if logs is None or logs.get(self.monitor) is None:
            warnings.warn(f"EarlyStopping needs {self.monitor}, which is missing", stacklevel=2)
            return
        value = logs[self.monitor]
        if self.best is None or value < self.best - self.min_delta:
            self.best, self.best_epoch, self.wait = value, epoch, 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            return
        self.wait += 1
        if self.wait >= max(self.patience, 1):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None) -> None:
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
