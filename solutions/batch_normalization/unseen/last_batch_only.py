"""Wrong idea: the moving statistics are overwritten by the last batch; style: assign first, then one formula reads the weights."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or 1 < momentum:
            raise ValueError(f"momentum={momentum}, but a momentum is between 0 and 1")
        if epsilon <= 0:
            raise ValueError(f"epsilon={epsilon}, but it has to be above 0")
        self.axis, self.momentum, self.epsilon = axis, momentum, epsilon

    def build(self, input_shape):
        c = (input_shape[self.axis],)
        names = ["gamma", "beta", "moving_mean", "moving_variance"]
        starts = ["ones", "zeros", "zeros", "ones"]
        self.gamma, self.beta, self.moving_mean, self.moving_variance = [
            self.add_weight(shape=c, initializer=start, trainable=not name.startswith("moving"), name=name)
            for name, start in zip(names, starts)
        ]

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        c = self.axis % rank
        if training and self.trainable:
            mean, variance = ops.moments(inputs, axes=[a for a in range(rank) if a != c], keepdims=True)
            # keep them for inference
            self.moving_mean.assign(ops.reshape(mean, self.moving_mean.shape))
            self.moving_variance.assign(ops.reshape(variance, self.moving_variance.shape))
        else:
            mean, variance = self.bc(self.moving_mean, c, rank), self.bc(self.moving_variance, c, rank)
        top = self.bc(self.gamma, c, rank) * (inputs - mean)
        return top / ops.sqrt(variance + self.epsilon) + self.bc(self.beta, c, rank)

    def bc(self, w, c, rank):
        return ops.reshape(ops.cast(w, self.compute_dtype), (1,) * c + (-1,) + (1,) * (rank - 1 - c))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        mine = {"axis": self.axis, "momentum": self.momentum, "epsilon": self.epsilon}
        return {**super().get_config(), **mine}
