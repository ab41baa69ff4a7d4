"""
idea.en = "A subclass of keras.Model that holds its layers in a list; early stopping by the validation data."
idea.ko = "층을 리스트로 가진 keras.Model의 하위 클래스입니다. 검증 데이터로 조기 종료합니다."
"""

import keras
from keras import ops


class DeepNetwork(keras.Model):
    def __init__(self, num_classes, blocks=15, units=32, **kwargs):
        super().__init__(**kwargs)
        small = keras.initializers.RandomNormal(stddev=0.02)
        self.flatten = keras.layers.Flatten()
        self.stem = keras.layers.Dense(units)
        self.first = [keras.layers.Dense(units, kernel_initializer="he_normal") for _ in range(blocks)]
        self.second = [keras.layers.Dense(units, use_bias=False, kernel_initializer=small) for _ in range(blocks)]
        self.head = keras.layers.Dense(num_classes)

    def call(self, x):
        x = self.stem(self.flatten(x))
        for first, second in zip(self.first, self.second):
            x = x + second(ops.maximum(first(x), 0))
        return self.head(x)


def build_network(input_shape, num_classes):
    model = DeepNetwork(num_classes)
    model(ops.zeros((1, *input_shape)))
    return model


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(0.02), loss=loss, metrics=["accuracy"])
    best = keras.callbacks.EarlyStopping("val_accuracy", patience=5, restore_best_weights=True)
    model.fit(*train_data, batch_size=32, epochs=15, validation_data=validation_data, callbacks=[best], verbose=0)
