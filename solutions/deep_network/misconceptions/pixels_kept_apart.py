"""
what.en = "The dense layers work on each pixel by itself: the output has one answer for each pixel, not one for each image."
what.ko = "완전 연결 층이 픽셀마다 따로 작동합니다. 이미지마다 답이 하나가 아니라 픽셀마다 하나씩 나옵니다."
try.en = "Print the output shape of the model. It should be (batch, num_classes)."
try.ko = "모델 출력의 모양을 보세요. (batch, num_classes)여야 합니다."
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
    x = keras.layers.Dense(32)(inputs)
    for _ in range(14):
        x = ResidualBlock()(x)
    outputs = keras.layers.Dense(num_classes)(x)
    return keras.Model(inputs, outputs)


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    x, y = train_data
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.02), loss)
    model.fit(x, y, batch_size=32, epochs=12, verbose=0)
