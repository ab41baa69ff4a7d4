"""Data for the lessons: the UCI digits from a file that comes with the course, two more sets through Keras.

    from deepclinic.datasets import digits
    (x_train, y_train), (x_test, y_test) = digits()

or, by name, `data = digits(); model.fit(*data.train, validation_data=data.test)`.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tomllib
from pathlib import Path
from typing import NamedTuple

import numpy as np

from deepclinic import paths
from deepclinic.errors import DeepclinicError
from deepclinic.text import Text

DIGITS_TRAIN = 1197
"""How many of the 1,797 digits are for training; the other 600 are for testing."""


class Examples(NamedTuple):
    """Inputs `x` (float32, one example per row) and class numbers `y` (int64)."""

    x: np.ndarray
    y: np.ndarray


class Split(NamedTuple):
    """A data set in two parts; unpacks like those of `keras.datasets`."""

    train: Examples
    test: Examples


def digits(split: bool = True, seed: int = 0, standardize: bool = False) -> Split | Examples:
    """Return the 1,797 handwritten digits of the UCI repository, 8 × 8 pixels, flattened row by row.

    Args:
        split: 1,197 to train and 600 to test; else all of them in one piece.
        seed: shuffles before the split. The same seed gives the same parts.
        standardize: take the mean of each pixel off, then divide all pixels by one common standard deviation (pixels
            that are 0 in every digit have none of their own). Both come from the training part alone.

    Returns:
        `Split(train, test)` with x of shape (1197, 64) and (600, 64), y of shape (1197,) and (600,); without `split`
        one `Examples` with x (1797, 64), y (1797,). Pixels are float32, in [0, 1] unless they are standardized.

    Raises:
        DeepclinicError: the data file is missing or has changed.

    Source: Alpaydin and Kaynak (1998), https://doi.org/10.24432/C50P49, CC BY 4.0.
    """
    table = _digits_table()
    table = table[np.random.default_rng(seed).permutation(len(table))]
    x, y = (table[:, :-1] / 16).astype(np.float32), table[:, -1]
    if standardize:
        train = x[:DIGITS_TRAIN].astype(np.float64)
        mean = train.mean(axis=0)
        x = ((x - mean) / (train - mean).std()).astype(np.float32)
    if not split:
        return Examples(x, y)
    return Split(Examples(x[:DIGITS_TRAIN], y[:DIGITS_TRAIN]), Examples(x[DIGITS_TRAIN:], y[DIGITS_TRAIN:]))


def fashion_mnist() -> Split:
    """Return Zalando's 60,000 + 10,000 images of clothes, pixels in [0, 1]: x `(n, 28, 28)`, y `(n,)`.

    Keras fetches them once. Source: Xiao, Rasul and Vollgraf (2017), arXiv:1708.07747, MIT license.
    """
    from keras.datasets import fashion_mnist as source

    names = ("train-labels-idx1-ubyte.gz", "train-images-idx3-ubyte.gz")
    names += ("t10k-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz")
    return _through_keras(source, "fashion_mnist", [f"datasets/fashion-mnist/{name}" for name in names])


def cifar10() -> Split:
    """Return the 50,000 + 10,000 colour images of CIFAR-10, pixels in [0, 1]: x `(n, 32, 32, 3)`, y `(n,)`.

    Keras fetches them once. Source: Krizhevsky (2009), Learning Multiple Layers of Features from Tiny Images.
    """
    from keras.datasets import cifar10 as source

    return _through_keras(source, "cifar10", ["datasets/cifar-10-batches-py-target_archive"])


def _digits_table() -> np.ndarray:
    return np.loadtxt(gzip.decompress(_verified("digits")).decode("ascii").splitlines(), delimiter=",", dtype=np.int64)


def _verified(name: str) -> bytes:
    """Return the bytes of a data file that comes with the course, after comparing its SHA-256."""
    facts = tomllib.loads((paths.datasets_root() / f"{name}.toml").read_text(encoding="utf-8"))
    file = paths.datasets_root() / facts["file"]
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DeepclinicError(
            Text(
                f"The data file {file} cannot be read ({error.strerror}). Install deepclinic again, or put there "
                f"{facts['obtained']}.",
                f"데이터 파일 {file} 을(를) 읽을 수 없습니다 ({error.strerror}). deepclinic을 다시 설치하세요.",
            )
        ) from error
    found = hashlib.sha256(data).hexdigest()
    if found != facts["sha256"]:
        raise DeepclinicError(
            Text(
                f"The data file {file} has changed: its SHA-256 is {found}, it should be {facts['sha256']}. "
                "Install deepclinic again, or take the file from the repository.",
                f"데이터 파일 {file} 이(가) 바뀌었습니다. SHA-256이 {found} 인데 {facts['sha256']} 이어야 합니다. "
                "deepclinic을 다시 설치하거나 저장소에서 파일을 다시 받으세요.",
            )
        )
    return data


def _through_keras(source, name: str, files: list[str]) -> Split:
    try:
        (x_train, y_train), (x_test, y_test) = source.load_data()
    except Exception as error:  # Keras raises bare Exception when the download fails
        places = "\n  ".join(str(_keras_home() / file) for file in files)
        raise DeepclinicError(
            Text(
                f"Keras could not fetch {name} ({error}).\nWithout a network, fetch it elsewhere with "
                f"`keras.datasets.{name}.load_data()` and copy it from there to:\n  {places}",
                f"Keras가 {name} 데이터를 받지 못했습니다 ({error}).\n네트워크가 없다면 다른 컴퓨터에서 "
                f"`keras.datasets.{name}.load_data()` 로 받은 뒤 다음 위치에 복사하세요:\n  {places}",
            )
        ) from error
    return Split(_examples(x_train, y_train), _examples(x_test, y_test))


def _examples(x: np.ndarray, y: np.ndarray) -> Examples:
    return Examples((x / 255).astype(np.float32), y.reshape(-1).astype(np.int64))


def _keras_home() -> Path:
    return Path(os.environ.get("KERAS_HOME") or Path.home() / ".keras")
