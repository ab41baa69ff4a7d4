"""The watch notices a forbidden feature however it is reached, lets everything else pass, and leaves no trace."""

from __future__ import annotations

import functools
import inspect
import operator
import sys
import time
import types
import weakref
from collections.abc import Callable
from types import FunctionType, SimpleNamespace
from typing import Any

import keras
import numpy as np
import pytest
import tensorflow as tf

from deepclinic.probes.watch import MAX_ENTERED, NotFromScratch, Watch
from deepclinic.probes.watch_features import features

NOT_ALLOWED = (
    "keras.layers.ReLU",
    "keras.layers.LeakyReLU",
    "keras.layers.Activation",
    "keras.layers.*Normalization",
    "keras.activations.*relu*",
    "keras.ops.*relu*",
    "keras.ops.*_normalization",
    "keras.random.dropout",
    "keras.regularizers.*",
    "keras.callbacks.EarlyStopping",
    "tf.nn.*relu*",
    "tf.nn.batch_normalization",
    "tf.nn.*dropout*",
    "tf.compat.v1.nn.fused_batch_norm",
    "tf.raw_ops.*Relu*",
    "tf.raw_ops.FusedBatchNorm*",
    "no_such_library.thing",
    "keras.no_such_module.*",
)
X = np.array([[-1.0, 2.0], [3.0, -4.0]], "float32")
X4 = np.ones((2, 2, 2, 3), "float32")
C = np.ones(3, "float32")

kept_relu = tf.nn.relu
KEPT_CLASS = keras.layers.ReLU
BARE = SimpleNamespace(negative_slope=0.0, max_value=None, threshold=0.0)
SAVED = {"module": "keras.layers", "class_name": "ReLU", "config": {}, "registered_name": None}


