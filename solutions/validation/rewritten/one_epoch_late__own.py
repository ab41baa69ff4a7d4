"""Wrong idea: training stops when the count exceeds patience, one epoch after it reached it; style: dictionary of parts, RandomState, try/except for the log."""
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.RandomState(seed)  # own state, not np.random.seed
    parts = {"train": [], "val": []}
    for label in np.unique(y):
        index = np.nonzero(y == label)[0]
        index = index[rng.permutation(len(index))]
        n = int(np.floor(validation_fraction * len(index)))
        parts["val"] += list(index[:n])
        parts["train"] += list(index[n:])
    for name in parts:
        rng.shuffle(parts[name])
    train = np.array(parts["train"], dtype=int)
    val = np.array(parts["val"], dtype=int)
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, (int, np.integer)) or patience < 0:
            raise ValueError(f"patience={patience!r} is not allowed")
        if min_delta < 0:
            raise ValueError(f"min_delta={min_delta!r} is not allowed")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.best = np.inf
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.best_weights = None
        self.count = 0

    def on_epoch_end(self, epoch, logs=None):
        try:
            current = logs[self.monitor]
        except (KeyError, TypeError):
            warnings.warn(f"EarlyStopping: cannot find {self.monitor}")
            return
        if current < self.best - self.min_delta:
            self.best = current
            self.best_epoch = epoch
            self.count = 0
            if self.restore_best_weights:
                self.best_weights = [np.copy(w) for w in self.model.get_weights()]
        else:
            self.count = self.count + 1

        patience = max(self.patience, 1)
        if self.count > patience:  # more than we have patience for
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.best_weights:
            self.model.set_weights(self.best_weights)
