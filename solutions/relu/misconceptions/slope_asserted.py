"""
what.en = "A negative slope ends in an AssertionError, not in a ValueError."
what.ko = "음수인 negative_slope를 주면 ValueError가 아니라 AssertionError가 납니다."
try.en = "`assert` states what the author believes and can be switched off; a wrong argument of a user needs `raise`."
try.ko = "`assert`는 작성자가 믿는 바를 적는 것이고 꺼질 수도 있습니다. 사용자의 잘못된 인자에는 `raise`를 쓰세요."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        assert negative_slope >= 0, "negative_slope must be >= 0"
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
