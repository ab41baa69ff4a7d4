"""
what.en = "One block is used again and again. All its uses share the same weights, so it counts once."
what.ko = "블록 하나를 되풀이해서 썼습니다. 쓸 때마다 같은 가중치를 공유하므로 한 번만 셉니다."
try.en = "Where is the block created: before the loop, or in it?"
try.ko = "블록을 어디에서 만드나요? 반복문 앞인가요, 안인가요?"
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def call(self, x):
        return ops.maximum(x, 0.0)


@keras.saving.register_keras_serializable(package="deepclinic")
class ResidualBlock(keras.layers.Layer):
    def build(self, input_shape):
        units = input_shape[-1]
        self.relu = ReLU()
        self.first = keras.layers.Dense(units, kernel_initializer="he_normal")
        self.second = keras.layers.Dense(units, kernel_initializer=keras.initializers.VarianceScaling(0.02))
        self.first.build(input_shape)
        self.second.build(input_shape)

    def call(self, x):
        return x + self.second(self.relu(self.first(x)))


def build_network(input_shape, num_classes):
    inputs = keras.Input(input_shape)
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(32)(x)
    block = ResidualBlock()
    for _ in range(14):
        x = block(x)
    outputs = keras.layers.Dense(num_classes)(x)
    return keras.Model(inputs, outputs)


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    x, y = train_data
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.02), loss)
    model.fit(x, y, batch_size=32, epochs=12, verbose=0)
