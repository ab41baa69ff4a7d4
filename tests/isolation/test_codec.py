"""Frames carry plain data unchanged, and refuse everything else, at either end."""

from __future__ import annotations

import json
import struct

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from deepclinic.isolation import codec

DTYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32"]
ARRAYS = st.sampled_from([*DTYPES, "float64"]).flatmap(
    lambda dtype: hnp.arrays(dtype, hnp.array_shapes(min_dims=0, max_dims=5, min_side=0, max_side=4))
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**299), 10**299), st.floats(), TEXTS, st.binary(max_size=30), ARRAYS
)
VALUES = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4))
FRAMES = st.dictionaries(TEXTS, VALUES, max_size=5)


def same(left, right) -> bool:
    """Equal in type, dtype, shape and every bit."""
    if isinstance(left, np.ndarray):
        return left.dtype == right.dtype and left.shape == right.shape and left.tobytes() == right.tobytes()
    if type(left) is not type(right):
        return False
    if isinstance(left, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    return left == right or (left != left and right != right)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(frames=st.lists(FRAMES, max_size=3), cut=st.integers(1, 50))
def test_what_goes_in_comes_out_however_it_is_cut(frames, cut):
    data = b"".join(map(codec.encode, frames))
    decoder = codec.Decoder(len(data))
    found = [frame for at in range(0, len(data), cut) for frame in decoder.feed(data[at : at + cut])]
    assert same(found, frames)
    assert not decoder.incomplete


@settings(max_examples=300, deadline=None, derandomize=True)
@given(frame=FRAMES, data=st.data())
def test_damaged_bytes_are_malformed_or_another_frame_never_another_error(frame, data):
    damaged = bytearray(codec.encode(frame))
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(codec.decode(bytes(damaged)), dict)
    except codec.Malformed:
        pass


@settings(max_examples=200, deadline=None, derandomize=True)
@given(noise=st.binary(max_size=200))
def test_noise_is_no_frame(noise):
    try:
        list(codec.Decoder(1000).feed(noise))
    except codec.Malformed:
        pass


def framed(header: bytes, buffers: bytes = b"") -> bytes:
    return struct.pack("<II", 4 + len(header) + len(buffers), len(header)) + header + buffers


@pytest.mark.parametrize(
    "data",
    {
        "no dict on top": framed(b"[]"),
        "no JSON": framed(b"{"),
        "not ASCII": framed('{"d":{"é":1}}'.encode()),
        "a bare dict": framed(b'{"x":1}'),
        "two kinds at once": framed(b'{"d":{},"b":0}'),
        "a key twice": framed(b'{"d":{"x":1,"x":2}}'),
        "an unknown dtype": framed(b'{"d":{"x":{"a":["object",[1]]}}}', b"\0" * 8),
        "a structured dtype": framed(b'{"d":{"x":{"a":["i4,i4",[1]]}}}', b"\0" * 8),
        "a negative dimension": framed(b'{"d":{"x":{"a":["int8",[-1]]}}}', b"\0"),
        "a boolean dimension": framed(b'{"d":{"x":{"a":["int8",[true]]}}}', b"\0"),
        "a float dimension": framed(b'{"d":{"x":{"a":["int8",[1.0]]}}}', b"\0"),
        "a huge array without its bytes": framed(b'{"d":{"x":{"a":["float64",[2147483647,2147483647]]}}}', b"\0"),
        "a huge array of no bytes": framed(b'{"d":{"x":{"a":["float64",[0,' + b"2147483647," * 12 + b"1]]}}}"),
        "too many dimensions": framed(b'{"d":{"x":{"a":["int8",[' + b"1," * 70 + b"1]]}}}", b"\0"),
        "a buffer left over": framed(b'{"d":{}}', b"\0"),
        "a negative length": framed(b'{"d":{"x":{"b":-1}}}'),
        "a boolean of 2": framed(b'{"d":{"x":{"a":["bool",[1]]}}}', b"\2"),
        "a lone surrogate": framed(b'{"d":{"x":"\\ud800"}}'),
        "a number of 5,000 digits": framed(b'{"d":{"x":' + b"9" * 5000 + b"}}"),
        "nested 100,000 deep": framed(b'{"d":{"x":' + b"[" * 100_000 + b"]" * 100_000 + b"}}"),
        "nested 20 deep": framed(b'{"d":{"x":' + b"[" * 20 + b"]" * 20 + b"}}"),
        "a million values": framed(b'{"d":{"x":[' + b"1," * 1_000_000 + b"1]}}"),
        "a frame of 4 GB": struct.pack("<II", 2**32 - 1, 10) + b"x" * 10,
        "a header longer than its frame": struct.pack("<II", 10, 11) + b"x" * 20,
        "a frame shorter than its own length": struct.pack("<II", 0, 0),
    }.items(),
    ids=lambda item: item[0].replace(" ", "-"),
)
def test_malformed(data):
    with pytest.raises(codec.Malformed):
        codec.decode(data[1])


def test_a_stream_has_a_limit_even_if_each_frame_is_small():
    frame = codec.encode({"x": 1})
    decoder = codec.Decoder(10 * len(frame))
    with pytest.raises(codec.TooMuchOutput):
        for _ in range(11):
            list(decoder.feed(frame))


class FakeInt(int):
    """An int that is not exactly an int."""


@pytest.mark.parametrize(
    "value",
    [
        object(), {1: 2}, {1, 2}, FakeInt(3), 10**301, np.array([object()]), np.array(["text"]), np.zeros(1, "c16"),
        np.zeros(1, [("a", "i4")]), np.zeros(1, "M8[s]"), "x" * 5_000_000, [0] * 300_000, np.zeros(2**26, "uint8"),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_is_not_plain_data_is_not_sent(value):
    with pytest.raises(codec.NotPlainData):
        codec.encode({"x": value})


def test_a_list_that_holds_itself_is_not_sent():
    loop: list = []
    loop.append(loop)
    with pytest.raises(codec.NotPlainData):
        codec.encode({"x": loop})


def test_frames_before_a_malformed_one_are_kept():
    found = []
    with pytest.raises(codec.Malformed):
        for frame in codec.Decoder(1000).feed(codec.encode({"x": 1}) + b"\xff" * 20):
            found.append(frame)
    assert found == [{"x": 1}]


def test_arrays_arrive_in_native_order_whatever_they_were():
    for array in (np.arange(6, dtype=">i4"), np.arange(12.0).reshape(3, 4)[::2, ::-1], np.float32(2.5)):
        found = codec.decode(codec.encode({"x": array}))["x"]
        assert found.dtype.isnative and found.flags.writeable
        np.testing.assert_array_equal(found, array)


def test_strings_that_no_terminal_could_print_are_made_printable():
    assert codec.decode(codec.encode({"x": "a\ud800b"})) == {"x": "a?b"}


def test_the_header_is_json_of_nothing_but_ascii():
    data = codec.encode({"한국어": "가"})
    assert json.loads(data[8:].decode("ascii")) == {"d": {"한국어": "가"}}


def test_many_small_frames_cannot_fill_the_judges_memory():
    frame = codec.encode({"x": [[]] * 150_000})
    decoder = codec.Decoder(100 * len(frame))
    with pytest.raises(codec.TooMuchOutput):
        for _ in range(10):
            list(decoder.feed(frame))
