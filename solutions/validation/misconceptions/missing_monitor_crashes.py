"""
what.en = "When the monitored value is not there, the callback raises an error and the training is lost."
what.ko = "지켜볼 값(`monitor`)이 없으면 콜백이 오류를 내고 학습이 사라집니다."
try.en = "Call `fit` without validation data. What would be more useful than an error after the first epoch?"
try.ko = "검증 데이터 없이 `fit`을 호출해 보세요. 첫 에포크 뒤의 오류보다 더 쓸모 있는 것은 무엇일까요?"
"""

from __future__ import annotations

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
        value = logs[self.monitor]
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
