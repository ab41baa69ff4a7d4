"""While it is observed, a solution sees neither frames nor memory, and measures with the grader's instruments."""

from __future__ import annotations

import pytest
from observed import SLOPES, observed

FINE = "no error"

DOORS = {
    "frames": "sys._getframe()",
    "frames of all threads": "sys._current_frames()",
    "the stack": "inspect.stack()",
    "the frame here": "inspect.currentframe()",
    "the stack, walked": "list(traceback.walk_stack(None))",
    "a generator's frame": "(i for i in ()).gi_frame",
    "objects": "gc.get_objects()",
    "referrers": "gc.get_referrers(sys)",
    "referents": "gc.get_referents(sys)",
    "the stack, by TensorFlow": "tf_inspect.stack()",
    "tracing": "sys.settrace(print)",
    "tracing by a debugger": "bdb.Bdb().set_trace()",
    "code under a library's name": "compile('1', inspect.__file__, 'exec')",
    "the same by another way": "look.__code__.replace(co_filename=inspect.__file__)",
    "compiled code": "marshal.loads(b'N')",
    "profiling": "sys.setprofile(print)",
    "the C library": "ctypes.CDLL(None)",
    "memory": "ctypes.string_at(id(sys), 8)",
}
OPEN = {
    "logging": "logging.getLogger('x').warning('hello')",
    "warnings": "warnings.warn('hello', stacklevel=1)",
    "a named tuple": "collections.namedtuple('T', 'a b')(1, 2)",
    "a data class": "dataclasses.make_dataclass('D', ['a'])(1)",
    "a signature": "inspect.signature(look)",
    "a source": "inspect.getsource(look)",
    "collecting garbage": "gc.collect()",
    "a printed traceback": "printed()",
    "an operation": "keras.ops.maximum(1.0, 2.0)",
}
HEAD = """
import bdb, collections, ctypes, dataclasses, gc, inspect, logging, marshal, sys, traceback, warnings
import keras
from tensorflow.python.util import tf_inspect

def printed():
    try:
        raise KeyError
    except KeyError:
        traceback.format_exc()
"""


@pytest.mark.parametrize("door", DOORS)
def test_a_solution_is_not_shown_its_observer(workers, door):
    found = observed(workers, f"{HEAD}\ndef look():\n    {DOORS[door]}\n")
    assert found.probes["invalid_slope"].entries["negative_slope=3"] == "NotShown"


@pytest.mark.parametrize("door", OPEN)
def test_what_honest_code_does_is_left_alone(workers, door):
    found = observed(workers, f"{HEAD}\ndef look():\n    {OPEN[door]}\n")
    assert found.probes["invalid_slope"].entries["negative_slope=3"] == FINE


def test_the_graders_modules_are_not_there(workers):
    source = "import sys\nassert not [n for n in sys.modules if n.startswith('deepclinic.') and 'probes' in n]\n"
    assert observed(workers, source + "def look(): pass\n").load_error is None


@pytest.mark.parametrize(
    "exchange",
    [
        "keras.layers.Layer.name = property(lambda self: 'mine')",
        "keras.utils.set_random_seed.__code__ = (lambda seed: 1 / 0).__code__",
        "next(c for c in object.__subclasses__() if c.__name__ == 'Lab').record_raises = lambda *a: 1 / 0",
        "import builtins; builtins.isinstance = lambda *a: False",
    ],
)
def test_what_is_exchanged_at_the_top_level_is_put_back(workers, exchange):
    found = observed(workers, f"import keras\n{exchange}\ndef look(): pass\n")
    assert found.load_error is None and not any(probe.error for probe in found.probes.values())
    assert found.probes["keras_arguments"].entries["layer/name"] == "my_layer"


def test_what_is_exchanged_while_a_probe_runs_costs_that_check(workers):
    found = observed(workers, "import keras\ndef look(): keras.ops.abs = None\n")
    assert [found.probes[name].error.type for name in SLOPES] == ["Exchanged", "Exchanged"]
    assert "keras.ops.abs" in found.probes[SLOPES[0]].error.message


def test_experiments_with_the_ready_made_at_the_top_level_are_passed_over(workers):
    source = """
    from __future__ import annotations
    import keras
    print(keras.layers.ReLU()([1.0]))
    def look(never: evaluated = None): pass
    assert keras.layers.ReLU()
    """
    found = observed(workers, source, ("keras.layers.ReLU",))
    assert found.load_error is None and found.ready_made == ()
    assert found.probes["invalid_slope"].entries["negative_slope=3"] == FINE


def test_the_ready_made_is_gone_for_good_and_using_it_is_told(workers):
    source = "import keras\ndef look(): keras.layers.ReLU()\n"
    found = observed(workers, source, ("keras.layers.ReLU",))
    assert found.ready_made == ("keras.layers.ReLU",)
    assert {probe.error.type for probe in found.probes.values()} == {"NotFromScratch"}


@pytest.mark.parametrize(
    ("source", "error"),
    [("x = 1\n1 / 0\n", "ZeroDivisionError"), ("def look(:\n", "SyntaxError"), ("raise SystemExit\n", "SystemExit")],
)
def test_what_ends_loading_is_told_with_its_line(workers, source, error):
    found = observed(workers, source)
    assert found.load_error.type == error and "line" in found.load_error.traceback
