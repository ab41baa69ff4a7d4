"""
what.en = "The validation data was trained on too. Now nothing is left that tells honestly how well the network does."
what.ko = "검증 데이터로도 학습했습니다. 이제 신경망이 얼마나 잘하는지 정직하게 알려 줄 것이 남지 않았습니다."
try.en = "What is the validation data for?"
try.ko = "검증 데이터는 무엇에 쓰는 것인가요?"
"""

import keras
import numpy as np
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
    for _ in range(14):
        x = ResidualBlock()(x)
    outputs = keras.layers.Dense(num_classes)(x)
    return keras.Model(inputs, outputs)


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    x = np.concatenate([train_data[0], validation_data[0]])
    y = np.concatenate([train_data[1], validation_data[1]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.02), loss)
    model.fit(x, y, batch_size=32, epochs=12, verbose=0)
