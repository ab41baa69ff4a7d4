"""
what.en = "The global generator of NumPy is seeded: what the rest of the program draws from now on depends on this call."
what.ko = "NumPy의 전역 생성기에 시드를 줍니다. 이제부터 프로그램의 다른 부분이 뽑는 난수가 이 호출에 좌우됩니다."
try.en = "Draw np.random.rand() after a call with seed 1, twice. Is it still random?"
try.ko = "시드 1로 호출한 다음 np.random.rand()를 뽑는 일을 두 번 해 보세요. 여전히 무작위인가요?"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    np.random.seed(seed)
    train, val = [], []
    for label in np.unique(y):
        index = np.where(y == label)[0]
        np.random.shuffle(index)
        n_val = int(round(len(index) * validation_fraction))
        val.extend(index[:n_val])
        train.extend(index[n_val:])
    np.random.shuffle(train)
    np.random.shuffle(val)
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
