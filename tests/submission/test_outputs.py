"""The outputs of a notebook are taken out of its bytes, and nothing else is."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deepclinic.grading import intake
from deepclinic.submission.outputs import without_outputs

TRICKY = ['"outputs": [', '\\"outputs\\": [1', "]", '"', "\\", '\\\\"outputs":[', "}]", "한글"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(TRICKY) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["outputs", "source", "a\\", '"outputs"']), inner, max_size=3)
    ),
    max_leaves=12,
)


def _emptied(value):
    if isinstance(value, dict):
        return {
            key: [] if key == "outputs" and isinstance(inner, list) else _emptied(inner) for key, inner in value.items()
        }
    return [_emptied(inner) for inner in value] if isinstance(value, list) else value


@given(VALUES, st.sampled_from([None, 1]))
def test_every_list_under_outputs_becomes_empty_and_all_else_stays(value, indent):
    assert json.loads(without_outputs(json.dumps(value, indent=indent).encode())) == _emptied(value)


@given(st.binary(max_size=60) | st.text(alphabet='"outps: []\\{},').map(str.encode))
def test_what_is_no_json_is_no_error(data):
    without_outputs(data)


def test_a_notebook_too_large_only_by_its_outputs_is_read(tmp_path):
    path = tmp_path / "relu.ipynb"
    cell = {"cell_type": "code", "source": "x = 1", "outputs": [{"text": ["y" * 99] * 210_000}]}
    path.write_text(json.dumps({"cells": [cell]}))
    assert path.stat().st_size > intake.MAX_BYTES
    assert json.loads(intake.read_submission(path)) == {"cells": [cell | {"outputs": []}]}


def test_one_too_large_without_them_says_so(tmp_path):
    path = tmp_path / "relu.ipynb"
    path.write_bytes(b" " * (intake.MAX_BYTES + 1))
    with pytest.raises(intake.Unreadable, match="20 MB"):
        intake.read_submission(path)
