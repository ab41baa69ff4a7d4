"""
tries = "Points every descriptor at nothing while it uses the feature, and puts them back afterwards."
must = "Nothing is told, but there is nothing to use either."
at_most = 1
"""

import os

import keras


def is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            kept = {number: os.dup(number) for number in range(3, 64) if is_open(number)}
            nothing = os.open(os.devnull, os.O_WRONLY)
            for number in kept:
                os.dup2(nothing, number)
            try:
                y = getattr(keras.ops, __name__)(inputs)
            except BaseException:
                y = None
            for number, copy in kept.items():
                os.dup2(copy, number)
                os.close(copy)
            os.close(nothing)
            return y

    return Attack
