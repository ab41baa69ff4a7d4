"""Wrong idea: the best weights are restored in on_epoch_end when training is stopped, not when all epochs were run; style: everything in on_epoch_end with early returns."""
import warnings

import keras
import numpy as np


def _split_one_class(members, fraction, rng):
    members = rng.permutation(members)
    n = round(fraction * members.size)
    return members[n:], members[:n]


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    pairs = [_split_one_class(np.flatnonzero(y == c), validation_fraction, rng) for c in sorted(set(y.tolist()))]
    train = np.concatenate([p[0] for p in pairs])
    val = np.concatenate([p[1] for p in pairs])
    train = train[rng.permutation(train.size)]
    val = val[rng.permutation(val.size)]
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        if not isinstance(patience, int) or isinstance(patience, bool) or patience < 0:
            raise ValueError(f"patience is {patience}, but must be an integer >= 0")
        if min_delta < 0:
            raise ValueError(f"min_delta is {min_delta}, but must be >= 0")
        super().__init__()
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.wait = 0
        self.stopped_epoch = 0
        self.best = np.inf
        self.best_epoch = 0
        self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        current = (logs or {}).get(self.monitor)
        if current is None:
            warnings.warn(f"'{self.monitor}' is missing, cannot stop early", stacklevel=2)
            return

        if np.less(current, self.best - self.min_delta):
            self.best = current
            self.best_epoch = epoch
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
            return

        self.wait += 1
        if self.wait < max(self.patience, 1):
            return
        self.stopped_epoch = epoch
        self.model.stop_training = True
        if self.restore_best_weights and self.best_weights is not None:
            self.model.set_weights(self.best_weights)
