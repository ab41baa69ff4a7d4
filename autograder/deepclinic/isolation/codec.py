"""Frames: how plain data crosses from a worker to the judge. What arrives is parsed as hostile input.

A frame is `<u32 length of the rest> <u32 length of the header> header buffers`. The header is JSON in which a list is
a list, a dict is {"d": {…}}, an array {"a": [dtype, shape]} and bytes {"b": length}; the raw buffers of arrays and
bytes follow in the order in which they are met. Nothing is ever unpickled, no object or structured array passes.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

_LENGTHS = struct.Struct("<II")
_DTYPES = {
    name: np.dtype(name).newbyteorder("<")
    for name in (
        "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
        "float16", "float32", "float64",
    )
}  # fmt: skip
_MAX_INT = 10**300
"""Larger integers would overflow when compared with a float."""


@dataclass(frozen=True)
class FrameLimits:
    """What one frame may hold."""

    frame_bytes: int = 64 * 2**20
    header_bytes: int = 8 * 2**20
    values: int = 200_000
    depth: int = 16
    ndim: int = 16
    string: int = 4_000_000


DEFAULT = FrameLimits()

TOTAL_VALUES = 1_000_000
"""Values in all frames of one worker together: a list of no bytes still takes sixty in the judge's memory."""


class CodecError(Exception):
    """The base of what can go wrong with a frame."""


class NotPlainData(CodecError):
    """A value that no frame can carry: an unknown type, or beyond a limit."""


class Malformed(CodecError):
    """Bytes that are no frame of ours."""


class TooMuchOutput(CodecError):
    """More bytes, or more values, than all frames together may have."""


def encode(frame: Mapping[str, Any], limits: FrameLimits = DEFAULT) -> bytes:
    """Return the bytes of one frame.

    Args:
        frame: a dict of str keys; values are None, bool, int (below 10**300), float, str, bytes, NumPy arrays of a
            plain dtype, lists or tuples (which arrive as lists) and dicts of these.
        limits: what the frame may hold.

    Raises:
        NotPlainData: for anything else.
    """
    buffers: list[bytes] = []
    budget = [limits.values]
    header = json.dumps(_pack(dict(frame), buffers, limits, 0, budget), separators=(",", ":")).encode("ascii")
    total = 4 + len(header) + sum(map(len, buffers))
    if total > limits.frame_bytes or len(header) > limits.header_bytes:
        raise NotPlainData(f"the frame has {total} bytes, more than a frame may have")
    return _LENGTHS.pack(total, len(header)) + header + b"".join(buffers)


def _pack(value: Any, buffers: list[bytes], limits: FrameLimits, depth: int, budget: list[int]) -> Any:
    budget[0] -= 1
    if budget[0] < 0:
        raise NotPlainData(f"more than {limits.values} values in one frame")
    if depth > limits.depth:
        raise NotPlainData(f"nested more than {limits.depth} deep")
    kind = type(value)
    if value is None or kind is bool or kind is float:
        return value
    if kind is int:
        if abs(value) >= _MAX_INT:
            raise NotPlainData("an integer of more than 300 digits")
        return value
    if kind is str:
        return _text(value, limits)
    if kind is list or kind is tuple:
        return [_pack(item, buffers, limits, depth + 1, budget) for item in value]
    if kind is dict:
        for key in value:
            if type(key) is not str:
                raise NotPlainData(f"a dict key of type {type(key).__name__}")
        items = {_text(k, limits): _pack(v, buffers, limits, depth + 1, budget) for k, v in value.items()}
        return {"d": items}
    if kind is bytes:
        buffers.append(value)
        return {"b": len(value)}
    if isinstance(value, (np.ndarray, np.generic)):
        return _pack_array(np.asarray(value), buffers, limits)
    raise NotPlainData(f"a value of type {kind.__name__}")


def _pack_array(array: np.ndarray, buffers: list[bytes], limits: FrameLimits) -> dict[str, Any]:
    name = array.dtype.name
    if name not in _DTYPES:
        raise NotPlainData(f"an array of dtype {name[:40]}")
    if array.ndim > limits.ndim:
        raise NotPlainData(f"an array of {array.ndim} dimensions")
    if array.nbytes > limits.frame_bytes:
        raise NotPlainData(f"an array of {array.nbytes} bytes")
    buffers.append(array.astype(_DTYPES[name], copy=False).tobytes())
    return {"a": [name, list(array.shape)]}


def _text(value: str, limits: FrameLimits) -> str:
    if len(value) > limits.string:
        raise NotPlainData(f"a string of {len(value)} characters")
    return value.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate would stop whoever prints it


