"""
idea.en = "every k-th of the examples sorted by class; the stop decided in a method of its own"
idea.ko = "클래스 순으로 늘어놓은 예제에서 일정한 간격으로 뽑기, 멈출지는 따로 둔 메서드에서 정하기"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def pick(numbers, fraction):
    """Mark every (1 / fraction)-th, evenly."""
    steps = np.floor(fraction * np.arange(len(numbers) + 1))
    return np.diff(steps) > 0


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.Generator(np.random.PCG64(seed))
    parts = {True: [], False: []}
    for label in np.unique(y):
        numbers = rng.permutation(np.argwhere(y == label)[:, 0])
        marked = pick(numbers, validation_fraction)
        parts[True].extend(numbers[marked].tolist())
        parts[False].extend(numbers[~marked].tolist())
    train, validation = (np.array(rng.permutation(parts[key]), dtype=int) for key in (False, True))
    return (x[train], y[train]), (x[validation], y[validation])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        self.check(patience, min_delta)
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self.reset()

    @staticmethod
    def check(patience, min_delta):
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be 0, 1, 2, ..., but it is {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must be at least 0, but it is {min_delta}")

    def reset(self):
        self.best, self.best_epoch, self.best_weights = float("inf"), 0, None
        self.stopped_epoch, self.wait = 0, 0

    def on_train_begin(self, logs=None):
        self.reset()

    def improved(self, value):
        return not np.isnan(value) and value < self.best - self.min_delta

    def on_epoch_end(self, epoch, logs=None):
        try:
            value = logs[self.monitor]
        except KeyError:
            warnings.warn(f"{self.monitor} is not in the logs", UserWarning, stacklevel=2)
            return
        if self.improved(value):
            self.best, self.best_epoch, self.wait = value, epoch, 0
            self.best_weights = self.model.get_weights() if self.restore_best_weights else None
            return
        self.wait += 1
        if self.wait == max(1, self.patience):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
