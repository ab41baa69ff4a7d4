"""
what.en = "After `train` the model that was handed over has the same weights as before: something else was trained, or nothing."
what.ko = "`train`이 끝난 뒤에도 넘겨받은 모델의 가중치가 그대로입니다. 다른 것을 학습했거나 아무것도 학습하지 않았습니다."
try.en = "Compare `model.get_weights()` before and after `train`."
try.ko = "`train` 전후의 `model.get_weights()`를 비교해 보세요."
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
    model = keras.models.clone_model(model)
    model.compile(keras.optimizers.SGD(0.02), loss)
    model.fit(x, y, batch_size=32, epochs=1, verbose=0)
