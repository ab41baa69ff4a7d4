"""
idea.en = "a random number for each example, sorted within each class; the whole history kept and looked through"
idea.ko = "예제마다 난수를 주고 클래스 안에서 정렬하기, 그리고 값을 모두 적어 두고 되짚어 보기"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.RandomState(seed)
    lot = rng.rand(len(y))
    validation = np.zeros(len(y), bool)
    for label in sorted(set(y.ravel().tolist())):
        mask = y == label
        size = int(validation_fraction * mask.sum())
        if size:
            validation[mask] = lot[mask] <= np.sort(lot[mask])[size - 1]
    shuffled = rng.permutation(len(y))
    train, held_out = shuffled[~validation[shuffled]], shuffled[validation[shuffled]]
    return (np.take(x, train, axis=0), y[train]), (np.take(x, held_out, axis=0), y[held_out])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be an integer and not negative: {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must not be negative: {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.values = []
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.weights_of_best = []

    def on_epoch_end(self, epoch, logs=None):
        if self.monitor not in logs:
            warnings.warn(f"EarlyStopping cannot find {self.monitor}", stacklevel=2)
            return
        self.values.append((epoch, logs[self.monitor]))
        best, best_epoch, since = self.values[0][1], self.values[0][0], 0
        for number, value in self.values[1:]:
            if value < best - self.min_delta:
                best, best_epoch, since = value, number, 0
            else:
                since += 1
        self.best_epoch = best_epoch
        if best_epoch == epoch:
            self.weights_of_best = self.model.get_weights()
        if since and since >= self.patience:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore_best_weights and self.weights_of_best:
            self.model.set_weights(self.weights_of_best)
