"""
tries = "Exchanges the gradient tape's `gradient` for one that returns ones."
must = "Put back before each probe."
no_effect = true
"""

import tensorflow as tf

tf.GradientTape.gradient = lambda self, loss, sources, *rest, **kw: tf.nest.map_structure(tf.ones_like, sources)


def attack(solution):
    return solution
