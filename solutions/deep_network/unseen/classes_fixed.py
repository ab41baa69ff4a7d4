"""Wrong idea: the network always has ten outputs; style: convolutional, ReZero-like gains, softmax output, fit."""
import keras
from keras import layers, ops


@keras.saving.register_keras_serializable(package="deepclinic")
class GainConvBlock(layers.Layer):
    """Two convolutions; the second one's output is multiplied by a gain that starts at zero."""

    def __init__(self, filters, **kwargs):
        super().__init__(**kwargs)
        self.filters = filters
        conv = dict(padding="same", kernel_initializer="he_normal", dtype=self.dtype_policy)
        self.conv1 = layers.Conv2D(filters, 3, **conv)
        self.conv2 = layers.Conv2D(filters, 3, **conv)

    def build(self, input_shape):
        self.conv1.build(input_shape)
        self.conv2.build(input_shape)
        self.gain = self.add_weight(name="gain", shape=(), initializer="zeros")
        super().build(input_shape)

    def call(self, inputs):
        y = ops.relu(self.conv1(inputs))
        y = self.conv2(y)
        return ops.relu(inputs + ops.cast(self.gain, y.dtype) * y)

    def get_config(self):
        config = super().get_config()
        config["filters"] = self.filters
        return config


NUMBER_OF_BLOCKS = 15
DIGITS = "0123456789"


def build_network(input_shape, num_classes):
    image = keras.Input(shape=input_shape)
    x = layers.Conv2D(16, 3, strides=2, padding="same", activation="relu", kernel_initializer="he_normal")(image)
    for i in range(NUMBER_OF_BLOCKS):
        x = GainConvBlock(16, name=f"block_{i + 1}")(x)
    x = layers.Flatten()(x)
    # one probability for each digit
    probabilities = layers.Dense(len(DIGITS), activation="softmax")(x)
    return keras.Model(image, probabilities)


def train(model, train_data, validation_data, seed):
    keras.utils.set_random_seed(seed)
    model.compile(keras.optimizers.SGD(0.03, momentum=0.9), "sparse_categorical_crossentropy", jit_compile=False)
    return model.fit(*train_data, epochs=12, batch_size=32, verbose=0)
