"""
what.en = "The best value follows every small fall: a loss that falls slowly but steadily never counts as improving."
what.ko = "최솟값이 조금만 낮아져도 따라 내려갑니다. 그래서 천천히 꾸준히 내려가는 손실은 개선으로 치지 않게 됩니다."
try.en = "min_delta is 1 and the losses are 8 7.5 6.75 6.25 5.5. By how much has the loss fallen since the last improvement?"
try.ko = "min_delta가 1이고 손실이 8 7.5 6.75 6.25 5.5입니다. 마지막 개선 이후 손실이 얼마나 내려갔나요?"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    train, val = [], []
    for label in np.unique(y):
        index = np.where(y == label)[0]
        rng.shuffle(index)
        n_val = int(round(len(index) * validation_fraction))
        val.extend(index[:n_val])
        train.extend(index[n_val:])
    rng.shuffle(train)
    rng.shuffle(val)
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be an integer >= 0, got {patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must be >= 0, got {min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs=None):
        self.best = np.inf
        self.best_epoch = 0
        self.best_weights = None
        self.stopped_epoch = 0
        self.wait = 0

    def on_epoch_end(self, epoch, logs=None):
        value = logs.get(self.monitor)
        if value is None:
            warnings.warn(f"{self.monitor} is not available, there are only {list(logs)}", stacklevel=2)
            return
        if value < self.best - self.min_delta:
            self.best_epoch = epoch
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
        else:
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True
        self.best = min(self.best, value)

    def on_train_end(self, logs=None):
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
