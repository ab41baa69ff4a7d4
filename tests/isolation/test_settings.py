"""What a user may set for the workers, and that nothing else of the environment reaches them."""

from __future__ import annotations

import pytest

from deepclinic.errors import DeepclinicError
from deepclinic.grading.expected import environment as depends_on
from deepclinic.isolation.process import environment

POOLS = ("TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS")
BLAS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""Their threads start when NumPy is imported, and a process that has several must not fork."""


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("DEEPCLINIC_THREADS", "TF_ENABLE_ONEDNN_OPTS"):
        monkeypatch.delenv(name, raising=False)


def test_one_thread_where_nothing_is_set_whatever_the_caller_has_for_itself(monkeypatch):
    monkeypatch.setenv("OMP_NUM_THREADS", "8")
    found = environment("/home")
    assert {found[name] for name in (*POOLS, *BLAS)} == {"1"}
    assert "TF_ENABLE_ONEDNN_OPTS" not in found


def test_threads_and_onednn_are_handed_on(monkeypatch):
    monkeypatch.setenv("DEEPCLINIC_THREADS", "2")
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "0")
    found = environment("/home")
    assert {found[name] for name in POOLS} == {"2"} and {found[name] for name in BLAS} == {"1"}
    assert found["TF_ENABLE_ONEDNN_OPTS"] == "0" and "DEEPCLINIC_THREADS" not in found


@pytest.mark.parametrize("value", ["0", "two", "", "-1"])
def test_a_number_of_threads_that_is_none_is_refused(monkeypatch, value):
    monkeypatch.setenv("DEEPCLINIC_THREADS", value)
    with pytest.raises(DeepclinicError, match="DEEPCLINIC_THREADS"):
        environment("/home")


def test_what_is_kept_is_kept_for_these_settings_only(monkeypatch):
    depends_on.cache_clear()
    usual = depends_on("relu")
    monkeypatch.setenv("DEEPCLINIC_THREADS", "2")
    depends_on.cache_clear()
    assert depends_on("relu") != usual
    depends_on.cache_clear()
