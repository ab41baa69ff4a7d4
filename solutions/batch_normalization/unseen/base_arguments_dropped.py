"""Wrong idea: the base class gets no keyword arguments; style: kwargs accepted 'for compatibility', keras.Variable in build."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        keras.layers.Layer.__init__(self)
        if not 0 <= momentum <= 1:
            raise ValueError(f"momentum must lie in [0, 1], got {momentum}")
        if not epsilon > 0:
            raise ValueError(f"epsilon must be > 0, got {epsilon}")
        self.settings = dict(axis=axis, momentum=momentum, epsilon=epsilon)

    def build(self, input_shape):
        n = input_shape[self.settings["axis"]]
        dtype = self.variable_dtype
        self.gamma = keras.Variable(ops.ones((n,)), dtype=dtype, name="gamma")
        self.beta = keras.Variable(ops.zeros((n,)), dtype=dtype, name="beta")
        self.moving_mean = keras.Variable(ops.zeros((n,)), dtype=dtype, trainable=False, name="moving_mean")
        self.moving_variance = keras.Variable(ops.ones((n,)), dtype=dtype, trainable=False, name="moving_variance")
        self.built = True

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.settings["axis"] % rank
        m = self.settings["momentum"]
        if training and self.trainable:
            reduce_over = tuple(set(range(rank)) - {axis})
            mean = ops.mean(inputs, axis=reduce_over)
            var = ops.var(inputs, axis=reduce_over)
            self.moving_mean.assign(m * self.moving_mean + (1 - m) * mean)
            self.moving_variance.assign(m * self.moving_variance + (1 - m) * var)
        else:
            mean = self.moving_mean
            var = self.moving_variance
        # put the channels last, then everything broadcasts; put them back afterwards
        x = ops.moveaxis(inputs, axis, -1)
        x = (x - mean) / ops.sqrt(var + self.settings["epsilon"])
        x = x * self.gamma + self.beta
        return ops.cast(ops.moveaxis(x, -1, axis), self.compute_dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | dict(self.settings)
