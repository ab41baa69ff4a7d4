"""
tries = "Right for the first calls, in which simple checks look, and the plain wrong one later; the count is global."
must = "Each probe looks again; no check passes that fails for the wrong solution."
"""

calls = []


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            calls.append(1)
            return super().call(inputs, *args, **kwargs) if len(calls) > 5 else inputs * 0 + 1

    return Attack
