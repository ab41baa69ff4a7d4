"""Wrong idea: divided by the variance, not its root; style: scale and offset folded into one affine map."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.momentum = self._checked("momentum", momentum, 0 <= momentum <= 1)
        self.epsilon = self._checked("epsilon", epsilon, epsilon > 0)

    @staticmethod
    def _checked(name, value, fine):
        if not fine:
            raise ValueError(f"bad {name}: {value}")
        return value

    def build(self, input_shape):
        options = {"shape": (input_shape[self.axis],)}
        self.gamma = self.add_weight(name="gamma", initializer="ones", **options)
        self.beta = self.add_weight(name="beta", initializer="zeros", **options)
        options["trainable"] = False
        self.moving_mean = self.add_weight(name="moving_mean", initializer="zeros", **options)
        self.moving_variance = self.add_weight(name="moving_variance", initializer="ones", **options)

    def call(self, inputs, training=False):
        x = ops.moveaxis(inputs, self.axis, -1)
        if training and self.trainable:
            mean, spread = ops.moments(x, axes=list(range(len(x.shape) - 1)))
            keep, learn = self.momentum, 1 - self.momentum
            self.moving_mean.assign(keep * self.moving_mean + learn * mean)
            self.moving_variance.assign(keep * self.moving_variance + learn * spread)
        else:
            mean, spread = self.moving_mean, self.moving_variance
        # y = a x + b with one a and one b for each channel
        a = self.gamma / (spread + self.epsilon)
        b = self.beta - a * mean
        y = a * x + b
        return ops.moveaxis(ops.cast(y, self.compute_dtype), -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        for key in ("axis", "momentum", "epsilon"):
            config[key] = getattr(self, key)
        return config
