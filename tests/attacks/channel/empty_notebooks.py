"""
tries = "Raises at once in every probe, hoping that where nothing was recorded nothing can disagree."
must = "An error fails the check."
at_most = 0
"""


def attack(solution):
    class Attack(solution):
        def __init__(self, *args, **kwargs):
            raise KeyError("nothing to see")

    return Attack
