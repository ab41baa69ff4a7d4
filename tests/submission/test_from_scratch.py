"""Reading finds a forbidden feature behind every alias and detour, and never accuses honest code."""

from __future__ import annotations

import pytest

from deepclinic.submission.from_scratch import scan

NOT_ALLOWED = (
    "keras.layers.ReLU",
    "keras.layers.LeakyReLU",
    "keras.layers.*Normalization",
    "keras.activations.relu*",
    "keras.ops.*relu*",
    "keras.regularizers.*",
    "tf.nn.*relu*",
    "tf.raw_ops.*Relu*",
    "scipy.stats",
    "sklearn.model_selection.*",
)
IMPORTS = "import keras\nimport tensorflow as tf\n"


def layer(expression: str, before: str = "", after: str = "") -> str:
    """A module whose layer returns `expression`, with code before and after the class."""
    body = f"class ReLU(keras.layers.Layer):\n    def call(self, x):\n        return {expression}\n"
    return f"{IMPORTS}{before}\n{body}{after}\n"


DETOURS = {
    "function": layer("keras.activations.relu(x)"),
    "layer": layer("keras.layers.ReLU()(x)"),
    "assigned alias": layer("L.ReLU()(x)", "L = keras.layers"),
    "alias of an alias": layer("M.ReLU()(x)", "L = keras\nM = L.layers"),
    "tuple assignment": layer("L.ReLU()(x)", "L, N = keras.layers, 3"),
    "walrus": layer("(L := keras.layers).ReLU()(x)"),
    "dictionary of layers": layer("TABLE['a']()(x)", "TABLE = {'a': keras.layers.ReLU}"),
    "from import as": layer("mine(x)", "from keras.activations import relu as mine"),
    "import as": layer("L.ReLU()(x)", "import keras.layers as L"),
    "import inside the method": layer("[0 for _ in [0]] and q(x)", "from keras import ops as o\nq = o.relu"),
    "star import": layer("relu(x)", "from keras.ops import *"),
    "from keras import star": layer("layers.ReLU()(x)", "from keras import *"),
    "tf.keras": layer("tf.keras.layers.ReLU()(x)"),
    "from tensorflow import keras": layer("k.layers.ReLU()(x)", "from tensorflow import keras as k"),
    "tf.nn": layer("tf.nn.leaky_relu(x)"),
    "compat": layer("tf.compat.v1.nn.relu(x)"),
    "raw op": layer("tf.raw_ops.Relu(features=x)"),
    "generated op": layer("gen_nn_ops.relu(x)", "from tensorflow.python.ops import gen_nn_ops"),
    "eager fallback": layer("g.relu_eager_fallback(x, 0, 0)", "from tensorflow.python.ops import gen_nn_ops as g"),
    "keras.src layer": layer("R()(x)", "from keras.src.layers.activations.relu import ReLU as R"),
    "keras.src backend": layer("f(x)", "from keras.src.backend.tensorflow.nn import relu as f"),
    "operation class": layer("f()(x)", "from keras.src.ops.nn import Relu as f"),
    "subclass": f"{IMPORTS}class ReLU(keras.layers.ReLU):\n    pass\n",
    "subclass of an alias": f"{IMPORTS}Base = keras.layers.ReLU\nclass ReLU(Base):\n    pass\n",
    "itself": f"{IMPORTS}ReLU = keras.layers.ReLU\n",
    "import is the solution": "from keras.layers import ReLU\n",
    "getattr": layer("getattr(keras.layers, 'ReLU')()(x)"),
    "getattr, text added": layer("getattr(keras.layers, 'Re' + 'LU')()(x)"),
    "getattr, f-string": layer("getattr(keras.layers, f'{A}LU')()(x)", "A = 'Re'"),
    "getattr, percent": layer("getattr(keras.layers, '%sLU' % 'Re')()(x)"),
    "getattr, format": layer("getattr(keras.layers, '{}LU'.format('Re'))()(x)"),
    "getattr, reversed": layer("getattr(keras.layers, 'ULeR'[::-1])()(x)"),
    "getattr, reversed and joined": layer("getattr(keras.layers, ''.join(reversed('ULeR')))()(x)"),
    "getattr, joined": layer("getattr(keras.layers, ''.join(['Re', 'LU']))()(x)"),
    "getattr, chr": layer("getattr(keras.layers, ''.join(chr(c) for c in [82, 101, 76, 85]))()(x)"),
    "getattr, map chr": layer("getattr(keras.layers, ''.join(map(chr, [82, 101, 76, 85])))()(x)"),
    "getattr, base64": layer("getattr(keras.layers, base64.b64decode('UmVMVQ==').decode())()(x)", "import base64"),
    "getattr, rot13": layer("getattr(keras.ops, codecs.decode('eryh', 'rot13'))(x)", "import codecs"),
    "getattr, replaced": layer("getattr(keras.layers, 'R_e_L_U'.replace('_', ''))()(x)"),
    "getattr twice": layer("getattr(getattr(keras, 'layers'), 'ReLU')()(x)"),
    "__getattribute__": layer("keras.layers.__getattribute__('ReLU')()(x)"),
    "attrgetter": layer("operator.attrgetter('layers.ReLU')(keras)()(x)", "import operator"),
    "reduce": layer("functools.reduce(getattr, ['layers', 'ReLU'], keras)()(x)", "import functools"),
    "partial": layer("functools.partial(keras.ops.leaky_relu, negative_slope=0)(x)", "import functools"),
    "vars": layer("vars(keras.layers)['ReLU']()(x)"),
    "__dict__": layer("keras.layers.__dict__['ReLU']()(x)"),
    "__dict__.get": layer("keras.layers.__dict__.get('ReLU')()(x)"),
    "globals": layer("globals()['keras'].layers.ReLU()(x)"),
    "sys.modules": layer("sys.modules['keras.layers'].ReLU()(x)", "import sys"),
    "import_module": layer("importlib.import_module('keras.layers').ReLU()(x)", "import importlib"),
    "__import__": layer("__import__('keras').layers.ReLU()(x)"),
    "__import__ with fromlist": layer("__import__('keras.layers', fromlist=['a']).ReLU()(x)"),
    "eval": layer("eval('keras.ops.relu')(x)"),
    "eval, text added": layer("eval('keras.ops.' + 'relu(x)')"),
    "exec": layer("exec('y = keras.ops.relu(x)')"),
    "exec that imports": layer("q(x)", "exec('from keras.ops import relu as q')"),
    "exec of compile": layer("exec(compile('y = keras.ops.relu(x)', 'a', 'exec'))"),
    "exec that defines it": f"{IMPORTS}exec('ReLU = keras.layers.ReLU')\n",
    "activation by keyword": layer("keras.layers.Dense(3, activation='relu')(x)"),
    "activation by position": layer("keras.layers.Dense(3, 'relu')(x)"),
    "activation of the base class": f"{IMPORTS}class ReLU(keras.layers.Dense):\n"
    "    def __init__(self):\n        super().__init__(3, activation='relu')\n",
    "activations.get": layer("keras.activations.get('relu')(x)"),
    "layers.deserialize": layer("keras.layers.deserialize({'class_name': 'ReLU', 'config': {}})(x)"),
    "regularizer by keyword": layer("keras.layers.Dense(3, kernel_regularizer='l2')(x)"),
    "patched afterwards": layer("x", after="ReLU.call = lambda self, x: keras.ops.relu(x)"),
    "setattr afterwards": layer("x", after="setattr(ReLU, 'call', keras.layers.ReLU.call)"),
    "patched in a condition": layer("x", after="if True:\n    ReLU.call = keras.layers.ReLU.call"),
    "rebound afterwards": layer("x", after="ReLU = keras.layers.ReLU"),
    "globals afterwards": layer("x", after="globals()['ReLU'] = keras.layers.ReLU"),
    "decorated away": layer("x", "def swap(cls):\n    return keras.layers.ReLU", "ReLU = swap(ReLU)"),
    "default argument": f"{IMPORTS}class ReLU(keras.layers.Layer):\n"
    "    def call(self, x, f=keras.ops.relu):\n        return f(x)\n",
    "helper function": layer("helper(x)", "def helper(x):\n    return keras.ops.relu(x)"),
    "helper of a helper": layer("a(x)", "def a(x):\n    return b(x)\ndef b(x):\n    return keras.ops.relu(x)"),
    "helper with arguments": layer("pick(keras.layers, 'ReLU')()(x)", "def pick(m, n):\n    return getattr(m, n)"),
    "helper class": layer("Inner()(x)", "class Inner:\n    def __call__(self, x):\n        return keras.ops.relu(x)"),
    "lambda": layer("f(x)", "f = lambda x: keras.ops.relu(x)"),
    "loop over names": layer("f()(x)", "for name in ['ReLU']:\n    f = getattr(keras.layers, name)"),
    "attribute of self": f"{IMPORTS}class ReLU(keras.layers.Layer):\n"
    "    def __init__(self):\n        self.k = keras.layers\n"
    "    def call(self, x):\n        return self.k.ReLU()(x)\n",
    "class attribute": f"{IMPORTS}class ReLU(keras.layers.Layer):\n    k = keras.layers\n"
    "    def call(self, x):\n        return self.k.ReLU()(x)\n",
    "inherited from own class": f"{IMPORTS}class Base(keras.layers.ReLU):\n    pass\nclass ReLU(Base):\n    pass\n",
    "another normalization": layer("keras.layers.GroupNormalization()(x)"),
    "whole library": layer("norm.pdf(x)", "from scipy.stats import norm"),
    "scikit-learn": layer("s.train_test_split(x)", "from sklearn import model_selection as s"),
}


