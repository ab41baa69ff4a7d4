"""Wrong idea: np.random.seed(seed) is called, so the global generator of the caller is changed; style: np.random functions, sorted classes, short callback."""
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    np.random.seed(seed)  # makes the split reproducible
    train, val = [], []
    for label in np.unique(y):
        rows = np.argwhere(y == label).ravel()
        rows = np.random.permutation(rows)
        n_val = int(np.rint(validation_fraction * rows.shape[0]))
        val.append(rows[:n_val])
        train.append(rows[n_val:])
    train = np.random.permutation(np.hstack(train))
    val = np.random.permutation(np.hstack(val))
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    """stops when `monitor` did not fall for `patience` epochs"""

    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"wrong patience: {patience}")
        if min_delta < 0:
            raise ValueError(f"wrong min_delta: {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.target = float("inf")  # what the next epoch has to be below
        self.best_epoch, self.stopped_epoch = 0, 0
        self.left = max(self.patience, 1)
        self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        if logs is None or self.monitor not in logs:
            warnings.warn(f"I cannot watch {self.monitor}, it is not in the logs")
            return
        if logs[self.monitor] < self.target:
            self.target = logs[self.monitor] - self.min_delta
            self.best_epoch = epoch
            self.left = max(self.patience, 1)
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
        else:
            self.left -= 1
            if self.left <= 0:
                self.stopped_epoch = epoch
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
