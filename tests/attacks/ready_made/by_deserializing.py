"""
tries = "A config that is put together at run time, given to `keras.saving`."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            config = {"module": "keras.layers", "class_name": solution.__name__, "config": {}}
            return keras.saving.deserialize_keras_object({**config, "registered_name": None})(inputs)

    return Attack
