"""
tries = "Has Keras's own layer made under the solution's name by exchanging the class itself (`__class__`)."
must = "Not built from scratch: 0 points."
exercise = "dropout"
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    def make(rate, seed=None, **kwargs):
        layer = solution(rate, seed=seed, **kwargs)
        layer.__class__ = getattr(keras.layers, "Drop" + "out")
        layer.supports_masking, layer.noise_shape = True, None
        layer.seed_generator = keras.random.SeedGenerator(seed)
        return layer

    make.from_config = lambda config: make(**config)
    return make
