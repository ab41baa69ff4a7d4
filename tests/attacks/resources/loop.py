"""
tries = "A loop without end."
must = "A limit ends the worker; twice, then the exercise is over."
at_most = 1
hangs = true
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            while True:
                pass

    return Attack
