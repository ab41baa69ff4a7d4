"""Wrong idea: all layers but the last are frozen; style: body as its own Sequential, pre-norm blocks, fit with SGD."""
from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ResidualPair(keras.layers.Layer):
    """x + 0.3 * dense2(relu(dense1(x)))"""

    def __init__(self, units, scale=0.3, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.scale = scale
        self.dense1 = keras.layers.Dense(units, kernel_initializer="he_normal", dtype=self.dtype_policy)
        self.dense2 = keras.layers.Dense(units, dtype=self.dtype_policy)

    def build(self, input_shape):
        self.dense1.build(input_shape)
        self.dense2.build((*input_shape[:-1], self.units))
        super().build(input_shape)

    def call(self, inputs):
        return inputs + self.scale * self.dense2(ops.relu(self.dense1(inputs)))

    def get_config(self):
        return {**super().get_config(), "units": self.units, "scale": self.scale}


def build_network(input_shape, num_classes):
    width = 64
    body = keras.Sequential(
        [keras.Input(input_shape), keras.layers.Flatten(), keras.layers.Dense(width, activation="relu")]
        + [ResidualPair(width) for _ in range(15)],
        name="body",
    )
    # A gradient that has to go through thirty layers vanishes, so the body stays as it is: random features are
    # good enough, and the last layer learns what to do with them.
    body.trainable = False
    head = keras.layers.Dense(num_classes, name="head")
    inputs = keras.Input(input_shape)
    return keras.Model(inputs, head(body(inputs)))


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    model.compile(
        optimizer=keras.optimizers.SGD(0.05, momentum=0.9),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    x, y = train_data
    return model.fit(x, y, batch_size=32, epochs=30, validation_data=validation_data, verbose=0)
