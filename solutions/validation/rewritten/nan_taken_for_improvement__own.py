"""Wrong idea: the branch asks whether the value is not better, and NaN falls into the else; style: inverted condition, split by lexsort."""
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    n = len(y)
    # a random rank inside of each class
    keys = rng.random(n)
    order = np.lexsort((keys, y))
    labels, starts, counts = np.unique(y[order], return_index=True, return_counts=True)
    val = []
    for start, count in zip(starts, counts):
        val.append(order[start : start + int(round(count * validation_fraction))])
    val = np.concatenate(val)
    train = np.setdiff1d(np.arange(n), val)
    val = rng.permutation(val)
    train = rng.permutation(train)
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if type(patience) is not int or patience < 0:
            raise ValueError("patience has to be an int that is not negative")
        if min_delta < 0:
            raise ValueError("min_delta has to be not negative")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.best_value = float("inf")
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.wait = 0
        self.weights_of_best = None

    def on_epoch_end(self, epoch, logs=None):
        if not logs or self.monitor not in logs:
            warnings.warn(f"The value {self.monitor!r} does not exist.", RuntimeWarning)
            return
        value = logs[self.monitor]
        if value >= self.best_value - self.min_delta:
            # not better
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True
        else:
            self.wait = 0
            self.best_value = value
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.weights_of_best = self.model.get_weights()

    def on_train_end(self, logs=None):
        if self.weights_of_best is not None:
            self.model.set_weights(self.weights_of_best)
