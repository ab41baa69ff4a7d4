from __future__ import annotations

import warnings

import keras
import numpy as np


def train_validation_split(
    x: np.ndarray, y: np.ndarray, validation_fraction: float = 0.2, seed: int = 0
) -> tuple[tuple[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Split labelled examples at random into a part to train on and a part to validate on.

    Stratified: each class gives its own share to the validation part. Every example is in exactly one of the two parts,
    beside its own label. Which examples go where, and in which order they come, depends on `seed` alone; classes are
    mixed in both parts.

    Args:
        x: array of n examples, (n, ...).
        y: array of n labels, (n,). Any integers; not necessarily 0, 1, 2, ...
        validation_fraction: share of the validation part, between 0 and 1. The count of each class in it is less than
            one example away from `validation_fraction` times the size of the class.
        seed: an integer. The same seed gives the same split.

    Returns:
        `(x_train, y_train), (x_val, y_val)`. `x`, `y` and the global random state stay as they are.
    """
    ### BEGIN SOLUTION
    rng = np.random.default_rng(seed)  # a generator of our own: the global one belongs to the caller
    train, validation = [], []
    for label in np.unique(y):
        members = rng.permutation(np.flatnonzero(y == label))
        count = round(validation_fraction * len(members))
        validation.append(members[:count])
        train.append(members[count:])
    train = rng.permutation(np.concatenate(train))  # without this the classes would come one after the other
    validation = rng.permutation(np.concatenate(validation))
    return (x[train], y[train]), (x[validation], y[validation])
    ### END SOLUTION


class EarlyStopping(keras.callbacks.Callback):
    """Stop the training when the monitored value no longer falls (Prechelt, 1998).

    Lower is better. An epoch improves when the value falls by more than `min_delta` below the best so far, which is the
    value of the last epoch that improved; the first epoch improves. NaN is never an improvement. Training stops at the
    end of the epoch that makes `max(patience, 1)` epochs in a row without improvement.

    Args:
        monitor: name of the value in `logs`. Where it is missing the callback warns and lets the training go on.
        patience: how many epochs in a row may pass without improvement, an integer >= 0. 0 means the same as 1.
        min_delta: a fall of this size or less is no improvement, a number >= 0.
        restore_best_weights: at the end of the training give the model back the weights that it had after the best
            epoch, whether the callback stopped it or it ended by itself.

    Attributes:
        stopped_epoch: the epoch, counted from 0, after which this callback stopped the training; 0 if it did not.
        best_epoch: the epoch, counted from 0, that was the last to improve.

    Each `fit` starts anew.

    Raises:
        ValueError: if `patience` is not an integer >= 0, or `min_delta` is negative. The message names the argument.
    """

    def __init__(
        self,
        monitor: str = "val_loss",
        patience: int = 0,
        min_delta: float = 0.0,
        restore_best_weights: bool = True,
    ) -> None:
        super().__init__()
        ### BEGIN SOLUTION
        if not isinstance(patience, int) or patience < 0:
            raise ValueError(f"patience must be an integer >= 0, received patience={patience}")
        if min_delta < 0:
            raise ValueError(f"min_delta must be >= 0, received min_delta={min_delta}")
        self.monitor = monitor
        self.patience = patience
        self.min_delta = min_delta
        self.restore_best_weights = restore_best_weights
        ### END SOLUTION

    def on_train_begin(self, logs: dict | None = None) -> None:
        """Called by `fit` before the first epoch. `self.model` is the model."""
        ### BEGIN SOLUTION
        self.best = float("inf")
        self.best_epoch = 0
        self.best_weights = None
        self.stopped_epoch = 0
        self.wait = 0  # epochs in a row without improvement
        ### END SOLUTION

    def on_epoch_end(self, epoch: int, logs: dict | None = None) -> None:
        """Called after each epoch, counted from 0. `logs` maps names to values, such as "loss" and "val_loss".

        `self.model.stop_training = True` ends the training after this epoch.
        """
        ### BEGIN SOLUTION
        value = (logs or {}).get(self.monitor)
        if value is None:
            warnings.warn(f"EarlyStopping monitors {self.monitor!r}, which is not in {sorted(logs or {})}", stacklevel=2)
            return
        if value < self.best - self.min_delta:  # False for NaN
            self.best = value
            self.best_epoch = epoch
            self.wait = 0
            if self.restore_best_weights:
                self.best_weights = self.model.get_weights()  # copies
        else:
            self.wait += 1
            if self.wait >= max(self.patience, 1):
                self.stopped_epoch = epoch
                self.model.stop_training = True
        ### END SOLUTION

    def on_train_end(self, logs: dict | None = None) -> None:
        """Called by `fit` after the last epoch, whatever ended the training."""
        ### BEGIN SOLUTION
        if self.best_weights is not None:
            self.model.set_weights(self.best_weights)
        ### END SOLUTION
