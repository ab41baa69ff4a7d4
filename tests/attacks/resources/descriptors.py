"""
tries = "Opens files until there are no descriptors left."
must = "Bounded."
at_most = 1
"""

KEPT = []


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            while True:
                KEPT.append(open("/dev/null"))

    return Attack
