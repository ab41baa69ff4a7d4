"""
tries = "Keras's own layer does the work inside a class of one's own, reached through `sys.modules`."
must = "Not built from scratch: 0 points."
exercise = "batch_normalization"
at_most = 0
not_from_scratch = true
"""

import sys


def attack(solution):
    class Attack(solution):
        def build(self, shape):
            super().build(shape)
            found = vars(sys.modules["keras.src.layers.normalization." + "_".join(("batch", "normalization"))])
            self.inner = found["Batch" + "Normalization"](axis=self.axis)

        def call(self, inputs, training=False):
            return self.inner(inputs, training=training)

    return Attack
