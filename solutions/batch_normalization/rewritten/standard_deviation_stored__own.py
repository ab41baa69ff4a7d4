"""Wrong idea: moving_variance averages the standard deviations of the batches, and at inference the root is taken again; style: explicit std, reshape to the rank."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    """normalise every channel with the mean and the spread of the batch"""

    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError("momentum")
        if not epsilon > 0:
            raise ValueError("epsilon")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        c = input_shape[self.axis]
        self.gamma = self.add_weight((c,), "ones", name="gamma")
        self.beta = self.add_weight((c,), "zeros", name="beta")
        self.moving_mean = self.add_weight((c,), "zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight((c,), "ones", trainable=False, name="moving_variance")

    def call(self, inputs, training=False):
        ndim = len(inputs.shape)
        ch = self.axis + ndim if self.axis < 0 else self.axis
        axes = [i for i in range(ndim) if i != ch]
        shape = [1] * ndim
        shape[ch] = inputs.shape[ch]

        if training and self.trainable:
            mean = ops.mean(inputs, axis=axes)
            variance = ops.var(inputs, axis=axes)
            std = ops.sqrt(variance)
            m = self.momentum
            self.moving_mean.assign(m * self.moving_mean + (1 - m) * mean)
            self.moving_variance.assign(m * self.moving_variance + (1 - m) * std)
        else:
            mean = self.moving_mean
            variance = self.moving_variance

        root = ops.sqrt(variance + self.epsilon)
        out = (inputs - ops.reshape(mean, shape)) / ops.reshape(root, shape)
        return ops.reshape(self.gamma, shape) * out + ops.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
