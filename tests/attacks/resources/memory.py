"""
tries = "Takes memory until there is none."
must = "Refused beyond the limit."
at_most = 1
"""

KEPT = []


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            while True:
                KEPT.append(bytearray(10**8))

    return Attack
