"""
idea.en = "Makes the moving statistics before gamma and beta (Keras lists trainable weights first)."
idea.ko = "이동 통계량을 gamma와 beta보다 먼저 만들고 (Keras는 학습되는 가중치를 먼저 나열합니다)."
"""

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum < 0 or momentum > 1:
            raise ValueError(f"`momentum` must be between 0 and 1, not {momentum!r}.")
        if epsilon <= 0:
            raise ValueError(f"`epsilon` must be greater than 0, not {epsilon!r}.")
        self.axis = axis
        self.momentum = momentum
        self.epsilon = epsilon

    def build(self, input_shape):
        size = (input_shape[self.axis],)
        zeros, ones = keras.initializers.Zeros(), keras.initializers.Ones()
        self.moving_mean = self.add_weight(shape=size, initializer=zeros, trainable=False, name="moving_mean")
        self.moving_variance = self.add_weight(shape=size, initializer=ones, trainable=False, name="moving_variance")
        self.gamma = self.add_weight(shape=size, initializer=ones, name="gamma")
        self.beta = self.add_weight(shape=size, initializer=zeros, name="beta")
        self.built = True

    def call(self, inputs, training=False):
        rank = len(inputs.shape)
        axis = self.axis % rank
        others = [i for i in range(rank) if i != axis]
        shape = [-1 if i == axis else 1 for i in range(rank)]
        if training and self.trainable:
            mean = ops.mean(inputs, axis=others, keepdims=True)
            variance = ops.var(inputs, axis=others, keepdims=True)
            outputs = (inputs - mean) / ops.sqrt(variance + self.epsilon)
            update = 1 - self.momentum
            self.moving_mean.assign(self.momentum * self.moving_mean + update * ops.reshape(mean, (-1,)))
            self.moving_variance.assign(self.momentum * self.moving_variance + update * ops.reshape(variance, (-1,)))
        else:
            mean, variance = ops.reshape(self.moving_mean, shape), ops.reshape(self.moving_variance, shape)
            outputs = (inputs - mean) / ops.sqrt(variance + self.epsilon)
        return outputs * ops.reshape(self.gamma, shape) + ops.reshape(self.beta, shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, momentum=self.momentum, epsilon=self.epsilon)
        return config
