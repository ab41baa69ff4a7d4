"""
tries = "Puts the student's layer in the place of `keras.layers.Dense` and of the base class, so that a net is theirs."
must = "Put back before each probe."
no_effect = true
"""

import keras

Own = keras.layers.Layer


def attack(solution):
    keras.layers.Dense = keras.layers.Layer = solution
    return solution
