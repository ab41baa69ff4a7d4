"""
what.en = "All layers but the last are frozen (not trainable): only one weight layer is trained."
what.ko = "마지막 층을 뺀 모든 층을 동결해서(학습되지 않게 해서), 학습되는 가중치 층이 하나뿐입니다."
try.en = "Compare the lengths of `model.weights` and `model.trainable_weights`."
try.ko = "`model.weights`와 `model.trainable_weights`의 개수를 비교해 보세요."
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
    for _ in range(14):
        x = ResidualBlock()(x)
    outputs = keras.layers.Dense(num_classes)(x)
    model = keras.Model(inputs, outputs)
    for layer in model.layers[:-1]:
        layer.trainable = False
    return model


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    x, y = train_data
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.02), loss)
    model.fit(x, y, batch_size=32, epochs=12, verbose=0)
