"""Wrong idea: computed in float32 and never cast back; style: autocast=False weights, 'half precision is too coarse' comment."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"momentum must be in [0, 1], but got {momentum}")
        if epsilon <= 0:
            raise ValueError(f"epsilon must be positive, but got {epsilon}")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        def add(name, initializer, trainable=True):
            return self.add_weight(
                shape=(input_shape[self.axis],),
                initializer=initializer,
                trainable=trainable,
                autocast=False,
                name=name,
            )

        self.gamma = add("gamma", "ones")
        self.beta = add("beta", "zeros")
        self.moving_mean = add("moving_mean", "zeros", trainable=False)
        self.moving_variance = add("moving_variance", "ones", trainable=False)

    def call(self, inputs, training=False):
        x = ops.cast(inputs, "float32")  # half precision is too coarse for means and variances
        nd = len(x.shape)
        axis = self.axis % nd
        axes = [i for i in range(nd) if i != axis]
        f32 = lambda w: ops.cast(w, "float32")  # noqa: E731
        if training and self.trainable:
            mean = ops.mean(x, axes)
            variance = ops.var(x, axes)
            self.moving_mean.assign(f32(self.moving_mean) * self.momentum + mean * (1 - self.momentum))
            self.moving_variance.assign(f32(self.moving_variance) * self.momentum + variance * (1 - self.momentum))
        else:
            mean, variance = f32(self.moving_mean), f32(self.moving_variance)
        shape = [-1 if i == axis else 1 for i in range(nd)]
        scale = ops.reshape(f32(self.gamma) / ops.sqrt(variance + self.epsilon), shape)
        return (x - ops.reshape(mean, shape)) * scale + ops.reshape(f32(self.beta), shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(dict(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon))
        return config
