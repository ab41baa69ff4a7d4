"""Whether a dotted path into Keras or TensorFlow, public or internal, is a feature that an exercise does not allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase

BASE_CLASSES = frozenset(
    {"Layer", "Operation", "Wrapper", "Model", "Regularizer", "Callback", "Loss", "Constraint", "Initializer", "Metric"}
)
"""Students subclass these; a pattern such as `keras.regularizers.*` means everything but them."""

HELPERS = frozenset({"get", "serialize", "deserialize"})
"""Look a feature up by name: judged by the name that they are given."""

ACTIVATIONS = frozenset(
    {
        "celu", "elu", "exponential", "gelu", "glu", "hard_shrink", "hard_sigmoid", "hard_silu", "hard_swish",
        "hard_tanh", "leaky_relu", "linear", "log_sigmoid", "log_softmax", "mish", "relu", "relu6", "selu", "sigmoid",
        "silu", "soft_shrink", "softmax", "softplus", "softsign", "sparse_plus", "sparse_sigmoid", "sparsemax",
        "squareplus", "swish", "tanh", "tanh_shrink", "threshold"
    }
)  # fmt: skip
ROOMS = ("layers", "activations", "regularizers", "callbacks", "ops")
_WRAPPING = frozenset({"src", "api", "_legacy", "legacy", "_tf_keras"})
_BACKEND_ROOMS = ("ops", "random", "activations")


class Forbidden:
    """The features of `not_allowed`: public dotted names, each part an `fnmatch` pattern."""

    def __init__(self, not_allowed: tuple[str, ...]) -> None:
        self._patterns = [tuple(pattern.split(".")) for pattern in not_allowed]

    def match(self, path: str) -> str | None:
        """The public name of the feature that `path` reaches, or lies within; None for what is allowed."""
        for names in _public(path.split(".")):
            for length in range(2, len(names) + 1):
                if self._is_feature(names[:length]):
                    return ".".join(names[:length])
        return self._match_internal(path.split("."))

    def match_name(self, room: str, name: str) -> str | None:
        """The feature that Keras looks up by the string `name` ("relu", "LeakyReLU", "l2") in `keras.<room>`."""
        wanted = _squeezed(name.rpartition(">")[2])
        for parts in self._patterns:
            if parts[:2] == ("keras", room) and len(parts) == 3 and fnmatchcase(wanted, _squeezed(parts[2])):
                return f"keras.{room}.{name}"
        return None

    def may_hold(self, path: str) -> bool:
        """Whether a forbidden feature is an attribute of the module `path`."""
        return any(
            tuple(names) == pattern[: len(names)] and len(pattern) > len(names)
            for names in _public(path.split("."))
            for pattern in self._patterns
        )

    def _is_feature(self, names: list[str]) -> bool:
        for pattern in self._patterns:
            if len(pattern) == len(names) and all(map(fnmatchcase, names, pattern)):
                general = any(sign in pattern[-1] for sign in "*?[")
                if not (general and (names[-1] in BASE_CLASSES | HELPERS or names[-1].startswith("__"))):
                    return True
        return False

    def _match_internal(self, parts: list[str]) -> str | None:
        """`tensorflow.python.ops.gen_nn_ops.relu` by its last name: the public one, or that of the raw op."""
        if parts[:2] not in (["tf", "python"], ["tensorflow", "python"]) or len(parts) < 4:
            return None
        last = parts[-1].removesuffix("_eager_fallback")
        for pattern in self._patterns:
            if pattern[0] != "tf":
                continue
            raw = pattern[1:2] == ("raw_ops",)
            if fnmatchcase(_squeezed(last), _squeezed(pattern[-1])) if raw else fnmatchcase(last, pattern[-1]):
                return ".".join((*pattern[:-1], last))
        return None


def _public(parts: list[str]) -> Iterator[list[str]]:
    """The public names that a path may stand for."""
    if parts[0] in ("tensorflow", "tf"):
        parts = ["tf", *parts[1:]]
        if parts[1:2] == ["compat"] and parts[2:3] in (["v1"], ["v2"]):
            yield parts
            parts = ["tf", *parts[3:]]
        if parts[1:2] == ["keras"]:
            parts = parts[1:]
        elif parts[1:3] == ["python", "keras"]:
            parts = ["keras", *parts[3:]]
    elif parts[0] == "tf_keras":
        parts = ["keras", *parts[1:]]
    if parts[0] == "keras":
        whole = len(parts)
        while len(parts) > 1 and parts[1] in _WRAPPING | {"keras"}:
            parts = ["keras", *parts[2:]]
        yield parts
        room = parts[1] if len(parts) > 2 else ""
        if room and (len(parts) < whole or room == "backend"):
            # An internal path names the files on the way to the class, or ends in a function.
            last = next((part for part in parts[2:] if part[0].isupper()), parts[-1])
            rooms = _BACKEND_ROOMS if room == "backend" else (room,)
            for name in {last, _snake(last)} if room in ("ops", "backend") else {last}:
                yield from (["keras", room, name] for room in rooms)
    else:
        yield parts


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def _squeezed(name: str) -> str:
    return name.replace("_", "").lower()
