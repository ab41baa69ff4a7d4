"""
tries = "The output is a list whose items, length and order are other ones at each look."
must = "Whatever it is seen as, it is seen once."
"""

import random


class Changing(list):
    shape = (1, 6)

    def __iter__(self):
        random.shuffle(self)
        return super().__iter__()

    def __len__(self):
        return random.randrange(10)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return Changing(super().__call__(inputs, *args, **kwargs))

    return Attack
