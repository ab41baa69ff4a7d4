"""
what.en = "A negative patience and a negative min_delta are accepted, and mean something that nobody intended."
what.ko = "음수인 patience와 min_delta를 받아들입니다. 그러면 아무도 뜻하지 않은 동작을 합니다."
try.en = "What does your callback do with patience=-1, and how would somebody who mistyped it find out?"
try.ko = "patience=-1이면 콜백이 무엇을 하나요? 잘못 적은 사람이 어떻게 알 수 있을까요?"
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
            self.best = value
            self.best_epoch = epoch
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()
        else:
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
