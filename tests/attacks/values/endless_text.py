"""
tries = "An error message and a layer name of many megabytes, with escape sequences and markup in them."
must = "Texts are cut short, and no report holds them raw."
"""

NOISE = "\x1b[2J<script>" + "A_SCREEN_FULL_OF_THIS_" * 1_000_000


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            raise type("<b>" * 1000, (ValueError,), {})(NOISE[::-1])

    return Attack
