"""Have a probe's runner observe a few lines in a worker."""

from __future__ import annotations

import textwrap

from deepclinic.grading.observing import observe
from deepclinic.isolation import Workers
from deepclinic.judging.observation import Observation

SLOPES = ("invalid_slope", "keras_arguments")


def observed(workers: Workers, source: str, not_allowed: tuple[str, ...] = ()) -> Observation:
    """What two quick probes of the exercise `relu` see of `source`, to which a plain layer is added if it has none."""
    layer = textwrap.dedent("""
        import keras

        class ReLU(keras.layers.Layer):
            def __init__(self, negative_slope=0.0, **kwargs):
                super().__init__(**kwargs)
                look()
    """)
    return observe(workers, "relu", textwrap.dedent(source) + layer, SLOPES, 1, not_allowed)