@pytest.mark.parametrize("source", DETOURS.values(), ids=DETOURS.keys())
def test_detour_is_found(source: str) -> None:
    assert scan(source, ["ReLU"], NOT_ALLOWED).uses, f"not found:\n{source}"


HONEST = {
    "maximum": layer("keras.ops.maximum(x, 0.0)"),
    "where": layer("keras.ops.where(x > 0, x, self.negative_slope * x)"),
    "own class of that name": layer("x * (x > 0)"),
    "own function of that name": layer("relu(x)", "def relu(x):\n    return keras.ops.maximum(x, 0)"),
    "local variable of that name": layer("(relu := x * 2) + relu"),
    "parameter of that name": f"{IMPORTS}relu = keras.ops.relu\nclass ReLU(keras.layers.Layer):\n"
    "    def call(self, relu):\n        return relu * (relu > 0)\n",
    "lambda parameter of that name": layer("(lambda relu: relu)(x)", "relu = keras.ops.relu"),
    "attribute of that name": layer("self.relu(x)", after="ReLU.relu = lambda self, x: x"),
    "docstring": layer("x", '"""Like keras.layers.ReLU, keras.ops.relu(x)."""'),
    "string": layer("('keras.layers.ReLU', x)[1]"),
    "comment": layer("x  # keras.activations.relu(x) would do it"),
    "unused import": layer("x", "from keras.layers import ReLU as Builtin\nfrom keras.activations import relu"),
    "unused import in a try": layer("x", "try:\n    from keras.layers import ReLU\nexcept ImportError:\n    pass"),
    "star import, own class": layer("x", "from keras.layers import *"),
    "script part": layer("x", after="if __name__ == '__main__':\n    ReLU = keras.layers.ReLU\n    print(ReLU()(3))"),
    "experiment": layer("x", after="reference = keras.layers.ReLU()\nprint(reference(3), ReLU()(3))"),
    "comparing function": layer("x", after="def compare(x):\n    return keras.ops.relu(x) - ReLU()(x)"),
    "other model": layer("x", after="model = keras.Sequential([keras.layers.Dense(3, activation='relu')])"),
    "first try, then own": layer("x", "ReLU = keras.layers.ReLU"),
    "isinstance": layer("x if isinstance(x, keras.layers.ReLU) else x + 1"),
    "annotation": f"{IMPORTS}class ReLU(keras.layers.Layer):\n    kind: keras.layers.ReLU\n"
    "    def call(self, x: keras.layers.ReLU) -> keras.layers.ReLU:\n        return x\n",
    "type checking": layer("x", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    A = keras.layers.ReLU"),
    "base regularizer": f"{IMPORTS}class ReLU(keras.regularizers.Regularizer):\n"
    "    def get_config(self):\n        return {**super().get_config(), 'relu': 1}\n",
    "regularizers.get of nothing": layer("keras.regularizers.get(None)"),
    "moments": layer("tf.nn.moments(x, [0])[0] + keras.ops.moments(x, 0)[0]"),
    "other activation": layer("keras.layers.Dense(3, activation='tanh', kernel_initializer='he_normal')(x)"),
    "padding": layer("keras.layers.Conv2D(3, 3, 1, 'same')(x)"),
    "registered": f"{IMPORTS}@keras.saving.register_keras_serializable(package='deepclinic')\n"
    "class ReLU(keras.layers.Layer):\n    def build(self, shape):\n        super().build(shape)\n",
    "getattr of self": layer("getattr(self, 'relu', x)"),
    "own eval method": layer("self.eval(x)", "class M:\n    def eval(self):\n        pass"),
    "name in a config": layer("{'name': 'relu', 'class_name': 'ReLU'} and x"),
}


@pytest.mark.parametrize("source", HONEST.values(), ids=HONEST.keys())
def test_honest_code_is_not_accused(source: str) -> None:
    reading = scan(source, ["ReLU"], NOT_ALLOWED)
    assert reading.uses == () and reading.computed == (), f"wrongly accused:\n{source}"


def test_place_is_named() -> None:
    assert scan(DETOURS["function"], ["ReLU"], NOT_ALLOWED).uses == (("keras.activations.relu", 6),)


@pytest.mark.parametrize(
    "expression",
    ["exec(open('a').read())", "eval(self.code)", "getattr(keras.layers, self.wanted)()(x)", "__import__(self.wanted)"],
)
def test_what_reading_cannot_follow_is_no_verdict(expression: str) -> None:
    reading = scan(layer(expression), ["ReLU"], NOT_ALLOWED)
    assert reading.uses == () and reading.computed == (6,)


def test_only_the_patterns_given_count() -> None:
    source = layer("keras.layers.BatchNormalization()(x)")
    assert scan(source, ["ReLU"], ("keras.layers.ReLU",)).uses == ()
    assert scan(source, ["ReLU"], ()).uses == ()


def test_syntax_error_has_no_uses() -> None:
    assert scan("class ReLU(keras.layers.ReLU:", ["ReLU"], NOT_ALLOWED).uses == ()


HOSTILE = {
    "names in a circle": "a = b\nb = a\n" + layer("a(b(x))"),
    "doubling": "x0 = 1\n" + "".join(f"x{i} = (x{i - 1}, x{i - 1})\n" for i in range(1, 60)) + layer("x59"),
    "long chain": layer("x" + ".a" * 2000),
    "deep calls": layer("f(" * 80 + "x" + ")" * 80),
    "recursive function": layer("f(x)", "def f(x, n='a'):\n    return f(x, n + n) + n"),
    "recursive exec": layer("exec('exec(\"exec(1)\")')"),
    "own base in a circle": "class A(B): pass\nclass B(A): pass\n" + layer("A().x.y"),
    "huge text": layer("getattr(keras.layers, 'a'.replace('a', 'a' * 1000).replace('a', 'b' * 10000))"),
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_source_ends(source: str) -> None:
    assert scan(source, ["ReLU"], NOT_ALLOWED).uses == ()
