"""Wrong idea: epsilon is kept but not used; style: ops.std, separate methods for training and inference."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError("momentum must not be less than 0 or greater than 1")
        if epsilon <= 0:
            raise ValueError("epsilon must be greater than 0")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        self.rank = len(input_shape)
        self.channel_axis = range(self.rank)[self.axis]
        n_channels = input_shape[self.channel_axis]
        self.gamma = self.add_weight(name="gamma", shape=(n_channels,), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=(n_channels,), initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=(n_channels,), initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=(n_channels,), initializer="ones", trainable=False
        )

    def call(self, inputs, training=False):
        if training and self.trainable:
            return self._train(inputs)
        return self._infer(inputs)

    def _train(self, x):
        axes = [i for i in range(self.rank) if i != self.channel_axis]
        mean = ops.mean(x, axis=axes, keepdims=True)
        std = ops.std(x, axis=axes, keepdims=True)
        for moving, new in [(self.moving_mean, mean), (self.moving_variance, ops.square(std))]:
            new = ops.cast(ops.reshape(new, (-1,)), moving.dtype)
            moving.assign(moving * self.momentum + new * (1 - self.momentum))
        return self._scale_shift((x - mean) / std)

    def _infer(self, x):
        std = ops.sqrt(self._wide(self.moving_variance))
        return self._scale_shift((x - self._wide(self.moving_mean)) / std)

    def _scale_shift(self, z):
        return self._wide(self.gamma) * z + self._wide(self.beta)

    def _wide(self, vector):
        wide = [1] * self.rank
        wide[self.channel_axis] = vector.shape[0]
        return ops.cast(ops.reshape(vector, wide), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        config.update(super().get_config())
        return config
