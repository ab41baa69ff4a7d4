"""
tries = "Raises `GeneratorExit`, which ends generators quietly."
must = "That costs the checks in which it happens."
at_most = 1
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            raise GeneratorExit

    return Attack
