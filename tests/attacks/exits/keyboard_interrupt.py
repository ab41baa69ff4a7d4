"""
tries = "Raises `KeyboardInterrupt`, as if a person had stopped the grader."
must = "That costs the checks in which it happens."
at_most = 1
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            raise KeyboardInterrupt

    return Attack
