"""
tries = "A model rebuilt from JSON in which the layer stands."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import json

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            config = json.loads(keras.Sequential([keras.layers.Dense(1)]).to_json())
            config["config"]["layers"][0] |= {"class_name": solution.__name__, "config": {"name": "a"}}
            return keras.models.model_from_json(json.dumps(config))(inputs)

    return Attack