class Decoder:
    """Turn bytes, as they come in, into frames."""

    def __init__(self, total_bytes: int, limits: FrameLimits = DEFAULT) -> None:
        self._left = total_bytes
        self._values_left = TOTAL_VALUES
        self._limits = limits
        self._buffer = bytearray()

    @property
    def incomplete(self) -> bool:
        """True in the middle of a frame."""
        return bool(self._buffer)

    def feed(self, data: bytes) -> Iterator[dict[str, Any]]:
        """Yield the frames that `data` completes; those before a malformed one, too.

        Raises:
            Malformed: when the bytes are no frame.
            TooMuchOutput: when more than `total_bytes`, or TOTAL_VALUES, have come in.
        """
        self._left -= len(data)
        if self._left < 0:
            raise TooMuchOutput("too much output")
        self._buffer += data
        while len(self._buffer) >= _LENGTHS.size:
            total, header = _LENGTHS.unpack_from(self._buffer)
            if total > self._limits.frame_bytes or header > min(self._limits.header_bytes, total - 4):
                raise Malformed("a frame of impossible length")
            end = 4 + total
            if len(self._buffer) < end:
                break
            body = bytes(memoryview(self._buffer)[_LENGTHS.size : end])
            del self._buffer[:end]
            frame, values = decode_body(body, header, self._limits)
            self._values_left -= values
            if self._values_left < 0:
                raise TooMuchOutput("too many values")
            yield frame


def decode(data: bytes, limits: FrameLimits = DEFAULT) -> dict[str, Any]:
    """Return the one frame that `data` is.

    Raises:
        Malformed: when it is not exactly one frame.
    """
    decoder = Decoder(len(data), limits)
    frames = list(decoder.feed(data))
    if len(frames) != 1 or decoder.incomplete:
        raise Malformed("not exactly one frame")
    return frames[0]


def decode_body(body: bytes, header_bytes: int, limits: FrameLimits) -> tuple[dict[str, Any], int]:
    """Return the frame whose header is the first `header_bytes` of `body`, and how many values it holds."""
    header = body[:header_bytes]
    if header.count(b",") + header.count(b"[") + header.count(b"{") > 4 * limits.values:
        raise Malformed("too many values")
    try:
        tree = json.loads(header.decode("ascii"), object_pairs_hook=_object, parse_int=_integer)
        reader = _Reader(memoryview(body)[header_bytes:], limits)
        frame = reader.value(tree, 0)
    except Malformed:
        raise
    except (ValueError, TypeError, RecursionError, OverflowError, MemoryError) as error:
        raise Malformed(f"{type(error).__name__} while reading a frame") from None
    if type(frame) is not dict or not reader.exhausted:
        raise Malformed("not one dict and its buffers")
    return frame, reader.values


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a key twice in one object")
    return found


def _integer(digits: str) -> int:
    if len(digits) > 301:
        raise Malformed("an integer of more than 300 digits")
    return int(digits)


class _Reader:
    """Rebuild values from the parsed header, taking buffers in order."""

    def __init__(self, buffers: memoryview, limits: FrameLimits) -> None:
        self._buffers, self._at, self._limits = buffers, 0, limits
        self._budget = limits.values

    @property
    def exhausted(self) -> bool:
        return self._at == len(self._buffers)

    @property
    def values(self) -> int:
        return self._limits.values - self._budget

    def value(self, node: Any, depth: int) -> Any:
        self._budget -= 1
        if self._budget < 0 or depth > self._limits.depth:
            raise Malformed("too many values, or nested too deep")
        if isinstance(node, str):
            return self._string(node)
        if isinstance(node, list):
            return [self.value(item, depth + 1) for item in node]
        if not isinstance(node, dict):
            return node
        if len(node) != 1:
            raise Malformed("an object of no known kind")
        ((kind, content),) = node.items()
        if kind == "d" and isinstance(content, dict):
            return {self._string(key): self.value(item, depth + 1) for key, item in content.items()}
        if kind == "b" and type(content) is int:
            return bytes(self._take(content))
        if kind == "a" and isinstance(content, list) and len(content) == 2:
            return self._array(*content)
        raise Malformed("an object of no known kind")

    def _string(self, text: str) -> str:
        if len(text) > self._limits.string:
            raise Malformed("a string too long")
        text.encode("utf-8")  # a lone surrogate is a ValueError
        return text

    def _take(self, size: int) -> memoryview:
        if not 0 <= size <= len(self._buffers) - self._at:
            raise Malformed("a buffer that is not there")
        self._at += size
        return self._buffers[self._at - size : self._at]

    def _array(self, name: Any, shape: Any) -> np.ndarray:
        if type(name) is not str or name not in _DTYPES or type(shape) is not list:
            raise Malformed("an array of no known dtype")
        if len(shape) > self._limits.ndim or any(type(n) is not int or not 0 <= n < 2**31 for n in shape):
            raise Malformed("an array of impossible shape")
        dtype = _DTYPES[name]
        raw = self._take(math.prod(shape) * dtype.itemsize)
        if name == "bool" and raw.nbytes and np.frombuffer(raw, "uint8").max() > 1:
            raise Malformed("a boolean that is neither 0 nor 1")
        return np.frombuffer(raw, dtype).reshape(shape).astype(name)