class Inner(keras.layers.Layer):
    """Calls what it was given."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self.function = function

    def call(self, x: Any) -> Any:
        return self.function(x)


class Subclass(keras.layers.ReLU):
    pass


def fit(function: Callable[[Any], Any]) -> None:
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(2), Inner(function)])
    model.compile(loss="mse", jit_compile=False)
    model.fit(X, X, epochs=1, verbose=0)


def backend() -> Any:
    return keras.src.backend.nn


def generated() -> Any:
    from tensorflow.python.ops import gen_nn_ops

    return gen_nn_ops


ENTERED: dict[str, tuple[Callable[[], Any], str]] = {
    "layer": (lambda: keras.layers.ReLU()(X), "keras.layers.ReLU"),
    "layer made only": (lambda: keras.layers.LeakyReLU(), "keras.layers.LeakyReLU"),
    "class kept from before": (lambda: KEPT_CLASS()(X), "keras.layers.ReLU"),
    "subclass": (lambda: Subclass()(X), "keras.layers.ReLU"),
    "unbound call": (lambda: keras.layers.ReLU.call(BARE, X), "keras.layers.ReLU"),
    "from_config": (lambda: keras.layers.ReLU.from_config({}), "keras.layers.ReLU"),
    "deserialize": (lambda: keras.layers.deserialize(SAVED), "keras.layers.ReLU"),
    "Activation": (lambda: keras.layers.Activation("tanh"), "keras.layers.Activation"),
    "activation by string": (lambda: keras.layers.Dense(2, activation="relu")(X), "keras.activations.relu"),
    "activations.get": (lambda: keras.activations.get("leaky_relu")(X), "keras.activations.leaky_relu"),
    "keras.ops": (lambda: keras.ops.relu(X), "keras.ops.relu"),
    "attrgetter": (lambda: operator.attrgetter("ops.relu")(keras)(X), "keras.ops.relu"),
    "partial": (lambda: functools.partial(keras.ops.leaky_relu)(X), "keras.ops.leaky_relu"),
    "backend": (lambda: backend().relu(X), "keras.ops.relu"),
    "tf.nn": (lambda: tf.nn.relu(X), "tf.nn.relu"),
    "function kept from before": (lambda: kept_relu(X), "tf.nn.relu"),
    "decorated function": (lambda: tf.nn.leaky_relu(X), "tf.nn.leaky_relu"),
    "raw op": (lambda: tf.raw_ops.Relu(features=X), "tf.raw_ops.Relu"),
    "generated op": (lambda: generated().leaky_relu(X), "tf.raw_ops.LeakyRelu"),
    "in tf.function": (lambda: tf.function(lambda x: kept_relu(x))(X), "tf.nn.relu"),
    "in jit": (lambda: tf.function(lambda x: tf.raw_ops.Relu(features=x), jit_compile=True)(X), "tf.raw_ops.Relu"),
    "in fit": (lambda: fit(keras.ops.relu), "keras.ops.relu"),
    "batch normalization": (lambda: keras.layers.BatchNormalization()(X), "keras.layers.BatchNormalization"),
    "other normalization": (lambda: keras.layers.LayerNormalization(), "keras.layers.LayerNormalization"),
    "ops.batch_normalization": (lambda: keras.ops.batch_normalization(X4, C, C, -1), "keras.ops.batch_normalization"),
    "tf batch normalization": (lambda: tf.nn.batch_normalization(X4, C, C, C, C, 0.1), "tf.nn.batch_normalization"),
    "fused": (lambda: tf.compat.v1.nn.fused_batch_norm(X4, C, C), "tf.compat.v1.nn.fused_batch_norm"),
    "dropout": (lambda: keras.random.dropout(X, 0.5), "keras.random.dropout"),
    "tf dropout": (lambda: tf.nn.dropout(X, 0.5), "tf.nn.dropout"),
    "regularizer": (lambda: keras.regularizers.L2(0.1)(X), "keras.regularizers.L2"),
    "regularizer by string": (lambda: keras.layers.Dense(2, kernel_regularizer="l2"), "keras.regularizers.L2"),
    "callback": (lambda: keras.callbacks.EarlyStopping(), "keras.callbacks.EarlyStopping"),
}


@pytest.mark.parametrize(("use", "name"), ENTERED.values(), ids=ENTERED.keys())
def test_feature_is_noticed(use: Callable[[], Any], name: str) -> None:
    told: list[str] = []
    with Watch(NOT_ALLOWED, told.append) as watch:
        with pytest.raises(NotFromScratch):
            use()
        assert name in watch.entered()
        assert told == watch.entered(), "told at once"


def own_layer() -> None:
    class ReLU(keras.layers.Layer):
        def call(self, x: Any) -> Any:
            return keras.ops.where(x > 0, x, 0.0) + keras.ops.maximum(x, 0.0)

    fit(ReLU())


def own_regularizer() -> None:
    class L2(keras.regularizers.Regularizer):
        def __call__(self, x: Any) -> Any:
            return keras.ops.sum(keras.ops.square(x))

    keras.layers.Dense(2, kernel_regularizer=L2())(X)


ALLOWED: dict[str, Callable[[], Any]] = {
    "nothing": lambda: None,
    "dense": lambda: keras.layers.Dense(2)(X),
    "dense with another activation": lambda: keras.layers.Dense(2, activation="tanh", bias_regularizer=None)(X),
    "convolution": lambda: keras.layers.Conv2D(2, 2, padding="same")(X4),
    "moments": lambda: (keras.ops.moments(X, 0), tf.nn.moments(X, [0]), keras.ops.var(X), keras.ops.mean(X)),
    "comparing": lambda: (keras.ops.maximum(X, 0), tf.maximum(X, 0.0), tf.where(X > 0, X, 0.0)),
    "other functions": lambda: (keras.ops.tanh(X), keras.ops.softplus(X), keras.ops.sigmoid(X), keras.ops.rsqrt(X + 9)),
    "random numbers": lambda: (keras.random.uniform((2, 2)), keras.random.normal((2, 2))),
    "losses": lambda: keras.losses.CategoricalCrossentropy(from_logits=True)(X, X),
    "own layer in fit": own_layer,
    "own regularizer": own_regularizer,
    "asking for a class": lambda: isinstance(Inner(abs), keras.layers.ReLU),
    "asking for a signature": lambda: inspect.signature(keras.layers.ReLU.call),
    "other callback": lambda: keras.callbacks.History(),
    "regularizers.get of nothing": lambda: keras.regularizers.get(None),
}


@pytest.mark.parametrize("use", ALLOWED.values(), ids=ALLOWED.keys())
def test_everything_else_passes(use: Callable[[], Any]) -> None:
    with Watch(NOT_ALLOWED) as watch:
        use()
        assert watch.entered() == []


def test_signatures_are_the_same() -> None:
    functions = [function for _, function in features(NOT_ALLOWED)]
    plain = [inspect.signature(function) for function in functions]
    with Watch(NOT_ALLOWED):
        assert [inspect.signature(function) for function in functions] == plain


def test_nothing_of_the_original_is_left_when_it_is_taken_away_for_good() -> None:
    library = types.ModuleType("library_of_one_feature")
    exec("def feature(): return 'the original'", vars(library))  # a `def` here would be a constant of this test
    feature = vars(library)["feature"]
    sys.modules[library.__name__] = library
    code = weakref.ref(feature.__code__)
    try:
        with Watch([f"{library.__name__}.feature"], for_good=True), pytest.raises(NotFromScratch):
            feature()
        assert code() is None
        with pytest.raises(NotFromScratch):
            feature()
    finally:
        del sys.modules[library.__name__]


def test_everything_is_put_back() -> None:
    functions = [function for _, function in features(NOT_ALLOWED)]
    before = [function.__code__ for function in functions]
    with pytest.raises(KeyError), Watch(NOT_ALLOWED) as watch:
        raise KeyError
    assert [function.__code__ for function in functions] == before
    keras.ops.relu(X)
    assert watch.entered() == []


def test_forget_begins_anew() -> None:
    with Watch(NOT_ALLOWED) as watch:
        for call in (keras.ops.relu, keras.ops.relu6):
            watch.forget()
            assert watch.entered() == []
            with pytest.raises(NotFromScratch):
                call(X)
        assert "keras.ops.relu6" in watch.entered() and "keras.ops.relu" not in watch.entered()


def test_only_the_first_names_are_kept() -> None:
    with Watch(("keras.ops.*",)) as watch:
        for name in ("abs", "exp", "tanh", "sin", "cos", "square", "relu", "relu6", "silu", "elu", "selu", "sign"):
            with pytest.raises(NotFromScratch):
                getattr(keras.ops, name)(X)
        assert len(watch.entered()) == MAX_ENTERED


def test_nothing_forbidden_nothing_watched() -> None:
    with Watch(()) as watch:
        keras.ops.relu(X)
        assert watch.entered() == []


def test_exchanging_the_code_is_refused_and_noticed() -> None:
    function = keras.ops.relu
    with Watch(NOT_ALLOWED) as watch:
        taken_away = function.__code__
        with pytest.raises(NotFromScratch):
            function.__code__ = keras.ops.tanh.__code__.replace(co_freevars=())
        assert function.__code__ is taken_away
        assert watch.entered() == ["keras.ops.relu (its code was exchanged)"]


def test_a_copy_of_the_librarys_code_is_refused_and_noticed() -> None:
    code = keras.ops.relu.__code__
    with Watch(NOT_ALLOWED) as watch:
        with pytest.raises(NotFromScratch):
            FunctionType(code, vars(keras.src.ops.nn), "copy")
        assert [name.partition(" ")[2] for name in watch.entered()] == ["(code of its file was copied)"]


def test_what_is_imported_later_is_taken_away_then() -> None:
    library = types.ModuleType("library_that_comes_late")
    library.feature = lambda: "the original"  # type: ignore[attr-defined]
    with Watch([f"{library.__name__}.feature"]) as watch:
        sys.modules[library.__name__] = library
        try:
            watch.extend()
            with pytest.raises(NotFromScratch):
                library.feature()
        finally:
            del sys.modules[library.__name__]


def test_base_classes_are_never_features() -> None:
    names = {name for name, _ in features(("keras.regularizers.*", "keras.callbacks.*", "keras.layers.*"))}
    assert not names & {"keras.regularizers.Regularizer", "keras.callbacks.Callback", "keras.layers.Layer"}
    assert {"keras.regularizers.L1", "keras.callbacks.EarlyStopping", "keras.layers.Dropout"} <= names


def test_opening_is_cheap() -> None:
    started = time.process_time()
    with Watch(NOT_ALLOWED):
        pass
    assert time.process_time() - started < 0.1
