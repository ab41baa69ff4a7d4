"""
idea.en = "one shuffle, then each example's rank within its class decides; stopping by the distance from the best epoch"
idea.ko = "한 번 섞은 뒤 클래스 안의 순위로 나누고, 가장 좋았던 에포크와의 거리로 멈추기"
"""

from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(x, y, validation_fraction=0.2, seed=0):
    order = np.random.default_rng(seed).permutation(len(y))
    labels = np.asarray(y)[order]
    by_class = np.argsort(labels, kind="stable")
    _, class_of, sizes = np.unique(labels, return_inverse=True, return_counts=True)
    starts = np.repeat(np.cumsum(sizes) - sizes, sizes)
    rank = np.empty(len(labels), int)
    rank[by_class] = np.arange(len(labels)) - starts
    quota = np.floor(sizes * validation_fraction)[class_of]
    in_validation = rank < quota
    train, validation = order[~in_validation], order[in_validation]
    return (x[train], y[train]), (x[validation], y[validation])


class EarlyStopping(keras.callbacks.Callback):
    def __init__(self, monitor="val_loss", patience=0, min_delta=0.0, restore_best_weights=True):
        super().__init__()
        if int(patience) != patience or patience < 0:
            raise ValueError("patience has to be an integer that is not negative")
        if min_delta < 0:
            raise ValueError("min_delta has to be a number that is not negative")
        self.monitor, self.patience = monitor, max(int(patience), 1)
        self.min_delta, self.restore_best_weights = min_delta, restore_best_weights

    def on_train_begin(self, logs=None):
        self.stopped_epoch = self.best_epoch = 0
        self.best = self.best_weights = None

    def on_epoch_end(self, epoch, logs=None):
        if self.monitor not in (logs or {}):
            warnings.warn(f"no {self.monitor} in the logs", RuntimeWarning, stacklevel=1)
            return
        if self.best is None or logs[self.monitor] + self.min_delta < self.best:
            self.best, self.best_epoch = logs[self.monitor], epoch
            self.best_weights = [np.array(weight) for weight in self.model.weights]
        elif epoch - self.best_epoch >= self.patience:
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs=None):
        if self.restore_best_weights and self.best_weights:
            self.model.set_weights(self.best_weights)
