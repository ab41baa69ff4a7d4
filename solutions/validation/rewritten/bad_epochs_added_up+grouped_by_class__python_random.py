"""Bad epochs added up and grouped by class, written in the style of the alternative `python_random`."""

from __future__ import annotations

import math
import random
import warnings
from collections import defaultdict

import keras


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = random.Random(seed)
    members = defaultdict(list)
    for i, label in enumerate(y.tolist()):
        members[label].append(i)
    train, validation = [], []
    for numbers in members.values():
        chosen = set(rng.sample(numbers, math.ceil(validation_fraction * len(numbers) - 1e-9)))
        for number in numbers:
            (validation if number in chosen else train).append(number)
    return (x[train], y[train]), (x[validation], y[validation])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if type(patience) is not int or patience < 0:
            raise ValueError(f"patience={patience}")
        if not min_delta >= 0:
            raise ValueError(f"min_delta={min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.best = math.inf
        self.best_epoch = self.stopped_epoch = self.bad_epochs = 0
        self.kept = None

    def on_epoch_end(self, epoch, logs=None):
        value = logs.get(self.monitor)
        if value is None:
            warnings.warn(f"there is no {self.monitor}", stacklevel=2)
        elif self.best - value > self.min_delta:
            self.best, self.best_epoch = value, epoch
            self.kept = self.model.get_weights()
        else:
            self.bad_epochs += 1
            if self.bad_epochs >= self.patience:
                self.stopped_epoch = epoch
                self.model.stop_training = True
                self.put_back()

    def on_train_end(self, logs=None):
        self.put_back()

    def put_back(self):
        if self.restore_best_weights and self.kept is not None:
            self.model.set_weights(self.kept)
