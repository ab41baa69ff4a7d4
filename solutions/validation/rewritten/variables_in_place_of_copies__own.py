"""Wrong idea: the list of the model's variables is kept instead of copies of their values; style: zip and assign, split by index groups."""
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    groups = {}
    for i in rng.permutation(len(y)):
        groups.setdefault(int(y[i]), []).append(i)
    train, val = [], []
    for label in sorted(groups):
        members = groups[label]
        how_many = round(validation_fraction * len(members))
        val.extend(members[:how_many])
        train.extend(members[how_many:])
    train = rng.permutation(np.array(train, dtype=np.int64))
    val = rng.permutation(np.array(val, dtype=np.int64))
    return (np.take(x, train, axis=0), np.take(y, train)), (np.take(x, val, axis=0), np.take(y, val))


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int):
            raise ValueError("patience counts epochs: integers only")
        if patience < 0:
            raise ValueError("patience < 0")
        if min_delta < 0:
            raise ValueError("min_delta < 0")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.lowest = float("inf")
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.since_best = 0
        self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        value = logs.get(self.monitor) if logs else None
        if value is None:
            warnings.warn("EarlyStopping is idle because there is no " + self.monitor)
            return
        if value < self.lowest - self.min_delta:
            self.lowest = value
            self.best_epoch = epoch
            self.since_best = 0
            self.best_weights = list(self.model.weights)
        else:
            self.since_best += 1
            if self.since_best >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore_best_weights and self.best_weights is not None:
            for variable, best in zip(self.model.weights, self.best_weights):
                variable.assign(best)
