"""Wrong idea: best is the running minimum, so slow steady falls below min_delta never add up to an improvement; style: boolean mask for the split."""
import math
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    in_validation = np.zeros(len(y), dtype=bool)
    for c in np.unique(y):
        where = np.flatnonzero(y == c)
        rng.shuffle(where)
        k = int(round(len(where) * validation_fraction))
        in_validation[where[:k]] = True
    order = rng.permutation(len(y))
    val = order[in_validation[order]]
    train = order[~in_validation[order]]
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be 0, 1, 2, ..., received {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must not be negative, received {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.best = math.inf
        self.bad = 0
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.kept = None

    def on_epoch_end(self, epoch, logs=None):
        logs = logs or {}
        if self.monitor not in logs:
            warnings.warn(f"no {self.monitor} in the logs, early stopping does nothing")
            return
        now = logs[self.monitor]
        improved = now < self.best - self.min_delta
        if now < self.best:  # remember the lowest value of all
            self.best = now
        if improved:
            self.bad = 0
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.kept = self.model.get_weights()
            return
        self.bad += 1
        if self.bad >= max(1, self.patience):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.kept is not None:
            self.model.set_weights(self.kept)
