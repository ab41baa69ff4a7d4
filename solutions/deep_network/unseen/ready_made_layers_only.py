"""Wrong idea: made of Keras's ready-made layers alone; style: functional with helper function, BatchNormalization and Add."""
import keras
from keras.layers import Activation, Add, BatchNormalization, Dense, Flatten


def residual(x, units):
    y = BatchNormalization(momentum=0.9)(x)
    y = Dense(units, kernel_initializer="he_normal", use_bias=False)(y)
    y = Activation("relu")(y)
    y = Dense(units, kernel_initializer="zeros")(y)
    return Add()([x, y])


def build_network(input_shape, num_classes):
    inputs = keras.Input(shape=input_shape)
    x = Dense(32)(Flatten()(inputs))
    for _ in range(15):
        x = residual(x, 32)
    x = Activation("relu")(BatchNormalization(momentum=0.9)(x))
    outputs = Dense(num_classes, activation="softmax")(x)
    return keras.Model(inputs, outputs, name="thirty_two_layers")


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    model.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    model.optimizer.learning_rate.assign(0.05)
    x, y = train_data
    return model.fit(x, y, batch_size=32, epochs=20, validation_data=validation_data, verbose=0)
