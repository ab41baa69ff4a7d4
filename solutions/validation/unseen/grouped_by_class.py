"""Wrong idea: shuffling within each class is enough, the parts stay sorted by class; style: lists of arrays, concatenate."""
from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    random = np.random.RandomState(seed)
    x_train, y_train, x_val, y_val = [], [], [], []
    for c in sorted(set(y.tolist())):
        # one class: take out, shuffle, cut
        x_c, y_c = x[y == c], y[y == c]
        order = random.permutation(len(y_c))
        x_c, y_c = x_c[order], y_c[order]
        cut = int(np.round(len(y_c) * validation_fraction))
        x_val.append(x_c[:cut])
        y_val.append(y_c[:cut])
        x_train.append(x_c[cut:])
        y_train.append(y_c[cut:])
    joined = [np.concatenate(part) for part in (x_train, y_train, x_val, y_val)]
    return (joined[0], joined[1]), (joined[2], joined[3])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True) -> None:
        super().__init__()
        if not isinstance(patience, (int, np.integer)) or patience < 0:
            raise ValueError("patience must be an integer and >= 0, but is " + repr(patience))
        if min_delta < 0:
            raise ValueError("min_delta must be >= 0, but is " + repr(min_delta))
        self.monitor, self.patience = monitor, patience
        self.min_delta, self.restore = min_delta, restore_best_weights
        self.stopped_epoch = self.best_epoch = 0

    def on_train_begin(self, logs=None) -> None:
        self.best_value = None
        self.best_weights = None
        self.stopped_epoch = self.best_epoch = 0
        self.since = 0

    def improved(self, value):
        if self.best_value is None:
            return True
        return value < self.best_value - self.min_delta  # False for NaN

    def on_epoch_end(self, epoch, logs=None) -> None:
        try:
            value = logs[self.monitor]
        except (KeyError, TypeError):
            warnings.warn(f"no value named {self.monitor}", stacklevel=2)
            return
        if self.improved(value):
            self.best_value = value
            self.best_epoch = epoch
            self.since = 0
            if self.restore:
                self.best_weights = self.model.get_weights()
        else:
            self.since += 1
        if self.since >= max(self.patience, 1):
            self.model.stop_training = True
            self.stopped_epoch = epoch

    def on_train_end(self, logs=None) -> None:
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
