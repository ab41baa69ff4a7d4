"""
what.en = "The network is sound, but it is trained far too little: too small a learning rate, or too few steps."
what.ko = "신경망은 멀쩡하지만 학습이 턱없이 모자랍니다. 학습률이 너무 작거나 단계 수가 너무 적습니다."
try.en = "Plot the training loss of each epoch: does it still fall when training ends?"
try.ko = "에포크별 학습 손실을 그려 보세요. 학습이 끝날 때도 여전히 줄고 있나요?"
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
    return keras.Model(inputs, outputs)


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    x, y = train_data
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.SGD(0.0001), loss)
    model.fit(x, y, batch_size=32, epochs=1, verbose=0)
