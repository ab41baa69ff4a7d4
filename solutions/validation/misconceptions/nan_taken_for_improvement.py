"""
what.en = "NaN counts as an improvement and becomes the best value; from then on every comparison with the best is False."
what.ko = "NaN을 개선으로 치고 최솟값으로 삼습니다. 그 뒤로 최솟값과의 비교는 모두 False입니다."
try.en = "Try `float('nan') >= 1.0`. Which branch of yours does NaN end up in?"
try.ko = "`float('nan') >= 1.0`을 실행해 보세요. NaN은 어느 분기로 가나요?"
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
        if value >= self.best - self.min_delta:
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True
            return
        self.best = value
        self.best_epoch = epoch
        self.wait = 0
        if self.restore_best_weights:
            self.best_weights = self.model.get_weights()

    def on_train_end(self, logs=None):
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
