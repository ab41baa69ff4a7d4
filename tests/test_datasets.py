from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tomllib

import numpy as np
import pytest

from deepclinic import datasets, paths
from deepclinic.datasets import cifar10, digits, fashion_mnist
from deepclinic.errors import DeepclinicError


def test_the_digits_are_1197_to_train_and_600_to_test():
    data = digits()
    assert (data.train.x.shape, data.train.y.shape) == ((1197, 64), (1197,))
    assert (data.test.x.shape, data.test.y.shape) == ((600, 64), (600,))
    assert (data.train.x.dtype, data.train.y.dtype) == (np.float32, np.int64)
    assert (data.train.x.min(), data.train.x.max()) == (0, 1)
    assert set(data.train.y) == set(data.test.y) == set(range(10))


def test_the_parts_share_no_example_and_miss_none():
    (x_train, y_train), (x_test, y_test) = digits()
    whole = digits(split=False)
    np.testing.assert_array_equal(np.concatenate([x_train, x_test]), whole.x)
    np.testing.assert_array_equal(np.concatenate([y_train, y_test]), whole.y)
    unshuffled = datasets._digits_table()
    np.testing.assert_array_equal(np.sort(whole.y), np.sort(unshuffled[:, -1]))
    assert np.isclose(whole.x.sum() * 16, unshuffled[:, :-1].sum())


def test_the_seed_decides_the_split():
    np.testing.assert_array_equal(digits().train.y, digits(seed=0).train.y)
    assert (digits(seed=1).train.y != digits(seed=0).train.y).any()


def test_images_keep_their_labels_when_shuffled():
    def pairs(seed):
        return {(image.tobytes(), int(label)) for image, label in zip(*digits(False, seed), strict=True)}

    assert pairs(0) == pairs(5)


def test_standardized_digits_have_mean_0_and_one_common_deviation_on_the_training_part():
    plain, standard = digits(), digits(standardize=True)
    assert np.abs(standard.train.x.mean(axis=0)).max() < 1e-6
    assert np.isclose(standard.train.x.std(), 1, atol=1e-5)
    ratio = np.ptp(plain.train.x, axis=0).max() / np.ptp(standard.train.x, axis=0).max()
    difference = plain.test.x[0] - plain.test.x[1]
    np.testing.assert_allclose((standard.test.x[0] - standard.test.x[1]) * ratio, difference, atol=1e-5)


def test_every_data_file_is_described_and_has_its_checksum():
    described = {}
    for file in paths.datasets_root().glob("*.toml"):
        facts = tomllib.loads(file.read_text(encoding="utf-8"))
        described[facts["file"]] = facts["sha256"]
        assert facts["license"] and facts["origin"] and facts["citation"]
    found = {file for file in paths.datasets_root().iterdir() if file.suffix not in (".toml", ".md")}
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in found} == described


@pytest.fixture
def copied(tmp_path, monkeypatch):
    folder = shutil.copytree(paths.datasets_root(), tmp_path / "datasets")
    monkeypatch.setattr(paths, "datasets_root", lambda: folder)
    return folder


def test_a_changed_file_is_refused_by_name(copied):
    file = copied / "digits.csv.gz"
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(DeepclinicError, match="digits.csv.gz has changed"):
        digits()


def test_a_missing_file_is_named_with_the_cure(copied):
    (copied / "digits.csv.gz").unlink()
    with pytest.raises(DeepclinicError, match=r"digits.csv.gz cannot be read .*Install deepclinic again"):
        digits()


def test_the_digits_need_no_keras():
    code = "import sys; from deepclinic.datasets import digits; digits(); print('keras' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "False"


@pytest.mark.parametrize("load", [fashion_mnist, cifar10])
def test_without_a_network_the_error_names_the_files_and_their_places(load, monkeypatch, tmp_path):
    def no_network(*args, **kwargs):
        raise Exception("URL fetch failure")

    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    monkeypatch.setattr(f"keras.datasets.{load.__name__}.load_data", no_network)
    with pytest.raises(DeepclinicError, match=f"could not fetch {load.__name__}") as caught:
        load()
    for text in (caught.value.text.en, caught.value.text.ko):
        assert f"{tmp_path}/datasets/" in text


def test_what_keras_loads_becomes_floats_and_flat_labels(monkeypatch):
    images, labels = np.full((2, 32, 32, 3), 255, "uint8"), np.array([[3], [4]], "uint8")
    monkeypatch.setattr("keras.datasets.cifar10.load_data", lambda: ((images, labels), (images, labels)))
    (x, y), _ = cifar10()
    assert (x.dtype, x.max(), y.dtype, y.tolist()) == (np.float32, 1, np.int64, [3, 4])
