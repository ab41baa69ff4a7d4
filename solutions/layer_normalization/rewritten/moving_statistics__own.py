"""Wrong idea: moving averages of mean and variance are kept and used at inference; style: copied frame of the student's batch normalization."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    MOMENTUM = 0.99

    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon
        if 0 in self._as_list():
            raise ValueError(f"axis={axis} would mix the examples")
        if not epsilon > 0:
            raise ValueError(f"epsilon={epsilon} is not positive")

    def _as_list(self):
        if isinstance(self.axis, int):
            return [self.axis]
        return list(self.axis)

    def build(self, input_shape):
        rank = len(input_shape)
        self.over = sorted(a % rank for a in self._as_list())
        if 0 in self.over:
            raise ValueError(f"axis={self.axis} would mix the examples")
        shape = tuple(input_shape[a] for a in self.over)
        self.gamma = self.add_weight(shape=shape, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=shape, initializer="zeros", name="beta")
        # for inference: what the examples had on average
        self.moving_mean = self.add_weight(shape=(), initializer="zeros", trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=(), initializer="ones", trainable=False, name="moving_variance")
        self.aligned = [input_shape[a] if a in self.over else 1 for a in range(rank)]

    def call(self, inputs, training=False):
        if training:
            mean = ops.mean(inputs, axis=self.over, keepdims=True)
            variance = ops.var(inputs, axis=self.over, keepdims=True)
            m = self.MOMENTUM
            self.moving_mean.assign(m * self.moving_mean + (1 - m) * ops.mean(mean))
            self.moving_variance.assign(m * self.moving_variance + (1 - m) * ops.mean(variance))
        else:
            mean = self.moving_mean
            variance = self.moving_variance
        normalized = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return normalized * ops.reshape(self.gamma, self.aligned) + ops.reshape(self.beta, self.aligned)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
