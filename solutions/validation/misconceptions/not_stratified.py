"""
what.en = "The parts are drawn from all examples at once: how many of a class are in the validation part is left to chance."
what.ko = "전체 예제에서 한꺼번에 뽑아서, 검증 부분에 각 클래스가 몇 개 들어가는지가 우연에 맡겨집니다."
try.en = "Count the labels of the validation part for ten seeds. Does every class get the same number each time?"
try.ko = "시드 열 개에 대해 검증 부분의 레이블 수를 세어 보세요. 클래스마다 매번 같은 수가 들어 있나요?"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    rng = np.random.default_rng(seed)
    index = rng.permutation(len(x))
    n_val = int(round(len(x) * validation_fraction))
    val, train = index[:n_val], index[n_val:]
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
