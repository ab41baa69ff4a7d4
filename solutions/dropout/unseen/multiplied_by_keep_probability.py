"""Wrong idea: the survivors are multiplied by 1 - rate; style: ops.where in two steps, keep probability as a property."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate: float, seed: int | None = None, **kwargs) -> None:
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed
        if not 0 <= self.rate < 1:
            raise ValueError(f"rate must be in [0, 1), received {rate}")
        self.seed_generator = keras.random.SeedGenerator(seed=seed)

    @property
    def keep(self):
        return 1.0 - self.rate

    def call(self, inputs, training=None):
        if training:
            draw = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)
            # weight of an element: the probability that it is there
            weight = ops.full_like(inputs, self.keep)
            weight = ops.where(ops.less(draw, self.keep), weight, ops.zeros_like(inputs))
            return inputs * weight
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self) -> dict:
        config = super().get_config()
        config["rate"], config["seed"] = self.rate, self.seed
        return config
