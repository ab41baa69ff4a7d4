"""Wrong idea: always expects 8x8 pixels; style: subclassed keras.Model with list of blocks, Reshape to 64, fit."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Block(keras.layers.Layer):
    def __init__(self, units, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.first = keras.layers.Dense(units, kernel_initializer="he_normal", dtype=self.dtype_policy)
        # starts as "do nothing" (Fixup)
        self.second = keras.layers.Dense(units, kernel_initializer="zeros", dtype=self.dtype_policy)

    def build(self, input_shape):
        self.first.build(input_shape)
        self.second.build(input_shape)
        super().build(input_shape)

    def call(self, x):
        return x + self.second(ops.relu(self.first(x)))

    def get_config(self):
        return dict(super().get_config(), units=self.units)


@keras.saving.register_keras_serializable(package="deepclinic")
class DigitNetwork(keras.Model):
    def __init__(self, num_classes, **kwargs):
        super().__init__(**kwargs)
        self.num_classes = num_classes
        self.flat = keras.layers.Reshape((8 * 8,))
        self.enter = keras.layers.Dense(32)
        self.blocks = [Block(32) for _ in range(15)]
        self.leave = keras.layers.Dense(num_classes)

    def call(self, images):
        x = self.enter(self.flat(images))
        for block in self.blocks:
            x = block(x)
        return self.leave(ops.relu(x))

    def get_config(self):
        return dict(super().get_config(), num_classes=self.num_classes)


def build_network(input_shape, num_classes):
    network = DigitNetwork(num_classes)
    network(ops.zeros((1, 8, 8, 1)))  # makes the weights
    return network


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.005, momentum=0.9), loss, metrics=["accuracy"], jit_compile=False)
    history = model.fit(
        train_data[0], train_data[1], batch_size=32, epochs=20, validation_data=validation_data, verbose=0
    )
    return history.history
