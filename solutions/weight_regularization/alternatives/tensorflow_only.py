"""
idea.en = "TensorFlow's own operations; the base loss itself stands in the config, so that nothing needs restoring."
idea.ko = "TensorFlow 연산만 씁니다. config에 기본 손실 자체를 넣어서 되돌릴 것이 없습니다."
"""

import tensorflow as tf
from tensorflow import keras


@keras.utils.register_keras_serializable(package="deepclinic")
class L1(keras.regularizers.Regularizer):
    def __init__(self, l1=0.01):
        if not l1 >= 0:
            raise ValueError(f"`l1` should be at least 0, but it is {l1}")
        self.l1 = float(l1)

    def __call__(self, w):
        return self.l1 * tf.reduce_sum(tf.abs(tf.convert_to_tensor(w)))

    def get_config(self):
        return {"l1": self.l1}


@keras.utils.register_keras_serializable(package="deepclinic")
class L2(keras.regularizers.Regularizer):
    def __init__(self, l2=0.01):
        if not l2 >= 0:
            raise ValueError(f"`l2` should be at least 0, but it is {l2}")
        self.l2 = float(l2)

    def __call__(self, w):
        w = tf.reshape(tf.convert_to_tensor(w), [-1])
        return self.l2 * tf.tensordot(w, w, axes=1)

    def get_config(self):
        return {"l2": self.l2}


@keras.utils.register_keras_serializable(package="deepclinic")
class NormPenalizedLoss(keras.losses.Loss):
    def __init__(self, base_loss, weights, strength, p, **kwargs):
        if not strength >= 0:
            raise ValueError(f"`strength` should be at least 0, but it is {strength}")
        if not p >= 1:
            raise ValueError(f"`p` should be at least 1, but it is {p}")
        super().__init__(**kwargs)
        self.base_loss, self.weights, self.strength, self.p = base_loss, weights, float(strength), float(p)

    def call(self, y_true, y_pred):
        powers = [tf.reduce_sum(tf.pow(tf.abs(tf.convert_to_tensor(w)), self.p)) for w in self.weights]
        return tf.add(self.base_loss(y_true, y_pred), self.strength * tf.add_n(powers))

    def get_config(self):
        own = {"base_loss": self.base_loss, "weights": self.weights, "strength": self.strength, "p": self.p}
        return super().get_config() | own
