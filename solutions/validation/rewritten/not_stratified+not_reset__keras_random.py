"""Not stratified and not reset, written in the style of the alternative `keras_random`."""

from __future__ import annotations

import keras
import numpy as np
import tensorflow as tf


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    def shuffled(numbers, step):
        return np.asarray(keras.random.shuffle(np.asarray(numbers), seed=1000 * seed + step))

    order = shuffled(np.arange(len(y)), 0)
    cut = int(np.floor(validation_fraction * len(y) + 0.5))
    train, validation = order[cut:], order[:cut]
    return (x[train], y[train]), (x[validation], y[validation])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be an integer >= 0, not {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must be >= 0, not {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        self.wait = self.best_epoch = self.stopped_epoch = 0
        self.best = None
        self.copies = []

    def on_epoch_end(self, epoch, logs=None):
        value = (logs or {}).get(self.monitor)
        if value is None:
            tf.get_logger().warning("EarlyStopping: %s is missing", self.monitor)
            return
        self.wait += 1
        if self.best is None or value < self.best - self.min_delta:
            self.best, self.best_epoch, self.wait = value, epoch, 0
            self.copies = [tf.identity(variable.value) for variable in self.model.variables]
            return
        if self.wait >= self.patience:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore_best_weights and self.copies:
            for variable, copy in zip(self.model.variables, self.copies, strict=True):
                variable.assign(copy)
