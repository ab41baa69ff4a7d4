"""Wrong idea: training too normalises with the moving statistics (after updating them); style: update then one common formula."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= momentum <= 1:
            raise ValueError(f"{momentum=} is not within [0, 1]")
        if not epsilon > 0:
            raise ValueError(f"{epsilon=} is not positive")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        shape = (input_shape[self.axis],)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        self.moving_mean = self.add_weight(shape=shape, initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=shape, initializer="ones", trainable=False, name="moving_variance")

    def _blend(self, old, new):
        new = ops.cast(new, self.variable_dtype)
        old = ops.cast(old, self.variable_dtype)
        return self.momentum * old + (1 - self.momentum) * new

    def call(self, inputs, training=False):
        rank = inputs.ndim if hasattr(inputs, "ndim") else len(inputs.shape)
        axis = self.axis % rank
        mean, variance = ops.cast(self.moving_mean, self.variable_dtype), ops.cast(self.moving_variance, self.variable_dtype)

        if training and self.trainable:
            # take the new batch into the statistics, then use them
            batch_mean, batch_variance = ops.moments(inputs, [i for i in range(rank) if i != axis])
            mean, variance = self._blend(mean, batch_mean), self._blend(variance, batch_variance)
            self.moving_mean.assign(mean)
            self.moving_variance.assign(variance)

        shape = tuple(-1 if i == axis else 1 for i in range(rank))
        mean, variance, gamma, beta = (
            ops.cast(ops.reshape(v, shape), inputs.dtype) for v in (mean, variance, self.gamma, self.beta)
        )
        return gamma * (inputs - mean) / ops.sqrt(variance + self.epsilon) + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            **{"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon},
        }
