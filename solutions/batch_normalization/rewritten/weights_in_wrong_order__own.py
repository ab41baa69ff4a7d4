"""Wrong idea: the weights are created as beta, gamma; style: scale and offset folded into one multiply-add, moving average by differences."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon
        if self.momentum < 0 or self.momentum > 1:
            raise ValueError("The argument momentum must be in [0, 1].")
        if self.epsilon <= 0:
            raise ValueError("The argument epsilon must be > 0.")

    def build(self, input_shape):
        shape = (input_shape[self.axis],)
        # what is learned
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        # what is measured
        self.moving_mean = self.add_weight(shape=shape, initializer="zeros", name="moving_mean", trainable=False)
        self.moving_variance = self.add_weight(
            shape=shape, initializer="ones", name="moving_variance", trainable=False
        )

    def call(self, inputs, training=None):
        rank = len(inputs.shape)
        c = self.axis % rank
        view = [1] * c + [-1] + [1] * (rank - c - 1)
        if training and self.trainable:
            others = tuple(i for i in range(rank) if i != c)
            mean = ops.mean(inputs, axis=others)
            centred = inputs - ops.reshape(mean, view)
            variance = ops.mean(centred * centred, axis=others)
            step = 1 - self.momentum
            self.moving_mean.assign(self.moving_mean + step * (mean - self.moving_mean))
            self.moving_variance.assign(self.moving_variance + step * (variance - self.moving_variance))
        else:
            variance = self.moving_variance
            centred = inputs - ops.reshape(self.moving_mean, view)
        scale = self.gamma / ops.sqrt(variance + self.epsilon)
        return centred * ops.reshape(scale, view) + ops.reshape(self.beta, view)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["momentum"] = self.momentum
        config["epsilon"] = self.epsilon
        return config
