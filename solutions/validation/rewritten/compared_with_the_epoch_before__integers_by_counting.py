"""Compared with the epoch before, written in the style of the alternative `integers_by_counting`."""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    labels, counts = np.unique(y, return_counts=True)
    lacking = {label: int(np.floor(count * validation_fraction)) for label, count in zip(labels, counts, strict=True)}
    train, validation = [], []
    for i in np.random.default_rng([seed, 17]).permutation(len(y)):
        if lacking[y[i]] > 0:
            lacking[y[i]] -= 1
            validation.append(i)
        else:
            train.append(i)
    # What comes first is taken for validation: mix once more, so that the last ones are not all of the training part.
    train = np.random.default_rng([seed, 18]).permutation(train)
    return (x[train], y[train]), (x[validation], y[validation])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        for name, value in (("patience", patience), ("min_delta", min_delta)):
            if value < 0 or (name == "patience" and value != int(value)):
                raise ValueError(f"{name} must not be negative, and patience is an integer: {name} = {value}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.patience_left = max(self.patience, 1)
        self.threshold = np.inf
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.saved = None

    def on_epoch_end(self, epoch, logs=None):
        if (value := logs.get(self.monitor)) is None:
            warnings.warn(self.monitor + " is missing", stacklevel=2)
            return
        better = value < self.threshold
        self.threshold = value - self.min_delta
        if better:
            self.best_epoch = epoch
            self.patience_left = max(self.patience, 1)
            if self.restore_best_weights:
                self.saved = [np.copy(weight) for weight in self.model.get_weights()]
        else:
            self.patience_left -= 1
        if self.patience_left == 0:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.saved is not None:
            self.model.set_weights(self.saved)
