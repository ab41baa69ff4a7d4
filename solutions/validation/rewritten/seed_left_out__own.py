"""Wrong idea: the seed is taken and never used; style: argsort of random keys, list of booleans."""

from __future__ import annotations

import warnings

import keras
import numpy as np
from keras import ops


def _shuffled(indices, generator):
    keys = generator.random(len(indices))
    return np.asarray(indices, dtype=int)[np.argsort(keys)]


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    generator = np.random.default_rng()  # our own generator, the global one is not touched
    groups = {}
    for i, label in enumerate(y):
        groups.setdefault(int(label), []).append(i)

    train, val = [], []
    for members in groups.values():
        members = _shuffled(members, generator).tolist()
        n_val = round(validation_fraction * len(members))
        val += members[:n_val]
        train += members[n_val:]
    train = _shuffled(train, generator)
    val = _shuffled(val, generator)
    return (x[train], y[train]), (x[val], y[val])


class EarlyStopping(keras.callbacks.Callback):
    """Stop when nothing gets better any more."""

    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience: integer >= 0 wanted, {patience} given")
        if min_delta < 0:
            raise ValueError(f"min_delta: number >= 0 wanted, {min_delta} given")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights

    def on_train_begin(self, logs: dict | None = None) -> None:
        self.history = []
        self.best = float("inf")
        self.best_epoch = 0
        self.stopped_epoch = 0
        self.snapshot = None

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        value = (logs or {}).get(self.monitor, None)
        if value is None:
            warnings.warn(f"{self.monitor} is missing, early stopping does nothing", stacklevel=2)
            return
        improved = bool(value < self.best - self.min_delta)
        self.history.append(improved)
        if improved:
            self.best = value
            self.best_epoch = epoch
            if self.restore_best_weights:
                self.snapshot = [np.array(ops.convert_to_numpy(v)) for v in self.model.weights]
            return
        limit = max(self.patience, 1)
        recent = self.history[-limit:]
        if len(recent) == limit and not any(recent):
            self.stopped_epoch = epoch
            self.model.stop_training = True

    def on_train_end(self, logs: dict | None = None) -> None:
        if self.snapshot is None:
            return
        for variable, value in zip(self.model.weights, self.snapshot):
            variable.assign(value)
