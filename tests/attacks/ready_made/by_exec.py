"""
tries = "Code in a string that was put together at run time."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            names = {"x": inputs}
            exec("".join(reversed(")x(uler.spo.sarek = y ;sarek tropmi")), names)
            return names["y"]

    return Attack
