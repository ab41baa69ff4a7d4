"""
idea.en = "indices that may lie outside, clipped for the gather and masked afterwards; a tf.random.Generator"
idea.ko = "바깥을 가리킬 수 있는 번호를 잘라서 모은 뒤 가리기, tf.random.Generator 쓰기"
"""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        if seed is None:
            self.generator = tf.random.Generator.from_non_deterministic_state()
        else:
            self.generator = tf.random.Generator.from_seed(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        shape = tf.shape(inputs)
        m = self.max_shift
        offsets = self.generator.uniform((shape[0], 2), -m, m + 1, dtype=tf.int32)
        rows = tf.range(shape[1])[None, :] - offsets[:, :1]
        columns = tf.range(shape[2])[None, :] - offsets[:, 1:]
        moved = tf.gather(inputs, tf.clip_by_value(rows, 0, shape[1] - 1), axis=1, batch_dims=1)
        moved = tf.gather(moved, tf.clip_by_value(columns, 0, shape[2] - 1), axis=2, batch_dims=1)
        row_inside = (rows >= 0) & (rows < shape[1])
        column_inside = (columns >= 0) & (columns < shape[2])
        inside = row_inside[:, :, None, None] & column_inside[:, None, :, None]
        return tf.where(inside, moved, tf.cast(self.fill_value, inputs.dtype))

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
