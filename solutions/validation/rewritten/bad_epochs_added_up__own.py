"""Wrong idea: the counter of bad epochs is never set back after an improvement; style: private methods, split of a shuffled index."""
import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    generator = np.random.default_rng(seed)
    shuffled = generator.permutation(y.shape[0])
    labels = y[shuffled]
    validation_positions = []
    for label in set(labels.tolist()):
        positions = np.where(labels == label)[0]
        count = int(validation_fraction * len(positions) + 0.5)
        validation_positions.extend(positions[:count])
    is_validation = np.isin(np.arange(len(labels)), validation_positions)
    train_index = shuffled[~is_validation]
    val_index = shuffled[is_validation]
    return (x[train_index], y[train_index]), (x[val_index], y[val_index])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        self._check(patience, min_delta)
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def _check(self, patience, min_delta):
        if not isinstance(patience, int) or patience < 0:
            raise ValueError("patience: an integer >= 0, please")
        if not min_delta >= 0:
            raise ValueError("min_delta: a number >= 0, please")

    def _reset(self):
        self.best = None
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.without_improvement = 0
        self._weights = None

    def on_train_begin(self, logs=None):
        self._reset()

    def _is_better(self, value):
        if self.best is None:
            return True
        return value < self.best - self.min_delta

    def on_epoch_end(self, epoch, logs=None):
        value = None if logs is None else logs.get(self.monitor)
        if value is None:
            warnings.warn(f"{self.monitor} is not available")
        elif self._is_better(value):
            self.best = value
            self.best_epoch = epoch
            if self.restore_best_weights:
                self._weights = self.model.get_weights()
        else:
            self.without_improvement += 1
            if self.without_improvement >= self.patience or self.patience == 0:
                self.stopped_epoch = epoch
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore_best_weights and self._weights is not None:
            self.model.set_weights(self._weights)
